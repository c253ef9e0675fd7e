"""Photos of pages put together into one scan: chosen, put in order, turned, cut, and kept as a PDF (L33, L34)."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from uuid import UUID

import streamlit as st

from musrenbang.actions import berkas, dokumen
from musrenbang.errors import Issue, Refused
from musrenbang.model import Berkas, JenisBerkas, Orang
from musrenbang.store.engine import Store
from pages.parts import act
from pages.parts.meeting import Meeting
from reports.pindaian import Halaman, drawn, gabungan

OPEN, PAGES, CUT, SENT = "pindaian_jenis", "pindaian_halaman", "pindaian_potong", "pindaian_dikirim"
MOST = 30
SIDES = ("Kiri", "Atas", "Kanan", "Bawah")


def offer(m: Meeting, jenis: JenisBerkas) -> None:
    """The button that opens the table for photos of this paper's pages."""
    st.button(
        "Gabungkan foto halaman menjadi PDF", key=f"pindai_{jenis.name}", icon=":material/photo_camera:",
        on_click=_open, args=(jenis, m.rapat.dikirim),
    )  # fmt: skip


def show(m: Meeting, berlaku: Sequence[Berkas]) -> None:
    jenis: JenisBerkas | None = st.session_state.get(OPEN)
    if jenis is None or dokumen.may_come(m.rapat, jenis, berlaku):
        return None
    if outdated(jenis, st.session_state[SENT], m.rapat.dikirim):
        return _close()
    old = next((b.id for b in berlaku if b.jenis is jenis), None)
    pages: list[Halaman] = st.session_state[PAGES]
    with st.container(border=True, key="pindaian"):
        st.html(f"<h2>{dokumen.NAMA[jenis]} dari foto halaman</h2>")
        _choose(m)
        for start in range(0, len(pages), 3):
            for at, place in zip(range(start, min(start + 3, len(pages))), st.columns(3), strict=False):
                with place:
                    _page(at, pages)
        with st.container(horizontal=True):
            st.button(
                "Gabungkan menjadi PDF", key="gabungkan", type="primary", disabled=not pages,
                on_click=_join, args=(m, jenis, old),
            )  # fmt: skip
            st.button("Batal", key="pindaian_batal", on_click=_close)
    return None


def outdated(jenis: JenisBerkas, then: datetime | None, now: datetime | None) -> bool:
    """Whether the pages that were photographed are minutes of an earlier sending."""
    return jenis is JenisBerkas.BERITA_ACARA and then != now


def _choose(m: Meeting) -> None:
    turn = st.session_state.setdefault("pindaian_giliran", 0)
    key = f"pindaian_berkas_{turn}"
    st.file_uploader(
        f"Foto halaman (JPEG, PNG, atau WEBP; paling banyak {MOST} halaman)", type=["jpg", "jpeg", "png", "webp"],
        accept_multiple_files=True, key=key, on_change=_take, args=(m, key),
    )  # fmt: skip


def _take(m: Meeting, key: str) -> None:
    """Each photo is drawn anew and upright before it is shown. The field is then empty again."""
    chosen = st.session_state.get(key) or []
    contents = [file.getvalue() for file in chosen]

    def work(store: Store, who: Orang, _now: datetime) -> str:
        pages: list[Halaman] = st.session_state[PAGES]
        if len(pages) + len(contents) > MOST:
            raise Refused([Issue("terlalu_banyak", {"isian": "Foto halaman", "maks": MOST})])
        for content in contents:
            pages.append(Halaman(dokumen.foto_halaman(store, who, m.id, content)))
        return f"{len(contents)} foto ditambahkan sebagai halaman."

    act.attempt(work)
    st.session_state["pindaian_giliran"] += 1


