"""All master data of a year as a workbook: out, and in again through the same actions, all of it or nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import astuple, replace
from datetime import datetime
from typing import NamedTuple, TypeVar

from musrenbang.access import may_keep_master_data
from musrenbang.actions import induk_aturan, induk_kriteria, induk_opd, induk_pagu, induk_prioritas, induk_wilayah
from musrenbang.actions.catatan import dicatat
from musrenbang.actions.induk import must_exist
from musrenbang.actions.lambang import RANTAI
from musrenbang.errors import ChangedMeanwhile, Issue, Refused, refuse
from musrenbang.formats import jam, rupiah, tanggal
from musrenbang.intake.induk_baris import (
    ATURAN,
    DESA,
    KECAMATAN,
    KRITERIA,
    OPD,
    PAGU,
    PENETAPAN,
    PRIORITAS,
    SelSalah,
    unread,
)
from musrenbang.intake.induk_lembar import read_induk
from musrenbang.intake.lembar import Lembar
from musrenbang.model import (
    Aturan,
    Bobot,
    Desa,
    IsiInduk,
    Kecamatan,
    Kriteria,
    Opd,
    Orang,
    PaguKecamatan,
    PerubahanInduk,
    Prioritas,
)
from musrenbang.store import reference, trail
from musrenbang.store.engine import Inside, Rows, Store
from musrenbang.store.trail import Chain
from musrenbang.words import sentence

T = TypeVar("T", Aturan, Desa, Kecamatan, Kriteria, Opd, PaguKecamatan, Prioritas)
Step = Callable[[Store], None]


class RencanaInduk(NamedTuple):
    """What an import would do now: its changes, or what is wrong, by cell and beyond cells. Nothing is planned with a
    fault. `dilihat` is the versi that it was planned at, `asing` what of the workbook nobody reads."""

    perubahan: tuple[PerubahanInduk, ...]
    salah: tuple[SelSalah, ...]
    masalah: tuple[Issue, ...]
    dilihat: int
    asing: tuple[str, ...]


class _Tried(Exception):
    """Ends a transaction that was only tried."""


def isi(store: Store, who: Orang, tahun: int) -> IsiInduk:
    refuse(*may_keep_master_data(who))
    return store.snapshot(lambda tx: _stored(tx, tahun))


@dicatat("pratinjau data induk")
def pratinjau(store: Store, who: Orang, tahun: int, buku: Mapping[str, Lembar], now: datetime) -> RencanaInduk:
    """What `impor` would do: it is done and taken back, so that its refusals are the real ones."""
    refuse(*may_keep_master_data(who))
    stored = isi(store, who, tahun)
    new, salah = read_induk(buku, stored)
    asing = tuple(unread(buku))
    if salah:
        return RencanaInduk((), salah, (), stored.versi, asing)
    try:
        store.transaction(lambda tx: _try(Inside(store, tx), who, stored, new, now))
    except _Tried:
        return RencanaInduk(tuple(_changes(stored, new)), (), (), stored.versi, asing)
    except Refused as refused:
        return RencanaInduk((), (), refused.issues, stored.versi, asing)
    raise AssertionError


@dicatat("impor data induk")
def impor(store: Store, who: Orang, tahun: int, buku: Mapping[str, Lembar], dilihat: int, now: datetime) -> int:
    """Saves what the preview has shown. Returns how many things changed. Raises ChangedMeanwhile when master data has
    changed since (`dilihat`), and Refused with every fault."""
    refuse(*may_keep_master_data(who))

    def work(tx: Rows) -> int:
        Chain(tx, RANTAI, who.nama_pengguna, now)  # held: nobody else writes to master data until this is over
        stored = _stored(tx, tahun)
        _must_be_seen(tx, stored, dilihat)
        new, salah = read_induk(buku, stored)
        refuse(*(Issue("sel_salah", {"sel": told(each), "catatan": sentence(each.issue)}) for each in salah))
        changes = list(_changes(stored, new))
        refuse(*([] if changes else [Issue("induk_sama")]))
        _save(Inside(store, tx), who, stored, new, now)
        return len(changes)

    return store.transaction(work)


def told(salah: SelSalah) -> str:
    return f"Lembar {salah.lembar}, baris {salah.baris} ({salah.judul})"


def _try(store: Store, who: Orang, stored: IsiInduk, new: IsiInduk, now: datetime) -> None:
    _save(store, who, stored, new, now)
    raise _Tried


def _stored(tx: Rows, tahun: int) -> IsiInduk:
    must_exist(tx, tahun)
    last = trail.newest(tx, RANTAI)
    places = reference.kecamatan(tx)
    return IsiInduk(
        tahun, reference.bobot_of_year(tx, tahun), tuple(reference.prioritas(tx, tahun).values()),
        tuple(reference.aturan(tx, tahun)), tuple(reference.opd(tx).values()), tuple(places),
        tuple(d for k in places for d in reference.desa(tx, k.kode)), induk_pagu.stored(tx, tahun),
        last.nomor if last else 0,
    )  # fmt: skip


def _must_be_seen(tx: Rows, stored: IsiInduk, dilihat: int) -> None:
    last = trail.newest(tx, RANTAI)
    if last and stored.versi != dilihat:
        raise ChangedMeanwhile([Issue("induk_berubah", {"oleh": last.oleh, "waktu": f"{jam(last.waktu)} WIB"})])


def _save(store: Store, who: Orang, old: IsiInduk, new: IsiInduk, now: datetime) -> None:
    """Each action with its own guards; all that refuse are told together."""
    issues = list[Issue]()
    for step in _steps(who, old, new, now):
        try:
            step(store)
        except Refused as refused:
            issues += refused.issues
    refuse(*issues)


def _steps(who: Orang, old: IsiInduk, new: IsiInduk, now: datetime) -> Iterator[Step]:
    if new.bobot != old.bobot:
        yield lambda s: induk_kriteria.simpan(
            s, who, replace(induk_kriteria.kriteria(s, who, new.tahun), bobot=new.bobot), now
        )
    if new.prioritas != old.prioritas:
        yield lambda s: induk_prioritas.simpan(
            s, who, replace(induk_prioritas.prioritas(s, who, new.tahun), prioritas=new.prioritas), now
        )
    if new.aturan != old.aturan:
        yield lambda s: induk_aturan.simpan(
            s, who, replace(induk_aturan.aturan(s, who, new.tahun), aturan=new.aturan), now
        )
    if new.pagu != old.pagu:
        yield lambda s: induk_pagu.simpan(s, who, replace(induk_pagu.pagu(s, who, new.tahun), pagu=new.pagu), now)
    yield from (_opd_step(who, one, now, added=before is None) for before, one in _differing(old.opd, new.opd, "kode"))
    yield from (_kecamatan_step(who, one, now) for _, one in _differing(old.kecamatan, new.kecamatan, "kode"))
    yield from (
        _desa_step(who, one, now, added=before is None) for before, one in _differing(old.desa, new.desa, "kode")
    )


def _opd_step(who: Orang, one: Opd, now: datetime, *, added: bool) -> Step:
    if added:
        return lambda s: induk_opd.tambah(s, who, one, now)
    return lambda s: induk_opd.ubah(s, who, one, _number(s, f"opd {one.kode}"), now)


def _kecamatan_step(who: Orang, one: Kecamatan, now: datetime) -> Step:
    return lambda s: induk_wilayah.ubah_kecamatan(s, who, one, _number(s, f"kecamatan {one.kode}"), now)


def _desa_step(who: Orang, one: Desa, now: datetime, *, added: bool) -> Step:
    if added:
        return lambda s: induk_wilayah.tambah_desa(s, who, one, now)
    return lambda s: induk_wilayah.ubah_desa(s, who, one.kode, one.nama, _number(s, f"desa {one.kode}"), now)


def _number(rows: Rows, objek: str) -> int:
    return trail.last_number(rows, RANTAI, objek)


def _differing(old: tuple[T, ...], new: tuple[T, ...], key: str) -> Iterator[tuple[T | None, T]]:
    """What is not as it was, with what it was; None: it was not there."""
    before = {getattr(one, key): one for one in old}
    return ((before.get(getattr(one, key)), one) for one in new if before.get(getattr(one, key)) != one)


def _changes(old: IsiInduk, new: IsiInduk) -> Iterator[PerubahanInduk]:
    """In the order of the sheets."""
    yield from _told_each(KRITERIA, old.bobot.kriteria, new.bobot.kriteria, "nomor", _of_kriteria)
    if _approved(old.bobot) != _approved(new.bobot):
        yield PerubahanInduk(PENETAPAN, "Penetapan bobot", _approved(old.bobot), _approved(new.bobot))
    yield from _told_each(PRIORITAS, old.prioritas, new.prioritas, "nomor", lambda p: p.nama)
    yield from _told_each(ATURAN, old.aturan, new.aturan, "kunci", _of_aturan)
    yield from _told_each(PAGU, old.pagu, new.pagu, "kode", _of_pagu)
    yield from _told_each(OPD, old.opd, new.opd, "kode", lambda o: "; ".join(filter(None, astuple(o)[1:])))
    yield from _told_each(
        KECAMATAN, old.kecamatan, new.kecamatan, "kode", lambda k: "; ".join(filter(None, astuple(k)[1:]))
    )
    yield from _told_each(DESA, old.desa, new.desa, "kode", lambda d: f"{d.jenis} {d.nama}")


def _told_each(
    bagian: str, old: tuple[T, ...], new: tuple[T, ...], key: str, say: Callable[[T], str]
) -> Iterator[PerubahanInduk]:
    for before, after in _differing(old, new, key):
        yield PerubahanInduk(bagian, str(getattr(after, key)), say(before) if before else "", say(after))


def _of_kriteria(k: Kriteria) -> str:
    other = f"; bidang lain: {', '.join(k.kata_bidang_lain)}" if k.kata_bidang_lain else ""
    return f"{k.nama} ({k.singkat}), bobot {k.bobot}: {', '.join(k.kata)}{other}"


def _of_aturan(a: Aturan) -> str:
    more = [str(a.angka)] if a.angka is not None else []
    return ", ".join([a.sikap.value, *more, *a.kata])


def _of_pagu(p: PaguKecamatan) -> str:
    return f"{p.nama}: {rupiah(p.pagu) if p.pagu is not None else 'tanpa pagu'}"


def _approved(bobot: Bobot) -> str:
    when = f" tanggal {tanggal(bobot.tanggal_penetapan)}" if bobot.tanggal_penetapan else ""
    return f"{bobot.nomor_penetapan or 'bobot contoh'}{when}"
