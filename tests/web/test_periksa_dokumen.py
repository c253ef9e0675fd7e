"""Periksa Dokumen as a stranger meets it: a code in the address, a PDF in a form, and no more than the paper says."""

import http.client
from collections.abc import Iterator
from dataclasses import replace

import pytest

from musrenbang.actions import baca
from musrenbang.actions.masuk import GAGAL_ALAMAT
from musrenbang.store import current
from musrenbang.store.engine import Store
from reports import PAPERS
from tests import cast
from tests.cast import CAMAT, JALAN, NOW, RAPAT
from tests.conftest import Engine
from tests.web.door import Answer, Visitor

EDGE = "potongan-formulir"


@pytest.fixture
def store(duckdb_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    store = duckdb_engine.lend(cast.sent)
    monkeypatch.setattr(current, "_current", store)
    monkeypatch.delenv("MUSRENBANG_ALAMAT", raising=False)
    yield store
    duckdb_engine.take_back(store)


def kode(store: Store) -> str:
    return baca.bahan_cetak(store, CAMAT, RAPAT, NOW).kode


def printed(store: Store) -> bytes:
    return PAPERS["berita-acara"](replace(baca.bahan_cetak(store, CAMAT, RAPAT, NOW), arsip=True))


def ask(port: int, kode_: str, address: str = "127.0.0.1") -> Answer:
    return Visitor(port, address=address).get(f"/periksa-dokumen?kode={kode_}")


def post(port: int, content: bytes, name: str = "berkas") -> Answer:
    head = f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"; filename="a.pdf"\r\n\r\n'.encode()
    body = head + content + f"\r\n--{EDGE}--\r\n".encode()
    connection = http.client.HTTPConnection("127.0.0.1", port, 60)
    try:
        headers = {"Content-Type": f"multipart/form-data; boundary={EDGE}"}
        connection.request("POST", "/periksa-dokumen", body, headers)
        answer = connection.getresponse()
        return Answer(answer.status, dict(answer.getheaders()), answer.read())
    finally:
        connection.close()


def test_the_page_needs_no_login_and_no_script(store: Store, port: int) -> None:
    page = Visitor(port).get("/periksa-dokumen")
    assert (page.status, page.headers["cache-control"]) == (200, "no-store")
    assert '<label for="kode">' in page.text
    assert "<script" not in page.text
    assert '<a href="/periksa-dokumen">' in Visitor(port).get("/masuk").text


def test_a_code_is_answered(store: Store, port: int) -> None:
    page = ask(port, kode(store))
    assert page.status == 200
    assert "Cocok: kode ini milik dokumen yang masih berlaku." in page.text
    assert "Musrenbang Kecamatan Bahorok tahun 2027, dikirim 15 Februari 2027" in page.text
    for told in (CAMAT.nama_pengguna, "Abdi", JALAN.isi.permasalahan):
        assert told not in page.text


def test_an_unknown_code_and_what_is_none(store: Store, port: int) -> None:
    unknown = ask(port, kode(store)[:14] + "0000-" * 4 + "0000")
    assert (unknown.status, "tidak dikenal" in unknown.text) == (404, True)
    hostile = ask(port, "%3Cscript%3Ealert(1)%3C/script%3E")
    assert hostile.status == 422
    assert 'value="&lt;script&gt;alert(1)&lt;/script&gt;"' in hostile.text


def test_an_archive_copy_is_answered_and_not_kept(store: Store, port: int) -> None:
    before = sorted(store.files.folder.rglob("*"))
    answer = post(port, printed(store))
    assert answer.status == 200
    assert "Cocok: seluruh berkas sama dengan cetakan aplikasi." in answer.text
    assert [f for f in sorted(store.files.folder.rglob("*")) if f.is_file()] == [f for f in before if f.is_file()]


def test_what_was_changed_in_the_database_is_told_by_name(store: Store, port: int) -> None:
    paper = printed(store)
    store.transaction(lambda tx: tx.rows("update usulan_masuk set lokasi = 'Dusun <b>' where id = $1", JALAN.id))
    answer = post(port, paper)
    assert "Tidak cocok: data di basis data ini pernah diubah." in answer.text
    assert f"Usulan {JALAN.kode} “{JALAN.isi.nama}”: Lokasi di dokumen “Dusun I”, di basis data “Dusun &lt;b&gt;”." in (
        answer.text
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "Berkas ini kosong."), (b"%PDF-1.7\n%%EOF", "PDF ini rusak"), (b"MZ", "Berkas ini bukan PDF.")],
)
def test_what_is_no_archive_copy_gets_one_sentence(store: Store, port: int, content: bytes, said: str) -> None:
    answer = post(port, content)
    assert answer.status == 422
    assert said in answer.text


def test_a_form_without_a_file_and_one_that_is_too_large(store: Store, port: int) -> None:
    assert "Berkas ini kosong." in post(port, b"x", "lain").text
    assert "lebih dari 10 MB" in post(port, bytes(11 << 20)).text
    assert (
        "terputus" in Visitor(port, headers={"Content-Type": "text/plain"}).send("POST", "/periksa-dokumen", "x").text
    )


def test_who_guesses_is_slowed_down(store: Store, port: int) -> None:
    for _ in range(GAGAL_ALAMAT):
        assert ask(port, "tebakan", "127.0.0.7").status == 422
    assert ask(port, kode(store), "127.0.0.7").status == 429
    assert ask(port, kode(store), "127.0.0.8").status == 200
