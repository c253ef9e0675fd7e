"""L10: the camat verifies the usulan; what the rules said is kept with each."""

import json
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from musrenbang.actions import baca, skoring, usulan
from musrenbang.actions.periksa import periksa
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.errors import ChangedMeanwhile
from musrenbang.model import Keputusan, Orang, Usulan
from musrenbang.store.engine import Store
from tests.cast import (
    BIBIT,
    CAMAT,
    DRAINASE,
    IRIGASI,
    JALAN,
    LAPANGAN,
    NILAI,
    NOW,
    PASAR,
    PELATIHAN,
    RAPAT,
    SEKCAM,
    filled,
    isi,
    loaded,
    prioritised,
    row,
    scored,
    seen,
    started,
)
from tests.conftest import StoreAt
from tests.witness import assert_one_is_told, assert_row, assert_told, both, logged, refusals, refused

NO_RUPIAH: tuple[Any, ...] = (1.5, float("nan"), True)  # what a browser could send
SESUAI, TIDAK = Putusan(Keputusan.SESUAI), Putusan(Keputusan.TIDAK_SESUAI, "Usulan ganda")


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(started)


def decide(store: Store, putusan: Putusan, *which: Usulan) -> None:
    verifikasi(store, CAMAT, RAPAT, seen(store, *which), putusan, NOW)


def into(store: Store, target: Usulan) -> Putusan:
    return Putusan(Keputusan.DIGABUNG, digabung_ke=target.id, versi_tujuan=row(store, target).versi)


def set_rule(store: Store, kunci: str, sikap: str, angka: int | None = None, kata: str = "") -> None:
    store.rows("delete from aturan where kunci = $1", kunci)
    store.rows("insert into aturan values (2027, $1, $2, $3, $4)", kunci, sikap, angka, kata)


def test_accepts_several_at_once(store: Store) -> None:
    decide(store, SESUAI, JALAN, IRIGASI)
    assert [row(store, u).keputusan for u in (JALAN, IRIGASI, BIBIT)] == ["sesuai", "sesuai", "belum"]
    assert baca.fakta(store, CAMAT, RAPAT).kemajuan.belum_verifikasi == 3


def test_logs_before_and_after_of_each(store: Store) -> None:
    first, second = logged(store, lambda: decide(store, TIDAK, JALAN, IRIGASI))
    assert_row(first, CAMAT.nama_pengguna, "verifikasi usulan", JALAN.kode)
    assert second.objek == IRIGASI.kode
    assert json.loads(first.sebelum)["keputusan"] == "belum"
    after = json.loads(first.sesudah)
    assert (after["keputusan"], after["alasan_verifikasi"]) == ("tidak sesuai", "Usulan ganda")


def test_a_change_keeps_the_original_beside_it(store: Store) -> None:
    decide(store, Putusan(Keputusan.DIUBAH, volume=Decimal("1500"), biaya=200_000_000), JALAN)
    changed = row(store, JALAN)
    assert (changed.isi.volume, changed.isi.biaya) == (Decimal(1500), 200_000_000)
    assert (changed.volume_asal, changed.biaya_asal) == (Decimal(2000), 250_000_000)


def test_a_second_change_still_keeps_the_first_original(store: Store) -> None:
    decide(store, Putusan(Keputusan.DIUBAH, biaya=200_000_000), JALAN)
    decide(store, Putusan(Keputusan.DIUBAH, biaya=0), JALAN)
    changed = row(store, JALAN)
    assert (changed.isi.biaya, changed.biaya_asal, changed.volume_asal) == (0, 250_000_000, Decimal(2000))


def test_another_decision_brings_the_original_back(store: Store) -> None:
    for putusan in (SESUAI, TIDAK, Putusan(Keputusan.BELUM)):
        decide(store, Putusan(Keputusan.DIUBAH, volume=Decimal(1), biaya=0), JALAN)
        decide(store, putusan, JALAN)
        reverted = row(store, JALAN)
        assert (reverted.isi, reverted.volume_asal, reverted.biaya_asal) == (JALAN.isi, None, None)


