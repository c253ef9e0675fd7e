"""What an import would do: which usulan are new, which change and in what, which stay. Nothing is ever removed."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from musrenbang.errors import Issue
from musrenbang.intake import cells
from musrenbang.intake.columns import Salah, in_order
from musrenbang.intake.row_reading import BarisUsulan
from musrenbang.intake.sipd import AWALAN
from musrenbang.intake.usulan_lembar import Bacaan
from musrenbang.model import Asal, IsiUsulan, Usulan

ISI = tuple(field.name for field in fields(IsiUsulan))
LONGEST_KODE = 40
TEKS = ("nama", "permasalahan", "lokasi", "satuan")


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One usulan before and after; `isian` names what differs: fields of IsiUsulan, "urutan", "disetujui"."""

    lama: Usulan
    baru: Usulan
    isian: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rencana:
    """`salah` stops all of it. `asing` are heads of columns that nobody reads."""

    sipd: bool
    baru: tuple[Usulan, ...] = ()
    berubah: tuple[Perubahan, ...] = ()
    tetap: int = 0
    salah: tuple[Salah, ...] = ()
    asing: tuple[str, ...] = ()

    @property
    def dilihat(self) -> dict[UUID, int]:
        """The versi of every usulan that would change, as it was when this was planned."""
        return {change.lama.id: change.lama.versi for change in self.berubah}

    @property
    def hasil(self) -> "HasilImpor":
        return HasilImpor(len(self.baru), len(self.berubah), self.tetap)


class HasilImpor(NamedTuple):
    """Counts of usulan."""

    baru: int
    berubah: int
    tetap: int


def plan(
    bacaan: Bacaan,
    ada: Sequence[Usulan],
    tahun: int,
    rapat: Mapping[str, UUID],
    terpakai: Mapping[str, int],
    lain: Mapping[str, tuple[str, int]],
    *,
    setujui: bool = False,
) -> Rencana:
    """`ada` are all usulan of the places concerned, `rapat` the meeting of each kecamatan, `terpakai` each kode that
    was ever used there, and how often the trail names it; `lain` each that an usulan of another place or year has, the
    name of its kecamatan and that year.

    A row is the usulan of its kode; else the one of its desa with the same nama and lokasi; else, without a kode, the
    one at the same place in the desa's order if no other row is that one; else it is new.
    """
    bacaan = _with_own_kode(bacaan, ada)
    sipd, rows = bacaan.kepala.sipd, bacaan.baris
    found = _matched(rows, ada)
    # while a row cannot be read nobody knows which places it leaves or takes
    taken = () if bacaan.salah else _taken_places(bacaan, found, ada)
    faults = in_order([*bacaan.salah, *_kode_faults(bacaan, found, tahun, terpakai, lain), *taken])
    if faults:
        return Rencana(sipd, salah=faults, asing=bacaan.kepala.asing)
    free = Free(ada, rows, tahun, terpakai)
    new = tuple(_new(row, tahun, rapat, free, setujui=setujui) for row in rows if row.nomor not in found)
    known = [(found[row.nomor], row) for row in rows if row.nomor in found]
    changed = tuple(change for lama, row in known if (change := _change(lama, row, setujui=setujui)))
    return Rencana(sipd, new, changed, len(known) - len(changed), (), bacaan.kepala.asing)


def _with_own_kode(bacaan: Bacaan, ada: Iterable[Usulan]) -> Bacaan:
    """Our own export in SIPD's columns names each usulan by its kode, where SIPD has an ID."""
    if not bacaan.kepala.sipd:
        return bacaan
    own = {f"{AWALAN}{u.kode}": u.kode for u in ada}
    return replace(bacaan, baris=tuple(replace(row, kode=own.get(row.kode or "", row.kode)) for row in bacaan.baris))


def _matched(rows: Sequence[BarisUsulan], ada: Sequence[Usulan]) -> dict[int, Usulan]:
    """The usulan of each row by the row's number; a row that is new is not in it."""
    by_kode = {u.kode: u for u in ada}
    found = {row.nomor: by_kode[row.kode] for row in rows if row.kode in by_kode}
    _match(rows, [u for u in ada if not u.kode.startswith(AWALAN)], found, _work)
    _match([row for row in rows if not row.kode], ada, found, _place)
    return found


def _match(
    rows: Iterable[BarisUsulan], ada: Iterable[Usulan], found: dict[int, Usulan], key: Callable[[Any], object]
) -> None:
    """Give rows that have none an usulan with the same key that nobody has; of several the one in the same place."""
    taken = {u.id for u in found.values()}
    free: dict[object, list[Usulan]] = {}
    for u in ada:
        if u.id not in taken:
            free.setdefault(key(u), []).append(u)
    for row in rows:
        if row.nomor not in found and (same := free.get(key(row))):
            found[row.nomor] = same.pop(next((i for i, u in enumerate(same) if u.urutan == row.urutan), 0))


def _desa(u: Usulan | BarisUsulan) -> str | None:
    return u.desa if isinstance(u, Usulan) else u.desa.kode


def _work(u: Usulan | BarisUsulan) -> object:
    return _desa(u), cells.same(u.isi.nama), cells.same(u.isi.lokasi)


def _place(u: Usulan | BarisUsulan) -> object:
    return _desa(u), u.urutan


