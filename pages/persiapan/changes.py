"""What desa/kelurahan have done since Ambil, and the next press would fetch (L08). Pure."""

from collections.abc import Sequence
from html import escape

from musrenbang.formats import bulat
from musrenbang.model import PerubahanDesa
from pages.parts import chips

KATA = (("baru", "baru disetujui"), ("berubah", "diubah"), ("ditarik", "persetujuannya ditarik"))


def counted(rows: Sequence[PerubahanDesa]) -> str:
    """All together, in words: "2 usulan baru disetujui, 1 diubah"."""
    sums = [(sum(len(getattr(p, kind)) for p in rows), kata) for kind, kata in KATA]
    first, *others = [f"{bulat(n)} usulan {kata}" if not at else f"{bulat(n)} {kata}" for at, (n, kata) in _some(sums)]
    return ", ".join([first, *others])


def _some(sums: Sequence[tuple[int, str]]) -> list[tuple[int, tuple[int, str]]]:
    return list(enumerate((n, kata) for n, kata in sums if n))


def details(rows: Sequence[PerubahanDesa]) -> str:
    """One line a desa/kelurahan, which opens to the names of the usulan. HTML."""
    told = chips.chip("w", "pending", f"Sejak diambil: {counted(rows)}. Tekan Ambil untuk memuatnya.")
    return f'<div class="perubahan">{told}{"".join(map(_of_desa, rows))}</div>'


def _of_desa(p: PerubahanDesa) -> str:
    parts = [(kata, getattr(p, kind)) for kind, kata in KATA if getattr(p, kind)]
    summary = ", ".join(f"{bulat(len(names))} {kata}" for kata, names in parts)
    items = "".join(f"<li>{escape(nama)} <small>{escape(kata)}</small></li>" for kata, names in parts for nama in names)
    place = escape(f"{p.desa.jenis} {p.desa.nama}")
    return f"<details><summary><b>{place}</b>: {escape(summary)}</summary><ul>{items}</ul></details>"
