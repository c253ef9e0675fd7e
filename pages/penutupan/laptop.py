"""On a laptop that holds the meeting from a kapsul: how the result gets to Bappeda."""

import streamlit as st

from musrenbang.actions import kapsul_layar
from musrenbang.model import KeadaanKapsul
from musrenbang.store.current import current
from pages.parts.meeting import Meeting

LANJUTAN = {
    KeadaanKapsul.DI_SINI: (
        "p", "luggage",
        "Musrenbang ini berlangsung di laptop, dari kapsul Bappeda. Sesudah selesai, minta petugas menutup aplikasi "
        "dan menjalankan serahkan-kapsul di laptop ini, lalu bawa berkas hasilnya ke Bappeda.",
    ),
    KeadaanKapsul.DISERAHKAN: (
        "s", "check_circle",
        "Hasil musrenbang ini sudah ditulis ke berkas untuk Bappeda dan terkunci di laptop ini. Bawa berkas itu ke "
        "Bappeda, yang menerimanya di layar Data.",
    ),
}  # fmt: skip


def note(m: Meeting) -> None:
    """Nothing at Bappeda."""
    keadaan = kapsul_layar.di_laptop(current(), m.who, m.id)
    if keadaan in LANJUTAN:
        look, icon, words = LANJUTAN[keadaan]
        st.html(f'<p class="kd {look}" data-i="{icon}">{words}</p>')
