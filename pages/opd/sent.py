"""What was sent to one OPD and what it has answered: read once a run, and which of it a filter leaves."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from musrenbang.actions.jawaban import Kiriman, PerRapat
from musrenbang.model import Jawab, Jawaban, Orang, Rapat, UsulanMasuk
from pages.parts import questions, session


class Keadaan(StrEnum):
    SEMUA = "Semua jawaban"
    BELUM = "Belum dijawab"
    SUDAH = "Sudah dijawab"
    DITERIMA = "Diterima"
    DIUBAH = "Diterima dengan perubahan"
    DITOLAK = "Ditolak"


_JAWAB = {Keadaan.DITERIMA: Jawab.DITERIMA, Keadaan.DIUBAH: Jawab.DIUBAH, Keadaan.DITOLAK: Jawab.DITOLAK}


@dataclass(frozen=True)
class Sent:
    """`usulan` are by kecamatan and rank; `rapat` holds the meeting of each."""

    who: Orang
    usulan: list[UsulanMasuk]
    rapat: Mapping[UUID, Rapat]
    jawaban: Mapping[UUID, Jawaban]

    def kecamatan(self, u: UsulanMasuk) -> str:
        return self.rapat[u.rapat].kecamatan.nama

    def answered(self, rows: Iterable[UsulanMasuk]) -> int:
        return sum(u.id in self.jawaban for u in rows)

    def accepted(self, u: UsulanMasuk) -> bool:
        return u.id in self.jawaban and self.jawaban[u.id].diterima

    def seen(self, chosen: Iterable[UsulanMasuk]) -> PerRapat:
        """As it is on the screen."""
        found = defaultdict[UUID, dict[UUID, int]](dict)
        for u in chosen:
            found[u.rapat][u.id] = self.jawaban[u.id].versi if u.id in self.jawaban else 0
        return {rapat: Kiriman(self.rapat[rapat].dikirim, versi) for rapat, versi in found.items()}


def sent(who: Orang) -> Sent:
    found = questions.sent_to(who)
    return Sent(who, [u for _, u in found], {r.id: r for r, _ in found}, questions.answered_by(who))


def sent_by_now() -> Sent:
    """For a dialog that stays open: it asks again who is there."""
    return sent(session.must_be_in())


def seen_again(ids: Collection[UUID]) -> PerRapat:
    """As it is by now."""
    now = sent_by_now()
    return now.seen(u for u in now.usulan if u.id in ids)


def fits(s: Sent, u: UsulanMasuk, kata: str, kecamatan: str | None, keadaan: Keadaan) -> bool:
    """`kata`: every word of it is mentioned. `kecamatan`: its kode, None for all."""
    here = kecamatan in (None, s.rapat[u.rapat].kecamatan.kode)
    return here and _stands(s.jawaban.get(u.id), keadaan) and _mentions(u, kata.lower().split())


def _stands(j: Jawaban | None, keadaan: Keadaan) -> bool:
    if keadaan in _JAWAB:
        return j is not None and j.isi.jawab is _JAWAB[keadaan]
    return keadaan is Keadaan.SEMUA or (j is not None) == (keadaan is Keadaan.SUDAH)


def _mentions(u: UsulanMasuk, words: list[str]) -> bool:
    said = f"{u.kode} {u.nama_desa} {u.isi.nama} {u.isi.lokasi}".lower()
    return all(word in said for word in words)
