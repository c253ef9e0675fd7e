"""A row of the trail in words: what it is about, what was done, and what became of each field. Pure."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from musrenbang.isian import Tempat, in_words
from musrenbang.model import BarisJejak, Kamus, Keputusan
from musrenbang.words_jejak import BARU, BUKAN_ISIAN, DILAKUKAN, HILANG, ISIAN, RANTAI_AKUN, SUBYEK, TENTANG, USULAN

Isi = Mapping[str, Any]
PANJANG = 80  # of one value in a sentence that tells several
NOTHING: tuple[object, ...] = (None, "", [], 0)
VERIFIKASI, SETUJUI = "verifikasi usulan", "setujui usulan desa/kelurahan"


@dataclass(frozen=True, slots=True)
class Kalimat:
    """`kode` is that of the usulan it is about, "" for anything else; `perubahan` are fields with their values."""

    subyek: str
    kode: str
    predikat: str
    perubahan: tuple[str, ...]

    def __str__(self) -> str:
        said = f"{self.subyek} {self.predikat}"
        return f"{said}: {'; '.join(self.perubahan)}." if self.perubahan else f"{said}."


def told(row: BarisJejak, kamus: Kamus) -> Kalimat:
    before, after = _content(row.sebelum), _content(row.sesudah)
    kode = kode_of(row)
    tempat = Tempat(kamus, kamus.rantai.get(row.rantai, ("", None))[1])
    changes = () if row.tindakan == SETUJUI else tuple(_changes(before, after, tempat))
    return Kalimat(_subject(row, kode, kamus), kode, predicate(row, before, after), changes)


def kode_of(row: BarisJejak) -> str:
    """The kode of the usulan that a row is about; "" when it is about something else."""
    for before, subject in TENTANG.items():
        if row.objek.startswith(before):
            return row.objek.removeprefix(before) if subject == USULAN else ""
    content = _content(row.sesudah) or _content(row.sebelum) or {}
    return row.objek if "keputusan" in content else ""


def predicate(row: BarisJejak, before: Isi | None, after: Isi | None) -> str:
    """ "diverifikasi sesuai", "dijadikan cadangan"; of a tindakan without words of its own its name."""
    if row.tindakan == VERIFIKASI and after:
        return _verified(after)
    if row.tindakan == SETUJUI and after:
        return "disetujui" if after.get("disetujui") else "ditarik persetujuannya"
    if before is None and after is not None and row.tindakan in BARU:
        return BARU[row.tindakan]
    if after is None and row.tindakan in HILANG:
        return HILANG[row.tindakan]
    return DILAKUKAN.get(row.tindakan, f"({row.tindakan})")


def _verified(after: Isi) -> str:
    if after.get("keputusan") == Keputusan.BELUM:
        return "ditarik keputusan verifikasinya"
    return f"diverifikasi {after.get('keputusan')}"


def _subject(row: BarisJejak, kode: str, kamus: Kamus) -> str:
    if kode:
        nama = kamus.usulan.get(kode)
        return f"Usulan “{nama}” ({kode})" if nama else f"Usulan {kode}"
    for before, subject in TENTANG.items():
        if row.objek.startswith(before):
            return f"{subject} {row.objek.removeprefix(before)}"
    if row.rantai == RANTAI_AKUN:
        return f"Akun {row.objek}"
    return SUBYEK.get(row.objek) or row.objek[:1].upper() + row.objek[1:]


def _content(text: str) -> Isi | None:
    """None for what was not there, and for what is no set of fields, such as a list of rules."""
    content = json.loads(text)
    return content if isinstance(content, dict) else None


def _changes(before: Isi | None, after: Isi | None, tempat: Tempat) -> Iterator[str]:
    """ "biaya Rp90.000.000 → Rp75.000.000" where something was before, else "biaya Rp75.000.000"."""
    old, new = before or {}, after or {}
    for field in [*new, *(name for name in old if name not in new)]:
        if field in BUKAN_ISIAN or (field in new and old.get(field) == new[field]):
            continue
        label = _label(field)
        if field == "tingkat":
            yield from tempat.levels(old.get(field) or [], new.get(field) or [])
        elif field not in new:
            yield from _value(label, field, old[field], tempat)
        else:
            yield from _change(label, field, old.get(field), new[field], tempat)


def differing(stored: Isi, wanted: Isi, tempat: Tempat) -> list[str]:
    """What is stored where somebody wanted to save something else: "nomor 1/BA", "tanggal 5 Maret 2027"."""
    return [
        f"{_label(field)} {shorten(in_words(field, value, tempat), PANJANG, placeholder=' …')}"
        for field, value in stored.items()
        if field not in BUKAN_ISIAN and value != wanted[field]
    ]


def _label(field: str) -> str:
    return ISIAN.get(field, field.replace("_", " "))


def _change(label: str, field: str, old: Any, new: Any, tempat: Tempat) -> Iterator[str]:
    """A list of what was before beside a number is that number spelt out; the first decision follows on none."""
    if old in NOTHING or (isinstance(old, list) and isinstance(new, int)):
        yield from _value(label, field, new, tempat)
    elif field != "keputusan" or old != Keputusan.BELUM:
        yield f"{label} {in_words(field, old, tempat)} → {in_words(field, new, tempat)}"


def _value(label: str, field: str, value: Any, tempat: Tempat) -> Iterator[str]:
    if value not in NOTHING:
        yield f"{label} {in_words(field, value, tempat)}"
