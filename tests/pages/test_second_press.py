"""Two people at one form: who was slower presses again, and saves what was typed here and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from musrenbang import passwords
from musrenbang.actions import (
    baca,
    induk_aturan,
    induk_kriteria,
    induk_prioritas,
    masuk,
    penutupan,
    persiapan,
    usulan,
    usulan_desa,
)
from musrenbang.clock import SERVER
from musrenbang.model import BeritaAcara, DaftarHadir, Orang, Prioritas, Rencana, Sikap, Wakil
from musrenbang.store import current
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAPPEDA, CAMAT, DESA, JALAN, NOW, RAPAT, SANDI, SEKCAM, SEKDES, isi, own, row, sent, started
from tests.conftest import StoreAt

Screen = Callable[[Store, Orang, Callable[..., None]], AppTest]
LIST = tuple(Wakil(f"W{n}", "PKK", "Anggota") for n in range(30))


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A screen as it stands in the tab of this person."""

    def drawn(store: Store, who: Orang, script: Callable[..., None]) -> AppTest:
        monkeypatch.setattr(current, "_current", store)
        rahasia = masuk.masuk(store, who.nama_pengguna, SANDI, "127.0.0.1", SERVER.now())
        tab = AppTest.from_function(script, default_timeout=30)
        tab.user = {"sesi": passwords.digest(rahasia)}
        return calm(tab.run())

    return drawn


def calm(tab: AppTest) -> AppTest:
    assert not tab.exception, tab.exception
    return tab


def type_in(tab: AppTest, label: str, value: str) -> None:
    """A form sends it with its button."""
    field = next(field for field in tab.text_input if field.label == label).set_value(value)
    if not field.form_id:
        calm(tab.run())


def typed(tab: AppTest, label: str) -> object:
    return next(field for field in [*tab.text_input, *tab.number_input, *tab.date_input] if field.label == label).value


def press(tab: AppTest, label: str = "Simpan") -> str:
    """Returns what the screen says then."""
    next(button for button in tab.button if button.label == label).click()
    calm(tab.run())
    said = [*tab.session_state["masalah"]] if "masalah" in tab.session_state else []
    return " ".join(issue.facts.get("sekarang", issue.key) for issue in said)


# the Berita Acara ---------------------------------------------------------------------------------------------------


def minutes_screen() -> None:
    from pages.parts import session
    from pages.parts.meeting import open_meeting
    from pages.penutupan import berita_acara
    from tests.cast import BAHOROK

    berita_acara.show(open_meeting(session.must_be_in(), BAHOROK))


def minutes(store: Store) -> BeritaAcara:
    return baca.fakta(store, CAMAT, RAPAT).berita_acara


def fill_minutes(store: Store, **fields: Any) -> None:
    penutupan.isi_berita_acara(store, SEKCAM, RAPAT, replace(minutes(store), **fields), NOW)


def test_what_a_colleague_filled_into_the_berita_acara_stays(store_at: StoreAt, screen: Screen) -> None:
    store = store_at(sent)
    tab = screen(store, CAMAT, minutes_screen)
    type_in(tab, "Nomor Berita Acara", "12/BA/2027")
    fill_minutes(store, wakil=LIST, sambutan=("Camat", "Bupati"), pimpinan="Abdi", laki_laki=40)
    told = press(tab)
    assert "pimpinan sidang Abdi" in told
    assert "nomor kosong" in told
    assert (typed(tab, "Nomor Berita Acara"), typed(tab, "Pimpinan sidang")) == ("12/BA/2027", "Abdi")
    assert (typed(tab, "Nama wakil 30"), typed(tab, "Peserta laki-laki")) == ("W29", 40)
    assert press(tab) == ""
    saved = minutes(store)
    assert (saved.nomor, saved.pimpinan, saved.laki_laki) == ("12/BA/2027", "Abdi", 40)
    assert (saved.wakil, saved.sambutan) == (LIST, ("Camat", "Bupati"))


def test_a_wakil_is_never_half_of_one_and_half_of_another(store_at: StoreAt, screen: Screen) -> None:
    store = store_at(sent)
    tab = screen(store, CAMAT, minutes_screen)
    type_in(tab, "Nama wakil 2", "Siti")
    fill_minutes(store, wakil=LIST[:3])
    press(tab)
    press(tab)
    assert minutes(store).wakil == (LIST[0], Wakil("Siti", "", ""), LIST[2])


