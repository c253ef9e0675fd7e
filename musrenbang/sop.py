"""The 35 rows of the SOP as data: menu, progress and README's table are derived from them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from musrenbang import guards
from musrenbang.model import Fakta, Peran


class Stage(StrEnum):
    PERSIAPAN = "Persiapan"
    MUSYAWARAH = "Musyawarah"
    PENUTUPAN = "Penutupan"


class Mark(StrEnum):
    """How a screen stands in the menu: always an icon and a word."""

    SELESAI = "selesai"
    SEDANG = "sedang berjalan"
    BELUM = "belum"


Done = Callable[[Fakta], bool]


@dataclass(frozen=True, slots=True)
class Langkah:
    """One row: `nomor` as the SOP numbers it, `menit` planned (None: for the whole meeting or not given).

    `done` is None where the application cannot know, as with a signature on paper.
    """

    key: str
    nomor: str
    judul: str
    pelaku: str
    menit: int | None
    layar: str | None
    done: Done | None = None
    kertas: str | None = None


@dataclass(frozen=True, slots=True)
class Layar:
    """One screen of a meeting: its address, its name in the menu, its stage."""

    path: str
    judul: str
    stage: Stage


def opened(f: Fakta) -> bool:
    return f.rapat.dibuka is not None


def logged_in(f: Fakta) -> bool:
    return True  # whoever reads these facts has passed the login


def attendance_filled(f: Fakta) -> bool:
    return not guards.attendance_complete(f.daftar_hadir)


def loaded(f: Fakta) -> bool:
    return f.rapat.diambil is not None


def started(f: Fakta) -> bool:
    return f.rapat.dimulai is not None


def verified(f: Fakta) -> bool:
    return started(f) and f.kemajuan.masuk > 0 and f.kemajuan.belum_verifikasi == 0


def kecamatan_added(f: Fakta) -> bool:
    return f.kemajuan.usulan_kecamatan > 0 or sent(f)


def prioritised(f: Fakta) -> bool:
    return verified(f) and f.kemajuan.tanpa_prioritas == 0


def assigned(f: Fakta) -> bool:
    return prioritised(f) and f.kemajuan.tanpa_opd == 0


def counting(f: Fakta) -> bool:
    return f.rapat.dihitung is not None


def scored(f: Fakta) -> bool:
    return assigned(f) and f.kemajuan.utama > 0 and f.kemajuan.skor_lengkap == f.kemajuan.utama


def sent(f: Fakta) -> bool:
    return f.rapat.dikirim is not None


def participants_counted(f: Fakta) -> bool:
    return sent(f) and f.berita_acara.peserta is not None


def scans_uploaded(f: Fakta) -> bool:
    return bool(f.kemajuan.pindaian_daftar_hadir and f.kemajuan.pindaian_berita_acara)


def documents_complete(f: Fakta) -> bool:
    return not guards.documents_missing(f)


C, B, P = "Camat", "Tim Bappeda", "Peserta"

SOP: tuple[Langkah, ...] = (
    Langkah("L01", "1", "Camat membuka musyawarah di kecamatan", C, 20, "pembukaan", opened),
    Langkah("L02", "2", "Membuka aplikasi dan jadwal musrenbang", B, 10, "pembukaan", kertas="surat-pemberitahuan"),
    Langkah("L03", "3", "Masuk sebagai camat", C, 2, "pembukaan", logged_in),
    Langkah("L04", "3", "Mengunduh Daftar Hadir", C, 5, "daftar-hadir", kertas="daftar-hadir"),
    Langkah("L05", "4", "Mengisi tempat, alamat, dan nama camat", C, 5, "daftar-hadir", attendance_filled),
    Langkah("L06", "5", "Mencetak Daftar Hadir", C, 5, "daftar-hadir", kertas="daftar-hadir"),
    Langkah("L07", "6", "Daftar Hadir ditandatangani peserta", P, 180, "daftar-hadir"),
    Langkah("L08", "7", "Ambil (Load Data) usulan desa/kelurahan yang disetujui", C, 2, "ambil-usulan", loaded),
    Langkah("L09", "8", "Menekan Mulai", C, 2, "verifikasi", started),
    Langkah("L10", "10", "Waktu berjalan; camat memverifikasi usulan", C, None, "verifikasi", verified),
    Langkah("L11", "11", "Melihat dan mencetak Usulan Masuk", C, 10, "usulan-masuk", loaded, "usulan-masuk"),
    Langkah("L12", "12", "Mencetak usulan kelurahan", C, 5, "usulan-masuk", kertas="usulan-masuk"),
    Langkah("L13", "13", "Memasukkan usulan yang belum terakomodir", C, 60, "usulan-kecamatan", kecamatan_added),
    Langkah(
        "L14", "14", "Mencetak usulan yang sudah terakomodir", C, 5, "usulan-kecamatan", kertas="usulan-terakomodir"
    ),
    Langkah("L15", "15", "Menjelaskan skoring dan prioritas", C, 15, "penjelasan-skoring", kertas="penjelasan-skoring"),
    Langkah("L16", "15", "Melihat usulan yang akan diskor menurut asalnya", C, None, "prioritas-opd", assigned),
    Langkah("L17", "16", "Melakukan skoring tiap usulan", C, None, "skoring", scored),
    Langkah("L18", "17", "Non prioritas menjadi usulan cadangan", C, 3, "prioritas-opd", prioritised),
    Langkah("L19", "19", "Peringatan sebelum menetapkan prioritas", C, 2, "prioritas-opd", prioritised),
    Langkah("L20", "20", "Mengisi alasan non prioritas", C, 3, "prioritas-opd", prioritised),
    Langkah("L21", "21", "Menyimpan alasan", C, 1, "prioritas-opd", prioritised),
    Langkah("L22", "22", "Memilih OPD penanggung jawab", C, None, "prioritas-opd", assigned),
    Langkah("L23", "23", "Menekan Hitung", C, None, "skoring", counting),
    Langkah("L24", "24", "Memberi nilai delapan kriteria", C, None, "skoring", scored),
    Langkah("L25", "25", "Melihat Hasil Skoring", C, 20, "hasil-skoring", sent, "hasil-skoring"),
    Langkah("L26", "26", "Mengirim usulan ke OPD", C, 5, "kirim", sent, "daftar-opd"),
    Langkah("L27", "27", "Peringatan sebelum mengirim", C, 1, "kirim", sent),
    Langkah("L28", "28", "Usulan terkunci setelah Kirim", C, None, "kirim", sent),
    Langkah("L29", "29", "Musrenbang selesai", C, None, "kirim", sent),
    Langkah("L30", "30", "Mengunduh Berita Acara", C, 3, "berita-acara", kertas="berita-acara"),
    Langkah("L31", "31", "Mengisi jumlah peserta", C, 2, "berita-acara", participants_counted),
    Langkah("L32", "32", "Berita Acara ditandatangani", P, 20, "berita-acara"),
    Langkah("L33", "33", "Memindai Daftar Hadir dan Berita Acara", C, 30, "dokumen", scans_uploaded),
    Langkah("L34", "34", "Mengunggah dokumen, foto, dan video", C, 10, "dokumen", documents_complete),
    Langkah("L35", "35", "Mencetak pertinggal; OPD melihat usulan", C, None, "pertinggal", sent, "pertinggal"),
)

LAYAR: tuple[Layar, ...] = (
    Layar("pembukaan", "Pembukaan", Stage.PERSIAPAN),
    Layar("impor-usulan", "Impor Usulan", Stage.PERSIAPAN),
    Layar("daftar-hadir", "Daftar Hadir", Stage.PERSIAPAN),
    Layar("ambil-usulan", "Ambil Usulan", Stage.PERSIAPAN),
    Layar("usulan-masuk", "Usulan Masuk", Stage.PERSIAPAN),
    Layar("verifikasi", "Verifikasi", Stage.MUSYAWARAH),
    Layar("usulan-kecamatan", "Usulan Kecamatan", Stage.MUSYAWARAH),
    Layar("penjelasan-skoring", "Penjelasan Skoring", Stage.MUSYAWARAH),
    Layar("prioritas-opd", "Prioritas & OPD", Stage.MUSYAWARAH),
    Layar("skoring", "Skoring", Stage.MUSYAWARAH),
    Layar("hasil-skoring", "Hasil Skoring", Stage.MUSYAWARAH),
    Layar("kirim", "Kirim", Stage.PENUTUPAN),
    Layar("berita-acara", "Berita Acara", Stage.PENUTUPAN),
    Layar("dokumen", "Dokumen", Stage.PENUTUPAN),
    Layar("pertinggal", "Pertinggal", Stage.PENUTUPAN),
    Layar("pemandu-sop", "Pemandu SOP", Stage.PENUTUPAN),
)

_RAPAT = frozenset(layar.path for layar in LAYAR)
ALAMAT: dict[Peran, frozenset[str]] = {
    Peran.CAMAT: _RAPAT | {"riwayat"},
    Peran.BAPPEDA: _RAPAT
    | {"pemantauan", "perbandingan", "rincian", "jadwal-rapat", "data-induk", "pengguna", "jejak", "riwayat", "data"},
    Peran.OPD: frozenset(),
    Peran.DESA: frozenset({"impor"}),
}  # the addresses of each role's screens beside the front page; any other leads back to it


def steps_of(path: str) -> list[Langkah]:
    """The rows whose doing one screen shows."""
    return [row for row in SOP if row.layar == path and row.done is not None]


def is_done(path: str, f: Fakta) -> bool:
    steps = steps_of(path)
    return bool(steps) and all(row.done(f) for row in steps if row.done)


def marks(f: Fakta) -> dict[str, Mark]:
    """Each screen's mark: done, the ones being worked on, not yet."""
    done = {layar.path: is_done(layar.path, f) for layar in LAYAR if steps_of(layar.path)}
    marks_ = {path: Mark.SELESAI if ok else Mark.BELUM for path, ok in done.items()}
    for path in done:
        if not done[path] and any(row.done(f) for row in steps_of(path) if row.done and row.key != "L03"):
            marks_[path] = Mark.SEDANG
    first = next((path for path in done if not done[path] and path != "usulan-kecamatan"), None)
    if first:
        marks_[first] = Mark.SEDANG
    return marks_


def next_screen(f: Fakta) -> str:
    """Where the meeting goes on: the first screen whose steps are not all done."""
    order = (layar.path for layar in LAYAR if layar.path != "usulan-kecamatan")
    return next((path for path in order if steps_of(path) and not is_done(path, f)), "pertinggal")
