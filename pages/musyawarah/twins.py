"""Which usulan to point out as look-alikes, and the words for it (L10)."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from uuid import UUID

from musrenbang.model import Keputusan, UsulanMasuk
from musrenbang.similar import Mirip, Pekerjaan, look_alikes

Twins = Mapping[UUID, Sequence[UsulanMasuk]]
SHOWN = 2
SETTLED = (Keputusan.DIGABUNG, Keputusan.TIDAK_SESUAI)


def twins(usulan: Sequence[UsulanMasuk]) -> Twins:
    """The look-alikes of each usulan, the most alike first; none for or with what is merged or refused already."""
    open_ = {u.id: u for u in usulan if u.keputusan not in SETTLED}
    found = _look_alikes(tuple(map(_work, usulan)))
    return {
        id_: others
        for id_ in open_.keys() & found.keys()
        if (others := [open_[o.id] for o in found[id_] if o.id in open_])
    }


def named(u: UsulanMasuk, seen_from: UsulanMasuk) -> str:
    """ "Hotmix jalan (Lau Damak nomor 3)"; without the desa when both are of the same."""
    place = "" if u.desa == seen_from.desa else f"{u.nama_desa} "
    return f"{u.isi.nama} ({place}nomor {u.urutan})"


def pointed_out(u: UsulanMasuk, found: Twins) -> str:
    """The line in the row of an usulan, as HTML; empty for most."""
    others = found.get(u.id, ())
    if not others:
        return ""
    more = f" dan {len(others) - SHOWN} lainnya" if len(others) > SHOWN else ""
    words = "; ".join(named(other, u) for other in others[:SHOWN])
    return f'<small class="mirip" data-i="content_copy">Mirip dengan: {escape(words + more)}</small>'


@lru_cache(maxsize=64)
def _look_alikes(works: tuple[Pekerjaan, ...]) -> dict[UUID, tuple[Mirip, ...]]:
    """Decisions change no words: it is worked out once for the usulan of a meeting, not once a press."""
    return look_alikes(works)


def _work(u: UsulanMasuk) -> Pekerjaan:
    return Pekerjaan(u.id, u.isi.nama, u.isi.lokasi, u.desa or "", u.nama_desa if u.desa else "")
