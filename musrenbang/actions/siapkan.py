"""Making a new database ready for use, from the administrator's command line."""

from datetime import datetime

from musrenbang.actions import pengguna
from musrenbang.intake.reference_files import read_reference
from musrenbang.model import ADMIN, Peran
from musrenbang.store import seed
from musrenbang.store.engine import Inside, Rows, Store

TAHUN = 2027
AKUN_BAPPEDA, NAMA_BAPPEDA = "bappeda", "Bappeda Kabupaten Langkat"


class NotEmpty(Exception):
    """The database already holds data."""


def siapkan(store: Store, now: datetime, tahun: int = TAHUN) -> str:
    """Fills an empty store with reference data and one Bappeda account, both or none; returns its one-time password."""

    def work(tx: Rows) -> str:
        inside = Inside(store, tx)
        isi_rujukan(inside, tahun)
        return pengguna.tambah(inside, ADMIN, AKUN_BAPPEDA, NAMA_BAPPEDA, Peran.BAPPEDA, None, now).sandi

    return store.transaction(work)


def isi_rujukan(store: Store, tahun: int) -> None:
    """Raises NotEmpty when there is anything in the store already."""
    data = read_reference()

    def work(tx: Rows) -> None:
        if not seed.is_empty(tx):
            raise NotEmpty
        seed.fill(tx, data, tahun)

    store.transaction(work)
