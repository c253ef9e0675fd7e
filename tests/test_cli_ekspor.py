"""`ekspor`: every list in every form, of one kecamatan and of all; and back again through `impor`."""

import csv
import json
import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from musrenbang.__main__ import main

Capture = pytest.CaptureFixture[str]
DAFTAR = ("usulan", "hasil-skoring", "cadangan", "opd", "sipd", "terbuka")
FIGURES = ("Kecamatan", "OPD", "OPD per Prioritas", "Prioritas", "Tingkat", "Desa")
STABAT, BAHOROK = "12.05.07", "12.05.01"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("contoh") / "contoh.duckdb"
    assert main(["contoh", "--db", str(file)]) == 0
    return file


@pytest.fixture
def db(tmp_path: Path, sample: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "rapat.duckdb"))


def ekspor(db: Path, out: Path, daftar: str = "usulan", *more: str, tahun: str = "2027") -> list[str]:
    return ["ekspor", daftar, "--tahun", tahun, "--out", str(out), "--db", str(db), *more]


def one_sentence(capsys: Capture) -> str:
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(r"[^\n]+\.\n", told.err), told.err
    return told.err.rstrip("\n")


def rows_of(file: Path) -> int:
    if file.suffix == ".json":
        told = json.loads(file.read_text())
        return (
            len([u for m in told for u in m["usulan"] if u["status"] == "prioritas"])
            if "usulan" in told[0]
            else len(told)
        )
    if file.suffix == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as lines:
            return len(list(csv.reader(lines, delimiter="," if "terbuka" in file.name else ";"))) - 1
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    return sheet.max_row - 1 - any(cell.value == "Jumlah" for cell in sheet[sheet.max_row])


@pytest.mark.parametrize("daftar", DAFTAR)
def test_every_list_of_all_kecamatan_in_every_form(sample: Path, tmp_path: Path, capsys: Capture, daftar: str) -> None:
    found = set()
    for kind in ("xlsx", "csv", "json"):
        out = tmp_path / f"{daftar}.{kind}"
        assert main(ekspor(sample, out, daftar)) == 0
        told = re.fullmatch(rf"Daftar {daftar} \(([0-9]+) baris\) ditulis ke .+\.\n", capsys.readouterr().out)
        assert told
        assert rows_of(out) == int(told[1])
        found.add(int(told[1]))
    assert len(found) == 1
    assert found.pop() > 100


@pytest.mark.parametrize("kind", ["csv", "json"])
@pytest.mark.parametrize("where", [[], ["--kecamatan", STABAT]])
def test_hitung_finds_the_published_ranking_again(
    sample: Path, tmp_path: Path, capsys: Capture, kind: str, where: list[str]
) -> None:
    table, out = tmp_path / "t.csv", tmp_path / f"terbuka.{kind}"
    assert main(ekspor(sample, table, "terbuka", *where)) == main(ekspor(sample, out, "terbuka", *where)) == 0
    with table.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    capsys.readouterr()
    assert main(["hitung", str(out)]) == 0
    heads = ("id", "poin", "skor", "peringkat_skor", "peringkat")
    assert [line.split(",") for line in capsys.readouterr().out.splitlines()[1:]] == [
        [r[h] for h in heads] for r in rows
    ]
    assert any(r["urutan_seri"] for r in rows)


