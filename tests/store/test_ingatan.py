"""How often an usulan was proposed and what can be proposed again, against plain Python on random years."""

from collections.abc import Iterator
from uuid import UUID, uuid5

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang.model import Asal, Pengajuan, Usulan
from musrenbang.store import ingatan, seed, usulan_desa
from musrenbang.store.bulk import insert_many
from musrenbang.store.engine import Rows, Store
from musrenbang.store.opening import open_store
from tests.cast import BAHOROK, NOW, PUTR, RAPAT, SUKA_RAKYAT, isi, reference
from tests.conftest import Engine

TAHUN = range(2024, 2030)
NASIB = ("tidak masuk", "cadangan", "tidak sesuai", "prioritas", "ditolak", "dianggarkan")
TERTINGGAL = {"cadangan", "prioritas", "ditolak"}
Baris = tuple[int, str, int | None]  # year, what became of it, the place of its predecessor


@st.composite
def years(draw: st.DrawFn) -> list[Baris]:
    """Usulan by year; each may continue one of an earlier year that nobody of its own year continues."""
    rows: list[Baris] = []
    for tahun in sorted(draw(st.lists(st.sampled_from(TAHUN), min_size=1, max_size=14))):
        taken = {before for year, _, before in rows if year == tahun}
        earlier = [at for at, row in enumerate(rows) if row[0] < tahun and at not in taken]
        before = draw(st.none() | st.sampled_from(earlier)) if earlier else None
        rows.append((tahun, draw(st.sampled_from(NASIB)), before))
    return rows


class TakeBack(BaseException):
    """Ends a transaction and leaves nothing."""


@pytest.fixture(scope="module", params=["duckdb", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    engine: Engine = request.getfixturevalue(f"{request.param}_engine")
    opened = open_store(engine.empty())
    opened.transaction(lambda tx: seed.fill(tx, reference(), TAHUN[0]))
    yield opened
    opened.close()


def put(tx: Rows, rows: list[Baris], unsent: set[int]) -> list[UUID]:
    ids = [uuid5(RAPAT, f"ingatan {at}") for at in range(len(rows))]
    tx.rows("delete from rapat")
    sent = [(meeting(t), t, BAHOROK, 1, *[NOW] * 4, None if t in unsent else NOW) for t in TAHUN]
    insert_many(tx, "rapat", "id, tahun, kecamatan, versi, dibuka, diambil, dimulai, dihitung, dikirim", sent)
    usulan_desa.add(tx, [
        Usulan(ids[at], f"K{at}", tahun, BAHOROK, Asal.DESA, SUKA_RAKYAT, at + 1, isi(f"Jalan {at}"), True, 1,
               None if before is None else ids[before])
        for at, (tahun, _, before) in enumerate(rows)
    ])  # fmt: skip
    for at, (tahun, nasib, _) in enumerate(rows):
        if nasib != "tidak masuk":
            decide(tx, ids[at], at, meeting(tahun), nasib)
    return ids


def meeting(tahun: int) -> UUID:
    return seed.meeting_id(BAHOROK, tahun)


def decide(tx: Rows, id_: UUID, at: int, rapat: UUID, nasib: str) -> None:
    utama = nasib in ("prioritas", "ditolak", "dianggarkan")
    columns = "id, rapat, kode, asal, desa, urutan, keputusan, alasan_verifikasi, prioritas, alasan_cadangan, opd, "
    values = [
        id_, rapat, f"K{at}", "Desa", SUKA_RAKYAT, at + 1,
        "tidak sesuai" if nasib == "tidak sesuai" else "sesuai", "sebab" if nasib == "tidak sesuai" else None,
        1 if utama else None, "sebab" if nasib == "cadangan" else None, PUTR if utama else None,
    ]  # fmt: skip
    values += ["[]", 1, *usulan_desa.isi_values(isi(f"Jalan {at}"))]
    insert_many(tx, "usulan_masuk", f"{columns}catatan_aturan, versi, {usulan_desa.ISI}_usul", [values])
    if nasib in ("ditolak", "dianggarkan"):
        jawab = ("ditolak", "sebab", None) if nasib == "ditolak" else ("diterima", "", 5)
        answer = (uuid5(id_, PUTR), id_, PUTR, *jawab, "opd.putr", NOW, 1)
        insert_many(tx, "jawaban", "id, usulan, opd, jawab, alasan, anggaran, oleh, waktu, versi", [answer])


def chain(rows: list[Baris], at: int) -> list[int]:
    """Itself, what it continues, what that continues, …"""
    before = rows[at][2]
    return [at] if before is None else [at, *chain(rows, before)]


def stands_again(rows: list[Baris], at: int, tahun: int) -> bool:
    return any(before == at and (year >= tahun or nasib != "tidak masuk") for year, nasib, before in rows)


@given(years(), st.sampled_from(TAHUN), st.sets(st.sampled_from(TAHUN)))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_as_often_as_the_chain_is_long_and_offered_until_it_stands_again(
    store: Store, rows: list[Baris], tahun: int, unsent: set[int]
) -> None:
    def work(tx: Rows) -> None:
        ids = put(tx, rows, unsent)
        often = {at: Pengajuan(len(chain(rows, at)), rows[chain(rows, at)[-1]][0]) for at in range(len(rows))}
        own = {ids[at]: often[at] for at, row in enumerate(rows) if row[0] == tahun and row[2] is not None}
        assert ingatan.of_desa(tx, SUKA_RAKYAT, tahun) == ingatan.of_kecamatan(tx, BAHOROK, tahun) == own
        for at in range(len(rows)):
            assert [p.kode for p in ingatan.predecessors(tx, f"K{at}")] == [f"K{one}" for one in chain(rows, at)[1:]]
        open_ = [
            at
            for at, (year, nasib, _) in enumerate(rows)
            if year < tahun and year not in unsent and nasib in TERTINGGAL and not stands_again(rows, at, tahun)
        ]
        newest_first = sorted(open_, key=lambda at: (-rows[at][0], at))
        found = ingatan.offered(tx, SUKA_RAKYAT, tahun)
        assert [(u.id, u.pengajuan) for u in found] == [(ids[at], often[at]) for at in newest_first]
        raise TakeBack

    with pytest.raises(TakeBack):
        store.transaction(work)
