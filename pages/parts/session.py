"""Who is asking. The door's gate has put the session's digest on the connection; the person is read on every use."""

from datetime import datetime

import streamlit as st

from musrenbang.actions import masuk
from musrenbang.clock import SERVER
from musrenbang.model import Orang
from musrenbang.store.current import current


def now() -> datetime:
    """The one place where screens read the clock: naive UTC."""
    return SERVER.now()


def digest() -> str | None:
    value = st.user.get("sesi")
    return str(value) if value else None


def person() -> Orang | None:
    """None once the session has ended, even in a tab that is still open."""
    return masuk.siapa(current(), digest(), now())


def must_be_in() -> Orang:
    """The person, or a sentence with the way back in and nothing else."""
    who = person()
    if who is None:
        st.html(
            '<div class="gangguan"><p class="hampa" data-i="timer_off">Waktu masuk Anda sudah habis.</p>'
            '<a class="tombol emas" href="/masuk" target="_self">Masuk lagi</a></div>'
        )
        st.stop()
    return who
