"""Stored files are for nobody who has not logged in, and what is not there is not found."""

from uuid import uuid4

import pytest

from tests.web.conftest import Known
from tests.web.door import Visitor


def test_a_stranger_is_turned_away(visitor: Visitor) -> None:
    assert visitor.get(f"/berkas/{uuid4()}").status == 401


@pytest.mark.parametrize("query", ["", "?inline=1", "?kecil=1"])
def test_what_is_not_there_is_not_found(known: Known, query: str) -> None:
    answer = known("bappeda").get(f"/berkas/{uuid4()}{query}")
    assert answer.status == 404
    assert "tidak ditemukan" in answer.text
