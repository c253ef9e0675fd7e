"""What has been read of a meeting and holds as long as it has not moved: a second screen costs one small question.

The key is the head of the meeting's chain, which every write to it moves. Where several processes write to one
PostgreSQL it is asked of the database once a second at most, and again as soon as another tells that the meeting moved.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from musrenbang.model import Bobot, Fakta, Rapat, Rujukan, Tingkat, UsulanMasuk
from musrenbang.store import meetings, reference, scores, trail, usulan
from musrenbang.store.engine import Rows, Store, T
from musrenbang.store.hall import SEMUA, Hall

Saved = Mapping[UUID, tuple[int, Tingkat]]  # usulan -> its new versi_skor and levels
OF_NO_SCORE = ("rapat", "rujukan", "berurutan", "saat diverifikasi")
BANYAK = 32  # questions about all chains whose answers are kept at once


@dataclass(frozen=True)
class Moment:
    """A meeting within one snapshot `tx`: its head, which is asked for once, and its content belong together."""

    hall: Hall
    tx: Rows
    id_: UUID

    @cached_property
    def head(self) -> str:
        return trail.head(self.tx, str(self.id_))

    def rapat(self) -> Rapat | None:
        return self.unmoved("rapat", lambda: meetings.find(self.tx, self.id_))

    def fakta(self, found: Rapat) -> Fakta:
        return self.unmoved("fakta", lambda: meetings.facts(self.tx, found))

    def rujukan(self, found: Rapat) -> Rujukan:
        """Whoever changes reference data moves the meetings that it reaches."""
        return self.unmoved("rujukan", lambda: reference.of_meeting(self.tx, found))

    def usulan(self) -> list[UsulanMasuk]:
        return list(self.unmoved("usulan", lambda: tuple(usulan.in_meeting(self.tx, self.id_))))

    def unmoved(self, what: str, read: Callable[[], T]) -> T:
        return at_head(self.hall, self.id_, self.head, what, read)


def of_kecamatan(store: Store, kecamatan: str, tahun: int | None) -> UUID | None:
    """The meeting of a kecamatan in one year; None: the current one. A new meeting and another current year move it."""
    hall = store.hall
    since, what = str(hall.version(kecamatan)), f"rapat {tahun or 'tahun berjalan'}"
    kept: UUID | None = hall.kept(kecamatan, what, since) if hall.alone else None
    if kept is None and (kept := meetings.of_kecamatan(store, kecamatan, tahun)) and hall.alone:
        hall.keep(kecamatan, what, since, kept)
    return kept


def head(store: Store, id_: UUID) -> str:
    """Of the meeting's chain, to look up what is kept of it."""
    rantai, hall = str(id_), store.hall
    version, known = hall.version(rantai), hall.head(rantai)
    if known:
        return known
    read = trail.head(store, rantai)
    hall.learn(rantai, read, version)
    return read


def now(store: Store, id_: UUID) -> Rapat | None:
    """The meeting as it is."""
    kept: Rapat | None = store.hall.kept(str(id_), "rapat", store.hall.head(str(id_)))
    return kept or store.snapshot(lambda tx: Moment(store.hall, tx, id_).rapat())


def sent_to_opd(hall: Hall, tx: Rows, opd: str, tahun: int) -> list[UsulanMasuk]:
    """What sent meetings have given to one OPD, by kecamatan and rank (L35)."""
    meetings = [usulan.by_rank(Moment(hall, tx, rapat).usulan()) for rapat in usulan.givers(tx, opd, tahun)]
    return [u for rows in meetings for u in rows if u.opd == opd and u.utama]


def bobot(hall: Hall, tx: Rows, found: Rapat) -> Bobot | None:
    """The kriteria of a meeting; Mulai has frozen them, so from then on they are read once."""
    if found.dimulai is None:
        return reference.bobot_of_meeting(tx, found.id)
    since = f"dimulai {found.dimulai}"  # in place of a head: what never changes again
    kept: Bobot | None = hall.kept(str(found.id), "bobot", since)
    if kept is None:
        kept = reference.bobot_of_meeting(tx, found.id)
        hall.keep(str(found.id), "bobot", since, kept)
    return kept


