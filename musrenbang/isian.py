"""The value of one field of the trail, as people read it. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from itertools import zip_longest
from typing import Any

from musrenbang.formats import angka, bulat, rupiah, tanggal, tanggal_jam
from musrenbang.model import Kamus

TIADA = "kosong"


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a value stands: the names for it, and the year of its meeting, None outside any."""

    kamus: Kamus
    tahun: int | None

    def prioritas(self, nomor: int) -> str:
        nama = self.kamus.prioritas.get((self.tahun or 0, nomor))
        return f"{nomor}. {nama}" if nama else str(nomor)

    def levels(self, old: Sequence[int | None], new: Sequence[int | None]) -> Iterator[str]:
        """Each kriteria whose level has changed: "Keterdesakan 3 → 5"; where there was none "Keterdesakan 5"."""
        names = self.kamus.kriteria.get(self.tahun or 0, ())
        for at, (was, now) in enumerate(zip_longest(old, new)):
            if was != now:
                name = names[at] if at < len(names) else f"Kriteria {at + 1}"
                yield f"{name} {now}" if was is None else f"{name} {was} → {now or 'kosong'}"


def in_words(field: str, value: Any, tempat: Tempat) -> str:
    if value is None or value == "" or value == []:
        return TIADA
    known = KNOWN.get(field) or OF_EACH.get(field.partition(" ")[0])
    return known(value, tempat) if known else _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int):
        return bulat(value)
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    if isinstance(value, dict):
        return " ".join(_plain(part) for part in value.values() if part)
    return f"“{value}”" if " " in str(value) else str(value)


def _volume(value: Any, _: Tempat) -> str:
    try:
        return angka(Decimal(str(value)))
    except InvalidOperation:
        return str(value)


def _day(value: Any, _: Tempat) -> str:
    return tanggal(date.fromisoformat(value))


def _moment(value: Any, _: Tempat) -> str:
    return tanggal_jam(datetime.fromisoformat(value))


def _count(value: Any, _: Tempat) -> str:
    return bulat(len(value)) if isinstance(value, list) else bulat(value)


KNOWN: dict[str, Callable[[Any, Tempat], str]] = {
    "biaya": lambda v, _: rupiah(v),
    "anggaran": lambda v, _: rupiah(v),
    "realisasi": lambda v, _: rupiah(v),
    "volume": _volume,
    "opd": lambda v, t: t.kamus.opd.get(v, v),
    "opd_usul": lambda v, t: t.kamus.opd.get(v, v),
    "prioritas": lambda v, t: t.prioritas(v),
    "digabung_ke": lambda v, t: t.kamus.kode.get(v, v),
    "tanggal": _day,
    "tanggal_surat": _day,
    "tanggal_penetapan": _day,
    "dikirim": _moment,
    "berakhir": _moment,
    "terkirim": _count,
    "ditarik": _count,
    "wilayah": lambda v, t: t.kamus.opd.get(v, v),
}
OF_EACH: dict[str, Callable[[Any, Tempat], str]] = {"pagu": lambda v, _: rupiah(v)}  # "pagu Bahorok", "pagu Stabat"
