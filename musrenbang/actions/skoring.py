"""Scoring: L17, L23, L24, and the order the meeting sets inside a tie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from musrenbang import fields, guards
from musrenbang.access import Tindakan
from musrenbang.actions.deciding import chosen
from musrenbang.actions.door import Visit, clean, in_meeting, refuse_changed
from musrenbang.errors import Issue, refuse
from musrenbang.model import Bobot, Orang, Tingkat, UsulanMasuk
from musrenbang.store import meetings, scores
from musrenbang.store import usulan as table
from musrenbang.store.engine import Store


@dataclass(frozen=True, slots=True)
class Isian:
    """The eight levels of one usulan as a person wants them, and the `versi_skor` that was on the screen."""

    versi: int
    tingkat: Tingkat


# of one usulan: the place of a kriteria (0 to 7) -> the level that the person saw there, and the one typed
Ketikan = Mapping[int, tuple[int | None, int | None]]


def hitung(store: Store, who: Orang, rapat: UUID, now: datetime) -> int:
    """Opens for scoring every usulan whose prioritas and OPD are chosen (L23). Returns how many were opened now."""

    def work(visit: Visit) -> int:
        refuse(*guards.count_scores(visit.facts()))
        opened = scores.open_ready(visit.tx, rapat, who.nama_pengguna, now)
        meetings.stamp_scoring(visit.tx, rapat, now)
        visit.log("rapat", sesudah={"dihitung": now, "dibuka_untuk_skoring": opened})
        return opened

    return in_meeting(store, who, Tindakan.HITUNG, rapat, now, work)


def simpan_skor(store: Store, who: Orang, rapat: UUID, isian: Mapping[UUID, Isian], now: datetime) -> dict[UUID, int]:
    """Saves the levels of one or several usulan, all or none (L24). Returns each new `versi_skor`.

    Raises ChangedMeanwhile when somebody else was faster on any of them.
    """

    def work(visit: Visit) -> dict[UUID, int]:
        before = visit.usulan(isian)
        refuse(*([] if isian and len(before) == len(isian) else [Issue("tidak_ditemukan")]))
        bobot = visit.bobot()
        refuse(*(i for id_, u in before.items() for i in guards.levels(u, isian[id_].tingkat, bobot)))
        _save(visit, before, isian, bobot)
        return {id_: isi.versi + 1 for id_, isi in isian.items()}

    return in_meeting(store, who, Tindakan.SKOR, rapat, now, work)


def ketik_skor(
    store: Store, who: Orang, rapat: UUID, ketikan: Mapping[UUID, Ketikan], now: datetime
) -> dict[UUID, Isian]:
    """Saves single levels of one or several usulan as they were typed, all or none (L24). Returns what they are now.

    Other levels of the same usulan may have been given meanwhile, and stay. Raises ChangedMeanwhile when somebody else
    was faster on any of these very levels.
    """

    def work(visit: Visit) -> dict[UUID, Isian]:
        before = visit.usulan(ketikan)
        refuse(*([] if ketikan and len(before) == len(ketikan) else [Issue("tidak_ditemukan")]))
        bobot = visit.bobot()
        refuse_changed([_stale(visit, u, bobot) for id_, u in before.items() if _overtaken(u, ketikan[id_])])
        isian = {id_: Isian(u.versi_skor or 0, _typed_over(u, ketikan[id_])) for id_, u in before.items()}
        refuse(*(i for id_, u in before.items() for i in guards.levels(u, isian[id_].tingkat, bobot)))
        new = {id_: isi for id_, isi in isian.items() if isi.tingkat != before[id_].tingkat}
        if new:
            _save(visit, {id_: before[id_] for id_ in new}, new, bobot)
        return {id_: replace(isi, versi=isi.versi + (id_ in new)) for id_, isi in isian.items()}

    return in_meeting(store, who, Tindakan.SKOR, rapat, now, work)


def _overtaken(u: UsulanMasuk, ketikan: Ketikan) -> bool:
    """One of the typed levels is no longer what the person saw, nor what the person wants."""
    stored = dict(enumerate(u.tingkat or ()))
    return any(stored[place] not in seen_and_wanted for place, seen_and_wanted in ketikan.items() if place in stored)


def _typed_over(u: UsulanMasuk, ketikan: Ketikan) -> Tingkat:
    """With a place too many, for the guards to refuse, when one was typed that no kriteria has."""
    levels = dict(enumerate(u.tingkat or ())) | {place: wanted for place, (_, wanted) in ketikan.items()}
    return tuple(levels[place] for place in sorted(levels))


def _save(visit: Visit, before: Mapping[UUID, UsulanMasuk], isian: Mapping[UUID, Isian], bobot: Bobot) -> None:
    levels = {id_: isi.tingkat for id_, isi in isian.items()}
    seen = {id_: isi.versi for id_, isi in isian.items()}
    saved = scores.save(visit.tx, levels, seen, visit.who.nama_pengguna, visit.now)
    refuse_changed([_stale(visit, u, bobot) for id_, u in before.items() if id_ not in saved])
    for id_, u in before.items():
        visit.log(_skor(u), {"tingkat": u.tingkat}, {"tingkat": levels[id_]})
    if visit.ordered():
        _end_orders(visit, [id_ for id_, u in before.items() if u.tingkat != tuple(levels[id_])])
    else:
        visit.keep_on({id_: (isi.versi + 1, tuple(isi.tingkat)) for id_, isi in isian.items()}, bobot)


def _end_orders(visit: Visit, rescored: Sequence[UUID]) -> None:
    """An order was set for the scores that the meeting saw: with another score of one member it is over for all."""
    over = scores.end_tie_orders(visit.tx, rescored)
    for u in table.some_in_meeting(visit.tx, visit.rapat.id, over).values() if over else ():
        visit.log(_urutan(u))


def _stale(visit: Visit, u: UsulanMasuk, bobot: Bobot) -> Issue:
    """Whoever orders a tie changes the version of its scores too, so both are looked at."""
    return visit.changed([_skor(u), _urutan(u)], f"Skor “{u.isi.nama}”", _in_words(u, bobot))


def _skor(u: UsulanMasuk) -> str:
    """In the trail a score is a thing of its own: its last writer is not the one who last decided on the usulan."""
    return f"skor {u.kode}"


def _urutan(u: UsulanMasuk) -> str:
    return f"urutan seri {u.kode}"


def _in_words(u: UsulanMasuk, bobot: Bobot) -> str:
    levels = [f"{k.singkat} {t or '–'}" for k, t in zip(bobot.kriteria, u.tingkat or (), strict=True)]
    return ", ".join(levels if u.peringkat is None else [*levels, f"peringkat {u.peringkat}"])


def urutkan_seri(store: Store, who: Orang, rapat: UUID, urutan: Mapping[UUID, int], alasan: str, now: datetime) -> None:
    """Sets the meeting's own order inside one whole tie, with its reason.

    `urutan` names the usulan from first to last, each with the `versi_skor` that was on the screen. Raises
    ChangedMeanwhile when one of them has been scored or ordered since.
    """
    alasan = clean(alasan)

    def work(visit: Visit) -> None:
        everyone = {u.id: u for u in table.in_meeting(visit.tx, rapat)}
        usulan = chosen(everyone, urutan)
        refuse_changed([_stale(visit, u, visit.bobot()) for u in usulan if u.versi_skor not in (None, urutan[u.id])])
        refuse(*fields.reason(alasan), *guards.tie_order(usulan, list(everyone.values())))
        scores.set_tie_order(visit.tx, rapat, list(urutan), alasan)
        for place, u in enumerate(usulan, 1):
            visit.log(_urutan(u), sesudah={"urutan_seri": place, "alasan": alasan})

    in_meeting(store, who, Tindakan.URUTKAN_SERI, rapat, now, work)
