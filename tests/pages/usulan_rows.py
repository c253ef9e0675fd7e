"""Usulan of a meeting made by hand, for what screens decide without a store."""

from dataclasses import replace
from uuid import UUID, uuid5

from musrenbang.model import Asal, Keputusan, UsulanMasuk
from tests.cast import PUTR, RAPAT, isi


def masuk(desa: str | None, urutan: int, **other: object) -> UsulanMasuk:
    asal = Asal.DESA if desa else Asal.KECAMATAN
    plain = UsulanMasuk(
        id=_id(desa, urutan), rapat=RAPAT, kode=f"{desa}-{urutan}", asal=asal, desa=desa, nama_desa=desa or "Kecamatan",
        urutan=urutan, isi=isi("Jalan", opd=PUTR), versi=1, keputusan=Keputusan.BELUM, alasan_verifikasi=None,
        digabung_ke=None, volume_asal=None, biaya_asal=None, catatan_aturan=(), prioritas=None, alasan_cadangan=None,
        opd=None, tingkat=None, versi_skor=None, poin=None, peringkat_skor=None, peringkat=None, seri_skor=None,
        seri=None,
    )  # fmt: skip
    return replace(plain, **other)


def _id(desa: str | None, urutan: int) -> UUID:
    return uuid5(RAPAT, f"{desa}-{urutan}")
