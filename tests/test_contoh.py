"""The sample database: the same on every run, meetings at every stage, and nothing that periksa would complain of."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from musrenbang import passwords
from musrenbang.actions import baca, jawaban, perbandingan
from musrenbang.actions.periksa import periksa
from musrenbang.actions.siapkan import NotEmpty
from musrenbang.contoh import SANDI, buat
from musrenbang.formats import hari_tanggal, wib
from musrenbang.intake.reference_files import read
from musrenbang.model import Fakta, Jawab, JenisTanda, Keputusan, Lingkup, Orang, Peran, Tahap, UsulanMasuk
from musrenbang.store import accounts, seed, usulan_desa
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from musrenbang.words import ALASAN_CADANGAN, ALASAN_TIDAK_SESUAI
from tests import witness

NOW = datetime(2027, 2, 15, 4, 0)
BAPPEDA = Orang("bappeda", "Bappeda", Peran.BAPPEDA, None)


@pytest.fixture(scope="module")
def store() -> Any:
    made = open_store(":memory:")
    buat(made, NOW)
    yield made
    made.close()


@pytest.fixture(scope="module")
def facts(store: Store) -> dict[str, Fakta]:
    return {f.rapat.kecamatan.nama: f for f in baca.semua_rapat(store, BAPPEDA, 2027)}


def rows_of(store: Store, facts: dict[str, Fakta], nama: str) -> list[UsulanMasuk]:
    return baca.usulan_masuk(store, BAPPEDA, facts[nama].rapat.id)


def test_two_runs_are_equal_but_for_passwords(store: Store) -> None:
    other = open_store(":memory:")
    buat(other, NOW)
    assert accounts.kept(store) == accounts.kept(other)
    first, second = witness.content(store), witness.content(other)
    other.close()
    assert [name for name in first if first[name] != second[name]] == ["akun"]


def test_a_store_that_is_not_empty_is_refused(store: Store) -> None:
    before = witness.content(store)
    with pytest.raises(NotEmpty):
        buat(store, NOW)
    assert witness.content(store) == before


def test_periksa_is_clean(store: Store) -> None:
    assert periksa(store) == []
    assert seed.is_sample(store)


def test_accounts_for_everyone_with_one_password(store: Store) -> None:
    people = {a.orang.nama_pengguna: a.orang for a in accounts.kept(store) if a.aktif}
    assert Counter(who.peran.value for who in people.values()) == {"camat": 23, "bappeda": 1, "opd": 31, "desa": 277}
    assert people["camat.seibingai"].wilayah == "12.05.04"
    assert people["opd.putr"].wilayah == "1.03.01"
    assert people["desa.sukarakyat"].wilayah == "12.05.01.2006"
    assert people["desa.kwalabegumit.stabat"].wilayah == "12.05.07.2002"
    assert not any(who.harus_ganti_sandi for who in people.values())
    assert len({accounts.password_hash(store, name) for name in people}) == 1
    assert passwords.matches(accounts.password_hash(store, "camat.bahorok"), SANDI)


def test_suka_rakyat_has_its_ten_real_usulan_in_their_order(store: Store) -> None:
    told = [(r["nama"], f"Dusun {r['dusun']}", int(r["volume"]), r["satuan"]) for r in read("usulan_suka_rakyat")]
    entered = usulan_desa.of_desa(store, "12.05.01.2006", 2027)
    assert [(u.isi.nama, u.isi.lokasi, int(u.isi.volume), u.isi.satuan) for u in entered] == told
    assert {u.isi.permasalahan for u in entered} == {"Biaya contoh; usulan menurut berita 2022."}
    assert entered[0].kode == "2027-12.05.01.2006-001"


def test_every_desa_has_entered_eight_to_twelve_labelled_usulan(store: Store) -> None:
    entered = [u for d in read("desa") for u in usulan_desa.of_desa(store, d["kode"], 2027)]
    each = Counter(u.desa for u in entered)
    assert len(each) == 277
    assert all(8 <= n <= 12 for n in each.values())
    assert 180 <= sum(n for desa, n in each.items() if str(desa).startswith("12.05.01")) <= 200
    others = [u for u in entered if u.desa != "12.05.01.2006"]
    assert all(u.isi.permasalahan.startswith("CONTOH: ") for u in others)


def test_nothing_is_proposed_where_it_cannot_be(store: Store) -> None:
    for desa in read("desa"):
        for u in usulan_desa.of_desa(store, desa["kode"], 2027):
            if desa["kecamatan"] in ("12.05.01", "12.05.02", "12.05.04", "12.05.22"):
                assert not {"mangrove", "nelayan", "pesisir", "pasang"} & set(u.isi.nama.lower().split()), u.kode
            place = "Lingkungan " if desa["jenis"] == "Kelurahan" else "Dusun "
            assert u.isi.lokasi.startswith(place), u.kode
            assert u.asal == desa["jenis"]


def test_meetings_stand_at_every_stage(facts: dict[str, Fakta]) -> None:
    stages = {nama: f.rapat.tahap for nama, f in facts.items() if f.rapat.tahap is not Tahap.MENUNGGU}
    assert stages == {
        "Stabat": Tahap.DIKIRIM, "Binjai": Tahap.DIKIRIM, "Berandan Barat": Tahap.DIKIRIM,
        "Kuala": Tahap.DIBUKA, "Selesai": Tahap.DIAMBIL,
        "Wampu": Tahap.BERLANGSUNG, "Hinai": Tahap.BERLANGSUNG,
        "Secanggang": Tahap.BERLANGSUNG, "Tanjung Pura": Tahap.BERLANGSUNG,
    }  # fmt: skip


def test_how_far_the_running_ones_are(facts: dict[str, Fakta]) -> None:
    bahorok, wampu, hinai = (facts[n].kemajuan for n in ("Bahorok", "Wampu", "Hinai"))
    assert (bahorok.desa, bahorok.desa_menyetujui, bahorok.masuk) == (19, 19, 0)
    assert wampu.belum_verifikasi == wampu.masuk // 2
    assert hinai.belum_verifikasi == 0
    assert 0 < hinai.tanpa_prioritas < hinai.diterima
    half, whole = facts["Secanggang"].kemajuan, facts["Tanjung Pura"].kemajuan
    assert half.skor_lengkap == half.dibuka_skor // 2 > 0
    assert whole.skor_lengkap == whole.dibuka_skor == whole.utama > 100
    assert sum(f.kemajuan.desa_menyetujui < f.kemajuan.desa for f in facts.values()) >= 5


def test_running_meetings_started_an_hour_and_42_minutes_ago(store: Store, facts: dict[str, Fakta]) -> None:
    running = [f.rapat for f in facts.values() if f.rapat.tahap is Tahap.BERLANGSUNG]
    assert {rapat.dimulai for rapat in running} == {NOW - timedelta(hours=1, minutes=42)}
    assert all(row.waktu <= NOW for rapat in running for row in baca.jejak(store, BAPPEDA, rapat.id))


def test_stabat_is_complete_and_sent_on_its_day(facts: dict[str, Fakta]) -> None:
    stabat = facts["Stabat"]
    assert stabat.daftar_hadir.tanggal == date(2027, 2, 8)
    assert hari_tanggal(date(2027, 2, 8)) == "Senin, 8 Februari 2027"
    assert stabat.rapat.dimulai == datetime(2027, 2, 8, 2)
    assert stabat.rapat.dikirim
    assert 13 <= wib(stabat.rapat.dikirim).hour <= 15
    assert stabat.berita_acara.peserta
    assert stabat.berita_acara.nomor
    assert "CONTOH" in stabat.daftar_hadir.nama_camat


def test_decisions_are_of_every_kind(store: Store, facts: dict[str, Fakta]) -> None:
    for nama in ("Stabat", "Binjai", "Berandan Barat", "Tanjung Pura"):
        rows = rows_of(store, facts, nama)
        kinds = Counter(u.keputusan for u in rows)
        assert kinds[Keputusan.DIUBAH] == 3
        assert kinds[Keputusan.DIGABUNG] == 1
        refused = {u.alasan_verifikasi for u in rows if u.keputusan is Keputusan.TIDAK_SESUAI}
        assert refused
        assert refused <= set(ALASAN_TIDAK_SESUAI)
        reserve = {u.alasan_cadangan for u in rows if u.cadangan}
        assert reserve
        assert reserve <= set(ALASAN_CADANGAN)
        assert facts[nama].kemajuan.usulan_kecamatan == 1


def test_opd_have_answered_some_in_every_way(store: Store) -> None:
    putr = accounts.person(store, "opd.putr")
    assert putr
    given = list(jawaban.untuk_opd(store, putr, "1.03.01", 2027).values())
    assert {j.isi.jawab for j in given} == set(Jawab)
    assert any(j.anggaran for j in given)
    assert 0 < len(given) < len(baca.usulan_opd(store, putr, "1.03.01", 2027))


def test_scores_tie_and_one_tie_is_ordered_by_the_meeting(store: Store, facts: dict[str, Fakta]) -> None:
    ranked = [u for u in rows_of(store, facts, "Tanjung Pura") if u.poin]
    assert max(u.seri_skor or 0 for u in ranked) >= 4
    assert any((u.seri or 0) > 1 for u in ranked)
    assert any(row.tindakan == "urutkan usulan seri" for row in baca.jejak(store, BAPPEDA, facts["Stabat"].rapat.id))


def test_three_meetings_score_so_that_ketegasan_has_something_to_ask(store: Store) -> None:
    """Generous, strict, and one that gives the same level throughout; the others lean nowhere."""
    found = perbandingan.ketegasan(store, BAPPEDA, Lingkup(2027))
    assert found.penyesuaian
    assert {kode: [t.jenis for t in tanda] for kode, tanda in found.tanda.items()} == {
        "12.05.09": [JenisTanda.KETAT], "12.05.11": [JenisTanda.LONGGAR], "12.05.18": [JenisTanda.SERAGAM],
    }  # fmt: skip
    assert {kode for kode, rapat in found.penyesuaian.rapat.items() if rapat.nyata} == {"12.05.09", "12.05.11"}
