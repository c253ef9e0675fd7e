"""A read-only session for the projectors of one meeting: opened and ended by its camat, and over after twelve hours."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from musrenbang import passwords
from musrenbang.actions import baca, induk_prioritas, induk_wilayah, persiapan, proyektor, skoring, umum
from musrenbang.model import DaftarHadir, Jadwal, Orang, Rencana
from musrenbang.store import seed
from musrenbang.store.engine import Store
from musrenbang.store.hall import Bahasan, Tampilan
from tests import cast
from tests.cast import BAPPEDA, CAMAT, DESA, JALAN, NOW, OPD_PUTR, ORANG_LAIN, RAPAT, RAPAT_STABAT, SEKCAM
from tests.conftest import StoreAt
from tests.witness import assert_row, logged, race, refusals, refused

JAM_12 = NOW + timedelta(hours=12)


def buka(store: Store, who: Orang = CAMAT) -> str:
    """The digest of the secret, by which a projector is known."""
    return passwords.digest(proyektor.buka_layar(store, who, RAPAT, NOW))


def test_it_opens_a_session_for_this_meeting(store: Store) -> None:
    guest = proyektor.tamu(store, buka(store), NOW)
    assert guest is not None
    assert (guest.rapat.id, guest.berakhir) == (RAPAT, JAM_12)
    assert proyektor.layar_terbuka(store, CAMAT, RAPAT, NOW) == 1
    assert proyektor.layar_terbuka(store, ORANG_LAIN, RAPAT_STABAT, NOW) == 0


def test_only_the_digest_of_the_secret_is_kept(store: Store) -> None:
    rahasia = proyektor.buka_layar(store, CAMAT, RAPAT, NOW)
    assert store.rows("select sidik from layar_proyektor") == [(passwords.digest(rahasia),)]
    for table in ("layar_proyektor", "jejak"):
        assert rahasia not in repr(store.rows(f"select * from {table}"))
    assert passwords.digest(rahasia) not in repr(store.rows("select * from jejak"))


def test_opening_and_ending_are_logged(store: Store) -> None:
    (opening,) = logged(store, lambda: buka(store))
    assert_row(opening, "camat.bahorok", "layar proyektor", "layar proyektor")
    assert "2027-02-15" in str(opening.sesudah)
    (ending,) = logged(store, lambda: proyektor.akhiri_layar(store, SEKCAM, RAPAT, NOW))
    assert_row(ending, "sekcam.bahorok", "layar proyektor", "layar proyektor")
    assert "1" in str(ending.sesudah)


@pytest.mark.parametrize("who", [BAPPEDA, OPD_PUTR, DESA], ids=lambda who: who.peran.value)
def test_other_roles_are_refused(store: Store, who: Orang) -> None:
    with refused(store, "bukan_wewenang"):
        proyektor.buka_layar(store, who, RAPAT, NOW)
    buka(store)
    with refused(store, "bukan_wewenang"):
        proyektor.akhiri_layar(store, who, RAPAT, NOW)


def test_the_camat_of_another_kecamatan_is_refused(store: Store) -> None:
    buka(store)
    for act in (proyektor.buka_layar, proyektor.akhiri_layar, proyektor.layar_terbuka):
        with refused(store, "bukan_wilayah"):
            act(store, ORANG_LAIN, RAPAT, NOW)


def test_a_meeting_that_is_not_there_has_no_screen(store: Store) -> None:
    with refused(store, "tidak_ditemukan"):
        proyektor.buka_layar(store, CAMAT, uuid4(), NOW)
    with refused(store, "tidak_ditemukan"):
        proyektor.keadaan_layar(store, uuid4(), NOW)


def test_after_kirim_the_hall_may_still_look(store_at: StoreAt) -> None:
    store = store_at(cast.sent)
    assert proyektor.tamu(store, buka(store), NOW) is not None
    assert proyektor.keadaan_layar(store, RAPAT, NOW).jadwal.dikirim == NOW


def test_a_session_is_over_after_twelve_hours(store: Store) -> None:
    sidik = buka(store)
    assert proyektor.tamu(store, sidik, JAM_12 - timedelta(seconds=1)) is not None
    assert proyektor.tamu(store, sidik, JAM_12) is None
    assert proyektor.layar_terbuka(store, CAMAT, RAPAT, JAM_12) == 0
    proyektor.buka_layar(store, CAMAT, RAPAT, JAM_12)
    assert store.rows("select count(*) from layar_proyektor where sidik = $1", sidik) == [(0,)]


def test_ending_ends_all_of_this_meeting_and_no_other(store: Store) -> None:
    mine = [buka(store), buka(store)]
    other = passwords.digest(proyektor.buka_layar(store, ORANG_LAIN, RAPAT_STABAT, NOW))
    assert proyektor.akhiri_layar(store, CAMAT, RAPAT, NOW) == 2
    assert [proyektor.tamu(store, sidik, NOW) for sidik in mine] == [None, None]
    assert proyektor.tamu(store, other, NOW) is not None
    assert proyektor.akhiri_layar(store, CAMAT, RAPAT, NOW) == 0


def test_what_a_disabled_account_has_opened_is_over(store: Store) -> None:
    gone = [buka(store), buka(store)]
    kept = passwords.digest(proyektor.buka_layar(store, ORANG_LAIN, RAPAT_STABAT, NOW))
    assert None not in [proyektor.tamu(store, sidik, NOW) for sidik in gone]
    cast.disable(store, CAMAT)
    assert [proyektor.tamu(store, sidik, NOW) for sidik in gone] == [None, None]
    assert proyektor.tamu(store, kept, NOW) is not None


def test_a_guess_opens_nothing(store: Store) -> None:
    buka(store)
    for guess in ("", "0" * 64, "\x00", "' or 1=1 --"):
        assert proyektor.tamu(store, passwords.digest(guess), NOW) is None


def test_two_may_open_at_once(store: Store) -> None:
    outcomes = race(lambda: buka(store), lambda: buka(store, SEKCAM))
    assert refusals(outcomes) == []
    assert proyektor.layar_terbuka(store, CAMAT, RAPAT, NOW) == 2


def test_what_is_discussed_and_shown_is_told_to_the_hall_of_this_meeting_only(store: Store) -> None:
    told: list[str] = []
    rantai, bahasan = str(seed.meeting_id(cast.BAHOROK, cast.TAHUN)), Bahasan("skoring", JALAN.id)
    with store.hall.listening(rantai, lambda: told.append("bahorok")):
        proyektor.bahas(store, CAMAT, RAPAT, bahasan)
        proyektor.tampilkan(store, CAMAT, RAPAT, Tampilan.AGENDA)
        proyektor.tampilkan(store, ORANG_LAIN, RAPAT_STABAT, Tampilan.KRITERIA)
    assert told == ["bahorok", "bahorok"]
    assert (store.hall.bahasan(rantai), store.hall.tampilan(rantai)) == (bahasan, Tampilan.AGENDA)


def test_the_hall_sees_nothing_of_people_and_reasons(store_at: StoreAt) -> None:
    store = store_at(cast.scored)
    shown = repr(proyektor.keadaan_layar(store, RAPAT, NOW))
    assert "Hotmix jalan utama" in shown
    assert "Pelatihan kader" in shown
    told = ("Abdi", "camat.bahorok", "Camat Bahorok", "Belum mendesak", "Jalan rusak berat", "Dusun I")
    assert [word for word in told if word in shown] == []


def test_the_hall_sees_the_ranking_and_what_was_scored_last(store_at: StoreAt) -> None:
    store = store_at(cast.counting)
    assert proyektor.keadaan_layar(store, RAPAT, NOW).baru is None
    for usulan in (cast.BIBIT, JALAN):
        levels = {usulan.id: cast.NILAI[usulan.id]}
        skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, levels), NOW)
    k = proyektor.keadaan_layar(store, RAPAT, NOW)
    kept = {u.id: u for u in baca.usulan_masuk(store, CAMAT, RAPAT)}
    assert len(k.usulan) == len(kept)
    assert next(u for u in k.usulan if u.id == k.baru).nama == "Hotmix jalan utama"
    assert {u.nama: u.peringkat for u in k.usulan if u.peringkat} == {
        u.isi.nama: u.peringkat for u in kept.values() if u.peringkat
    }


def test_the_hall_is_told_day_place_and_names_as_they_are_now(store: Store) -> None:
    proyektor.keadaan_layar(store, RAPAT, NOW)
    rencana = Rencana(date(2027, 2, 16), "08.00", "15.00", "Balai Desa", "Jalan Raya 1", sheet(store).versi)
    persiapan.jadwalkan(store, BAPPEDA, RAPAT, rencana, NOW)
    kecamatan = next(t for t in induk_wilayah.kecamatan(store, BAPPEDA) if t.isi.kode == cast.BAHOROK)
    renamed = replace(kecamatan.isi, nama="Bohorok")
    induk_wilayah.ubah_kecamatan(store, BAPPEDA, renamed, kecamatan.versi, NOW)
    tahun = induk_prioritas.prioritas(store, BAPPEDA, cast.TAHUN)
    named = tuple(replace(p, nama=f"Prioritas ke-{p.nomor}") for p in tahun.prioritas)
    induk_prioritas.simpan(store, BAPPEDA, replace(tahun, prioritas=named), NOW)

    shown = proyektor.keadaan_layar(store, RAPAT, NOW)
    day = (rencana.tanggal, rencana.jam_mulai, rencana.jam_selesai, rencana.tempat, rencana.alamat)
    assert shown.jadwal == Jadwal("Bohorok", *day, dimulai=False, dikirim=None)
    assert shown.jadwal in umum.jadwal(store, cast.TAHUN)
    assert shown.prioritas == named


def sheet(store: Store) -> DaftarHadir:
    return baca.fakta(store, CAMAT, RAPAT).daftar_hadir
