"""L35: an OPD answers what was sent to it; only after Kirim, and only its own."""

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from musrenbang.actions import baca, jawaban, penutupan, persiapan, skoring, usulan
from musrenbang.actions.jawaban import PerRapat
from musrenbang.actions.pembukaan_kembali import buka_kembali
from musrenbang.actions.periksa import periksa
from musrenbang.actions.skoring import Isian
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.errors import Refused
from musrenbang.model import IsiJawaban, Jawab, Jawaban, Keputusan, Orang, Usulan
from musrenbang.store.engine import Store
from tests import cast
from tests.actions.test_buka_kembali import LATER, SURAT
from tests.away import held, take_in
from tests.cast import (
    BAHOROK,
    BAPPEDA,
    BIBIT,
    CAMAT,
    DRAINASE,
    IRIGASI,
    JALAN,
    NOW,
    OPD_DISDIK,
    OPD_PUTR,
    ORANG_LAIN,
    PASAR,
    PELATIHAN,
    PUTR,
    RAPAT,
    RAPAT_STABAT,
    STAF_PUTR,
    TAHUN,
    scored,
    sent,
)
from tests.conftest import StoreAt
from tests.witness import assert_row, assert_told, logged, race, refusals, refused, rows_of

YA = IsiJawaban(Jawab.DITERIMA)
TIDAK = IsiJawaban(Jawab.DITOLAK, "Pagu anggaran tidak mencukupi")
UBAH = IsiJawaban(Jawab.DIUBAH, "Hasil survei", Decimal("1500"), 180_000_000)


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(sent)


def seen(store: Store, *which: Usulan, rapat: UUID = RAPAT) -> PerRapat:
    """As the screen of the OPD would show it now."""
    shown = answers(store)
    return cast.as_sent(store, {u.id: shown[u.id].versi if u.id in shown else 0 for u in which}, rapat)


def answers(store: Store, who: Orang = OPD_PUTR) -> dict[UUID, Jawaban]:
    return jawaban.untuk_opd(store, who, who.wilayah or "", TAHUN)


def answer(store: Store, isi: IsiJawaban, *which: Usulan, who: Orang = OPD_PUTR) -> int:
    return jawaban.jawab(store, who, seen(store, *which), isi, NOW)


def both_sent(store: Store) -> None:
    """The meeting of Stabat has given the OPD an usulan, too."""
    sent(store)
    rapat, one = RAPAT_STABAT, PASAR.id
    persiapan.buka(store, ORANG_LAIN, rapat, "", NOW)
    sheet = baca.fakta(store, ORANG_LAIN, rapat).daftar_hadir
    sheet = replace(sheet, tempat="Aula", alamat="Jalan 1", nama_camat="Beni", tanggal=NOW.date())
    persiapan.isi_daftar_hadir(store, ORANG_LAIN, rapat, sheet, NOW)
    persiapan.ambil_usulan(store, ORANG_LAIN, rapat, NOW)
    persiapan.mulai(store, ORANG_LAIN, rapat, baca.tanda_data(store, ORANG_LAIN, rapat), NOW)
    verifikasi(store, ORANG_LAIN, rapat, {one: 1}, Putusan(Keputusan.SESUAI), NOW)
    usulan.pilih_prioritas(store, ORANG_LAIN, rapat, {one: 2}, 1, PUTR, NOW)
    skoring.hitung(store, ORANG_LAIN, rapat, NOW)
    skoring.simpan_skor(store, ORANG_LAIN, rapat, {one: Isian(1, (3,) * 8)}, NOW)
    penutupan.kirim(store, ORANG_LAIN, rapat, baca.tanda_data(store, ORANG_LAIN, rapat), NOW)