def test_a_merged_usulan_keeps_its_own_values_and_can_come_back(store: Store) -> None:
    decide(store, SESUAI, IRIGASI)
    decide(store, into(store, IRIGASI), JALAN)
    merged = row(store, JALAN)
    assert (merged.keputusan, merged.digabung_ke, merged.isi) == (Keputusan.DIGABUNG, IRIGASI.id, JALAN.isi)
    decide(store, SESUAI, JALAN)
    assert (row(store, JALAN).digabung_ke, row(store, JALAN).isi) == (None, JALAN.isi)


def test_an_usulan_that_is_no_longer_accepted_loses_prioritas_and_opd(store_at: StoreAt) -> None:
    store = store_at(prioritised)
    decide(store, TIDAK, JALAN, PELATIHAN)
    for which in (JALAN, PELATIHAN):
        out = row(store, which)
        assert (out.prioritas, out.opd, out.alasan_cadangan) == (None, None, None)


def test_an_accepted_usulan_keeps_prioritas_and_opd(store_at: StoreAt) -> None:
    store = store_at(prioritised)
    decide(store, Putusan(Keputusan.DIUBAH, biaya=1), JALAN)
    assert (row(store, JALAN).prioritas, row(store, JALAN).opd) == (1, "1.03.01")


def test_the_default_rule_warns_of_kewenangan_and_forbids_nothing(store: Store) -> None:
    decide(store, SESUAI, BIBIT, JALAN)
    assert row(store, BIBIT).catatan_aturan == ("Kewenangan desa, bukan kewenangan kabupaten.",)
    assert row(store, JALAN).catatan_aturan == ()


def test_a_blocking_rule_refuses_only_to_accept(store: Store) -> None:
    set_rule(store, "kewenangan", "tolak")
    with refused(store, "aturan_menolak"):
        decide(store, SESUAI, JALAN, BIBIT)
    decide(store, TIDAK, BIBIT)
    assert row(store, BIBIT).catatan_aturan == ("Kewenangan desa, bukan kewenangan kabupaten.",)


def test_a_limit_counts_each_desa_by_its_own_order(store: Store) -> None:
    set_rule(store, "maks_desa", "tolak", 2)
    decide(store, SESUAI, JALAN, IRIGASI, DRAINASE, PELATIHAN)
    with refused(store, "aturan_menolak"):
        decide(store, SESUAI, BIBIT)


def test_refuses_a_decision_that_does_not_hold(store: Store) -> None:
    for putusan, key in [
        (Putusan(Keputusan.TIDAK_SESUAI), "alasan_wajib"),
        (Putusan(Keputusan.TIDAK_SESUAI, " \x00 ab "), "alasan_wajib"),
        (Putusan(Keputusan.TIDAK_SESUAI, "\u200b\u202e\u00ad\x1b\ud800"), "alasan_wajib"),  # nothing of it prints
        (Putusan(Keputusan.TIDAK_SESUAI, "a" * 1001), "isian_panjang"),
        (Putusan(Keputusan.DIUBAH), "perubahan_wajib"),
        (Putusan(Keputusan.DIUBAH, biaya=250_000_000), "perubahan_wajib"),
        (Putusan(Keputusan.DIUBAH, volume=Decimal(2000), biaya=250_000_000), "perubahan_wajib"),
        (Putusan(Keputusan.DIUBAH, biaya=-1), "isian_angka"),
        (Putusan(Keputusan.DIUBAH, biaya=10**13 + 1), "isian_angka"),
        (Putusan(Keputusan.DIUBAH, volume=Decimal(-1)), "isian_angka"),
        (Putusan(Keputusan.DIUBAH, volume=Decimal(0), biaya=5), "isian_angka"),
        (Putusan(Keputusan.DIUBAH, volume=Decimal("0.001")), "isian_angka"),
        (Putusan(Keputusan.DIUBAH, volume=Decimal(10**9 + 1)), "isian_angka"),
        *(
            (Putusan(Keputusan.DIUBAH, volume=Decimal(v)), "isian_angka")
            for v in ("NaN", "sNaN", "Infinity", "-Infinity")
        ),
        (Putusan(Keputusan.DIUBAH, volume=Decimal("1e400")), "isian_angka"),
        *((Putusan(Keputusan.DIUBAH, biaya=b), "isian_angka") for b in NO_RUPIAH),
        *((Putusan(k, "a" * 1001), "isian_panjang") for k in (Keputusan.SESUAI, Keputusan.BELUM)),
        (Putusan(Keputusan.DIGABUNG), "gabung_tujuan"),
        (Putusan(Keputusan.DIGABUNG, digabung_ke=IRIGASI.id), "gabung_tujuan"),  # not accepted itself
        (Putusan(Keputusan.DIGABUNG, digabung_ke=JALAN.id), "gabung_tujuan"),  # into itself
        (Putusan(Keputusan.DIGABUNG, digabung_ke=PASAR.id), "gabung_tujuan"),  # of another kecamatan
    ]:
        with refused(store, key):
            decide(store, putusan, JALAN)


