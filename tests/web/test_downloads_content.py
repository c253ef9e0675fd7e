"""What a file holds depends on who asks, on the choice in its address, and on the crest of that moment."""

import io
import json

import pytest
from openpyxl import load_workbook
from PIL import Image

from musrenbang.actions import baca, lambang
from musrenbang.errors import Refused
from musrenbang.model import Orang
from musrenbang.store import current
from musrenbang.store.engine import Store
from pages.web import downloads
from tests import cast
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DISDIK, NOW, OPD_PUTR, PUTR, RAPAT
from tests.conftest import StoreAt


@pytest.fixture
def sent(store_at: StoreAt, monkeypatch: pytest.MonkeyPatch) -> Store:
    """As the server's lifespan would have opened it."""
    store = store_at(cast.sent)
    monkeypatch.setattr(current, "_current", store)
    return store


def given(who: Orang, kertas: str, jenis: str, **query: str) -> bytes:
    return downloads._paper(who, downloads._asked(jenis, kertas, query, who), BAHOROK, "2027")[1]


def own_kodes(store: Store, opd: str) -> set[object]:
    return {u.kode for u in baca.usulan_masuk(store, CAMAT, RAPAT) if u.utama and u.opd == opd}


def crest(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (60, 80), colour).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("query", [{}, {"opd": DISDIK}])
def test_an_opd_gets_its_own_usulan_whatever_it_asks_for(sent: Store, query: dict[str, str]) -> None:
    own = own_kodes(sent, PUTR)
    sheet = load_workbook(io.BytesIO(given(OPD_PUTR, "daftar-opd", "xlsx", **query))).worksheets[0]
    text = given(OPD_PUTR, "daftar-opd", "csv", **query).decode("utf-8-sig")
    told = json.dumps(json.loads(given(OPD_PUTR, "daftar-opd", "json", **query)))
    shown = {cell for row in sheet.iter_rows(values_only=True) for cell in row if str(cell).startswith("2027-")}
    every = {u.kode for u in baca.usulan_masuk(sent, CAMAT, RAPAT)}
    assert own
    assert shown == own
    assert {kode for kode in every if kode in text} == {kode for kode in every if kode in told} == own
    assert given(OPD_PUTR, "daftar-opd", "pdf", **query).startswith(b"%PDF")


def test_an_opd_gets_no_other_paper(sent: Store) -> None:
    with pytest.raises(Refused) as refused:
        given(OPD_PUTR, "hasil-skoring", "pdf")
    assert refused.value.issues[0].key == "bukan_wewenang"


def test_a_remembered_paper_is_made_anew_when_the_crest_changes(sent: Store) -> None:
    papers = [given(CAMAT, "daftar-hadir", "pdf")]
    for colour in ("red", "blue"):
        lambang.ganti(sent, BAPPEDA, crest(colour), "lambang.png", NOW)
        papers.append(given(CAMAT, "daftar-hadir", "pdf"))
        assert given(CAMAT, "daftar-hadir", "pdf") is papers[-1]
    assert len(set(papers)) == 3
    assert [b"/Subtype /Image" in paper for paper in papers] == [False, True, True]
