"""The line of a live screen: a number whenever the meeting has moved, for whoever may see that meeting."""

import time
from datetime import timedelta

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from musrenbang.actions import masuk, skoring
from musrenbang.passwords import digest
from musrenbang.store.engine import Store
from pages.web import hidup, sessions
from tests import cast
from tests.cast import BAPPEDA, CAMAT, JALAN, NOW, ORANG_LAIN, RAPAT, SANDI
from tests.web.door import COOKIE, Visitor

WITHIN = 2.0  # seconds


def follow(store: Store, port: int, nama: str, origin: str = "", rapat: object = RAPAT) -> ClientConnection:
    return line_of(port, masuk.masuk(store, nama, SANDI, "127.0.0.1", NOW) if nama else "", origin, rapat)


def line_of(port: int, secret: str, origin: str = "", rapat: object = RAPAT) -> ClientConnection:
    return connect(
        f"ws://127.0.0.1:{port}/hidup/{rapat}", origin=Origin(origin or f"http://127.0.0.1:{port}"),
        additional_headers={"Cookie": f"{COOKIE}={secret}"} if secret else {},
    )  # fmt: skip


def score(store: Store, level: int) -> None:
    now = cast.row(store, JALAN).tingkat or ()
    skoring.ketik_skor(store, CAMAT, RAPAT, {JALAN.id: {0: (now[0], level)}}, NOW)


def test_the_number_comes_at_once_and_grows_with_each_move(store: Store, port: int) -> None:
    with follow(store, port, CAMAT.nama_pengguna) as line:
        seen = [int(line.recv(WITHIN))]
        for level in (1, 2, 3):
            score(store, level)
            seen.append(int(line.recv(WITHIN)))
    assert seen == [seen[0] + n for n in range(4)]


def test_many_moves_become_few_numbers_and_the_last_one_is_among_them(store: Store, port: int) -> None:
    with follow(store, port, BAPPEDA.nama_pengguna) as line:
        first = int(line.recv(WITHIN))
        for n in range(20):
            score(store, n % 5 + 1)
        end, heard = time.monotonic() + WITHIN, list[int]()
        while (not heard or heard[-1] < first + 20) and time.monotonic() < end:
            heard.append(int(line.recv(WITHIN)))
    assert heard[-1] == first + 20
    assert len(heard) < 20


@pytest.mark.parametrize("nama", ["", ORANG_LAIN.nama_pengguna, "opd.putr", "desa.sukarakyat"])
def test_a_meeting_that_is_not_theirs_tells_nobody(store: Store, port: int, nama: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        follow(store, port, nama)
    assert refused.value.response.status_code == 403


def test_another_site_may_not_listen_and_what_is_no_meeting_is_refused(store: Store, port: int) -> None:
    for origin, rapat in (("http://jahat.example", RAPAT), ("", "00000000-0000-0000-0000-000000000000")):
        with pytest.raises(InvalidStatus):
            follow(store, port, CAMAT.nama_pengguna, origin, rapat)


def hear_on(line: ClientConnection, store: Store, busy: bool) -> None:
    """As long as anything comes, while in a busy meeting others go on scoring."""
    until = time.monotonic() + WITHIN
    while time.monotonic() < until:
        for level in (1, 2) if busy else ():
            score(store, level)
        line.recv(WITHIN)


@pytest.mark.parametrize("busy", [False, True])
def test_who_logs_out_hears_no_more(store: Store, port: int, monkeypatch: pytest.MonkeyPatch, busy: bool) -> None:
    monkeypatch.setattr(hidup, "DETAK", 0.2)
    secret = masuk.masuk(store, CAMAT.nama_pengguna, SANDI, "127.0.0.1", NOW)
    with line_of(port, secret) as line:
        line.recv(WITHIN)
        masuk.keluar(store, digest(secret), NOW)
        with pytest.raises(ConnectionClosed) as over:
            hear_on(line, store, busy)
    assert over.value.rcvd
    assert over.value.rcvd.code == 4401


@pytest.mark.parametrize("working", [False, True])
def test_a_line_alone_keeps_nobody_in(store: Store, port: int, monkeypatch: pytest.MonkeyPatch, working: bool) -> None:
    """A tab left open in a lively meeting is out after two hours; one where somebody pressed a key meanwhile is not."""
    monkeypatch.setattr(hidup, "DETAK", 0.2)
    secret = masuk.masuk(store, CAMAT.nama_pengguna, SANDI, "127.0.0.1", NOW)
    with line_of(port, secret) as line:
        line.recv(WITHIN)
        monkeypatch.setattr(sessions, "now", lambda: NOW + timedelta(hours=1))
        for level in (1, 2):
            score(store, level)
            line.recv(WITHIN)
        if working:
            assert Visitor(port, {COOKIE: secret}).post("/bekerja").status == 204
        monkeypatch.setattr(sessions, "now", lambda: NOW + timedelta(hours=2))
        with pytest.raises(TimeoutError if working else ConnectionClosed):
            line.recv(WITHIN)


def test_all_meetings_are_told_of_to_bappeda_alone(store: Store, port: int) -> None:
    with follow(store, port, BAPPEDA.nama_pengguna, rapat="semua") as line:
        first = int(line.recv(WITHIN))
        score(store, 1)
        assert int(line.recv(WITHIN)) == first + 1
    for nama in ("", CAMAT.nama_pengguna, "opd.putr", "desa.sukarakyat"):
        with pytest.raises(InvalidStatus):
            follow(store, port, nama, rapat="semua")