def test_each_of_the_three_answers_is_kept_with_what_belongs_to_it(store: Store) -> None:
    assert answer(store, YA, JALAN, IRIGASI) == 2
    assert answer(store, TIDAK, BIBIT) == 1
    assert answer(store, UBAH, DRAINASE) == 1
    kept = answers(store)
    assert {id_: j.isi for id_, j in kept.items()} == {
        JALAN.id: YA, IRIGASI.id: YA, BIBIT.id: TIDAK, DRAINASE.id: UBAH,
    }  # fmt: skip
    assert all((j.versi, j.waktu, j.anggaran, j.realisasi) == (1, NOW, None, None) for j in kept.values())


def test_a_change_of_one_of_both_leaves_the_other_as_it_was_proposed(store: Store) -> None:
    answer(store, IsiJawaban(Jawab.DIUBAH, "Hasil survei", biaya=200_000_000), JALAN)
    assert answers(store)[JALAN.id].isi == IsiJawaban(Jawab.DIUBAH, "Hasil survei", Decimal("2000.00"), 200_000_000)


def test_only_a_change_tells_volume_and_cost(store: Store) -> None:
    answer(store, replace(TIDAK, volume=Decimal(1), biaya=1), JALAN)
    assert answers(store)[JALAN.id].isi == TIDAK


def test_it_can_be_changed_and_the_trail_keeps_both(store: Store) -> None:
    answer(store, TIDAK, JALAN)
    answer(store, YA, JALAN)
    assert (answers(store)[JALAN.id].isi, answers(store)[JALAN.id].versi) == (YA, 2)
    told = [json.loads(row.sesudah)["jawab"] for row in rows_of(store) if row.tindakan == "jawab usulan"]
    assert told == ["ditolak", "diterima"]


def test_logs_before_and_after_in_the_chain_of_the_meeting(store: Store) -> None:
    answer(store, YA, JALAN)
    (entry,) = logged(store, lambda: answer(store, replace(UBAH, alasan=" Hasil survei\x00 "), JALAN))
    assert_row(entry, OPD_PUTR.nama_pengguna, "jawab usulan", f"jawaban {JALAN.kode}")
    assert json.loads(entry.sebelum)["jawab"] == "diterima"
    assert json.loads(entry.sesudah) == {
        "opd": PUTR, "jawab": "diterima dengan perubahan", "alasan": "Hasil survei", "volume": "1500.00",
        "biaya": 180_000_000, "anggaran": None, "realisasi": None,
    }  # fmt: skip


def test_one_answer_for_usulan_of_several_meetings(store_at: StoreAt) -> None:
    store = store_at(both_sent)
    both = {**seen(store, JALAN), **seen(store, PASAR, rapat=RAPAT_STABAT)}
    assert jawaban.jawab(store, OPD_PUTR, both, YA, NOW) == 2
    assert set(answers(store)) == {JALAN.id, PASAR.id}
    assert rows_of(store, RAPAT_STABAT)[-1].objek == f"jawaban {PASAR.kode}"


def test_of_several_meetings_all_or_none(store_at: StoreAt) -> None:
    store = store_at(both_sent)
    stale = {**seen(store, JALAN), **cast.as_sent(store, {PASAR.id: 7}, RAPAT_STABAT)}
    with refused(store, "berubah"):
        jawaban.jawab(store, OPD_PUTR, stale, YA, NOW)


@pytest.mark.parametrize(
    ("isi", "key"),
    [
        (IsiJawaban(Jawab.DITOLAK), "alasan_wajib"),
        (IsiJawaban(Jawab.DITOLAK, " \x00a"), "alasan_wajib"),
        (IsiJawaban(Jawab.DITOLAK, "a" * 1001), "isian_panjang"),
        (IsiJawaban(Jawab.DITERIMA, "a" * 1001), "isian_panjang"),
        (replace(UBAH, alasan=""), "alasan_wajib"),
        (IsiJawaban(Jawab.DIUBAH, "Hasil survei"), "perubahan_wajib"),
        (replace(UBAH, volume=Decimal(2000), biaya=250_000_000), "perubahan_wajib"),
        (replace(UBAH, volume=Decimal(0)), "isian_angka"),
        (replace(UBAH, volume=Decimal("NaN")), "isian_angka"),
        (replace(UBAH, biaya=-1), "isian_angka"),
        (replace(UBAH, biaya=10**13 + 1), "isian_angka"),
    ],
)
def test_refuses_what_is_missing_or_out_of_bounds(store: Store, isi: IsiJawaban, key: str) -> None:
    with refused(store, key):
        answer(store, isi, JALAN)


