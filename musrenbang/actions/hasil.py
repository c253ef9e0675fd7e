"""What has become of usulan whose meeting has sent, for those who proposed them."""

from typing import NamedTuple
from uuid import UUID

from musrenbang.access import may_see_desa
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Jawaban, Orang, UsulanMasuk
from musrenbang.store import jawaban, meetings, recent, reference
from musrenbang.store.engine import Rows, Store


class HasilUsulan(NamedTuple):
    """What the meeting has decided, and what the OPD has answered, None while it has not."""

    usulan: UsulanMasuk
    jawaban: Jawaban | None


def hasil_desa(store: Store, who: Orang, kode: str, tahun: int) -> dict[UUID, HasilUsulan]:
    """Of each usulan of one desa/kelurahan in its meeting, by usulan; empty before Kirim."""

    def work(tx: Rows) -> dict[UUID, HasilUsulan]:
        desa = reference.find_desa(tx, kode)
        if desa is None:
            raise Refused([Issue("tidak_ditemukan")])
        refuse(*may_see_desa(who, desa))
        rapat = meetings.find_by_place(tx, desa.kecamatan, tahun)
        if rapat is None or rapat.dikirim is None:
            return {}
        answers = jawaban.in_meeting(tx, rapat.id)
        own = (u for u in recent.Moment(store.hall, tx, rapat.id).usulan() if u.desa == kode)
        return {u.id: HasilUsulan(u, answers.get(u.id)) for u in own}

    return store.snapshot(work)