def asked(store: Store, id_: UUID, what: str, read: Callable[[Rows], T]) -> T:
    """The answer to one question about a meeting; while that is known not to have moved, the database is not asked."""
    kept: T | None = store.hall.kept(str(id_), what, store.hall.head(str(id_)))
    if kept is not None:
        return kept
    return store.snapshot(lambda tx: Moment(store.hall, tx, id_).unmoved(what, lambda: read(tx)))


def at_head(hall: Hall, id_: UUID, head: str, what: str, read: Callable[[], T]) -> T:
    """A chain that has not begun may mean anything, so nothing is kept under it."""
    rantai = str(id_)
    kept: T | None = hall.kept(rantai, what, head)
    if kept is not None:
        return kept
    value = read()
    if head != trail.START:
        hall.keep(rantai, what, head, value)
    return value


def of_all(store: Store, question: Hashable, read: Callable[[Rows], T]) -> T:
    """What holds until anything at all is written: figures over many meetings, and the names they mention."""
    hall = store.hall
    since = str(hall.version(SEMUA) if hall.alone else trail.length(store))  # what is read afterwards is no older
    kept: Mapping[Hashable, T] = hall.kept(SEMUA, "", since) or {}
    if question in kept:
        return kept[question]
    value = store.snapshot(read)
    hall.keep(SEMUA, "", since, {**(kept if len(kept) < BANYAK else {}), question: value})
    return value


def some_at(hall: Hall, tx: Rows, id_: UUID, head: str, ids: Collection[UUID]) -> dict[UUID, UsulanMasuk]:
    """The named usulan of a meeting whose chain is held at this head."""
    kept: tuple[UsulanMasuk, ...] | None = hall.kept(str(id_), "usulan", head)
    if kept is None:
        return usulan.some_in_meeting(tx, id_, list(ids))
    return {u.id: u for u in kept if u.id in ids}


def ordered_at(hall: Hall, tx: Rows, id_: UUID, head: str) -> bool:
    """Whether the meeting has set any order inside a tie."""
    return at_head(hall, id_, head, "berurutan", lambda: scores.ordered(tx, id_))


def keep_on(hall: Hall, id_: UUID, before: str, after: str, saved: Saved, bobot: Bobot) -> None:
    """Scores were saved in a meeting without orders inside ties: its chain moves from one head to another, and nothing
    but scores, places, the count of complete ones and the moments at which they were complete with it. So what was kept
    is kept on, not read again."""
    rantai = str(id_)
    for what in OF_NO_SCORE:
        _keep_known(hall, rantai, what, after, hall.kept(rantai, what, before))
    rows: Sequence[UsulanMasuk] | None = hall.kept(rantai, "usulan", before)
    if rows is not None:
        places = {at: saved[u.id] for at, u in enumerate(rows) if u.id in saved}
        now = usulan.rescored(rows, places, [k.bobot for k in bobot.kriteria])
        _keep_known(hall, rantai, "usulan", after, now)
        _keep_known(hall, rantai, "fakta", after, _counted(hall.kept(rantai, "fakta", before), now))
        if not any(rows[at].poin is None and None not in tingkat for at, (_, tingkat) in places.items()):
            _keep_known(hall, rantai, "saat diskor", after, hall.kept(rantai, "saat diskor", before))


def _keep_known(hall: Hall, rantai: str, what: str, head: str, value: object) -> None:
    if value is not None:
        hall.keep(rantai, what, head, value)


def _counted(fakta: Fakta | None, rows: Sequence[UsulanMasuk]) -> Fakta | None:
    complete = sum(u.poin is not None for u in rows)
    return fakta and replace(fakta, kemajuan=replace(fakta.kemajuan, skor_lengkap=complete))
