"""Usulan that are not among the priorities, each with its reason (L18, L20, Lampiran III)."""

from collections.abc import Iterator
from uuid import UUID

from musrenbang.model import BahanCetak, Keputusan, UsulanMasuk
from reports import keterangan
from reports.lists.listing import BIAYA, Field, Listing, Row, always

FIELDS = always(
    Field("No", 6, "whole"),
    Field("Kode", 24),
    Field("Desa/Kelurahan", 24),
    Field("Nama Usulan", 60),
    Field("Lokasi", 40),
    Field("Volume", 12, "decimal"),
    Field("Satuan", 14),
    BIAYA,
    Field("Status", 22),
    Field("Alasan", 60),
)
STATUS = {Keputusan.TIDAK_SESUAI: "Tidak sesuai", Keputusan.DIGABUNG: "Digabung"}
ORDER = ("Cadangan", "Tidak sesuai", "Digabung", "Belum ditetapkan")


def status(u: UsulanMasuk) -> str:
    """Which way an usulan did not become a priority: one of ORDER."""
    return "Cadangan" if u.cadangan else STATUS.get(u.keputusan, "Belum ditetapkan")


def reason(u: UsulanMasuk, kode: dict[UUID, str]) -> str:
    """Empty where nobody gave one."""
    if u.keputusan is Keputusan.DIGABUNG:
        return keterangan.merged_into(u, kode)
    return (u.alasan_cadangan if u.cadangan else u.alasan_verifikasi) or ""


def _rows(bahan: BahanCetak) -> Iterator[Row]:
    kode = keterangan.kode_by_id(bahan)
    rest = sorted((u for u in bahan.terpilih if not u.utama), key=lambda u: ORDER.index(status(u)))
    return (_row(number, u, reason(u, kode)) for number, u in enumerate(rest, 1))


def _row(number: int, u: UsulanMasuk, alasan: str) -> Row:
    return (
        number,
        u.kode,
        keterangan.wilayah(u),
        u.isi.nama,
        u.isi.lokasi,
        u.isi.volume,
        u.isi.satuan,
        u.isi.biaya,
        status(u),
        alasan,
    )


USULAN_CADANGAN = Listing("Usulan Cadangan", FIELDS, _rows)
