"""What the import screen says of a plan."""

from dataclasses import replace

import pytest

from musrenbang.errors import Issue
from musrenbang.intake.columns import Salah
from musrenbang.intake.rencana import HasilImpor, Perubahan, Rencana
from pages.parts import import_preview
from pages.parts.importing import Place, told
from tests.cast import JALAN, SUKA_RAKYAT
from tests.intake.reading import place, to_fill_in

SALAH = Salah(3, 8, "Volume", "<b>", Issue("sel_volume", {"nilai": "<b>"}))


def test_the_reason_beside_the_button() -> None:
    change = Perubahan(JALAN, replace(JALAN, urutan=9), ("urutan",))
    assert "1 kesalahan" in import_preview.reason(Rencana(False, salah=(SALAH,)))
    assert "sudah sama" in import_preview.reason(Rencana(False, tetap=3))
    assert "sekaligus" in import_preview.reason(Rencana(False, berubah=(change,)))


def test_what_was_done_is_told_in_counts() -> None:
    assert told(HasilImpor(1200, 2, 0)) == "Impor selesai: 1.200 usulan baru, 2 berubah, 0 tetap."


def test_a_place_by_its_name() -> None:
    rapat = to_fill_in([]).rapat
    assert (Place(rapat, None).name, Place(rapat, None).kode) == ("Kecamatan Bahorok", None)
    assert Place(rapat, place(SUKA_RAKYAT)).name == "Desa Suka Rakyat"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Streamlit without a browser: what would be drawn."""
    said: list[str] = []
    monkeypatch.setattr("streamlit.html", lambda html, **_: said.append(html))
    return said


def test_what_stands_in_a_cell_is_never_taken_for_html(drawn: list[str]) -> None:
    import_preview.details(Rencana(False, salah=(SALAH,)))
    html = "".join(drawn)
    assert html.count("&lt;b&gt;") == 2  # the cell, and the sentence about it
    assert "<b>H</b> Volume" in html


def test_a_change_shows_old_and_new_as_people_write_them(drawn: list[str]) -> None:
    new = replace(JALAN, isi=replace(JALAN.isi, biaya=1_500_000, opd=None), disetujui=False)
    import_preview.details(Rencana(False, berubah=(Perubahan(JALAN, new, ("biaya", "opd", "disetujui")),)))
    html = "".join(drawn)
    for old, now in (("Rp250.000.000", "Rp1.500.000"), (JALAN.isi.opd or "–", "–"), ("Ya", "Tidak")):
        assert f"<td>{old}</td><td><b>{now}</b></td>" in html


def test_figures_only_of_a_plan_without_faults(drawn: list[str]) -> None:
    import_preview.figures(Rencana(False, salah=(SALAH,)))
    assert drawn == []
    import_preview.figures(Rencana(True, tetap=3, asing=("<i>",)))
    assert "Kesalahan" not in "".join(drawn)
    assert "Status SIPD tidak dibaca" in drawn[1]
    assert "“&lt;i&gt;”" in drawn[2]
