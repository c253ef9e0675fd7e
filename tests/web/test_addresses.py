"""Every address of the door, asked for by everybody: strangers of six kinds, and people of every role and place."""

import http.client
import json
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import UUID

import pytest
from starlette.routing import Route, WebSocketRoute

from musrenbang import passwords
from musrenbang.actions import dokumen, kapsul, kapsul_layar, lambang, lampiran
from musrenbang.model import Peran
from musrenbang.passwords import csrf_of, digest
from musrenbang.sop import ALAMAT
from musrenbang.store import accounts, current
from musrenbang.store.engine import Rows, Store
from pages.web import sessions
from pages.web.downloads import KINDS
from pages.web.routes import routes
from tests.access import walk
from tests.cast import BAHOROK, BAPPEDA, CAMAT, JALAN, NOW, RAPAT, RAPAT_STABAT, SEKCAM
from tests.conftest import DuckEngine
from tests.scans import picture
from tests.web.door import COOKIE, Visitor
from tests.witness import dump

BARU = replace(CAMAT, nama_pengguna="camat.baru", harus_ganti_sandi=True)
LAMA = replace(CAMAT, nama_pengguna="camat.lama")
KNOWN = {who.nama_pengguna: who for who in walk.PEOPLE}
STRANGERS = ("without", "forged", "expired", "logged out", "disabled", "one-time")
ALL = frozenset(KNOWN)
NOBODY: frozenset[str] = frozenset()
OWN = frozenset({"camat.bahorok", "bappeda"})
BAPPEDA_ALONE = frozenset({"bappeda"})
OPD = frozenset({"opd.putr", "opd.disdik"})
SECRET = (b"%PDF", b"PK\x03\x04", b"\xff\xd8", b"Hotmix")  # how a paper, a workbook, a photo, an usulan begin


@dataclass(frozen=True)
class Row:
    """Who gets what one route serves; `open_`: everybody, also without a login."""

    may: frozenset[str]
    addresses: tuple[str, ...]
    open_: bool = False
    headers: dict[str, str] = field(default_factory=dict)


def papers(*, for_opd: bool) -> tuple[str, ...]:
    """Every paper and list in every form."""
    every = ((paper, jenis) for jenis, (makers, _) in KINDS.items() for paper in makers)
    asked = [(paper, jenis) for paper, jenis in every if (paper == "daftar-opd") is for_opd]
    return tuple(f"/unduh/{paper}/{BAHOROK}/2027.{jenis}" for paper, jenis in asked)


