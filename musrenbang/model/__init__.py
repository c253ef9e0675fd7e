"""The nouns of a musrenbang, as frozen values. Points, weights and rupiah are whole numbers; times are naive UTC."""

from musrenbang.model.berkas import KABUPATEN, Berkas, JenisBerkas
from musrenbang.model.fakta import (
    BahanCetak,
    BarisJejak,
    Fakta,
    HasilAmbil,
    Kemajuan,
    Kertas,
    KesiapanDesa,
    PerubahanDesa,
    Saringan,
)
from musrenbang.model.people import ADMIN, Orang, Peran
from musrenbang.model.perbandingan import (
    BagianDesa,
    BarisBanding,
    Jumlah,
    Lingkup,
    Perbandingan,
    Ringkasan,
    RujukanBanding,
    Sebaran,
)
from musrenbang.model.rapat import KELOMPOK, BeritaAcara, DaftarHadir, Jadwal, Rapat, Tahap, Wakil
from musrenbang.model.rujukan import Aturan, Bobot, Desa, Kecamatan, Kriteria, Opd, Prioritas, Sikap
from musrenbang.model.salinan import Salinan
from musrenbang.model.usulan import Asal, Bidang, IsiUsulan, Keputusan, Kewenangan, Tingkat, Usulan, UsulanMasuk

__all__ = [
    "ADMIN",
    "KABUPATEN",
    "KELOMPOK",
    "Asal",
    "Aturan",
    "BagianDesa",
    "BahanCetak",
    "BarisBanding",
    "BarisJejak",
    "BeritaAcara",
    "Berkas",
    "Bidang",
    "Bobot",
    "DaftarHadir",
    "Desa",
    "Fakta",
    "HasilAmbil",
    "IsiUsulan",
    "Jadwal",
    "JenisBerkas",
    "Jumlah",
    "Kecamatan",
    "Kemajuan",
    "Keputusan",
    "Kertas",
    "KesiapanDesa",
    "Kewenangan",
    "Kriteria",
    "Lingkup",
    "Opd",
    "Orang",
    "Peran",
    "Perbandingan",
    "PerubahanDesa",
    "Prioritas",
    "Rapat",
    "Ringkasan",
    "RujukanBanding",
    "Salinan",
    "Saringan",
    "Sebaran",
    "Sikap",
    "Tahap",
    "Tingkat",
    "Usulan",
    "UsulanMasuk",
    "Wakil",
]
