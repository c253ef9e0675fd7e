"""The crest of the kabupaten, which the letterhead of every paper prints."""

from datetime import datetime
from uuid import UUID

from musrenbang.access import may_keep_master_data
from musrenbang.actions import berkas
from musrenbang.actions.catatan import dicatat
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import KABUPATEN, Berkas, JenisBerkas, Orang
from musrenbang.store import berkas as table
from musrenbang.store.engine import Rows, Store
from musrenbang.store.trail import Chain

RANTAI = "data induk"
GANTI, LEPAS = "ganti lambang", "lepas lambang"


@dicatat(GANTI)
def ganti(store: Store, who: Orang, content: bytes, nama: str, now: datetime) -> None:
    """Puts a new crest in the place of the old one, which is kept. `content` is a PNG or JPEG, drawn anew as PNG."""
    refuse(*may_keep_master_data(who))
    path = berkas.receive(store, content)
    with berkas.kept(store, who, KABUPATEN, JenisBerkas.LAMBANG, nama, path, now) as new:

        def work(tx: Rows) -> None:
            chain = Chain(tx, RANTAI, who.nama_pengguna, now)
            old = _retire(tx, now)
            table.add(tx, new)
            chain.write(GANTI, "lambang", _told(old), _told(new))
            chain.close()

        store.transaction(work)


@dicatat(LEPAS)
def lepas(store: Store, who: Orang, now: datetime) -> None:
    """Papers have no crest from now on. The file is kept."""
    refuse(*may_keep_master_data(who))

    def work(tx: Rows) -> None:
        chain = Chain(tx, RANTAI, who.nama_pengguna, now)
        old = _retire(tx, now)
        if old is None:
            raise Refused([Issue("tanpa_lambang")])
        chain.write(LEPAS, "lambang", _told(old))
        chain.close()

    store.transaction(work)


def sekarang(store: Store) -> bytes | None:
    """The crest as PNG. None where there is none, and where its file is lost: a paper without it is still a paper."""
    found = berlaku(store)
    try:
        return store.files.read(found.id) if found else None
    except OSError:
        return None


def tanda(store: Store) -> UUID | None:
    """Changes whenever the crest does."""
    found = berlaku(store)
    return found.id if found else None


def berlaku(rows: Rows) -> Berkas | None:
    """The crest in force. Anybody may see it, as it stands on every paper."""
    return next(iter(table.of_owners(rows, [KABUPATEN])), None)


def _retire(tx: Rows, now: datetime) -> Berkas | None:
    old = berlaku(tx)
    if old:
        table.retire(tx, old.id, now)
    return old


def _told(one: Berkas | None) -> dict[str, object] | None:
    return {"nama": one.nama, "sidik": one.sidik} if one else None
