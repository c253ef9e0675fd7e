"""A whole meeting of random people and random actions: after each step, what must always hold, holds.

240 steps; 2,000, and 400 on PostgreSQL, with MUSRENBANG_UJI_LAMA=1.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from musrenbang.actions import baca, pembukaan_kembali, penutupan, persiapan, skoring, usulan, usulan_desa
from musrenbang.actions.periksa import periksa
from musrenbang.actions.skoring import Isian
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.errors import Refused
from musrenbang.model import Keputusan, Orang, SuratPembukaan, UsulanMasuk
from musrenbang.store import reference, trail
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAPPEDA, CAMAT, DESA, DISDIK, JALAN, NOW, OPD_PUTR, ORANG_LAIN, PUTR, RAPAT, SEKCAM
from tests.conftest import DuckEngine, Engine
from tests.long import LAMA
from tests.witness import BERDUA, assert_chain, dump, rows_of

EVERYBODY = st.sampled_from((CAMAT, CAMAT, CAMAT, SEKCAM, ORANG_LAIN, BAPPEDA, OPD_PUTR, DESA))
STALE = st.sampled_from((0, 0, 0, 0, 1))  # subtracted from the version that stands there
LEVELS = st.tuples(*[st.integers(1, 5)] * 7, st.integers(1, 3))
NOBODY = UUID(int=9)  # an usulan that is in no meeting


class Meeting(RuleBasedStateMachine):
    engine: Engine

    def __init__(self) -> None:
        super().__init__()
        self.store: Store = self.engine.lend(cast.loaded)
        self.stored = dump(self.store)
        self.sent: dict[str, list[str]] | None = None

    def teardown(self) -> None:
        assert periksa(self.store) == []
        self.engine.take_back(self.store)

    # what is done -----------------------------------------------------------------------------------------------

    def attempt(
        self, who: Orang, act: Callable[[], object], rows: int | None = None, by: tuple[Orang, ...] = BERDUA
    ) -> None:
        """Either it is refused and writes nothing, or it writes so many rows of the trail (None: at least one); always
        refused to whoever is not one of `by`."""
        before = self.stored
        try:
            act()
        except Refused:
            assert dump(self.store) == before
            return
        assert who in by
        self.stored = dump(self.store)
        more = len(self.stored["jejak"]) - len(before["jejak"])
        assert more == rows if rows is not None else more >= 1

    def present(self) -> list[UsulanMasuk]:
        return baca.usulan_masuk(self.store, BAPPEDA, RAPAT)

    def some(self, data: st.DataObject) -> list[UsulanMasuk]:
        return data.draw(st.lists(st.sampled_from(self.present()), min_size=1, max_size=3, unique_by=lambda u: u.id))

    @rule(who=EVERYBODY)
    def start(self, who: Orang) -> None:
        seen = baca.tanda_data(self.store, CAMAT, RAPAT)
        self.attempt(who, lambda: persiapan.mulai(self.store, who, RAPAT, seen, NOW))

    @rule(who=EVERYBODY, data=st.data(), stale=STALE, keputusan=st.sampled_from(Keputusan))
    def decide(self, who: Orang, data: st.DataObject, stale: int, keputusan: Keputusan) -> None:
        some = self.some(data)
        into = data.draw(st.sampled_from(self.present()))
        target = (into.id, into.versi - stale) if keputusan is Keputusan.DIGABUNG else (None, None)
        putusan = Putusan(keputusan, "Usulan ganda", None, data.draw(st.integers(1, 10**9)), *target)
        seen = {u.id: u.versi - stale for u in some}
        self.grows(who, some, "versi", lambda: verifikasi(self.store, who, RAPAT, seen, putusan, NOW))

    @rule(who=EVERYBODY, data=st.data(), stale=STALE, opd=st.sampled_from((PUTR, DISDIK, "9.99")))
    def choose(self, who: Orang, data: st.DataObject, stale: int, opd: str) -> None:
        some, nomor = self.some(data), data.draw(st.integers(1, 9))
        seen = {u.id: u.versi - stale for u in some}
        self.grows(who, some, "versi", lambda: usulan.pilih_prioritas(self.store, who, RAPAT, seen, nomor, opd, NOW))

    @rule(who=EVERYBODY, data=st.data(), stale=STALE, alasan=st.sampled_from(("Belum mendesak", "", "x")))
    def keep_back(self, who: Orang, data: st.DataObject, stale: int, alasan: str) -> None:
        some = self.some(data)
        seen = {u.id: u.versi - stale for u in some}
        self.grows(who, some, "versi", lambda: usulan.jadikan_cadangan(self.store, who, RAPAT, seen, alasan, NOW))

    @rule(who=EVERYBODY, nama=st.sampled_from(("Gapura", "Pos ronda", "x")))
    @precondition(lambda self: len(self.present()) < 9)
    def enter(self, who: Orang, nama: str) -> None:
        self.attempt(who, lambda: usulan.tambah_usulan(self.store, who, RAPAT, cast.isi(nama), NOW), 1)

    @rule(who=EVERYBODY)
    def count(self, who: Orang) -> None:
        self.attempt(who, lambda: skoring.hitung(self.store, who, RAPAT, NOW))

    @rule(who=EVERYBODY, data=st.data(), stale=STALE)
    def score(self, who: Orang, data: st.DataObject, stale: int) -> None:
        some = self.some(data)
        isian = {u.id: Isian((u.versi_skor or 0) - stale, data.draw(LEVELS)) for u in some}
        self.grows(who, some, "versi_skor", lambda: skoring.simpan_skor(self.store, who, RAPAT, isian, NOW))

    @rule(who=EVERYBODY, alasan=st.sampled_from(("Musyawarah", "")))
    def order(self, who: Orang, alasan: str) -> None:
        ties: dict[Any, list[UsulanMasuk]] = {}
        for u in self.present():
            if u.peringkat is not None:
                ties.setdefault(u.peringkat, []).append(u)
        tie = max(ties.values(), key=len, default=[])
        seen = {u.id: u.versi_skor or 0 for u in tie}
        self.attempt(who, lambda: skoring.urutkan_seri(self.store, who, RAPAT, seen, alasan, NOW))

    @rule(who=EVERYBODY, seen=st.booleans())
    def send(self, who: Orang, seen: bool) -> None:
        head = trail.head(self.store, str(RAPAT)) if seen else "0" * 64
        self.attempt(who, lambda: penutupan.kirim(self.store, who, RAPAT, head, NOW), 1)

    @rule(who=EVERYBODY, alasan=st.sampled_from(("Keliru", "")))
    def open_again(self, who: Orang, alasan: str) -> None:
        surat = SuratPembukaan(alasan, "005", NOW.date())
        self.attempt(
            who, lambda: pembukaan_kembali.buka_kembali(self.store, who, RAPAT, NOW, surat, NOW), 1, (BAPPEDA,)
        )

    @rule(who=EVERYBODY)
    def change_own(self, who: Orang) -> None:
        self.attempt(
            who, lambda: usulan_desa.ubah(self.store, who, RAPAT, JALAN.id, 1, cast.isi("Sumur"), NOW), by=(DESA,)
        )

    @rule(who=EVERYBODY)
    def elsewhere(self, who: Orang) -> None:
        self.attempt(who, lambda: verifikasi(self.store, who, RAPAT, {NOBODY: 1}, Putusan(Keputusan.SESUAI), NOW))

    @rule()
    @precondition(lambda self: baca.fakta(self.store, BAPPEDA, RAPAT).rapat.dimulai)
    def get_on(self) -> None:
        """The camat does all that is missing, so that a run comes to the ranking and to the Kirim too."""
        new = [u for u in self.present() if u.keputusan is Keputusan.BELUM]
        if new:
            seen = {u.id: u.versi for u in new}
            return self.attempt(
                CAMAT, lambda: verifikasi(self.store, CAMAT, RAPAT, seen, Putusan(Keputusan.SESUAI), NOW)
            )
        open_ = [u for u in self.present() if u.diterima and u.prioritas is None and u.alasan_cadangan is None]
        if open_:
            seen = {u.id: u.versi for u in open_}
            return self.attempt(CAMAT, lambda: usulan.pilih_prioritas(self.store, CAMAT, RAPAT, seen, 1, PUTR, NOW))
        self.attempt(CAMAT, lambda: skoring.hitung(self.store, CAMAT, RAPAT, NOW))
        isian = {u.id: Isian(u.versi_skor or 0, (3,) * 8) for u in self.present() if u.utama and u.poin is None}
        if isian:
            self.attempt(CAMAT, lambda: skoring.simpan_skor(self.store, CAMAT, RAPAT, isian, NOW))
        return None

    def grows(self, who: Orang, some: list[UsulanMasuk], which: str, act: Callable[[], object]) -> None:
        """The version of each that was named, by one, when it is accepted; of nothing when it is refused. With a score
        the order of its whole tie may end."""
        before = {u.id: getattr(u, which) or 0 for u in self.present()}
        refused = []

        def tried() -> None:
            try:
                act()
            except Refused:
                refused.append(1)
                raise

        self.attempt(who, tried)
        named = {u.id for u in some} if not refused else set()
        for u in self.present():
            if u.id in named or which == "versi":
                assert (getattr(u, which) or 0) - before[u.id] == (u.id in named)

    # what always holds ------------------------------------------------------------------------------------------

    @invariant()
    def chain_holds(self) -> None:
        assert_chain(rows_of(self.store))

    @invariant()
    def parts_make_the_whole(self) -> None:
        rows, k = self.present(), baca.fakta(self.store, BAPPEDA, RAPAT).kemajuan
        parts = [u for u in rows if u.utama], [u for u in rows if u.alasan_cadangan], [u for u in rows if _over(u)]
        assert sum(map(len, parts)) + sum(_undecided(u) for u in rows) == len(rows) == k.masuk

    @invariant()
    def ranking_is_that_of_a_plain_count(self) -> None:
        rows = [u for u in self.present() if u.poin is not None]
        bobot = [k.bobot for k in reference.bobot_of_year(self.store, cast.TAHUN).kriteria]
        key = {u.id: _key(u, bobot) for u in rows}
        for u in rows:
            assert u.poin == -key[u.id][0]
            assert u.peringkat_skor == 1 + sum(key[o.id][0] < key[u.id][0] for o in rows)
            before = sum(key[o.id] < key[u.id] for o in rows)
            same = sum(key[o.id] == key[u.id] for o in rows)
            assert before < (u.peringkat or 0) <= before + same

    @invariant()
    def what_was_sent_stays(self) -> None:
        if baca.fakta(self.store, BAPPEDA, RAPAT).rapat.dikirim is None:
            self.sent = None
            return
        now = {t: rows for t, rows in self.stored.items() if t in ("usulan_masuk", "skor", "urutan_seri")}
        assert self.sent in (None, now)
        self.sent = now


def _over(u: UsulanMasuk) -> bool:
    return u.keputusan in (Keputusan.TIDAK_SESUAI, Keputusan.DIGABUNG)


def _undecided(u: UsulanMasuk) -> bool:
    return not _over(u) and u.prioritas is None and u.alasan_cadangan is None


def _key(u: UsulanMasuk, bobot: list[int]) -> tuple[int, ...]:
    """The more points the earlier; then Keterdesakan, Penanggulangan Kemiskinan, Manfaat."""
    assert u.tingkat
    levels = [level or 0 for level in u.tingkat]
    points = sum(b * level for b, level in zip(bobot, levels, strict=True))
    return (-points, -levels[0], -levels[3], -levels[4])


def played(engine: Engine, meetings: int, steps: int) -> None:
    machine = type("OnEngine", (Meeting,), {"engine": engine})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=meetings, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_on_duckdb(tmp_path: Path) -> None:
    played(DuckEngine(tmp_path), *((40, 50) if LAMA else (8, 30)))


@pytest.mark.postgres
@pytest.mark.skipif(not LAMA, reason="MUSRENBANG_UJI_LAMA=1 is not set")
def test_on_postgresql(postgresql_engine: Engine) -> None:
    played(postgresql_engine, 10, 40)
