"""Parts of what a hall sees: sections, bars, the ranking. Sizes and places are the style's; the script moves the bars.

`data-kunci` names what stays the same thing from one message to the next, `data-bagian` how much of a bar is full.
"""

from collections.abc import Sequence
from html import escape
from uuid import UUID

from musrenbang.actions.proyektor import Keadaan, UsulanLayar
from musrenbang.formats import skor


def section(kelas: str, judul: str, content: str) -> str:
    """`content` is ready HTML."""
    return f'<section class="{kelas}"><h2>{escape(judul)}</h2>{content}</section>'


def facts(rows: Sequence[tuple[str, str]]) -> str:
    return f"<dl>{''.join(f'<dt>{escape(name)}</dt><dd>{escape(text)}</dd>' for name, text in rows)}</dl>"


def bar(share: float, key: str, kelas: str = "batang") -> str:
    return f'<i class="{kelas}" data-kunci="{escape(key)}" data-bagian="{share:.3f}"></i>'


def progress(words: str, share: float) -> str:
    """`words` are ready HTML."""
    return f'<div class="maju"><p>{words}</p><div class="pita">{bar(share, "maju", "isi")}</div></div>'


def row_of_bar(name: str, number: str, share: float, key: str) -> str:
    return (
        f'<li data-kunci="{key}">{bar(share, f"{key}-batang")}<span class="nama">{escape(name)}</span>'
        f"<b>{escape(number)}</b></li>"
    )


def ranked(k: Keadaan) -> list[UsulanLayar]:
    return sorted((u for u in k.usulan if u.peringkat), key=lambda u: (u.peringkat or 0, u.desa or "", u.nama))


def ranking(k: Keadaan, rows: Sequence[UsulanLayar], now: UUID | None) -> str:
    """Rows whose bars are as long as the score is of the highest there can be; `now` is being discussed."""
    most = sum(each.bobot * each.tingkat_maks for each in k.bobot.kriteria)
    return f'<ol class="peringkat">{"".join(_ranked(u, most, now, k.baru) for u in rows)}</ol>'


def _ranked(u: UsulanLayar, most: int, now: UUID | None, new: UUID | None) -> str:
    marked = ' class="ini" aria-current="true"' if u.id == now else ' class="baru"' if u.id == new else ""
    return (
        f'<li data-kunci="{u.id}"{marked}>{bar((u.poin or 0) / most, f"{u.id}-batang")}'
        f'<b class="urut">{u.peringkat}</b><div><span class="nama">{escape(u.nama)}</span>'
        f'<span class="desa">{escape(u.nama_desa)}{_tied(u)}</span></div><b class="skor">{skor(u.poin)}</b></li>'
    )


def _tied(u: UsulanLayar) -> str:
    return f" · seri {u.seri} usulan" if u.seri and u.seri > 1 else ""
