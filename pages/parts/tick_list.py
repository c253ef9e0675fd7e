"""A list of usulan whose rows can be ticked. What is ticked survives paging, filters and moving between screens."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

import streamlit as st

from musrenbang.model import UsulanMasuk


@dataclass(frozen=True, slots=True)
class Column:
    """`lebar` is a CSS grid track; `cell` makes ready HTML; `angka` stands at the right."""

    judul: str
    lebar: str
    cell: Callable[[UsulanMasuk], str]
    angka: bool = False


def ticked(daftar: str) -> set[UUID]:
    """The usulan ticked in one list, also those that are not on the screen now."""
    found: set[UUID] = st.session_state.setdefault(f"centang_{daftar}", set())
    return found


def tick(daftar: str, ids: Iterable[UUID]) -> None:
    ticked(daftar).update(ids)
    _draw_anew(daftar)


def untick_all(daftar: str) -> None:
    ticked(daftar).clear()
    _draw_anew(daftar)


def _draw_anew(daftar: str) -> None:
    """With other boxes: a press that the browser has sent before it drew these brings back no tick of those."""
    st.session_state[f"centang_{daftar}_kali"] = uuid4().hex


def shortcuts(daftar: str, rows: Sequence[UsulanMasuk]) -> dict[str, tuple[str, str]]:
    """From anywhere to the first row; from there the arrows go on."""
    to = row_key(daftar, rows[0].id) if rows else ""
    return {"Alt+J": (to, "ke daftar, lalu ↑ ↓ dan Spasi")}


def row_key(daftar: str, id_: UUID) -> str:
    """Of the checkbox of one row, until ticks are changed by anything but a press on it."""
    return f"centang_{daftar}_{st.session_state.get(f'centang_{daftar}_kali')}_{id_}"


def tick_list(daftar: str, rows: Sequence[UsulanMasuk], columns: Sequence[Column], *, can_tick: bool) -> None:
    """Draws head and rows; without `can_tick` the rows are only read."""
    with st.container(key="daftar" if can_tick else "daftar_baca", gap=None):
        if not can_tick:
            st.html(_head(columns) + "".join(_row(u, columns) for u in rows))
            return
        st.html(_head(columns))
        for u in rows:
            _tickable_row(daftar, u, columns)


def _tickable_row(daftar: str, u: UsulanMasuk, columns: Sequence[Column]) -> None:
    key = row_key(daftar, u.id)
    st.session_state[key] = u.id in ticked(daftar)
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        label = f"Pilih usulan nomor {u.urutan}, {u.nama_desa}"
        st.checkbox(label, key=key, label_visibility="collapsed", on_change=_toggle, args=(daftar, u.id, key))
        st.html(_row(u, columns))


def _toggle(daftar: str, id_: UUID, key: str) -> None:
    """A box that other ones have taken the place of says nothing any more."""
    if key != row_key(daftar, id_):
        return
    if st.session_state[key]:
        ticked(daftar).add(id_)
    else:
        ticked(daftar).discard(id_)


def _head(columns: Sequence[Column]) -> str:
    return _grid("baris kepala", columns, (c.judul for c in columns))


def _row(u: UsulanMasuk, columns: Sequence[Column]) -> str:
    return _grid("baris", columns, (c.cell(u) for c in columns))


def _grid(look: str, columns: Sequence[Column], cells: Iterable[str]) -> str:
    tracks = " ".join(c.lebar for c in columns)
    divs = "".join(
        f'<div class="n">{cell}</div>' if c.angka else f"<div>{cell}</div>"
        for c, cell in zip(columns, cells, strict=True)
    )
    return f'<div class="{look}" style="--kolom:{tracks}">{divs}</div>'
