"""The fields of the Berita Acara, and what is still missing on the paper (L30 to L32)."""

from collections.abc import Sequence
from dataclasses import asdict

import streamlit as st

from musrenbang.model import BeritaAcara, Wakil
from pages.parts.draft import Draft

SAMBUTAN, PEMATERI, WAKIL = 5, 3, 30  # how many the paper has room for
UNSUR = ("Dewan dapil", "Stakeholder", "Tim kabupaten")  # who signs by the SOP


def missing(b: BeritaAcara) -> list[str]:
    """What the paper leaves as a dotted line."""
    fields = (
        ("Nomor Berita Acara", b.nomor),
        ("Jumlah peserta laki-laki dan perempuan", b.peserta is not None),
        ("Jam selesai", b.jam_selesai),
        ("Nama pimpinan sidang", b.pimpinan),
        ("Jabatan pimpinan sidang", b.jabatan_pimpinan),
        ("Nama wakil Bappeda", b.nama_bappeda),
        ("NIP wakil Bappeda", b.nip_bappeda),
        ("Yang memberi sambutan", b.sambutan),
        ("Pemateri", b.pemateri),
        ("Wakil peserta yang menandatangani", b.wakil),
    )
    return [name for name, value in fields if not value]


def shown(values: Sequence[object], least: int, most: int) -> int:
    """How many fields to draw: one more than the last that is filled in."""
    filled = max((at for at, value in enumerate(values, 1) if value), default=0)
    return min(max(filled + 1, least), most)


def filled(draft: Draft[BeritaAcara]) -> BeritaAcara:
    base = draft.base
    return BeritaAcara(
        draft.typed("nomor", base.nomor),
        draft.typed("laki_laki", base.laki_laki),
        draft.typed("perempuan", base.perempuan),
        draft.typed("jam_selesai", base.jam_selesai),
        draft.typed("pimpinan", base.pimpinan),
        draft.typed("jabatan_pimpinan", base.jabatan_pimpinan),
        draft.typed("nama_bappeda", base.nama_bappeda),
        draft.typed("nip_bappeda", base.nip_bappeda),
        tuple(name for name in _names(draft, "sambutan", base.sambutan, SAMBUTAN) if name),
        tuple(name for name in _names(draft, "pemateri", base.pemateri, PEMATERI) if name),
        tuple(w for w in _wakil(draft) if w.nama or w.lembaga or w.jabatan),
        base.versi,
    )


def fields(draft: Draft[BeritaAcara]) -> None:
    base = draft.base
    with st.container(horizontal=True):
        draft.text("nomor", "Nomor Berita Acara", base.nomor)
        draft.text("jam_selesai", "Jam selesai", base.jam_selesai, placeholder="12.30")
    with st.container(horizontal=True):
        _people(draft, "laki_laki", "Peserta laki-laki", base.laki_laki)
        _people(draft, "perempuan", "Peserta perempuan", base.perempuan)
    with st.container(horizontal=True):
        draft.text("pimpinan", "Pimpinan sidang", base.pimpinan)
        draft.text("jabatan_pimpinan", "Jabatan pimpinan sidang", base.jabatan_pimpinan)
    with st.container(horizontal=True):
        draft.text("nama_bappeda", "Nama wakil Bappeda", base.nama_bappeda)
        draft.text("nip_bappeda", "NIP wakil Bappeda", base.nip_bappeda)
    left, right = st.columns(2)
    with left:
        _list(draft, "sambutan", "Sambutan", base.sambutan, SAMBUTAN)
    with right:
        _list(draft, "pemateri", "Pemateri", base.pemateri, PEMATERI)
    _representatives(draft)


def _people(draft: Draft[BeritaAcara], isian: str, label: str, saved: int | None) -> None:
    value, key = draft.start(isian, saved), draft.key(isian)
    st.number_input(label, 0, 10_000, value, step=1, key=key, persist_state="session")


def _list(draft: Draft[BeritaAcara], isian: str, label: str, saved: Sequence[str], most: int) -> None:
    for at in range(shown(_names(draft, isian, saved, most), 1, most)):
        draft.text(f"{isian}_{at}", f"{label} {at + 1}", saved[at] if at < len(saved) else "")


def _names(draft: Draft[BeritaAcara], isian: str, saved: Sequence[str], most: int) -> list[str]:
    return [draft.typed(f"{isian}_{at}", saved[at] if at < len(saved) else "") for at in range(most)]


def _representatives(draft: Draft[BeritaAcara]) -> None:
    """One row of three fields each; a new one appears below the last that is filled in."""
    st.html("<b>Wakil peserta yang menandatangani</b>")
    for at in range(shown([w.nama or w.lembaga or w.jabatan for w in _wakil(draft)], len(UNSUR), WAKIL)):
        saved = _saved_wakil(draft.base, at)
        unsur = UNSUR[at] if at < len(UNSUR) else "Lembaga/unsur"
        with st.container(horizontal=True):
            draft.text(f"wakil_{at}_nama", f"Nama wakil {at + 1}", saved.nama)
            draft.text(f"wakil_{at}_lembaga", f"Lembaga/unsur wakil {at + 1}", saved.lembaga, placeholder=unsur)
            draft.text(f"wakil_{at}_jabatan", f"Jabatan wakil {at + 1}", saved.jabatan)


def _wakil(draft: Draft[BeritaAcara]) -> list[Wakil]:
    saved = (asdict(_saved_wakil(draft.base, at)) for at in range(WAKIL))
    rows = ({f"wakil_{at}_{part}": value for part, value in one.items()} for at, one in enumerate(saved))
    return [Wakil(*draft.typed_row(row)) for row in rows]


def _saved_wakil(b: BeritaAcara, at: int) -> Wakil:
    return b.wakil[at] if at < len(b.wakil) else Wakil("", "", "")
