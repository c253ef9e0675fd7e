"""Coming in by way of an OpenID provider: a real small one, and everything about it that may be forged or repeated."""

import html
import http.client
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc.jwk import RSAKey
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from musrenbang.actions.catatan import sandi_akun
from pages.web.refusals import MOST
from tests.conftest import PostgresEngine
from tests.web.door import COOKIE, SANDI, Answer, Server, Visitor, prepare, secret_of
from tests.web.openid import ABDI, BUDI, NAMA, TANDA, Provider

STREAMLITS = "_streamlit_user"
BELUM, GAGAL = "belum dihubungkan dengan akun di sini", "Masuk lewat akun SSO tidak berhasil."


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    provider = Provider()
    provider.start()
    yield provider
    provider.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("identitas")


@pytest.fixture(scope="module")
def configured(provider: Provider, folder: Path) -> Iterator[Server]:
    prepare(folder / "x.duckdb", sample=False)
    server = Server(folder / "x.duckdb", "--secrets.files", str(folder / "secrets.toml"))
    (folder / "secrets.toml").write_text(provider.settings(server.port), encoding="utf-8")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MUSRENBANG_CATATAN", str(folder / "catatan.jsonl"))
        server.start()
    yield server
    server.stop()


@pytest.fixture
def stranger(configured: Server, provider: Provider, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """From an address of its own, as failures close an address."""
    yield Visitor(configured.port, address=f"127.0.1.{1 + sum(map(ord, request.node.name)) % 250}")
    provider.be_right()


def known(server: Server, nama: str) -> Visitor:
    return Visitor(server.port, {COOKIE: secret_of(nama)})


def at_provider(address: str, sub: str) -> str:
    """Who presses the name of `sub` at the provider ("" is to cancel) is sent back there."""
    page = _get(address)
    found = re.findall(r'href="(/pilih\?[^"]+)"', page.text)
    [link] = [href for href in map(html.unescape, found) if parse_qs(urlsplit(href).query).get("siapa", [""]) == [sub]]
    back = urlsplit(_get(f"http://{urlsplit(address).netloc}{link}").headers["location"])
    return f"{back.path}?{back.query}"


def _get(address: str) -> Answer:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=30)
    connection.request("GET", f"{parts.path}?{parts.query}")
    answer = connection.getresponse()
    found = {name.lower(): value for name, value in answer.getheaders()}
    connection.close() if answer.status >= 300 else None
    return Answer(answer.status, found, answer.read() if answer.status < 300 else b"")


def come_in(visitor: Visitor, sub: str) -> Answer:
    return visitor.get(at_provider(visitor.get("/identitas/masuk").headers["location"], sub))


def begin_link(person: Visitor, sandi: str = SANDI) -> Answer:
    token = person.get("/ganti-sandi").token
    return person.post("/identitas/hubungkan", kata_sandi=sandi, csrf=token)


def onward(answer: Answer) -> str:
    assert answer.status == 200, answer.text
    return answer.headers["refresh"].removeprefix("0;url=")


def link(person: Visitor, sub: str) -> Answer:
    return person.get(at_provider(onward(begin_link(person)), sub))


def release(person: Visitor) -> Answer:
    return person.post("/identitas/lepaskan", csrf=person.get("/ganti-sandi").token)


@pytest.fixture
def camat(configured: Server) -> Iterator[Visitor]:
    """Linked with Abdi; released afterwards."""
    person = known(configured, "camat.bahorok")
    assert link(person, ABDI).headers["location"] == "/ganti-sandi?terhubung"
    yield person
    release(known(configured, "camat.bahorok"))


def lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "catatan.jsonl").read_text(encoding="utf-8").splitlines()]


# coming in ---------------------------------------------------------------------------------------------------------


def test_the_login_page_leads_there_and_back_into_the_screens(stranger: Visitor, camat: Visitor) -> None:
    page = stranger.get("/masuk").text
    assert '<a href="/identitas/masuk">Masuk dengan SSO Langkat</a>' in page
    answer = come_in(stranger, ABDI)
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert set(stranger.cookies) == {COOKIE, "musrenbang_formulir", "_streamlit_session"}
    assert stranger.get("/skoring").status == 200
    assert stranger.opens_websocket()


