"""Usulan prioritas by the OPD that is to carry them out, by rank, with what it has answered (L26, L35)."""

from collections.abc import Iterator

from musrenbang.model import BahanCetak, Jawaban, UsulanMasuk
from reports import keterangan, peringkat
from reports.lists.listing import BIAYA, Field, Listing, Row, always
from reports.lists.skoring import skor

ISI = (
    Field("OPD Penanggung Jawab", 36),
    Field("Peringkat", 10, "whole"),
    Field("Banyak Seri", 10, "whole"),
    Field("Kode", 24),
    Field("Desa/Kelurahan", 24),
    Field("Nama Usulan", 60),
    Field("Permasalahan", 50),
    Field("Lokasi", 40),
    Field("Volume", 12, "decimal"),
    Field("Satuan", 14),
    BIAYA,
    Field("Penerima Manfaat (KK)", 12, "whole"),
    Field("Prioritas Pembangunan", 32),
    Field("Skor", 8, "decimal"),
)
JAWABAN = (
    Field("Jawaban OPD", 26),
    Field("Alasan OPD", 50),
    Field("Volume Diterima", 12, "decimal"),
    Field("Biaya Diterima (Rp)", 20, "rupiah"),
    Field("Anggaran (Rp)", 20, "rupiah", summed=True),
    Field("Realisasi (Rp)", 20, "rupiah", summed=True),
)
FIELDS = always(*ISI, *JAWABAN)


def _rows(bahan: BahanCetak) -> Iterator[Row]:
    utama = sorted((u for u in bahan.terpilih if u.utama), key=peringkat.rank_key)
    return (_row(bahan, u) for group in keterangan.by_opd(bahan, utama).values() for u in group)


def _row(bahan: BahanCetak, u: UsulanMasuk) -> Row:
    isi = u.isi
    return (
        keterangan.opd(bahan, u),
        u.peringkat,
        u.seri,
        u.kode,
        keterangan.wilayah(u),
        isi.nama,
        isi.permasalahan,
        isi.lokasi,
        isi.volume,
        isi.satuan,
        isi.biaya,
        isi.penerima,
        keterangan.prioritas(bahan, u),
        skor(u.poin),
        *answer(bahan.jawaban.get(u.id)),
    )


def answer(j: Jawaban | None) -> Row:
    """What the OPD says, why, the volume and cost that it accepts instead, what is budgeted and spent."""
    if j is None:
        return (None,) * 6
    isi = j.isi
    return (isi.jawab.value.capitalize(), isi.alasan or None, isi.volume, isi.biaya, j.anggaran, j.realisasi)


DAFTAR_OPD = Listing("Daftar OPD", FIELDS, _rows)
