"""What the projectors of a meeting are shown: read and drawn once for all of them, however many look on."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from anyio import CapacityLimiter, to_thread

from musrenbang.actions import proyektor
from musrenbang.actions.proyektor import Keadaan
from musrenbang.model import Rapat
from musrenbang.store.current import current
from musrenbang.store.hall import Bahasan, Tampilan
from pages.web import proyektor_isi, sessions

_at_once = CapacityLimiter(2)
_turn: defaultdict[UUID, asyncio.Lock] = defaultdict(asyncio.Lock)


@dataclass(frozen=True, slots=True)
class _Drawn:
    versi: int
    keadaan: Keadaan
    view: tuple[Bahasan | None, Tampilan]
    shown: dict[str, str]


_last: dict[UUID, _Drawn] = {}


async def shown(rapat: Rapat) -> dict[str, str]:
    """The words of the strip and the HTML below it, as they are now."""
    async with _turn[rapat.id]:
        return await to_thread.run_sync(_shown, rapat, limiter=_at_once)


def _shown(rapat: Rapat) -> dict[str, str]:
    """The version is asked before the reading, so whatever comes between is read again. What is discussed may change
    without anything being read."""
    hall, key, last = current().hall, str(rapat.id), _last.get(rapat.id)
    versi, view = hall.version(key), (hall.bahasan(key), hall.tampilan(key))
    if last and (last.versi, last.view) == (versi, view):
        return last.shown
    if last and last.versi == versi:
        keadaan = last.keadaan
    else:
        keadaan = proyektor.keadaan_layar(current(), rapat.id, sessions.now())
    drawn = _Drawn(versi, keadaan, view, proyektor_isi.draw(keadaan, *view))
    _last[rapat.id] = drawn
    return drawn.shown
