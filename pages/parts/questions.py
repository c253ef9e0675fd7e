"""What screens ask besides the meeting itself; every answer is checked against the person who asks."""

from collections.abc import Sequence
from uuid import UUID

from musrenbang.actions import baca, dokumen, hasil, ingatan, jawaban, lampiran, pemantauan, umum, usulan_desa
from musrenbang.actions.hasil import HasilUsulan
from musrenbang.actions.pemantauan import Pantauan
from musrenbang.actions.usulan_desa import KeadaanDesa
from musrenbang.model import (
    BahanCetak,
    Berkas,
    Fakta,
    Jadwal,
    Jawaban,
    KesiapanDesa,
    Orang,
    Pengajuan,
    PerubahanDesa,
    Rapat,
    Usulan,
    UsulanLalu,
    UsulanMasuk,
)  # fmt: skip
from musrenbang.store.current import current
from pages.parts import session, year
from pages.parts.meeting import Meeting


def kesiapan(m: Meeting) -> list[KesiapanDesa]:
    """What each desa/kelurahan has entered, approved and brought in (L01, L08)."""
    return baca.kesiapan(current(), m.who, m.id)


def documents(m: Meeting) -> list[Berkas]:
    """Scans, photos and video of a meeting, those that were replaced too, oldest first (L33, L34)."""
    return dokumen.daftar(current(), m.who, m.id)


def perubahan(m: Meeting) -> list[PerubahanDesa]:
    """What desa/kelurahan have done since Ambil, and the next one would fetch (L08)."""
    return baca.perubahan_desa(current(), m.who, m.id)


def all_meetings(who: Orang) -> list[Fakta]:
    """All meetings of the year that Bappeda looks at, by kode of kecamatan; Bappeda alone."""
    return baca.semua_rapat(current(), who, year.shown(who))


def watched(who: Orang) -> list[Pantauan]:
    """All meetings of the year that Bappeda looks at, the latest first; Bappeda alone."""
    return pemantauan.pantau(current(), who, year.shown(who), session.now())


def schedule(who: Orang) -> list[Jadwal]:
    """When and where the meetings of that year are held, as everybody may read it of the current one (L02)."""
    return umum.jadwal(current(), year.shown(who))


def sent_to(who: Orang) -> list[tuple[Rapat, UsulanMasuk]]:
    """What sent meetings of the current year have given to the OPD of this account, by kecamatan and rank (L35)."""
    store = current()
    return baca.usulan_opd(store, who, who.wilayah or "", baca.tahun_berjalan(store))


def answered_by(who: Orang) -> dict[UUID, Jawaban]:
    """What the OPD of this account has answered to them, by usulan."""
    store = current()
    return jawaban.untuk_opd(store, who, who.wilayah or "", baca.tahun_berjalan(store))


def entered_by(who: Orang) -> list[Usulan]:
    """What the desa/kelurahan of this account has entered for the current year, in its own order."""
    store = current()
    return baca.usulan_desa(store, who, who.wilayah or "", baca.tahun_berjalan(store))


def outcome_for(who: Orang) -> dict[UUID, HasilUsulan]:
    """What has become of the usulan of this account's desa/kelurahan, by usulan; empty before Kirim."""
    store = current()
    return hasil.hasil_desa(store, who, who.wilayah or "", baca.tahun_berjalan(store))


def left_over_of(who: Orang) -> list[UsulanLalu]:
    """What the desa/kelurahan of this account can propose again from earlier years, newest first."""
    store = current()
    return ingatan.dapat_diajukan_lagi(store, who, baca.tahun_berjalan(store))


def proposed_before_by(who: Orang) -> dict[UUID, Pengajuan]:
    """How often, of each usulan that it proposes again in the current year."""
    store = current()
    return ingatan.pengajuan_desa(store, who, baca.tahun_berjalan(store))


def keadaan_desa(who: Orang) -> KeadaanDesa:
    """Whether the usulan of the desa/kelurahan of this account are open, and what its forms choose from (L01)."""
    store = current()
    return usulan_desa.keadaan(store, who, baca.tahun_berjalan(store))


def attached(who: Orang, usulan: Sequence[UUID]) -> dict[UUID, list[Berkas]]:
    """What is attached to each of these usulan of desa/kelurahan."""
    return lampiran.daftar(current(), who, usulan)


def place_of(who: Orang) -> str:
    return baca.nama_wilayah(current(), who)


def papers_for_opd(who: Orang) -> dict[str, BahanCetak]:
    """What sent meetings have given to the OPD of this account, as material for a list, by name of kecamatan (L35)."""
    store, now = current(), session.now()
    rapat = {r.id: r for r, _ in sent_to(who)}
    return {r.kecamatan.nama: baca.bahan_cetak(store, who, r.id, now) for r in rapat.values()}