def test_the_provider_is_asked_for_nothing_but_who_it_is(stranger: Visitor, provider: Provider) -> None:
    address = stranger.get("/identitas/masuk").headers["location"]
    asked = parse_qs(urlsplit(address).query)
    assert asked["scope"] == ["openid"]
    assert asked["prompt"] == ["login"]
    assert asked["code_challenge_method"] == ["S256"]
    assert {"state", "nonce", "code_challenge"} <= set(asked)


def test_streamlit_s_own_login_of_thirty_days_never_reaches_the_browser(stranger: Visitor, camat: Visitor) -> None:
    for sub in (BUDI, ABDI):
        come_in(stranger, sub)
        assert {name for name in stranger.cookies if name.startswith(STREAMLITS)} == set()


def test_however_much_the_provider_tells_of_somebody(stranger: Visitor, camat: Visitor, provider: Provider) -> None:
    """More than a cookie holds, however it is packed."""
    provider.twist = lambda claims: {**claims, "groups": [token_hex(16) for _ in range(300)]}
    assert come_in(stranger, ABDI).headers["location"] == "/"
    assert {name for name in stranger.cookies if name.startswith(STREAMLITS)} == set()


def test_who_is_not_linked_reads_what_to_do(stranger: Visitor, camat: Visitor) -> None:
    answer = come_in(stranger, BUDI)
    assert (answer.status, BELUM in answer.text, 'action="/masuk"' in answer.text) == (401, True, True)
    assert COOKIE not in stranger.cookies
    assert stranger.log_in("camat.stabat").status == 303


def test_who_cancels_or_meets_an_error_stays_out(stranger: Visitor) -> None:
    answer = come_in(stranger, "")
    assert (answer.status, GAGAL in answer.text) == (401, True)


def test_a_login_in_the_same_browser_ends_the_earlier_one(
    stranger: Visitor, camat: Visitor, configured: Server
) -> None:
    address = stranger.get("/identitas/masuk").headers["location"]
    assert stranger.log_in("camat.stabat").status == 303
    earlier = stranger.cookies[COOKIE]
    assert stranger.get(at_provider(address, ABDI)).headers["location"] == "/"
    assert Visitor(configured.port, {COOKIE: earlier}).get("/").headers["location"] == "/masuk"
    assert stranger.get("/unduh/daftar-hadir/12.05.01/2027.pdf").status == 200


def test_who_asks_too_often_waits_a_minute_and_nobody_else(configured: Server, camat: Visitor) -> None:
    """Also with a round trip of his own, as each answer to it has the provider asked."""
    visitor = Visitor(configured.port, address="127.0.1.251")
    back = at_provider(visitor.get("/identitas/masuk").headers["location"], "")
    answers = [visitor.get(back).status for _ in range(MOST)]
    assert answers == [401] * (MOST - 1) + [429]
    assert visitor.get("/identitas/masuk").status == 429
    assert visitor.log_in("camat.stabat").status == 303
    assert come_in(Visitor(configured.port, address="127.0.1.252"), ABDI).status == 303


@pytest.mark.parametrize("drawn_as", ["image", "iframe", "empty"])
def test_what_another_site_s_page_holds_asks_for_nothing(
    configured: Server, camat: Visitor, stranger: Visitor, drawn_as: str
) -> None:
    """Else it could use up what the address of a whole hall may ask."""
    page = Visitor(configured.port, address=stranger.address, headers={"Sec-Fetch-Dest": drawn_as})
    for path in ("/identitas/masuk", "/oauth2callback?state=x&code=y"):
        assert {page.get(path).status for _ in range(MOST)} <= {403, 429}
    assert come_in(stranger, ABDI).status == 303


# what may be forged or repeated ------------------------------------------------------------------------------------


