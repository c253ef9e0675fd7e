"""The administrator's command line: what it does, what it refuses, and that every refusal is one sentence."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from musrenbang import passwords
from musrenbang.__main__ import main
from musrenbang.actions import pengguna
from musrenbang.contoh import SANDI
from musrenbang.model import ADMIN
from musrenbang.store import accounts, seed
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store

Capture = pytest.CaptureFixture[str]
PAPERS = ["daftar-hadir", "usulan-masuk", "hasil-skoring", "berita-acara", "pertinggal"]
PASSWORD = re.compile(r": ([a-z0-9]{12})\n$")
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("contoh") / "baru" / "contoh.duckdb"
    assert main(["contoh", "--db", str(file)]) == 0
    assert [p.name for p in file.parent.iterdir()] == ["contoh.duckdb"]
    return file


@pytest.fixture
def db(tmp_path: Path, sample: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "rapat.duckdb"))


@pytest.fixture
def empty(tmp_path: Path, capsys: Capture) -> Path:
    file = tmp_path / "nyata.duckdb"
    assert main(["siapkan", "--db", str(file)]) == 0
    capsys.readouterr()
    return file


@contextmanager
def opened(file: Path) -> Iterator[Store]:
    store = open_store(str(file))
    try:
        yield store
    finally:
        store.close()


def usage_fault(*argv: str) -> int | str | None:
    with pytest.raises(SystemExit) as stopped:
        main(argv)
    return stopped.value.code


def one_sentence(capsys: Capture) -> str:
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(r"[^\n]+\.\n", told.err), told.err
    return told.err.rstrip("\n")


# contoh, siapkan ---------------------------------------------------------------------------------------------------


def test_contoh_makes_the_sample(db: Path) -> None:
    with opened(db) as store:
        assert seed.is_sample(store)
        assert passwords.matches(accounts.password_hash(store, "camat.bahorok"), SANDI)


@pytest.mark.parametrize("command", ["contoh", "siapkan"])
def test_a_database_with_data_is_refused_and_untouched(db: Path, capsys: Capture, command: str) -> None:
    before = db.read_bytes()
    assert main([command, "--db", str(db)]) == 1
    assert one_sentence(capsys) == f"Basis data {db} sudah berisi data, sehingga tidak ditimpa."
    assert db.read_bytes() == before


def test_siapkan_makes_reference_data_and_one_account_with_a_password_shown_once(
    tmp_path: Path, capsys: Capture
) -> None:
    file = tmp_path / "nyata.duckdb"
    assert main(["siapkan", "--db", str(file)]) == 0
    sandi = PASSWORD.search(capsys.readouterr().out)
    assert sandi
    with opened(file) as store:
        [akun] = pengguna.daftar(store, ADMIN)
        assert (akun.orang.nama_pengguna, akun.orang.harus_ganti_sandi) == ("bappeda", True)
        assert passwords.matches(accounts.password_hash(store, "bappeda"), sandi[1])
        assert not seed.is_sample(store)
        assert store.rows("select count(*) from usulan") == [(0,)]
        assert store.rows("select count(*) from desa") == [(277,)]


def test_siapkan_needs_to_be_told_where(capsys: Capture) -> None:
    assert usage_fault("siapkan") == 2
    assert one_sentence(capsys) == "Isian --db wajib diberikan."


def test_a_database_that_could_not_be_filled_leaves_no_file(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "berkas").touch()
    assert main(["siapkan", "--db", str(tmp_path / "berkas" / "x.duckdb")]) == 2
    assert one_sentence(capsys).endswith("tidak dapat dibuka sebagai basis data Musrenbang.")
    assert [p.name for p in tmp_path.iterdir()] == ["berkas"]


def test_the_address_comes_from_the_environment(
    tmp_path: Path, empty: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("MUSRENBANG_DB", str(empty))
    assert main(["pengguna", "daftar"]) == 0
    assert capsys.readouterr().out.startswith("bappeda\tbappeda\t-\tbelum ganti sandi, berlaku sampai ")


# cetak -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", PAPERS)
def test_each_paper_of_a_sent_meeting(db: Path, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "kertas.pdf"
    assert main(["cetak", paper, "--kecamatan", "12.05.07", "--tahun", "2027", "--out", str(out), "--db", str(db)]) == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kertas.pdf", "rapat.duckdb"]


def cetak(db: Path, out: Path, **other: str) -> list[str]:
    given = {"paper": "daftar-hadir", "kecamatan": "12.05.07", "tahun": "2027"} | other
    return ["cetak", given["paper"], "--kecamatan", given["kecamatan"], "--tahun", given["tahun"],
            "--out", str(out), "--db", str(db)]  # fmt: skip


def test_berita_acara_before_kirim_is_refused_by_state(db: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "ba.pdf"
    assert main(cetak(db, out, paper="berita-acara", kecamatan="12.05.01")) == 1
    assert "setelah usulan dikirim" in one_sentence(capsys)
    assert not out.exists()


@pytest.mark.parametrize("other", [{"kecamatan": "12.05.99"}, {"tahun": "2031"}, {"kecamatan": "Stabat"}])
def test_an_unknown_meeting(db: Path, tmp_path: Path, capsys: Capture, other: dict[str, str]) -> None:
    assert main(cetak(db, tmp_path / "x.pdf", **other)) == 2
    assert "tidak ada di basis data ini" in one_sentence(capsys)


@pytest.mark.parametrize("where", ["tidak/ada/x.pdf", "folder"])
def test_an_out_that_cannot_be_written(db: Path, tmp_path: Path, capsys: Capture, where: str) -> None:
    (tmp_path / "folder").mkdir()
    assert main(cetak(db, tmp_path / where)) == 2
    assert one_sentence(capsys) == f"Berkas {tmp_path / where} tidak dapat ditulis."
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "rapat.duckdb"]


# periksa -----------------------------------------------------------------------------------------------------------


def test_periksa_is_clean_on_the_sample(db: Path, capsys: Capture) -> None:
    assert main(["periksa", "--db", str(db)]) == 0
    assert capsys.readouterr() == ("Basis data diperiksa: tidak ada kesalahan.\n", "")


def test_periksa_tells_what_is_wrong_and_where(db: Path, capsys: Capture) -> None:
    with opened(db) as store:
        store.transaction(lambda tx: tx.rows("update usulan_masuk set biaya = 1 where kode = '2027-12.05.07.1004-001'"))
    assert main(["periksa", "--db", str(db)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Usulan masuk 2027-12.05.07.1004-001: biaya tidak sama dengan yang terakhir tercatat di jejak.",
        "Usulan masuk 2027-12.05.07.1004-001: isinya di basis data tidak sama dengan saat dikirim.",
    ]


@pytest.mark.parametrize(
    "argv",
    [["periksa"], ["pengguna", "daftar"], cetak(Path("-"), Path("x.pdf"))[:-2]],
    ids=["periksa", "akun", "cetak"],
)
def test_a_missing_database_is_not_made(tmp_path: Path, capsys: Capture, argv: list[str]) -> None:
    file = tmp_path / "tidak-ada.duckdb"
    assert main([*argv, "--db", str(file)]) == 2
    assert one_sentence(capsys) == f"Basis data {file} tidak ada."
    assert not file.exists()


@pytest.mark.parametrize("content", [b"", b"bukan basis data\n", bytes(9000)])
def test_a_file_that_is_no_database(tmp_path: Path, capsys: Capture, content: bytes) -> None:
    file = tmp_path / "lain.duckdb"
    file.write_bytes(content)
    assert main(["periksa", "--db", str(file)]) == 2
    assert one_sentence(capsys) == f"Basis data {file} tidak dapat dibuka sebagai basis data Musrenbang."
    assert file.read_bytes() == content


def test_a_database_in_use_by_a_running_application(empty: Path, capsys: Capture) -> None:
    opening = f"from musrenbang.store.opening import open_store; store = open_store({str(empty)!r})"
    code = f"{opening}; print('siap', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as application:
        assert application.stdout
        assert application.stdout.readline() == "siap\n"
        assert main(["periksa", "--db", str(empty)]) == 1
        application.communicate("\n")
    assert "sedang dipakai aplikasi yang berjalan" in one_sentence(capsys)


def test_periksa_tells_what_is_lost(empty: Path, capsys: Capture) -> None:
    Path(f"{empty}.saksi").write_text(f"pengguna {'ab' * 32}\n")
    assert main(["periksa", "--db", str(empty)]) == 1
    assert "tidak ada lagi di basis data, pada: akun." in one_sentence(capsys)


@pytest.mark.parametrize("emptied", [False, True])
def test_a_new_database_knows_nothing_of_the_one_that_lay_there(tmp_path: Path, capsys: Capture, emptied: bool) -> None:
    file, witness = tmp_path / "nyata.duckdb", tmp_path / "nyata.duckdb.saksi"
    if emptied:
        with opened(file):
            pass
    witness.write_text(f"pengguna {'ab' * 32}\n")
    assert main(["siapkan", "--db", str(file)]) == 0
    assert not witness.exists()


def test_what_refuses_to_be_filled_keeps_its_witness(empty: Path, capsys: Capture) -> None:
    witness = Path(f"{empty}.saksi")
    witness.write_text(f"pengguna {'ab' * 32}\n")
    assert main(["siapkan", "--db", str(empty)]) == 1
    assert witness.read_text() == f"pengguna {'ab' * 32}\n"


# periksa-dokumen ---------------------------------------------------------------------------------------------------


def arsip(db: Path, tmp_path: Path, capsys: Capture) -> tuple[Path, str]:
    """An archive copy, and the code that it bears."""
    out = tmp_path / "arsip.pdf"
    assert main([*cetak(db, out, paper="berita-acara"), "--arsip"]) == 0
    capsys.readouterr()
    assert main(["periksa-dokumen", str(out), "--db", str(db)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Cocok: seluruh berkas sama dengan cetakan aplikasi.\n")
    return out, told.split("Kode ")[1].split(":")[0]


def test_an_archive_copy_and_its_code_are_right(db: Path, tmp_path: Path, capsys: Capture) -> None:
    _, kode = arsip(db, tmp_path, capsys)
    assert main(["periksa-dokumen", kode, "--db", str(db)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Cocok: kode ini milik dokumen yang masih berlaku.\n")
    assert "Musrenbang Kecamatan Stabat tahun 2027" in told


def test_a_database_that_was_changed_is_told(db: Path, tmp_path: Path, capsys: Capture) -> None:
    out, kode = arsip(db, tmp_path, capsys)
    change = "update usulan_masuk set nama = 'Jalan lain' where kode = '2027-12.05.07.1004-001'"
    with opened(db) as store:
        store.transaction(lambda tx: tx.rows(change))
    for asked in (str(out), kode):
        assert main(["periksa-dokumen", asked, "--db", str(db)]) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert "Usulan masuk 2027-12.05.07.1004-001: isinya di basis data tidak sama dengan saat dikirim." in told.err


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        ("bukan-kode", 2, "Ini bukan kode periksa."),
        ("tidak-ada.pdf", 2, "tidak ada atau tidak dapat dibaca."),
        ("12.05.07-2027-0000-0000-0000-0000-0000", 1, "tidak dikenal."),
    ],
)
def test_what_cannot_be_checked(db: Path, capsys: Capture, asked: str, code: int, said: str) -> None:
    assert main(["periksa-dokumen", asked, "--db", str(db)]) == code
    assert said in one_sentence(capsys)


def test_a_pdf_without_rows(db: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "biasa.pdf"
    assert main(cetak(db, out, paper="berita-acara")) == 0
    capsys.readouterr()
    assert main(["periksa-dokumen", str(out), "--db", str(db)]) == 2
    assert one_sentence(capsys).startswith("PDF ini tidak memuat data untuk dicocokkan;")


# pengguna ----------------------------------------------------------------------------------------------------------


def test_an_account_is_added_disabled_and_reset(empty: Path, capsys: Capture) -> None:
    at = ["--db", str(empty)]
    added = ["camat.hinai", "--nama", "Siti", "--peran", "camat", "--wilayah", "12.05.10"]
    assert main(["pengguna", "tambah", *added, *at]) == 0
    first = PASSWORD.search(capsys.readouterr().out)
    assert first
    with opened(empty) as store:
        assert passwords.matches(accounts.password_hash(store, "camat.hinai"), first[1])
    assert main(["pengguna", "nonaktifkan", "camat.hinai", *at]) == 0
    with opened(empty) as store:
        assert accounts.password_hash(store, "camat.hinai") is None
    assert main(["pengguna", "aktifkan", "camat.hinai", *at]) == 0
    with opened(empty) as store:
        assert passwords.matches(accounts.password_hash(store, "camat.hinai"), first[1])
    assert main(["pengguna", "nonaktifkan", "camat.hinai", *at]) == 0
    assert main(["pengguna", "atur-ulang", "camat.hinai", *at]) == 0
    second = PASSWORD.search(capsys.readouterr().out)
    assert second
    assert second[1] != first[1]
    for change, told in (
        ("sandi_berakhir = '2099-03-17 02:00'", "belum ganti sandi, berlaku sampai 17 Maret 2099 pukul 09.00 WIB"),
        ("sandi_berakhir = '2026-03-17 02:00'", "sandi kedaluwarsa"),
        ("harus_ganti = false", "aktif"),
        ("aktif = false", "nonaktif"),
    ):
        with opened(empty) as store:
            store.rows(f"update akun set {change} where nama_pengguna = 'camat.hinai'")
        assert main(["pengguna", "daftar", *at]) == 0
        assert f"camat.hinai\tcamat\t12.05.10\t{told}\tSiti\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("account", "code", "told"),
    [
        (["bappeda", "--nama", "A", "--peran", "bappeda"], 1, "Nama pengguna bappeda sudah dipakai."),
        (["A B", "--nama", "A", "--peran", "bappeda"], 2, "Nama pengguna terdiri atas"),
        (
            ["camat.x", "--nama", "A", "--peran", "camat", "--wilayah", "9"],
            2,
            "Kode 9 tidak ditemukan untuk peran camat.",
        ),
        (["camat.x", "--nama", "A", "--peran", "camat"], 2, "Peran camat memerlukan --wilayah."),
        (["camat.x", "--nama", " ", "--peran", "bappeda"], 2, "Nama belum diisi."),
    ],
)
def test_an_account_that_cannot_be_added(
    empty: Path, capsys: Capture, account: list[str], code: int, told: str
) -> None:
    assert main(["pengguna", "tambah", *account, "--db", str(empty)]) == code
    assert one_sentence(capsys).startswith(told)
    with opened(empty) as store:
        assert len(pengguna.daftar(store, ADMIN)) == 1


def test_the_last_account_of_bappeda_stays(empty: Path, capsys: Capture) -> None:
    assert main(["pengguna", "nonaktifkan", "bappeda", "--db", str(empty)]) == 1
    assert one_sentence(capsys).startswith("Akun bappeda tidak dapat dinonaktifkan")


@pytest.mark.parametrize("action", ["nonaktifkan", "aktifkan", "atur-ulang"])
def test_an_unknown_account(empty: Path, capsys: Capture, action: str) -> None:
    assert main(["pengguna", action, "hantu", "--db", str(empty)]) == 2
    assert one_sentence(capsys) == "Nama pengguna hantu tidak ditemukan."


# usage -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        ([], "Isian PERINTAH wajib diberikan."),
        (["terbang"], "“terbang” bukan pilihan untuk PERINTAH"),
        (["hitung"], "Isian BERKAS wajib diberikan."),
        (["hitung", "a.csv", "b.csv"], "Isian b.csv tidak dikenal."),
        (["periksa", "--db"], "Isian --db memerlukan satu nilai."),
        (["periksa", "--database", "x"], "Isian --database x tidak dikenal."),
        (
            ["cetak", "surat", "--kecamatan", "1", "--tahun", "2027", "--out", "x"],
            "“surat” bukan pilihan untuk DOKUMEN",
        ),
        (["cetak", PAPERS[0], "--kecamatan", "1", "--tahun", "dua", "--out", "x"], "“dua” bukan bilangan bulat"),
        (["pengguna", "tambah", "a", "--nama", "b", "--peran", "raja"], "“raja” bukan pilihan untuk --peran"),
    ],
)
def test_wrong_usage_is_one_indonesian_sentence(capsys: Capture, argv: list[str], told: str) -> None:
    assert usage_fault(*argv) == 2
    assert one_sentence(capsys).startswith(told)


@pytest.mark.parametrize(
    "command",
    [[], ["contoh"], ["siapkan"], ["hitung"], ["cetak"], ["periksa"], ["pengguna"], ["pengguna", "tambah"],
     ["pengguna", "nonaktifkan"], ["pengguna", "aktifkan"], ["pengguna", "atur-ulang"], ["pengguna", "daftar"]],
)  # fmt: skip
def test_every_command_has_help_in_indonesian(capsys: Capture, command: list[str]) -> None:
    assert usage_fault(*command, "--help") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("pemakaian: python -m musrenbang")
    assert not re.search(r"usage|options|arguments|show this|positional", shown)


@pytest.mark.parametrize("file", ["tidak-ada.csv", "."])
def test_hitung_of_a_file_that_is_not_there(tmp_path: Path, capsys: Capture, file: str) -> None:
    assert main(["hitung", str(tmp_path / file)]) == 2
    assert one_sentence(capsys) == f"Berkas {tmp_path / file} tidak ada atau tidak dapat dibaca."


def test_hitung_of_a_file_that_is_no_csv(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "gambar.csv"
    file.write_bytes(b"\x89PNG\r\n\xff\xfe")
    assert main(["hitung", str(file)]) == 2
    assert one_sentence(capsys) == f"Berkas {file} bukan berkas CSV berteks UTF-8."


# as a process ------------------------------------------------------------------------------------------------------


def run(*argv: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "musrenbang", *argv]
    return subprocess.run(command, capture_output=True, cwd=ROOT, env=os.environ | environment, check=False)


def test_the_process_speaks_utf_8_whatever_the_terminal_says(tmp_path: Path) -> None:
    file = tmp_path / "skor.csv"
    head = "id,keterdesakan,pertumbuhan,potensi,kemiskinan,manfaat,partisipasi,kemudahan,dokumen"
    file.write_text(f"{head}\nJembatan Kalé,5,4,3,2,1,2,3,3\n", encoding="utf-8")
    done = run("hitung", str(file), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == "id,poin,skor,peringkat_skor,peringkat\nJembatan Kalé,305,3.05,1,1\n"


def test_the_process_ends_with_the_code_and_one_line(tmp_path: Path) -> None:
    done = run("periksa", "--db", str(tmp_path / "tidak-ada"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"Basis data {tmp_path / 'tidak-ada'} tidak ada.\n"
