"""Every list, once: what its columns are and what gives its rows. How it is written is told elsewhere."""

from musrenbang.model import BahanCetak
from reports.lists.cadangan import USULAN_CADANGAN
from reports.lists.listing import Field, Listing, Sheet
from reports.lists.masuk import USULAN_MASUK, USULAN_TERAKOMODIR
from reports.lists.opd import DAFTAR_OPD
from reports.lists.sipd import SIPD
from reports.lists.skoring import HASIL_SKORING
from reports.lists.terbuka import TERBUKA
from reports.lists.usulan import USULAN, Entered

__all__ = ["LISTS", "USULAN", "Entered", "Field", "Listing", "Sheet"]

LISTS: dict[str, Listing[BahanCetak]] = {
    "usulan-masuk": USULAN_MASUK,
    "usulan-terakomodir": USULAN_TERAKOMODIR,
    "hasil-skoring": HASIL_SKORING,
    "usulan-cadangan": USULAN_CADANGAN,
    "daftar-opd": DAFTAR_OPD,
    "sipd": SIPD,
    "terbuka": TERBUKA,
}
