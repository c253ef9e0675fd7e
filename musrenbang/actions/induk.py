"""The one door of every write to master data: its chain, the right to it, and word to the meetings that it reaches.

What has been read of a meeting is kept by the head of its chain. So a change leaves a row there too, and every screen,
projector and paper of that meeting reads anew, on every server.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from musrenbang.access import may_keep_master_data
from musrenbang.actions.catatan import tercatat
from musrenbang.actions.door import clean, refuse_changed
from musrenbang.actions.lambang import RANTAI
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.formats import jam, tanggal_jam
from musrenbang.model import Orang, Rapat
from musrenbang.store import induk as table
from musrenbang.store import meetings
from musrenbang.store.engine import Rows, Store
from musrenbang.store.trail import Chain, last_number, last_writer

T = TypeVar("T")
DIKABARKAN = "data induk diubah"


@dataclass(frozen=True, slots=True)
class Meja:
    """Master data held open for one action; the chain makes others wait until it is over."""

    tx: Rows
    who: Orang
    now: datetime
    tindakan: str
    chain: Chain

    def must_be_seen(self, objek: str, label: str, dilihat: int, sekarang: str) -> None:
        """Raises ChangedMeanwhile when `dilihat` is not the newest row about `objek`. `sekarang` is its value now."""
        if last_number(self.tx, RANTAI, objek) == dilihat:
            return
        oleh, waktu = last_writer(self.tx, RANTAI, [objek]) or ("orang lain", self.now)
        facts = {"objek": label, "oleh": oleh, "waktu": f"{jam(waktu)} WIB", "sekarang": sekarang}
        refuse_changed([Issue("berubah", facts)])

    def log(self, objek: str, sebelum: object, sesudah: object) -> None:
        """Refuses what changes nothing."""
        if sebelum == sesudah:
            raise Refused([Issue("induk_sama")])
        self.chain.write(self.tindakan, objek, sebelum, sesudah)

    def tell(self, rapat: Sequence[Rapat], objek: str, *, started: bool = True) -> None:
        """A row in the trail of each meeting, which points to the one here; without `started` of those alone that have
        not started."""
        for each in rapat:
            if started or not each.dimulai:
                self._tell_one(each, objek, started=started)

    def _tell_one(self, rapat: Rapat, objek: str, *, started: bool) -> None:
        held = Chain(self.tx, str(rapat.id), self.who.nama_pengguna, self.now)
        if started or not table.is_started(self.tx, rapat.id):  # asked again: Mulai may have been quicker
            refuse(*_held(meetings.find(self.tx, rapat.id)))
            held.write(DIKABARKAN, objek, sesudah={"jejak data induk": self.chain.head})
            held.close()


def _held(rapat: Rapat | None) -> list[Issue]:
    """A kapsul works with master data as they went out, so they stay as they are until it is back."""
    if rapat is None or rapat.dibawa is None:
        return []
    facts = {"kecamatan": rapat.kecamatan.nama, "waktu": tanggal_jam(rapat.dibawa)}
    return [Issue("induk_dibawa_kapsul", facts)]


def at_desk(store: Store, who: Orang, tindakan: str, now: datetime, work: Callable[[Meja], T]) -> T:
    """Run `work` on master data. Raises Refused, and then nothing is written."""

    def once(tx: Rows) -> T:
        chain = Chain(tx, RANTAI, who.nama_pengguna, now)
        result = work(Meja(tx, who, now, tindakan, chain))
        chain.close()
        return result

    with tercatat(tindakan, who):
        refuse(*may_keep_master_data(who))
        return store.transaction(once)


def must_exist(tx: Rows, tahun: int) -> None:
    if tahun not in meetings.years(tx):
        raise Refused([Issue("tidak_ditemukan")])


def one_line(value: str) -> str:
    """What a person typed as a name: no line breaks, no blanks beside each other."""
    return " ".join(clean(value).split())
