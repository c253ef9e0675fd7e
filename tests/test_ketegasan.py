"""Strictness that was planted is found again, its interval tells the truth, and nothing else moves a ranking."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang.ketegasan import MIN_RAPAT, MIN_USULAN, adjust, lean_signs
from musrenbang.model import Bidang, JenisTanda, Ketegasan, Penyesuaian, UsulanDinilai
from musrenbang.scoring import BOBOT_CONTOH, TINGKAT_MAKS, total_poin

KALI, RAPAT = 100, 12
BERBEDA = 0.2  # of a level: how widely the planted strictness is spread


def usulan(
    at: int, kecamatan: str, tingkat: Sequence[int], bidang: Bidang = Bidang.FISIK, prioritas: int = 1,
    penerima: int = 40,
) -> UsulanDinilai:  # fmt: skip
    poin = total_poin(BOBOT_CONTOH, tuple(tingkat)) or 0
    return UsulanDinilai(
        UUID(int=at), f"K{at}", kecamatan, "Suka Rakyat", "Jalan", bidang, prioritas, penerima, tuple(tingkat), poin,
        1, 1, True,
    )  # fmt: skip


# a regency with planted strictness ---------------------------------------------------------------------------------


class Kabupaten(NamedTuple):
    """`ditanam`: how many points each meeting gives the works of the whole regency more than the average one."""

    usulan: list[UsulanDinilai]
    ditanam: dict[str, float]
    ditemukan: Penyesuaian


@cache
def regencies(spread: float) -> list[Kabupaten]:
    return [regency(seed, spread) for seed in range(KALI)]


def regency(seed: int, spread: float) -> Kabupaten:
    """Works differ by bidang, prioritas, households and by themselves; a meeting moves all of its levels by what it
    is stricter, in parts of a level, and rounds them to the scale."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(MIN_USULAN, 45, RAPAT)
    of = np.repeat(np.arange(RAPAT), sizes)
    bidang, prioritas = rng.choice(3, len(of), p=[0.6, 0.15, 0.25]), rng.integers(8, size=len(of))
    penerima = np.exp(rng.normal(4, 1, len(of))).astype(int)
    worth = np.array([0.15, -0.1, 0])[bidang] + rng.normal(0, 0.2, 8)[prioritas] + 0.1 * np.log1p(penerima)
    worth += rng.normal(0, 0.35, len(of)) - 0.4
    most = np.array(TINGKAT_MAKS)
    meant = most * 0.65 + most / 5 * (worth[:, None] + rng.normal(0, 0.95, (len(of), 8)))
    leaning = rng.normal(0, spread, RAPAT)

    def given_by(shift: object) -> np.ndarray:
        return np.clip(np.rint(meant + most / 5 * shift), 1, most).astype(int)

    everywhere = np.array([(given_by(own) @ BOBOT_CONTOH).mean() for own in leaning])
    kinds = zip([list(Bidang)[at] for at in bidang], (prioritas + 1).tolist(), penerima.tolist(), strict=True)
    rows = [
        usulan(at, f"{of[at]:02d}", tingkat, *kind)
        for at, (tingkat, kind) in enumerate(zip(given_by(leaning[of][:, None]).tolist(), kinds, strict=True))
    ]
    planted = {f"{at:02d}": float(own) for at, own in enumerate(everywhere - everywhere.mean())}
    found = adjust(rows)
    assert found
    return Kabupaten(rows, planted, found)


Interval = Callable[[Ketegasan], tuple[float, float]]


def stated(k: Ketegasan) -> tuple[float, float]:
    return k.selang


def halved(k: Ketegasan) -> tuple[float, float]:
    return k.selisih - k.galat, k.selisih + k.galat


def beside(k: Ketegasan) -> tuple[float, float]:
    lower, upper = k.selang
    return lower + 1.5 * k.galat, upper + 1.5 * k.galat


def covers(all_: Sequence[Kabupaten], interval: Interval) -> bool:
    """In at least 90 of 100, of all meetings and of each regency's smallest one."""
    held, smallest = [], []
    for k in all_:
        inside = {kode: low <= k.ditanam[kode] <= high for kode, (low, high) in intervals(k, interval).items()}
        held += inside.values()
        smallest.append(inside[min(inside, key=lambda kode: k.ditemukan.rapat[kode].dinilai)])
    return min(np.mean(held), np.mean(smallest)) >= 0.9


