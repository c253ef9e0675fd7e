"""The fields of one usulan as people write them, shared by every form that takes one (L01, L13)."""

from collections.abc import Mapping

import streamlit as st

from musrenbang.formats import angka, bulat
from musrenbang.model import Bidang, IsiUsulan, Kewenangan, Opd
from pages.parts import typed

BIAYA_MAKS, PENERIMA_MAKS = 10**13, 10**7
KOSONG: dict[str, object] = {
    "nama": "", "permasalahan": "", "lokasi": "", "volume": "", "satuan": "", "biaya": "", "penerima": "",
    "bidang": Bidang.FISIK, "kewenangan": Kewenangan.KABUPATEN, "opd": None,
}  # fmt: skip


def fields(form: str, opd: Mapping[str, Opd]) -> None:
    """`form` keeps the fields of one form apart from those of another."""
    names = {o.kode: f"{o.singkatan} · {o.nama}" for o in opd.values()}
    left, right = st.columns([3, 2])
    left.text_input("Nama usulan", key=_key(form, "nama"), max_chars=300)
    right.text_input("Lokasi", key=_key(form, "lokasi"), max_chars=300)
    st.text_area("Permasalahan", key=_key(form, "permasalahan"), height=80, max_chars=2000)
    one, two, three, four = st.columns([2, 2, 3, 3])
    one.text_input("Volume", key=_key(form, "volume"), placeholder="1.200")
    two.text_input("Satuan", key=_key(form, "satuan"), placeholder="meter", max_chars=60)
    three.text_input("Perkiraan biaya (Rp)", key=_key(form, "biaya"), placeholder="1.500.000")
    four.text_input("Penerima manfaat (KK)", key=_key(form, "penerima"), placeholder="86")
    five, six, seven = st.columns([3, 2, 5])
    five.selectbox("Bidang", list(Bidang), key=_key(form, "bidang"))
    six.selectbox("Kewenangan", list(Kewenangan), key=_key(form, "kewenangan"))
    seven.selectbox(
        "OPD", list(names), index=None, format_func=lambda o: names.get(o, ""), key=_key(form, "opd"),
        placeholder="Pilih OPD",
    )  # fmt: skip


def written(form: str) -> IsiUsulan:
    """What stands in the fields. Raises Refused for what is no number."""
    value = {name: st.session_state[_key(form, name)] for name in KOSONG}
    return IsiUsulan(
        value["nama"], value["permasalahan"], value["lokasi"], typed.volume(value["volume"]), value["satuan"],
        typed.whole("Perkiraan biaya", value["biaya"], BIAYA_MAKS),
        typed.whole("Penerima manfaat", value["penerima"], PENERIMA_MAKS),
        value["bidang"], value["kewenangan"], value["opd"],
    )  # fmt: skip


def is_drawn(form: str) -> bool:
    """The fields are forgotten when another screen is opened."""
    return _key(form, "nama") in st.session_state


def clear(form: str) -> None:
    _put(form, KOSONG)


def fill(form: str, isi: IsiUsulan) -> None:
    _put(form, _as_typed(isi))


def follow(form: str, seen: IsiUsulan, now: IsiUsulan) -> None:
    """Fills with `now` where nobody has typed since the form was filled with `seen`."""
    old, new = _as_typed(seen), _as_typed(now)
    _put(form, {name: value for name, value in new.items() if st.session_state[_key(form, name)] == old[name]})


def _as_typed(isi: IsiUsulan) -> dict[str, object]:
    return {
        "nama": isi.nama, "permasalahan": isi.permasalahan, "lokasi": isi.lokasi, "volume": angka(isi.volume),
        "satuan": isi.satuan, "biaya": bulat(isi.biaya), "penerima": bulat(isi.penerima), "bidang": isi.bidang,
        "kewenangan": isi.kewenangan, "opd": isi.opd,
    }  # fmt: skip


def _put(form: str, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        st.session_state[_key(form, name)] = value


def _key(form: str, name: str) -> str:
    return f"{form}_{name}"
