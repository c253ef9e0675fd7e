"""L08: the sentence after each press."""

from musrenbang.model import HasilAmbil
from pages.persiapan.ambil_usulan import told


def test_says_new_changed_unchanged_and_left_out() -> None:
    assert told(HasilAmbil(0, 2, 1150, 22, 0)) == (
        "0 usulan baru diambil, 2 diperbarui, 1.150 tetap. "
        "22 usulan tidak diambil karena belum disetujui desa/kelurahannya."
    )
    assert told(HasilAmbil(3, 0, 0, 0, 0)) == "3 usulan baru diambil, 0 diperbarui, 0 tetap."


def test_what_was_withdrawn_is_told_too() -> None:
    assert told(HasilAmbil(0, 0, 9, 2, 2)) == (
        "0 usulan baru diambil, 0 diperbarui, 9 tetap. "
        "2 usulan dikeluarkan lagi karena persetujuannya ditarik desa/kelurahannya. "
        "2 usulan tidak diambil karena belum disetujui desa/kelurahannya."
    )
