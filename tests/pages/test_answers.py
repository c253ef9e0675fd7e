"""An answer in a cell: its words, and what people have typed as text."""

from decimal import Decimal

from musrenbang.actions.hasil import HasilUsulan
from musrenbang.model import IsiJawaban, Jawab, Jawaban, Keputusan, Opd
from pages.desa import outcome
from pages.parts import answers
from tests.cast import NOW, PUTR
from tests.pages.usulan_rows import masuk

UBAH = Jawaban(IsiJawaban(Jawab.DIUBAH, "<b>Survei", Decimal("1500.50"), 180_000_000), 5_000, 4_000, NOW, 1)
OPD = {PUTR: Opd(PUTR, "Dinas PUTR", "PUTR", "")}


def test_the_lines_below_the_chip() -> None:
    assert answers.details(UBAH, "meter") == [
        "menjadi 1.500,5 meter, Rp180.000.000", "<b>Survei", "anggaran Rp5.000 · realisasi Rp4.000",
    ]  # fmt: skip
    assert answers.details(Jawaban(IsiJawaban(Jawab.DITERIMA), None, None, NOW, 1), "meter") == []
    assert answers.details(None, "meter") == []


def test_what_was_typed_is_no_markup() -> None:
    assert "&lt;b&gt;Survei" in answers.cell(UBAH, "meter")
    assert "Belum dijawab" in answers.cell(None, "meter")


def test_the_desa_reads_what_became_of_each() -> None:
    main = masuk("a", 1, prioritas=1, opd=PUTR, peringkat=7, keputusan=Keputusan.SESUAI)
    reserve = masuk("a", 2, alasan_cadangan="Lahan <belum>", keputusan=Keputusan.SESUAI)
    refused = masuk("a", 3, alasan_verifikasi="Kewenangan desa", keputusan=Keputusan.TIDAK_SESUAI)
    told = [outcome.cell(HasilUsulan(u, None), OPD) for u in (main, reserve, refused)]
    assert all(words in told[0] for words in ("Prioritas, peringkat 7", "Dikirim ke Dinas PUTR", "Belum dijawab"))
    assert all(words in told[1] for words in ("Cadangan", "Lahan &lt;belum&gt;"))
    assert all(words in told[2] for words in ("Tidak sesuai", "Kewenangan desa"))
    assert "Tidak dibahas" in outcome.cell(None, OPD)