def test_refuses_one_change_for_several(store: Store) -> None:
    with refused(store, "jawaban_satu_saja"):
        answer(store, UBAH, JALAN, IRIGASI)


def test_refuses_nothing_chosen_and_what_is_not_there(store: Store) -> None:
    for nothing in ({}, cast.as_sent(store, {})):
        with refused(store, "tidak_ada_pilihan"):
            jawaban.jawab(store, OPD_PUTR, nothing, YA, NOW)
    with refused(store, "tidak_ditemukan"):
        jawaban.jawab(store, OPD_PUTR, cast.as_sent(store, {uuid4(): 0}), YA, NOW)


def test_refuses_what_was_not_sent_to_this_opd(store: Store) -> None:
    with refused(store, "bukan_untuk_opd"):
        jawaban.jawab(store, OPD_DISDIK, cast.as_sent(store, {JALAN.id: 0}), YA, NOW)
    with refused(store, "bukan_untuk_opd"):  # only cadangan, whatever OPD its desa has named
        jawaban.jawab(store, OPD_DISDIK, cast.as_sent(store, {PELATIHAN.id: 0}), YA, NOW)


def test_refused_before_kirim(store_at: StoreAt) -> None:
    store = store_at(scored)
    with refused(store, "belum_dikirim_opd"):
        jawaban.jawab(store, OPD_PUTR, cast.as_sent(store, {JALAN.id: 0}), YA, NOW)


def test_an_answer_is_shown_while_its_usulan_stands_sent_to_that_opd(store: Store) -> None:
    answer(store, YA, JALAN, IRIGASI)
    store.rows("update usulan_masuk set opd = $1 where id = $2", cast.DISDIK, JALAN.id)
    assert set(answers(store)) == {IRIGASI.id}
    assert answers(store, OPD_DISDIK) == {}
    store.rows("update rapat set dikirim = null where id = $1", RAPAT)
    assert answers(store) == {}
    store.rows("update rapat set dikirim = $1 where id = $2", NOW, RAPAT)
    store.rows("update usulan_masuk set opd = $1 where id = $2", PUTR, JALAN.id)
    assert set(answers(store)) == {JALAN.id, IRIGASI.id}


def test_an_answer_outlives_a_meeting_that_is_opened_again(store: Store) -> None:
    answer(store, TIDAK, JALAN)
    buka_kembali(store, BAPPEDA, RAPAT, NOW, SURAT, LATER)
    assert answers(store) == {}
    assert periksa(store) == []
    with refused(store, "belum_dikirim_opd"):
        jawaban.jawab(store, OPD_PUTR, cast.as_sent(store, {JALAN.id: 1}), YA, NOW)
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), LATER)
    assert answers(store)[JALAN.id].isi == TIDAK
    answer(store, YA, JALAN)
    assert answers(store)[JALAN.id].versi == 2


def test_an_answer_ends_with_the_usulan_that_it_was_to(store: Store) -> None:
    """Accepted at a tenth of the cost, budgeted too: none of that is said of what it is now."""
    answer(store, YA, JALAN, IRIGASI)
    jawaban.isi_anggaran(store, OPD_PUTR, seen(store, JALAN), 250_000_000, None, NOW)
    before = len(rows_of(store))
    sent_anew(store, lambda: dearer(store))
    assert set(answers(store)) == {IRIGASI.id}
    (entry,) = [row for row in rows_of(store)[before:] if row.objek.startswith("jawaban ")]
    assert_row(entry, CAMAT.nama_pengguna, "jawaban gugur", f"jawaban {JALAN.kode}", LATER)
    assert (json.loads(entry.sebelum)["anggaran"], json.loads(entry.sesudah)) == (250_000_000, None)
    assert periksa(store) == []
    assert jawaban.jawab(store, OPD_PUTR, seen(store, JALAN), TIDAK, LATER) == 1
    assert periksa(store) == []


