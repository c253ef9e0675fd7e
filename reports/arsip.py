"""The archive copy: what a paper prints also lies in it as data."""

from musrenbang.model import BahanCetak
from reports import texts
from reports.lists import LISTS
from reports.paper import Paper


def attach(paper: Paper, bahan: BahanCetak, *daftar: str) -> None:
    """Puts the rows of these lists into the document as CSV, if it is an archive copy."""
    for name in daftar if bahan.arsip else ():
        sheet = LISTS[name].of_one(bahan, bahan.dicetak)
        paper.attach(f"{name}.csv", texts.csv(sheet), f"{sheet.judul}, data di balik dokumen ini")
