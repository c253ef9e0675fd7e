"""The form of an usulan kecamatan (L13), for a new one and for correcting one."""

from dataclasses import dataclass
from uuid import UUID

import streamlit as st

from musrenbang.actions import usulan as actions
from musrenbang.formats import angka, bulat
from musrenbang.model import Bidang, IsiUsulan, Kewenangan, UsulanMasuk
from pages.parts import act, typed
from pages.parts.meeting import Meeting
from pages.parts.saying import saying

BIAYA_MAKS, PENERIMA_MAKS = 10**13, 10**7
EDITED = "usulan_diubah"
KOSONG: dict[str, object] = {
    "nama": "", "permasalahan": "", "lokasi": "", "volume": "", "satuan": "", "biaya": "", "penerima": "",
    "bidang": Bidang.FISIK, "kewenangan": Kewenangan.KABUPATEN, "opd": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edited:
    """The usulan that the form corrects, as it was when the form was filled with it."""

    id: UUID
    urutan: int
    versi: int


def editing() -> UUID | None:
    found: Edited | None = st.session_state.get(EDITED)
    return found.id if found else None


def edit(u: UsulanMasuk) -> None:
    """Fills the form with an usulan, for a button's callback."""
    st.session_state[EDITED] = Edited(u.id, u.urutan, u.versi)
    isi = u.isi
    _fill({
        "nama": isi.nama, "permasalahan": isi.permasalahan, "lokasi": isi.lokasi, "volume": angka(isi.volume),
        "satuan": isi.satuan, "biaya": bulat(isi.biaya), "penerima": bulat(isi.penerima), "bidang": isi.bidang,
        "kewenangan": isi.kewenangan, "opd": isi.opd,
    })  # fmt: skip


def usulan_form(m: Meeting) -> None:
    if _key("nama") not in st.session_state:  # the fields are forgotten when another screen is opened
        _start_over()
    edited: Edited | None = st.session_state.get(EDITED)
    with st.form("usulan_kecamatan", enter_to_submit=False):
        st.html(f"<h2>{f'Mengubah usulan nomor {edited.urutan}' if edited else 'Usulan baru'}</h2>")
        _fields(m)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.form_submit_button(
                "Simpan perubahan" if edited else "Simpan usulan", type="primary", on_click=_save, args=(m, edited)
            )
            if edited:
                st.form_submit_button("Batal", on_click=_start_over)


def _fields(m: Meeting) -> None:
    opd = {o.kode: f"{o.singkatan} · {o.nama}" for o in m.rujukan.opd.values()}
    left, right = st.columns([3, 2])
    left.text_input("Nama usulan", key=_key("nama"), max_chars=300)
    right.text_input("Lokasi", key=_key("lokasi"), max_chars=300)
    st.text_area("Permasalahan", key=_key("permasalahan"), height=80, max_chars=2000)
    one, two, three, four = st.columns([2, 2, 3, 3])
    one.text_input("Volume", key=_key("volume"), placeholder="1.200")
    two.text_input("Satuan", key=_key("satuan"), placeholder="meter", max_chars=60)
    three.text_input("Perkiraan biaya (Rp)", key=_key("biaya"), placeholder="1.500.000")
    four.text_input("Penerima manfaat (KK)", key=_key("penerima"), placeholder="86")
    five, six, seven = st.columns([3, 2, 5])
    five.selectbox("Bidang", list(Bidang), key=_key("bidang"))
    six.selectbox("Kewenangan", list(Kewenangan), key=_key("kewenangan"))
    seven.selectbox(
        "OPD", list(opd), index=None, format_func=lambda o: opd.get(o, ""), key=_key("opd"), placeholder="Pilih OPD"
    )


def _save(m: Meeting, edited: Edited | None) -> None:
    if act.attempt(_change(m.id, edited) if edited else _add(m.id)):
        _start_over()
    elif edited and st.session_state.pop("kalah_cepat", False):
        _see_again(m, edited)


def _see_again(m: Meeting, edited: Edited) -> None:
    """Who was slower has read what it is now; what they typed stays, and may be saved over it knowingly."""
    now = next(u for u in m.reopened().usulan if u.id == edited.id)
    st.session_state[EDITED] = Edited(now.id, now.urutan, now.versi)


def _add(rapat: UUID) -> act.Work:
    return saying(
        "Usulan kecamatan disimpan dan langsung diterima.",
        lambda store, who, now: actions.tambah_usulan(store, who, rapat, _written(), now),
    )


def _change(rapat: UUID, edited: Edited) -> act.Work:
    return saying(
        f"Perubahan usulan kecamatan nomor {edited.urutan} disimpan.",
        lambda store, who, now: actions.ubah_usulan(store, who, rapat, edited.id, edited.versi, _written(), now),
    )


def _written() -> IsiUsulan:
    """What stands in the form. Raises Refused for what is no number."""
    value = {name: st.session_state[_key(name)] for name in KOSONG}
    return IsiUsulan(
        value["nama"], value["permasalahan"], value["lokasi"], typed.volume(value["volume"]), value["satuan"],
        typed.whole("Perkiraan biaya", value["biaya"], BIAYA_MAKS),
        typed.whole("Penerima manfaat", value["penerima"], PENERIMA_MAKS),
        value["bidang"], value["kewenangan"], value["opd"],
    )  # fmt: skip


def _start_over() -> None:
    st.session_state.pop(EDITED, None)
    _fill(KOSONG)


def _fill(values: dict[str, object]) -> None:
    for name, value in values.items():
        st.session_state[_key(name)] = value


def _key(name: str) -> str:
    return f"usulan_kecamatan_{name}"
