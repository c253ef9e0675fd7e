"""What nobody foresaw: the log gets the traceback and a number, the person gets a sentence with that number."""

import secrets

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response

from musrenbang import words
from musrenbang.store.engine import StoreFault
from pages.web import catatan, layout


def sentence(fault: Exception) -> str:
    """Logs the fault under a new number of four digits and words it."""
    number = 1000 + secrets.randbelow(9000)
    catatan.gangguan.error("gangguan", exc_info=fault, extra={"isi": {"nomor": number}})
    if isinstance(fault, StoreFault):
        return " ".join([*map(words.sentence, fault.issues), f"Gangguan nomor {number}."])
    return (
        f"Terjadi gangguan nomor {number}. Muat ulang halaman ini; bila terulang, sampaikan nomor itu kepada "
        "administrator."
    )


def show_fault(fault: Exception) -> bool:
    """For a fault in a screen: True keeps Streamlit from showing its own box."""
    st.html(
        f'<div class="gangguan" role="alert"><p class="hampa" data-i="error">{sentence(fault)}</p>'
        '<a class="tombol emas" href="" target="_self">Muat ulang</a></div>'
    )
    return True


async def answer_fault(_request: Request, fault: Exception) -> Response:
    return layout.message(sentence(fault), 500, "/", "Ke halaman utama")


exception_handlers = {Exception: answer_fault}
