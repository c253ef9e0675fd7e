"""A stored file that is not there is not found; who may see which is in test_addresses."""

from uuid import uuid4

import pytest

from tests.web.conftest import Known


@pytest.mark.parametrize("query", ["", "?inline=1", "?kecil=1"])
def test_what_is_not_there_is_not_found(known: Known, query: str) -> None:
    answer = known("bappeda").get(f"/berkas/{uuid4()}{query}")
    assert answer.status == 404
    assert "tidak ditemukan" in answer.text
