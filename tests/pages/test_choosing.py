"""Prioritas and OPD (L16, L22): what is suggested for the ticked usulan, and where each stands."""

import pytest

from musrenbang.model import Keputusan
from musrenbang.suggest import Saran
from pages.musyawarah.choosing import Status, by_suggestion, has_status, shared_opd, shared_prioritas, taken_over
from pages.parts.paging import pages_of
from tests.cast import DISDIK, PUTR, isi
from tests.pages.usulan_rows import masuk

SESUAI = Keputusan.SESUAI
JALAN = masuk("A", 1, keputusan=SESUAI)
SEKOLAH = masuk("A", 2, keputusan=SESUAI, isi=isi("Sekolah", opd=DISDIK))
TANPA = masuk("A", 3, keputusan=SESUAI, isi=isi("Lapangan", opd=None))


def test_the_opd_a_desa_named_is_suggested_until_one_is_chosen():
    assert shared_opd([JALAN]) == PUTR
    assert shared_opd([masuk("A", 1, opd=DISDIK)]) == DISDIK


def test_only_what_all_ticked_share_is_preselected():
    assert shared_opd([JALAN, masuk("B", 1)]) == PUTR
    assert shared_opd([JALAN, SEKOLAH]) is None
    assert shared_opd([JALAN, TANPA]) is None
    assert shared_opd([]) is None
    assert shared_prioritas([masuk("A", 1, prioritas=3), masuk("A", 2, prioritas=3)]) == 3
    assert shared_prioritas([masuk("A", 1, prioritas=3), JALAN]) is None


def test_each_gets_its_own_suggestion_and_who_has_none_is_left_out():
    assert by_suggestion([JALAN, SEKOLAH, TANPA, masuk("B", 1)]) == {PUTR: [JALAN, masuk("B", 1)], DISDIK: [SEKOLAH]}


def test_suggestions_are_taken_over_for_the_undecided_alone_and_by_prioritas_and_opd():
    chosen = masuk("B", 1, keputusan=SESUAI, prioritas=2)
    reserve = masuk("B", 2, keputusan=SESUAI, alasan_cadangan="Lahan belum siap")
    found = {u.id: Saran(1, "kata “jalan”", PUTR) for u in (JALAN, chosen, reserve)}
    found[SEKOLAH.id], found[TANPA.id] = Saran(2, "kata “sekolah”", DISDIK), Saran(None, "", PUTR)
    assert taken_over([JALAN, SEKOLAH, TANPA, chosen, reserve], found) == {(1, PUTR): [JALAN], (2, DISDIK): [SEKOLAH]}


@pytest.mark.parametrize(
    ("status", "of"),
    [
        (Status.BELUM, {}),
        (Status.UTAMA, {"prioritas": 1, "opd": PUTR}),
        (Status.TANPA_OPD, {"prioritas": 1}),
        (Status.CADANGAN, {"alasan_cadangan": "Lahan belum siap"}),
    ],
)
def test_status(status, of):
    u = masuk("A", 1, keputusan=SESUAI, **of)
    found = {s for s in Status if has_status(u, s)}
    assert found == {Status.SEMUA, status} | ({Status.UTAMA} if status is Status.TANPA_OPD else set())


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (12, 1), (13, 2), (190, 16)])
def test_pages(count, pages):
    assert pages_of(count, 12) == pages
