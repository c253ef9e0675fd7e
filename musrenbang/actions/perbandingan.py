"""Kecamatan side by side, for Bappeda: the figures of a scope, the usulan behind them, how strict each meeting was."""

from musrenbang.access import may_see_all
from musrenbang.errors import refuse
from musrenbang.ketegasan import adjust
from musrenbang.model import BarisBanding, HasilKetegasan, Jumlah, Lingkup, Orang, Perbandingan, Rincian, RujukanBanding
from musrenbang.pola import signs
from musrenbang.store import ketegasan as scores
from musrenbang.store import meetings, perbandingan, recent, reference
from musrenbang.store.engine import Rows, Store

SEMUA = Rincian()


def tahun(store: Store, who: Orang) -> list[int]:
    """The years that have meetings: the current one, then the others, latest first."""
    refuse(*may_see_all(who))

    def read(tx: Rows) -> list[int]:
        now = meetings.current_year(tx)
        return [now, *(tahun for tahun in meetings.years(tx) if tahun != now)]

    return list(recent.of_all(store, "tahun", read))


def bandingkan(store: Store, who: Orang, lingkup: Lingkup) -> Perbandingan:
    refuse(*may_see_all(who))
    return recent.of_all(store, lingkup, lambda tx: perbandingan.figures(tx, lingkup))


def per_opd_dan_prioritas(store: Store, who: Orang, lingkup: Lingkup) -> dict[tuple[str, str | None, int], Jumlah]:
    """Usulan prioritas by (kecamatan, OPD or None, nomor of the prioritas)."""
    refuse(*may_see_all(who))
    question = ("per_opd_dan_prioritas", lingkup)
    return recent.of_all(store, question, lambda tx: perbandingan.by_opd_and_prioritas(tx, lingkup))


def usulan(store: Store, who: Orang, lingkup: Lingkup, rincian: Rincian = SEMUA) -> list[BarisBanding]:
    """The usulan behind a figure, by kecamatan and rank."""
    refuse(*may_see_all(who))
    return store.snapshot(lambda tx: perbandingan.usulan(tx, lingkup, rincian))


def ketegasan(store: Store, who: Orang, lingkup: Lingkup) -> HasilKetegasan:
    """From all scored usulan of the year; the scope only says which of them are `terpilih`."""
    refuse(*may_see_all(who))
    usulan, differ = store.snapshot(lambda tx: (scores.scored(tx, lingkup), scores.weights_differ(tx, lingkup.tahun)))
    found = adjust(usulan)
    return HasilKetegasan(tuple(usulan), found, signs(usulan, found), differ)


def rujukan(store: Store, who: Orang, tahun: int) -> RujukanBanding:
    """Names as they are kept for `tahun`; the years are those that have meetings, latest first."""
    refuse(*may_see_all(who))
    return recent.of_all(store, ("rujukan", tahun), lambda tx: _names(tx, tahun))


def _names(tx: Rows, tahun: int) -> RujukanBanding:
    return RujukanBanding(
        tuple(meetings.years(tx)),
        {k.kode: k.nama for k in reference.kecamatan(tx)},
        reference.opd(tx),
        reference.prioritas(tx, tahun),
        reference.bobot_of_year(tx, tahun).kriteria,
    )
