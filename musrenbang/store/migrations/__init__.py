"""Numbered SQL files, each applied once in a transaction of its own, never edited after landing."""

import re
from functools import partial
from pathlib import Path

from musrenbang.store.engine import Rows, Store

FOLDER = Path(__file__).parent
LOCK = 20270215  # any fixed number: several servers starting at once take turns


def apply(store: Store) -> None:
    store.transaction(partial(_prepare, engine=store.name))
    for file in sorted(FOLDER.glob("[0-9]*.sql")):
        store.transaction(partial(_apply_one, file=file, engine=store.name))


def newest() -> int:
    """The number of the last migration that this application has."""
    return max(int(file.name.split("_")[0]) for file in FOLDER.glob("[0-9]*.sql"))


def statements(text: str) -> list[str]:
    without_comments = re.sub(r"--[^\n]*", "", text)
    return [part.strip() for part in without_comments.split(";") if part.strip()]


def _prepare(tx: Rows, engine: str) -> None:
    _wait_for_others(tx, engine)
    tx.rows("create table if not exists skema (nomor integer not null primary key, berkas varchar not null)")


def _apply_one(tx: Rows, file: Path, engine: str) -> None:
    _wait_for_others(tx, engine)
    number = int(file.name.split("_")[0])
    if tx.rows("select 1 from skema where nomor = $1", number):
        return
    for statement in statements(file.read_text(encoding="utf-8")):
        tx.rows(statement)
    tx.rows("insert into skema (nomor, berkas) values ($1, $2)", number, file.name)


def _wait_for_others(tx: Rows, engine: str) -> None:
    if engine == "postgresql":
        tx.rows("select pg_advisory_xact_lock($1)", LOCK)
