"""Papers: facts in, bytes out. Each is made of musrenbang.model.BahanCetak and knows no database and no screen."""

from collections.abc import Callable

from musrenbang.model import BahanCetak
from reports import texts, workbook
from reports.berita_acara import berita_acara
from reports.daftar_hadir import daftar_hadir
from reports.daftar_opd import daftar_opd
from reports.hasil_skoring import hasil_skoring
from reports.lists import LISTS, Listing, Sheet
from reports.penjelasan_skoring import penjelasan_skoring
from reports.pertinggal import pertinggal
from reports.surat_pemberitahuan import surat_pemberitahuan
from reports.usulan_cadangan import usulan_cadangan
from reports.usulan_masuk import usulan_masuk
from reports.usulan_terakomodir import usulan_terakomodir

PAPERS: dict[str, Callable[[BahanCetak], bytes]] = {
    "surat-pemberitahuan": surat_pemberitahuan,
    "daftar-hadir": daftar_hadir,
    "usulan-masuk": usulan_masuk,
    "usulan-terakomodir": usulan_terakomodir,
    "penjelasan-skoring": penjelasan_skoring,
    "hasil-skoring": hasil_skoring,
    "usulan-cadangan": usulan_cadangan,
    "daftar-opd": daftar_opd,
    "berita-acara": berita_acara,
    "pertinggal": pertinggal,
}
WRITERS: dict[str, Callable[[Sheet], bytes]] = {"xlsx": workbook.xlsx, "csv": texts.csv, "json": texts.as_json}


def _written(kind: str, listing: Listing[BahanCetak]) -> Callable[[BahanCetak], bytes]:
    return lambda bahan: WRITERS[kind](listing.of_one(bahan, bahan.dicetak))


WORKBOOKS = {name: _written("xlsx", listing) for name, listing in LISTS.items()}
TEXTS = {kind: {name: _written(kind, listing) for name, listing in LISTS.items()} for kind in ("csv", "json")}
