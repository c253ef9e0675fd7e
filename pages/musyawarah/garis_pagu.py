"""The pagu beside the ranking: a line where it is passed, and the sums. The ranking stands as it is without it."""

from musrenbang.formats import rupiah, rupiah_ringkas
from musrenbang.pagu import Jangkauan

TETAP = "Pagu tidak mengubah peringkat."


def rows_above(j: Jangkauan, first: int, shown: int) -> int:
    """How many of the `shown` rows from place `first` (from 0) stand above the line; 0: it is not among them."""
    above = j.termuat - first
    return above if 0 < above <= shown and j.termuat < j.banyak else 0


def line(j: Jangkauan) -> str:
    said = f"Sampai di sini {rupiah_ringkas(j.biaya)} dari pagu {rupiah_ringkas(j.pagu)}"
    return f'<tr class="garis-pagu"><td colspan="2">{said}</td></tr>'


def sums(j: Jangkauan) -> str:
    return f'<p class="redup">Pagu indikatif {rupiah(j.pagu)} {_reached(j)} {TETAP}</p>'


def _reached(j: Jangkauan) -> str:
    if j.termuat == j.banyak:
        return f"memuat semua {j.banyak} usulan berperingkat, {rupiah(j.semua)}."
    all_ = f"Semua {j.banyak} usulan berperingkat {rupiah(j.semua)}."
    if j.termuat == 0:
        return f"belum memuat usulan teratas. {all_}"
    tie = " Garisnya jatuh di antara usulan seri." if j.seri else ""
    return f"memuat {j.termuat} usulan teratas, {rupiah(j.biaya)}. {all_}{tie}"
