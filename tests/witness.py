"""What the tests look at: everything that is stored, what the trail says, who was refused and who was told."""

import hashlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from uuid import UUID

import pytest

from musrenbang import words
from musrenbang.errors import ChangedMeanwhile, Refused
from musrenbang.model import BarisJejak, Orang
from musrenbang.store import trail
from musrenbang.store.engine import Row, Rows, Store
from tests.cast import CAMAT, NOW, RAPAT, SEKCAM

Content = dict[str, list[Row]]
Outcome = object
BERDUA = (CAMAT, SEKCAM)


_tables: dict[str, list[str]] = {}


def tables(store: Store) -> list[str]:
    """All but the list of migrations; asked once an engine, as asking takes as long as reading them all."""
    if store.name not in _tables:
        found = store.rows(
            "select table_name from information_schema.tables where table_schema in ('main', 'public') "
            "and table_type = 'BASE TABLE' and table_name <> 'skema' order by table_name"
        )
        _tables[store.name] = [name for (name,) in found]
    return _tables[store.name]


def columns(rows: Rows, table: str) -> str:
    found = rows.rows(
        "select column_name from information_schema.columns where table_schema in ('main', 'public') "
        "and table_name = $1 order by ordinal_position",
        table,
    )
    return ", ".join(name for (name,) in found)


def content(store: Store) -> Content:
    """Every row of every table."""
    return {name: store.rows(f"select * from {name}") for name in tables(store)}


def dump(store: Store) -> dict[str, list[str]]:
    """The same, to be compared."""
    return {name: sorted(map(repr, rows)) for name, rows in content(store).items()}


@contextmanager
def refused(store: Store, *keys: str) -> Iterator[None]:
    """The block is refused for exactly these reasons, each a readable sentence, and writes nothing at all."""
    before = dump(store)
    with pytest.raises(Refused) as caught:
        yield
    assert tuple(issue.key for issue in caught.value.issues) == keys
    for issue in caught.value.issues:
        text = words.sentence(issue)
        assert text.endswith((".", "!")), text
        assert "{" not in text
    assert dump(store) == before


def rows_of(store: Store, rantai: UUID | str = RAPAT) -> list[BarisJejak]:
    return trail.of_chain(store, str(rantai))


def logged(store: Store, act: Callable[[], object], rantai: UUID | str = RAPAT) -> list[BarisJejak]:
    """The rows that `act` adds to the trail; what was there stays as it was, and the chain holds."""
    before = rows_of(store, rantai)
    act()
    after = rows_of(store, rantai)
    assert after[: len(before)] == before
    assert_chain(after)
    return after[len(before) :]


def assert_row(row: BarisJejak, oleh: str, tindakan: str, objek: str, waktu: datetime = NOW) -> None:
    assert (row.oleh, row.tindakan, row.objek, row.waktu) == (oleh, tindakan, objek, waktu)


def assert_chain(rows: Sequence[BarisJejak]) -> None:
    """Counted here from the specification: SHA-256 over the row as canonical JSON and the hash before it."""
    before = "0" * 64
    for place, row in enumerate(rows, 1):
        assert row.nomor == place
        assert row.hash_sebelumnya == before
        time = row.waktu.isoformat(timespec="microseconds")
        body = [row.rantai, row.nomor, time, row.oleh, row.tindakan, row.objek, row.sebelum, row.sesudah, before]
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        assert hashlib.sha256(text.encode()).hexdigest() == row.hash
        before = row.hash


def race(*acts: Callable[[], object]) -> list[Outcome]:
    """Run all at once, from one barrier. Each outcome is what was returned, or the exception."""
    gate = threading.Barrier(len(acts))
    outcomes: list[Outcome] = [None] * len(acts)

    def run(place: int) -> None:
        gate.wait()
        try:
            outcomes[place] = acts[place]()
        except Exception as fault:
            outcomes[place] = fault

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
        assert not thread.is_alive()
    return outcomes


def refusals(outcomes: Sequence[Outcome]) -> list[str]:
    """The reasons of all that were refused. Anything else that was raised is a failure."""
    for outcome in outcomes:
        assert isinstance(outcome, Refused) or not isinstance(outcome, Exception), repr(outcome)
    return [issue.key for outcome in outcomes if isinstance(outcome, Refused) for issue in outcome.issues]


def both(act: Callable[[Orang], object]) -> list[Outcome]:
    """Two people of the same kecamatan do the same thing at once: the camat and the sekcam."""
    return race(*(partial(act, who) for who in BERDUA))


def assert_one_is_told(outcomes: Sequence[Outcome], present: Callable[[Orang], str]) -> Orang:
    """One of both was faster. The other is told by whom and what stands there now. Returns the faster."""
    assert refusals(outcomes) == ["berubah"], outcomes
    slower = next(i for i, outcome in enumerate(outcomes) if isinstance(outcome, Refused))
    assert isinstance(outcomes[slower], ChangedMeanwhile)
    faster = BERDUA[1 - slower]
    assert_told(outcomes[slower], faster, present(faster))
    return faster


def assert_told(fault: object, faster: Orang, present: str) -> None:
    assert isinstance(fault, ChangedMeanwhile)
    issue = fault.issues[0]
    assert issue.facts["oleh"] == faster.nama_pengguna
    assert present in issue.facts["sekarang"]
    assert words.sentence(issue).count("09.00 WIB") == 1
