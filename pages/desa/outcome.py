"""What has become of one usulan of a desa/kelurahan, in a cell: decided by the meeting, answered by the OPD."""

from collections.abc import Mapping
from html import escape

from musrenbang.actions.hasil import HasilUsulan
from musrenbang.model import Opd, UsulanMasuk
from pages.parts import answers, chips


def cell(hasil: HasilUsulan | None, opd: Mapping[str, Opd]) -> str:
    if hasil is None:
        return chips.chip("b", "radio_button_unchecked", "Tidak dibahas")
    u, j = hasil
    if not u.utama:
        return _left_out(u)
    to = opd.get(u.opd or "")
    rank = chips.chip("s", "check_circle", f"Prioritas, peringkat {u.peringkat or '–'}")
    return f"{rank}<small>Dikirim ke {escape(to.nama if to else u.opd or '')}:</small>{answers.cell(j, u.isi.satuan)}"


def _left_out(u: UsulanMasuk) -> str:
    chip = chips.chip("t", "inventory_2", "Cadangan") if u.cadangan else chips.keputusan(u.keputusan)
    reason = u.alasan_cadangan if u.cadangan else u.alasan_verifikasi
    return f"{chip}<small>{escape(reason)}</small>" if reason else chip
