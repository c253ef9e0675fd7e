"""The fields of one usulan as people write them, shared by every form that takes one (L01, L13)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ParamSpec
from uuid import UUID, uuid4

import streamlit as st

from musrenbang.formats import angka, bulat
from musrenbang.model import Bidang, IsiUsulan, Kewenangan, Opd
from pages.parts import typed

P = ParamSpec("P")
BIAYA_MAKS, PENERIMA_MAKS = 10**13, 10**7
BIDANG, KEWENANGAN = list(Bidang), list(Kewenangan)
KOSONG: dict[str, Any] = {
    "nama": "", "permasalahan": "", "lokasi": "", "volume": "", "satuan": "", "biaya": "", "penerima": "",
    "bidang": Bidang.FISIK, "kewenangan": Kewenangan.KABUPATEN, "opd": None,
}  # fmt: skip


@dataclass
class Filling:
    """What the fields of one form are drawn with, until they are filled anew: `baru` is the id of the usulan that they
    may become. `fresh`: they have not been drawn yet."""

    values: Mapping[str, Any]
    baru: UUID
    fresh: bool = True


def fields(form: str, opd: Mapping[str, Opd]) -> None:
    """`form` keeps the fields of one form apart from those of another."""
    filling = _filling(form)
    start = filling.values
    names = {o.kode: f"{o.singkatan} · {o.nama}" for o in opd.values()}
    left, right = st.columns([3, 2])
    left.text_input("Nama usulan", start["nama"], key=key(form, "nama"), max_chars=300)
    right.text_input("Lokasi", start["lokasi"], key=key(form, "lokasi"), max_chars=300)
    st.text_area("Permasalahan", start["permasalahan"], key=key(form, "permasalahan"), height=80, max_chars=2000)
    one, two, three, four = st.columns([2, 2, 3, 3])
    one.text_input("Volume", start["volume"], key=key(form, "volume"), placeholder="1.200")
    two.text_input("Satuan", start["satuan"], key=key(form, "satuan"), placeholder="meter", max_chars=60)
    three.text_input("Perkiraan biaya (Rp)", start["biaya"], key=key(form, "biaya"), placeholder="1.500.000")
    four.text_input("Penerima manfaat (KK)", start["penerima"], key=key(form, "penerima"), placeholder="86")
    five, six, seven = st.columns([3, 2, 5])
    five.selectbox("Bidang", BIDANG, BIDANG.index(start["bidang"]), key=key(form, "bidang"))
    six.selectbox("Kewenangan", KEWENANGAN, KEWENANGAN.index(start["kewenangan"]), key=key(form, "kewenangan"))
    chosen = list(names).index(start["opd"]) if start["opd"] in names else None
    seven.selectbox(
        "OPD", list(names), chosen, format_func=lambda o: names.get(o, ""), key=key(form, "opd"),
        placeholder="Pilih OPD",
    )  # fmt: skip
    filling.fresh = False  # not before: a second press may end this run between two fields


def key(form: str, name: str) -> str:
    """Of a field, and of a button that saves what stands in the fields: another one whenever they are filled anew."""
    return f"{form}_{new_id(form)}_{name}"


def new_id(form: str) -> UUID:
    """For the usulan that is entered from these fields, so that it is entered once however often it is sent."""
    return _filling(form).baru


def once(form: str, press: Callable[P, None]) -> Callable[P, None]:
    """For a button with a `key`: a second press in haste, for which the fields have been filled anew, is none."""
    drawn = _filling(form)

    def pressed(*args: P.args, **kwargs: P.kwargs) -> None:
        if _filling(form) is drawn:
            press(*args, **kwargs)

    return pressed


def written(form: str) -> IsiUsulan:
    """What stands in the fields. Raises Refused for what is no number."""
    value = _typed(form)
    return IsiUsulan(
        value["nama"], value["permasalahan"], value["lokasi"], typed.volume(value["volume"]), value["satuan"],
        typed.whole("Perkiraan biaya", value["biaya"], BIAYA_MAKS),
        typed.whole("Penerima manfaat", value["penerima"], PENERIMA_MAKS),
        value["bidang"], value["kewenangan"], value["opd"],
    )  # fmt: skip


def is_drawn(form: str) -> bool:
    """The fields are forgotten when another screen is opened."""
    return f"{form}_isian" in st.session_state and (_filling(form).fresh or key(form, "nama") in st.session_state)


def clear(form: str) -> None:
    _fill(form, KOSONG)


def fill(form: str, isi: IsiUsulan) -> None:
    _fill(form, _as_typed(isi))


def follow(form: str, seen: IsiUsulan, now: IsiUsulan) -> None:
    """Fills with `now` where nobody has typed since the form was filled with `seen`."""
    old, new, here = _as_typed(seen), _as_typed(now), _typed(form)
    _fill(form, {name: value if here[name] == old[name] else here[name] for name, value in new.items()})


def _as_typed(isi: IsiUsulan) -> dict[str, Any]:
    return {
        "nama": isi.nama, "permasalahan": isi.permasalahan, "lokasi": isi.lokasi, "volume": angka(isi.volume),
        "satuan": isi.satuan, "biaya": bulat(isi.biaya), "penerima": bulat(isi.penerima), "bidang": isi.bidang,
        "kewenangan": isi.kewenangan, "opd": isi.opd,
    }  # fmt: skip


def _typed(form: str) -> dict[str, Any]:
    return {name: st.session_state[key(form, name)] for name in KOSONG}


def _fill(form: str, values: Mapping[str, Any]) -> None:
    st.session_state[f"{form}_isian"] = Filling(values, uuid4())


def _filling(form: str) -> Filling:
    filling: Filling = st.session_state[f"{form}_isian"]
    return filling
