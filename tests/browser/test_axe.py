"""No serious or critical fault of axe, and no English, on any screen of any role and stage, nor in what opens there."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Sit, Stand
from tests.browser.opening import SCREENS, states

pytestmark = pytest.mark.browser

ONLY_FAULTS = {"resultTypes": ["violations"]}
ENGLISH = """() => {
  const words = /\\b(select|choose|clear|close|open|search|loading|error|remove|results|press|enter to|drag|drag)\\b/i;
  const names = [...document.querySelectorAll('[aria-label], [placeholder], [title]')]
    .flatMap((e) => ['aria-label', 'placeholder', 'title'].map((name) => e.getAttribute(name) ?? ''));
  return [...document.body.innerText.split('\\n'), ...names]
    .filter((said) => words.test(said) && !/^[a-z_]+$/.test(said)); // names of icons stay what they are
}"""


@pytest.mark.parametrize("nama", SCREENS)
def test_every_screen_and_all_that_opens_on_it(sit: Sit, nama: str) -> None:
    operator, found = sit(nama), []
    for path in SCREENS[nama]:
        for state in states(operator, path):
            found += [f"{path}, {state}: {fault}" for fault in grave(operator.page)]
            found += [f"{path}, {state}: {said}" for said in operator.page.evaluate(ENGLISH)]
        assert operator.faults() == [], path
    assert found == []


@pytest.mark.parametrize(
    "path",
    [
        "masuk", "masuk?akun=bappeda", "jadwal", "proyektor", "hasil", "hasil/2027/12.05.07", "periksa-dokumen",
        "periksa-dokumen?kode=x",
    ],
)  # fmt: skip
def test_the_pages_for_strangers(stand: Stand, path: str) -> None:
    visitor = stand()
    visitor.page.goto(f"{visitor.address}/{path}")
    assert grave(visitor.page) == []


def test_a_refused_login_and_the_change_of_a_password(sit: Sit, stand: Stand) -> None:
    visitor, operator = stand(), sit("opd.putr")
    visitor.page.goto(f"{visitor.address}/masuk")
    visitor.page.fill("input[name=nama]", "tiada")
    visitor.page.fill("input[type=password]", "keliru sama sekali")
    visitor.page.get_by_role("button", name="Masuk", exact=True).click()
    expect(visitor.page.get_by_role("alert")).to_be_visible(timeout=15_000)
    operator.page.goto(f"{operator.address}/ganti-sandi")
    assert grave(visitor.page) + grave(operator.page) == []


def test_the_layar_proyektor_at_the_camat_and_in_the_hall(sit: Sit, stand: Stand) -> None:
    camat, hall = sit("camat.secanggang"), stand()
    camat.open("hasil-skoring")
    camat.press("Layar Proyektor")
    found = grave(camat.page)
    camat.press("Tampilkan layar", camat.dialog)
    link = camat.dialog.get_by_role("link", name="Buka di jendela baru").get_attribute("href")
    hall.page.goto(link or "")
    expect(hall.page.locator("#tahap")).to_have_text("Hasil Skoring", timeout=15_000)
    assert found + grave(camat.page) + grave(hall.page) == []


def grave(page: Page) -> list[str]:
    found = Axe().run(page, options=ONLY_FAULTS).response["violations"]
    return [f"{v['id']} {v['nodes'][0]['html'][:160]}" for v in found if v["impact"] in ("serious", "critical")]
