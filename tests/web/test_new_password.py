"""A one-time password opens one page only, until it has been changed; there everybody sees the own logins."""

import re

from tests.web.conftest import Known
from tests.web.door import COOKIE, Server, Visitor

BARU = "kuda besi hijau"


def test_a_one_time_password_leads_to_its_change_and_nowhere_else(known: Known) -> None:
    person = known("tetap")
    for path in ("/", "/skoring"):
        answer = person.get(path)
        assert (answer.status, answer.headers["location"]) == (303, "/ganti-sandi")
    assert person.get("/unduh/daftar-hadir/12.05.01/2027.pdf").status == 403
    assert person.get("/_stcore/host-config").status == 403
    assert not person.opens_websocket()


def test_a_refused_change_says_why(known: Known) -> None:
    person = known("tetap")
    token = person.get("/ganti-sandi").token
    refusals = {
        "tidak cocok": {"lama": "salah", "baru": BARU, "ulangan": BARU, "csrf": token},
        "paling sedikit 10 karakter": {"lama": "contoh-2027", "baru": "pendek", "ulangan": "pendek", "csrf": token},
        "ulangannya tidak sama": {"lama": "contoh-2027", "baru": BARU, "ulangan": "lain", "csrf": token},
        "kedaluwarsa": {"lama": "contoh-2027", "baru": BARU, "ulangan": BARU, "csrf": "palsu"},
    }
    for words, fields in refusals.items():
        answer = person.post("/ganti-sandi", **fields)
        assert answer.status in (400, 403)
        assert words in answer.text
    assert person.get("/").status == 303


def test_after_the_change_the_new_password_opens_the_screens(server: Server, known: Known) -> None:
    person = known("baru")
    old_secret = person.cookies[COOKIE]
    token = person.get("/ganti-sandi").token
    answer = person.post("/ganti-sandi", lama="contoh-2027", baru=BARU, ulangan=BARU, csrf=token)
    assert (answer.status, answer.headers["location"]) == (303, "/masuk?diganti")
    assert "Kata sandi sudah diganti." in person.get("/masuk?diganti").text
    assert Visitor(server.port, {COOKIE: old_secret}).get("/ganti-sandi").status == 303
    assert person.log_in("baru").status == 401
    assert person.log_in("baru", BARU).status == 303
    assert person.get("/").status == 200


def test_the_old_password_cannot_be_guessed(server: Server, known: Known) -> None:
    person = known("opd.putr")
    person.address = "127.0.0.48"  # failures are counted by address, and other tests have failed from the usual one
    token = person.get("/ganti-sandi").token
    fields = {"baru": BARU, "ulangan": BARU, "csrf": token}
    answers = [person.post("/ganti-sandi", lama="salah", **fields).status for _ in range(6)]
    assert answers == [400] * 5 + [429]
    answer = person.post("/ganti-sandi", lama="contoh-2027", **fields)
    assert (answer.status, "Terlalu banyak percobaan" in answer.text) == (429, True)
    assert Visitor(server.port, address=person.address).log_in("opd.putr").status == 429


def test_one_s_own_logins_stand_there_and_the_others_are_ended(server: Server) -> None:
    here, there = (Visitor(server.port, address="127.0.0.49") for _ in range(2))
    for person in (there, here):
        assert person.log_in("sekcam.stabat").status == 303
    page = here.get("/ganti-sandi")
    assert page.text.count("<b>Di sini</b>") == 1
    assert page.text.count("<b>Di tempat lain</b>") >= 1
    assert re.search(r"<b>Di sini</b>pukul \d\d\.\d\d sampai \d\d\.\d\d WIB", page.text)
    for forged in ({}, {"csrf": "palsu"}, {"csrf": there.get("/ganti-sandi").token}):
        assert here.post("/keluar-lain", sandi="contoh-2027", **forged).status == 403
    wrong = here.post("/keluar-lain", sandi="salah", csrf=page.token)
    assert (wrong.status, "kata sandi tidak cocok" in wrong.text) == (400, True)
    assert there.get("/").status == 200
    answer = here.post("/keluar-lain", sandi="contoh-2027", csrf=page.token)
    assert (answer.status, answer.headers["location"]) == (303, "/ganti-sandi?diakhiri")
    assert there.get("/").headers["location"] == "/masuk"
    after = here.get("/ganti-sandi?diakhiri").text
    assert "Hanya login di sini yang masih berlaku." in after
    assert "Di tempat lain" not in after
    assert "/keluar-lain" not in after


def test_a_one_time_password_shows_no_logins(known: Known) -> None:
    person = known("tetap")
    page = person.get("/ganti-sandi")
    assert "Di sini" not in page.text
    assert person.post("/keluar-lain", csrf=page.token).status == 403
