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
    "BahanCetak",
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
    "Kecamatan",
    "Kemajuan",
    "Keputusan",
    "Kertas",
    "KesiapanDesa",
    "Kewenangan",
    "Kriteria",
    "Opd",
    "Orang",
    "Peran",
    "PerubahanDesa",
    "Prioritas",
    "Rapat",
    "Salinan",
    "Saringan",
    "Sikap",
    "Tahap",
    "Tingkat",
    "Usulan",
    "UsulanMasuk",
    "Wakil",
]