def test_a_callback_that_nobody_has_begun_is_none(stranger: Visitor, camat: Visitor, configured: Server) -> None:
    """The answer that another browser is waiting for, too."""
    other = Visitor(configured.port)
    back = at_provider(other.get("/identitas/masuk").headers["location"], ABDI)
    for path in ("/oauth2callback", "/oauth2callback?state=x&code=y", back):
        answer = stranger.get(path)
        assert (answer.status, GAGAL in answer.text) == (401, True)
        assert COOKIE not in stranger.cookies
    assert other.get(back).status == 303


def test_an_answer_serves_once(stranger: Visitor, camat: Visitor, configured: Server) -> None:
    """Also with the cookies of before: the provider knows its code no more."""
    back = at_provider(stranger.get("/identitas/masuk").headers["location"], ABDI)
    copied = dict(stranger.cookies)
    assert stranger.get(back).status == 303
    for cookies in (dict(stranger.cookies), copied):
        cookies.pop(COOKIE, None)
        again = Visitor(configured.port, cookies, address=stranger.address)
        answer = again.get(back)
        assert (answer.status, GAGAL in answer.text) == (401, True)
        assert COOKIE not in again.cookies


@pytest.mark.parametrize("wrong", ["key", "nonce", "aud", "iss", "sub", "iat", "exp"])
def test_a_token_that_is_not_right_proves_nobody(
    stranger: Visitor, camat: Visitor, provider: Provider, wrong: str
) -> None:
    if wrong == "key":
        provider.key = RSAKey.generate_key(2048, {"kid": "satu", "use": "sig", "alg": "RS256"})
    elif wrong == "sub":
        provider.twist = lambda claims: {**claims, "sub": ""}
    elif wrong in ("iat", "exp"):
        moved = int(time.time()) + (3600 if wrong == "iat" else -3600)
        provider.twist = lambda claims: {**claims, wrong: moved}
    else:
        provider.twist = lambda claims: {**claims, wrong: "lain"}
    answer = come_in(stranger, ABDI)
    assert (answer.status, GAGAL in answer.text) == (401, True)
    assert COOKIE not in stranger.cookies
    provider.be_right()
    assert come_in(stranger, ABDI).status == 303


def test_streamlit_s_cookie_rightly_signed_opens_nothing(stranger: Visitor, camat: Visitor, provider: Provider) -> None:
    """It is read off Streamlit's answer and from nowhere else."""
    told = {"iss": provider.issuer, "sub": ABDI, "is_logged_in": True, "origin": f"http://127.0.0.1:{stranger.port}"}
    stranger.cookies[STREAMLITS] = create_signed_value(TANDA, STREAMLITS, json.dumps(told)).decode()
    for path in ("/", "/skoring", "/identitas/masuk"):
        assert stranger.get(path).headers["location"] != "/"
    assert stranger.get("/oauth2callback?state=x&code=y").status == 401
    assert stranger.get("/unduh/daftar-hadir/12.05.01/2027.pdf").status == 401
    assert not stranger.opens_websocket()
    assert COOKIE not in stranger.cookies


def test_streamlit_s_own_ways_in_and_out_stay_closed(stranger: Visitor) -> None:
    for path in ("/auth/login", "/auth/logout", "/auth/login?provider=default"):
        assert stranger.get(path).status == 401


def test_no_address_leads_to_another_site(stranger: Visitor, camat: Visitor, provider: Provider) -> None:
    away = "next=//jahat.example&ke=https://jahat.example&redirect_uri=https://jahat.example&provider=jahat"
    address = stranger.get(f"/identitas/masuk?{away}").headers["location"]
    assert address.startswith(f"{provider.issuer}/authorize?")
    assert "jahat" not in address
    assert stranger.get(f"{at_provider(address, ABDI)}&{away}").headers["location"] == "/"


# linking -----------------------------------------------------------------------------------------------------------


