"""The sample database: made-up people and usulan in Langkat's real places, with meetings at every stage."""

from datetime import datetime

from musrenbang import passwords
from musrenbang.actions.siapkan import TAHUN, isi_rujukan
from musrenbang.contoh.akun import people
from musrenbang.contoh.jalannya import lead_all
from musrenbang.contoh.usulan import entered
from musrenbang.intake.reference_files import read_reference
from musrenbang.store import accounts, seed
from musrenbang.store import usulan_desa as table
from musrenbang.store.engine import Inside, Rows, Store

SANDI = "contoh-2027"


def buat(store: Store, now: datetime) -> None:
    """Fills an empty store, whole or not at all; the same on every run with the same `now`, but for password hashes.

    Raises NotEmpty when there is anything in the store already.
    """
    data = read_reference()
    sandi = passwords.hash_password(SANDI)
    with_passwords, proposals = [(person, sandi) for person in people(data)], entered(data, TAHUN)

    def work(tx: Rows) -> None:
        inside = Inside(store, tx)  # hundreds of actions wait for the disk once, not each
        isi_rujukan(inside, TAHUN)
        seed.mark_sample(tx)
        accounts.add(tx, with_passwords)
        table.add(tx, proposals)
        lead_all(inside, data, now)

    store.transaction(work)
