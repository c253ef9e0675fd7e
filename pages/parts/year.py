"""Which year Bappeda looks at; everybody else works in the current one."""

import streamlit as st

from musrenbang.actions import perbandingan as banding
from musrenbang.model import Orang
from musrenbang.store.current import current

KEY = "tahun_rapat"


def shown(who: Orang) -> int:
    """What Bappeda has chosen, or came with by a link; at first the current year."""
    years = banding.tahun(current(), who)
    if st.session_state.get(KEY) not in years:
        asked = st.query_params.get(KEY)
        st.session_state[KEY] = next((tahun for tahun in years if str(tahun) == asked), years[0])
    tahun: int = st.session_state[KEY]
    return tahun


def choose(who: Orang) -> None:
    """Drawn once there is more than one year; the choice can be sent as a link."""
    years = banding.tahun(current(), who)
    if len(years) > 1:
        st.selectbox("Tahun yang dilihat", sorted(years, reverse=True), key=KEY)
        st.query_params[KEY] = str(shown(who))


def address(path: str, kecamatan: str, tahun: int) -> str:
    """A screen of one meeting, as text for an attribute still to be escaped."""
    return f"/{path}?kecamatan={kecamatan}&{KEY}={tahun}"
