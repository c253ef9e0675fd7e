"""Every figure of the comparison against a plain count with pandas, on empty, one-sided and mixed databases."""

import math
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang.model import LENGKAP, TANPA_OPD, Asal, Bidang, Jumlah, Lingkup, Nasib, Perbandingan, Rincian
from musrenbang.scoring import BOBOT_CONTOH, TINGKAT_MAKS, rank_usulan
from musrenbang.store import perbandingan, seed
from musrenbang.store.bulk import insert_many
from musrenbang.store.engine import Rows, Store
from musrenbang.store.opening import open_store
from tests.cast import (
    BAHOROK,
    DISDIK,
    NOW,
    PEKAN_BAHOROK,
    PUTR,
    RAPAT,
    RAPAT_STABAT,
    STABAT,
    STABAT_BARU,
    SUKA_RAKYAT,
    TAHUN,
    reference,
)
from tests.conftest import Engine

MEETING = {BAHOROK: RAPAT, STABAT: RAPAT_STABAT}
DESA = {SUKA_RAKYAT: Asal.DESA, PEKAN_BAHOROK: Asal.KELURAHAN, STABAT_BARU: Asal.KELURAHAN}
COLUMNS = (
    "id, rapat, kode, asal, desa, urutan, nama, permasalahan, lokasi, volume, satuan, biaya, penerima, bidang, "
    "kewenangan, keputusan, alasan_verifikasi, digabung_ke, catatan_aturan, prioritas, alasan_cadangan, opd, versi"
)

# what hypothesis makes ---------------------------------------------------------------------------------------------

levels = st.tuples(*[st.none() | st.integers(1, most) for most in TINGKAT_MAKS]) | st.tuples(
    *[st.integers(1, most) for most in TINGKAT_MAKS]
)


@st.composite
def usulan(draw: st.DrawFn) -> dict[str, Any]:
    place = draw(st.sampled_from([*DESA, BAHOROK, STABAT]))
    nasib = draw(st.sampled_from(["accepted", *(one.value for one in Nasib)]))
    prioritas = draw(st.integers(1, 3)) if nasib == "prioritas" else None
    opd = draw(st.sampled_from([PUTR, DISDIK, None])) if nasib in ("prioritas", "cadangan") else None
    return {
        "kecamatan": place[:8],
        "desa": place if place in DESA else None,
        "asal": DESA.get(place, Asal.KECAMATAN).value,
        "bidang": draw(st.sampled_from(Bidang)).value,
        "biaya": draw(st.integers(0, 10**13)),
        "nasib": "belum" if nasib == "accepted" else nasib,
        "keputusan": {"accepted": "sesuai", "prioritas": "sesuai", "cadangan": "sesuai"}.get(nasib, nasib),
        "prioritas": prioritas,
        "opd": opd,
        "tingkat": draw(levels) if prioritas and opd else None,
    }


scope = st.builds(
    Lingkup,
    st.just(TAHUN),
    st.sampled_from([(), (BAHOROK,), (STABAT,), (BAHOROK, STABAT)]),
    st.sampled_from([(), (), (1,), (2, 3)]),
    st.sampled_from([(), (), (PUTR,), (PUTR, DISDIK), (TANPA_OPD,), (DISDIK, TANPA_OPD)]),
    st.sampled_from([(), (), (Bidang.FISIK,), (Bidang.EKONOMI, Bidang.SOSIAL)]),
    st.sampled_from([(), (), (Asal.DESA,), (Asal.KELURAHAN, Asal.KECAMATAN)]),
)

behind = st.builds(
    Rincian,
    st.lists(st.sampled_from(Nasib), unique=True).map(tuple),
    st.sampled_from([(), (), (SUKA_RAKYAT,), (PEKAN_BAHOROK, STABAT_BARU)]),
    st.none() | st.integers(LENGKAP, len(TINGKAT_MAKS)),
)

# the count with pandas ---------------------------------------------------------------------------------------------


def frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    names = ["kecamatan", "desa", "asal", "bidang", "biaya", "nasib", "keputusan", "prioritas", "opd", "tingkat"]
    return pd.DataFrame(rows, columns=names).astype(object)


