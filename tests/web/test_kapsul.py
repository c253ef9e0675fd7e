"""A kapsul is fetched by Bappeda while it is out, and a result is taken in where it is uploaded."""

import http.client
import json
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from musrenbang.actions import kapsul, kapsul_layar
from musrenbang.intake.kapsul import opened
from musrenbang.model import JenisBerkas
from musrenbang.passwords import csrf_of, digest
from musrenbang.store import accounts, current
from musrenbang.store import kapsul as table
from musrenbang.store.engine import Store
from pages.web import sessions
from tests import cast
from tests.actions.test_terima_kapsul import documents, move_here
from tests.away import PULANG, hand_over, laptop, upload, whole_meeting
from tests.cast import BAPPEDA, CAMAT, DESA, NOW, OPD_PUTR, RAPAT
from tests.conftest import DuckEngine
from tests.scans import paper
from tests.web.door import COOKIE, Answer, Visitor
from tests.witness import dump

OTHERS = (CAMAT.nama_pengguna, DESA.nama_pengguna, OPD_PUTR.nama_pengguna)
UNGGAH = "/unggah/kapsul?nama=hasil.kapsul"


@pytest.fixture
def store(duckdb_engine: DuckEngine) -> Iterator[Store]:
    """Bahorok's meeting waits; everybody is logged in until after it has come back."""
    store = duckdb_engine.lend(cast.waiting)
    for nama in (BAPPEDA.nama_pengguna, *OTHERS):
        until = PULANG + timedelta(hours=1)
        store.transaction(lambda tx, n=nama, u=until: accounts.add_session(tx, digest(n), n, NOW, u))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(current, "_current", store)
        patch.setattr(sessions, "now", lambda: PULANG)
        yield store
    duckdb_engine.take_back(store)


@pytest.fixture
def out(store: Store) -> UUID:
    kapsul.buat(store, BAPPEDA, RAPAT, None, NOW)
    away = table.away(store, RAPAT)
    assert away
    return away.id


def get(port: int, nama: str, path: str) -> Answer:
    return Visitor(port, {COOKIE: nama}).get(path)


def bring(port: int, nama: str, content: bytes, token: str | None = None) -> tuple[int, dict[str, object]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, 60)
    try:
        headers = {"Cookie": f"{COOKIE}={nama}", "x-csrf": csrf_of(digest(nama)) if token is None else token}
        connection.request("POST", UNGGAH, content, headers)
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


def held(store: Store, folder: Path, out: UUID) -> bytes:
    """The result of the whole meeting, with a document."""
    (folder / "keluar.kapsul").write_bytes(store.files.kapsul(out).read_bytes())
    with laptop(folder / "keluar.kapsul") as there:
        whole_meeting(there)
        upload(there, JenisBerkas.DAFTAR_HADIR, paper(), "hadir.pdf")
        return hand_over(there, folder / "kembali.kapsul").read_bytes()


def assert_nothing_is_left_of_it(store: Store) -> None:
    assert list(store.files.folder.glob("*.setengah-jadi")) == []


def test_bappeda_fetches_it_as_often_as_it_is_lost(store: Store, out: UUID, port: int, tmp_path: Path) -> None:
    first, again = (get(port, "bappeda", f"/unduh/kapsul/{out}") for _ in range(2))
    assert (first.status, first.headers["content-disposition"]) == (200, 'attachment; filename="bahorok-2027.kapsul"')
    assert first.headers["cache-control"] == "private, no-store"
    assert first.body == again.body
    (tmp_path / "x").write_bytes(first.body)
    with opened(tmp_path / "x") as bungkus:
        assert bungkus.kode == kapsul_layar.daftar(store, BAPPEDA)[0].kode


@pytest.mark.parametrize("nama", OTHERS)
def test_nobody_else_gets_it(store: Store, out: UUID, port: int, nama: str) -> None:
    answer = get(port, nama, f"/unduh/kapsul/{out}")
    assert (answer.status, b"PK" in answer.body) == (403, False)
    assert "tidak berwenang" in answer.text


def test_a_stranger_is_told_to_log_in(store: Store, out: UUID, port: int) -> None:
    answer = Visitor(port).get(f"/unduh/kapsul/{out}")
    assert (answer.status, b"PK" in answer.body) == (401, False)


