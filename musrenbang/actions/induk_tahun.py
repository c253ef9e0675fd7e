"""The years: a new one is prepared from the last, and becomes the one that everybody works in when Bappeda says so."""

from datetime import datetime

from musrenbang.access import may_keep_master_data
from musrenbang.actions.induk import Meja, at_desk, must_exist
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.fields import number
from musrenbang.model import Orang, Rapat, TahunInduk
from musrenbang.store import induk as table
from musrenbang.store import meetings, reference
from musrenbang.store.engine import Rows, Store

SIAPKAN, JADIKAN = "siapkan tahun", "jadikan tahun berjalan"
TERAKHIR = 2100


def tahun(store: Store, who: Orang) -> list[TahunInduk]:
    """Latest first."""
    refuse(*may_keep_master_data(who))

    def work(tx: Rows) -> list[TahunInduk]:
        now = meetings.current_year(tx)
        return [_one(tx, tahun, berjalan=tahun == now) for tahun in meetings.years(tx)]

    return store.snapshot(work)


def siapkan_tahun(store: Store, who: Orang, dari: int, now: datetime) -> int:
    """Prepares the year after `dari` with its prioritas, kriteria, words and rules, without the approval, and with one
    waiting meeting for each kecamatan. The current year stays. Returns the new year."""
    baru = dari + 1

    def work(meja: Meja) -> int:
        must_exist(meja.tx, dari)
        refuse(*number("Tahun", baru, 2019, TERAKHIR))
        if baru in meetings.years(meja.tx):
            raise Refused([Issue("tahun_sudah_ada", {"tahun": baru})])
        meetings.make_current(meja.tx, meetings.current_year(meja.tx))
        rapat = table.copy_year(meja.tx, dari, baru)
        meja.log(f"tahun {baru}", None, {"dari": str(dari), "rapat": rapat})
        return baru

    return at_desk(store, who, SIAPKAN, now, work)


def jadikan_berjalan(store: Store, who: Orang, tahun: int, now: datetime) -> None:
    """From now on camat, desa/kelurahan, OPD and the public schedule have this year. Not while a meeting is running."""

    def work(meja: Meja) -> None:
        must_exist(meja.tx, tahun)
        before = meetings.current_year(meja.tx)
        if before == tahun:
            raise Refused([Issue("tahun_sudah_berjalan", {"tahun": tahun})])
        refuse(*(issue for r in meetings.of_year(meja.tx, before) for issue in _busy(r)))
        meetings.make_current(meja.tx, tahun)
        meja.log("tahun berjalan", {"tahun": str(before)}, {"tahun": str(tahun)})

    at_desk(store, who, JADIKAN, now, work)


def _one(tx: Rows, tahun: int, *, berjalan: bool) -> TahunInduk:
    rapat = meetings.of_year(tx, tahun)
    dikirim = sum(r.dikirim is not None for r in rapat)
    dimulai = sum(r.dimulai is not None for r in rapat) - dikirim
    nomor = reference.bobot_of_year(tx, tahun).nomor_penetapan
    return TahunInduk(tahun, nomor, len(rapat), dimulai, dikirim, berjalan)


def _busy(rapat: Rapat) -> list[Issue]:
    """Whoever works on it, here or with a kapsul, would not find it any more."""
    named = {"kecamatan": rapat.kecamatan.nama, "tahun": rapat.tahun}
    if rapat.dibawa:
        return [Issue("rapat_dibawa", named)]
    return [Issue("rapat_berlangsung", named)] if rapat.dimulai and not rapat.dikirim else []
