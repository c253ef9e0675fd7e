"""Kriteria and weights of a year: saved for meetings that have not started, never for one that has."""

import json
from dataclasses import replace
from datetime import date

import pytest

from musrenbang import scoring
from musrenbang.actions import baca, induk_kriteria, persiapan
from musrenbang.actions.lambang import RANTAI
from musrenbang.actions.periksa import periksa
from musrenbang.errors import ChangedMeanwhile, Refused
from musrenbang.kalimat import told
from musrenbang.model import Bobot, Kamus, KriteriaTahun, Orang
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, NOW, OPD_PUTR, ORANG_LAIN, RAPAT, RAPAT_STABAT, TAHUN
from tests.conftest import StoreAt
from tests.witness import assert_row, dump, logged, race, refusals, refused, rows_of

BARU = (15, 20, 10, 15, 15, 10, 10, 5)
SK = ("050/12/BAPPEDA/2027", date(2027, 2, 1))


def shown(store: Store) -> KriteriaTahun:
    return induk_kriteria.kriteria(store, BAPPEDA, TAHUN)


def weighted(isi: KriteriaTahun, weights: tuple[int, ...] = BARU, **other: object) -> KriteriaTahun:
    kriteria = tuple(replace(k, bobot=b) for k, b in zip(isi.bobot.kriteria, weights, strict=True))
    return replace(isi, bobot=replace(isi.bobot, kriteria=kriteria, **other))


def named(isi: KriteriaTahun, nomor: int, **other: object) -> KriteriaTahun:
    changed = tuple(replace(k, **other) if k.nomor == nomor else k for k in isi.bobot.kriteria)
    return replace(isi, bobot=replace(isi.bobot, kriteria=changed))


def save(store: Store, isi: KriteriaTahun, who: Orang = BAPPEDA) -> None:
    induk_kriteria.simpan(store, who, isi, NOW)


def weights_of(bobot: Bobot) -> tuple[int, ...]:
    return tuple(k.bobot for k in bobot.kriteria)


def test_saves_names_weights_words_and_approval(store: Store) -> None:
    isi = weighted(shown(store), nomor_penetapan=SK[0], tanggal_penetapan=SK[1])
    words = tuple(f"tingkat {n}" for n in range(1, 6))
    isi = named(isi, 2, nama="  Dampak\nekonomi ", singkat="Ekonomi", kata=words, kata_bidang_lain=words[::-1])
    save(store, isi)
    now = shown(store)
    two = now.bobot.kriteria[1]
    assert weights_of(now.bobot) == BARU
    assert (two.nama, two.singkat, two.kata, two.kata_bidang_lain) == ("Dampak ekonomi", "Ekonomi", words, words[::-1])
    assert (now.bobot.nomor_penetapan, now.bobot.tanggal_penetapan) == SK
    assert periksa(store) == []


def test_logs_what_was_and_what_is(store: Store) -> None:
    (row,) = logged(store, lambda: save(store, weighted(shown(store))), RANTAI)
    assert_row(row, "bappeda", "ubah kriteria", "kriteria 2027")
    before, after = json.loads(row.sebelum), json.loads(row.sesudah)
    assert [before[f"bobot kriteria {n}"] for n in range(1, 9)] == [25, 10, 10, 15, 15, 10, 10, 5]
    assert tuple(after[f"bobot kriteria {n}"] for n in range(1, 9)) == BARU
    said = "Kriteria 2027 diubah: bobot kriteria 1 25 → 15; bobot kriteria 2 10 → 20."
    assert str(told(row, Kamus())) == said


def test_tells_each_meeting_that_has_not_started(store: Store) -> None:
    rows = {rapat: logged(store, lambda: None, rapat) for rapat in (RAPAT, RAPAT_STABAT)}
    save(store, weighted(shown(store)))
    for rapat, before in rows.items():
        (row,) = rows_of(store, rapat)[len(before) :]
        assert_row(row, "bappeda", "data induk diubah", "kriteria 2027")
        assert json.loads(row.sesudah) == {"jejak data induk": rows_of(store, RANTAI)[-1].hash}
        assert str(told(row, Kamus())) == "Kriteria 2027 diubah di data induk."