def test_an_usulan_without_lokasi_can_still_be_changed(store: Store) -> None:
    store.rows("update usulan_masuk set lokasi = '' where id = $1", JALAN.id)
    decide(store, Putusan(Keputusan.DIUBAH, biaya=1), JALAN)
    assert row(store, JALAN).isi.biaya == 1


def test_changes_are_decided_one_by_one(store: Store) -> None:
    with refused(store, "satu_saja"):
        decide(store, Putusan(Keputusan.DIUBAH, biaya=1), JALAN, IRIGASI)


def test_a_target_belongs_to_digabung_alone(store: Store) -> None:
    decide(store, SESUAI, IRIGASI)
    for keputusan in (Keputusan.SESUAI, Keputusan.BELUM, Keputusan.TIDAK_SESUAI):
        decide(store, Putusan(keputusan, "Usulan ganda", digabung_ke=IRIGASI.id), JALAN)
        assert row(store, JALAN).digabung_ke is None


def test_two_merged_into_each_other_at_once_never_become_a_circle(store: Store) -> None:
    decide(store, SESUAI, JALAN, IRIGASI)
    shown = seen(store, JALAN, IRIGASI)
    chosen = {CAMAT: (JALAN, IRIGASI), SEKCAM: (IRIGASI, JALAN)}

    def merge(who: Orang) -> None:
        which, target = chosen[who]
        putusan = Putusan(Keputusan.DIGABUNG, digabung_ke=target.id, versi_tujuan=shown[target.id])
        verifikasi(store, who, RAPAT, {which.id: shown[which.id]}, putusan, NOW)

    assert refusals(both(merge)) == ["menjadi_induk"]
    assert periksa(store) == []


def test_refuses_to_merge_into_what_has_become_another_since_it_was_seen(store: Store) -> None:
    decide(store, SESUAI, IRIGASI)
    as_seen = into(store, IRIGASI)
    decide(store, Putusan(Keputusan.DIUBAH, volume=Decimal(5), biaya=7), IRIGASI)
    with refused(store, "berubah"):
        decide(store, as_seen, JALAN)
    with pytest.raises(ChangedMeanwhile) as told:
        decide(store, as_seen, JALAN)
    assert told.value.issues[0].facts["sekarang"] == f"“{IRIGASI.isi.nama}”, 5 meter, Rp7, sesuai dengan perubahan"
    decide(store, into(store, IRIGASI), JALAN)
    assert row(store, JALAN).digabung_ke == IRIGASI.id


def test_the_target_of_a_merger_stays_accepted(store: Store) -> None:
    decide(store, SESUAI, IRIGASI, DRAINASE)
    decide(store, into(store, IRIGASI), JALAN)
    for putusan in (TIDAK, Putusan(Keputusan.BELUM), into(store, DRAINASE)):
        with refused(store, "menjadi_induk"):
            decide(store, putusan, IRIGASI)
    decide(store, Putusan(Keputusan.DIUBAH, biaya=1), IRIGASI)


def test_refused_before_mulai(store_at: StoreAt) -> None:
    store = store_at(loaded)
    with refused(store, "belum_mulai"):
        decide(store, SESUAI, JALAN)


