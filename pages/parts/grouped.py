"""A long list under headings with a count and a sum, in pages of whole groups."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from musrenbang.formats import rupiah
from musrenbang.model import UsulanMasuk
from pages.parts.paging import one_page, turn_pages

SEHALAMAN = 40  # rows


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs under one heading, in its order."""

    judul: str
    usulan: tuple[UsulanMasuk, ...]

    @property
    def biaya(self) -> int:
        return sum(u.isi.biaya for u in self.usulan)


def in_pages(groups: Sequence[Group], most: int = SEHALAMAN) -> list[list[Group]]:
    """Whole groups, at most `most` rows a page; a group larger than that has a page of its own."""
    pages: list[list[Group]] = []
    for group in groups:
        if pages and sum(len(g.usulan) for g in pages[-1]) + len(group.usulan) <= most:
            pages[-1].append(group)
        else:
            pages.append([group])
    return pages


def by_opd(usulan: Sequence[UsulanMasuk], names: dict[str, str]) -> list[Group]:
    """The usulan prioritas under the OPD that is to carry them out, by rank; the OPD with most comes first.

    `names` gives the name of an OPD by its kode.
    """
    members: dict[str, list[UsulanMasuk]] = {}
    for u in sorted((u for u in usulan if u.utama), key=lambda u: (u.peringkat is None, u.peringkat or 0, u.kode)):
        members.setdefault(names.get(u.opd or "", "OPD belum dipilih"), []).append(u)
    groups = [Group(name, tuple(own)) for name, own in members.items()]
    return sorted(groups, key=lambda g: (-len(g.usulan), g.judul))


def show_groups(daftar: str, groups: Sequence[Group], draw: Callable[[Sequence[UsulanMasuk]], str]) -> None:
    """`draw` makes the table of one group as HTML."""
    pages = in_pages(groups)
    turn_pages(daftar, len(pages), 1)
    for page in one_page(daftar, pages, 1):
        st.html("".join(_heading(group) + draw(group.usulan) for group in page))


def _heading(group: Group) -> str:
    return (
        f'<div class="ringkas kelompok"><h2>{escape(group.judul)}</h2>'
        f'<span class="kanan"><b>{len(group.usulan)}</b> usulan</span><b>{rupiah(group.biaya)}</b></div>'
    )
