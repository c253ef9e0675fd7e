"""Pagu indikatif of a year, one a kecamatan or none: told to the meeting, shown beside its ranking, never deciding."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from musrenbang import guards_induk
from musrenbang.access import Tindakan, may_keep_master_data, may_touch_meeting
from musrenbang.actions.induk import Meja, at_desk, must_exist
from musrenbang.actions.lambang import RANTAI
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.formats import rupiah
from musrenbang.model import Orang, PaguKecamatan, PaguTahun
from musrenbang.store import meetings, recent, reference, trail
from musrenbang.store import pagu as table
from musrenbang.store.engine import Rows, Store

UBAH = "ubah pagu"


def pagu(store: Store, who: Orang, tahun: int) -> PaguTahun:
    """All kecamatan, by kode."""
    refuse(*may_keep_master_data(who))
    return store.snapshot(lambda tx: _stored(tx, tahun))


def pagu_rapat(store: Store, who: Orang, rapat: UUID) -> int | None:
    """Of the kecamatan and year of one meeting, in whole rupiah; None: not given."""
    found = recent.now(store, rapat)
    if found is None:
        raise Refused([Issue("tidak_ditemukan")])
    refuse(*may_touch_meeting(who, Tindakan.LIHAT, found))
    return table.find(store, found.tahun, found.kecamatan.kode)


def simpan(store: Store, who: Orang, isi: PaguTahun, now: datetime) -> None:
    """At any time, also of sent meetings. `isi.versi` is what was shown; raises ChangedMeanwhile."""
    objek = f"pagu {isi.tahun}"

    def work(meja: Meja) -> None:
        before = _stored(meja.tx, isi.tahun).pagu
        meja.must_be_seen(objek, f"Pagu tahun {isi.tahun}", isi.versi, _summed(before))
        refuse(*guards_induk.pagu(isi.pagu, before))
        table.save(meja.tx, isi.tahun, given(before), given(isi.pagu))
        meja.log(objek, told(before), told(isi.pagu))
        changed = {new.kode for old, new in zip(before, isi.pagu, strict=True) if old.pagu != new.pagu}
        meja.tell([r for r in meetings.of_year(meja.tx, isi.tahun) if r.kecamatan.kode in changed], objek)

    at_desk(store, who, UBAH, now, work)


def given(pagu: Sequence[PaguKecamatan]) -> dict[str, int]:
    """By kode of kecamatan, of those that have one."""
    return {p.kode: p.pagu for p in pagu if p.pagu is not None}


def stored(tx: Rows, tahun: int) -> tuple[PaguKecamatan, ...]:
    known = table.of_year(tx, tahun)
    return tuple(PaguKecamatan(k.kode, k.nama, known.get(k.kode)) for k in reference.kecamatan(tx))


def _stored(tx: Rows, tahun: int) -> PaguTahun:
    must_exist(tx, tahun)
    return PaguTahun(tahun, stored(tx, tahun), trail.last_number(tx, RANTAI, f"pagu {tahun}"))


def _summed(pagu: Sequence[PaguKecamatan]) -> str:
    amounts = given(pagu).values()
    return f"{rupiah(sum(amounts))} untuk {len(amounts)} kecamatan"


def told(pagu: Sequence[PaguKecamatan]) -> dict[str, int | None]:
    return {f"pagu {p.nama}": p.pagu for p in pagu}
