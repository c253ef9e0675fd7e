"""The nouns of a musrenbang, as frozen values. Points, weights and rupiah are whole numbers; times are naive UTC."""

from musrenbang.model.berkas import Berkas, JenisBerkas
from musrenbang.model.fakta import BahanCetak, BarisJejak, Fakta, HasilAmbil, Kemajuan, Kertas, KesiapanDesa, Saringan
from musrenbang.model.people import Orang, Peran
from musrenbang.model.rapat import KELOMPOK, BeritaAcara, DaftarHadir, Rapat, Tahap, Wakil
from musrenbang.model.rujukan import Aturan, Bobot, Desa, Kecamatan, Kriteria, Opd, Prioritas, Sikap
from musrenbang.model.usulan import Asal, Bidang, IsiUsulan, Keputusan, Kewenangan, Tingkat, Usulan, UsulanMasuk

__all__ = [
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
    "Prioritas",
    "Rapat",
    "Saringan",
    "Sikap",
    "Tahap",
    "Tingkat",
    "Usulan",
    "UsulanMasuk",
    "Wakil",
]