def test_a_started_meeting_keeps_its_own_and_does_not_move(store_at: StoreAt) -> None:
    """Bahorok has scored, Stabat waits: one change, and each shows what is right for it."""
    store = store_at(cast.scored)
    frozen, ranked = baca.rujukan(store, CAMAT, RAPAT).bobot, baca.usulan_masuk(store, CAMAT, RAPAT)
    before, moves = rows_of(store), store.hall.version(str(RAPAT))
    assert (shown(store).menunggu, shown(store).dimulai) == (1, 1)
    save(store, weighted(shown(store)))
    assert baca.rujukan(store, CAMAT, RAPAT).bobot == frozen
    assert baca.usulan_masuk(store, CAMAT, RAPAT) == ranked
    assert (rows_of(store), store.hall.version(str(RAPAT))) == (before, moves)
    assert weights_of(baca.rujukan(store, ORANG_LAIN, RAPAT_STABAT).bobot) == BARU


def test_what_a_waiting_meeting_has_in_memory_is_forgotten(store_at: StoreAt) -> None:
    """Its screens ask at the tanda of before; the next one tells them the new weights, and they are told to ask."""
    store = store_at(cast.loaded)
    _, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    assert weights_of(baca.rujukan(store, CAMAT, RAPAT, tanda).bobot) != BARU
    heard: list[str] = []
    with store.hall.listening(str(RAPAT), lambda: heard.append("moved")):
        save(store, weighted(shown(store)))
    assert heard == ["moved"]
    _, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    assert weights_of(baca.rujukan(store, CAMAT, RAPAT, tanda).bobot) == BARU
    assert weights_of(baca.bahan_cetak(store, CAMAT, RAPAT, NOW).bobot) == BARU


def test_mulai_freezes_what_was_saved(store_at: StoreAt) -> None:
    store = store_at(cast.loaded)
    save(store, weighted(shown(store)))
    persiapan.mulai(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), NOW)
    save(store, weighted(shown(store), (25, 10, 10, 15, 15, 10, 10, 5)))
    assert weights_of(baca.rujukan(store, CAMAT, RAPAT).bobot) == BARU
    assert periksa(store) == []


def test_no_meeting_starts_with_weights_that_its_camat_has_not_seen(store_at: StoreAt) -> None:
    """Whoever is first, and the meeting is told when the new weights reach it."""
    for _ in range(3):
        store = store_at(cast.loaded)
        isi, before, seen = weighted(shown(store)), rows_of(store), baca.tanda_data(store, CAMAT, RAPAT)

        def start(store: Store = store, seen: str = seen) -> None:
            persiapan.mulai(store, CAMAT, RAPAT, seen, NOW)

        outcomes = race(start, lambda s=store, i=isi: save(s, i))
        rows = [row.tindakan for row in rows_of(store)[len(before) :]]
        if refusals(outcomes):
            assert (refusals(outcomes), rows) == (["berubah_sebelum_ditekan"], ["data induk diubah"])
        else:
            assert rows == ["mulai musrenbang"]
            assert weights_of(baca.rujukan(store, CAMAT, RAPAT).bobot) == scoring.BOBOT_CONTOH


def test_of_two_at_once_the_slower_is_told(store: Store) -> None:
    isi = shown(store)
    first, second = weighted(isi), weighted(isi, (20, 15, 10, 15, 15, 10, 10, 5))
    outcomes = race(lambda: save(store, first), lambda: save(store, second))
    assert refusals(outcomes) == ["berubah"]
    (fault,) = [o for o in outcomes if isinstance(o, ChangedMeanwhile)]
    assert fault.issues[0].facts["oleh"] == "bappeda"
    now = ", ".join(map(str, weights_of(shown(store).bobot)))
    assert fault.issues[0].facts["sekarang"] == f"bobot {now}"


