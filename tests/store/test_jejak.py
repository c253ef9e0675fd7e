"""Searching the trail: the same rows on both engines, whatever is asked and however it is spelt."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from musrenbang.formats import wib
from musrenbang.model import BarisJejak, SaringanJejak
from musrenbang.store import jejak
from musrenbang.store.engine import Store
from musrenbang.store.trail import Chain
from tests import cast
from tests.cast import JALAN, NOW, RAPAT
from tests.conftest import StoreAt
from tests.witness import rows_of

ALL = SaringanJejak()
NASTY = ["%", "_", "' or 1=1 --", "\\", '"', "(", "é", "“", "\U0001f600"]


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(cast.sent)


def everything(store: Store, saringan: SaringanJejak) -> list[BarisJejak]:
    return jejak.page(store, saringan, 10_000)[0]


def write(store: Store, rantai: str, oleh: str, objek: str, now: datetime, isi: object = None) -> None:
    def work(tx: object) -> None:
        chain = Chain(tx, rantai, oleh, now)
        chain.write("uji", objek, sesudah=isi)
        chain.close()

    store.transaction(work)


def test_newest_first_in_pages_without_gap_or_repetition(store: Store) -> None:
    rows = everything(store, ALL)
    assert rows == list(reversed(rows_of(store)))
    assert jejak.count(store, ALL) == len(rows)
    pages = [jejak.page(store, ALL, 7, start) for start in range(0, len(rows), 7)]
    assert [row for page, _ in pages for row in page] == rows
    assert {banyak for _, banyak in pages} == {len(rows)}
    assert jejak.page(store, ALL, 7, len(rows)) == ([], len(rows))


def test_every_word_must_stand_somewhere_in_the_row(store: Store) -> None:
    found = everything(store, SaringanJejak("HOTMIX utama"))
    assert {row.objek for row in found} == {JALAN.kode}
    assert everything(store, SaringanJejak("hotmix tidakada")) == []
    assert [row.objek for row in everything(store, SaringanJejak(f"skor {JALAN.kode}"))] == [f"skor {JALAN.kode}"]


@pytest.mark.parametrize("kata", NASTY)
def test_what_is_typed_is_looked_for_as_it_stands(store: Store, kata: str) -> None:
    write(store, "lain", "bappeda", f"a{kata}b", NOW)
    assert "a" + kata + "b" in [row.objek for row in everything(store, SaringanJejak(f"a{kata}b"))]
    write(store, "lain", "bappeda", "axb", NOW)
    assert "axb" not in [row.objek for row in everything(store, SaringanJejak(f"a{kata}b"))]


def test_days_are_those_of_langkat(store: Store) -> None:
    late, early = datetime(2027, 3, 1, 16, 59, 59), datetime(2027, 3, 1, 17, 0)  # 23.59 and midnight WIB
    write(store, "lain", "bappeda", "sebelum tengah malam", late)
    write(store, "lain", "bappeda", "tengah malam", early)
    first, second = date(2027, 3, 1), date(2027, 3, 2)
    assert [row.objek for row in everything(store, SaringanJejak(dari=second))] == ["tengah malam"]
    only = everything(store, SaringanJejak(rantai="lain", sampai=first))
    assert [row.objek for row in only] == ["sebelum tengah malam"]
    assert len(everything(store, SaringanJejak(dari=first, sampai=second))) == 2


def test_filters_narrow_together(store: Store) -> None:
    write(store, "lain", "bappeda", "satu", NOW)
    here = SaringanJejak(rantai=str(RAPAT), oleh=cast.CAMAT.nama_pengguna, tindakan="kirim usulan ke OPD")
    assert [row.objek for row in everything(store, here)] == ["rapat"]
    assert everything(store, replace(here, oleh="bappeda")) == []
    assert jejak.count(store, replace(here, rantai="lain")) == 0


def test_what_can_be_chosen_is_what_has_left_a_row(store: Store) -> None:
    write(store, "lain", "bappeda", "satu", NOW)
    assert ("bappeda", "uji") in jejak.writers(store)
    assert {oleh for oleh, _ in jejak.writers(store)} == {"bappeda", "camat.bahorok"}
    assert {kunci: nama for kunci, nama, _ in jejak.chains(store)} == {str(RAPAT): "Bahorok", "lain": None}


def test_the_rows_of_one_usulan_are_not_those_of_another_with_a_longer_kode(store: Store) -> None:
    write(store, str(RAPAT), "bappeda", f"{JALAN.kode}9", NOW)
    write(store, str(RAPAT), "bappeda", f"tanggapan {JALAN.kode}", NOW)
    write(store, "lain", "bappeda", JALAN.kode, NOW)
    found = jejak.about_usulan(store, RAPAT, JALAN.kode, ["kirim usulan ke OPD"])
    assert [row.objek for row in found] == [
        JALAN.kode, JALAN.kode, f"skor {JALAN.kode}", "rapat", f"tanggapan {JALAN.kode}",
    ]  # fmt: skip


def asked() -> some.SearchStrategy[SaringanJejak]:
    days = some.none() | some.sampled_from([date(2027, 2, 14), date(2027, 2, 15), date(2027, 2, 16)])
    return some.builds(
        SaringanJejak,
        some.sampled_from(["", "skor", "Hotmix", "12.05.01", "sesuai jalan", "null"]),
        some.sampled_from([None, str(RAPAT), "lain"]),
        some.sampled_from([None, "camat.bahorok", "bappeda"]),
        some.sampled_from([None, "isi skor", "uji"]),
        days, days,
    )  # fmt: skip


def fits(row: BarisJejak, s: SaringanJejak) -> bool:
    """The same, spelt out for one row. The digests of what was sent are no words."""
    sent, *_ = row.sesudah.split('"sidik":{')
    texts = [text.lower() for text in (row.objek, row.sebelum, sent)]
    day = wib(row.waktu).date()
    return (
        all(any(kata in text for text in texts) for kata in s.kata.lower().split())
        and s.rantai in (None, row.rantai)
        and s.oleh in (None, row.oleh)
        and s.tindakan in (None, row.tindakan)
        and (s.dari is None or day >= s.dari)
        and (s.sampai is None or day <= s.sampai)
    )


@pytest.fixture
def mixed(store: Store) -> Store:
    for day in range(3):
        write(store, "lain", "bappeda", "skor jalan", NOW - timedelta(days=day), {"nama": "Hotmix"})
    return store


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(saringan=asked())
def test_any_choice_finds_exactly_the_rows_that_fit(mixed: Store, saringan: SaringanJejak) -> None:
    rows = [row for row in everything(mixed, ALL) if fits(row, saringan)]
    assert everything(mixed, saringan) == rows
    assert jejak.count(mixed, saringan) == len(rows)
