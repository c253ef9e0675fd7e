"""What verification says of look-alikes (L10)."""

from musrenbang.model import Keputusan
from pages.musyawarah.twins import _look_alikes, pointed_out, twins
from tests.cast import isi
from tests.pages.usulan_rows import masuk

NAMA = "Pembangunan jembatan <gantung>"
HERE = masuk("A", 1, isi=isi(NAMA, lokasi="Sungai Musam"))
THERE = masuk("B", 4, isi=isi(NAMA, lokasi="Sei Musam"))


def test_a_look_alike_is_named_with_its_place_in_both_rows():
    found = twins([HERE, THERE])
    assert "Mirip dengan: Pembangunan jembatan &lt;gantung&gt; (B nomor 4)" in pointed_out(HERE, found)
    assert "(A nomor 1)" in pointed_out(THERE, found)


def test_within_one_desa_the_number_is_enough():
    twin = masuk("A", 2, isi=HERE.isi)
    assert "(nomor 2)" in pointed_out(HERE, twins([HERE, twin]))


def test_what_is_merged_or_refused_is_pointed_out_no_more():
    for settled in (Keputusan.DIGABUNG, Keputusan.TIDAK_SESUAI):
        found = twins([HERE, masuk("B", 4, isi=THERE.isi, keputusan=settled)])
        assert pointed_out(HERE, found) == ""


def test_decisions_do_not_work_it_out_again():
    twins([HERE, THERE])
    before = _look_alikes.cache_info().misses
    twins([HERE, masuk("B", 4, isi=THERE.isi, keputusan=Keputusan.SESUAI, versi=9)])
    assert _look_alikes.cache_info().misses == before