PAPER = "GET /unduh/{kertas}/{kecamatan}/{tahun}.{jenis}"
ADDRESSES: dict[str, Row] = {
    "GET /jadwal": Row(ALL, ("/jadwal",), open_=True),
    "GET /hasil": Row(ALL, ("/hasil",), open_=True),
    "GET /hasil/{tahun:int}": Row(ALL, ("/hasil/2027",), open_=True),
    "GET /hasil/{tahun:int}/{kecamatan}": Row(ALL, (f"/hasil/2027/{BAHOROK}",), open_=True),
    "GET /hasil/{tahun:int}/{kecamatan}/data.{jenis}": Row(ALL, (f"/hasil/2027/{BAHOROK}/data.csv",), open_=True),
    "GET /periksa-dokumen": Row(ALL, ("/periksa-dokumen",), open_=True),
    "POST /periksa-dokumen": Row(NOBODY, ("/periksa-dokumen",), open_=True),
    "GET /sehat": Row(ALL, ("/sehat",), open_=True),
    "GET /metrik": Row(NOBODY, ("/metrik",), open_=True),  # without its word
    "GET /masuk": Row(ALL, ("/masuk",), open_=True),
    "POST /masuk": Row(NOBODY, ("/masuk",), open_=True),
    "GET /favicon.png": Row(ALL, ("/favicon.png",)),
    "GET /umum/{nama}": Row(ALL, ("/umum/masuk.css",), open_=True),
    "GET /proyektor": Row(NOBODY, ("/proyektor", "/proyektor?k=tebakan"), open_=True),
    "POST /keluar": Row(NOBODY, ("/keluar",)),  # without the token of its form
    "POST /keluar-lain": Row(NOBODY, ("/keluar-lain",)),
    "POST /bekerja": Row(ALL, ("/bekerja",)),
    "GET /ganti-sandi": Row(ALL, ("/ganti-sandi",)),
    "POST /ganti-sandi": Row(NOBODY, ("/ganti-sandi",)),
    "GET /identitas/masuk": Row(NOBODY, ("/identitas/masuk",)),  # no provider is configured
    "POST /identitas/hubungkan": Row(NOBODY, ("/identitas/hubungkan",)),
    "POST /identitas/lepaskan": Row(NOBODY, ("/identitas/lepaskan",)),
    "GET /oauth2callback": Row(NOBODY, ("/oauth2callback",)),
    "GET /unduh/jejak.{jenis}": Row(BAPPEDA_ALONE, ("/unduh/jejak.xlsx", "/unduh/jejak.csv")),
    "GET /unduh/perbandingan.{jenis}": Row(BAPPEDA_ALONE, ("/unduh/perbandingan.xlsx", "/unduh/perbandingan.pdf")),
    "GET /unduh/surat-pemberitahuan/{tahun:int}.pdf": Row(BAPPEDA_ALONE, ("/unduh/surat-pemberitahuan/2027.pdf",)),
    "GET /unduh/kapsul/{id:uuid}": Row(BAPPEDA_ALONE, ("/unduh/kapsul/{kapsul}",)),
    PAPER: Row(OWN, papers(for_opd=False)),
    f"{PAPER} daftar-opd": Row(OWN | OPD, papers(for_opd=True)),
    "POST /unggah/kapsul": Row(NOBODY, ("/unggah/kapsul",)),  # what is posted here is none
    "POST /unggah/{jenis}/{kecamatan}/{tahun}": Row(
        frozenset({"camat.bahorok"}), (f"/unggah/foto/{BAHOROK}/2027?nama=a.jpg",)
    ),
    "GET /berkas/{id:uuid}": Row(OWN, ("/berkas/{foto}", "/berkas/{foto}?inline=1", "/berkas/{foto}?kecil=1")),
    "GET /berkas/{id:uuid} lampiran": Row(OWN | {"opd.putr", "desa.sukarakyat"}, ("/berkas/{lampiran}",)),
    "GET /berkas/{id:uuid} lambang": Row(ALL, ("/berkas/{lambang}",)),
}
LINES: dict[str, Row] = {
    "/proyektor/ikuti": Row(NOBODY, ("/proyektor/ikuti",)),
    "/hidup/semua": Row(BAPPEDA_ALONE, ("/hidup/semua",)),
    "/hidup/{rapat:uuid}": Row(OWN, (f"/hidup/{RAPAT}",)),
}
MEETING = (
    "pembukaan", "impor-usulan", "daftar-hadir", "ambil-usulan", "usulan-masuk", "verifikasi", "usulan-kecamatan",
    "penjelasan-skoring", "prioritas-opd", "skoring", "hasil-skoring", "kirim", "berita-acara", "dokumen",
    "pertinggal", "pemandu-sop", "riwayat",
)  # fmt: skip
DESK = ("pemantauan", "perbandingan", "rincian", "jadwal-rapat", "data-induk", "pengguna", "jejak", "data")
SCREENS = {
    Peran.CAMAT: {*MEETING}, Peran.BAPPEDA: {*MEETING, *DESK}, Peran.OPD: set[str](), Peran.DESA: {"impor"},
}  # fmt: skip


def secret(nama: str) -> str:
    return f"rahasia-{nama}"


def furnished(store: Store) -> None:
    """Bahorok's meeting is sent, with a photo, an attachment and a crest, Stabat's is out in a kapsul; everybody has a
    login of some kind."""
    for state in walk.stages(store):
        if state == "k":
            break
    kapsul.buat(store, BAPPEDA, RAPAT_STABAT, None, NOW)
    accounts_of_others = [(who, passwords.hash_password("x")) for who in (BARU, LAMA)]
    store.transaction(lambda tx: accounts.add(tx, accounts_of_others))
    store.transaction(_log_in)


def _log_in(tx: Rows) -> None:
    until = {LAMA.nama_pengguna: NOW}  # over at this very moment
    for who in (*KNOWN.values(), BARU, LAMA, SEKCAM):
        nama = who.nama_pengguna
        accounts.add_session(tx, digest(secret(nama)), nama, NOW, until.get(nama, NOW + timedelta(hours=1)))
    tx.rows("update akun set aktif = false where nama_pengguna = $1", SEKCAM.nama_pengguna)


@pytest.fixture(scope="module")
def store(duckdb_engine: DuckEngine) -> Iterator[Store]:
    store = duckdb_engine.lend(furnished)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(current, "_current", store)
        patch.setattr(sessions, "now", lambda: NOW)
        yield store
    duckdb_engine.take_back(store)


@pytest.fixture(scope="module")
def ids(store: Store) -> dict[str, UUID]:
    return {
        "foto": dokumen.daftar(store, BAPPEDA, RAPAT)[0].id,
        "lampiran": lampiran.daftar(store, BAPPEDA, [JALAN.id])[JALAN.id][0].id,
        "lambang": lambang.tanda(store) or RAPAT,
        "kapsul": next(one.id for one in kapsul_layar.daftar(store, BAPPEDA) if one.kode),
    }


def cookie(kind: str) -> str | None:
    names = {"expired": LAMA.nama_pengguna, "disabled": SEKCAM.nama_pengguna, "one-time": BARU.nama_pengguna}
    own = {"without": None, "forged": "tebakan", "logged out": secret("sudah.keluar")}
    return own[kind] if kind in own else secret(names.get(kind, kind))