def _page(at: int, pages: Sequence[Halaman]) -> None:
    st.html(f'<figure class="lembar"><img src="{_shown(pages[at])}" alt="Halaman {at + 1}">'
            f"<figcaption>Halaman {at + 1} dari {len(pages)}</figcaption></figure>")  # fmt: skip
    with st.container(horizontal=True, gap="small", key=f"lembar_{at}"):
        _tool("Putar", at, "rotate_right", turned)
        _tool("Naik", at, "arrow_upward", raised, disabled=at == 0)
        _tool("Turun", at, "arrow_downward", lowered, disabled=at == len(pages) - 1)
        _tool("Hapus", at, "delete", removed)
        st.button("Potong", key=f"potong_{at}", icon=":material/crop:", help=f"Potong tepi halaman {at + 1}",
                  on_click=_cut, args=(at,))  # fmt: skip
    if st.session_state.get(CUT) == at:
        for side, name in enumerate(SIDES):
            st.slider(f"{name}, persen yang dipotong dari halaman {at + 1}", 0, 45, pages[at].potong[side],
                      key=f"tepi_{at}_{side}", on_change=_cut_side, args=(at, side))  # fmt: skip


def _tool(
    label: str, at: int, icon: str, change: Callable[[list[Halaman], int], list[Halaman]], *, disabled: bool = False
) -> None:
    st.button(label, key=f"{label.lower()}_{at}", icon=f":material/{icon}:", help=f"{label} halaman {at + 1}",
              disabled=disabled, on_click=_change, args=(change, at))  # fmt: skip


def turned(pages: list[Halaman], at: int) -> list[Halaman]:
    """A quarter turn to the right; what was cut off turns with the page."""
    left, top, right, bottom = pages[at].potong
    new = replace(pages[at], putar=(pages[at].putar + 1) % 4, potong=(bottom, left, top, right))
    return [*pages[:at], new, *pages[at + 1 :]]


def raised(pages: list[Halaman], at: int) -> list[Halaman]:
    return [*pages[: at - 1], pages[at], pages[at - 1], *pages[at + 1 :]] if at else pages


def lowered(pages: list[Halaman], at: int) -> list[Halaman]:
    return raised(pages, at + 1) if at + 1 < len(pages) else pages


def removed(pages: list[Halaman], at: int) -> list[Halaman]:
    return [*pages[:at], *pages[at + 1 :]]


def _change(change: Callable[[list[Halaman], int], list[Halaman]], at: int) -> None:
    st.session_state[PAGES] = change(st.session_state[PAGES], at)
    st.session_state[CUT] = None


def _cut(at: int) -> None:
    st.session_state[CUT] = None if st.session_state.get(CUT) == at else at


def _cut_side(at: int, side: int) -> None:
    page: Halaman = st.session_state[PAGES][at]
    left, top, right, bottom = (
        st.session_state[f"tepi_{at}_{side}"] if place == side else old for place, old in enumerate(page.potong)
    )
    st.session_state[PAGES][at] = replace(page, potong=(left, top, right, bottom))


def _open(jenis: JenisBerkas, dikirim: datetime | None) -> None:
    st.session_state.update({OPEN: jenis, PAGES: [], CUT: None, SENT: dikirim})


def _close() -> None:
    st.session_state.update({OPEN: None, PAGES: [], CUT: None})


def _join(m: Meeting, jenis: JenisBerkas, menggantikan: UUID | None) -> None:
    pages: list[Halaman] = st.session_state[PAGES]
    judul = f"{dokumen.NAMA[jenis]} Kecamatan {m.rapat.kecamatan.nama} {m.rapat.tahun}"

    def work(store: Store, who: Orang, now: datetime) -> str:
        unfinished = berkas.receive(store, gabungan(pages, judul, now))
        dokumen.unggah(store, who, m.id, jenis, f"{judul}.pdf", unfinished, menggantikan, now, m.rapat.dikirim)
        return f"{dokumen.NAMA[jenis]} dengan {len(pages)} halaman sudah disimpan."

    if act.attempt(work):
        _close()


@lru_cache(maxsize=128)
def _shown(page: Halaman) -> str:
    return "data:image/jpeg;base64," + b64encode(drawn(page, 420)).decode()
