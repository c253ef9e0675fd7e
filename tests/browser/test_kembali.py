"""The browser's step back leads to the screen before, not to an earlier choice on the one that is open."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import CHROMIUM, QUIET, WINDOW, Sit
from tests.browser.desk import click_on_the_map, narrow, part
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser

NOTHING_KEPT = ["--disable-back-forward-cache"]  # a test's browser has it, a person's has not


def test_one_step_back_leaves_a_screen_whatever_was_chosen_on_it(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.open("pemantauan")
    _by_menu(bappeda, "Perbandingan")
    narrow(bappeda, "Kecamatan", "Stabat")
    part(bappeda, "OPD")
    assert "kec=12.05.07" in bappeda.page.url
    bappeda.page.go_back()
    _is_at(bappeda, "Pemantauan", "pemantauan")


def test_a_link_is_one_step(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.open("perbandingan")
    bappeda.page.locator(".silang tbody a").first.click()
    bappeda.page.wait_for_url("**/rincian?**")
    bappeda.settle()
    bappeda.page.go_back()
    _is_at(bappeda, "Perbandingan Kecamatan", "perbandingan")


def test_a_click_in_a_chart_is_one_step_and_not_done_once_more(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.open("perbandingan")
    narrow(bappeda, "Asal", "Desa")
    before = bappeda.page.url
    click_on_the_map(bappeda, "Stabat")
    bappeda.page.go_back()  # before it is drawn
    _is_at(bappeda, "Perbandingan Kecamatan", "perbandingan")
    assert bappeda.page.url == before
    bappeda.page.go_forward()
    _is_at(bappeda, "Rincian Usulan", "rincian")
    bappeda.sees("Kecamatan: Stabat")


def test_a_screen_that_the_browser_has_kept_is_drawn_anew(chromium: Browser, address: str) -> None:
    with chromium.browser_type.launch(
        executable_path=CHROMIUM, args=list(QUIET), ignore_default_args=NOTHING_KEPT
    ) as own:
        bappeda = Operator(own.new_page(viewport=WINDOW["viewport"]), address)
        bappeda.log_in("bappeda")
        bappeda.open("perbandingan")
        click_on_the_map(bappeda, "Stabat")
        bappeda.settle()
        with bappeda.page.expect_navigation(url="**/perbandingan?**"):
            bappeda.page.evaluate("setTimeout(() => history.back())")
        bappeda.page.wait_for_load_state()
        _is_at(bappeda, "Perbandingan Kecamatan", "perbandingan")
        click_on_the_map(bappeda, "Stabat")  # as at the first time


def test_the_front_page_which_only_leads_on_is_no_step(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.open("perbandingan")
    bappeda.open("")
    _is_at(bappeda, "Pemantauan", "pemantauan")
    bappeda.page.go_back()
    _is_at(bappeda, "Perbandingan Kecamatan", "perbandingan")


def _by_menu(operator: Operator, name: str) -> None:
    operator.page.get_by_test_id("stSidebar").get_by_role("link", name=name).click()
    expect(operator.page.get_by_role("heading", level=1, name=name)).to_be_visible()
    operator.settle()


def _is_at(operator: Operator, heading: str, path: str) -> None:
    """And stays there."""
    expect(operator.page.get_by_role("heading", level=1, name=heading)).to_be_visible()
    operator.settle()
    expect(operator.page).to_have_url(re.compile(f"/{path}[?]"))
    assert operator.faults() == []
