"""What proves a paper: the kode periksa at its foot and, in the archive copy, what it prints as data."""

import json

from musrenbang.model import BahanCetak
from reports import texts
from reports.lists import LISTS
from reports.paper import Paper

DAFTAR = {
    "usulan-masuk": ("usulan-masuk",),
    "usulan-terakomodir": ("usulan-terakomodir",),
    "hasil-skoring": ("hasil-skoring",),
    "usulan-cadangan": ("usulan-cadangan",),
    "daftar-opd": ("daftar-opd",),
    "berita-acara": ("hasil-skoring", "usulan-cadangan"),
    "pertinggal": ("daftar-opd",),
}  # the lists behind each paper
TENTANG = "dokumen.json"


def attach(paper: Paper, bahan: BahanCetak, dokumen: str) -> None:
    """Names the sending at the foot of every page; puts the lists behind this paper into an archive copy, as CSV."""
    paper.kode = bahan.kode
    if bahan.arsip:
        for name, (content, told, kind) in sorted(_files(bahan, dokumen).items()):  # a PDF lists its files by name
            paper.attach(name, content.encode(), told, kind)


def _files(bahan: BahanCetak, dokumen: str) -> dict[str, tuple[str, str, str]]:
    """Content, what it is, and its MIME type."""
    files = {
        f"{name}.csv": (content, f"{LISTS[name].judul}, data di balik dokumen ini", "text/csv")
        for name, content in rows(bahan, dokumen).items()
    }
    if bahan.kode:
        content = json.dumps(about(bahan, dokumen), ensure_ascii=False, indent=1)
        files[TENTANG] = (content, "Keterangan untuk Periksa Dokumen", "application/json")
    return files


def rows(bahan: BahanCetak, dokumen: str) -> dict[str, str]:
    """The lists behind a paper as CSV, by name."""
    return {name: texts.csv(LISTS[name].of_one(bahan, bahan.dicetak)).decode() for name in DAFTAR[dokumen]}


def about(bahan: BahanCetak, dokumen: str) -> dict[str, str | None]:
    """What the same paper can be made of once more."""
    saringan = bahan.saringan
    return {
        "dokumen": dokumen,
        "kode": bahan.kode,
        "dicetak": bahan.dicetak.isoformat(),
        "kertas": bahan.kertas,
        "desa": saringan.desa,
        "asal": saringan.asal,
        "opd": saringan.opd,
    }
