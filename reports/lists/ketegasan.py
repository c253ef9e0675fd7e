"""How strict each meeting was, as sheets: the meetings, and the official order with the adjusted skor beside it."""

from datetime import datetime
from decimal import Decimal

from musrenbang.formats import rata
from musrenbang.model import HasilKetegasan, Kecamatan, Perbandingan, RujukanBanding, UsulanDinilai
from musrenbang.words_ketegasan import named
from reports.lists.listing import KECAMATAN, Field, Row, Sheet

PER_RAPAT = (
    Field("Kode", 12), KECAMATAN, Field("Dinilai", 10, "whole"), Field("Skor Rata-rata", 12, "decimal"),
    Field("Selisih (Perkiraan)", 12, "decimal"), Field("Galat Baku", 12, "decimal"),
    Field("Batas Bawah 95%", 12, "decimal"), Field("Batas Atas 95%", 12, "decimal"), Field("Tanda", 100),
)  # fmt: skip
PER_USULAN = (
    Field("Urutan Skor Resmi", 12, "whole"), Field("Kode", 26), Field("Usulan", 50), KECAMATAN,
    Field("Peringkat di Rapat", 12, "whole"), Field("Skor Resmi", 10, "decimal"),
    Field("Skor Disesuaikan (Perkiraan)", 14, "decimal"), Field("Urutan Bila Disesuaikan", 14, "whole"),
    Field("Urutan Terbaik 95%", 12, "whole"), Field("Urutan Terburuk 95%", 12, "whole"),
)  # fmt: skip


def sheets(found: HasilKetegasan, p: Perbandingan, refs: RujukanBanding, dicetak: datetime) -> list[Sheet]:
    """Of the kecamatan and usulan in scope; what is not estimated stays empty."""
    meetings = [_meeting(found, k, refs) for k in p.kecamatan]
    usulan = [_usulan(found, u, refs) for u in found.usulan if u.terpilih]
    return [
        Sheet("Ketegasan", PER_RAPAT, meetings, dicetak),
        Sheet("Skor Disesuaikan", PER_USULAN, usulan, dicetak),
    ]


def _meeting(found: HasilKetegasan, k: Kecamatan, refs: RujukanBanding) -> Row:
    poin = [u.poin for u in found.usulan if u.kecamatan == k.kode]
    rapat = found.penyesuaian and found.penyesuaian.rapat.get(k.kode)
    estimate = (rapat.selisih, rapat.galat, *rapat.selang) if rapat else (None,) * 4
    signs = named(found.tanda.get(k.kode, ()), refs.kriteria)
    return (k.kode, k.nama, len(poin), _skor(rata(sum(poin), len(poin))), *map(_skor, estimate), " ".join(signs))


def _usulan(found: HasilKetegasan, u: UsulanDinilai, refs: RujukanBanding) -> Row:
    own = found.penyesuaian and found.penyesuaian.usulan[u.id]
    adjusted = (_skor(own.poin), own.peringkat, own.terbaik, own.terburuk) if own else (None,) * 4
    return (u.urutan, u.kode, u.nama, refs.kecamatan[u.kecamatan], u.peringkat, _skor(u.poin), *adjusted)


def _skor(poin: float | None) -> Decimal | None:
    return None if poin is None else Decimal(round(poin)) / 100
