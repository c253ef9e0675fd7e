"""`periksa-dokumen`: a code, or an archive copy, against a database."""

import os
from argparse import Namespace
from pathlib import Path

from musrenbang import kode_periksa
from musrenbang.actions import periksa_dokumen as checking
from musrenbang.administrator.files import existing_store
from musrenbang.administrator.stop import Stop
from musrenbang.errors import Refused
from musrenbang.intake import arsip
from musrenbang.store.engine import Store
from musrenbang.words import sentence
from reports import kabar_periksa
from reports.kabar_periksa import Kabar, Putusan

MASUKAN = ("kode_periksa_salah", "dokumen_tanpa_data", "dokumen_rusak", "dokumen_terlalu_besar", "dokumen_bukan")


def periksa_dokumen(asked: Namespace) -> None:
    """Exit 0 when all is proven, 1 when it is not, 2 for what is neither a code nor an archive copy."""
    file = Path(asked.dokumen)
    with existing_store(asked.db) as store:
        try:
            found = _of_file(store, file) if _is_file(file) else _of_code(store, asked.dokumen)
        except Refused as refused:
            issue = refused.issues[0]
            raise Stop(2 if issue.key in MASUKAN else 1, sentence(issue)) from None
    if found.putusan is not Putusan.COCOK:
        raise Stop(1, f"{found.judul}.", *found.rincian)
    print(f"{found.judul}.", *found.rincian, sep="\n")


def _of_code(store: Store, kode: str) -> Kabar:
    return kabar_periksa.of_code(checking.periksa_kode(store, kode))


def _of_file(store: Store, file: Path) -> Kabar:
    dokumen = arsip.read(file)
    hasil = checking.periksa_kode(store, dokumen.kode)
    bahan = checking.bahan_dokumen(store, hasil, dokumen.dicetak)
    alamat = kode_periksa.address(os.environ.get("MUSRENBANG_ALAMAT"))
    return kabar_periksa.of_file(hasil, dokumen, file.read_bytes(), bahan, alamat)


def _is_file(file: Path) -> bool:
    """What ends as a PDF is meant as one, also where there is none."""
    if file.suffix.lower() == ".pdf" and not file.is_file():
        raise Stop(2, f"Berkas {file} tidak ada atau tidak dapat dibaca.")
    return file.is_file()
