"""Logging in and out over HTTP (L03)."""

import gzip
import re
import time

from tests.web.conftest import Known
from tests.web.door import COOKIE, Answer, Server, Visitor, secret_of

TIDAK_COCOK = "Nama pengguna atau kata sandi tidak cocok."


def test_the_right_password_opens_the_screens(visitor: Visitor) -> None:
    answer = visitor.log_in("camat.bahorok")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert visitor.get("/skoring").status == 200
    assert visitor.opens_websocket()


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(visitor: Visitor) -> None:
    cookie = visitor.log_in("camat.bahorok").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert f"Max-Age={12 * 3600}" in cookie


def test_behind_https_the_cookie_never_goes_out_in_clear(server: Server) -> None:
    visitor = Visitor(server.port, headers={"X-Forwarded-Proto": "https"})
    assert "Secure" in visitor.log_in("camat.bahorok").headers["set-cookie"]


def test_each_login_has_a_session_of_its_own(visitor: Visitor) -> None:
    visitor.log_in("camat.bahorok")
    first = visitor.cookies.pop(COOKIE)
    visitor.log_in("camat.bahorok")
    assert visitor.cookies[COOKIE] != first


def test_a_login_in_the_same_browser_ends_the_earlier_one(server: Server, visitor: Visitor) -> None:
    visitor.log_in("camat.bahorok")
    first, token = visitor.cookies[COOKIE], Visitor(server.port).get("/masuk").token
    visitor.cookies["musrenbang_formulir"] = token
    assert visitor.post("/masuk", nama="camat.stabat", sandi="contoh-2027", csrf=token).status == 303
    assert visitor.cookies[COOKIE] != first
    assert Visitor(server.port, {COOKIE: first}).get("/").headers["location"] == "/masuk"
    assert visitor.get("/").status == 200


def test_wrong_password_and_unknown_name_get_the_same_answer(server: Server) -> None:
    wrong = Visitor(server.port).log_in("camat.stabat", "salah")
    unknown = Visitor(server.port).log_in("tidak.ada00", "salah")
    assert wrong.status == unknown.status == 401
    assert TIDAK_COCOK in wrong.text
    assert _without(wrong, "camat.stabat") == _without(unknown, "tidak.ada00")


def _without(answer: Answer, nama: str) -> str:
    return answer.text.replace(answer.token, "").replace(f'value="{nama}"', "")


def test_a_wrong_login_keeps_the_name_and_writes_it_safely(visitor: Visitor) -> None:
    page = visitor.log_in('"><script>x', "salah").text
    assert 'value="&quot;&gt;&lt;script&gt;x"' in page
    assert "<script" not in page
    assert 'role="alert"' in page


def test_a_disabled_account_is_out(visitor: Visitor) -> None:
    assert visitor.log_in("nonaktif").status == 401


def test_a_one_time_password_whose_time_is_over_leads_to_bappeda(server: Server) -> None:
    visitor = Visitor(server.port, address="127.0.0.50")
    assert TIDAK_COCOK in visitor.log_in("terlambat", "salah").text
    answer = visitor.log_in("terlambat")
    assert answer.status == 401
    assert "sudah kedaluwarsa. Mintalah yang baru kepada Bappeda." in answer.text
    assert COOKIE not in visitor.cookies


def test_after_five_failures_even_the_right_password_waits(visitor: Visitor) -> None:
    """Whatever address the visitor claims to come from; and each failure makes the next answer slower."""
    began = time.monotonic()
    for number in range(5):
        visitor.headers["X-Forwarded-For"] = f"10.0.0.{number}"
        assert visitor.log_in("opd.putr", "salah").status == 401
    assert time.monotonic() - began > 0.25 + 0.5 + 1 + 2
    answer = visitor.log_in("opd.putr")
    assert answer.status == 429
    assert "Terlalu banyak percobaan masuk." in answer.text


def test_a_login_form_of_another_site_is_refused(visitor: Visitor) -> None:
    token = visitor.get("/masuk").token
    for forged in ({}, {"csrf": ""}, {"csrf": token[:-1] + "-"}, {"csrf": "é"}):
        assert visitor.post("/masuk", nama="bappeda", sandi="contoh-2027", **forged).status == 403
    del visitor.cookies["musrenbang_formulir"]
    assert visitor.post("/masuk", nama="bappeda", sandi="contoh-2027", csrf="").status == 403
    assert COOKIE not in visitor.cookies


