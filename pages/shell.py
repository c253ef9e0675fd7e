"""The Streamlit script, run anew at every press: who is asking, which screens they have, and the open one."""

import streamlit as st

from pages.parts import act, frame, hidup, rangka, session
from pages.screens import screens_of

SAY_THEMSELVES = ("skoring",)  # while only a fragment of it runs, its words stand in the fragment

hidup.begin()
who = session.must_be_in()
screens = screens_of(who)
page = st.navigation(list(screens.pages.values()), position="hidden")
screens.lead_home(page.url_path)
st.set_page_config(layout="wide", initial_sidebar_state="collapsed" if page.url_path in rangka.WIDE else "auto")
with st.sidebar:
    screens.draw_menu(page.url_path)
    frame.account(who, screens.wilayah(), session.digest())
screens.draw_strip(session.now(), page.url_path)
with st.container(key="kabar"):  # there with or without words: what stands below keeps its focus
    if page.url_path not in SAY_THEMSELVES:
        act.show_words()
page.run()
