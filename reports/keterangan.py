"""How an usulan is written in a cell: its place, volume, OPD and what was decided about it."""

from collections.abc import Iterable
from uuid import UUID

from musrenbang import formats
from musrenbang.model import Asal, BahanCetak, Keputusan, UsulanMasuk
from reports.blocks import filled
from reports.lettering import NBSP


def wilayah(usulan: UsulanMasuk) -> str:
    """ "Desa Lau Damak"; an usulan of the kecamatan itself names the desa it lies in, if any."""
    if usulan.asal is Asal.KECAMATAN:
        return f"Usulan Kecamatan ({usulan.nama_desa})" if usulan.desa else "Usulan Kecamatan"
    return f"{usulan.asal} {usulan.nama_desa}"


def by_wilayah(usulan: Iterable[UsulanMasuk]) -> dict[tuple[str, str | None], list[UsulanMasuk]]:
    """Usulan under (wilayah, kode of its desa), in the order in which these first appear."""
    groups: dict[tuple[str, str | None], list[UsulanMasuk]] = {}
    for u in usulan:
        groups.setdefault((wilayah(u), u.desa), []).append(u)
    return groups


def by_opd(bahan: BahanCetak, usulan: Iterable[UsulanMasuk]) -> dict[str, list[UsulanMasuk]]:
    """Usulan under the name of the OPD that is to carry them out, by kode of the OPD."""
    groups: dict[str, list[UsulanMasuk]] = {}
    for u in sorted(usulan, key=lambda u: (u.opd is None, u.opd or "")):
        groups.setdefault(opd(bahan, u), []).append(u)
    return groups


def opd(bahan: BahanCetak, usulan: UsulanMasuk) -> str:
    if usulan.opd is None:
        return "OPD belum dipilih"
    return nama_opd(bahan, usulan.opd)


def nama_opd(bahan: BahanCetak, kode: str) -> str:
    known = bahan.opd.get(kode)
    return known.nama if known else kode


def prioritas(bahan: BahanCetak, usulan: UsulanMasuk) -> str:
    known = bahan.prioritas.get(usulan.prioritas or 0)
    return known.nama if known else "–"


def volume(usulan: UsulanMasuk) -> str:
    return f"{formats.angka(usulan.isi.volume)}{NBSP}{usulan.isi.satuan}"


def lokasi(usulan: UsulanMasuk) -> str:
    """The place and its desa/kelurahan, where no column names that."""
    return ", ".join(part for part in (usulan.isi.lokasi, wilayah(usulan)) if part)


def total_biaya(usulan: Iterable[UsulanMasuk]) -> int:
    return sum(u.isi.biaya for u in usulan)


def jumlah_biaya(usulan: Iterable[UsulanMasuk]) -> str:
    """Their cost together, for a column headed (Rp)."""
    return formats.bulat(total_biaya(usulan))


def keputusan(usulan: UsulanMasuk, kode: dict[UUID, str]) -> str:
    """The decision at verification (L10) with what belongs to it. `kode` gives the kode of an usulan by its id."""
    if usulan.keputusan is Keputusan.DIUBAH:
        return f"Sesuai dengan perubahan{_before(usulan)}"
    if usulan.keputusan is Keputusan.DIGABUNG:
        return merged_into(usulan, kode)
    reason = f": {usulan.alasan_verifikasi}" if usulan.alasan_verifikasi else ""
    return f"{_spoken(usulan.keputusan)}{reason}"


def merged_into(usulan: UsulanMasuk, kode: dict[UUID, str]) -> str:
    other = kode.get(usulan.digabung_ke) if usulan.digabung_ke else None
    return f"Digabung dengan usulan {other or 'lain'}"


def alasan(usulan: UsulanMasuk, kode: dict[UUID, str]) -> str:
    """Why an usulan is not among the priorities; a dotted line where nobody said why."""
    if usulan.keputusan is Keputusan.DIGABUNG:
        return merged_into(usulan, kode)
    reason = usulan.alasan_cadangan if usulan.cadangan else usulan.alasan_verifikasi
    return filled(reason)


def saringan(bahan: BahanCetak) -> str:
    """Which usulan a list holds: "Desa Lau Damak", "Usulan Kelurahan", the name of an OPD; empty when it holds all."""
    chosen = bahan.saringan
    parts = (
        _place(bahan, chosen.desa) if chosen.desa else "",
        f"Usulan {chosen.asal}" if chosen.asal else "",
        nama_opd(bahan, chosen.opd) if chosen.opd else "",
    )
    return ", ".join(part for part in parts if part)


def _place(bahan: BahanCetak, kode: str) -> str:
    known = next((d for d in bahan.desa if d.kode == kode), None)
    return f"{known.jenis} {known.nama}" if known else f"Desa/Kelurahan {kode}"


def kode_by_id(bahan: BahanCetak) -> dict[UUID, str]:
    return {u.id: u.kode for u in bahan.usulan}


def _spoken(decision: Keputusan) -> str:
    return "Belum diverifikasi" if decision is Keputusan.BELUM else decision.value.capitalize()


def _before(usulan: UsulanMasuk) -> str:
    parts = []
    if usulan.volume_asal is not None and usulan.volume_asal != usulan.isi.volume:
        parts.append(f"{formats.angka(usulan.volume_asal)}{NBSP}{usulan.isi.satuan}")
    if usulan.biaya_asal is not None and usulan.biaya_asal != usulan.isi.biaya:
        parts.append(formats.rupiah(usulan.biaya_asal))
    return f" (semula {', '.join(parts)})" if parts else ""
