"""What the witness beside a database file says: whether anything that was once committed is not there any more."""

from datetime import datetime

from musrenbang.actions.lambang import RANTAI as DATA_INDUK
from musrenbang.actions.masuk import RANTAI as AKUN
from musrenbang.actions.pandangan import RANTAI as PANDANGAN
from musrenbang.errors import Issue
from musrenbang.model import ADMIN
from musrenbang.store import checks, trail
from musrenbang.store.engine import Rows, Store
from musrenbang.store.saksi import Unreadable
from musrenbang.store.trail import Chain

TERIMA = "terima basis data"
DISEBUT = 3  # chains by their names
TANPA_NAMA = "rapat yang tidak ada di basis data ini"


def kehilangan(store: Store) -> Issue | None:
    """None when the database has all that the witness knows, or has no witness.

    Its fact `kode` is what the administrator starts the server with who accepts the database as it is.
    """
    if store.saksi is None:
        return None
    try:
        lost = trail.lacking(store, store.saksi.known())
    except Unreadable:
        return Issue("saksi_rusak", {"berkas": store.saksi.path, "kode": store.saksi.kode()})
    return Issue("perubahan_hilang", {"rantai": _named(store, lost), "kode": store.saksi.kode()}) if lost else None


def terima(store: Store, lost: Issue, now: datetime) -> None:
    """The administrator goes on without what is lost: the trail says so."""

    def work(tx: Rows) -> None:
        chain = Chain(tx, DATA_INDUK, ADMIN.nama_pengguna, now)
        chain.write(TERIMA, "basis data", sesudah={"perubahan_hilang": lost.facts.get("rantai", "tidak diketahui")})
        chain.close()

    store.transaction(work)


def perbarui(store: Store) -> None:
    """The witness begins anew with all that is there."""
    if store.saksi:
        store.saksi.begin(trail.heads(store))


def nama_rantai(rows: Rows) -> dict[str, str]:
    """Each chain that there may be, in words, by its key."""
    meetings = {
        str(id_): f"Kecamatan {nama} tahun {tahun}" for id_, nama, tahun, *_ in checks.meetings_of_all_years(rows)
    }
    return {**meetings, AKUN: "akun", DATA_INDUK: "data induk", PANDANGAN: "pandangan"}


def _named(rows: Rows, lost: list[str]) -> str:
    names = nama_rantai(rows)
    told = sorted({names.get(rantai, TANPA_NAMA) for rantai in lost})
    more = len(told) - DISEBUT
    return ", ".join(told[:DISEBUT]) + (f", dan {more} lainnya" if more > 0 else "")
