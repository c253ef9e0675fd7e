"""Who has not logged in gets no screen, no websocket and no file, at any address, from the first request on."""

import pytest
from starlette.routing import Route

from musrenbang.sop import LAYAR
from pages.web.refusals import MOST, Refusals
from pages.web.routes import routes
from tests.web.door import COOKIE, STABAT, Server, Visitor, secret_of

SCREENS = ["/", "/index.html", "/skoring/", "/shell", "/web", "/app", "/pages/shell.py", "/masuk/", "/masuk/x"]
SCREENS += [
    "/jejak",
    "/riwayat",
    "/ganti-sandi",
    "/keluar",
    "/_stcor",
    "/manifest.json",
    *(f"/{s.path}" for s in LAYAR),
]
SCREENS += ["/hasil/", "/hasil/x", "/hasil/20271", "/hasil/2027/", "/hasil/2027/12.05.01/", "/hasil/2027/x"]
SCREENS += [f"/hasil/2027/12.05.01/{rest}" for rest in ("data", "data.pdf", "data.csv/x", "skoring", "../../masuk/x")]
FILES = [
    "/_stcore/stream", "/_stcore/host-config", "/_stcore/metrics", "/_stcore/script-health-check",
    "/_stcore/upload_file/a/b", "/_stcore/agent/openapi.json", "/_stcore/health/x", "/_stcore/bidi-components/x",
    "/media/x", "/media/x.png", "/component/x/index.html", "/app/static/PlusJakartaSans.woff2", "/auth/login",
    "/favicon.png", "/identitas/masuk",
    "/oauth2callback", "/unduh/berita-acara/12.05.01/2027.pdf", "/unduh/hasil-skoring/12.05.01/2027.xlsx", "/unduh/x",
    "/unduh/perbandingan.xlsx", "/unduh/jejak.xlsx", "/unduh/jejak.csv",
]  # fmt: skip
POSTS = [
    "/",
    "/keluar",
    "/keluar-lain",
    "/ganti-sandi",
    "/identitas/hubungkan",
    "/identitas/lepaskan",
    "/_stcore/upload_file/a/b",
    "/_stcore/agent/interact",
    "/_stcore/agent/mcp",
]
FORGED = {
    "no cookie": Visitor(0),
    "a forged header": Visitor(0, headers={"x-mus-sesi": secret_of("bappeda"), "X-Mus-Sesi": "x"}),
    "a wrong cookie": Visitor(0, {COOKIE: "tebakan"}),
    "an empty cookie": Visitor(0, {COOKIE: '""'}),
    "a session that is over": Visitor(0, {COOKIE: "rahasia-habis"}),
    "a disabled account": Visitor(0, {COOKIE: secret_of("nonaktif")}),
}


@pytest.fixture(params=FORGED, ids=lambda name: name.replace(" ", "-"))
def stranger(request: pytest.FixtureRequest, untouched: Server) -> Visitor:
    kind = FORGED[request.param]
    return Visitor(untouched.port, dict(kind.cookies), kind.headers)


def test_every_screen_leads_to_the_login_page(stranger: Visitor) -> None:
    answers = [stranger.get(path) for path in SCREENS]
    assert {(a.status, a.headers["location"], a.body) for a in answers} == {(303, "/masuk", b"")}


def test_no_file_is_given(stranger: Visitor) -> None:
    answers = [stranger.get(path) for path in FILES]
    assert [a.status for a in answers] == [401] * len(FILES)
    assert all("Anda belum masuk" in a.text for a in answers)


def test_nothing_can_be_posted(stranger: Visitor) -> None:
    assert {stranger.post(path).status for path in POSTS} == {401}
    assert stranger.send("PUT", "/_stcore/upload_file/a/b", "isi").status == 401
    assert stranger.send("DELETE", "/_stcore/upload_file/a/b").status == 401


