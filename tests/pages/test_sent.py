"""The list of an OPD: which usulan a filter leaves, and what the screen has seen of each answer."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from musrenbang.actions.jawaban import Kiriman
from musrenbang.model import IsiJawaban, Jawab, Jawaban, Kecamatan, Rapat
from pages.opd.sent import Keadaan, Sent, fits
from tests.cast import NOW, OPD_PUTR, PUTR, RAPAT, isi
from tests.pages.usulan_rows import masuk

LAIN, LATER = uuid4(), NOW + timedelta(days=1)
SATU, DUA, TIGA = (masuk("Stabat", n, prioritas=1, opd=PUTR, isi=isi(f"Jalan {n}")) for n in (1, 2, 3))
EMPAT = masuk("Kuala", 4, prioritas=1, opd=PUTR, rapat=LAIN)


def meeting(kode: str, nama: str, id_: UUID = RAPAT, dikirim: datetime = NOW) -> Rapat:
    return Rapat(id_, 2027, Kecamatan(kode, nama), 1, *(None,) * 5, dikirim)


def answered(jawab: Jawab, versi: int, when: datetime = NOW) -> Jawaban:
    return Jawaban(IsiJawaban(jawab, "Sebab"), None, None, when, versi)


SENT = Sent(
    OPD_PUTR, [SATU, DUA, TIGA, EMPAT],
    {RAPAT: meeting("12.05.07", "Stabat"), LAIN: meeting("12.05.03", "Kuala", LAIN, LATER)},
    {SATU.id: answered(Jawab.DITERIMA, 3), DUA.id: answered(Jawab.DITOLAK, 1)},
)  # fmt: skip


@pytest.mark.parametrize(
    ("kata", "kecamatan", "keadaan", "left"),
    [
        ("", None, Keadaan.SEMUA, [SATU, DUA, TIGA, EMPAT]),
        ("", "12.05.03", Keadaan.SEMUA, [EMPAT]),
        ("", None, Keadaan.BELUM, [TIGA, EMPAT]),
        ("", None, Keadaan.SUDAH, [SATU, DUA]),
        ("", None, Keadaan.DITERIMA, [SATU]),
        ("", None, Keadaan.DITOLAK, [DUA]),
        ("", None, Keadaan.DIUBAH, []),
        ("stabat JALAN", None, Keadaan.SEMUA, [SATU, DUA, TIGA]),
        ("jalan 2", "12.05.07", Keadaan.SUDAH, [DUA]),
        ("jembatan", None, Keadaan.SEMUA, []),
    ],
)
def test_a_filter_leaves_what_fits_it_whole(kata: str, kecamatan: str | None, keadaan: Keadaan, left: object) -> None:
    assert [u for u in SENT.usulan if fits(SENT, u, kata, kecamatan, keadaan)] == left


def test_what_was_seen_is_told_for_each_meeting() -> None:
    stabat, kuala = Kiriman(NOW, {SATU.id: 3, TIGA.id: 0}), Kiriman(LATER, {EMPAT.id: 0})
    assert SENT.seen([SATU, TIGA, EMPAT]) == {RAPAT: stabat, LAIN: kuala}


def test_counts_and_what_may_be_budgeted() -> None:
    assert SENT.answered(SENT.usulan) == 2
    assert [SENT.accepted(u) for u in SENT.usulan] == [True, False, False, False]