def test_the_owner_links_and_releases_it_beside_the_own_logins(stranger: Visitor, configured: Server) -> None:
    person = known(configured, "camat.bahorok")
    page = person.get("/ganti-sandi").text
    assert "Sesudah dihubungkan, akun ini dapat dibuka lewat SSO Langkat." in page
    going = begin_link(person)
    assert "default-src 'none'" in going.headers["content-security-policy"]
    assert "Kata sandi cocok." in going.text
    answer = person.get(at_provider(onward(going), ABDI))
    assert (answer.status, answer.headers["location"]) == (303, "/ganti-sandi?terhubung")
    page = person.get("/ganti-sandi?terhubung").text
    assert re.search(r"Dihubungkan sejak \d+ \w+ \d{4}\.", page)
    assert 'role="status">Akun ini sudah dihubungkan.' in page
    assert come_in(stranger, ABDI).status == 303
    assert release(person).headers["location"] == "/ganti-sandi?dilepas"
    assert "Hubungannya sudah dilepas." in person.get("/ganti-sandi?dilepas").text
    assert release(person).status == 400
    assert BELUM in come_in(Visitor(configured.port), ABDI).text


def test_linking_needs_the_password_and_the_form_of_this_session(configured: Server) -> None:
    person, other = known(configured, "camat.stabat"), known(configured, "bappeda")
    token = person.get("/ganti-sandi").token
    for forged in ({}, {"csrf": "palsu"}, {"csrf": other.get("/ganti-sandi").token}):
        assert person.post("/identitas/hubungkan", kata_sandi=SANDI, **forged).status == 403
        assert person.post("/identitas/lepaskan", **forged).status == 403
    wrong = person.post("/identitas/hubungkan", kata_sandi="salah", csrf=token)
    assert (wrong.status, "kata sandi tidak cocok" in wrong.text, "refresh" in wrong.headers) == (400, True, False)


def test_without_the_password_in_this_round_trip_nothing_is_linked(configured: Server, stranger: Visitor) -> None:
    """Neither the answer to another round trip of the same browser, nor the same one in another login."""
    person, there = stranger, Visitor(configured.port)
    for each in (person, there):
        assert each.log_in("sekcam.stabat").status == 303
    confirmed, own = onward(begin_link(person)), person.cookies[COOKIE]
    there.cookies |= {name: value for name, value in person.cookies.items() if name != COOKIE}
    answer = there.get(at_provider(confirmed, BUDI))
    assert (answer.status, BELUM in answer.text) == (400, True)
    del person.cookies[COOKIE]
    unasked = person.get("/identitas/masuk").headers["location"]
    person.cookies[COOKIE] = own
    answer = person.get(at_provider(unasked, BUDI))
    assert (answer.status, BELUM in answer.text) == (400, True)
    assert "Belum dihubungkan" in person.get("/ganti-sandi").text
    assert link(person, BUDI).headers["location"] == "/ganti-sandi?terhubung"
    assert release(person).status == 303


def test_what_is_linked_elsewhere_and_what_is_cancelled_is_told_there(camat: Visitor, configured: Server) -> None:
    person = known(configured, "camat.stabat")
    taken = link(person, ABDI)
    assert (taken.status, "sudah dihubungkan dengan akun lain" in taken.text) == (400, True)
    going = onward(begin_link(person))
    cancelled = person.get(at_provider(going, ""))
    assert (cancelled.status, GAGAL in cancelled.text) == (400, True)
    later = person.get(at_provider(going, BUDI))
    assert (later.status, BELUM in later.text) == (400, True)
    assert "Belum dihubungkan" in person.get("/ganti-sandi").text


def test_a_one_time_password_links_nothing(configured: Server) -> None:
    person = known(configured, "tetap")
    page = person.get("/ganti-sandi")
    assert "hubungkan" not in page.text
    assert person.post("/identitas/hubungkan", kata_sandi=SANDI, csrf=page.token).status == 403
    assert person.get("/identitas/masuk").status == 403


def test_who_is_in_has_no_need_to_come_in(camat: Visitor) -> None:
    assert camat.get("/identitas/masuk").headers["location"] == "/"


