"""The form of an usulan kecamatan (L13), for a new one and for correcting one."""

from dataclasses import dataclass
from uuid import UUID

import streamlit as st

from musrenbang.actions import usulan as actions
from musrenbang.model import IsiUsulan, UsulanMasuk
from pages.parts import act, usulan_fields
from pages.parts.meeting import Meeting
from pages.parts.saying import saying
from pages.parts.usulan_fields import new_id, written

FORM, EDITED = "usulan_kecamatan", "usulan_diubah"


@dataclass(frozen=True, slots=True)
class Edited:
    """The usulan that the form corrects, as it was when the form was filled with it."""

    id: UUID
    urutan: int
    versi: int
    isi: IsiUsulan


def _edited(u: UsulanMasuk) -> Edited:
    return Edited(u.id, u.urutan, u.versi, u.isi)


def editing() -> UUID | None:
    found: Edited | None = st.session_state.get(EDITED)
    return found.id if found else None


def edit(u: UsulanMasuk) -> None:
    """Fills the form with an usulan, for a button's callback."""
    st.session_state[EDITED] = _edited(u)
    usulan_fields.fill(FORM, u.isi)


def usulan_form(m: Meeting) -> None:
    if not usulan_fields.is_drawn(FORM):
        _start_over()
    edited: Edited | None = st.session_state.get(EDITED)
    with st.form("usulan_kecamatan", enter_to_submit=False):
        st.html(f"<h2>{f'Mengubah usulan nomor {edited.urutan}' if edited else 'Usulan baru'}</h2>")
        usulan_fields.fields(FORM, m.rujukan.opd)
        with st.container(horizontal=True, vertical_alignment="center"):
            label = "Simpan perubahan" if edited else "Simpan usulan"
            key, press = usulan_fields.key(FORM, "simpan"), usulan_fields.once(FORM, _save)
            st.form_submit_button(label, type="primary", key=key, on_click=press, args=(m, edited))
            if edited:
                st.form_submit_button("Batal", on_click=_start_over)


def _save(m: Meeting, edited: Edited | None) -> None:
    if act.attempt(_change(m.id, edited) if edited else _add(m.id)):
        _start_over()
    elif edited and st.session_state.pop("kalah_cepat", False):
        _see_again(m, edited)


def _see_again(m: Meeting, edited: Edited) -> None:
    """Who was slower has read what it is now; what they typed stays, and it alone may be saved over that knowingly."""
    now = next(u for u in m.reopened().usulan if u.id == edited.id)
    st.session_state[EDITED] = _edited(now)
    usulan_fields.follow(FORM, edited.isi, now.isi)


def _add(rapat: UUID) -> act.Work:
    return saying(
        "Usulan kecamatan disimpan dan langsung diterima.",
        lambda store, who, now: actions.tambah_usulan(store, who, rapat, written(FORM), now, new_id(FORM)),
    )


def _change(rapat: UUID, edited: Edited) -> act.Work:
    return saying(
        f"Perubahan usulan kecamatan nomor {edited.urutan} disimpan.",
        lambda store, who, now: actions.ubah_usulan(store, who, rapat, edited.id, edited.versi, written(FORM), now),
    )


def _start_over() -> None:
    st.session_state.pop(EDITED, None)
    usulan_fields.clear(FORM)
