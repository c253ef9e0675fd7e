"""Two operators type into the same table for minutes: no keystroke is lost, and each conflict is told (L24).

Every typed level is noted with what stood in its cell. In the end each of them is in the trail, from the one level to
the other, or was told to who typed it; there is no third way.
"""

import json
import os
import random
import time
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import expect

from musrenbang.model import BarisJejak
from musrenbang.store import meetings, trail, usulan
from musrenbang.store.opening import open_store
from tests.browser.conftest import Sit
from tests.browser.hall import Operator
from tests.web.door import Server

pytestmark = pytest.mark.browser

SECONDS = 300 if os.environ.get("CI") else 60
SECANGGANG = "12.05.09"
ROWS, KRITERIA = 40, 8
SCALE = (5, 5, 5, 5, 5, 5, 5, 3)
Change = tuple[str, int, str, str]  # usulan, kriteria from 0, from level, to level; "" is none


class Typist:
    """One of both, with what was typed and what was refused."""

    def __init__(self, operator: Operator, rng: random.Random) -> None:
        self.operator, self.rng = operator, rng
        self.typed, self.told = Counter[Change](), Counter[Change]()

    def type(self, row: int, k: int) -> Change:
        """Another level than the one that is there."""
        cell = self.operator.cell(row, k + 1)
        present = cell.text_content() or ""
        level = self.rng.choice([n for n in "12345"[: SCALE[k]] if n != present])
        cell.focus()
        self.operator.page.keyboard.press(level)
        change = (self.name(row), k, present, level)
        self.typed[change] += 1
        return change

    def name(self, row: int) -> str:
        return self.operator.page.locator(".papan .r [role=rowheader]").nth(row).text_content() or ""

    def reads(self, change: Change) -> int:
        """How many refusals stand there; they are about this change, and gone once read."""
        self.operator.all_is_saved()
        messages = self.operator.page.locator(".pesan > div")
        count = messages.count()
        for left in reversed(range(count)):
            assert change[0].startswith(_named(messages.first.inner_text()))
            messages.first.get_by_role("button", name="Mengerti").click()
            expect(messages).to_have_count(left)
        self.told[change] += count
        return count


def _named(words: str) -> str:
    """The usulan that a refusal is about."""
    return words.partition("“")[2].partition("”")[0]


@pytest.fixture
def typists(sit: Sit) -> tuple[Typist, Typist]:
    rng = random.Random(20270215)
    found = tuple(Typist(sit("camat.secanggang"), rng) for _ in range(2))
    for one in found:
        one.operator.open_table()
    return found[0], found[1]


def test_no_keystroke_is_lost_and_each_conflict_is_told(
    typists: tuple[Typist, Typist], database: Path, sample: Path, server: Server
) -> None:
    first, second = typists
    end = time.monotonic() + SECONDS
    rounds = 0
    while time.monotonic() < end:
        rounds += 1
        _each_on_rows_of_their_own(first, second)
        _both_on_one_cell(first, second)
    _both_see_what_is_stored(first, second)
    server.stop()
    told = first.told + second.told
    assert _in_trail(database, sample) == first.typed + second.typed - told
    assert rounds > 3
    assert told.total() > rounds / 2


def _each_on_rows_of_their_own(first: Typist, second: Typist) -> None:
    """As fast as the keys go, without looking; no cell twice in a round, so that nothing typed is typed over unseen."""
    cells = random.Random(first.typed.total()).sample(range(ROWS // 2 * KRITERIA), 12)
    for n, place in enumerate(cells):
        row, k = divmod(place, KRITERIA)
        who, odd = ((first, 0), (second, 1))[n % 2]
        who.type(2 * row + odd, k)
    for who in (first, second):
        who.operator.all_is_saved()
        assert who.operator.page.locator(".pesan > div").count() == 0


def _both_on_one_cell(first: Typist, second: Typist) -> None:
    """Within a moment: the slower is told, or had already seen what the faster has typed."""
    place = first.rng.randrange(ROWS * KRITERIA)
    row, k = divmod(place, KRITERIA)
    _wait_until_both_see_the_same(first, second)
    changes = [first.type(row, k), second.type(row, k)]
    refused = [who.reads(change) for who, change in zip((first, second), changes, strict=True)]
    saw_it = changes[1][2] == changes[0][3]
    same = changes[0][3] == changes[1][3]
    assert sum(refused) == (0 if saw_it or same else 1), (changes, refused)
    if same:  # nothing was left to write for the slower
        second.typed[changes[1]] -= 1


def _both_see_what_is_stored(first: Typist, second: Typist) -> None:
    levels = _wait_until_both_see_the_same(first, second)
    first.operator.open_table()
    assert _levels(first) == levels


def _wait_until_both_see_the_same(first: Typist, second: Typist) -> list[str]:
    """What the other has typed comes within two seconds, on a burdened machine a little later."""
    end = time.monotonic() + 15
    while (seen := [_levels(who) for who in (first, second)])[0] != seen[1]:
        assert time.monotonic() < end, [pair for pair in zip(*seen, strict=True) if pair[0] != pair[1]]
        first.operator.page.wait_for_timeout(50)
    return seen[0]


def _levels(who: Typist) -> list[str]:
    return who.operator.page.locator(".papan .r .t").all_text_contents()


def _in_trail(database: Path, sample: Path) -> Counter[Change]:
    """Every change of a level that the meeting's trail has more than that of the untouched sample."""
    store, untouched = open_store(str(database)), open_store(str(sample))
    rapat = meetings.find_by_place(store, SECANGGANG, 2027)
    assert rapat
    names = {f"skor {u.kode}": f"{u.isi.nama}{u.nama_desa}" for u in usulan.in_meeting(store, rapat.id)}
    before = len(trail.of_chain(untouched, str(rapat.id)))
    rows = [row for row in trail.of_chain(store, str(rapat.id))[before:] if row.objek in names]
    store.close()
    untouched.close()
    return Counter(change for row in rows for change in _changes(names[row.objek], row))


def _changes(name: str, row: BarisJejak) -> list[Change]:
    before, after = (json.loads(text)["tingkat"] for text in (row.sebelum, row.sesudah))
    pairs = enumerate(zip(before, after, strict=True))
    return [(name, k, str(was or ""), str(now or "")) for k, (was, now) in pairs if was != now]
