"""What the administrator's command line understands, with its help in Indonesian."""

import argparse
import re
from pathlib import Path
from typing import NoReturn

from musrenbang.intake.hitung import read_weights
from musrenbang.model import Asal, Kertas, Peran, Simpan
from musrenbang.scoring import BOBOT_CONTOH, KUNCI

PAPERS = (
    "surat-pemberitahuan", "daftar-hadir", "usulan-masuk", "usulan-terakomodir", "penjelasan-skoring",
    "hasil-skoring", "usulan-cadangan", "daftar-opd", "berita-acara", "pertinggal",
)  # fmt: skip
DAFTAR = ("usulan", "hasil-skoring", "cadangan", "opd", "sipd", "terbuka", "perbandingan")
AKHIRAN = (".xlsx", ".csv", ".json")
FAULTS = (
    (r"the following arguments are required: (.+)", r"Isian \1 wajib diberikan."),
    (r"argument (.+): invalid choice: '(.*)' \(choose from (.+)\)", r"“\2” bukan pilihan untuk \1; pilihannya \3."),
    (r"argument (.+): expected one argument", r"Isian \1 memerlukan satu nilai."),
    (r"argument (.+): invalid int value: '(.*)'", r"“\2” bukan bilangan bulat untuk \1."),
    (r"argument (.+): ignored explicit argument '(.*)'", r"Pilihan \1 tidak memerlukan nilai “\2”."),
    (r"argument [^:]+: (.+\.)", r"\1"),
    (r"unrecognized arguments: (.+)", r"Isian \1 tidak dikenal."),
)


class Parser(argparse.ArgumentParser):
    """argparse with every word that a person reads in Indonesian; a wrong use ends with exit 2 and one sentence."""

    def __init__(self, prog: str, description: str, help: str | None = None) -> None:
        super().__init__(prog, description=description, add_help=False, allow_abbrev=False)
        self._positionals.title, self._optionals.title = "isian", "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "pemakaian:", 1)

    def error(self, message: str) -> NoReturn:
        known = (
            re.sub(f"^{pattern}$", words, message) for pattern, words in FAULTS if re.match(f"{pattern}$", message)
        )
        self.exit(2, next(known, f"Perintah tidak dimengerti; baca `{self.prog} --help`.") + "\n")


def parser() -> Parser:
    root = Parser("python -m musrenbang", "Perintah administrator aplikasi Musrenbang.")
    commands = root.add_subparsers(dest="perintah", required=True, metavar="PERINTAH", title="perintah")

    def command(name: str, about: str) -> Parser:
        made: Parser = commands.add_parser(name, description=about, help=_short(about))
        return made

    _db(command("contoh", "Membuat basis data contoh."))
    _db(command("siapkan", "Membuat basis data kosong untuk pemakaian nyata, dengan satu akun Bappeda."), required=True)
    _hitung(command("hitung", "Menghitung poin dan peringkat dari berkas CSV atau JSON, lalu menulisnya sebagai CSV."))
    _cetak(command("cetak", "Mencetak dokumen satu kecamatan sebagai PDF."))
    _ekspor(command("ekspor", "Menulis satu daftar sebagai XLSX, CSV, atau JSON."))
    _impor(command("impor", "Mengimpor usulan dari lembar kerja XLSX atau CSV, semua barisnya atau tidak sama sekali."))
    _db(command("periksa", "Memeriksa isi basis data: rujukan, tahap, skor, dan rantai jejak."))
    _periksa_dokumen(command("periksa-dokumen", "Mencocokkan salinan arsip atau kode periksa dengan basis data."))
    _salin(command("salin", "Menyalin basis data dan semua dokumen, juga selama aplikasi dipakai."))
    _pulihkan(command("pulihkan", "Memulihkan salinan ke basis data baru, lalu memeriksanya."))
    _pindahkan(
        command("pindahkan", "Memindahkan basis data ke mesin lain (DuckDB atau PostgreSQL), lalu memeriksanya.")
    )
    _kapsul(command("kapsul", "Membuat kapsul: satu berkas untuk bermusyawarah di laptop tanpa jaringan."))
    _buka_kapsul(command("buka-kapsul", "Membuka kapsul di laptop menjadi basis data baru."))
    _serahkan_kapsul(command("serahkan-kapsul", "Menulis hasil rapat di laptop untuk diserahkan kepada Bappeda."))
    _terima_kapsul(command("terima-kapsul", "Menerima hasil rapat dari laptop, seluruhnya atau tidak sama sekali."))
    _pengguna(command("pengguna", "Mengatur akun pengguna."))
    return root