def within(all_: pd.DataFrame, lingkup: Lingkup) -> pd.DataFrame:
    found = all_
    for name in ("kecamatan", "prioritas", "opd", "bidang", "asal"):
        chosen = [getattr(one, "value", one) for one in getattr(lingkup, name)]
        none = found[name].isna() if TANPA_OPD in chosen else False
        found = found[found[name].isin(chosen) | none] if chosen else found
    return found


def standing_behind(rows: pd.DataFrame, rincian: Rincian) -> pd.DataFrame:
    found = rows[rows["nasib"].isin(rincian.nasib)] if rincian.nasib else rows
    found = found[found["desa"].isin(rincian.desa)] if rincian.desa else found
    if rincian.dinilai is None:
        return found
    given = found[found["tingkat"].notna()]
    if rincian.dinilai == LENGKAP:
        return given[given["tingkat"].map(lambda levels: None not in levels).astype(bool)]
    return given[given["tingkat"].map(lambda levels: levels[rincian.dinilai - 1] is not None).astype(bool)]


def amount(rows: pd.DataFrame) -> Jumlah:
    return Jumlah(len(rows), sum(rows["biaya"]))


def places(points: pd.Series) -> tuple[int, ...]:
    """Lowest, quartiles and highest: scores that were given, at the first place that reaches the share."""
    ordered = points.sort_values().to_list()
    at = [ordered[math.ceil(share * len(ordered)) - 1] for share in (0.25, 0.5, 0.75)]
    return (ordered[0], *at, ordered[-1])


def check(p: Perbandingan, all_: pd.DataFrame, lingkup: Lingkup) -> None:
    found = within(all_, lingkup)
    kecamatan = [k for k in (BAHOROK, STABAT) if not lingkup.kecamatan or k in lingkup.kecamatan]
    assert [k.kode for k in p.kecamatan] == kecamatan
    utama = found[found["prioritas"].notna()]
    for kode in kecamatan:
        own = found[found["kecamatan"] == kode]
        assert p.of(kode).semua == amount(own)
        for nasib in Nasib:
            assert p.of(kode).of(nasib) == amount(own[own["nasib"] == nasib])
        check_scores(p, kode, own)
    assert p.per_opd == {
        (kode, opd if isinstance(opd, str) else None): amount(group)
        for (kode, opd), group in utama.groupby(["kecamatan", "opd"], dropna=False)
    }
    assert p.per_prioritas == {key: amount(group) for key, group in utama.groupby(["kecamatan", "prioritas"])}
    assert {d.kode for d in p.desa} == {kode for kode in DESA if kode[:8] in kecamatan}
    for desa in p.desa:
        assert desa.semua == amount(found[found["desa"] == desa.kode])
        assert desa.prioritas == amount(utama[utama["desa"] == desa.kode])


def check_opd(found: dict[tuple[str, str | None, int], Jumlah], rows: pd.DataFrame) -> None:
    groups = rows[rows["prioritas"].notna()].groupby(["kecamatan", "opd", "prioritas"], dropna=False)
    assert found == {
        (kode, opd if isinstance(opd, str) else None, prioritas): amount(group)
        for (kode, opd, prioritas), group in groups
    }


def check_scores(p: Perbandingan, kode: str, own: pd.DataFrame) -> None:
    given = own[own["tingkat"].notna()]["tingkat"]
    for kriteria, most in enumerate(TINGKAT_MAKS, 1):
        counted = given.map(lambda levels, at=kriteria - 1: levels[at]).value_counts()
        for tingkat in range(1, most + 1):
            assert p.tingkat.get((kode, kriteria, tingkat), 0) == counted.get(tingkat, 0)
    complete = given[given.map(lambda levels: None not in levels)]
    points = complete.map(lambda levels: sum(b * t for b, t in zip(BOBOT_CONTOH, levels, strict=True)))
    spread = p.of(kode).sebaran
    if points.empty:
        assert spread is None
        return
    assert spread is not None
    assert (spread.dinilai, spread.jumlah) == (len(points), points.sum())
    ends = (spread.terendah, spread.kuartil_1, spread.median, spread.kuartil_3, spread.tertinggi)
    assert ends == places(points)


