"""New accounts: one that Bappeda describes, and all that are missing at a press."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st

from musrenbang.actions import pengguna
from musrenbang.actions.pengguna import Report
from musrenbang.model import Orang, Peran, SandiBaru
from musrenbang.store.current import current
from musrenbang.store.engine import Store
from pages.bappeda.akun import serah
from pages.bappeda.akun.peran import PERAN
from pages.parts import act, session

Made = Callable[[Store, Orang, datetime, Report], list[SandiBaru]]


def buttons(missing: Sequence[Orang]) -> None:
    """Gold is what a new year or a new place asks for: the accounts that are missing."""
    if st.button("Tambah akun", icon=":material/person_add:"):
        _ask_one()
    if missing and st.button(f"Buat akun yang belum ada ({len(missing)})", type="primary", icon=":material/group_add:"):
        _ask_all(missing)


def hand_out(told: str, action: Made) -> bool:
    """Makes passwords while a bar moves, and holds them to be taken. False when it was refused.

    Nothing is asked of the browser after the action has written: whoever leaves before that has changed nothing.
    """
    bar = st.progress(0.0, "Membuat kata sandi…")

    def work(store: Store, who: Orang, now: datetime) -> str:
        made = action(store, who, now, lambda share: bar.progress(share, f"Membuat kata sandi… {share:.0%}"))
        serah.hold(made, now)
        return told.format(n=len(made))

    done = act.attempt(work)
    bar.empty()
    return done


@st.dialog("Buat akun yang belum ada", width="medium")
def _ask_all(missing: Sequence[Orang]) -> None:
    counts = Counter(one.peran for one in missing)
    parts = (f"{n} {PERAN[peran]}" for peran, n in counts.items())
    st.write(f"Akan dibuat {len(missing)} akun: {', '.join(parts)}.")
    st.write(
        f"Tiap akun mendapat kata sandi sekali pakai yang berlaku {pengguna.LAMA_SEKALI_PAKAI.days} hari. Semuanya ada "
        "di satu PDF, satu lembar kecil untuk tiap akun. "
        "Untuk ratusan akun ini memerlukan satu sampai dua menit. Bila halaman ditutup sebelum selesai, tidak ada akun "
        "yang dibuat."
    )
    if st.button(f"Buat {len(missing)} akun", key="dialog_buat", type="primary", icon=":material/group_add:"):
        if hand_out("{n} akun dibuat.", pengguna.tambah_semua):
            st.rerun()
        act.show_refusal()


@st.dialog("Tambah akun", width="medium")
def _ask_one() -> None:
    peran = st.selectbox("Peran", list(PERAN), format_func=PERAN.__getitem__, key="akun_peran")
    wilayah = _choose_place(peran)
    nama = st.text_input("Nama pemilik", key="akun_nama", placeholder="Camat Bahorok", max_chars=200)
    nama_pengguna = st.text_input("Nama pengguna", key="akun_nama_pengguna", placeholder="camat.bahorok", max_chars=64)
    if st.button("Tambah", key="dialog_tambah", type="primary", icon=":material/person_add:"):

        def add(store: Store, who: Orang, now: datetime, _report: Report) -> list[SandiBaru]:
            return [pengguna.tambah(store, who, nama_pengguna.strip(), nama, peran, wilayah, now)]

        if hand_out("Akun dibuat.", add):
            st.rerun()
        act.show_refusal()


def _choose_place(peran: Peran) -> str | None:
    places = pengguna.tempat(current(), session.must_be_in(), peran)
    if not places:
        return None
    label = "Wilayah" if peran is not Peran.OPD else "OPD"
    return st.selectbox(
        label, list(places), format_func=lambda kode: places.get(kode, kode), key=f"akun_tempat_{peran}"
    )
