"""The documents of a meeting: scans, photos, video (L33, L34)."""

from collections.abc import Sequence
from html import escape
from uuid import UUID

import streamlit as st

from musrenbang import guards
from musrenbang.actions import dokumen
from musrenbang.formats import tanggal_jam, ukuran
from musrenbang.model import Berkas, JenisBerkas, Peran
from musrenbang.words import sentence
from pages.parts import act, chips
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.questions import documents
from pages.parts.saying import saying
from pages.parts.unggah import upload_field
from pages.penutupan import pindaian
from pages.penutupan.pratinjau import preview

PDF_MB, FOTO_MB, VIDEO_MB = 40, 20, 200


def show(m: Meeting) -> None:
    everything = documents(m)
    berlaku = [b for b in everything if b.diganti is None]
    with heading("Dokumen"):
        if m.who.peran is not Peran.CAMAT:
            st.html(chips.chip("b", "visibility", "Anda melihat sebagai Bappeda"), width="content")
    _state(m)
    left, right = st.columns(2, gap="medium")
    with left:
        _scan(m, JenisBerkas.DAFTAR_HADIR, "Daftar Hadir", berlaku)
    with right:
        _scan(m, JenisBerkas.BERITA_ACARA, "Berita Acara", berlaku)
    pindaian.show(m, berlaku)
    _several(m, JenisBerkas.FOTO, "Foto kegiatan", berlaku)
    _several(m, JenisBerkas.VIDEO, "Video", berlaku)
    _earlier([b for b in everything if b.diganti])


def _state(m: Meeting) -> None:
    """L33, L34: what is still missing, or that all is there."""
    issues = guards.documents_missing(m.fakta)
    rows = "".join(f"<li>{chips.chip('w', 'pending', sentence(issue))}</li>" for issue in issues)
    complete = chips.chip("s", "check_circle", "Dokumen lengkap")
    st.html(f'<ul class="periksa">{rows}</ul>' if issues else complete)


def _scan(m: Meeting, jenis: JenisBerkas, judul: str, berlaku: Sequence[Berkas]) -> None:
    """The signed paper in force, and the two ways to bring in one: as a PDF, or as photos of its pages."""
    found = next((b for b in berlaku if b.jenis is jenis), None)
    with st.container(border=True, key=f"bagian_{jenis.name.lower()}"):
        st.html(f"<h2>{judul}</h2>{_card(found) if found else _none()}")
        if found and st.toggle("Lihat pindaian di sini", key=f"lihat_{jenis.name}"):
            preview(f"/berkas/{found.id}?inline=1", f"Pindaian {judul}", f"bingkai_{jenis.name}")
        if not _may_upload(m, jenis, berlaku):
            return
        label = f"Ganti pindaian {judul} (PDF)" if found else f"Unggah pindaian {judul} (PDF)"
        limits = f"Satu PDF, paling besar {PDF_MB} MB. Yang diganti tetap tersimpan."
        upload_field(m, jenis, label, limits, ".pdf", PDF_MB, menggantikan=found.id if found else None)
        pindaian.offer(m, jenis)


def _several(m: Meeting, jenis: JenisBerkas, judul: str, berlaku: Sequence[Berkas]) -> None:
    found = [b for b in berlaku if b.jenis is jenis]
    with st.container(border=True, key=f"bagian_{jenis.name.lower()}"):
        st.html(f"<h2>{judul} <small>{len(found)} dari paling banyak {dokumen.PALING_BANYAK[jenis]}</small></h2>")
        if not found:
            st.html(_none())
        _tiles(m, found)
        if not _may_upload(m, jenis, berlaku):
            return
        if jenis is JenisBerkas.FOTO:
            limits = f"JPEG, PNG, atau WEBP, tiap foto paling besar {FOTO_MB} MB. Boleh beberapa sekaligus."
            upload_field(m, jenis, "Unggah foto kegiatan", limits, ".jpg,.jpeg,.png,.webp", FOTO_MB, banyak=True)
        else:
            limits = f"MP4 atau MOV, paling besar {VIDEO_MB} MB."
            upload_field(m, jenis, "Unggah video", limits, ".mp4,.mov", VIDEO_MB)


def _may_upload(m: Meeting, jenis: JenisBerkas, berlaku: Sequence[Berkas]) -> bool:
    """A courtesy; why not stands in the place of the field."""
    if m.who.peran is not Peran.CAMAT:
        return False
    issues = dokumen.may_come(m.rapat, jenis, berlaku)
    if issues:
        act.checklist(issues)
    return not issues


def _tiles(m: Meeting, found: Sequence[Berkas]) -> None:
    for start in range(0, len(found), 4):
        for place, b in zip(st.columns(4), found[start : start + 4], strict=False):
            with place:
                st.html(_picture(b) + _card(b))
                if m.who.peran is Peran.CAMAT:
                    st.button(
                        "Keluarkan", key=f"tarik_{b.id}", icon=":material/close:", help=f"Keluarkan {b.nama}",
                        on_click=_take_out, args=(m, b.id, b.nama),
                    )  # fmt: skip


def _take_out(m: Meeting, id_: UUID, nama: str) -> None:
    act.attempt(saying(f"“{nama}” dikeluarkan.", lambda store, who, now: dokumen.tarik(store, who, m.id, id_, now)))


def _picture(b: Berkas) -> str:
    name = escape(b.nama)
    if b.jenis is JenisBerkas.VIDEO:
        return f'<video class="dok" controls preload="none" src="/berkas/{b.id}" aria-label="{name}"></video>'
    return (
        f'<a href="/berkas/{b.id}?inline=1" target="_blank" rel="noopener"><img class="dok" loading="lazy" '
        f'src="/berkas/{b.id}?kecil=1" alt="Foto {name}"></a>'
    )


def _card(b: Berkas) -> str:
    halaman = f"{b.halaman} halaman · " if b.halaman else ""
    return (
        f'<p class="dok"><b>{escape(b.nama)}</b><small>{halaman}{ukuran(b.ukuran)} · {escape(b.oleh)}, '
        f'{tanggal_jam(b.waktu)}</small><a href="/berkas/{b.id}" download>Unduh</a></p>'
    )


def _none() -> str:
    return f"<p>{chips.chip('b', 'radio_button_unchecked', 'Belum ada')}</p>"


def _earlier(gone: Sequence[Berkas]) -> None:
    if not gone:
        return
    with st.expander(f"Yang diganti atau dikeluarkan ({len(gone)})"):
        st.html("".join(f"{_card(b)}<small>{_until(b)}</small>" for b in reversed(gone)))


def _until(b: Berkas) -> str:
    assert b.diganti
    return f"{dokumen.NAMA[b.jenis]}, diganti atau dikeluarkan {tanggal_jam(b.diganti)}"
