"""What anybody may know without logging in: no accounts of people, nothing that is not yet decided."""

from datetime import datetime

from musrenbang import guards
from musrenbang.actions.door import clean
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import BahanCetak, HasilKecamatan, Jadwal
from musrenbang.store import hasil as results
from musrenbang.store import jadwal as schedule
from musrenbang.store import jawaban, meetings, recent, scores
from musrenbang.store.engine import Rows, Store


def jadwal(store: Store, tahun: int) -> list[Jadwal]:
    """When and where each kecamatan meets, the first one first; without a date yet last (L02)."""
    return schedule.of_year(store, tahun)


def tahun(store: Store) -> list[int]:
    """The years that have meetings, latest first."""
    return meetings.years(store)


def hasil(store: Store, tahun: int) -> list[HasilKecamatan]:
    """Which meetings of a year have sent, and how much; by name of kecamatan."""
    return results.of_year(store, tahun)


def hasil_rapat(store: Store, kecamatan: str, tahun: int, now: datetime) -> BahanCetak:
    """What one sent meeting has decided, from one moment. Refused before Kirim. It holds names too, which only papers
    print: whatever is made of it for the public must leave them out.
    """
    hall = store.hall

    def work(tx: Rows) -> BahanCetak:
        found = meetings.find_by_place(tx, clean(kecamatan), tahun)
        if found is None:
            raise Refused([Issue("tidak_ditemukan")])
        moment = recent.Moment(hall, tx, found.id)
        fakta = moment.fakta(found)
        refuse(*guards.publish(fakta))
        refs = moment.rujukan(found)
        return BahanCetak(
            fakta, refs.bobot, tuple(moment.usulan()), refs.desa, refs.opd, refs.prioritas, now,
            urutan_seri=scores.tie_orders(tx, found.id), jawaban=jawaban.in_meeting(tx, found.id),
        )  # fmt: skip

    return store.snapshot(work)
