"""Usulan in the meeting with what verification decided, all of them or those accommodated (L11, L12, L14)."""

from collections.abc import Iterable, Iterator
from itertools import count

from musrenbang.model import BahanCetak, UsulanMasuk
from reports import keterangan
from reports.lists.listing import BIAYA, Field, Listing, Row, always

FIELDS = always(
    Field("No", 6, "whole"),
    Field("Kode", 24),
    Field("Asal", 12),
    Field("Desa/Kelurahan", 24),
    Field("Urutan", 8, "whole"),
    Field("Nama Usulan", 60),
    Field("Permasalahan", 50),
    Field("Lokasi", 40),
    Field("Volume", 12, "decimal"),
    Field("Satuan", 14),
    BIAYA,
    Field("Penerima Manfaat (KK)", 12, "whole"),
    Field("Bidang", 20),
    Field("Kewenangan", 14),
    Field("Keputusan Verifikasi", 40),
    Field("OPD Penanggung Jawab", 36),
)


def _all(bahan: BahanCetak) -> Iterator[Row]:
    return _numbered(bahan, bahan.terpilih)


def _accommodated(bahan: BahanCetak) -> Iterator[Row]:
    return _numbered(bahan, (u for u in bahan.terpilih if u.diterima))


def _numbered(bahan: BahanCetak, usulan: Iterable[UsulanMasuk]) -> Iterator[Row]:
    kode, numbers = keterangan.kode_by_id(bahan), count(1)
    for u in usulan:
        yield _row(bahan, next(numbers), u, keterangan.keputusan(u, kode))


def _row(bahan: BahanCetak, number: int, u: UsulanMasuk, keputusan: str) -> Row:
    isi = u.isi
    return (
        number,
        u.kode,
        u.asal.value,
        u.nama_desa,
        u.urutan,
        isi.nama,
        isi.permasalahan,
        isi.lokasi,
        isi.volume,
        isi.satuan,
        isi.biaya,
        isi.penerima,
        isi.bidang.value,
        isi.kewenangan.value,
        keputusan,
        keterangan.opd(bahan, u),
    )


USULAN_MASUK = Listing("Usulan Masuk", FIELDS, _all)
USULAN_TERAKOMODIR = Listing("Usulan Terakomodir", FIELDS, _accommodated)
