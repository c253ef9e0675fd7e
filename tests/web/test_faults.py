"""What nobody foresaw: a sentence with a number for the person, the traceback under that number for the log."""

import asyncio
import re

import pytest
from starlette.requests import Request

from pages.web.faults import answer_fault


def test_the_person_reads_the_number_and_the_log_has_the_rest(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError("rincian teknis")
    except ValueError as fault:
        answer = asyncio.run(answer_fault(Request({"type": "http"}), fault))
    page = bytes(answer.body).decode()
    number = re.search(r"Terjadi gangguan nomor ([1-9]\d{3})\.", page)
    assert answer.status_code == 500
    assert number
    assert "rincian teknis" not in page
    assert f"Gangguan nomor {number[1]}" in caplog.text
    assert "ValueError: rincian teknis" in caplog.text
