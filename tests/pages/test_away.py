"""While a kapsul holds the meeting, its screens offer nothing to press and say why."""

from pathlib import Path

from musrenbang import guards
from musrenbang.actions import baca
from musrenbang.actions.pemantauan import pantau
from musrenbang.model import Tahap
from musrenbang.words import sentence
from pages.bappeda.pemantauan import missing
from pages.parts.meeting import Meeting
from tests import cast
from tests.away import go_out
from tests.cast import BAPPEDA, CAMAT, NOW, RAPAT, TAHUN
from tests.conftest import StoreAt


def test_the_camat_is_offered_no_button(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.scored)
    assert Meeting(CAMAT, baca.fakta(store, CAMAT, RAPAT).rapat, "", 0).may_write
    go_out(store, tmp_path)
    m = Meeting(CAMAT, baca.fakta(store, CAMAT, RAPAT).rapat, "", 0)
    assert (m.may_write, m.running) == (False, False)


def test_kirim_and_pemantauan_name_the_kapsul_first(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.scored)
    assert guards.send(baca.fakta(store, CAMAT, RAPAT)) == []
    go_out(store, tmp_path)
    f = baca.fakta(store, BAPPEDA, RAPAT)
    (issue,) = guards.send(f)
    assert sentence(issue).startswith("Musrenbang Kecamatan Bahorok dibawa dalam kapsul sejak 15 Februari 2027")
    assert f.rapat.tahap is Tahap.DIBAWA
    assert missing(f) == [
        ("Hasilnya belum diterima dari kapsul, yang dibawa sejak 15 Februari 2027 pukul 09.00 WIB.", None)
    ]


def test_nobody_forecasts_from_here_what_goes_on_there(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.scored)
    assert baca.fakta(store, CAMAT, RAPAT).bersidang
    go_out(store, tmp_path)
    assert not baca.fakta(store, CAMAT, RAPAT).bersidang
    bahorok = next(one for one in pantau(store, BAPPEDA, TAHUN, NOW) if one.fakta.rapat.id == RAPAT)
    assert (bahorok.perkiraan, bahorok.terlambat) == (None, None)