def _short(about: str) -> str:
    return about[0].lower() + about[1:].rstrip(".")


def _db(command: Parser, *, required: bool = False) -> None:
    about = (
        "berkas atau alamat basis data" if required else "berkas atau alamat basis data (bila tidak disebut: bawaan)"
    )
    command.add_argument("--db", metavar="ALAMAT", required=required, help=about)


def _hitung(command: Parser) -> None:
    about = f"berkas data terbuka (CSV atau JSON), atau berkas CSV dengan kolom {','.join(('id', *KUNCI))}"
    command.add_argument("berkas", metavar="BERKAS", type=Path, help=about)
    weights = ",".join(map(str, BOBOT_CONTOH))
    about = f"delapan bobot dalam persen, berjumlah 100 (bila tidak disebut: bobot di dalam berkas, atau {weights})"
    command.add_argument("--bobot", metavar="B1,…,B8", type=_weights, help=about)


def _weights(text: str) -> tuple[int, ...]:
    bobot = read_weights(text)
    if bobot is None:
        raise argparse.ArgumentTypeError("Bobot harus delapan bilangan bulat, 0 atau lebih, yang berjumlah 100.")
    return bobot


def _cetak(command: Parser) -> None:
    command.add_argument("dokumen", metavar="DOKUMEN", choices=PAPERS, help=", ".join(PAPERS))
    command.add_argument("--kecamatan", metavar="KODE", required=True, help="kode kecamatan, misalnya 12.05.01")
    command.add_argument("--tahun", metavar="TAHUN", type=int, required=True, help="tahun rencana, misalnya 2027")
    command.add_argument("--out", metavar="BERKAS.pdf", type=Path, required=True, help="berkas PDF yang akan ditulis")
    sheets, origins = ([choice.value for choice in choices] for choices in (Kertas, Asal))
    about = "ukuran kertas: F4 (bila tidak disebut) atau A4"
    command.add_argument("--kertas", choices=sheets, metavar="UKURAN", default="F4", help=about)
    command.add_argument("--desa", metavar="KODE", help="hanya usulan satu desa/kelurahan")
    command.add_argument("--asal", choices=origins, metavar="ASAL", help=f"hanya usulan dari {', '.join(origins)}")
    command.add_argument("--opd", metavar="KODE", help="hanya usulan untuk satu OPD")
    command.add_argument("--arsip", action="store_true", help="salinan arsip PDF/A-3B yang memuat datanya")
    _db(command)


def _ekspor(command: Parser) -> None:
    command.add_argument("daftar", metavar="DAFTAR", choices=DAFTAR, help=", ".join(DAFTAR))
    command.add_argument("--tahun", metavar="TAHUN", type=int, required=True, help="tahun rencana, misalnya 2027")
    about = "kode kecamatan, misalnya 12.05.01 (bila tidak disebut: semua kecamatan dalam satu berkas)"
    command.add_argument("--kecamatan", metavar="KODE", help=about)
    about = "berkas yang akan ditulis; akhirannya .xlsx, .csv, atau .json"
    command.add_argument("--out", metavar="BERKAS", type=_out, required=True, help=about)
    _db(command)


def _impor(command: Parser) -> None:
    about = "templat yang sudah diisi, atau ekspor SIPD (25 kolom)"
    command.add_argument("berkas", metavar="BERKAS.xlsx", type=Path, help=about)
    command.add_argument("--tahun", metavar="TAHUN", type=int, required=True, help="tahun rencana, misalnya 2027")
    about = "kode kecamatan, misalnya 12.05.01 (bila tidak disebut: berkas boleh memuat beberapa kecamatan)"
    command.add_argument("--kecamatan", metavar="KODE", help=about)
    command.add_argument("--setujui", action="store_true", help="tandai semua usulannya sebagai disetujui")
    _db(command)


def _out(text: str) -> Path:
    out = Path(text)
    if out.suffix.lower() not in AKHIRAN:
        raise argparse.ArgumentTypeError(f"Berkas {out} harus berakhiran .xlsx, .csv, atau .json.")
    return out


