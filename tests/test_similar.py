"""Look-alikes (L10): the same work in the same place is found, like work elsewhere is not."""

import time
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang.intake.reference_files import read
from musrenbang.places import places, same_place
from musrenbang.similar import Pekerjaan, look_alikes
from musrenbang.wording import words

SPACE = UUID(int=7)
DESA = {"A": "Lau Damak", "B": "Empus", "": ""}
Told = tuple[str, str, str]  # kode of the desa, name, lokasi


def work(n: int, told: Told) -> Pekerjaan:
    desa, nama, lokasi = told
    return Pekerjaan(uuid5(SPACE, str(n)), nama, lokasi, desa, DESA.get(desa, f"Jauh {desa}"))


AROUND = [
    work(100 + n, (f"Z{n % 9}", row["nama"], f"Dusun {n} Lain")) for n, row in enumerate(read("usulan_contoh"))
]  # an ordinary meeting around the two, so that words weigh what they do there


def points_out(a: Told, b: Told) -> bool:
    one, other = work(1, a), work(2, b)
    return other.id in {found.id for found in look_alikes([one, *AROUND, other]).get(one.id, ())}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("A", "Pengaspalan jalan Dusun II Melati", "Dusun II Melati"), ("A", "Hotmix jalan Dusun II", "Dusun II")),
        (("A", "Rehab ruang kelas SDN 050612", "Dusun I"), ("A", "Perbaikan ruang kelas SD Negeri 050612", "Dsn. I")),
        (("A", "Pembuatan parit", "Dusun Suka Maju"), ("A", "Pembangunan drainase", "Dusun III Sukamaju")),
        (("A", "Pembangunan tembok penahan tanah", "Lk. II, Jl. Mawar"), ("A", "Pembangunan TPT", "Jalan Mawar")),
        (("A", "Bantuan bibit durian", ""), ("A", "Bantuan bibit durian", "Dusun IV")),
        (("A", "Pembangunan titi", "Sei Musam"), ("B", "Pembangunan jembatan", "Sungai Musam")),
        (("", "Jembatan gantung antardesa", "Perbatasan Lau Damak dan Empus"), ("B", "Jembatan gantung", "Dusun I")),
        (("A", "Peningkatan jalan Lau Damak ke Empus", "Dusun II"), ("B", "Perbaikan jalan", "Dusun V")),
    ],
)
def test_the_same_work_in_the_same_place_is_pointed_out(a: Told, b: Told) -> None:
    assert points_out(a, b)
    assert points_out(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("A", "Hotmix jalan", "Dusun Sebatu"), ("A", "Hotmix jalan", "Dusun Sido Mulyo")),
        (("A", "Hotmix jalan", "Dusun II"), ("A", "Hotmix jalan", "Dusun III")),
        (("A", "Hotmix jalan", "Dusun I Suka Maju"), ("A", "Hotmix jalan", "Dusun I Suka Damai")),
        (("A", "Rabat beton jalan", "Lk. I, Jalan Mawar"), ("A", "Rabat beton jalan", "Lk. II, Jl. Mawar")),
        (("A", "Rehab ruang kelas SDN 050612", "Dusun I"), ("A", "Rehab ruang kelas SDN 050613", "Dusun I")),
        (("A", "Rehab rumah tidak layak huni", "Dusun I"), ("B", "Rehab rumah tidak layak huni", "Dusun I")),
        (("A", "Bantuan bibit durian", "Dusun Melati"), ("B", "Bantuan bibit durian", "Dusun Melati")),
        (("A", "Pembangunan toilet siswa SDN", "Dusun I"), ("A", "Pembangunan pagar sekolah SDN", "Dusun I")),
        (("A", "Pembangunan drainase", "Dusun I"), ("A", "Pembangunan gedung posyandu", "Dusun I")),
    ],
)  # fmt: skip
def test_like_work_elsewhere_or_other_work_there_is_not(a: Told, b: Told) -> None:
    assert not points_out(a, b)


def test_the_ten_real_usulan_of_one_desa_are_ten_works() -> None:
    rows = read("usulan_suka_rakyat")
    assert look_alikes([work(n, ("A", r["nama"], f"Dusun {r['dusun']}")) for n, r in enumerate(rows)]) == {}


def test_the_nearest_comes_first() -> None:
    here = work(1, ("A", "Pembangunan gedung posyandu melati", "Dusun I"))
    exact, near = work(2, ("A", here.nama, "Dusun I")), work(3, ("A", "Rehabilitasi gedung posyandu melati", "Dusun I"))
    found = look_alikes([near, here, *AROUND, exact])[here.id]
    assert [m.id for m in found] == [exact.id, near.id]
    assert found[0].alike == 1 > found[1].alike


KATA = st.sampled_from(
    [
        "jalan",
        "aspal",
        "Jembatan",
        "pasar",
        "Dusun",
        "II",
        "di",
        "050612",
        "Melati",
        "titi",
        "hotmix",
        "SDN",
        "Empus",
        "x",
    ]
)
TEXT = st.lists(KATA, max_size=6).map(" ".join)
TOLD = st.lists(st.tuples(st.sampled_from(["A", "B", ""]), TEXT, TEXT), min_size=1, max_size=14)


@given(TOLD)
def test_alike_is_mutual_and_never_with_oneself(told: list[Told]) -> None:
    found = look_alikes([work(n, t) for n, t in enumerate(told)])
    pairs = {(a, m.id, m.alike) for a, others in found.items() for m in others}
    assert pairs == {(b, a, alike) for a, b, alike in pairs}
    assert all(a != b and 0 < alike <= 1 for a, b, alike in pairs)


@given(TOLD, st.integers(0))
def test_an_exact_copy_is_always_found(told: list[Told], pick: int) -> None:
    works = [work(n, t) for n, t in enumerate(told)]
    copy = work(999, told[pick % len(told)])
    assert works[pick % len(told)].id in {m.id for m in look_alikes([*works, copy])[copy.id]}


@given(TOLD, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(told: list[Told], chance: object) -> None:
    works = [work(n, t) for n, t in enumerate(told)]
    mixed = list(works)
    chance.shuffle(mixed)
    assert look_alikes(mixed) == look_alikes(works)


def test_all_usulan_of_a_whole_kabupaten_stay_possible() -> None:
    rows = read("usulan_contoh")
    works = [
        Pekerjaan(uuid5(SPACE, f"b{n}"), f"{rows[n % 60]['nama']} {n}", f"Dusun {n % 7} Nama{n % 31}", f"D{n % 277}",
                  f"Desa Ke {n % 277}")
        for n in range(4432)
    ]  # fmt: skip
    words.cache_clear()
    before = time.process_time()
    look_alikes(works)
    assert time.process_time() - before < 5


def test_places_are_read_in_the_ways_people_write_them() -> None:
    assert same_place(places("", "Dusun II, III dan IV"), places("", "dsn 3"))
    assert same_place(places("Jalan Dusun V Amal", ""), places("", "Dusun 5"))
    assert same_place(places("", "RT 01 Dusun II"), places("", "RT 2 Dusun II")) is False
    assert same_place(places("", "Gang Mawar"), places("", "Dusun II")) is None
