"""The Layar Proyektor as a browser meets it: joined by a link, followed over one websocket, ended by the operator."""

import json
import time
from typing import Any

import pytest
import websockets.sync.client
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection
from websockets.typing import Origin

from musrenbang.actions import proyektor, skoring, usulan
from musrenbang.store.engine import Store
from musrenbang.store.hall import Bahasan, Tampilan
from pages.web import proyektor_siaran
from tests import cast
from tests.cast import CAMAT, JALAN, NILAI, NOW, RAPAT
from tests.web.door import Visitor

WITHIN = 2.0  # seconds


@pytest.fixture(autouse=True)
def nothing_drawn() -> None:
    """What an earlier test's projectors were shown is of another store."""
    proyektor_siaran._last.clear()


@pytest.fixture
def hall(port: int, store: Store) -> Visitor:
    """A projector that has joined by the operator's link."""
    visitor = Visitor(port)
    assert visitor.get(link(store)).status == 303
    return visitor


def link(store: Store) -> str:
    return f"/proyektor?k={proyektor.buka_layar(store, CAMAT, RAPAT, NOW)}"


def follow(visitor: Visitor, origin: str = "") -> ClientConnection:
    here = Origin(origin or f"http://127.0.0.1:{visitor.port}")
    cookies = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    address = f"ws://127.0.0.1:{visitor.port}/proyektor/ikuti"
    return websockets.sync.client.connect(address, origin=here, additional_headers={"Cookie": cookies})


def heard(line: ClientConnection, wanted: str) -> tuple[dict[str, Any], float]:
    """The next message that has this key, and after how many seconds; signs of life have none."""
    began = time.monotonic()
    while True:
        message: dict[str, Any] = json.loads(line.recv(timeout=10))
        if wanted in message:
            return message, time.monotonic() - began


def test_without_a_cookie_a_sentence_tells_how_to_join(port: int, store: Store) -> None:
    for path in ("/proyektor", "/proyektor?k=tebakan", "/proyektor?k="):
        answer = Visitor(port).get(path)
        assert answer.status == 401
        assert "Pindai kode QR" in answer.text
        assert "set-cookie" not in answer.headers
        assert "Bahorok" not in answer.text


def test_a_link_gives_a_cookie_of_its_own_and_hides_the_secret(port: int, store: Store) -> None:
    address, visitor = link(store), Visitor(port)
    answer = visitor.get(address)
    assert (answer.status, answer.headers["location"]) == (303, "/proyektor")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    parts = {part.strip().lower() for part in answer.headers["set-cookie"].split(";")}
    assert {"path=/proyektor", "httponly", "samesite=lax", "max-age=43200"} <= parts
    assert "secure" not in parts
    page = visitor.get("/proyektor")
    assert page.status == 200
    assert "Musrenbang Kecamatan Bahorok 2027" in page.text
    assert address.split("=")[1] not in page.text


def test_behind_https_the_cookie_is_secure(port: int, store: Store) -> None:
    answer = Visitor(port, headers={"X-Forwarded-Proto": "https"}).get(link(store))
    assert "secure" in answer.headers["set-cookie"].lower()


def test_a_projector_is_no_login(hall: Visitor) -> None:
    assert hall.get("/skoring").headers["location"] == "/masuk"
    assert hall.get("/unduh/berita-acara/12.05.01/2027.pdf").status == 401
    assert hall.get("/proyektor/ikuti").status in (303, 401)
    assert not hall.opens_websocket()


def test_the_page_lets_no_script_and_no_frame_in(hall: Visitor) -> None:
    policy = hall.get("/proyektor").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_another_site_may_not_listen(hall: Visitor) -> None:
    for origin in ("https://jahat.example", f"http://127.0.0.1:{hall.port}.jahat.example", "null"):
        with pytest.raises(InvalidStatus) as caught, follow(hall, origin):
            pass
        assert caught.value.response.status_code == 403


