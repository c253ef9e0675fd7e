"""The sample database: made-up people and usulan in Langkat's real places, with meetings at every stage."""

from collections.abc import Callable
from datetime import datetime

from musrenbang import passwords
from musrenbang.actions.siapkan import TAHUN, isi_rujukan
from musrenbang.contoh.akun import people
from musrenbang.contoh.jalannya import lead_all
from musrenbang.contoh.usulan import entered
from musrenbang.intake.reference_files import read_reference
from musrenbang.store import accounts, seed
from musrenbang.store import usulan as table
from musrenbang.store.engine import Row, Rows, Store, T

SANDI = "contoh-2027"


def buat(store: Store, now: datetime) -> None:
    """Fills an empty store, whole or not at all; the same on every run with the same `now`, but for password hashes.

    Raises NotEmpty when there is anything in the store already.
    """
    data = read_reference()
    sandi = passwords.hash_password(SANDI)
    with_passwords, proposals = [(person, sandi) for person in people(data)], entered(data, TAHUN)

    def work(tx: Rows) -> None:
        inside = _Inside(store.name, tx)
        isi_rujukan(inside, TAHUN)
        seed.mark_sample(tx)
        accounts.add(tx, with_passwords)
        table.add(tx, proposals)
        lead_all(inside, data, now)

    store.transaction(work)


class _Inside:
    """A store within one transaction of it: hundreds of actions wait for the disk once, not each."""

    def __init__(self, name: str, tx: Rows) -> None:
        self.name, self._tx = name, tx

    def rows(self, sql: str, *values: object) -> list[Row]:
        return self._tx.rows(sql, *values)

    def transaction(self, work: Callable[[Rows], T]) -> T:
        return work(self._tx)

    def close(self) -> None:
        """The one who opened the store closes it."""
