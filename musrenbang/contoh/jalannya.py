"""Sample meetings brought to their stages through the actions, so that their trail is a real one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from musrenbang.actions import baca, penutupan, persiapan
from musrenbang.actions import skoring as scoring_actions
from musrenbang.actions.siapkan import TAHUN
from musrenbang.contoh import jawaban, keputusan, naskah, penilaian
from musrenbang.contoh.sidang import Sidang
from musrenbang.formats import wib
from musrenbang.intake.reference_files import ReferenceData
from musrenbang.model import Kecamatan
from musrenbang.store.engine import Store

BERLANGSUNG_SEJAK = timedelta(hours=1, minutes=42)
PERSIAPAN = timedelta(minutes=55)
Langkah = Callable[[Sidang], None]


@dataclass(frozen=True, slots=True)
class Acara:
    """What one sample meeting goes through. `mulai` is naive UTC; None: it is running now."""

    kecamatan: str
    langkah: Sequence[Langkah]
    mulai: datetime | None = None


def lead_all(store: Store, data: ReferenceData, now: datetime) -> None:
    """Takes each of ACARA as far as it goes; every other meeting waits to be opened. Then OPD answer what was sent."""
    places = {k.kode: k for k in data.kecamatan}
    for acara in ACARA:
        mulai = acara.mulai or now - BERLANGSUNG_SEJAK
        sidang = _sidang(store, places[acara.kecamatan], data, mulai, sent=acara.langkah is SAMPAI_DIKIRIM)
        for langkah in acara.langkah:
            langkah(sidang)
    for opd in data.opd:
        jawaban.jawab(store, opd)


def _sidang(store: Store, kecamatan: Kecamatan, data: ReferenceData, mulai: datetime, *, sent: bool) -> Sidang:
    pause = timedelta(minutes=5, seconds=50) if sent else timedelta(seconds=85)
    opd = {o.singkatan: o.kode for o in data.opd}
    return Sidang(store, kecamatan, opd, TAHUN, mulai - PERSIAPAN, pause)


def buka(s: Sidang) -> None:
    persiapan.buka(s.store, s.who, s.rapat, "", s.tick())


def buka_dengan_alasan(s: Sidang) -> None:
    alasan = "CONTOH: jadwal kabupaten tidak dapat digeser; satu desa menyusul sebelum usulan diambil."
    persiapan.buka(s.store, s.who, s.rapat, alasan, s.tick())


def isi_daftar_hadir(s: Sidang) -> None:
    blank = baca.fakta(s.store, s.who, s.rapat).daftar_hadir
    isi = naskah.daftar_hadir(blank, s.kecamatan.nama, wib(s.clock).date())
    persiapan.isi_daftar_hadir(s.store, s.who, s.rapat, isi, s.tick())


def ambil(s: Sidang) -> None:
    persiapan.ambil_usulan(s.store, s.who, s.rapat, s.tick())


def mulai(s: Sidang) -> None:
    s.skip_to(s.opened + PERSIAPAN)
    persiapan.mulai(s.store, s.who, s.rapat, baca.tanda_data(s.store, s.who, s.rapat), s.tick())


def hitung(s: Sidang) -> None:
    scoring_actions.hitung(s.store, s.who, s.rapat, s.tick())


def kirim(s: Sidang) -> None:
    penutupan.kirim(s.store, s.who, s.rapat, baca.tanda_data(s.store, s.who, s.rapat), s.tick())


def isi_berita_acara(s: Sidang) -> None:
    blank = baca.fakta(s.store, s.who, s.rapat).berita_acara
    peserta = (s.rng.randint(55, 75), s.rng.randint(25, 45))
    nomor = int(s.kecamatan.kode.rsplit(".", 1)[1])
    isi = naskah.berita_acara(blank, s.kecamatan.nama, nomor, peserta)
    penutupan.isi_berita_acara(s.store, s.who, s.rapat, isi, s.tick())


def _morning(hari: date) -> datetime:
    """09.00 WIB of a day, in UTC."""
    return datetime(hari.year, hari.month, hari.day, 2)


SAMPAI_DIAMBIL = (buka, isi_daftar_hadir, ambil)
SAMPAI_MULAI = (*SAMPAI_DIAMBIL, mulai)
SAMPAI_PUTUSAN = (*SAMPAI_MULAI, keputusan.verifikasi, keputusan.tambah_usulan)
SAMPAI_HITUNG = (*SAMPAI_PUTUSAN, keputusan.pilih_prioritas, hitung)
SAMPAI_SKOR = (*SAMPAI_HITUNG, penilaian.isi_skor)
SAMPAI_DIKIRIM = (*SAMPAI_SKOR, penilaian.urutkan_seri, kirim, isi_berita_acara)
ACARA = (
    Acara("12.05.07", SAMPAI_DIKIRIM, _morning(date(2027, 2, 8))),  # Stabat
    Acara("12.05.05", SAMPAI_DIKIRIM, _morning(date(2027, 2, 9))),  # Binjai
    Acara("12.05.18", SAMPAI_DIKIRIM, _morning(date(2027, 2, 10))),  # Berandan Barat
    Acara("12.05.03", (buka_dengan_alasan,), _morning(date(2027, 2, 16))),  # Kuala
    Acara("12.05.06", SAMPAI_DIAMBIL, _morning(date(2027, 2, 16))),  # Selesai
    Acara("12.05.08", (*SAMPAI_MULAI, keputusan.verifikasi_separuh)),  # Wampu
    Acara("12.05.10", (*SAMPAI_PUTUSAN, keputusan.pilih_prioritas_separuh)),  # Hinai
    Acara("12.05.09", (*SAMPAI_HITUNG, penilaian.isi_skor_separuh)),  # Secanggang
    Acara("12.05.11", SAMPAI_SKOR),  # Tanjung Pura
)
