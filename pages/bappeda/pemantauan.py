"""All meetings of the year side by side: how far each is, how late, and what is missing; the latest first."""

from collections import Counter
from collections.abc import Iterator
from html import escape

import streamlit as st

from musrenbang import guards
from musrenbang.actions.pemantauan import Pantauan
from musrenbang.formats import bulat, jam, selang, tanggal_jam
from musrenbang.model import Fakta, Kemajuan, Orang, Rapat, Tahap
from musrenbang.words import screen_to_mend, sentence
from pages.parts import chips, questions, year
from pages.parts.heading import heading
from pages.parts.onward import sent_words
from pages.parts.perkiraan import pace_words
from pages.parts.table import table, tiles

SEMUA = "Semua tahap"
LOOK = {
    Tahap.MENUNGGU: ("b", "radio_button_unchecked"),
    Tahap.DIBUKA: ("w", "pending"),
    Tahap.DIAMBIL: ("w", "pending"),
    Tahap.BERLANGSUNG: ("p", "edit"),
    Tahap.DIBUKA_KEMBALI: ("w", "lock_open"),
    Tahap.DIBAWA: ("w", "lock"),
    Tahap.DIKIRIM: ("s", "check_circle"),
}
JARANG = (Tahap.DIBUKA_KEMBALI, Tahap.DIBAWA)
HEADS = ("Kecamatan", "Usulan", "Diverifikasi dan diskor", "Terhadap rencana", "Yang masih kurang")
Kurang = tuple[str, str | None]  # a sentence, and the screen of the meeting where it is mended


def show(who: Orang) -> None:
    all_ = questions.watched(who)
    heading(f"Pemantauan Musrenbang {all_[0].fakta.rapat.tahun}" if all_ else "Pemantauan Musrenbang")
    _figures(all_)
    tahap = st.selectbox(
        "Tahap", [SEMUA, *(t.value for t in Tahap)], key="pantau_tahap", format_func=str.capitalize, width=420
    )
    rows = [one for one in all_ if tahap in (SEMUA, one.fakta.rapat.tahap.value)]
    if not rows:
        st.html('<p class="hampa" data-i="inbox">Tidak ada musrenbang pada tahap ini.</p>')
        return
    st.html(f'<div class="jejak">{table(HEADS, map(_cells, rows), numbers=(1,))}</div>')


def missing(f: Fakta) -> list[Kurang]:
    """What keeps the meeting from its next step; the most pressing first."""
    tahap, k = f.rapat.tahap, f.kemajuan
    if f.rapat.dibawa:
        return [(f"Hasilnya belum diterima dari kapsul, yang dibawa sejak {tanggal_jam(f.rapat.dibawa)}.", None)]
    if tahap is Tahap.MENUNGGU:
        belum = k.desa - k.desa_menyetujui
        words = f"{belum} dari {k.desa} desa/kelurahan belum siap." if belum else "Menunggu dibuka camat."
        return [(words, "pembukaan")]
    if tahap is Tahap.DIBUKA:
        return [("Usulan belum diambil.", "ambil-usulan")]
    if tahap is Tahap.DIAMBIL:
        return [("Musyawarah belum dimulai.", "verifikasi")]
    if tahap in (Tahap.BERLANGSUNG, Tahap.DIBUKA_KEMBALI):
        stands = [(sentence(issue), screen_to_mend(issue)) for issue in guards.send(f)]
        return stands or [("Lengkap, tinggal dikirim.", "kirim")]
    return list(_after_kirim(f))


def _after_kirim(f: Fakta) -> Iterator[Kurang]:
    k = f.kemajuan
    if f.berita_acara.peserta is None:
        yield "Jumlah peserta pada Berita Acara belum diisi.", "berita-acara"
    scans = (("Pindaian Daftar Hadir", k.pindaian_daftar_hadir), ("Pindaian Berita Acara", k.pindaian_berita_acara))
    for what, many in (*scans, ("Foto", k.foto)):
        if not many:
            yield f"{what} belum diunggah.", "dokumen"


def late_words(minutes: int | None) -> str:
    """ "terlambat 2 jam 5 menit"."""
    if minutes is None:
        return "–"
    return f"terlambat {selang(minutes)}" if minutes > 0 else "dalam rencana"


def _figures(all_: list[Pantauan]) -> None:
    counts = Counter(one.fakta.rapat.tahap for one in all_)
    late = sum((one.terlambat or 0) > 0 for one in all_)
    stages = [tahap for tahap in Tahap if counts[tahap] or tahap not in JARANG]
    st.html(tiles(*((tahap.value.capitalize(), str(counts[tahap])) for tahap in stages), ("Terlambat", str(late))))


def _cells(one: Pantauan) -> tuple[str, ...]:
    k, rapat = one.fakta.kemajuan, one.fakta.rapat
    look, icon = LOOK[rapat.tahap]
    tahap = sent_words(rapat) if rapat.dikirim else rapat.tahap.value.capitalize()
    nama = _link(rapat, "pembukaan", f"<b>{escape(rapat.kecamatan.nama)}</b>")
    return (
        f"{nama}<div>{chips.chip(look, icon, tahap)}</div>",
        bulat(k.masuk),
        _done(k),
        _plan(one),
        "".join(f"<div>{_lacking(rapat, *each)}</div>" for each in missing(one.fakta)) or "–",
    )


def _plan(one: Pantauan) -> str:
    found, words = one.perkiraan, late_words(one.terlambat)
    said = chips.chip("e", "schedule", words) if one.terlambat and one.terlambat > 0 else words
    if found is None:
        return said
    return f"{said}<small>{pace_words(found)}, {found.sisa} lagi, selesai {jam(found.selesai)}</small>"


def _lacking(rapat: Rapat, words: str, path: str | None) -> str:
    return _link(rapat, path, escape(words)) if path else escape(words)


def _link(rapat: Rapat, path: str, words: str) -> str:
    """`words` is ready HTML."""
    address = escape(year.address(path, rapat.kecamatan.kode, rapat.tahun))
    return f'<a href="{address}" target="_self">{words}</a>'


def _done(k: Kemajuan) -> str:
    counted = (("diverifikasi", k.masuk - k.belum_verifikasi, k.masuk), ("diskor", k.skor_lengkap, k.utama))
    return "".join(_progress(*each) for each in counted if each[2]) or "–"


def _progress(what: str, done: int, all_: int) -> str:
    bar = f'<progress aria-label="{what}" max="{all_}" value="{done}"></progress>'
    return f'<span class="maju">{bar}{done}/{all_} {what}</span>'