@pytest.mark.parametrize(
    ("change", "keys"),
    [
        (lambda isi: weighted(isi, (30, 10, 10, 15, 15, 10, 10, 5)), ("bobot_jumlah",)),
        (lambda isi: weighted(isi, (-5, 40, 10, 15, 15, 10, 10, 5)), ("isian_angka",)),
        (lambda isi: named(isi, 3, nama=" \n "), ("isian_wajib",)),
        (lambda isi: named(isi, 3, singkat="x" * 41), ("isian_panjang",)),
        (lambda isi: named(isi, 3, kata=("a", "b", "", "d", "e")), ("isian_wajib",)),
        (lambda isi: named(isi, 3, kata=("a", "b")), ("tingkat_kurang",)),
        (lambda isi: named(isi, 5, kata_bidang_lain=("a", "b")), ("tingkat_kurang",)),
        (lambda isi: weighted(isi, nomor_penetapan="12"), ("penetapan_sebagian",)),
        (lambda isi: weighted(isi, nomor_penetapan="  ", tanggal_penetapan=SK[1]), ("penetapan_sebagian",)),
        (
            lambda isi: weighted(isi, nomor_penetapan="12", tanggal_penetapan=date(2027, 2, 16)),
            ("penetapan_belum_tiba",),
        ),
        (lambda isi: isi, ("induk_sama",)),
        (lambda isi: replace(isi, bobot=Bobot(isi.bobot.kriteria[::-1])), ("tidak_ditemukan",)),
    ],
)  # fmt: skip
def test_refuses(store: Store, change: object, keys: tuple[str, ...]) -> None:
    isi = change(shown(store))
    with refused(store, *keys):
        save(store, isi)


def test_an_approval_of_the_old_weights_does_not_cover_new_ones(store: Store) -> None:
    old = replace(shown(store).bobot, nomor_penetapan=SK[0], tanggal_penetapan=SK[1])
    save(store, replace(shown(store), bobot=old))
    with refused(store, "penetapan_lama"):
        save(store, weighted(shown(store)))
    save(store, weighted(shown(store), nomor_penetapan=None, tanggal_penetapan=None))
    assert shown(store).bobot.nomor_penetapan is None


def test_a_year_that_is_not_there_is_not_found(store: Store) -> None:
    with refused(store, "tidak_ditemukan"):
        save(store, replace(weighted(shown(store)), tahun=2031))


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.peran)
def test_only_bappeda(store: Store, who: Orang) -> None:
    isi = weighted(shown(store))
    with refused(store, "bukan_wewenang"):
        save(store, isi, who)
    with refused(store, "bukan_wewenang"):
        induk_kriteria.kriteria(store, who, TAHUN)
    with refused(store, "bukan_wewenang"):
        induk_kriteria.pratinjau(store, who, isi.bobot)


# what it would have moved -----------------------------------------------------------------------------------------


def test_the_preview_is_of_the_latest_year_with_a_sent_meeting_and_writes_nothing(store_at: StoreAt) -> None:
    assert (
        induk_kriteria.pratinjau(store_at(cast.scored), BAPPEDA, weighted(shown(store_at(cast.scored))).bobot) is None
    )
    store = store_at(cast.sent)
    before, ranks = dump(store), {u.kode: u.peringkat for u in baca.usulan_masuk(store, CAMAT, RAPAT)}
    bobot = weighted(shown(store), (5, 5, 40, 5, 5, 5, 30, 5)).bobot  # BIBIT comes from the last place to the first
    found = induk_kriteria.pratinjau(store, BAPPEDA, bobot)
    assert found is not None
    (bahorok,) = found.kecamatan
    assert (found.tahun, bahorok.kecamatan, bahorok.dinilai) == (TAHUN, "Bahorok", len(cast.UTAMA))
    assert bahorok.berpindah[0].usulan.nama == "Bantuan bibit"
    assert (bahorok.berpindah[0].usulan.peringkat, bahorok.berpindah[0].baru) == (4, 1)
    assert all(p.usulan.peringkat == ranks[p.usulan.kode] for p in bahorok.berpindah)
    assert dump(store) == before


def test_the_same_weights_move_nobody(store_at: StoreAt) -> None:
    store = store_at(cast.sent)
    found = induk_kriteria.pratinjau(store, BAPPEDA, shown(store).bobot)
    assert found is not None
    assert [k.berpindah for k in found.kecamatan] == [()]


def test_weights_that_are_none_have_no_preview(store_at: StoreAt) -> None:
    store = store_at(cast.sent)
    with pytest.raises(Refused, match="bobot_jumlah"):
        induk_kriteria.pratinjau(store, BAPPEDA, weighted(shown(store), (30, 10, 10, 15, 15, 10, 10, 5)).bobot)
