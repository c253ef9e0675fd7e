"""The usulan of a meeting in the 25 columns of SIPD's own export, in its order. What is not known stays empty."""

from collections.abc import Iterator
from uuid import UUID

from musrenbang.model import BahanCetak, UsulanMasuk
from reports import keterangan, peringkat
from reports.blocks import KABUPATEN
from reports.lists import cadangan
from reports.lists.listing import Field, Listing, Row, always

FIELDS = always(
    Field("ID Usulan", 24),
    Field("Tanggal Usul", 14),
    Field("Pengusul", 28),
    Field("Profil", 14),
    Field("Usulan", 60),
    Field("Masalah", 50),
    Field("Alamat", 40),
    Field("Kabupaten", 20),
    Field("Kecamatan", 20),
    Field("Kelurahan", 24),
    Field("Usulan Ke", 10, "whole"),
    Field("OPD Tujuan Awal", 36),
    Field("OPD Tujuan Akhir", 36),
    Field("Status", 14),
    Field("Catatan", 50),
    Field("Rekomendasi Mitra", 20),
    Field("Rekomendasi Kelurahan", 20),
    Field("Rekomendasi Kecamatan", 40),
    Field("Rekomendasi SKPD", 20),
    Field("Rekomendasi TAPD", 20),
    Field("Volume", 12, "decimal"),
    Field("Satuan", 14),
    Field("Anggaran", 20, "rupiah"),
    Field("Jenis Belanja", 20),
    Field("Sub Kegiatan", 30),
)


def _rows(bahan: BahanCetak) -> Iterator[Row]:
    kode = keterangan.kode_by_id(bahan)
    return (_row(bahan, u, _catatan(u, kode)) for u in bahan.terpilih)


def _row(bahan: BahanCetak, u: UsulanMasuk, catatan: str) -> Row:
    tanggal = profil = status = mitra = kelurahan = skpd = tapd = belanja = sub_kegiatan = None  # SIPD's own
    return (
        u.kode,
        tanggal,
        keterangan.wilayah(u),
        profil,
        u.isi.nama,
        u.isi.permasalahan,
        u.isi.lokasi,
        KABUPATEN,
        bahan.fakta.rapat.kecamatan.nama,
        u.nama_desa if u.desa else None,
        u.urutan,
        _opd(bahan, u.isi.opd),
        _opd(bahan, u.opd),
        status,
        catatan,
        mitra,
        kelurahan,
        _rekomendasi(bahan, u),
        skpd,
        tapd,
        u.isi.volume,
        u.isi.satuan,
        u.isi.biaya,
        belanja,
        sub_kegiatan,
    )


def _opd(bahan: BahanCetak, kode: str | None) -> str | None:
    known = bahan.opd.get(kode or "")
    return known.nama if known else kode


def _catatan(u: UsulanMasuk, kode: dict[UUID, str]) -> str:
    """What the meeting decided, in words; the reason where there is one."""
    decision = keterangan.keputusan(u, kode)
    return f"{decision}. Usulan cadangan: {cadangan.reason(u, kode)}" if u.cadangan else decision


def _rekomendasi(bahan: BahanCetak, u: UsulanMasuk) -> str | None:
    if not u.utama:
        return None
    rank = f", peringkat {peringkat.peringkat(u)}" if u.peringkat else ""
    return f"Prioritas: {keterangan.prioritas(bahan, u)}{rank}"


SIPD = Listing("SIPD", FIELDS, _rows)
