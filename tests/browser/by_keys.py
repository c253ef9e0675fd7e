"""The first half of a meeting by keys alone: from the login to all usulan verified, prioritised or in reserve."""

import re

from playwright.sync_api import expect

from tests.browser.keyboard import PATIENCE, Keyboard
from tests.web.door import SANDI

DESA, USULAN = 19, 196  # of Bahorok in the sample
NAMA = "Jembatan gantung antardesa"


def log_in(keys: Keyboard) -> None:
    page = keys.page
    page.goto(f"{keys.camat.address}/masuk")
    expect(page.locator("input[name=nama]")).to_be_focused()
    with keys.counting("masuk"):
        keys.type("camat.bahorok")
        keys.strike("Tab")
        keys.type(SANDI)
        keys.strike("Enter")
        keys.arrives("pembukaan")


def prepare(keys: Keyboard) -> None:
    with keys.counting("pembukaan"):
        keys.gold("Buka Musrenbang")
        keys.camat.sees("sudah dibuka")
        keys.next_gold("Lanjut: Daftar Hadir", "daftar-hadir")
    with keys.counting("daftar hadir"):
        _attendance(keys)
        keys.next_gold("Lanjut: Ambil Usulan", "ambil-usulan")
    with keys.counting("ambil"):
        keys.gold("Ambil (Load Data)")
        keys.camat.sees(f"{USULAN} usulan baru diambil")
        keys.next_gold("Lanjut: Verifikasi", "verifikasi")


def _attendance(keys: Keyboard) -> None:
    for label, text in (
        ("Tempat", "Aula Kantor Camat Bahorok"),
        ("Alamat", "Jalan Besar Nomor 1, Bahorok"),
        ("Nama camat", "Drs. Contoh Sembiring, M.Si."),
    ):
        keys.to(label)
        keys.type(text)
    keys.to("Tanggal")
    keys.type("15022027", delay=30)
    keys.gold("Simpan")
    keys.camat.sees("Daftar Hadir sudah disimpan.")
    keys.camat.sees("Senin, 15 Februari 2027")
    keys.camat.sees("Aula Kantor Camat Bahorok")


def verify(keys: Keyboard) -> None:
    """Three presses a desa: all, sesuai, next; the last one has no next."""
    with keys.counting("verifikasi"):
        keys.gold("Mulai")
        keys.camat.sees("Berlangsung")
        before = keys.total
        for n in range(DESA):
            _verify_one(keys, last=n == DESA - 1)
        assert keys.total - before == 3 * DESA - 1
        keys.camat.sees(f"{USULAN}/{USULAN}")


def _verify_one(keys: Keyboard, *, last: bool) -> None:
    """At the first by its shortcut; then the focus is where the next press belongs."""
    all_ = keys.page.get_by_role("button", name=re.compile("^Pilih semua"))
    here = keys.page.locator(".ringkas b").first
    name = here.inner_text()
    keys.press("Enter" if all_.evaluate("e => e === document.activeElement") else "Alt+a")
    keys.holds(keys.page.get_by_role("button", name="Sesuai", exact=True))
    keys.press("Enter")
    keys.holds(keys.page.locator(".st-key-verifikasi_lanjut :is(button, a)").first)
    if not last:
        keys.press("Enter")
        expect(here).not_to_have_text(name, timeout=PATIENCE)
        keys.holds(all_)


def add_an_usulan(keys: Keyboard) -> None:
    with keys.counting("berpindah layar"):
        keys.by_menu("usulan-kecamatan", "Tab")
    with keys.counting("usulan kecamatan"):
        for label, text in (
            ("Nama usulan", NAMA),
            ("Lokasi", "Perbatasan Lau Damak dan Empus"),
            ("Volume", "1"),
            ("Satuan", "unit"),
            ("Perkiraan biaya (Rp)", "1.500.000.000"),
            ("Penerima manfaat (KK)", "320"),
            ("OPD", "PUTR"),
        ):
            keys.to(label)
            keys.type(text)
        expect(keys.page.get_by_role("option", name=re.compile("^PUTR"))).to_be_visible(timeout=PATIENCE)
        keys.press("Enter")
        keys.gold("Simpan usulan")
        keys.camat.sees("Usulan kecamatan disimpan")
    with keys.counting("berpindah layar"):
        keys.by_menu("prioritas-opd", "Tab", "Tab")


def prioritise(keys: Keyboard) -> None:
    """All suggestions at once; then one dialog with one reason for whatever has a word in common."""
    with keys.counting("prioritas & OPD"):
        keys.press("Alt+a")
        keys.holds(keys.page.get_by_role("button", name="Pakai saran"))
        keys.press("Enter")
        keys.camat.sees(f"Pilihan untuk {USULAN + 1} usulan disimpan.")
        _search(keys, "jalan")
        before = keys.total
        some = _reserve_all(keys)
        assert some >= 40
        assert keys.total - before == 4
        keys.camat.sees(f"{some} usulan menjadi usulan cadangan.")
        keys.press("Alt+i", "Control+a", "Delete", "Enter")
    with keys.counting("berpindah layar"):
        keys.onward("Skoring", "skoring")


def _search(keys: Keyboard, word: str) -> None:
    everything = keys.page.get_by_role("button", name=f"Pilih semua {USULAN + 1} yang tersaring")
    keys.press("Alt+i")
    keys.type(word)
    keys.press("Enter")
    expect(everything).to_have_count(0, timeout=PATIENCE)


def _reserve_all(keys: Keyboard) -> int:
    """Pilih semua, Non Prioritas, the first reason, save; how many."""
    keys.press("Alt+a")
    keys.holds(keys.page.get_by_role("button", name="Non Prioritas"))
    keys.press("Enter")
    reason = keys.camat.dialog.get_by_role("radio").first
    keys.holds(reason)
    some = int(re.findall(r"(\d+) usulan ini menjadi", keys.camat.dialog.inner_text())[0])
    keys.press("Space")
    expect(reason).to_be_checked(timeout=PATIENCE)
    keys.press("Control+Enter")
    expect(keys.camat.dialog).to_have_count(0, timeout=PATIENCE)
    return some
