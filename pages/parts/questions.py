"""What screens ask besides the meeting itself; every answer is checked against the person who asks."""

from musrenbang.actions import baca
from musrenbang.model import Fakta, KesiapanDesa, Orang, Rapat, Usulan, UsulanMasuk
from musrenbang.store.current import current
from pages.parts.meeting import Meeting


def kesiapan(m: Meeting) -> list[KesiapanDesa]:
    """What each desa/kelurahan has entered, approved and brought in (L01, L08)."""
    return baca.kesiapan(current(), m.who, m.id)


def all_meetings(who: Orang) -> list[Fakta]:
    """All meetings of the latest year, by kode of kecamatan; Bappeda alone."""
    store = current()
    return baca.semua_rapat(store, who, baca.tahun_terbaru(store))


def sent_to(who: Orang) -> list[tuple[Rapat, UsulanMasuk]]:
    """What sent meetings of the latest year have given to the OPD of this account, by kecamatan and rank (L35)."""
    store = current()
    return baca.usulan_opd(store, who, who.wilayah or "", baca.tahun_terbaru(store))


def entered_by(who: Orang) -> list[Usulan]:
    """What the desa/kelurahan of this account has entered for the latest year, in its own order."""
    store = current()
    return baca.usulan_desa(store, who, who.wilayah or "", baca.tahun_terbaru(store))


def place_of(who: Orang) -> str:
    return baca.nama_wilayah(current(), who)
