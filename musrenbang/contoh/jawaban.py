"""What the sample OPD have answered to the meetings that have sent: some to all, some to a part, most nothing yet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from musrenbang.actions import baca
from musrenbang.actions import jawaban as actions
from musrenbang.actions.jawaban import Kiriman, PerRapat
from musrenbang.actions.siapkan import TAHUN
from musrenbang.contoh import akun
from musrenbang.model import IsiJawaban, Jawab, Opd, Orang, UsulanMasuk
from musrenbang.store.engine import Store
from musrenbang.words_jawaban import ALASAN_DITOLAK, ALASAN_DIUBAH

PERSEN_DIJAWAB = {"PUTR": 70, "PERKIM": 100, "DISDIK": 85, "DINKES": 50}
DIANGGARKAN = ("PUTR", "PERKIM")
MULAI = datetime(2027, 3, 1, 2)  # 09.00 WIB
Dikirim = Mapping[UUID, datetime | None]  # when each meeting has sent


def jawab(store: Store, opd: Opd) -> None:
    """The highest ranks are accepted, below them some with a smaller volume, the lowest of what is answered refused."""
    who, rng = akun.opd(opd), Random(f"jawaban {opd.kode}")
    sent = baca.usulan_opd(store, who, opd.kode, TAHUN)
    dikirim, rows = {rapat.id: rapat.dikirim for rapat, _ in sent}, [u for _, u in sent]
    rows = rows[: len(rows) * PERSEN_DIJAWAB.get(opd.singkatan, 0) // 100]
    by_answer: dict[IsiJawaban, list[UsulanMasuk]] = defaultdict(list)
    for u in rows:
        by_answer[_answer(rng, u)].append(u)
    for minute, (isi, same) in enumerate(by_answer.items()):
        actions.jawab(store, who, _seen(dikirim, same, 0), isi, MULAI + timedelta(minutes=minute))
    if opd.singkatan in DIANGGARKAN:
        _budget(
            store, who, dikirim, [u for isi, same in by_answer.items() if isi.jawab is Jawab.DITERIMA for u in same]
        )


def _answer(rng: Random, u: UsulanMasuk) -> IsiJawaban:
    lot = rng.randrange(100) + (u.poin or 0) // 10
    if lot < 45:
        return IsiJawaban(Jawab.DITOLAK, rng.choice(ALASAN_DITOLAK))
    if lot < 60 and u.isi.volume >= 10:
        volume = (u.isi.volume * 3 / 4).quantize(Decimal("1"))
        return IsiJawaban(Jawab.DIUBAH, rng.choice(ALASAN_DIUBAH), volume, u.isi.biaya * 3 // 4)
    return IsiJawaban(Jawab.DITERIMA)


def _budget(store: Store, who: Orang, dikirim: Dikirim, accepted: list[UsulanMasuk]) -> None:
    for u in accepted[::2]:
        anggaran = u.isi.biaya * 95 // 100 // 100_000 * 100_000
        actions.isi_anggaran(store, who, _seen(dikirim, [u], 1), anggaran, None, MULAI + timedelta(days=14))


def _seen(dikirim: Dikirim, usulan: Iterable[UsulanMasuk], versi: int) -> PerRapat:
    found = defaultdict[UUID, dict[UUID, int]](dict)
    for u in usulan:
        found[u.rapat][u.id] = versi
    return {rapat: Kiriman(dikirim[rapat], seen) for rapat, seen in found.items()}
