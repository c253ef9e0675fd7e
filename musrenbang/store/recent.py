"""What has been read of a meeting and holds as long as it has not moved: a second screen costs one small question.

The key is the head of the meeting's chain, which every write to it moves, and which is asked of the database each time:
so it is right too when several processes write to one PostgreSQL.
"""

from collections.abc import Callable
from uuid import UUID

from musrenbang.model import Fakta, Rapat, UsulanMasuk
from musrenbang.store import meetings, trail, usulan
from musrenbang.store.engine import Rows, T
from musrenbang.store.hall import Hall


def rapat(hall: Hall, tx: Rows, id_: UUID) -> Rapat | None:
    """This and the others: `tx` is a transaction or a snapshot, so head and content are of one moment."""
    return _unmoved(hall, tx, id_, "rapat", lambda: meetings.find(tx, id_))


def fakta(hall: Hall, tx: Rows, found: Rapat) -> Fakta:
    return _unmoved(hall, tx, found.id, "fakta", lambda: meetings.facts(tx, found))


def in_meeting(hall: Hall, tx: Rows, id_: UUID) -> list[UsulanMasuk]:
    return list(_unmoved(hall, tx, id_, "usulan", lambda: tuple(usulan.in_meeting(tx, id_))))


def _unmoved(hall: Hall, tx: Rows, id_: UUID, what: str, read: Callable[[], T]) -> T:
    """A chain that has not begun may mean anything, so nothing is kept under it."""
    rantai = str(id_)
    head = trail.head(tx, rantai)
    kept: T | None = hall.kept(rantai, what, head)
    if kept is not None:
        return kept
    value = read()
    if head != trail.START:
        hall.keep(rantai, what, head, value)
    return value