def test_without_a_cookie_nobody_listens(port: int, store: Store) -> None:
    with pytest.raises(InvalidStatus) as caught, follow(Visitor(port)):
        pass
    assert caught.value.response.status_code == 403


def test_a_score_is_seen_within_two_seconds(store: Store, hall: Visitor) -> None:
    with follow(hall) as line:
        first, _ = heard(line, "isi")
        assert (first["kepala"], first["tahap"]) == ("Musrenbang Kecamatan Bahorok 2027", "Skoring")
        assert "3,9" not in first["isi"]
        skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, {JALAN.id: NILAI[JALAN.id]}), NOW)
        then, seconds = heard(line, "isi")
    assert seconds < WITHIN
    assert "Hotmix jalan utama" in then["isi"]
    assert f'data-kunci="{JALAN.id}" class="baru"' in then["isi"]


def test_the_hall_follows_the_operator_within_two_seconds(store: Store, hall: Visitor) -> None:
    with follow(hall) as line:
        heard(line, "isi")
        proyektor.bahas(store, CAMAT, RAPAT, Bahasan("skoring", cast.BIBIT.id))
        then, seconds = heard(line, "isi")
        assert seconds < WITHIN
        assert '<p class="judul">Bantuan bibit</p>' in then["isi"]
        proyektor.tampilkan(store, CAMAT, RAPAT, Tampilan.AGENDA)
        then, seconds = heard(line, "isi")
        assert seconds < WITHIN
        assert then["tahap"] == "Agenda"


def test_a_quiet_meeting_sends_signs_of_life_only(hall: Visitor) -> None:
    with follow(hall) as line:
        heard(line, "isi")
        assert set(json.loads(line.recv(timeout=5))) == {"kini"}


def test_who_follows_is_counted(store: Store, hall: Visitor) -> None:
    with follow(hall) as line, follow(hall) as other:
        heard(line, "isi")
        heard(other, "isi")
        assert store.hall.watchers(str(RAPAT)) == 2
    assert left_alone(store)


def left_alone(store: Store) -> bool:
    until = time.monotonic() + 5
    while store.hall.watchers(str(RAPAT)) and time.monotonic() < until:
        time.sleep(0.05)
    return store.hall.watchers(str(RAPAT)) == 0


def test_an_ended_session_is_told_and_stays_ended(store: Store, hall: Visitor) -> None:
    with follow(hall) as line:
        heard(line, "isi")
        proyektor.akhiri_layar(store, CAMAT, RAPAT, NOW)
        _, seconds = heard(line, "diakhiri")
        assert seconds < WITHIN
    assert hall.get("/proyektor").status == 401
    with follow(hall) as line:
        assert json.loads(line.recv(timeout=5)) == {"diakhiri": True}
    assert left_alone(store)


def test_names_are_text_and_never_html(store: Store, hall: Visitor) -> None:
    usulan.tambah_usulan(store, CAMAT, RAPAT, cast.isi("<b>Tugu</b> & <script>alert(1)</script>"), NOW)
    proyektor.bahas(store, CAMAT, RAPAT, Bahasan("verifikasi", desa="Kecamatan"))
    page = hall.get("/proyektor").text
    assert "&lt;b&gt;Tugu&lt;/b&gt; &amp; &lt;script&gt;alert(1)" in page
    assert "<b>Tugu" not in page
    assert "<script>" not in page


def test_no_view_holds_anything_private(store: Store, hall: Visitor) -> None:
    skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, NILAI), NOW)
    private = ("Abdi", "camat.bahorok", "Belum mendesak", "Jalan rusak berat", "Dusun I")
    for layar in ("verifikasi", "prioritas-opd", "skoring", "hasil-skoring", "penjelasan-skoring", "kirim"):
        proyektor.bahas(store, CAMAT, RAPAT, Bahasan(layar))
        for tampilan in Tampilan:
            proyektor.tampilkan(store, CAMAT, RAPAT, tampilan)
            page = hall.get("/proyektor").text
            assert [word for word in private if word in page] == [], (layar, tampilan)
