"""The one door of every write to a meeting: transaction, chain, access, then the work, then its trail rows."""

import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from musrenbang import guards
from musrenbang.access import Tindakan, may_touch_meeting
from musrenbang.actions.catatan import tercatat
from musrenbang.errors import ChangedMeanwhile, Issue, Refused, refuse
from musrenbang.formats import jam
from musrenbang.isian import Tempat
from musrenbang.kalimat import Isi, differing
from musrenbang.model import Bobot, Fakta, Kamus, Orang, Rapat, Tingkat, UsulanMasuk
from musrenbang.store import jejak, meetings, recent, reference, trail
from musrenbang.store.engine import Rows, Store
from musrenbang.store.hall import Hall
from musrenbang.store.trail import Chain, last_writer, newest

T = TypeVar("T")
SAMA = "sama dengan isian Anda"
UNSEEN = frozenset({"Cc", "Cf", "Cs"})  # control, format, lone surrogates


@dataclass(frozen=True, slots=True)
class Visit:
    """A meeting held open for one action of one person; the chain makes others wait until it is over."""

    tx: Rows
    who: Orang
    rapat: Rapat
    now: datetime
    tindakan: Tindakan
    chain: Chain
    hall: Hall

    def facts(self) -> Fakta:
        return meetings.facts(self.tx, self.rapat)

    def bobot(self) -> Bobot:
        return recent.bobot(self.hall, self.tx, self.rapat) or reference.bobot(self.tx, self.rapat)

    def usulan(self, ids: Collection[UUID]) -> dict[UUID, UsulanMasuk]:
        """The named usulan of this meeting, without their ranks, as they were before this action wrote."""
        return recent.some_at(self.hall, self.tx, self.rapat.id, self.chain.before, ids)

    def ordered(self) -> bool:
        """Whether the meeting has set any order inside a tie, before this action wrote."""
        return recent.ordered_at(self.hall, self.tx, self.rapat.id, self.chain.before)

    def keep_on(self, saved: Mapping[UUID, tuple[int, Tingkat]], bobot: Bobot) -> None:
        """For an action that has written scores (versi, levels), their trail rows, and nothing else."""
        recent.keep_on(self.hall, self.rapat.id, self.chain.before, self.chain.head, saved, bobot)

    def log(self, objek: str, sebelum: object = None, sesudah: object = None) -> None:
        self.chain.write(self.tindakan.value, objek, sebelum, sesudah)

    def changed(self, objek: Sequence[str], label: str, sekarang: str) -> Issue:
        """Tells the slower of two people who was last to write to any of `objek`, and what the value is now."""
        oleh, waktu = last_writer(self.tx, str(self.rapat.id), objek) or ("orang lain", self.now)
        facts = {"objek": label, "oleh": oleh, "waktu": f"{jam(waktu)} WIB", "sekarang": sekarang}
        return Issue("berubah", facts)

    def overtaken(self, objek: str, label: str, stored: Isi, wanted: Isi) -> Issue:
        """As `changed`, with each field that is other than what was to be saved."""
        return self.changed([objek], label, "; ".join(self.differing(stored, wanted)) or SAMA)

    def differing(self, stored: Isi, wanted: Isi) -> list[str]:
        """The stored value of each field that is other than what was to be saved, in words."""
        now, mine = ({field: trail.plain(value) for field, value in isi.items()} for isi in (stored, wanted))
        return differing(now, mine, Tempat(self._names(now.get("digabung_ke")), self.rapat.tahun))

    def _names(self, merged: str | None) -> Kamus:
        tahun = self.rapat.tahun
        return Kamus(
            opd={kode: opd.singkatan for kode, opd in reference.opd(self.tx).items()},
            prioritas={(tahun, nomor): p.nama for nomor, p in reference.prioritas(self.tx, tahun).items()},
            kode=jejak.kodes(self.tx, {merged}) if merged else {},
        )


def in_meeting(
    store: Store, who: Orang, tindakan: Tindakan, rapat: UUID, now: datetime, work: Callable[[Visit], T]
) -> T:
    """Run `work` on a meeting that `who` may touch. Raises Refused, and then nothing is written."""

    def once(tx: Rows) -> T:
        # the chain first: from here on nobody else writes to this meeting, so it cannot be sent meanwhile
        chain = Chain(tx, str(rapat), who.nama_pengguna, now)
        found = recent.at_head(store.hall, rapat, chain.before, "rapat", lambda: meetings.find(tx, rapat))
        if found is None:
            raise Refused([Issue("tidak_ditemukan")])
        refuse(*may_touch_meeting(who, tindakan, found))
        refuse(*guards.here(found))
        result = work(Visit(tx, who, found, now, tindakan, chain, store.hall))
        chain.close()
        return result

    with tercatat(tindakan.value, who, rapat):
        return store.transaction(once)


def refuse_changed(issues: list[Issue]) -> None:
    if issues:
        raise ChangedMeanwhile(issues)


def refuse_moved(visit: Visit, dilihat: str, tombol: str) -> None:
    """Before what cannot be undone: `dilihat` is the `tanda_data` of what the person has seen of the meeting."""
    last = newest(visit.tx, str(visit.rapat.id))
    if last is None or last.hash == dilihat:
        return
    facts = {
        "oleh": last.oleh, "waktu": f"{jam(last.waktu)} WIB", "tindakan": last.tindakan, "objek": last.objek,
        "tombol": tombol,
    }  # fmt: skip
    refuse_changed([Issue("berubah_sebelum_ditekan", facts)])


def clean(value: str) -> str:
    """What a person typed, in NFC, without outer blanks and what nobody can see: a reason of that would print as none.

    Among it are NUL, which no database stores, and marks that turn the direction of writing round.
    """
    text = unicodedata.normalize("NFC", value)
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in UNSEEN).strip()
