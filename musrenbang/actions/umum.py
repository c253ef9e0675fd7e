"""What anybody may know without logging in: no names of people, nothing that is not yet decided."""

from musrenbang.model import Jadwal
from musrenbang.store import jadwal as schedule
from musrenbang.store.engine import Store


def jadwal(store: Store, tahun: int) -> list[Jadwal]:
    """When and where each kecamatan meets, the first one first; without a date yet last (L02)."""
    return schedule.of_year(store, tahun)