def intervals(k: Kabupaten, interval: Interval) -> dict[str, tuple[float, float]]:
    return {kode: interval(own) for kode, own in k.ditemukan.rapat.items()}


def test_the_interval_covers_what_was_planted() -> None:
    assert covers(regencies(BERBEDA), stated)


@pytest.mark.parametrize("wrong", [halved, beside])
def test_a_wrong_interval_would_be_noticed(wrong: Interval) -> None:
    assert not covers(regencies(BERBEDA), wrong)


def test_what_was_planted_is_found_without_bias() -> None:
    pairs = [[(own.selisih, k.ditanam[kode]) for kode, own in k.ditemukan.rapat.items()] for k in regencies(BERBEDA)]
    found, planted = np.array(pairs).reshape(-1, 2).T
    assert np.corrcoef(found, planted)[0, 1] > 0.85
    assert np.polyfit(found, planted, 1) == pytest.approx([1, 0], abs=0.1)  # neither too bold nor too timid


def test_the_range_of_a_place_holds_the_place_without_strictness() -> None:
    held = []
    for k in regencies(BERBEDA):
        true = sorted((u.poin - k.ditanam[u.kecamatan] for u in k.usulan), reverse=True)
        for u in k.usulan:
            own, value = k.ditemukan.usulan[u.id], u.poin - k.ditanam[u.kecamatan]
            place = true.index(value) + 1
            held.append(own.terbaik <= place <= own.terburuk + true.count(value) - 1)
    assert np.mean(held) > 0.9


def test_a_regency_where_all_are_alike_is_left_alone() -> None:
    signs = [lean_signs(own) for seed in range(40) for own in regency(seed, 0).ditemukan.rapat.values()]
    assert len(signs) == 40 * RAPAT
    assert sum(map(bool, signs)) <= 4


# what always holds -------------------------------------------------------------------------------------------------

levels = st.tuples(*[st.integers(1, most) for most in TINGKAT_MAKS])
rows = st.lists(
    st.tuples(st.sampled_from("ABCD"), levels, st.sampled_from(Bidang), st.integers(1, 3), st.integers(0, 10**6)),
    max_size=70,
).map(
    lambda drawn: [
        usulan(at, kode, tingkat, bidang, nomor, penerima)
        for at, (kode, tingkat, bidang, nomor, penerima) in enumerate(drawn)
    ]
)
filled = rows.map(lambda own: [*own, *(usulan(1000 + at, "ABC"[at % 3], (3,) * 8) for at in range(30))])