def visitor(port: int, kind: str) -> Visitor:
    """Each from an address of its own, as a flood from one is held up."""
    value, address = cookie(kind), f"127.0.3.{1 + sum(map(ord, kind)) % 250}"
    return Visitor(port, {COOKIE: value} if value else {}, {"x-csrf": csrf_of(digest(value or ""))}, address)


def asked(port: int, kind: str, method: str, address: str, colour: str = "blue") -> tuple[int, bytes]:
    """Status and body; what is posted is a photo, with the token of the one who asks."""
    who = visitor(port, kind)
    connection = http.client.HTTPConnection("127.0.0.1", port, 60, (who.address, 0))
    body = picture(colour=colour) if method == "POST" else None
    try:
        connection.request(method, address, body, {**who._cookie(), **who.headers})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_every_route_and_every_screen_has_its_row() -> None:
    ours = {f"{m} {r.path}" for r in routes if isinstance(r, Route) for m in (r.methods or set()) - {"HEAD"}}
    assert ours == {" ".join(name.split()[:2]) for name in ADDRESSES}
    assert {r.path for r in routes if isinstance(r, WebSocketRoute)} == set(LINES)
    assert all(isinstance(r, Route | WebSocketRoute) for r in routes)
    assert {peran: set(paths) for peran, paths in ALAMAT.items()} == SCREENS


@pytest.mark.parametrize("kind", STRANGERS)
def test_strangers_are_turned_away_everywhere_and_leave_nothing_but_a_line_of_the_log(
    store: Store, ids: dict[str, UUID], port: int, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "musrenbang")
    before, refused = dump(store), len(LINES)
    for name, row in ADDRESSES.items():
        for address in row.addresses:
            status, body = asked(port, kind, name.split()[0], address.format(**ids))
            refused += status >= 400  # a page that leads to the login is no refusal
            if not row.open_ and (kind, address) != ("one-time", "/ganti-sandi"):
                assert status in (303, 401, 403), (name, status)
                assert not any(mark in body for mark in SECRET), name
    for row in LINES.values():
        assert not opens(port, kind, row.addresses[0])
    assert lines(caplog, refused) == refused
    assert {**dump(store), "gagal_masuk": before["gagal_masuk"]} == before


def lines(caplog: pytest.LogCaptureFixture, expected: int) -> int:
    """How many requests the log tells of; each is written when its answer has gone, perhaps a moment later."""
    end = time.monotonic() + 5
    while (found := [record.msg for record in caplog.records].count("permintaan")) < expected:
        if time.monotonic() > end:
            break
        time.sleep(0.02)
    return found


@pytest.mark.parametrize("name", ADDRESSES)
def test_who_is_known_gets_what_is_theirs_and_nothing_else(
    store: Store, ids: dict[str, UUID], port: int, name: str
) -> None:
    row, method = ADDRESSES[name], name.split()[0]
    for address in row.addresses:
        answers = {nama: asked(port, nama, method, address.format(**ids)) for nama in KNOWN}
        given = {nama for nama, (status, _) in answers.items() if status in (200, 204, 303)}
        assert given == row.may, address
        for nama in ALL - row.may:
            assert not any(mark in answers[nama][1] for mark in SECRET), (address, nama)


@pytest.mark.parametrize("path", LINES)
def test_a_line_opens_for_whom_it_is_and_nobody_else(store: Store, port: int, path: str) -> None:
    assert {nama for nama in KNOWN if opens(port, nama, LINES[path].addresses[0])} == LINES[path].may


def opens(port: int, kind: str, address: str) -> bool:
    who = visitor(port, kind)
    who.headers["Origin"] = f"http://127.0.0.1:{port}"
    return who.opens_websocket(address)


@pytest.mark.parametrize("nama", KNOWN)
def test_a_screen_that_is_not_theirs_leads_home(store: Store, port: int, nama: str) -> None:
    """Behind the door there is no Streamlit in this test, so what the gate lets pass is not found."""
    who, own = visitor(port, nama), SCREENS[KNOWN[nama].peran]
    who.headers["Accept"] = "text/html"
    for path in {*MEETING, *DESK, "impor"}:
        answer = who.get(f"/{path}")
        assert (answer.status, answer.headers.get("location")) == ((404, None) if path in own else (303, "/")), path


def test_an_upload_was_kept_for_the_camat_alone(store: Store, port: int) -> None:
    """The refused ones above have left no row; the one that was allowed has left one, by its own name."""
    status, said = asked(port, CAMAT.nama_pengguna, "POST", f"/unggah/foto/{BAHOROK}/2027", "red")
    assert (status, json.loads(said)) == (200, {"kabar": "Foto kegiatan sudah disimpan."})
    assert {b.oleh for b in dokumen.daftar(store, BAPPEDA, RAPAT)} == {CAMAT.nama_pengguna}