def test_refused_when_nothing_is_chosen(store: Store) -> None:
    with refused(store, "tidak_ada_pilihan"):
        decide(store, SESUAI)


def test_refuses_an_usulan_that_is_not_in_this_meeting(store: Store) -> None:
    for strange in (LAPANGAN, PASAR):  # not loaded, of another kecamatan
        with refused(store, "tidak_ditemukan"):
            verifikasi(store, CAMAT, RAPAT, {**seen(store, JALAN), strange.id: 1}, SESUAI, NOW)


def test_one_stale_usulan_refuses_all(store: Store) -> None:
    shown = seen(store, JALAN, IRIGASI)
    decide(store, TIDAK, IRIGASI)
    with refused(store, "berubah"):
        verifikasi(store, SEKCAM, RAPAT, shown, SESUAI, NOW)


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    shown = seen(store, JALAN)
    putusan = {CAMAT: SESUAI, SEKCAM: TIDAK}
    outcomes = both(lambda who: verifikasi(store, who, RAPAT, shown, putusan[who], NOW))
    faster = assert_one_is_told(outcomes, lambda who: putusan[who].keputusan.value)
    assert row(store, JALAN).keputusan is putusan[faster].keputusan


def test_a_decision_sent_twice_is_made_once(store: Store) -> None:
    for putusan in (SESUAI, TIDAK, Putusan(Keputusan.DIUBAH, volume=Decimal(5), biaya=7)):
        press = partial(verifikasi, store, CAMAT, RAPAT, seen(store, JALAN), putusan, NOW)
        press()
        assert logged(store, press) == []


def test_the_same_decision_of_somebody_else_is_told(store: Store) -> None:
    shown = seen(store, JALAN)
    verifikasi(store, SEKCAM, RAPAT, shown, SESUAI, NOW)
    with refused(store, "berubah"):
        verifikasi(store, CAMAT, RAPAT, shown, SESUAI, NOW)


def test_the_one_who_is_told_hears_who_decided_not_who_scored(store_at: StoreAt) -> None:
    store = store_at(scored)
    shown = seen(store, JALAN)
    verifikasi(store, CAMAT, RAPAT, shown, Putusan(Keputusan.DIUBAH, biaya=1), NOW)
    skoring.simpan_skor(store, SEKCAM, RAPAT, filled(store, {JALAN.id: NILAI[BIBIT.id]}), NOW)
    with pytest.raises(ChangedMeanwhile) as caught:
        verifikasi(store, SEKCAM, RAPAT, shown, SESUAI, NOW)
    assert_told(caught.value, CAMAT, "sesuai dengan perubahan; biaya Rp1")


@pytest.mark.parametrize(
    ("putusan", "told"),
    [
        (
            Putusan(Keputusan.DIUBAH, "Cukup separuh", Decimal("1000.5"), 125_000_000),
            "sesuai dengan perubahan; volume 1.000,5; biaya Rp125.000.000; alasan “Cukup separuh”",
        ),
        (TIDAK, "tidak sesuai; alasan “Usulan ganda”"),
        (
            Putusan(Keputusan.DIGABUNG, digabung_ke=IRIGASI.id, versi_tujuan=2),
            f"digabung; digabung ke {IRIGASI.kode}",
        ),
    ],
)
def test_the_slower_hears_all_that_was_decided(store: Store, putusan: Putusan, told: str) -> None:
    decide(store, SESUAI, IRIGASI)
    shown = seen(store, JALAN)
    decide(store, putusan, JALAN)
    with pytest.raises(ChangedMeanwhile) as caught:
        verifikasi(store, SEKCAM, RAPAT, shown, SESUAI, NOW)
    assert caught.value.issues[0].facts["sekarang"] == told


def test_an_usulan_added_by_the_kecamatan_counts_in_the_limit_of_the_kecamatan(store: Store) -> None:
    set_rule(store, "maks_kecamatan", "ingatkan", 5)
    id_ = usulan.tambah_usulan(store, CAMAT, RAPAT, isi("Tugu"), NOW)
    assert row(store, id_).catatan_aturan == ("Usulan ke-6 di kecamatan ini; batasnya 5 usulan.",)
