"""Master data as a workbook: out and in again, shown before it is saved, all of it or nothing."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from musrenbang.actions import induk_kriteria, induk_lembar, induk_opd
from musrenbang.actions.lambang import RANTAI
from musrenbang.actions.periksa import periksa
from musrenbang.errors import ChangedMeanwhile, Refused
from musrenbang.intake.lembar import Lembar, read_book
from musrenbang.model import IsiInduk, Kecamatan, Opd, Orang, Sikap
from musrenbang.store.engine import Store
from musrenbang.words import sentence
from reports.lists.data_induk import sheets
from reports.workbook import xlsx_of
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, NOW, OPD_PUTR, PUTR, TAHUN
from tests.witness import dump, logged, refused

Change = Callable[[Workbook], object]


def stored(store: Store) -> IsiInduk:
    return induk_lembar.isi(store, BAPPEDA, TAHUN)


def exported(store: Store) -> bytes:
    return xlsx_of("Data induk", sheets(stored(store), NOW))


def book(store: Store, folder: Path, change: Change = lambda _: None) -> dict[str, Lembar]:
    """The exported workbook, changed as a person would in a spreadsheet, and read as an upload is."""
    made = openpyxl.load_workbook(io.BytesIO(exported(store)))
    change(made)
    made.save(folder / "induk.xlsx")
    return read_book(folder / "induk.xlsx")


def plan(store: Store, buku: dict[str, Lembar]) -> induk_lembar.RencanaInduk:
    return induk_lembar.pratinjau(store, BAPPEDA, TAHUN, buku, NOW)


def save(store: Store, buku: dict[str, Lembar], dilihat: int | None = None, who: Orang = BAPPEDA) -> int:
    seen = stored(store).versi if dilihat is None else dilihat
    return induk_lembar.impor(store, who, TAHUN, buku, seen, NOW)


def everything(made: Workbook) -> None:
    """One change in each sheet."""
    made["Kriteria"]["D2"], made["Kriteria"]["D3"] = 15, 20
    made["Tingkat"]["C2"] = "Tidak mendesak sama sekali"
    made["Penetapan"]["A2"], made["Penetapan"]["B2"] = "12/2027", date(2027, 1, 5)
    made["Prioritas"].append([9, "Iklim"])
    made["Aturan"]["B4"], made["Aturan"]["C4"] = "Tolak", 16
    made["Pagu"]["C2"] = 5_000_000_000
    made["OPD"].append(["5.01.05", "Badan Riset", "BRIDA", "5.01 Perencanaan"])
    made["Kecamatan"]["B2"], made["Kecamatan"]["C2"] = "Bohorok", "Jalan Merdeka 1"
    made["Desa"].append([f"{BAHOROK}.2099", "Mekar Baru"])


def test_what_goes_out_comes_in_unchanged(store: Store, tmp_path: Path) -> None:
    buku = book(store, tmp_path)
    assert plan(store, buku) == ((), (), (), 0, ())
    with refused(store, "induk_sama"):
        save(store, buku)


def test_what_nobody_reads_is_told(store: Store, tmp_path: Path) -> None:
    def slip(made: Workbook) -> None:
        made["OPD"]["D1"], made["OPD"]["E1"] = "Urusn", "Nama"
        made["OPD"]["D2"] = "1.03 Pekerjaan Umum"
        made.create_sheet("Catatan").append(["Untuk rapat hari Senin"])
        made.create_sheet("Kosong")

    found = plan(store, book(store, tmp_path, slip))
    assert found.asing == ("kolom “Urusn” di lembar OPD", "kolom “Nama” di lembar OPD", "lembar “Catatan”")
    assert found.perubahan == ()


def test_the_plan_shows_each_change_and_writes_nothing(store: Store, tmp_path: Path) -> None:
    buku, before = book(store, tmp_path, everything), dump(store)
    found = plan(store, buku)
    assert [(c.bagian, c.objek) for c in found.perubahan] == [
        ("Kriteria", "1"), ("Kriteria", "2"), ("Penetapan", "Penetapan bobot"), ("Prioritas", "9"),
        ("Aturan", "maks_desa"), ("Pagu", BAHOROK), ("OPD", "5.01.05"), ("Kecamatan", BAHOROK),
        ("Desa", f"{BAHOROK}.2099"),
    ]  # fmt: skip
    told = {c.objek: (c.semula, c.menjadi) for c in found.perubahan}
    assert told["Penetapan bobot"] == ("bobot contoh", "12/2027 tanggal 5 Januari 2027")
    assert told["maks_desa"] == ("mati, 10", "tolak, 16")
    assert told["9"] == ("", "Iklim")
    assert [c.menjadi for c in found.perubahan if c.bagian == "Pagu"] == ["Bahorok: Rp5.000.000.000"]
    assert "bobot 25: Sangat tidak mendesak" in told["1"][0]
    assert "bobot 15: Tidak mendesak sama sekali" in told["1"][1]
    assert dump(store) == before


def test_all_of_it_is_saved_through_the_same_actions(store: Store, tmp_path: Path) -> None:
    buku = book(store, tmp_path, everything)
    rows = logged(store, lambda: save(store, buku), RANTAI)
    assert [row.tindakan for row in rows] == [
        "ubah kriteria", "ubah prioritas pembangunan", "ubah aturan verifikasi", "ubah pagu", "tambah OPD",
        "ubah kecamatan", "tambah desa/kelurahan",
    ]  # fmt: skip
    now = stored(store)
    assert [k.bobot for k in now.bobot.kriteria][:2] == [15, 20]
    assert (now.bobot.nomor_penetapan, now.bobot.tanggal_penetapan) == ("12/2027", date(2027, 1, 5))
    assert {a.kunci: (a.sikap, a.angka) for a in now.aturan}["maks_desa"] == (Sikap.TOLAK, 16)
    assert next(p.pagu for p in now.pagu if p.kode == BAHOROK) == 5_000_000_000
    assert next(k for k in now.kecamatan if k.kode == BAHOROK) == Kecamatan(BAHOROK, "Bohorok", "Jalan Merdeka 1")
    assert next(d.jenis for d in now.desa if d.nama == "Mekar Baru") == "Desa"
    assert plan(store, buku).perubahan == ()
    assert periksa(store) == []


def test_one_refusal_keeps_all_of_it_out_and_all_are_told(store: Store, tmp_path: Path) -> None:
    def change(made: Workbook) -> None:
        everything(made)
        made["Kriteria"]["D2"] = 90
        made["OPD"]["C2"] = "PUTR"

    buku = book(store, tmp_path, change)
    assert [issue.key for issue in plan(store, buku).masalah] == ["bobot_jumlah", "nama_ganda"]
    with refused(store, "bobot_jumlah", "nama_ganda"):
        save(store, buku)


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "key"),
    [
        ("Kriteria", "D2", "dua puluh", "sel_bulat"),
        ("Kriteria", "B2", None, "sel_wajib"),
        ("Kriteria", "A2", 9, "induk_tidak_dikenal"),
        ("Kriteria", "A2", 2, "induk_baris_ganda"),
        ("Tingkat", "B2", 6, "induk_tidak_dikenal"),
        ("Penetapan", "B2", "kemarin", "sel_tanggal"),
        ("Aturan", "A2", "lain", "induk_tidak_dikenal"),
        ("Aturan", "B2", "mungkin", "sel_pilihan"),
        ("Pagu", "A2", "99.99.99", "induk_tidak_dikenal"),
        ("Pagu", "C2", "lima miliar", "sel_bulat"),
        ("Kecamatan", "A2", "99.99.99", "induk_tidak_dikenal"),
        ("Desa", "A2", "99.99.99.2001", "induk_tidak_dikenal"),
        ("OPD", "B2", "#REF!", "sel_galat"),
        ("Kriteria", "D1", "Nilai", "judul_tidak_ada"),
    ],
)
def test_faults_are_told_by_sheet_row_and_column(
    store: Store, tmp_path: Path, sheet: str, cell: str, value: object, key: str
) -> None:
    def change(made: Workbook) -> None:
        made[sheet][cell] = value

    buku = book(store, tmp_path, change)
    found = plan(store, buku)
    assert {(fault.lembar, fault.issue.key) for fault in found.salah} == {(sheet, key)}
    assert sentence(found.salah[0].issue).endswith(".")
    assert found.perubahan == ()
    with pytest.raises(Refused) as caught:
        save(store, buku)
    assert {issue.key for issue in caught.value.issues} == {"sel_salah"}
    assert f"Lembar {sheet}, baris" in sentence(caught.value.issues[0])


def test_what_is_not_in_the_file_stays(store: Store, tmp_path: Path) -> None:
    def change(made: Workbook) -> None:
        for name in ("Kriteria", "Tingkat", "Penetapan", "Prioritas", "Aturan", "Pagu", "Kecamatan", "Desa"):
            del made[name]
        made["OPD"].delete_rows(2)
        made["OPD"]["B2"] = "Dinas Jalan"

    (only,) = plan(store, book(store, tmp_path, change)).perubahan
    assert (only.objek, len(stored(store).opd)) == (PUTR, 2)
    assert only.menjadi.startswith("Dinas Jalan; PUTR")


@pytest.mark.parametrize(
    ("sheet", "head"),
    [("Tingkat", "D1"), ("Penetapan", "A1"), ("Penetapan", "B1"), ("Aturan", "C1"), ("Aturan", "D1"), ("Pagu", "C1"),
     ("OPD", "D1"), ("Kecamatan", "C1"), ("Kecamatan", "D1")],
)  # fmt: skip
def test_a_column_that_is_not_in_the_file_stays_and_the_one_in_its_place_is_told(
    store: Store, tmp_path: Path, sheet: str, head: str
) -> None:
    def fill(made: Workbook) -> None:
        everything(made)
        made["Kecamatan"]["D2"] = "(061) 123"

    def rename(made: Workbook) -> None:
        made[sheet][head] = f"{made[sheet][head].value} lama"

    save(store, book(store, tmp_path, fill))
    *found, asing = plan(store, book(store, tmp_path, rename))
    assert found == [(), (), (), stored(store).versi]
    assert [told.endswith(f" lama” di lembar {sheet}") for told in asing] == [True]


def test_an_empty_pagu_is_taken_away_and_one_without_its_row_stays(store: Store, tmp_path: Path) -> None:
    save(store, book(store, tmp_path, lambda made: _put(made["Pagu"], C2=7, C3=9)))
    (only,) = plan(
        store, book(store, tmp_path, lambda made: (_put(made["Pagu"], C2=None), made["Pagu"].delete_rows(3)))
    ).perubahan
    assert (only.semula, only.menjadi) == ("Bahorok: Rp7", "Bahorok: tanpa pagu")


def _put(sheet: Worksheet, **cells: int | None) -> None:
    for cell, value in cells.items():
        sheet[cell] = value


def test_a_workbook_of_something_else_is_refused(store: Store, tmp_path: Path) -> None:
    def change(made: Workbook) -> None:
        for name in made.sheetnames[1:]:
            del made[name]
        made.worksheets[0].title = "Usulan"

    with refused(store, "buku_tanpa_lembar"):
        plan(store, book(store, tmp_path, change))


def test_who_was_slower_looks_again(store: Store, tmp_path: Path) -> None:
    buku = book(store, tmp_path, everything)
    dilihat = plan(store, buku).dilihat
    induk_opd.tambah(store, BAPPEDA, Opd("9.99", "Lain", "LAIN", ""), NOW)
    with refused(store, "induk_berubah"):
        save(store, buku, dilihat)
    with pytest.raises(ChangedMeanwhile):
        save(store, buku, dilihat)
    assert induk_kriteria.kriteria(store, BAPPEDA, TAHUN).versi == 0


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.peran)
def test_only_bappeda(store: Store, tmp_path: Path, who: Orang) -> None:
    buku = book(store, tmp_path, everything)
    for act in (
        lambda: induk_lembar.isi(store, who, TAHUN),
        lambda: induk_lembar.pratinjau(store, who, TAHUN, buku, NOW),
        lambda: save(store, buku, who=who),
    ):
        with refused(store, "bukan_wewenang"):
            act()
