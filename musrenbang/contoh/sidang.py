"""A sample meeting while it is led: whose it is, what its clock says, which chances it takes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from musrenbang.actions import baca
from musrenbang.contoh import akun
from musrenbang.model import Kecamatan, UsulanMasuk
from musrenbang.store.engine import Store
from musrenbang.store.seed import meeting_id


class Sidang:
    """Every step reads the clock with `tick`, which then moves on by `pause`."""

    def __init__(
        self, store: Store, kecamatan: Kecamatan, opd: dict[str, str], tahun: int, opened: datetime, pause: timedelta
    ) -> None:
        self.store, self.kecamatan, self.opd = store, kecamatan, opd
        self.rapat, self.who = meeting_id(kecamatan.kode, tahun), akun.camat(kecamatan)
        self.rng = Random(f"sidang {kecamatan.kode}")
        self.opened, self.clock, self._pause = opened, opened, pause

    def tick(self) -> datetime:
        now = self.clock
        self.clock += self._pause
        return now

    def skip_to(self, moment: datetime) -> None:
        self.clock = moment

    def usulan(self) -> list[UsulanMasuk]:
        return baca.usulan_masuk(self.store, self.who, self.rapat)


def half(items: Sequence[UsulanMasuk]) -> list[UsulanMasuk]:
    return list(items[: len(items) // 2])
