"""A whole meeting of 196 usulan without a mouse: from login to the lock, every key press counted (L01 to L31)."""

import re
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import expect

from musrenbang.words import PERINGATAN_KIRIM
from tests.browser.by_keys import USULAN, add_an_usulan, log_in, prepare, prioritise, verify
from tests.browser.conftest import Stand
from tests.browser.hall import Operator
from tests.browser.keyboard import PATIENCE, Keyboard

pytestmark = pytest.mark.browser

BOBOT = (25, 10, 10, 15, 15, 10, 10, 5)
MAKS = (5, 5, 5, 5, 5, 5, 5, 3)
QUICKLY = 20  # usulan typed without waiting for more than the next title
README = Path(__file__).parents[2] / "README.md"
TOTAL = 1_583  # from the login to the saved Berita Acara
Scored = dict[tuple[str, str], str]  # name and desa of an usulan -> the digits typed for it


def test_bahorok_without_a_mouse(stand: Stand) -> None:
    keys = Keyboard(stand())
    log_in(keys)
    prepare(keys)
    verify(keys)
    add_an_usulan(keys)
    prioritise(keys)
    scored = _score(keys)
    _see_the_ranking(keys, scored)
    _send(keys)
    _fill_in_the_minutes(keys)
    told = keys.total
    _everything_is_locked(keys)
    print(keys.summary())
    assert told == TOTAL, keys.summary()
    assert f"{TOTAL:,} for a whole meeting of {USULAN} usulan" in README.read_text(encoding="utf-8")


def _score(keys: Keyboard) -> Scored:
    """Nine presses an usulan, one after the other until none is left."""
    with keys.counting("hitung"):
        keys.gold(re.compile(r"^Hitung \d+ usulan"))
        keys.camat.sees("usulan dibuka untuk skoring")
        keys.press("Alt+s")
        keys.holds(keys.page.get_by_label("Skor cepat"))
    with keys.counting("skor"):
        scored = _score_each(keys, _to_score(keys.camat))
    with keys.counting("berpindah layar"):
        keys.onward("Hasil Skoring", "hasil-skoring")
    return scored


def _to_score(camat: Operator) -> int:
    done, all_ = camat.page.locator(".strip .skor").inner_text().split("/")
    assert done == "0"
    return int(all_)


def _score_each(keys: Keyboard, many: int) -> Scored:
    scored: Scored = {}
    for n in range(many):
        digits, before = _digits(n), keys.total
        place = keys.page.locator(".letak span").first.inner_text()
        scored[keys.page.locator(".satu h1").inner_text(), place.split(" · ")[1]] = digits
        keys.type(digits, delay=15)
        keys.strike("Enter")
        assert keys.total - before == 9
        if n < many - 1:
            _next_one(keys, place, quickly=n < QUICKLY)
    expect(keys.page.locator(".strip .skor")).to_have_text(f"{many}/{many}", timeout=PATIENCE)
    keys.rest()
    assert len(scored) == many
    return scored


def _digits(n: int) -> str:
    """Another row of levels for each, so that a digit that went astray shows."""
    return "".join(str(1 + (n * k + n // k) % maks) for k, maks in zip(count(1), MAKS))


def _next_one(keys: Keyboard, place: str, *, quickly: bool) -> None:
    """Its title has come; who is not in a hurry also sees that the line is empty again, and that the other is saved."""
    expect(keys.page.locator(".letak span").first).not_to_have_text(place, timeout=PATIENCE)
    if not quickly:
        expect(keys.page.get_by_label("Skor cepat")).to_have_value("", timeout=PATIENCE)
        keys.holds(keys.page.get_by_label("Skor cepat"))
        assert keys.camat.faults() == []


def _see_the_ranking(keys: Keyboard, scored: Scored) -> None:
    """The scores that stand there are sums of weight x digit."""
    parts = keys.page.locator("table.bagian tbody tr")
    expect(parts.first).to_be_visible(timeout=PATIENCE)
    names = keys.page.locator(".hasil tbody tr").all()
    usulan = [(row.locator("div").inner_text(), row.locator("small").last.inner_text()) for row in names]
    told = [(row.locator("td").nth(1).inner_text(), row.locator("td").last.inner_text()) for row in parts.all()]
    assert len(told) >= 3
    assert told == [(u[0], _skor(scored[u])) for u in usulan]
    keys.camat.sees(f"Peringkat {len(scored)} usulan")
    with keys.counting("berpindah layar"):
        keys.onward("Kirim", "kirim")


def _skor(digits: str) -> str:
    return f"{sum(b * int(d) for b, d in zip(BOBOT, digits, strict=True)) / 100:.2f}".replace(".", ",")


def _send(keys: Keyboard) -> None:
    """The dialog opens on Batal, which leads back to where it was opened; the second time it is sent."""
    with keys.counting("kirim"):
        keys.gold("Kirim")
        expect(keys.camat.dialog.get_by_text(PERINGATAN_KIRIM, exact=True)).to_be_visible()
        keys.holds(keys.camat.dialog.get_by_role("button", name="Batal"))
        keys.press("Enter")
        keys.holds(keys.page.get_by_role("button", name="Kirim", exact=True))
        keys.press("Enter", "Tab")
        keys.holds(keys.camat.dialog.get_by_role("button", name="Kirim"))
        keys.press("Enter")
        keys.camat.sees("Usulan prioritas sudah dikirim ke OPD.")
        keys.next_gold("Lanjut: Berita Acara", "berita-acara")


def _fill_in_the_minutes(keys: Keyboard) -> None:
    with keys.counting("berita acara"):
        fields = (("Nomor Berita Acara", "050/1/BA/2027"), ("Peserta laki-laki", "60"), ("Peserta perempuan", "27"))
        for label, text in fields:
            keys.to(label)
            keys.type(text)
        keys.gold("Simpan")
        keys.camat.sees("Berita Acara sudah disimpan.")
        keys.camat.sees("87 orang")


def _everything_is_locked(keys: Keyboard) -> None:
    """Up the menu, screen by screen."""
    up = "Shift+Tab"
    with keys.counting("melihat yang terkunci"):
        for path, steps, gone in (
            ("kirim", 1, "Kirim"),
            ("skoring", 2, "Hitung"),
            ("prioritas-opd", 1, "Non Prioritas"),
            ("usulan-kecamatan", 2, "Simpan usulan"),
            ("verifikasi", 1, "Sesuai"),
            ("ambil-usulan", 2, "Ambil (Load Data)"),
            ("daftar-hadir", 1, "Simpan"),
            ("pembukaan", 2, "Buka Musrenbang"),
        ):
            keys.by_menu(path, *[up] * steps)
            button = keys.page.get_by_role("button", name=gone, exact=True)
            assert button.count() == 0 or button.first.is_disabled(), path
            keys.camat.sees(re.compile("Sudah dikirim|Selesai"))
