"""One usulan on its own: the form to enter or change it (L01)."""

from dataclasses import dataclass
from uuid import UUID

import streamlit as st

from musrenbang.actions import usulan_desa as actions
from musrenbang.model import IsiUsulan, Usulan
from pages.desa.attaching import attachments
from pages.desa.own import Own
from pages.parts import act, chips, usulan_fields
from pages.parts.heading import heading
from pages.parts.saying import saying
from pages.parts.usulan_fields import new_id, written

FORM, OPENED = "usulan_desa_isi", "usulan_desa_dibuka"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is on the sheet: an usulan as it was when the fields were filled with it, or a new one."""

    id: UUID | None = None
    urutan: int = 0
    versi: int = 0
    isi: IsiUsulan | None = None


def _sheet(u: Usulan) -> Sheet:
    return Sheet(u.id, u.urutan, u.versi, u.isi)


def opened() -> Sheet | None:
    found: Sheet | None = st.session_state.get(OPENED)
    return found


def open_new() -> None:
    st.session_state[OPENED] = Sheet()
    usulan_fields.clear(FORM)


def open_for(u: Usulan) -> None:
    st.session_state[OPENED] = _sheet(u)
    usulan_fields.fill(FORM, u.isi)


def close() -> None:
    st.session_state.pop(OPENED, None)


def show(o: Own, sheet: Sheet) -> None:
    u = next((u for u in o.usulan if u.id == sheet.id), None)
    with heading(f"Usulan nomor {u.urutan}" if u else "Usulan baru"):
        st.button("Kembali ke daftar", key="kembali", icon=":material/arrow_back:", on_click=close)
    if not usulan_fields.is_drawn(FORM):
        _refill(u)
    if u and u.disetujui:
        st.html(chips.warning("Usulan ini sudah disetujui. Perubahan isinya menarik persetujuan itu."))
    with st.form("usulan_desa", enter_to_submit=False):
        usulan_fields.fields(FORM, o.keadaan.opd)
        with st.container(horizontal=True, vertical_alignment="center"):
            _buttons(o, sheet)
    if u:
        attachments(o, u)


def _refill(u: Usulan | None) -> None:
    if u:
        open_for(u)
    else:
        open_new()


def _buttons(o: Own, sheet: Sheet) -> None:
    key, onward = (usulan_fields.key(FORM, name) for name in ("simpan", "lanjut"))
    change, add = usulan_fields.once(FORM, _change), usulan_fields.once(FORM, _add)
    if sheet.id:
        st.form_submit_button("Simpan perubahan", type="primary", key=key, on_click=change, args=(o, sheet, sheet.id))
        return
    st.form_submit_button("Simpan usulan", type="primary", key=key, on_click=add, args=(o, False))
    st.form_submit_button("Simpan, lalu isi yang berikutnya", key=onward, on_click=add, args=(o, True))


def _add(o: Own, another: bool) -> None:
    """A new usulan stays on the sheet, so that photos can be attached; or the next blank one is there."""
    work = saying(
        f"Usulan nomor {len(o.usulan) + 1} disimpan.",
        lambda store, who, now: actions.isi(store, who, o.rapat, written(FORM), now, new_id(FORM)),
    )
    if not act.attempt(work):
        return
    if another:
        open_new()
    else:
        open_for(o.reopened().usulan[-1])


def _change(o: Own, sheet: Sheet, id_: UUID) -> None:
    """Who was slower has read what it is now; what they typed stays, and it alone may be saved over that."""
    saved = act.attempt(
        saying(
            f"Perubahan usulan nomor {sheet.urutan} disimpan.",
            lambda store, who, now: actions.ubah(store, who, o.rapat, id_, sheet.versi, written(FORM), now),
        )
    )
    now = next((u for u in o.reopened().usulan if u.id == id_), None)
    if now and saved:
        open_for(now)
    elif now and sheet.isi and st.session_state.pop("kalah_cepat", False):
        st.session_state[OPENED] = _sheet(now)
        usulan_fields.follow(FORM, sheet.isi, now.isi)
