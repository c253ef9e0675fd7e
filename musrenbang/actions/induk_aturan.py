"""Rules of verification of a year: off, warn or refuse, each with its number or its words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from musrenbang import guards_induk
from musrenbang.access import may_keep_master_data
from musrenbang.actions.induk import Meja, at_desk, must_exist, one_line
from musrenbang.actions.lambang import RANTAI
from musrenbang.errors import refuse
from musrenbang.model import Aturan, AturanTahun, Orang
from musrenbang.store import induk as table
from musrenbang.store import meetings, reference, trail
from musrenbang.store.engine import Rows, Store

UBAH = "ubah aturan verifikasi"


def aturan(store: Store, who: Orang, tahun: int) -> AturanTahun:
    refuse(*may_keep_master_data(who))
    return store.snapshot(lambda tx: _stored(tx, tahun))


def simpan(store: Store, who: Orang, isi: AturanTahun, now: datetime) -> None:
    """For what is verified from now on; what a rule has said of an usulan stays with it. `isi.versi` is what was
    shown; raises ChangedMeanwhile."""
    after, objek = tuple(map(_clean, isi.aturan)), f"aturan {isi.tahun}"

    def work(meja: Meja) -> None:
        before = _stored(meja.tx, isi.tahun).aturan
        now_ = ", ".join(f"{a.kunci} {a.sikap}" for a in before)
        meja.must_be_seen(objek, f"Aturan verifikasi tahun {isi.tahun}", isi.versi, now_)
        refuse(*guards_induk.aturan(after, before))
        table.save_aturan(meja.tx, isi.tahun, after)
        meja.log(objek, told(before), told(after))
        meja.tell([r for r in meetings.of_year(meja.tx, isi.tahun) if not r.dikirim], objek)

    at_desk(store, who, UBAH, now, work)


def _stored(tx: Rows, tahun: int) -> AturanTahun:
    must_exist(tx, tahun)
    versi = trail.last_number(tx, RANTAI, f"aturan {tahun}")
    return AturanTahun(tahun, tuple(reference.aturan(tx, tahun)), versi)


def _clean(a: Aturan) -> Aturan:
    return replace(a, kata=tuple(kata for kata in map(one_line, a.kata) if kata))


def told(aturan: Sequence[Aturan]) -> dict[str, dict[str, object]]:
    return {a.kunci: {"sikap": a.sikap.value, "angka": a.angka, "kata": a.kata} for a in aturan}