@pytest.mark.parametrize("path", ["{other}", "{stray}", "{out}.kapsul", "../kapsul/{out}.kapsul", "%2e%2e%2f{photo}"])
def test_nothing_else_is_reached(store: Store, out: UUID, port: int, path: str) -> None:
    """Neither what is no kapsul, nor what lies in that folder by another way, nor in the one above."""
    stray, photo = uuid4(), uuid4()
    for file in (store.files.kapsul(stray), store.files.path(photo)):
        file.write_bytes(b"PK\x03\x04")
    told = path.format(other=uuid4(), stray=stray, out=out, photo=photo)
    answer = get(port, "bappeda", f"/unduh/kapsul/{told}")
    assert (answer.status, b"PK\x03\x04" in answer.body) == (404, False)


def test_called_off_it_cannot_be_fetched_any_more(store: Store, out: UUID, port: int) -> None:
    kapsul.batal(store, BAPPEDA, RAPAT, NOW)
    answer = get(port, "bappeda", f"/unduh/kapsul/{out}")
    assert answer.status == 404
    assert "kapsulnya dibatalkan" in answer.text


def test_a_result_is_taken_in_once_and_told(store: Store, out: UUID, port: int, tmp_path: Path) -> None:
    result = held(store, tmp_path, out)
    status, said = bring(port, "bappeda", result)
    assert (status, *said) == (200, "kabar")
    assert str(said["kabar"]).startswith("Kapsul Kecamatan Bahorok tahun 2027 diterima: ")
    assert str(said["kabar"]).endswith(" baris jejak, 1 dokumen baru.")
    assert documents(store) == {"hadir.pdf": paper()}
    assert get(port, "bappeda", f"/unduh/kapsul/{out}").status == 404
    assert not store.files.kapsul(out).exists()
    before = dump(store)
    status, said = bring(port, "bappeda", result)
    assert (status, said) == (
        200,
        {
            "kabar": "Kapsul Kecamatan Bahorok tahun 2027 sudah diterima pada 17 Februari 2027 pukul 09.00 WIB; "
            "tidak ada yang diubah."
        },
    )
    assert dump(store) == before
    assert_nothing_is_left_of_it(store)


def test_each_conflict_is_told_and_nothing_is_overwritten(store: Store, out: UUID, port: int, tmp_path: Path) -> None:
    result = held(store, tmp_path, out)
    move_here(store)
    before = dump(store)
    status, said = bring(port, "bappeda", result)
    jalan, hadir = said["masalah"]
    assert status == 409
    assert jalan.startswith("Usulan “Hotmix jalan utama” (")
    assert hadir.startswith("Daftar Hadir: di Bappeda diisi")
    assert dump(store) == before
    assert_nothing_is_left_of_it(store)


@pytest.mark.parametrize("nama", OTHERS)
def test_a_result_is_taken_from_nobody_else(store: Store, out: UUID, port: int, tmp_path: Path, nama: str) -> None:
    result = held(store, tmp_path, out)
    before = dump(store)
    status, said = bring(port, nama, result)
    assert status == 403
    assert "tidak berwenang" in str(said["masalah"])
    assert dump(store) == before
    assert_nothing_is_left_of_it(store)


def test_a_post_without_the_token_is_refused(store: Store, out: UUID, port: int, tmp_path: Path) -> None:
    result = held(store, tmp_path, out)
    before = dump(store)
    for token in ("", csrf_of(digest(CAMAT.nama_pengguna))):
        assert bring(port, "bappeda", result, token)[0] == 409
    assert dump(store) == before


def test_what_is_no_kapsul_and_what_is_too_large_are_refused(
    store: Store, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bring(port, "bappeda", paper())[1] == {
        "masalah": ["Berkas ini bukan kapsul, atau terpotong. Salin kembali dari komputer asalnya."]
    }
    monkeypatch.setattr(kapsul_layar, "MAKS_MB", 0)
    (told,) = bring(port, "bappeda", paper())[1]["masalah"]
    assert "lebih dari 0 MB" in told
    assert "`terima-kapsul`" in told
    assert_nothing_is_left_of_it(store)


def test_while_it_comes_the_owner_of_the_server_alone_may_read_it(store: Store, port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, 60)
    connection.putrequest("POST", UNGGAH)
    for name, value in {
        "Cookie": f"{COOKIE}=bappeda",
        "x-csrf": csrf_of(digest("bappeda")),
        "Content-Length": "2",
    }.items():
        connection.putheader(name, value)
    connection.endheaders(b"P")
    while not (coming := list(store.files.folder.glob("*.setengah-jadi"))):
        time.sleep(0.01)
    assert [path.stat().st_mode & 0o777 for path in coming] == [0o600]
    connection.send(b"K")
    assert connection.getresponse().status == 409
    assert_nothing_is_left_of_it(store)
