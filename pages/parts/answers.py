"""What an OPD has answered to an usulan, as a chip and the words below it."""

from html import escape

from musrenbang.formats import angka, rupiah
from musrenbang.model import Jawab, Jawaban
from pages.parts import chips

BELUM = "Belum dijawab"
_LOOK = {
    Jawab.DITERIMA: ("s", "check_circle"),
    Jawab.DIUBAH: ("p", "edit"),
    Jawab.DITOLAK: ("t", "do_not_disturb_on"),
}


def named(j: Jawaban | None) -> str:
    return j.isi.jawab.value.capitalize() if j else BELUM


def chip(j: Jawaban | None) -> str:
    look, icon = _LOOK[j.isi.jawab] if j else ("b", "radio_button_unchecked")
    return chips.chip(look, icon, named(j))


def details(j: Jawaban | None, satuan: str) -> list[str]:
    """Lines of plain text: what is accepted instead, why, and what is budgeted and spent."""
    if j is None:
        return []
    changed = f"menjadi {angka(j.isi.volume)} {satuan}, {rupiah(j.isi.biaya or 0)}" if j.isi.volume else ""
    spent = f" · realisasi {rupiah(j.realisasi)}" if j.realisasi is not None else ""
    budgeted = f"anggaran {rupiah(j.anggaran)}{spent}" if j.anggaran is not None else ""
    return [line for line in (changed, j.isi.alasan, budgeted) if line]


def cell(j: Jawaban | None, satuan: str) -> str:
    below = "".join(f"<small>{escape(line)}</small>" for line in details(j, satuan))
    return f"{chip(j)}{below}"
