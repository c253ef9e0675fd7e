"""What has been read of a meeting and holds as long as it has not moved: a second screen costs one small question.

The key is the head of the meeting's chain, which every write to it moves, and which is asked of the database each time:
so it is right too when several processes write to one PostgreSQL.
"""

from collections.abc import Callable
from uuid import UUID

from musrenbang.model import Bobot, Fakta, Rapat, UsulanMasuk
from musrenbang.store import meetings, reference, trail, usulan
from musrenbang.store.engine import Rows, T
from musrenbang.store.hall import Hall

BEKU = "beku"  # in place of a head: what never changes again


def rapat(hall: Hall, tx: Rows, id_: UUID) -> Rapat | None:
    """This and the others: `tx` is a transaction or a snapshot, so head and content are of one moment."""
    return unmoved(hall, tx, id_, "rapat", lambda: meetings.find(tx, id_))


def fakta(hall: Hall, tx: Rows, found: Rapat) -> Fakta:
    return unmoved(hall, tx, found.id, "fakta", lambda: meetings.facts(tx, found))


def in_meeting(hall: Hall, tx: Rows, id_: UUID) -> list[UsulanMasuk]:
    return list(unmoved(hall, tx, id_, "usulan", lambda: tuple(usulan.in_meeting(tx, id_))))


def bobot(hall: Hall, tx: Rows, found: Rapat) -> Bobot | None:
    """The kriteria of a meeting; Mulai has frozen them, so from then on they are read once."""
    if found.dimulai is None:
        return reference.bobot_of_meeting(tx, found.id)
    kept: Bobot | None = hall.kept(str(found.id), "bobot", BEKU)
    if kept is None:
        kept = reference.bobot_of_meeting(tx, found.id)
        hall.keep(str(found.id), "bobot", BEKU, kept)
    return kept


def unmoved(hall: Hall, tx: Rows, id_: UUID, what: str, read: Callable[[], T]) -> T:
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
