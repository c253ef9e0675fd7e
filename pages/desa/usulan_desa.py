"""L01: what one desa/kelurahan enters, in its own order, until the camat has loaded it."""

import streamlit as st

from musrenbang.actions import usulan_desa as actions
from musrenbang.formats import bulat, rupiah_ringkas
from musrenbang.model import Orang
from musrenbang.words import sentence
from pages.desa import offered, rows, sheet
from pages.desa.own import Own, own, seen
from pages.parts import act, chips
from pages.parts.empty import nothing
from pages.parts.heading import heading
from pages.parts.table import tiles


def show(who: Orang) -> None:
    o = own(who)
    opened = sheet.opened()
    if opened and o.is_open:
        return sheet.show(o, opened)
    desa = o.keadaan.desa
    with heading(f"Usulan {desa.jenis} {desa.nama}"):
        if o.is_open:
            _buttons(o)
    _state(o)
    _entered(o)
    if o.is_open:
        offered.section(o)
    return None


def _entered(o: Own) -> None:
    if not o.usulan:
        return nothing("Belum ada usulan yang dimasukkan untuk tahun ini.")
    _figures(o)
    return rows.editable(o) if o.is_open else rows.read_only(o)


def _buttons(o: Own) -> None:
    """Gold is what comes next: the first usulan, then the approval of what is not approved."""
    waiting = [u for u in o.usulan if not u.disetujui]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Usulan baru", key="baru", icon=":material/add:", type="secondary" if o.usulan else "primary",
            on_click=sheet.open_new,
        )  # fmt: skip
        if waiting:
            st.button(
                f"Setujui semua ({len(waiting)})", key="setujui_semua", type="primary", icon=":material/done_all:",
                on_click=_approve_all, args=(o,),
            )  # fmt: skip


def _approve_all(o: Own) -> None:
    dilihat = seen([u for u in o.usulan if not u.disetujui])
    act.attempt(lambda store, who, now: f"{actions.setujui(store, who, o.rapat, dilihat, True, now)} usulan disetujui.")


def _state(o: Own) -> None:
    """Open or closed, why and since when."""
    if o.is_open:
        told = "Terbuka: dapat diubah sampai camat mengambilnya, paling lambat sampai musrenbang dimulai"
        st.html(f'<div class="ringkas">{chips.chip("s", "lock_open", told)}</div>')
    else:
        told = " ".join(sentence(issue) for issue in o.keadaan.ditutup)
        st.html(f'<p class="kd t tutup" data-i="lock">{told}</p>')


def _figures(o: Own) -> None:
    st.html(
        tiles(
            ("Usulan dimasukkan", bulat(len(o.usulan))),
            ("Sudah disetujui", bulat(sum(u.disetujui for u in o.usulan))),
            ("Perkiraan biaya", rupiah_ringkas(sum(u.isi.biaya for u in o.usulan))),
        )
    )