@given(filled, st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_the_order_of_the_input_does_not_matter(own: list[UsulanDinilai], random: object) -> None:
    before = adjust(own)
    random.shuffle(own)
    assert adjust(own) == before


@given(filled, st.integers(-300, 300))
@settings(max_examples=50, deadline=None)
def test_a_constant_for_all_leaves_the_differences(own: list[UsulanDinilai], more: int) -> None:
    before, after = adjust(own), adjust([replace(u, poin=u.poin + more) for u in own])
    assert before
    assert after
    for kode, one in before.rapat.items():
        assert (after.rapat[kode].selisih, after.rapat[kode].galat) == pytest.approx((one.selisih, one.galat), abs=1e-4)


@given(filled)
@settings(max_examples=50, deadline=None)
def test_leanings_cancel_out_and_an_order_inside_a_meeting_stays(own: list[UsulanDinilai]) -> None:
    found = adjust(own)
    assert found
    assert sum(k.selisih for k in found.rapat.values()) == pytest.approx(0, abs=1e-6)
    assert all(math.isfinite(k.selisih) and k.galat > 0 for k in found.rapat.values())
    assert {u.id for u in own} == set(found.usulan)
    for u in own:
        at = found.usulan[u.id]
        assert at.poin == pytest.approx(u.poin - found.rapat[u.kecamatan].selisih)
        assert 1 <= at.terbaik <= at.peringkat <= at.terburuk <= len(own)
    by_place = sorted(own, key=lambda u: found.usulan[u.id].peringkat)
    for kode in found.rapat:
        poin = [u.poin for u in by_place if u.kecamatan == kode]
        assert poin == sorted(poin, reverse=True)


def test_the_tie_break_of_the_sop_orders_what_is_equal() -> None:
    urgent, other = (5, 3, 3, 3, 3, 3, 3, 1), (4, 3, 3, 5, 5, 3, 3, 1)
    twins = [replace(usulan(at, "A", tingkat), poin=320) for at, tingkat in enumerate((other, urgent, urgent))]
    found = adjust([*twins, *(usulan(10 + at, "ABC"[at % 3], (2,) * 8) for at in range(30))])
    assert found
    assert [found.usulan[u.id].peringkat for u in twins] == [3, 1, 1]


# too little, and one-sided -----------------------------------------------------------------------------------------


def alike(kecamatan: str, banyak: int, start: int, prioritas: int = 1) -> list[UsulanDinilai]:
    return [usulan(start + at, kecamatan, (2 + at % 3,) * 7 + (2,), prioritas=prioritas) for at in range(banyak)]


@pytest.mark.parametrize(
    "own",
    [
        [],
        alike("A", 200, 0),
        alike("A", 200, 0) + alike("B", 200, 1000),
        alike("A", 200, 0) + alike("B", 200, 1000) + alike("C", MIN_USULAN - 1, 2000),
    ],
    ids=["nothing", "one alone", "two", "a third that is too small"],
)
def test_too_few_meetings_adjust_nothing(own: list[UsulanDinilai]) -> None:
    assert MIN_RAPAT == 3
    assert adjust(own) is None


def test_meetings_that_each_score_one_kind_of_work_are_not_told_apart_from_it() -> None:
    """Nothing is claimed to be certain, however different the scores."""
    own = [u for at, kode in enumerate("ABC") for u in alike(kode, 40, 100 * at, prioritas=at + 1)]
    raised = [replace(u, poin=u.poin + 100 * u.prioritas) for u in own]
    found = adjust(raised)
    assert found
    assert not any(k.nyata for k in found.rapat.values())


@pytest.mark.parametrize(("step", "least", "most"), [(0, 0.8, 1), (50, 0.95, 1.05), (200, 0.95, 1.05)])
def test_the_standard_error_is_the_plain_one_and_hardly_less_where_no_difference_is_found(
    step: int, least: float, most: float
) -> None:
    """Three meetings with the same works: sd of the scores / sqrt(n), of a difference to the average of three."""
    own = [replace(u, poin=u.poin + step * at) for at in range(3) for u in alike("ABC"[at], 60, 100 * at)]
    plain = 95 * math.sqrt(2 / 3) / math.sqrt(60) * math.sqrt(2 / 3)  # levels 2, 3, 4 on all but one: 95 points apart
    found = adjust(own)
    assert found
    assert all(least * plain < k.galat < most * plain for k in found.rapat.values())


def test_scores_without_any_spread_give_finite_figures() -> None:
    found = adjust([usulan(100 * at + n, kode, (at + 1,) * 8) for at, kode in enumerate("ABC") for n in range(20)])
    assert found
    assert [round(k.selisih, -1) for k in found.rapat.values()] == [-100, 0, 100]


# what is pointed out -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "jenis"),
    [
        (Ketegasan(40, 13000, 24, 5), JenisTanda.LONGGAR),
        (Ketegasan(40, 13000, -24, 5), JenisTanda.KETAT),
        (Ketegasan(40, 13000, 24, 13), None),
        (Ketegasan(400, 130000, 9, 1), None),
        (Ketegasan(MIN_USULAN - 1, 3000, 80, 5), None),
    ],
    ids=["generous", "strict", "chance", "too little to matter", "a small meeting"],
)
def test_a_meeting_is_pointed_out_when_it_is_more_than_chance(own: Ketegasan, jenis: JenisTanda | None) -> None:
    assert [t.jenis for t in lean_signs(own)] == ([jenis] if jenis else [])


def test_the_numbers_behind_it_are_said() -> None:
    (sign,) = lean_signs(Ketegasan(40, 13000, -24, 5))
    assert sign.fakta == pytest.approx({"selisih": 24, "bawah": 14.2, "atas": 33.8, "kali": 4.8})
