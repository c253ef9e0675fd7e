"""Who may do what to whose data: one table, asked by every action before it does anything."""

from dataclasses import dataclass
from enum import StrEnum

from musrenbang.errors import Issue
from musrenbang.formats import tanggal_jam
from musrenbang.model import Desa, Orang, Peran, Rapat


class Tindakan(StrEnum):
    ISI_USULAN = "isi usulan desa/kelurahan"
    AJUKAN_LAGI = "ajukan lagi usulan"
    SETUJUI = "setujui usulan desa/kelurahan"
    LAMPIRKAN = "lampirkan berkas usulan"
    IMPOR = "impor usulan"
    JADWALKAN = "susun jadwal"
    BUKA = "buka musrenbang"
    ISI_DAFTAR_HADIR = "isi Daftar Hadir"
    AMBIL = "ambil usulan"
    MULAI = "mulai musrenbang"
    VERIFIKASI = "verifikasi usulan"
    TAMBAH_USULAN = "tambah usulan kecamatan"
    UBAH_USULAN = "ubah usulan kecamatan"
    PRIORITAS = "pilih prioritas"
    CADANGAN = "pilih non prioritas"
    PILIH_OPD = "pilih OPD"
    HITUNG = "hitung"
    SKOR = "isi skor"
    URUTKAN_SERI = "urutkan usulan seri"
    KIRIM = "kirim usulan ke OPD"
    BUKA_KEMBALI = "buka kembali rapat"
    ISI_BERITA_ACARA = "isi Berita Acara"
    UNGGAH = "unggah dokumen"
    PROYEKSI = "layar proyektor"
    JAWAB = "jawab usulan"
    ANGGARAN = "isi anggaran dan realisasi"
    LIHAT = "lihat rapat"
    CETAK = "cetak rapat"


@dataclass(frozen=True, slots=True)
class Izin:
    """Which roles may, and whether a sent meeting still allows it."""

    peran: frozenset[Peran]
    sesudah_kirim: bool = False


_CAMAT = frozenset({Peran.CAMAT})
_DESA = frozenset({Peran.DESA})
_BAPPEDA = frozenset({Peran.BAPPEDA})
_OPD = frozenset({Peran.OPD})
_PENGIMPOR = frozenset({Peran.DESA, Peran.CAMAT, Peran.BAPPEDA})
_PEMBACA = frozenset({Peran.CAMAT, Peran.BAPPEDA})
_PENCETAK = _PEMBACA | {Peran.OPD}

IZIN: dict[Tindakan, Izin] = {
    Tindakan.ISI_USULAN: Izin(_DESA),
    Tindakan.AJUKAN_LAGI: Izin(_DESA),
    Tindakan.SETUJUI: Izin(_DESA),
    Tindakan.LAMPIRKAN: Izin(_DESA),
    Tindakan.IMPOR: Izin(_PENGIMPOR),
    Tindakan.JADWALKAN: Izin(_BAPPEDA),
    Tindakan.BUKA: Izin(_CAMAT),
    Tindakan.ISI_DAFTAR_HADIR: Izin(_CAMAT),
    Tindakan.AMBIL: Izin(_CAMAT),
    Tindakan.MULAI: Izin(_CAMAT),
    Tindakan.VERIFIKASI: Izin(_CAMAT),
    Tindakan.TAMBAH_USULAN: Izin(_CAMAT),
    Tindakan.UBAH_USULAN: Izin(_CAMAT),
    Tindakan.PRIORITAS: Izin(_CAMAT),
    Tindakan.CADANGAN: Izin(_CAMAT),
    Tindakan.PILIH_OPD: Izin(_CAMAT),
    Tindakan.HITUNG: Izin(_CAMAT),
    Tindakan.SKOR: Izin(_CAMAT),
    Tindakan.URUTKAN_SERI: Izin(_CAMAT),
    Tindakan.KIRIM: Izin(_CAMAT),
    Tindakan.BUKA_KEMBALI: Izin(_BAPPEDA, sesudah_kirim=True),
    Tindakan.ISI_BERITA_ACARA: Izin(_CAMAT, sesudah_kirim=True),
    Tindakan.UNGGAH: Izin(_CAMAT, sesudah_kirim=True),
    Tindakan.PROYEKSI: Izin(_CAMAT, sesudah_kirim=True),
    Tindakan.JAWAB: Izin(_OPD, sesudah_kirim=True),
    Tindakan.ANGGARAN: Izin(_OPD, sesudah_kirim=True),
    Tindakan.LIHAT: Izin(_PEMBACA, sesudah_kirim=True),
    Tindakan.CETAK: Izin(_PENCETAK, sesudah_kirim=True),
}


def may_touch_meeting(who: Orang, tindakan: Tindakan, rapat: Rapat) -> list[Issue]:
    """Role, then own kecamatan, then the lock after Kirim (L03, L28)."""
    izin = IZIN[tindakan]
    if who.peran not in izin.peran:
        return [Issue("bukan_wewenang", {"nama_pengguna": who.nama_pengguna, "peran": who.peran.value})]
    if who.peran in (Peran.CAMAT, Peran.DESA) and _kecamatan_of(who) != rapat.kecamatan.kode:
        return [Issue("bukan_wilayah", {"nama_pengguna": who.nama_pengguna, "kecamatan": rapat.kecamatan.nama})]
    if who.peran is Peran.OPD and not rapat.dikirim:
        return [Issue("belum_dikirim_opd", {"kecamatan": rapat.kecamatan.nama})]
    if rapat.dikirim and not izin.sesudah_kirim:
        return [Issue("sudah_dikirim", {"kecamatan": rapat.kecamatan.nama, "waktu": tanggal_jam(rapat.dikirim)})]
    return []


def _kecamatan_of(who: Orang) -> str:
    """Of a camat or a desa: the kode of a desa begins with that of its kecamatan."""
    return ".".join((who.wilayah or "").split(".")[:3])


def may_write_desa(who: Orang, desa: Desa) -> list[Issue]:
    """The usulan of one desa/kelurahan, before its camat has loaded them: that desa alone (L01)."""
    return [] if who.peran is Peran.DESA and who.wilayah == desa.kode else [_not_your_role(who)]


def may_keep_master_data(who: Orang) -> list[Issue]:
    """What all meetings share, such as the crest, and copies of the whole database: Bappeda alone."""
    return may_see_all(who)


def may_keep_accounts(who: Orang) -> list[Issue]:
    """Accounts and their one-time passwords: Bappeda alone."""
    return may_see_all(who)


def may_see_all(who: Orang) -> list[Issue]:
    """Every meeting side by side: Bappeda alone."""
    return [] if who.peran is Peran.BAPPEDA else [_not_your_role(who)]


def may_see_opd(who: Orang, opd: str) -> list[Issue]:
    """What was sent to one OPD (L35)."""
    return (
        [] if who.peran is Peran.BAPPEDA or (who.peran is Peran.OPD and who.wilayah == opd) else [_not_your_role(who)]
    )


def may_see_desa(who: Orang, desa: Desa) -> list[Issue]:
    """The usulan of one desa/kelurahan: itself, its camat, Bappeda."""
    own = who.peran is Peran.DESA and who.wilayah == desa.kode
    camat = who.peran is Peran.CAMAT and who.wilayah == desa.kecamatan
    return [] if own or camat or who.peran is Peran.BAPPEDA else [_not_your_role(who)]


def _not_your_role(who: Orang) -> Issue:
    return Issue("bukan_wewenang", {"nama_pengguna": who.nama_pengguna, "peran": who.peran.value})