def test_the_websocket_is_refused(stranger: Visitor) -> None:
    assert not stranger.opens_websocket()
    assert not stranger.opens_websocket("/hidup/00000000-0000-0000-0000-000000000000")


def test_a_projector_nobody_has_let_in_sees_no_meeting(stranger: Visitor) -> None:
    answer = stranger.get("/proyektor")
    assert answer.status == 401
    assert "Layar ini belum tersambung ke musrenbang." in answer.text
    here = {**stranger.headers, "Origin": f"http://127.0.0.1:{stranger.port}"}
    assert not Visitor(stranger.port, stranger.cookies, here).opens_websocket("/proyektor/ikuti")
    assert not Visitor(stranger.port, stranger.cookies, here).opens_websocket("/proyektor/lain")


OPEN = (
    "/masuk", "/jadwal", "/periksa-dokumen", "/sehat", "/umum/{nama}",
    "/hasil", "/hasil/{tahun:int}", "/hasil/{tahun:int}/{kecamatan}", "/hasil/{tahun:int}/{kecamatan}/data.{jenis}",
)  # fmt: skip


def test_every_route_of_ours_is_closed_but_what_is_for_everybody(untouched: Server) -> None:
    """Holds for routes that will be added, too."""
    visitor = Visitor(untouched.port)
    closed = [r for r in routes if isinstance(r, Route) and r.path not in OPEN]
    for route in closed:
        for method in (route.methods or set()) - {"HEAD"}:
            assert visitor.send(method, route.path.replace("{", "").replace("}", "")).status in (303, 401)


def test_a_strange_host_in_the_address_does_not_lead_away(untouched: Server) -> None:
    for path in ("//jahat.example/", "/%2F%2Fjahat.example", "/?ke=//jahat.example", "/\\jahat.example"):
        answer = Visitor(untouched.port).get(path)
        assert (answer.status, answer.headers["location"]) == (303, "/masuk")


def test_what_the_login_page_needs_is_open(untouched: Server) -> None:
    visitor = Visitor(untouched.port)
    assert visitor.get("/_stcore/health").text == "ok"
    assert visitor.get("/umum/masuk.css").headers["content-type"].startswith("text/css")
    for font in ("PlusJakartaSans.woff2", "Naskah.woff2", "SourceSans.woff2"):
        assert visitor.get(f"/umum/{font}").body.startswith(b"wOF2")
    assert visitor.get("/umum/routes.py").status == 404
    assert visitor.get("/umum/..%2Flogin.py").status in (303, 400, 404)


def test_outside_a_sample_database_no_account_is_offered(untouched: Server) -> None:
    page = Visitor(untouched.port).get("/masuk?akun=camat.bahorok").text
    assert "contoh" not in page
    assert "camat.bahorok" not in page


def test_who_floods_the_door_is_told_to_wait_and_holds_nobody_up(untouched: Server) -> None:
    flood = Visitor(untouched.port, {COOKIE: "tebakan"}, address="127.0.0.77")
    answers = [flood.get("/unduh/jejak.xlsx") for _ in range(MOST + 2)]
    assert [a.status for a in answers] == [401] * MOST + [429] * 2
    assert answers[-1].headers["retry-after"] == "60"
    assert Visitor(untouched.port, address="127.0.0.78").get("/unduh/jejak.xlsx").status == 401
    assert flood.get("/").headers["location"] == "/masuk"
    assert flood.get("/masuk").status == 200
    flood.cookies[COOKIE] = secret_of("camat.stabat")
    assert flood.get(f"/unduh/daftar-hadir/{STABAT}/2027.pdf").status == 200


def test_a_flood_is_forgotten_after_a_minute() -> None:
    refusals = Refusals()
    assert [refusals.too_many("10.0.0.7", 100.0) for _ in range(MOST + 3)] == [False] * MOST + [True] * 3
    assert not refusals.too_many("10.0.0.8", 159.0)
    assert refusals.too_many("10.0.0.7", 159.0)
    assert not refusals.too_many("10.0.0.7", 160.0)
