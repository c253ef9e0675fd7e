"""Papers: facts in, bytes out. Each is made of musrenbang.model.BahanCetak and knows no database and no screen."""

from collections.abc import Callable

from musrenbang.model import BahanCetak
from reports import workbook
from reports.berita_acara import berita_acara
from reports.daftar_hadir import daftar_hadir
from reports.hasil_skoring import hasil_skoring
from reports.pertinggal import pertinggal
from reports.usulan_masuk import usulan_masuk

PAPERS: dict[str, Callable[[BahanCetak], bytes]] = {
    "daftar-hadir": daftar_hadir,
    "usulan-masuk": usulan_masuk,
    "hasil-skoring": hasil_skoring,
    "berita-acara": berita_acara,
    "pertinggal": pertinggal,
}
TEXTS: dict[str, dict[str, Callable[[BahanCetak], bytes]]] = {"csv": {}, "json": {}}
WORKBOOKS: dict[str, Callable[[BahanCetak], bytes]] = {
    "usulan-masuk": workbook.usulan_masuk,
    "hasil-skoring": workbook.hasil_skoring,
}
