"""An uploaded sheet given back: the same values in the same cells, and each fault where it is."""

from io import BytesIO
from typing import Any

import openpyxl

from musrenbang.errors import Issue
from musrenbang.intake.columns import Salah
from musrenbang.intake.lembar import Baris, Lembar
from musrenbang.intake.usulan_lembar import read_usulan
from reports.bertanda import tandai
from tests.intake.reading import daerah, lembar

RED = "FFF8B4AE"
FAULTY = lembar({}, {"nama": "=1+1", "volume": "450 meter", "satuan": None}, {"nama": "Jembatan"})
SALAH = read_usulan(FAULTY, daerah()).salah


def opened(read: Lembar, salah: Any) -> Any:
    return openpyxl.load_workbook(BytesIO(tandai(read, salah)))


def test_values_stay_as_they_were_in_their_cells() -> None:
    odd = Lembar("a", (Baris(2, ("=1+1", 1.5, None, True)), Baris(5, ("@a", 10**20, "00123"))))
    sheet = opened(odd, ())["Usulan"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1] == ["=1+1", 1.5, None, True]
    assert rows[4][:3] == ["@a", str(10**20), "00123"]
    assert {cell.data_type for cell in sheet["A"] if cell.value} == {"s"}


def test_faulty_cells_alone_are_filled_and_commented() -> None:
    sheet = opened(FAULTY, SALAH)["Usulan"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [c.coordinate for c in cells if c.fill.fgColor.rgb == RED] == ["H3", "I3"]
    told = {c.coordinate: c.comment.text for c in cells if c.comment}
    assert told == {"H3": SALAH[0].kalimat, "I3": SALAH[1].kalimat}


def test_the_list_names_row_column_and_how_to_mend() -> None:
    book = opened(FAULTY, SALAH)
    assert book.sheetnames == ["Usulan", "Kesalahan"]
    head, *rows = book["Kesalahan"].iter_rows(values_only=True)
    assert head[0] == "Baris"
    assert rows == [
        (3, "H", "Volume", "450 meter", SALAH[0].kalimat),
        (3, "I", "Satuan", "", SALAH[1].kalimat),
    ]


def test_what_is_said_of_a_whole_row_hangs_at_its_first_cell_with_the_rest() -> None:
    missing = Salah(1, None, "Volume", "", Issue("kolom_tidak_ada", {"kolom": "Volume"}))
    first = Salah(1, 1, "Kode", "", Issue("sel_wajib"))
    comment = opened(FAULTY, (missing, first))["Usulan"]["A1"].comment.text
    assert comment == f"{missing.kalimat}\n{first.kalimat}"


def test_a_marked_file_can_be_mended_and_uploaded_as_it_is() -> None:
    book = opened(FAULTY, SALAH)
    book["Usulan"]["H3"], book["Usulan"]["I3"] = 450, "meter"
    rows = (Baris(n, row) for n, row in enumerate(book["Usulan"].iter_rows(values_only=True), 1))
    read = read_usulan(Lembar("Usulan", tuple(rows)), daerah())
    assert (len(read.baris), read.salah) == (3, ())
