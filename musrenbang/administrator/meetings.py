"""The meetings that a command names."""

from musrenbang.access import Tindakan
from musrenbang.actions import baca
from musrenbang.administrator.stop import Stop
from musrenbang.errors import Refused
from musrenbang.model import ADMIN, Rapat
from musrenbang.store.engine import Store


def one_meeting(store: Store, kecamatan: str, tahun: int) -> Rapat:
    """The meeting of one kecamatan and year."""
    try:
        return baca.rapat_di(store, ADMIN, kecamatan, tahun, Tindakan.CETAK)
    except Refused:
        place = f"Kecamatan berkode {kecamatan} tahun {tahun}"
        raise Stop(2, f"Musrenbang {place} tidak ada di basis data ini.") from None


def all_meetings(store: Store, tahun: int) -> list[Rapat]:
    """Those of all kecamatan in one year, by kode of kecamatan."""
    found = [fakta.rapat for fakta in baca.semua_rapat(store, ADMIN, tahun)]
    if not found:
        raise Stop(2, f"Musrenbang tahun {tahun} tidak ada di basis data ini.")
    return found
