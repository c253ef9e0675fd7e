"""What all meetings share: the crest, copies of the whole database, and what goes out of it as kapsul."""

import streamlit as st

from musrenbang.model import Orang
from pages.bappeda import copies, crest, kapsul
from pages.parts.heading import heading


def show(who: Orang) -> None:
    with heading("Data"):
        pressed = copies.button()
    left, right = st.columns(2, gap="large")
    with left:
        crest.show()
    with right:
        progress = copies.show(who)
    kapsul.show(who)
    st.empty()  # news of the press before had pushed all this one place down, where it would show a second time
    if pressed:
        copies.make(progress)