def test_who_loses_twice_keeps_what_was_typed_first(store_at: StoreAt, screen: Screen) -> None:
    store = store_at(sent)
    tab = screen(store, CAMAT, minutes_screen)
    type_in(tab, "Nomor Berita Acara", "12/BA/2027")
    fill_minutes(store, pimpinan="Abdi")
    press(tab)
    fill_minutes(store, pimpinan="Bakti", nama_bappeda="Rina")
    press(tab)
    press(tab)
    saved = minutes(store)
    assert (saved.nomor, saved.pimpinan, saved.nama_bappeda) == ("12/BA/2027", "Bakti", "Rina")


def test_what_was_emptied_stays_empty(store_at: StoreAt, screen: Screen) -> None:
    store = store_at(sent)
    fill_minutes(store, pimpinan="Abdi")
    tab = screen(store, CAMAT, minutes_screen)
    type_in(tab, "Pimpinan sidang", "")
    fill_minutes(store, nomor="1/BA", laki_laki=40)
    press(tab)
    press(tab)
    saved = minutes(store)
    assert (saved.nomor, saved.laki_laki, saved.pimpinan) == ("1/BA", 40, "")


# the Daftar Hadir ---------------------------------------------------------------------------------------------------


def attendance_screen() -> None:
    from pages.parts import session
    from pages.parts.meeting import open_meeting
    from pages.persiapan import daftar_hadir
    from tests.cast import BAHOROK

    daftar_hadir.show(open_meeting(session.must_be_in(), BAHOROK))


def attendance(store: Store) -> DaftarHadir:
    return baca.fakta(store, CAMAT, RAPAT).daftar_hadir


def test_a_meeting_that_bappeda_has_moved_stays_moved(store: Store, screen: Screen) -> None:
    tab = screen(store, CAMAT, attendance_screen)
    type_in(tab, "NIP camat", "19700101")
    before, moved = attendance(store), date(2027, 3, 5)
    plan = Rencana(moved, "08.30", "11.30", "Aula", before.alamat, before.versi)
    persiapan.jadwalkan(store, BAPPEDA, RAPAT, plan, NOW)
    told = press(tab)
    assert "tanggal 5 Maret 2027; jam mulai 08.30; jam selesai 11.30" in told
    assert (typed(tab, "NIP camat"), typed(tab, "Tanggal"), typed(tab, "Jam mulai")) == ("19700101", moved, "08.30")
    press(tab)
    saved = attendance(store)
    assert (saved.nip_camat, saved.tanggal, saved.jam_mulai, saved.tempat) == ("19700101", moved, "08.30", "Aula")


# Data Induk ---------------------------------------------------------------------------------------------------------


def prioritas_screen() -> None:
    import streamlit as st

    from pages.bappeda.induk import prioritas
    from pages.parts import session
    from tests.cast import TAHUN

    prioritas.show(session.must_be_in(), TAHUN, st.container())


def test_two_new_prioritas_at_once_become_two(store: Store, screen: Screen) -> None:
    tab = screen(store, BAPPEDA, prioritas_screen)
    type_in(tab, "Prioritas 9", "Iklim")
    shown = induk_prioritas.prioritas(store, BAPPEDA, cast.TAHUN)
    theirs = (*shown.prioritas, Prioritas(9, "Air"))
    induk_prioritas.simpan(store, BAPPEDA, replace(shown, prioritas=theirs), NOW)
    press(tab)
    press(tab)
    names = {p.nomor: p.nama for p in induk_prioritas.prioritas(store, BAPPEDA, cast.TAHUN).prioritas}
    assert (names[9], names[10]) == ("Air", "Iklim")


def aturan_screen() -> None:
    import streamlit as st

    from pages.bappeda.induk import aturan
    from pages.parts import session
    from tests.cast import TAHUN

    aturan.show(session.must_be_in(), TAHUN, st.container())


