"""Hasil Skoring: levels, poin and ranks of every usulan prioritas, with the order the meeting itself has set (L25)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from musrenbang.model import BahanCetak, Kriteria, UsulanMasuk
from reports import keterangan, peringkat
from reports.lists.listing import BIAYA, Field, Listing, Row

USULAN = (
    Field("Urutan Tampil", 8, "whole"),
    Field("Kode", 24),
    Field("Desa/Kelurahan", 24),
    Field("Nama Usulan", 60),
    Field("Lokasi", 40),
    BIAYA,
    Field("OPD Penanggung Jawab", 36),
    Field("Prioritas Pembangunan", 32),
)
HASIL = (
    Field("Poin", 8, "whole"),
    Field("Skor", 8, "decimal"),
    Field("Peringkat Skor", 10, "whole"),
    Field("Peringkat", 10, "whole"),
    Field("Banyak Seri", 10, "whole"),
    Field("Urutan oleh Musyawarah", 14, "whole"),
    Field("Keterangan", 50),
)


def _fields(all_: Sequence[BahanCetak]) -> tuple[Field, ...]:
    """A weight stands in the head where all meetings in the list share it."""
    weights = [{b.bobot.kriteria[i].bobot for b in all_} for i in range(len(all_[0].bobot.kriteria))]
    shared = zip(all_[0].bobot.kriteria, weights, strict=True)
    return (*USULAN, *(Field(_head(k, len(bobot) == 1), 14, "whole") for k, bobot in shared), *HASIL)


def _head(k: Kriteria, shared: bool) -> str:
    return f"K{k.nomor} {k.nama} (bobot {k.bobot}%)" if shared else f"K{k.nomor} {k.nama}"


def _rows(bahan: BahanCetak) -> Iterator[Row]:
    """By peringkat; then those not fully scored, which have no poin and no peringkat."""
    usulan = peringkat.ranked(bahan.terpilih) + peringkat.incomplete(bahan.terpilih)
    return (_row(bahan, number, u) for number, u in enumerate(usulan, 1))


def _row(bahan: BahanCetak, number: int, u: UsulanMasuk) -> Row:
    return (
        number,
        u.kode,
        keterangan.wilayah(u),
        u.isi.nama,
        u.isi.lokasi,
        u.isi.biaya,
        keterangan.opd(bahan, u),
        keterangan.prioritas(bahan, u),
        *(u.tingkat or (None,) * len(bahan.bobot.kriteria)),
        u.poin,
        skor(u.poin),
        u.peringkat_skor,
        u.peringkat,
        u.seri,
        bahan.urutan_seri.get(u.id),
        _remark(bahan, u),
    )


def skor(poin: int | None) -> Decimal | None:
    return None if poin is None else Decimal(poin) / 100


def _remark(bahan: BahanCetak, u: UsulanMasuk) -> str:
    return f"Belum lengkap diskor: {peringkat.missing(bahan, u)}" if u.poin is None else ""


HASIL_SKORING = Listing("Hasil Skoring", _fields, _rows)
