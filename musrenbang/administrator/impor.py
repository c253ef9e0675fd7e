"""The command that brings in usulan from a spreadsheet: all of its rows or none."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from musrenbang.access import Tindakan
from musrenbang.actions import baca
from musrenbang.actions import impor as importing
from musrenbang.administrator.files import existing_store
from musrenbang.administrator.stop import Stop
from musrenbang.errors import Refused
from musrenbang.formats import bulat
from musrenbang.intake import lembar
from musrenbang.intake.rencana import HasilImpor
from musrenbang.model import ADMIN
from musrenbang.store.engine import Store
from musrenbang.words import sentence

MOST_TOLD = 500
MASUKAN = ("sel_", "lembar_", "csv_", "judul_", "kolom_", "berkas_", "tidak_ditemukan")


def impor(asked: Namespace, now: datetime) -> None:
    with existing_store(asked.db) as store, _refusals():
        try:
            sheet = lembar.read(asked.berkas)
        except OSError:
            raise Stop(2, f"Berkas {asked.berkas} tidak ada atau tidak dapat dibaca.") from None
        hasil = _import(store, asked, sheet, now)
    print(f"{bulat(hasil.baru)} usulan baru, {bulat(hasil.berubah)} berubah, {bulat(hasil.tetap)} tetap.")


def _import(store: Store, asked: Namespace, sheet: lembar.Lembar, now: datetime) -> HasilImpor:
    if not asked.kecamatan:
        return importing.impor_semua(store, ADMIN, asked.tahun, sheet, setujui=asked.setujui, now=now)
    rapat = baca.rapat_di(store, ADMIN, asked.kecamatan, asked.tahun, Tindakan.IMPOR).id
    seen = importing.pratinjau(store, ADMIN, rapat, sheet, setujui=asked.setujui).dilihat
    return importing.impor(store, ADMIN, rapat, sheet, setujui=asked.setujui, dilihat=seen, now=now)


@contextmanager
def _refusals() -> Iterator[None]:
    """Every fault of the file on a line of its own and exit 2; 1 when the meeting forbids it."""
    try:
        yield
    except Refused as refused:
        lines = [sentence(issue) for issue in refused.issues]
        rest = [f"… dan {bulat(len(lines) - MOST_TOLD)} kesalahan lain."] if len(lines) > MOST_TOLD else []
        code = 2 if any(issue.key.startswith(MASUKAN) for issue in refused.issues) else 1
        raise Stop(code, *lines[:MOST_TOLD], *rest) from None
