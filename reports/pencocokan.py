"""An archive copy against the database: its rows cell by cell, and the whole file byte by byte."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from musrenbang.errors import Issue, Refused
from musrenbang.intake.arsip import Arsip
from musrenbang.model import BahanCetak
from reports import PAPERS, arsip
from reports.lists.opd import JAWABAN
from reports.texts import BOM

KODE, NAMA = "Kode", "Nama Usulan"
TERTUTUP = frozenset({"Permasalahan", "Penerima Manfaat (KK)"})  # not on the Berita Acara, whose code anybody may hold
DIJAWAB = frozenset(field.head for field in JAWABAN)
Baris = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Perbedaan:
    """One cell, or a whole row: `isian` is "" then. What is not to be shown is ""."""

    kode: str
    nama: str
    isian: str
    di_dokumen: str
    di_basis_data: str


def perbedaan(bahan: BahanCetak, dokumen: Arsip) -> list[Perbedaan]:
    """What the rows in the copy say otherwise than the database does now, each once. `bahan` is `bahan_untuk` it.

    What OPD have answered is not compared: it goes on after Kirim. Raises Refused for rows that are none of ours.
    """
    if dokumen.dokumen not in arsip.DAFTAR:
        raise Refused([Issue("dokumen_rusak")])
    ours = arsip.rows(bahan, dokumen.dokumen)
    if ours.keys() != dokumen.daftar.keys():
        raise Refused([Issue("dokumen_rusak")])
    found = [one for name in ours for one in _of_list(dokumen.daftar[name], ours[name])]
    return list(dict.fromkeys(found))


def bahan_untuk(bahan: BahanCetak, dokumen: Arsip, alamat: str) -> BahanCetak:
    """The material that the copy would be printed from today."""
    return replace(bahan, arsip=True, kertas=dokumen.kertas, saringan=dokumen.saringan, alamat=alamat)


def same_file(bahan: BahanCetak, dokumen: Arsip, content: bytes) -> bool:
    """Whether the whole file, its pages too, is what the application prints from this material today."""
    return PAPERS[dokumen.dokumen](bahan) == content


def _of_list(theirs: str, ours: str) -> list[Perbedaan]:
    read, own = _read(theirs), _read(ours)
    found = list(_of_rows(_by_kode(read), _by_kode(own)))
    if not found and not _same_form(theirs, ours, read, own):
        found.append(Perbedaan("", "", "susunan baris", "", ""))
    return found


def _of_rows(read: Mapping[str, Baris], own: Mapping[str, Baris]) -> Iterator[Perbedaan]:
    for kode in sorted(read.keys() | own.keys()):
        there, here = read.get(kode), own.get(kode)
        if there is None or here is None:
            nama = (there or here or {}).get(NAMA, "")
            yield Perbedaan(kode, nama, "", "ada" if there else "tidak ada", "ada" if here else "tidak ada")
        else:
            yield from _of_cells(kode, there, here)


def _of_cells(kode: str, there: Baris, here: Baris) -> Iterator[Perbedaan]:
    for head in (name for name in here if there.get(name) != here[name] and name not in DIJAWAB):
        shown = (there.get(head, ""), here[head]) if head not in TERTUTUP else ("", "")
        yield Perbedaan(kode, here.get(NAMA, ""), head, *shown)


def _same_form(theirs: str, ours: str, read: Sequence[Baris], own: Sequence[Baris]) -> bool:
    """The same rows in the same order and, but for a list that OPD still answer, written alike to the last byte."""
    if any(set(row) & DIJAWAB for row in own):
        return [(row[KODE], *row) for row in read] == [(row[KODE], *row) for row in own]
    return theirs == ours


def _read(text: str) -> list[Baris]:
    try:
        heads, *rows = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), delimiter=";", strict=True)
        found: list[Baris] = [dict(zip(heads, row, strict=True)) for row in rows]
    except (csv.Error, ValueError) as fault:
        raise Refused([Issue("dokumen_rusak")]) from fault
    if any(KODE not in row for row in found):
        raise Refused([Issue("dokumen_rusak")])
    return found


def _by_kode(rows: Sequence[Baris]) -> dict[str, Baris]:
    return {row[KODE]: row for row in rows}