def test_an_answer_outlives_another_score(store: Store) -> None:
    """The OPD answers to the work, not to its rank."""
    answer(store, YA, JALAN)
    sent_anew(store, lambda: skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, {JALAN.id: (1,) * 8}), LATER))
    assert set(answers(store)) == {JALAN.id}


def test_answers_end_on_a_laptop_too(store: Store, tmp_path: Path) -> None:
    """A meeting that was opened again may be taken away in a kapsul, and is sent there."""
    answer(store, YA, JALAN, IRIGASI)
    buka_kembali(store, BAPPEDA, RAPAT, NOW, SURAT, LATER)

    def hold(there: Store) -> None:
        dearer(there)
        penutupan.kirim(there, CAMAT, RAPAT, baca.tanda_data(there, CAMAT, RAPAT), LATER)

    take_in(store, held(store, tmp_path, hold))
    assert set(answers(store)) == {IRIGASI.id}
    assert periksa(store) == []


def sent_anew(store: Store, change: Callable[[], object]) -> None:
    buka_kembali(store, BAPPEDA, RAPAT, NOW, SURAT, LATER)
    change()
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), LATER)


def dearer(store: Store) -> None:
    survey = Putusan(Keputusan.DIUBAH, "Survei ulang", biaya=2_500_000_000)
    verifikasi(store, CAMAT, RAPAT, cast.seen(store, JALAN), survey, LATER)


@pytest.mark.parametrize("budgeted", [False, True])
def test_refuses_what_was_sent_again_since_the_screen_was_drawn(store: Store, budgeted: bool) -> None:
    """Ten times as dear by now, and nobody of the OPD has seen that."""
    answer(store, YA, JALAN)
    stale = seen(store, JALAN)
    sent_anew(store, lambda: dearer(store))
    with refused(store, "dikirim_ulang"):
        if budgeted:
            jawaban.isi_anggaran(store, OPD_PUTR, stale, 250_000_000, None, LATER)
        else:
            jawaban.jawab(store, OPD_PUTR, stale, YA, LATER)
    assert jawaban.jawab(store, OPD_PUTR, seen(store, JALAN), YA, LATER) == 1


def test_papers_hold_the_answers(store: Store) -> None:
    answer(store, TIDAK, JALAN)
    assert baca.bahan_cetak(store, CAMAT, RAPAT, NOW).jawaban[JALAN.id].isi == TIDAK


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    people, shown = (OPD_PUTR, STAF_PUTR), seen(store, JALAN)
    outcomes = race(*(partial(jawaban.jawab, store, who, shown, YA, NOW) for who in people))
    assert refusals(outcomes) == ["berubah"]
    slower = next(at for at, outcome in enumerate(outcomes) if isinstance(outcome, Refused))
    assert_told(outcomes[slower], people[1 - slower], "diterima")
    assert answers(store)[JALAN.id].versi == 1


def test_two_that_answer_the_same_two_meetings_both_end(store_at: StoreAt) -> None:
    store = store_at(both_sent)
    first = {**seen(store, JALAN), **seen(store, PASAR, rapat=RAPAT_STABAT)}
    second = dict(reversed(first.items()))
    outcomes = race(*(partial(jawaban.jawab, store, OPD_PUTR, shown, YA, NOW) for shown in (first, second)))
    assert refusals(outcomes) == ["berubah"]
    assert {j.versi for j in answers(store).values()} == {1}


def test_the_meeting_keeps_its_ranking_and_its_lock(store: Store) -> None:
    before = baca.usulan_masuk(store, CAMAT, RAPAT)
    answer(store, YA, JALAN)
    assert baca.usulan_masuk(store, CAMAT, RAPAT) == before
    assert [u.kode for _, u in baca.usulan_opd(store, OPD_PUTR, PUTR, TAHUN) if u.kode.startswith(f"{TAHUN}-{BAHOROK}")]
