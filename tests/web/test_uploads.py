"""Documents go straight to the disk, and only from a form of our own, by who may write to that meeting."""

import http.client
import json
from urllib.parse import quote

import pytest

from musrenbang.passwords import csrf_of, digest
from tests.scans import paper
from tests.web.conftest import Known
from tests.web.door import BAHOROK, STABAT, Visitor, secret_of


def send(visitor: Visitor, path: str, body: bytes, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", visitor.port, 30)
    cookie = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    try:
        connection.request("POST", path, body, {"Cookie": cookie, **headers})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def token(nama: str) -> dict[str, str]:
    return {"x-csrf": csrf_of(digest(secret_of(nama)))}


def test_a_post_without_the_token_is_refused(known: Known) -> None:
    status, said = send(known("camat.bahorok"), f"/unggah/daftar-hadir/{BAHOROK}/2027", paper())
    assert status == 409
    assert "masalah" in json.loads(said)
    status, _ = send(known("camat.bahorok"), f"/unggah/daftar-hadir/{BAHOROK}/2027", paper(), **token("bappeda"))
    assert status == 409


@pytest.mark.parametrize("who", ["camat.stabat", "bappeda", "opd.putr"])
def test_others_may_not(known: Known, who: str) -> None:
    status, said = send(known(who), f"/unggah/foto/{BAHOROK}/2027", b"x", **token(who))
    assert status == 403
    assert "tidak berwenang" in json.loads(said)["masalah"]


@pytest.mark.parametrize("rest", [f"lambang/{STABAT}/2027", "foto/99.99.99/2027", f"foto/{STABAT}/x"])
def test_what_does_not_exist_is_not_found(known: Known, rest: str) -> None:
    assert send(known("camat.stabat"), f"/unggah/{rest}", b"x", **token("camat.stabat"))[0] == 404


def test_it_waits_for_the_meeting_to_be_opened(known: Known) -> None:
    address = f"/unggah/daftar-hadir/{STABAT}/2027?nama={quote('é.pdf')}"
    status, said = send(known("camat.stabat"), address, paper(), **token("camat.stabat"))
    assert status == 409
    assert "belum dibuka" in json.loads(said)["masalah"]
