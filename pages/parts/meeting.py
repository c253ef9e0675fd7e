"""The meeting a screen shows: its facts and lists as they are now, read through the checked questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode
from uuid import UUID

from musrenbang.actions import baca, induk_pagu, ingatan, jawaban, lampiran
from musrenbang.model import Berkas, Fakta, Jawaban, Orang, Pengajuan, Peran, Rapat, Rujukan, UsulanMasuk
from musrenbang.store.current import current
from pages.parts import session


@dataclass(frozen=True)
class Meeting:
    """Lives for one run of the script, so each question is asked at most once.

    `tanda` says as of when; `versi` is the same as a number in memory, for live screens.
    """

    who: Orang
    rapat: Rapat
    tanda: str
    versi: int

    @property
    def id(self) -> UUID:
        return self.rapat.id

    @property
    def may_write(self) -> bool:
        """A courtesy for buttons; the refusal itself is in the actions."""
        return self.who.peran is Peran.CAMAT and self.rapat.dikirim is None and self.rapat.dibawa is None

    @property
    def running(self) -> bool:
        return self.may_write and self.rapat.dimulai is not None

    @property
    def all_scored(self) -> bool:
        return self.fakta.kemajuan.skor_lengkap == self.fakta.kemajuan.utama

    @cached_property
    def fakta(self) -> Fakta:
        return baca.fakta(current(), self.who, self.id, self.tanda)

    @cached_property
    def usulan(self) -> list[UsulanMasuk]:
        return baca.usulan_masuk(current(), self.who, self.id, self.tanda)

    @cached_property
    def rujukan(self) -> Rujukan:
        return baca.rujukan(current(), self.who, self.id, self.tanda)

    @cached_property
    def jawaban(self) -> dict[UUID, Jawaban]:
        """What OPD have answered, by usulan (L35)."""
        return jawaban.di_rapat(current(), self.who, self.id)

    @cached_property
    def pengajuan(self) -> dict[UUID, Pengajuan]:
        """How often, of each usulan that its desa/kelurahan has proposed before."""
        return ingatan.pengajuan_rapat(current(), self.who, self.id)

    @cached_property
    def pagu(self) -> int | None:
        """Shown and never decided by, so it is no part of the facts."""
        return induk_pagu.pagu_rapat(current(), self.who, self.id)

    def attached_to(self, usulan: Sequence[UsulanMasuk]) -> dict[UUID, list[Berkas]]:
        """What the desa/kelurahan have attached to these usulan, by id, photos first (L24)."""
        return lampiran.daftar(current(), self.who, [u.id for u in usulan])

    def reopened(self) -> "Meeting":
        """The same meeting read anew, for a fragment: it runs without the shell, so it asks again who is there."""
        return open_meeting(session.must_be_in(), self.rapat.kecamatan.kode, self.rapat.tahun)

    def paper(self, kertas: str, akhiran: str = "pdf", /, **pilihan: str | None) -> str:
        """The address of a paper about this meeting; its route checks the person again.

        `pilihan`: desa, asal, opd, kertas ("A4"), arsip ("1"), as the route takes them.
        """
        chosen = urlencode({name: value for name, value in pilihan.items() if value})
        address = f"/unduh/{kertas}/{self.rapat.kecamatan.kode}/{self.rapat.tahun}.{akhiran}"
        return f"{address}?{chosen}" if chosen else address

    def paper_and_sheet(self, kertas: str) -> list[tuple[str, str]]:
        """Links for `heading`: the same content to print and to calculate with."""
        return [("Unduh PDF", self.paper(kertas)), ("Unduh XLSX", self.paper(kertas, "xlsx"))]


def open_meeting(who: Orang, kecamatan: str, tahun: int | None = None) -> Meeting:
    """Of the current year when none is named."""
    return Meeting(who, *baca.rapat_berjalan(current(), who, kecamatan, tahun))