def test_two_open_login_pages_both_work(visitor: Visitor) -> None:
    first = visitor.get("/masuk").token
    visitor.get("/masuk")
    assert visitor.post("/masuk", nama="camat.bahorok", sandi="contoh-2027", csrf=first).status == 303


def test_a_huge_form_is_not_read(visitor: Visitor) -> None:
    token = visitor.get("/masuk").token
    assert visitor.post("/masuk", csrf=token, nama="bappeda", sandi="contoh-2027", isi="x" * 20_000).status == 403


def test_the_sample_stands_beside_the_form_and_fills_it(visitor: Visitor) -> None:
    page = visitor.get("/masuk").text
    accounts = re.findall(r'href="/masuk\?akun=([^"]+)"', page)
    assert accounts == ["camat.bahorok", "camat.stabat", "bappeda", "opd.putr", "desa.sukarakyat"]
    filled = visitor.get("/masuk?akun=camat.stabat").text
    assert 'value="camat.stabat"' in filled
    assert 'value="contoh-2027"' in filled
    assert 'value="admin"' not in visitor.get("/masuk?akun=admin").text


def test_the_login_page_allows_no_script_and_no_frame(visitor: Visitor) -> None:
    headers = visitor.get("/masuk").headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"


def test_no_other_site_may_frame_the_screens(known: Known) -> None:
    headers = known("bappeda").get("/").headers
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["content-security-policy"] == "base-uri 'self'; object-src 'self'; frame-ancestors 'self'"


def test_who_has_come_by_https_comes_no_other_way(visitor: Visitor) -> None:
    assert "strict-transport-security" not in visitor.get("/masuk").headers
    visitor.headers["X-Forwarded-Proto"] = "https"
    for path in ("/masuk", "/", "/umum/masuk.css", "/_stcore/health"):
        assert visitor.get(path).headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"


def test_front_end_files_are_compressed_and_fonts_served(known: Known) -> None:
    person = known("bappeda")
    script = re.findall(r"static/js/index\.[^\"]+\.js", person.get("/").text)[0]
    person.headers["Accept-Encoding"] = "gzip"
    assert person.get(f"/{script}").headers["content-encoding"] == "gzip"
    assert person.get("/app/static/PlusJakartaSans.woff2").body.startswith(b"wOF2")


def test_the_style_of_the_screens_is_asked_for_once(known: Known) -> None:
    person = known("bappeda")
    person.headers["Accept"] = "text/html"
    first = person.get("/").text
    [style] = re.findall(r'href="(/umum/layar-\w+\.css)"', first)
    assert "/umum/Naskah.woff2" in first
    assert "SourceSans" not in first
    person.headers["Accept-Encoding"] = "gzip"
    answer = person.get(style)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-encoding"] == "gzip"
    assert ".strip" in gzip.decompress(answer.body).decode()
    assert person.get("/umum/layar-000000000000.css").status == 404
    assert person.get("/favicon.png").body == person.get("/app/static/ikon.png").body


def test_leaving_ends_the_session_on_the_server(server: Server, visitor: Visitor) -> None:
    from musrenbang.passwords import csrf_of, digest

    visitor.log_in("camat.bahorok")
    secret = visitor.cookies[COOKIE]
    assert visitor.post("/keluar", csrf="").status == 403
    assert visitor.post("/keluar", csrf=csrf_of(digest("lain"))).status == 403
    assert visitor.get("/").status == 200
    answer = visitor.post("/keluar", csrf=csrf_of(digest(secret)))
    assert (answer.status, answer.headers["location"]) == (303, "/masuk")
    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert COOKIE not in visitor.cookies
    again = Visitor(server.port, {COOKIE: secret})
    assert again.get("/").status == 303
    assert not again.opens_websocket()


def test_who_is_in_needs_no_login_page(known: Known) -> None:
    assert known("bappeda").get("/masuk").headers["location"] == "/"


def test_a_forged_header_changes_nothing_for_a_known_person(known: Known) -> None:
    person = known("camat.stabat")
    person.headers["x-mus-sesi"] = secret_of("bappeda")
    assert person.get("/unduh/daftar-hadir/12.05.01/2027.pdf").status == 403


def test_a_page_of_another_site_cannot_speak_for_who_is_in(server: Server, known: Known) -> None:
    for origin, opens in (("https://jahat.example", False), ("null", False), (f"http://127.0.0.1:{server.port}", True)):
        person = known("camat.stabat")
        person.headers["Origin"] = origin
        assert person.opens_websocket() is opens