# a real database ---------------------------------------------------------------------------------------------------


class TakeBack(BaseException):
    """Ends a transaction and leaves nothing."""


@pytest.fixture(scope="module", params=["duckdb", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    engine: Engine = request.getfixturevalue(f"{request.param}_engine")
    opened = open_store(engine.empty())
    opened.transaction(lambda tx: seed.fill(tx, reference(), TAHUN))
    yield opened
    opened.close()


def put(tx: Rows, rows: list[dict[str, Any]]) -> list[UUID]:
    for rapat in MEETING.values():
        columns = "rapat, b1, b2, b3, b4, b5, b6, b7, b8, kriteria"
        insert_many(tx, "bobot_rapat", columns, [(rapat, *BOBOT_CONTOH, "[]")])
    ids = [uuid5(RAPAT, f"banding {at}") for at in range(len(rows))]
    values = [
        (
            id_, MEETING[row["kecamatan"]], f"K{at}", row["asal"], row["desa"], 1, "Jalan", "", "", 1, "m",
            row["biaya"], 1, row["bidang"], "Kabupaten", row["keputusan"],
            "sebab" if row["nasib"] == "tidak sesuai" else None,
            RAPAT if row["nasib"] == "digabung" else None, "[]", row["prioritas"],
            "sebab" if row["nasib"] == "cadangan" else None, row["opd"], 1,
        )
        for at, (id_, row) in enumerate(zip(ids, rows, strict=True))
    ]  # fmt: skip
    insert_many(tx, "usulan_masuk", COLUMNS, values)
    skor = [
        (id_, MEETING[row["kecamatan"]], *row["tingkat"], "camat", NOW, 1)
        for id_, row in zip(ids, rows, strict=True)
        if row["tingkat"]
    ]
    insert_many(tx, "skor", "usulan, rapat, k1, k2, k3, k4, k5, k6, k7, k8, oleh, diubah, versi", skor)
    return ids


@given(st.lists(usulan(), max_size=25), scope)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_figure_is_the_plain_count(store: Store, rows: list[dict[str, Any]], lingkup: Lingkup) -> None:
    def work(tx: Rows) -> None:
        put(tx, rows)
        check(perbandingan.figures(tx, lingkup), frame(rows), lingkup)
        check_opd(perbandingan.by_opd_and_prioritas(tx, lingkup), within(frame(rows), lingkup))
        raise TakeBack

    with pytest.raises(TakeBack):
        store.transaction(work)


@given(st.lists(usulan(), max_size=12), scope, behind)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_number_opens_to_exactly_its_usulan(
    store: Store, rows: list[dict[str, Any]], lingkup: Lingkup, rincian: Rincian
) -> None:
    def work(tx: Rows) -> None:
        ids = put(tx, rows)
        found = perbandingan.usulan(tx, lingkup, rincian)
        expected = standing_behind(within(frame(rows), lingkup), rincian)
        assert {row.id for row in found} == {ids[at] for at in expected.index}
        if rincian.dinilai:
            levels = {ids[at]: given[rincian.dinilai - 1] for at, given in expected["tingkat"].items()}
            assert {row.id: row.tingkat for row in found} == levels
        assert sum(row.biaya for row in found) == sum(expected["biaya"])
        assert {(row.id, row.peringkat) for row in found if row.peringkat} == ranks(ids, rows, expected)
        raise TakeBack

    with pytest.raises(TakeBack):
        store.transaction(work)


def ranks(ids: list[UUID], rows: list[dict[str, Any]], shown: pd.DataFrame) -> set[tuple[UUID, int]]:
    """The place in the whole meeting, whatever else is shown."""
    result = set()
    for kode in MEETING:
        own = {at: row["tingkat"] for at, row in enumerate(rows) if row["kecamatan"] == kode and row["tingkat"]}
        complete = {at: levels for at, levels in own.items() if None not in levels}
        ranked = rank_usulan(BOBOT_CONTOH, complete)
        result |= {(ids[at], rank[2]) for at, rank in ranked.items() if at in shown.index}
    return result
