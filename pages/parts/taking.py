"""What can be taken away from a screen: one button, and behind it the papers with their sheets and forms."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import streamlit as st

from pages.parts.meeting import Meeting


class Taken(NamedTuple):
    """One paper or list: what it is called here, its address, which usulan it holds, and the forms it is given in."""

    label: str
    kertas: str
    desa: str | None = None
    asal: str | None = None
    opd: str | None = None
    pdf: bool = True
    arsip: bool = False
    sheet: bool = False
    json: bool = False


def taking(m: Meeting, papers: Sequence[Taken]) -> None:
    """A button Unduh that opens the choices: PDF on F4 or A4, the archive copy, XLSX and CSV."""
    with st.popover("Unduh", icon=":material/download:", width="content"):
        st.html(f'<div class="unduhan">{"".join(_row(m, paper) for paper in papers)}</div>')


def per_opd(m: Meeting, kertas: str) -> list[Taken]:
    """The lists of all OPD together, and that of each OPD that has been given usulan."""
    given = {u.opd for u in m.usulan if u.utama}
    each = (Taken(opd.nama, kertas, opd=kode) for kode, opd in m.rujukan.opd.items() if kode in given)
    return [Taken("Semua OPD", kertas, sheet=True), *each]


def _row(m: Meeting, paper: Taken) -> str:
    links = "".join(
        f'<a href="{escape(address)}" download aria-label="{escape(f"{paper.label}, {form}")}">{form}</a>'
        for form, address in _forms(m, paper)
    )
    return f"<b>{escape(paper.label)}</b><span>{links}</span>"


def _forms(m: Meeting, paper: Taken) -> list[tuple[str, str]]:
    chosen = {"desa": paper.desa, "asal": paper.asal, "opd": paper.opd}
    forms = (
        (paper.pdf, "PDF F4", m.paper(paper.kertas, **chosen)),
        (paper.pdf, "PDF A4", m.paper(paper.kertas, kertas="A4", **chosen)),
        (paper.arsip, "PDF arsip", m.paper(paper.kertas, arsip="1", **chosen)),
        (paper.sheet, "XLSX", m.paper(paper.kertas, "xlsx", **chosen)),
        (paper.sheet, "CSV", m.paper(paper.kertas, "csv", **chosen)),
        (paper.json, "JSON", m.paper(paper.kertas, "json", **chosen)),
    )
    return [(form, address) for given, form, address in forms if given]
