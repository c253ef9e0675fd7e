"""The pace of the hall in words, against the end that the Daftar Hadir plans (L10, L17, L24)."""

from datetime import datetime
from decimal import Decimal

import streamlit as st

from musrenbang import pace
from musrenbang.actions import jalannya
from musrenbang.formats import angka, jam, selang
from musrenbang.pace import Perkiraan
from musrenbang.store.current import current
from pages.parts.meeting import Meeting


def forecast(m: Meeting, now: datetime) -> Perkiraan | None:
    """When the verification, or after it the scoring, will be done. None before Mulai, and after the first Kirim.

    The trail is asked only when the meeting has moved since this tab asked last.
    """
    if not m.fakta.bersidang:
        return None
    kerja, sisa = pace.work_left(m.fakta.kemajuan)
    seen = (m.id, current().hall.version(str(m.id)), kerja)
    if st.session_state.get("laju", (None,))[0] != seen:
        st.session_state["laju"] = (seen, jalannya.saat(current(), m.who, m.id, kerja))
    return pace.forecast(kerja, st.session_state["laju"][1], sisa, now)


def in_words(found: Perkiraan, rencana: datetime | None) -> str:
    """ "55 usulan belum diskor. Laju 1,4 menit per usulan, selesai sekitar 13.40 WIB, 20 menit lewat dari rencana"."""
    text = (
        f"{found.sisa} usulan belum {found.kerja}. Laju {pace_words(found)}, selesai sekitar {jam(found.selesai)} WIB"
    )
    if rencana is None:
        return f"{text}."
    late = pace.minutes_late(found.selesai, rencana)
    return f"{text}, {selang(late)} lewat dari rencana." if late > 0 else f"{text}, masih dalam rencana."


def pace_words(found: Perkiraan) -> str:
    """ "84 detik per usulan"."""
    laju = f"{found.detik} detik" if found.detik < 90 else f"{angka(round(Decimal(found.detik) / 60, 1))} menit"
    return f"{laju} per usulan"
