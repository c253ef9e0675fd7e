"""What the screens of one desa/kelurahan show: its own usulan as they are now, and whether they are open."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from musrenbang.actions.hasil import HasilUsulan
from musrenbang.actions.usulan_desa import KeadaanDesa
from musrenbang.model import Berkas, Orang, Pengajuan, Usulan, UsulanLalu
from pages.parts import questions, session


@dataclass(frozen=True)
class Own:
    """Lives for one run of the script, so each question is asked at most once."""

    who: Orang
    keadaan: KeadaanDesa

    @property
    def rapat(self) -> UUID:
        return self.keadaan.rapat.id

    @property
    def is_open(self) -> bool:
        """A courtesy for buttons; the refusal itself is in the actions."""
        return not self.keadaan.ditutup

    @cached_property
    def usulan(self) -> list[Usulan]:
        return questions.entered_by(self.who)

    @cached_property
    def lampiran(self) -> dict[UUID, list[Berkas]]:
        return questions.attached(self.who, [u.id for u in self.usulan])

    @cached_property
    def hasil(self) -> dict[UUID, HasilUsulan]:
        """What has become of each usulan that the meeting has dealt with; empty before Kirim."""
        return questions.outcome_for(self.who)

    @cached_property
    def lalu(self) -> list[UsulanLalu]:
        """What it can propose again from earlier years, newest first."""
        return questions.left_over_of(self.who)

    @cached_property
    def pengajuan(self) -> dict[UUID, Pengajuan]:
        """How often, of each usulan that it has proposed before."""
        return questions.proposed_before_by(self.who)

    def reopened(self) -> "Own":
        """The same read anew, for what follows a save."""
        return own(session.must_be_in())


def own(who: Orang) -> Own:
    return Own(who, questions.keadaan_desa(who))


def seen(usulan: list[Usulan]) -> dict[UUID, int]:
    """The versi of each as it is on the screen."""
    return {u.id: u.versi for u in usulan}
