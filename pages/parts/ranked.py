"""Sent usulan as rows: rank, what and where, score, cost, and what the OPD has answered."""

from collections.abc import Mapping, Sequence
from html import escape
from uuid import UUID

from musrenbang.formats import angka, bulat, rupiah, skor
from musrenbang.model import Jawaban, UsulanMasuk
from pages.parts import answers
from pages.parts.table import table

HEADS = ("Peringkat", "Usulan", "Lokasi", "Skor", "Perkiraan biaya", "Jawaban OPD")


def ranked_table(usulan: Sequence[UsulanMasuk], jawaban: Mapping[UUID, Jawaban]) -> str:
    return table(HEADS, (_cells(u, jawaban.get(u.id)) for u in usulan), numbers=(0, 3, 4))


def _cells(u: UsulanMasuk, j: Jawaban | None) -> tuple[str, ...]:
    below = f"{u.nama_desa} · {angka(u.isi.volume)} {u.isi.satuan} · {bulat(u.isi.penerima)} KK"
    return (
        _rank(u),
        f"{escape(u.isi.nama)}<small>{escape(below)}</small>",
        escape(u.isi.lokasi),
        skor(u.poin),
        rupiah(u.isi.biaya),
        answers.cell(j, u.isi.satuan),
    )


def _rank(u: UsulanMasuk) -> str:
    tied = f"<small>seri {u.seri} usulan</small>" if (u.seri or 0) > 1 else ""
    return f'<b class="urut">{u.peringkat or "–"}</b>{tied}'