def _kode_faults(
    bacaan: Bacaan, found: Mapping[int, Usulan], tahun: int, terpakai: Container[str],
    lain: Mapping[str, tuple[str, int]],
) -> Iterator[Salah]:  # fmt: skip
    """A kode that is not there may only be one that this application would still give, or SIPD's of nobody."""
    kunci = "id" if bacaan.kepala.sipd else "kode"
    for row in bacaan.baris:
        u = found.get(row.nomor)
        if u and u.desa != row.desa.kode:
            facts = {"kode": u.kode, "desa": f"desa/kelurahan berkode {u.desa}"}
            yield bacaan.kepala.fault(row.nomor, kunci, Issue("sel_kode_desa_lain", facts), u.kode)
        elif row.kode and not u and not _may_be_new(row.kode, row.desa.kode, tahun, terpakai):
            shown = cells.shown(row.kode)
            yield bacaan.kepala.fault(row.nomor, kunci, Issue("sel_kode", {"nilai": shown}), shown)
        elif row.kode and not u and row.kode in lain:
            kecamatan, year = lain[row.kode]
            of = {"kode": row.kode, "kecamatan": kecamatan, "tahun": year}
            yield bacaan.kepala.fault(row.nomor, kunci, Issue("sel_id_dipakai", of), row.kode)


def _may_be_new(kode: str, desa: str, tahun: int, terpakai: Container[str]) -> bool:
    own = re.fullmatch(re.escape(f"{tahun}-{desa}-") + "[0-9]{3,4}", kode)
    return bool(own and kode not in terpakai) or (kode.startswith(AWALAN) and len(kode) <= LONGEST_KODE)


def _taken_places(bacaan: Bacaan, found: Mapping[int, Usulan], ada: Iterable[Usulan]) -> Iterator[Salah]:
    """A row that moves to a place in its desa's order where an usulan is that the file leaves alone."""
    if bacaan.kepala.sipd:
        return
    moving = {u.id for u in found.values()}
    kept = {(u.desa, u.urutan): u.kode for u in ada if u.id not in moving}
    for row in bacaan.baris:
        u = found.get(row.nomor)
        kode = kept.get((row.desa.kode, row.urutan or 0))
        if kode and not (u and u.urutan == row.urutan):
            yield bacaan.kepala.fault(row.nomor, "urutan", Issue("urutan_dipakai", {"kode": kode}), str(row.urutan))


class Free:
    """What the next new usulan of a desa may be called, and its place in the order; each is given once."""

    def __init__(
        self, ada: Sequence[Usulan], rows: Sequence[BarisUsulan], tahun: int, terpakai: Mapping[str, int]
    ) -> None:
        self._tahun, self._terpakai = tahun, terpakai
        self._kodes = {u.kode for u in ada} | {row.kode for row in rows if row.kode} | terpakai.keys()
        self._places = {_place(u) for u in ada} | {_place(row) for row in rows if "urutan" not in row.bawaan}
        self._last: dict[object, int] = {}
        self._numbers: dict[str, int] = {}

    def kode(self, desa: str) -> str:
        number = self._numbers.get(desa, 0) + 1
        while f"{self._tahun}-{desa}-{number:03d}" in self._kodes:
            number += 1
        self._numbers[desa] = number
        return f"{self._tahun}-{desa}-{number:03d}"

    def id(self, rapat: UUID, kode: str) -> UUID:
        """Only SIPD's kode can come back. What has it then is another usulan, which no open screen may touch."""
        before = self._terpakai.get(kode)
        return uuid5(rapat, f"{kode} {before}" if before else kode)

    def place(self, row: BarisUsulan) -> int:
        """The one that was asked for; for SIPD's only if it is free; else the first free one."""
        if row.urutan and ("urutan" not in row.bawaan or _place(row) not in self._places):
            self._places.add(_place(row))
            return row.urutan
        number = self._last.get(row.desa.kode, 0) + 1
        while (row.desa.kode, number) in self._places:
            number += 1
        self._last[row.desa.kode] = number
        return number


def _new(row: BarisUsulan, tahun: int, rapat: Mapping[str, UUID], free: Free, *, setujui: bool) -> Usulan:
    desa, kode = row.desa, row.kode or free.kode(row.desa.kode)
    id_ = free.id(rapat[desa.kecamatan], kode)
    approved = setujui or bool(row.disetujui)
    return Usulan(
        id_, kode, tahun, desa.kecamatan, Asal(desa.jenis), desa.kode, free.place(row), row.isi, approved, 1
    )  # fmt: skip


def _change(lama: Usulan, row: BarisUsulan, *, setujui: bool) -> Perubahan | None:
    """None when nothing differs; what the file does not hold stays as it is."""
    told = [name for name in ISI if name not in row.bawaan and _differs(name, lama.isi, row.isi)]
    isi = replace(lama.isi, **{name: getattr(row.isi, name) for name in told}) if told else lama.isi
    urutan = lama.urutan if row.urutan is None or "urutan" in row.bawaan else row.urutan
    kept = lama.disetujui and not told  # an approval was given to other words
    disetujui = setujui or (kept if row.disetujui is None else row.disetujui)
    other = (("urutan", urutan != lama.urutan), ("disetujui", disetujui != lama.disetujui))
    isian = (*told, *(name for name, differs in other if differs))
    return Perubahan(lama, replace(lama, isi=isi, urutan=urutan, disetujui=disetujui), isian) if isian else None


def _differs(name: str, lama: IsiUsulan, baru: IsiUsulan) -> bool:
    """Blanks alone are no difference: a spreadsheet may lose them."""
    before, after = getattr(lama, name), getattr(baru, name)
    return bool(before != after and (name not in TEKS or before.split() != after.split()))
