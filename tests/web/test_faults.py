"""What nobody foresaw: a sentence with a number for the person, the traceback under that number for the log."""

import asyncio
import json
import re

import pytest
from starlette.requests import Request

from pages.web.catatan import JsonLines
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
    [line] = map(json.loads, map(JsonLines("versi").format, caplog.records))
    assert (line["peristiwa"], line["nomor"]) == ("gangguan", int(number[1]))
    [fault] = line["gangguan"]
    assert fault["jenis"] == "ValueError"
    assert fault["jejak"][0].startswith("tests/web/test_faults.py:")
    assert "rincian teknis" not in json.dumps(line)
