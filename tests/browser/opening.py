"""Everything that opens on a screen, opened in turn and closed again, without pressing what commits a step."""

import re
from collections.abc import Iterator

from playwright.sync_api import Locator, expect

from musrenbang.sop import LAYAR
from tests.browser.hall import Operator

RIWAYAT = "riwayat?usulan=2027-12.05.07-K001"
ALL = tuple(layar.path for layar in LAYAR)
SCREENS = {
    "camat.bahorok": (*ALL[:4], "verifikasi", "hasil-skoring", "kirim", "berita-acara"),
    "camat.kuala": ("pembukaan", "ambil-usulan"),
    "camat.selesai": ("ambil-usulan", "usulan-masuk", "verifikasi"),
    "camat.wampu": ("verifikasi", "usulan-kecamatan", "prioritas-opd"),
    "camat.hinai": ("usulan-kecamatan", "prioritas-opd", "skoring"),
    "camat.secanggang": ("penjelasan-skoring", "pemandu-sop", "kirim", "skoring", "hasil-skoring"),
    "camat.tanjungpura": ("kirim", "hasil-skoring"),
    "camat.stabat": ALL,
    "bappeda": (
        "pemantauan",
        "perbandingan",
        "rincian",
        "jadwal-rapat",
        "jejak",
        RIWAYAT,
        "data-induk",
        "pengguna",
        "data",
        "verifikasi",
    ),
    "opd.putr": ("",),
    "desa.sukarakyat": ("", "impor"),
    "desa.banyumas": ("",),
}  # fmt: skip
"""Every role and stage with all that differs there, and after Kirim all screens."""

DIALOGS = (
    "Sesuai dengan perubahan", "Digabung", "Tidak sesuai", "Non Prioritas", "Kirim", "Urutkan usulan seri",
    "Diterima dengan perubahan", "Ditolak", "Anggaran", "Buka kembali",
    re.compile("^Hapus usulan nomor"), re.compile("^Ubah jadwal Kecamatan"),
    "Tambah akun", "Atur ulang kata sandi", "Nonaktifkan", "Buat kapsul",
)  # fmt: skip
SHEETS = (re.compile("^Gabungkan foto halaman"), "Usulan baru", "Ubah", re.compile("^Ubah nomor"))
"""They change the screen itself and are left by opening it anew."""

DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def states(operator: Operator, path: str) -> Iterator[str]:
    """Opens the screen, then all that opens on it, one after the other; says what is open now."""
    go(operator, path)
    yield "baru dibuka"
    for opened in (_popovers, _lists, _summaries, _dialogs, _segments):
        yield from opened(operator)
    yield from _sheets(operator, path)


def go(operator: Operator, path: str) -> None:
    """By the menu where it is at hand, as a person does, which is also much the faster way."""
    link = operator.page.locator(f'[data-testid="stSidebar"] a[href="{path}"]')
    if not path or link.count() == 0 or not link.first.is_visible():
        return operator.open(path)
    link.first.click()
    operator.page.mouse.move(0, 0)  # off the link, whose hint would fade in
    operator.page.wait_for_url(f"**/{path}*")
    operator.settle()
    expect(main(operator).locator("h1").first).to_be_visible()
    return None


def main(operator: Operator) -> Locator:
    return operator.page.get_by_test_id("stMain")


def _popovers(operator: Operator) -> Iterator[str]:
    buttons, body = main(operator).get_by_test_id("stPopoverButton"), operator.page.get_by_test_id("stPopoverBody")
    for button in _enabled(buttons):
        button.click()
        expect(body).to_be_visible()
        yield "Popover"
        operator.page.keyboard.press("Escape")
        expect(body).to_have_count(0)


def _lists(operator: Operator) -> Iterator[str]:
    """The first drop-down of the screen for one choice, and for several."""
    several = main(operator).get_by_test_id("stMultiSelect").get_by_role("combobox")
    for field in (*_enabled(main(operator).get_by_role("combobox"))[:1], *_enabled(several)[:1]):
        field.scroll_into_view_if_needed()
        operator.page.evaluate(DRAWN)  # a list closes when what is under it scrolls
        field.click()
        expect(operator.page.get_by_role("listbox")).to_be_visible()
        yield f"Daftar {field.get_attribute('aria-label')}"
        operator.page.keyboard.press("Escape")
        expect(operator.page.get_by_role("listbox")).to_have_count(0)


def _summaries(operator: Operator) -> Iterator[str]:
    closed = main(operator).locator("details:not([open]) > summary")
    count = closed.count()
    for _ in range(count):
        closed.first.click()
    operator.settle()
    if count:
        yield f"{count} rincian terbuka"


def _segments(operator: Operator) -> Iterator[str]:
    """Ways to look at something; the levels of a score are no view."""
    groups = main(operator).locator('[data-testid="stButtonGroup"]:not(.st-key-tingkat *)')
    for at in range(groups.count()):
        others = groups.nth(at).locator('button[aria-checked="false"]:enabled')
        for words in others.all_inner_texts():
            groups.nth(at).get_by_text(words, exact=True).click()
            operator.settle()
            yield f"Tampilan {words}"


def _dialogs(operator: Operator) -> Iterator[str]:
    if _tick_one(operator):
        yield "satu baris dicentang"
    for name in DIALOGS:
        buttons = main(operator).get_by_role("button", name=name, exact=True)
        for button in _enabled(buttons)[:1]:
            button.click()
            expect(operator.dialog).to_be_visible(timeout=15_000)
            operator.settle()
            yield f"Dialog {operator.dialog.get_attribute('aria-label') or name}"
            operator.page.keyboard.press("Escape")
            expect(operator.dialog).to_have_count(0)
            operator.settle()


def _tick_one(operator: Operator) -> bool:
    """The decisions about rows wait for one that is ticked."""
    boxes = main(operator).locator('.st-key-daftar [data-testid="stCheckbox"] label')
    if boxes.count() == 0:
        return False
    boxes.first.click()
    operator.settle()
    return True


def _sheets(operator: Operator, path: str) -> Iterator[str]:
    for name in SHEETS:
        buttons = main(operator).get_by_role("button", name=name, exact=True)
        for button in _enabled(buttons)[:1]:
            button.click()
            operator.settle()
            yield f"Lembar {name}"
            operator.open(path)


def _enabled(found: Locator) -> list[Locator]:
    return [one for one in found.all() if one.is_enabled() and one.is_visible()]