def test_open_data_of_a_meeting_that_has_not_sent_is_refused(sample: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "x.csv"
    assert main(ekspor(sample, out, "terbuka", "--kecamatan", BAHOROK)) == 1
    assert one_sentence(capsys).endswith("baru tersedia setelah usulan dikirim ke OPD.")
    assert not out.exists()


@pytest.mark.parametrize(("tahun", "more"), [("2031", ()), ("2027", ("--kecamatan", "12.05.99"))])
def test_what_is_not_there(sample: Path, tmp_path: Path, capsys: Capture, tahun: str, more: tuple[str, ...]) -> None:
    assert main(ekspor(sample, tmp_path / "x.csv", "usulan", *more, tahun=tahun)) == 2
    assert "tidak ada di basis data ini" in one_sentence(capsys)


def test_the_form_is_told_by_the_name_of_the_file(sample: Path, tmp_path: Path, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(ekspor(sample, tmp_path / "x.pdf"))
    assert stopped.value.code == 2
    assert one_sentence(capsys) == f"Berkas {tmp_path / 'x.pdf'} harus berakhiran .xlsx, .csv, atau .json."


def impor(db: Path, file: Path) -> list[str]:
    return ["impor", str(file), "--tahun", "2027", "--kecamatan", BAHOROK, "--db", str(db)]


def told_rows(db: Path, folder: Path) -> dict[str, dict[str, object]]:
    out = folder / "sesudah.json"
    assert main(ekspor(db, out, "usulan", "--kecamatan", BAHOROK)) == 0
    return {row["Kode"]: row for row in json.loads(out.read_text())}


def test_export_edit_one_cell_import_is_exactly_that_change(db: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "usulan.xlsx"
    assert main(ekspor(db, file, "usulan", "--kecamatan", BAHOROK)) == 0
    before = told_rows(db, tmp_path)
    capsys.readouterr()
    assert main(impor(db, file)) == 0
    assert re.match(r"0 usulan baru, 0 berubah, \d+ tetap", capsys.readouterr().out)
    book = openpyxl.load_workbook(file)
    sheet = book.active
    assert sheet is not None
    heads = [cell.value for cell in sheet[1]]
    cell = sheet.cell(5, heads.index("Perkiraan Biaya (Rp)") + 1)
    kode = str(sheet.cell(5, 1).value)
    cell.value = 123_456_789
    book.save(file)
    assert main(impor(db, file)) == 0
    assert re.match(r"0 usulan baru, 1 berubah, \d+ tetap", capsys.readouterr().out)
    after = told_rows(db, tmp_path)
    assert after == {**before, kode: {**before[kode], "Perkiraan Biaya (Rp)": 123_456_789}}


def test_the_comparison_as_sheets_and_as_one_object(sample: Path, tmp_path: Path, capsys: Capture) -> None:
    book, text = tmp_path / "banding.xlsx", tmp_path / "banding.json"
    for out in (book, text):
        assert main(ekspor(sample, out, "perbandingan")) == 0
        assert capsys.readouterr().out == f"Perbandingan 23 kecamatan ditulis ke {out}.\n"
    told = json.loads(text.read_text())
    sheets = openpyxl.load_workbook(book)
    assert list(told) == sheets.sheetnames == [*FIGURES, "Ketegasan", "Skor Disesuaikan"]
    assert len(told["Kecamatan"]) == 23
    assert len(told["Desa"]) == 277
    stabat = next(at for at, k in enumerate(told["Kecamatan"]) if k["Kode"] == STABAT)
    assert told["Kecamatan"][stabat]["Usulan"] == sheets["Kecamatan"].cell(stabat + 2, 3).value > 100
    kinds = ("Prioritas", "Cadangan", "Tidak Sesuai", "Digabung", "Belum")
    assert all(k["Usulan"] == sum(k[kind] for kind in kinds) for k in told["Kecamatan"])
    prioritas = sum(k["Prioritas"] for k in told["Kecamatan"])
    assert sum(o["Usulan"] for o in told["OPD"]) == sum(o["Usulan"] for o in told["OPD per Prioritas"]) == prioritas


def test_strictness_beside_the_official_order(sample: Path, tmp_path: Path) -> None:
    """Of one kecamatan as of all: it is estimated from everybody's scores."""
    told = {}
    for at, where in enumerate(([], ["--kecamatan", STABAT])):
        out = tmp_path / f"{at}.json"
        assert main(ekspor(sample, out, "perbandingan", *where)) == 0
        told[at] = json.loads(out.read_text())
    all_, one = told[0]["Skor Disesuaikan"], told[1]["Skor Disesuaikan"]
    assert [u["Skor Resmi"] for u in all_] == sorted((u["Skor Resmi"] for u in all_), reverse=True)
    assert [u["Urutan Skor Resmi"] for u in all_] == sorted(u["Urutan Skor Resmi"] for u in all_)
    assert len(all_) == sum(k["Dinilai"] for k in told[0]["Ketegasan"]) > 300
    assert one == [u for u in all_ if u["Kecamatan"] == "Stabat"]
    (stabat,) = told[1]["Ketegasan"]
    assert stabat in told[0]["Ketegasan"]
    for u in one:
        assert u["Skor Disesuaikan (Perkiraan)"] == pytest.approx(
            u["Skor Resmi"] - stabat["Selisih (Perkiraan)"], abs=0.011
        )


def test_the_comparison_of_one_kecamatan(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "satu.json"
    assert main(ekspor(sample, out, "perbandingan", "--kecamatan", STABAT)) == 0
    assert [k["Kode"] for k in json.loads(out.read_text())["Kecamatan"]] == [STABAT]


def test_the_comparison_is_no_single_table(sample: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "banding.csv"
    assert main(ekspor(sample, out, "perbandingan")) == 2
    assert one_sentence(capsys).endswith("berkasnya harus berakhiran .xlsx atau .json.")
    assert not out.exists()
    assert main(ekspor(sample, tmp_path / "lain.json", "perbandingan", tahun="2031")) == 2
    assert "2031" in one_sentence(capsys)
