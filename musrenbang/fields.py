"""What a person types, field by field: the value in, a list of issues out."""

import re
from decimal import Decimal

from musrenbang.errors import Issue
from musrenbang.model import BeritaAcara, DaftarHadir, IsiUsulan

JAM = re.compile(r"([01][0-9]|2[0-3])[.:][0-5][0-9]")
VOLUME_MAKS = Decimal(10**9)


def attendance_fields(d: DaftarHadir) -> list[Issue]:
    issues = text("Tempat", d.tempat, maks=200) + text("Alamat", d.alamat, maks=300)
    issues += text("Nama camat", d.nama_camat, maks=200) + text("NIP camat", d.nip_camat, maks=40)
    issues += clock("Jam mulai", d.jam_mulai) + clock("Jam selesai", d.jam_selesai)
    return issues + [i for n in d.baris for i in number("Banyaknya baris", n, 0, 300)]


def minutes_fields(b: BeritaAcara) -> list[Issue]:
    """L31: what a person types for the Berita Acara."""
    issues = text("Nomor", b.nomor, maks=100) + text("Pimpinan sidang", b.pimpinan, maks=200)
    issues += text("Jabatan pimpinan sidang", b.jabatan_pimpinan, maks=200)
    issues += text("Nama wakil Bappeda", b.nama_bappeda, maks=200) + text("NIP wakil Bappeda", b.nip_bappeda, maks=40)
    issues += clock("Jam selesai", b.jam_selesai)
    for name, n in (("Peserta laki-laki", b.laki_laki), ("Peserta perempuan", b.perempuan)):
        issues += number(name, n, 0, 10_000) if n is not None else []
    for name, items, maks in (("Sambutan", b.sambutan, 5), ("Pemateri", b.pemateri, 3), ("Wakil peserta", b.wakil, 30)):
        if len(items) > maks:
            issues.append(Issue("terlalu_banyak", {"isian": name, "maks": maks}))
    named = [*b.sambutan, *b.pemateri, *(part for w in b.wakil for part in (w.nama, w.lembaga, w.jabatan))]
    return issues + [i for value in named for i in text("Nama", value, maks=200)]


def content(isi: IsiUsulan, opd: frozenset[str]) -> list[Issue]:
    """L13: an usulan as a person has typed it."""
    issues = text("Nama usulan", isi.nama, min_=3, maks=300) + text("Satuan", isi.satuan, min_=1, maks=60)
    issues += text("Permasalahan", isi.permasalahan, maks=2000) + text("Lokasi", isi.lokasi, min_=1, maks=300)
    issues += amounts(isi.volume, isi.biaya) + number("Penerima manfaat", isi.penerima, 0, 10**7)
    return issues if isi.opd is None or isi.opd in opd else [*issues, Issue("isian_pilihan", {"isian": "OPD"})]


def amounts(volume: Decimal, biaya: int) -> list[Issue]:
    """L10, L13: the size of an usulan; `biaya` in whole rupiah."""
    facts = {"isian": "Volume", "min": "0,01", "maks": "1.000.000.000"}
    issues = [] if is_volume(volume) and volume > 0 else [Issue("isian_angka", facts)]
    return issues + number("Perkiraan biaya", biaya, 0, 10**13)


def is_volume(volume: Decimal) -> bool:
    """Whether it is a size that can be compared and rounded at all: NaN and Infinity raise at both."""
    return volume.is_finite() and abs(volume) <= VOLUME_MAKS


def reason(alasan: str) -> list[Issue]:
    """L20: a reason is required."""
    return text("Alasan", alasan, maks=1000) if len(alasan) >= 3 else [Issue("alasan_wajib")]


def text(isian: str, value: str, *, maks: int, min_: int = 0) -> list[Issue]:
    if len(value) > maks:
        return [Issue("isian_panjang", {"isian": isian, "maks": maks, "panjang": len(value)})]
    if not value and min_:
        return [Issue("isian_wajib", {"isian": isian})]
    return [Issue("isian_pendek", {"isian": isian, "min": min_})] if len(value) < min_ else []


def number(isian: str, value: int, low: int, high: int) -> list[Issue]:
    """A whole number: a database would silently round any other."""
    facts = {"isian": isian, "min": f"{low:,}".replace(",", "."), "maks": f"{high:,}".replace(",", ".")}
    return [] if type(value) is int and low <= value <= high else [Issue("isian_angka", facts)]


def minutes(jam: str) -> int | None:
    """Since midnight: "09.30" -> 570; what is no time of day is None."""
    return int(jam[:2]) * 60 + int(jam[3:]) if JAM.fullmatch(jam) else None


def clock(isian: str, value: str) -> list[Issue]:
    return [] if not value or JAM.fullmatch(value) else [Issue("isian_jam", {"isian": isian})]
