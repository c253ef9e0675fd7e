"""Sent usulan as rows: rank, what and where, score, cost."""

from collections.abc import Sequence
from html import escape

from musrenbang.formats import angka, bulat, rupiah, skor
from musrenbang.model import UsulanMasuk
from pages.parts.table import table

HEADS = ("Peringkat", "Usulan", "Lokasi", "Skor", "Perkiraan biaya")


def ranked_table(usulan: Sequence[UsulanMasuk]) -> str:
    return table(HEADS, map(_cells, usulan), numbers=(0, 3, 4))


def _cells(u: UsulanMasuk) -> tuple[str, ...]:
    below = f"{u.nama_desa} · {angka(u.isi.volume)} {u.isi.satuan} · {bulat(u.isi.penerima)} KK"
    return (
        _rank(u),
        f"{escape(u.isi.nama)}<small>{escape(below)}</small>",
        escape(u.isi.lokasi),
        skor(u.poin),
        rupiah(u.isi.biaya),
    )


def _rank(u: UsulanMasuk) -> str:
    tied = f"<small>seri {u.seri} usulan</small>" if (u.seri or 0) > 1 else ""
    return f'<b class="urut">{u.peringkat or "–"}</b>{tied}'
