"""L26 to L29: sending to the OPDs locks the meeting."""

import json
import threading
import time
from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

import pytest

from musrenbang.access import Tindakan
from musrenbang.actions import baca, penutupan, skoring, usulan
from musrenbang.actions.door import Visit, in_meeting
from musrenbang.actions.skoring import Isian
from musrenbang.errors import ChangedMeanwhile, Refused
from musrenbang.model import Tahap
from musrenbang.store import meetings
from musrenbang.store.engine import Store
from tests.cast import (
    BAPPEDA,
    BIBIT,
    CAMAT,
    DISDIK,
    JALAN,
    NILAI,
    NOW,
    OPD_PUTR,
    PELATIHAN,
    PUTR,
    RAPAT,
    SEKCAM,
    TAHUN,
    filled,
    loaded,
    prioritised,
    row,
    scored,
    seen,
    sent,
    started,
)
from tests.conftest import StoreAt
from tests.witness import assert_chain, assert_row, both, logged, race, refusals, refused, rows_of


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(scored)


def send(store: Store) -> None:
    penutupan.kirim(store, CAMAT, RAPAT, tanda(store), NOW)


def tanda(store: Store) -> str:
    return baca.tanda_data(store, CAMAT, RAPAT)


def test_stops_the_clock_and_locks(store: Store) -> None:
    send(store)
    rapat = baca.fakta(store, CAMAT, RAPAT).rapat
    assert (rapat.dikirim, rapat.tahap) == (NOW, Tahap.DIKIRIM)


def test_the_opd_sees_its_usulan_only_after_it(store: Store) -> None:
    assert baca.usulan_opd(store, OPD_PUTR, PUTR, TAHUN) == []
    send(store)
    found = [u.kode for _, u in baca.usulan_opd(store, OPD_PUTR, PUTR, TAHUN)]
    assert found[0] == JALAN.kode
    assert found[-1] == BIBIT.kode
    assert len(found) == 4
    assert baca.usulan_opd(store, BAPPEDA, DISDIK, TAHUN) == []  # PELATIHAN is only cadangan


def test_logs_the_counts(store: Store) -> None:
    (entry,) = logged(store, lambda: send(store))
    assert_row(entry, CAMAT.nama_pengguna, "kirim usulan ke OPD", "rapat")
    after = json.loads(entry.sesudah)
    assert (after["utama"], after["cadangan"], after["skor_lengkap"]) == (4, 1, 4)


def test_each_thing_that_is_missing_is_counted(store: Store) -> None:
    usulan.tambah_usulan(store, CAMAT, RAPAT, JALAN.isi, NOW)
    usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, PELATIHAN), 2, DISDIK, NOW)
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {JALAN.id: (None, *NILAI[JALAN.id][1:])}), NOW)
    store.rows("update usulan_masuk set keputusan = 'belum', prioritas = null where id = $1", BIBIT.id)
    store.rows("update daftar_hadir set tanggal = null where rapat = $1", RAPAT)
    missing = (
        "belum_verifikasi", "tanpa_prioritas", "belum_dibuka_skor", "skor_belum_lengkap", "daftar_hadir_kurang",
    )  # fmt: skip
    with refused(store, *missing):
        send(store)


def test_refused_while_an_opd_is_missing(store: Store) -> None:
    store.rows("update usulan_masuk set opd = null where id = $1", JALAN.id)
    with refused(store, "tanpa_opd"):
        send(store)


def test_refused_without_any_usulan_prioritas(store: Store) -> None:
    all_seen = {u.id: u.versi for u in baca.usulan_masuk(store, CAMAT, RAPAT)}
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, all_seen, "Tahun depan", NOW)
    with refused(store, "tidak_ada_utama"):
        send(store)


def test_refused_at_each_earlier_stage(store_at: StoreAt) -> None:
    for stage, keys in [
        (loaded, ["belum_mulai"]),
        (started, ["belum_verifikasi", "tidak_ada_utama"]),
        (prioritised, ["belum_dibuka_skor"]),
    ]:
        store = store_at(stage)
        with refused(store, *keys):
            send(store)


def test_what_a_colleague_changed_since_is_looked_at_before_it_is_sent(store: Store) -> None:
    dilihat = tanda(store)
    skoring.simpan_skor(store, SEKCAM, RAPAT, filled(store, {JALAN.id: NILAI[BIBIT.id]}), NOW)
    with refused(store, "berubah_sebelum_ditekan"):
        penutupan.kirim(store, CAMAT, RAPAT, dilihat, NOW)
    with pytest.raises(ChangedMeanwhile) as told:
        penutupan.kirim(store, CAMAT, RAPAT, dilihat, NOW)
    facts = told.value.issues[0].facts
    assert (facts["oleh"], facts["objek"]) == (SEKCAM.nama_pengguna, f"skor {JALAN.kode}")
    send(store)


def test_two_at_once_send_it_once(store: Store) -> None:
    dilihat = tanda(store)
    outcomes = both(lambda who: penutupan.kirim(store, who, RAPAT, dilihat, NOW))
    assert refusals(outcomes) == ["sudah_dikirim"]
    assert [entry.tindakan for entry in rows_of(store)].count("kirim usulan ke OPD") == 1


def assert_nothing_after_the_lock(store: Store) -> None:
    rows = rows_of(store)
    assert_chain(rows)
    assert rows[-1].tindakan == "kirim usulan ke OPD"
    last_score = [entry for entry in rows if entry.objek == f"skor {JALAN.kode}"][-1]
    assert tuple(json.loads(last_score.sesudah)["tingkat"]) == row(store, JALAN).tingkat


def test_racing_with_a_score_nothing_is_written_after_the_lock(store_at: StoreAt) -> None:
    for delay in (0.0, 0.002, 0.006):
        store = store_at(scored)
        shown = filled(store, {JALAN.id: NILAI[BIBIT.id]})

        def save(store: Store = store, shown: Mapping[UUID, Isian] = shown) -> None:
            skoring.simpan_skor(store, SEKCAM, RAPAT, shown, NOW)

        def send_later(store: Store = store, delay: float = delay) -> None:
            time.sleep(delay)
            send(store)

        outcomes = race(send_later, save)
        assert refusals(outcomes) in ([], ["sudah_dikirim"], ["berubah_sebelum_ditekan"])
        if outcomes[0]:
            send(store)
        assert_nothing_after_the_lock(store)


def test_a_score_that_waits_for_the_lock_finds_the_meeting_sent(store: Store) -> None:
    shown = filled(store, {JALAN.id: NILAI[BIBIT.id]})
    inside, told = threading.Event(), list[str]()

    def slow(visit: Visit) -> None:
        inside.set()
        time.sleep(0.15)  # long enough for the other to have read that the meeting is still open
        meetings.stamp_sent(visit.tx, RAPAT, NOW)
        visit.log("rapat")

    def save() -> None:
        inside.wait()
        try:
            skoring.simpan_skor(store, SEKCAM, RAPAT, shown, NOW + timedelta(seconds=1))
        except Refused as fault:
            told.extend(issue.key for issue in fault.issues)

    other = threading.Thread(target=save)
    other.start()
    in_meeting(store, CAMAT, Tindakan.KIRIM, RAPAT, NOW, slow)
    other.join()
    assert told == ["sudah_dikirim"]
    assert row(store, JALAN).tingkat == NILAI[JALAN.id]
    assert_nothing_after_the_lock(store)


def test_nobody_sends_it_again(store_at: StoreAt) -> None:
    store = store_at(sent)
    with refused(store, "sudah_dikirim"):
        send(store)
