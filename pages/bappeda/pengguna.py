"""Accounts of the whole kabupaten: who has one and how it stands, new ones with slips to hand out, resets."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from musrenbang.actions import pengguna
from musrenbang.formats import bulat
from musrenbang.model import Akun, KeadaanAkun, Orang, Peran
from musrenbang.store.current import current
from pages.bappeda.akun import baru, daftar, serah
from pages.bappeda.akun.peran import PERAN
from pages.parts import session
from pages.parts.heading import heading
from pages.parts.table import tiles


def show(who: Orang) -> None:
    all_, missing, now = pengguna.daftar(current(), who), pengguna.belum_ada(current(), who), session.now()
    with heading("Pengguna"), st.container(horizontal=True):
        baru.buttons(missing)
    serah.show()
    st.html(tiles(*_figures(all_, missing, now)))
    daftar.show(who, all_, now)


def _figures(all_: Sequence[Akun], missing: Sequence[Orang], now: datetime) -> list[tuple[str, str]]:
    """How many places have an account, and how many accounts still bear their one-time password."""
    there = {(a.orang.peran, a.orang.wilayah) for a in all_ if a.orang.wilayah}
    have, lack = Counter(peran for peran, _ in there), Counter(one.peran for one in missing)
    states = Counter(a.keadaan(now) for a in all_)
    over = states[KeadaanAkun.KEDALUWARSA]
    late = f", {bulat(over)} kedaluwarsa" if over else ""
    places = (Peran.CAMAT, Peran.DESA, Peran.OPD)
    return [
        *((f"{PERAN[p]} yang punya akun", f"{bulat(have[p])} dari {bulat(have[p] + lack[p])}") for p in places),
        (f"Belum ganti sandi{late}", bulat(states[KeadaanAkun.BELUM] + over)),
        ("Nonaktif", bulat(states[KeadaanAkun.NONAKTIF])),
    ]