@pytest.mark.postgres
def test_a_round_trip_may_come_back_at_another_server(
    provider: Provider, postgresql_engine: PostgresEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two on one PostgreSQL with the same settings; what is linked at one opens the account at both."""
    monkeypatch.setenv("MUSRENBANG_DOKUMEN", str(tmp_path / "dokumen"))
    database = postgresql_engine.empty()
    prepare(database, sample=False)
    both = [Server(database, "--secrets.files", str(tmp_path / "secrets.toml")) for _ in range(2)]
    (tmp_path / "secrets.toml").write_text(provider.settings(both[0].port), encoding="utf-8")
    for server in both:
        server.start()
    person, stranger = known(both[0], "camat.bahorok"), Visitor(both[0].port)
    there, later = (Visitor(both[1].port, one.cookies) for one in (person, stranger))
    answer = there.get(at_provider(onward(begin_link(person)), ABDI))
    assert answer.headers["location"] == "/ganti-sandi?terhubung"
    answer = later.get(at_provider(stranger.get("/identitas/masuk").headers["location"], ABDI))
    assert answer.headers["location"] == "/"
    assert stranger.get("/skoring").status == 200
    for server in both:
        server.stop()


# the log, and a server without it ----------------------------------------------------------------------------------


def test_the_log_tells_what_was_done_and_of_whom_nothing(stranger: Visitor, camat: Visitor, folder: Path) -> None:
    for sub in (ABDI, BUDI, ""):
        stranger.cookies.pop(COOKIE, None)
        come_in(stranger, sub)
    text = (folder / "catatan.jsonl").read_text(encoding="utf-8")
    for word in (ABDI, BUDI, *NAMA.values(), "langkat.example", "access_denied", "tidak mau", stranger.address):
        assert word not in text
    told = [
        (line["tindakan"], line["hasil"], *line["sebab"]) for line in lines(folder) if line["peristiwa"] == "tindakan"
    ]
    assert ("masuk dengan akun SSO", "berhasil") in told
    assert ("masuk dengan akun SSO", "ditolak", "identitas_belum_terhubung") in told
    assert ("masuk dengan akun SSO", "ditolak", "identitas_gagal") in told
    linked = [line for line in lines(folder) if line.get("tindakan") == "hubungkan akun SSO"]
    assert {line["akun"] for line in linked} >= {sandi_akun("camat.bahorok")}
    refused = [line for line in lines(folder) if line.get("alamat") == "/oauth2callback"]
    assert {line["status"] for line in refused} >= {401}


def test_without_a_provider_there_is_no_link_and_no_address(untouched: Server) -> None:
    visitor, person = Visitor(untouched.port), known(untouched, "camat.bahorok")
    assert "/identitas" not in visitor.get("/masuk").text
    for path in ("/identitas/masuk", "/oauth2callback?state=x&code=y"):
        assert visitor.get(path).status == 401
    page = person.get("/ganti-sandi")
    assert "/identitas" not in page.text
    for path in ("/identitas/masuk", "/oauth2callback"):
        assert person.get(path).status == 404
    for path in ("/identitas/hubungkan", "/identitas/lepaskan"):
        assert person.post(path, kata_sandi=SANDI, csrf=page.token).status == 404


def test_a_provider_that_is_away_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """And what is missing in its settings, at the start."""
    prepare(tmp_path / "x.duckdb", sample=False)
    server = Server(tmp_path / "x.duckdb", "--secrets.files", str(tmp_path / "secrets.toml"))
    settings = Provider().settings(server.port)
    (tmp_path / "secrets.toml").write_text(settings.replace("client_secret", "lain"), encoding="utf-8")
    server.start()
    assert "Bagian [auth] pada secrets.toml harus memuat" in capfd.readouterr().err
    assert "/identitas" not in Visitor(server.port).get("/masuk").text
    assert Visitor(server.port).get("/oauth2callback").status == 401
    server.stop()
    (tmp_path / "secrets.toml").write_text(settings, encoding="utf-8")
    server.start()
    assert "[auth]" not in capfd.readouterr().err
    answer, person = Visitor(server.port).get("/identitas/masuk"), known(server, "camat.bahorok")
    assert (answer.status, GAGAL in answer.text) == (502, True)
    assert GAGAL in begin_link(person).text
    server.stop()
