"""Another reader: LibreOffice shows the same values, and no text becomes a formula."""

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reports import TEXTS, WORKBOOKS, WRITERS
from reports.lists import LISTS
from reports.lists.listing import Value
from tests.reports.bahan import DICETAK, bahan, left_out, prioritas

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed (apt install libreoffice-calc)")
HOSTILE = ("=1+1", '=HYPERLINK("http://contoh.id";"klik")', "+cmd|' /C calc'!A0", "@SUM(1;2)", "-2+3", "\t=1+1", "007",
           "1/2", 'kutip "dua"; titik koma', "baris\nkedua")  # fmt: skip
TEXTS_ONLY = "44,34,76,1,,0,false,false"  # comma, quote, UTF-8
SEMICOLON = "CSV:59,34,76,1,,1057,true"  # Indonesian; what is quoted is text
COMMA = "CSV:44,34,76,1,,1033,true"


def material() -> list[tuple[str, str]]:
    """Each list in both forms."""
    return [(name, kind) for name in LISTS for kind in ("xlsx", "csv")]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[list[str]]]:
    """What LibreOffice shows of each file, as rows of text."""
    folder = tmp_path_factory.mktemp("lo")
    for name, kind in material():
        make = WORKBOOKS[name] if kind == "xlsx" else TEXTS["csv"][name]
        (folder / f"{name}.{kind}").write_bytes(make(facts()))
    read: dict[tuple[str, str], list[list[str]]] = {}
    for rule, files in (("", [f"{n}.xlsx" for n in LISTS]), (COMMA, ["terbuka.csv"]),
                        (SEMICOLON, [f"{n}.csv" for n in LISTS if n != "terbuka"])):  # fmt: skip
        out = folder / f"out{len(read)}"
        convert(folder, out, files, rule)
        for file in files:
            text = (out / Path(file).with_suffix(".csv").name).read_text("utf-8-sig")
            name, kind = file.split(".")
            read[name, kind] = list(csv.reader(io.StringIO(text, newline="")))
    return read


def convert(folder: Path, out: Path, files: list[str], rule: str) -> None:
    subprocess.run(
        [SOFFICE or "", f"-env:UserInstallation=file://{folder}/profil", "--headless", *([f"--infilter={rule}"] if rule
         else []), "--convert-to", f"csv:Text - txt - csv (StarCalc):{TEXTS_ONLY}", "--outdir", str(out), *files],
        check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180,
    )  # fmt: skip


def facts() -> object:
    rows = [replace(u, isi=replace(u.isi, nama=t, lokasi=t, volume=Decimal("1250.75")))
            for u, t in zip(prioritas(len(HOSTILE)), HOSTILE, strict=True)]  # fmt: skip
    rest = [replace(u, isi=replace(u.isi, nama=t)) for u, t in zip(left_out(), HOSTILE, strict=False)]
    return bahan((*rows, *rest))


def number(shown: str) -> Decimal:
    """Formatted as the cell says: "Rp1,000"."""
    return Decimal(shown.removeprefix("Rp").replace(",", ""))


def same(value: Value, shown: str, kind: str) -> bool:
    if value is None or value == "":
        return shown == ""
    if isinstance(value, str):
        guarded = kind == "csv" and value.startswith(("=", "+", "-", "@", "\t"))
        return shown == (f"'{value}" if guarded else value)
    return number(shown) == value


@pytest.mark.parametrize(("name", "kind"), material())
def test_it_shows_the_same_values(opened: dict[tuple[str, str], list[list[str]]], name: str, kind: str) -> None:
    sheet = LISTS[name].of_one(facts(), DICETAK)
    heads, *rows = opened[name, kind]
    assert heads == [field.head for field in sheet.fields]
    assert len(sheet.rows) >= 3
    for row, shown in zip(sheet.rows, rows, strict=False):
        assert [(v, s) for v, s in zip(row, shown, strict=True) if not same(v, s, kind)] == []
    more = rows[len(sheet.rows) :]
    sums = [i for i, field in enumerate(sheet.fields) if field.summed] if kind == "xlsx" else []
    assert len(more) == bool(sums)
    for i in sums:
        assert number(more[0][i]) == sum(row[i] for row in sheet.rows if isinstance(row[i], int))


def test_the_writers_are_the_ones_of_the_lists() -> None:
    assert set(WRITERS) == {"xlsx", "csv", "json"}
