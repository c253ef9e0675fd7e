"""Which usulan a row is, and what an import would change: nothing when nothing was edited, else just that."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from musrenbang.intake import cells
from musrenbang.intake import lembar as sheets
from musrenbang.intake.columns import TEMPLAT
from musrenbang.intake.lembar import Baris, Lembar
from musrenbang.intake.rencana import Rencana, plan
from musrenbang.intake.usulan_lembar import read_usulan
from musrenbang.model import Bidang, IsiUsulan, Kewenangan, Usulan
from reports.templat import templat
from tests.cast import (
    BAHOROK,
    DISDIK,
    DRAINASE,
    IRIGASI,
    JALAN,
    PUTR,
    STABAT,
    SUKA_RAKYAT,
    TAHUN,
    proposal,
)  # fmt: skip
from tests.intake.reading import daerah, faults, place, read, to_fill_in
from tests.intake.sheets import saved

RAPAT = {BAHOROK: UUID(int=1), STABAT: UUID(int=2)}
ADA = [JALAN, IRIGASI, DRAINASE]


def of(*rows: dict[str, Any], ada: Sequence[Usulan] = ADA, sipd: bool = False) -> Rencana:
    return plan(read(*rows, sipd=sipd), ada, TAHUN, RAPAT, {}, {})


def as_is(u: Usulan, **other: object) -> dict[str, object]:
    return {"kode": u.kode, "nama": u.isi.nama, "lokasi": u.isi.lokasi, "urutan": u.urutan, **other}


def lama(rencana: Rencana) -> list[Usulan]:
    return [change.lama for change in rencana.berubah]


def test_a_row_is_the_usulan_of_its_kode() -> None:
    rencana = of(as_is(JALAN, nama="Nama lain", lokasi="Tempat lain", urutan=9))
    assert lama(rencana) == [JALAN]
    assert {"nama", "lokasi", "urutan"} <= set(rencana.berubah[0].isian)


def test_without_a_kode_it_is_the_one_of_the_same_work_and_place() -> None:
    said = as_is(IRIGASI, kode=None, urutan=None, nama=f"  {IRIGASI.isi.nama.upper()} ")
    assert lama(of(said)) == [IRIGASI]


def test_without_kode_and_work_it_is_the_one_at_its_place_in_the_order() -> None:
    assert lama(of({"urutan": 2})) == [IRIGASI]
    assert of({"urutan": 7}).hasil == (1, 0, 0)
    moved = of({"urutan": 2}, as_is(IRIGASI, kode=None, urutan=8))
    assert (lama(moved), [u.urutan for u in moved.baru]) == ([IRIGASI], [2])


def test_a_new_one_gets_the_next_kode_and_the_first_free_place() -> None:
    new = of({}, {"nama": "Lain", "disetujui": "Ya"}).baru
    assert [u.kode for u in new] == [f"{TAHUN}-{SUKA_RAKYAT}-003", f"{TAHUN}-{SUKA_RAKYAT}-004"]
    assert [(u.urutan, u.disetujui) for u in new] == [(3, False), (4, True)]
    assert of({}).baru[0].id == of({}).baru[0].id


def test_a_kode_of_nobody_or_of_another_desa_is_a_fault_beside_the_other_faults() -> None:
    elsewhere = as_is(JALAN, desa="Pekan Bahorok", nama="Jembatan")
    rencana = of({"kode": "2026-1"}, elsewhere, {"nama": "Drainase", "volume": "="})
    assert faults(rencana) == [(2, "A", "sel_kode"), (3, "A", "sel_kode_desa_lain"), (4, "H", "sel_volume")]
    assert rencana.hasil == (0, 0, 0)


def test_a_place_of_one_that_the_file_leaves_alone_is_taken() -> None:
    assert faults(of(as_is(JALAN, urutan=2))) == [(2, "D", "urutan_dipakai")]
    assert faults(of(as_is(JALAN, urutan=2), as_is(IRIGASI, urutan=1))) == []


def test_a_changed_text_ends_an_approval_that_the_file_does_not_give() -> None:
    (change,) = of(as_is(JALAN, biaya=1)).berubah
    assert (change.lama.disetujui, change.baru.disetujui) == (True, False)


def test_sipd_leaves_what_it_does_not_say() -> None:
    known = replace(of({}, sipd=True).baru[0], urutan=5)
    rich = replace(known, isi=replace(known.isi, penerima=77, kewenangan=Kewenangan.PROVINSI, bidang=Bidang.SOSIAL))
    (change,) = of({"biaya": 9}, ada=[rich], sipd=True).berubah
    assert change.isian == ("biaya",)
    assert change.baru == replace(rich, isi=replace(rich.isi, biaya=9))


def test_an_own_kode_in_the_place_of_sipds_id_is_that_usulan() -> None:
    stored = of({}, sipd=True).baru[0]
    for u, id_ in ((JALAN, JALAN.kode), (stored, stored.kode), (stored, 7001)):
        assert lama(of({"id": id_, "nama": "Nama lain", "lokasi": "Lain"}, ada=[u], sipd=True)) == [u]
    elsewhere = of({"id": stored.kode}, {"id": "7002", "nama": "Lain"}, ada=[], sipd=True)
    assert [u.kode for u in elsewhere.baru] == ["SIPD-7001", "SIPD-7002"]
    assert faults(of({}, {"id": "SIPD-7001", "nama": "Lain"}, sipd=True)) == [(3, "A", "kode_ganda")]


words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=30).map(
    lambda said: cells.text(f"ab{said}cde")
)
content = st.builds(
    IsiUsulan, nama=words, permasalahan=words | st.just(""), lokasi=words,
    volume=st.integers(1, 10**8).map(lambda n: Decimal(n) / 100), satuan=words.map(lambda said: said[-8:].strip()),
    biaya=st.integers(0, 10**12), penerima=st.integers(0, 10**5), bidang=st.sampled_from(Bidang),
    kewenangan=st.sampled_from(Kewenangan), opd=st.sampled_from([PUTR, DISDIK, None]),
)  # fmt: skip
QUICK = set(Phase) - {Phase.shrink}  # each example starts a process
EDITS: dict[str, object] = {
    "nama": "Usulan yang diganti", "permasalahan": "Masalah yang diganti", "lokasi": "Lokasi lain", "volume": 123.45,
    "satuan": "satuan lain", "biaya": 4321, "penerima": 765, "urutan": 999, "disetujui": "Tidak",
}  # fmt: skip


@settings(max_examples=15, deadline=None, phases=QUICK, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(content, min_size=1, max_size=4, unique_by=lambda i: i.nama.casefold()), st.sampled_from(sorted(EDITS)))
def test_a_template_changes_nothing_and_an_edited_cell_just_that(isian: list[IsiUsulan], kunci: str) -> None:
    ada = [proposal(SUKA_RAKYAT, n, one) for n, one in enumerate(isian, 1)]
    came = _through_a_template(ada)
    assert _plan(came, ada).hasil == (0, 0, len(ada))
    told = _plan(_edited(came, kunci), ada)
    assert [(change.lama, change.isian) for change in told.berubah] == [(ada[0], (kunci,))]
    assert (told.baru, told.tetap, told.salah) == ((), len(ada) - 1, ())


def _through_a_template(ada: Sequence[Usulan]) -> Lembar:
    filled = templat(to_fill_in(ada))
    with TemporaryDirectory() as folder:
        return sheets.read(saved(Path(folder), filled))


def _plan(came: Lembar, ada: Sequence[Usulan]) -> Rencana:
    return plan(read_usulan(came, daerah(place(SUKA_RAKYAT))), ada, TAHUN, RAPAT, {}, {})


def _edited(came: Lembar, kunci: str) -> Lembar:
    at = [k.kunci for k in TEMPLAT].index(kunci)
    head, first, *others = came.baris
    cells = [*first.isi, *[None] * (len(TEMPLAT) - len(first.isi))]
    cells[at] = EDITS[kunci]
    return replace(came, baris=(head, Baris(first.nomor, tuple(cells)), *others))