def _periksa_dokumen(command: Parser) -> None:
    about = "salinan arsip (PDF), atau kode periksa yang tercetak di kaki setiap halaman"
    command.add_argument("dokumen", metavar="BERKAS.pdf|KODE", help=about)
    _db(command)


def _salin(command: Parser) -> None:
    command.add_argument("folder", metavar="FOLDER", type=Path, help="folder tempat salinan ditaruh")
    about = (
        "untuk salinan berkala: periksa salinan yang dibuat, lalu hapus salinan berkala lama selain yang terbaru dari "
        "sekian hari dan sekian minggu terakhir, misalnya 14,8"
    )
    command.add_argument("--simpan", metavar="HARI,MINGGU", type=_simpan, help=about)
    _db(command)


def _simpan(text: str) -> Simpan:
    found = re.fullmatch(r"([1-9]\d{0,3}),(\d{1,4})", text)
    if found is None:
        raise argparse.ArgumentTypeError("Isian --simpan berisi dua bilangan, hari (paling sedikit 1) dan minggu.")
    return Simpan(int(found[1]), int(found[2]))


def _pulihkan(command: Parser) -> None:
    about = "folder satu salinan, atau folder berisi beberapa salinan (yang dipulihkan: yang terbaru)"
    command.add_argument("folder", metavar="FOLDER", type=Path, help=about)
    _db(command, required=True)


def _pindahkan(command: Parser) -> None:
    for flag, which, state in (("dari", "asal", "yang berisi"), ("ke", "tujuan", "yang masih kosong")):
        about = f"berkas atau alamat basis data {which}, {state}"
        command.add_argument(f"--{flag}", metavar="ALAMAT", required=True, help=about)
        about = f"folder dokumen {which} (bila tidak disebut: MUSRENBANG_DOKUMEN, atau di samping berkasnya)"
        command.add_argument(f"--dokumen-{flag}", metavar="FOLDER", type=Path, help=about)


def _kapsul(command: Parser) -> None:
    command.add_argument("--kecamatan", metavar="KODE", required=True, help="kode kecamatan, misalnya 12.05.01")
    command.add_argument("--tahun", metavar="TAHUN", type=int, help="tahun rencana (bila tidak disebut: yang berjalan)")
    command.add_argument("--out", metavar="BERKAS", type=Path, help="berkas kapsul yang akan ditulis")
    command.add_argument("--batal", action="store_true", help="batalkan kapsul yang sedang di luar")
    _db(command)


def _buka_kapsul(command: Parser) -> None:
    command.add_argument("berkas", metavar="BERKAS", type=Path, help="kapsul yang dibuat Bappeda")
    _db(command, required=True)


def _serahkan_kapsul(command: Parser) -> None:
    command.add_argument("--out", metavar="BERKAS", type=Path, required=True, help="berkas hasil yang akan ditulis")
    _db(command, required=True)


def _terima_kapsul(command: Parser) -> None:
    command.add_argument("berkas", metavar="BERKAS", type=Path, help="berkas yang ditulis `serahkan-kapsul`")
    _db(command)


def _pengguna(command: Parser) -> None:
    actions = command.add_subparsers(dest="tindakan", required=True, metavar="TINDAKAN", title="tindakan")
    for name, about in (
        ("tambah", "Menambah akun dan menampilkan kata sandi sekali pakainya."),
        ("nonaktifkan", "Menonaktifkan akun dan mengakhiri semua sesinya."),
        ("aktifkan", "Mengaktifkan kembali akun dengan kata sandinya yang lama."),
        ("atur-ulang", "Memberi akun kata sandi sekali pakai yang baru."),
        ("daftar", "Menampilkan semua akun."),
    ):
        made: Parser = actions.add_parser(name, description=about, help=_short(about))
        if name != "daftar":
            made.add_argument("nama_pengguna", metavar="NAMA_PENGGUNA", help="misalnya camat.bahorok")
        if name == "tambah":
            _new_account(made)
        _db(made)


def _new_account(command: Parser) -> None:
    roles = [peran.value for peran in Peran]
    command.add_argument("--nama", required=True, help="nama lengkap pemilik akun")
    command.add_argument("--peran", required=True, choices=roles, metavar="PERAN", help=", ".join(roles))
    command.add_argument("--wilayah", metavar="KODE", help="kode kecamatan, OPD, atau desa; Bappeda tanpa wilayah")
