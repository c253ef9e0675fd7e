"""L15: what the hall reads about prioritas, kriteria, weights and ties."""

from dataclasses import replace
from datetime import date

from musrenbang.intake.reference_files import read_reference
from musrenbang.model import Bobot
from musrenbang.words import PEMECAH_SERI
from pages.musyawarah.penjelasan_skoring import kriteria_html, prioritas_html

DATA = read_reference()
CONTOH = Bobot(tuple(DATA.kriteria))


def test_all_eight_prioritas_are_shown():
    html = prioritas_html(DATA.prioritas)
    assert len(DATA.prioritas) == 8
    assert all(p.nama in html for p in DATA.prioritas)


def test_all_kriteria_their_words_total_and_tie_break_are_shown():
    html = kriteria_html(CONTOH)
    assert all(k.nama in html and all(kata in html for kata in k.kata) for k in DATA.kriteria)
    assert "<b>100</b>" in html
    assert "dari 1,00 sampai 4,90" in html
    assert PEMECAH_SERI in html


def test_example_weights_say_so_until_they_are_approved():
    approved = replace(CONTOH, nomor_penetapan="050/1/BAPPEDA", tanggal_penetapan=date(2027, 1, 4))
    assert "Bobot contoh" in kriteria_html(CONTOH)
    assert "Bobot contoh" not in kriteria_html(approved)
    assert "Nomor 050/1/BAPPEDA tanggal 4 Januari 2027" in kriteria_html(approved)