def test_a_rule_that_a_colleague_has_changed_stays(store: Store, screen: Screen) -> None:
    tab = screen(store, BAPPEDA, aturan_screen)
    calm(tab.selectbox[0].set_value(Sikap.TOLAK).run())
    calm(tab.number_input[0].set_value(77).run())
    shown = induk_aturan.aturan(store, BAPPEDA, cast.TAHUN)
    theirs = tuple(replace(a, sikap=Sikap.MATI, angka=a.angka and 33) for a in shown.aturan)
    induk_aturan.simpan(store, BAPPEDA, replace(shown, aturan=theirs), NOW)
    press(tab)
    press(tab)
    saved = induk_aturan.aturan(store, BAPPEDA, cast.TAHUN).aturan
    assert [a.sikap for a in saved] == [Sikap.TOLAK] + [Sikap.MATI] * (len(saved) - 1)
    assert [a.angka for a in saved if a.angka] == [77] + [33] * (sum(1 for a in theirs if a.angka) - 1)


def kriteria_screen() -> None:
    import streamlit as st

    from pages.bappeda.induk import kriteria
    from pages.parts import session
    from tests.cast import TAHUN

    kriteria.show(session.must_be_in(), TAHUN, st.container())


def test_a_kriteria_that_a_colleague_has_renamed_keeps_that_name(store: Store, screen: Screen) -> None:
    tab = screen(store, BAPPEDA, kriteria_screen)
    type_in(tab, "Nomor penetapan", "12/2027")
    calm(tab.date_input[0].set_value(date(2026, 1, 5)).run())
    shown = induk_kriteria.kriteria(store, BAPPEDA, cast.TAHUN)
    first, *others = shown.bobot.kriteria
    theirs = (replace(first, nama="Kegentingan"), *others)
    induk_kriteria.simpan(store, BAPPEDA, replace(shown, bobot=replace(shown.bobot, kriteria=theirs)), NOW)
    press(tab)
    press(tab)
    saved = induk_kriteria.kriteria(store, BAPPEDA, cast.TAHUN).bobot
    assert (saved.nomor_penetapan, saved.tanggal_penetapan) == ("12/2027", date(2026, 1, 5))
    assert saved.kriteria == theirs


# one usulan ---------------------------------------------------------------------------------------------------------


def usulan_screen() -> None:
    from pages.musyawarah import usulan_kecamatan
    from pages.parts import session
    from pages.parts.meeting import open_meeting
    from tests.cast import BAHOROK

    usulan_kecamatan.show(open_meeting(session.must_be_in(), BAHOROK))


def test_a_correction_of_an_usulan_kecamatan_stays(store_at: StoreAt, screen: Screen) -> None:
    store = store_at(started)
    tugu = usulan.tambah_usulan(store, CAMAT, RAPAT, isi("Tugu batas"), NOW)
    tab = screen(store, CAMAT, usulan_screen)
    press(tab, "Ubah nomor 1")
    type_in(tab, "Lokasi", "Dusun 9")
    seen = row(store, tugu)
    usulan.ubah_usulan(store, SEKCAM, RAPAT, tugu, seen.versi, replace(seen.isi, biaya=7_000_000, penerima=3), NOW)
    assert "biaya Rp7.000.000; penerima manfaat 3" in press(tab, "Simpan perubahan")
    press(tab, "Simpan perubahan")
    saved = row(store, tugu).isi
    assert (saved.lokasi, saved.biaya, saved.penerima) == ("Dusun 9", 7_000_000, 3)


def desa_screen() -> None:
    from pages.desa import own, sheet
    from pages.parts import session

    o = own.own(session.must_be_in())
    if not sheet.opened():
        sheet.open_for(o.usulan[0])
    opened = sheet.opened()
    assert opened
    sheet.show(o, opened)


def test_a_correction_of_an_usulan_desa_stays(store: Store, screen: Screen) -> None:
    tab = screen(store, DESA, desa_screen)
    type_in(tab, "Lokasi", "Dusun 9")
    usulan_desa.ubah(store, SEKDES, RAPAT, JALAN.id, 1, replace(JALAN.isi, satuan="km", biaya=7_000_000), NOW)
    assert "satuan km; biaya Rp7.000.000" in press(tab, "Simpan perubahan")
    press(tab, "Simpan perubahan")
    saved = own(store)[0].isi
    assert (saved.lokasi, saved.satuan, saved.biaya) == ("Dusun 9", "km", 7_000_000)
