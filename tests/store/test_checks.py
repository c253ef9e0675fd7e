"""periksa names each thing that is broken. Every fault is made by raw SQL in a real tiny database."""

import pytest

from musrenbang.actions.periksa import periksa
from musrenbang.store import checks
from musrenbang.store.engine import Rows, Store
from tests import cast
from tests.conftest import StoreAt

NOBODY = "00000000-0000-0000-0000-000000000009"
RAPAT, STABAT = str(cast.RAPAT), str(cast.RAPAT_STABAT)
JALAN, KODE, IRIGASI = str(cast.JALAN.id), cast.JALAN.kode, str(cast.IRIGASI.id)
REOPENED = (
    "insert into pembukaan_kembali (rapat, nomor, waktu, oleh, dikirim, alasan, nomor_surat, tanggal_surat) values "
    "('{}', 1, timestamp '2027-02-16 00:00:00', 'bappeda', timestamp '{}', 'Keliru', '005', date '2027-02-16')"
)
PUTR = cast.PUTR
ANSWERED = "insert into jawaban (id, usulan, opd, versi, jawab, alasan, oleh, waktu) values"
YA = "'diterima', '', 'opd.putr', timestamp '2027-02-15 00:00:00'"
ORDERED = "insert into urutan_seri (usulan, rapat, putusan, urutan, alasan) values"


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(cast.sent)


@pytest.mark.parametrize("stage", [cast.waiting, cast.loaded, cast.started, cast.verified, cast.scored, cast.sent])
def test_what_the_actions_write_is_clean(store_at: StoreAt, stage: cast.Stage) -> None:
    assert periksa(store_at(stage)) == []


REFERENCES = [
    ("update desa set kecamatan = '12.05.99' where kode = '12.05.01.2006'", "Desa 12.05.01.2006: kecamatan 12.05.99"),
    (f"update rapat set kecamatan = '12.05.99' where id = '{STABAT}'", f"Rapat {STABAT}: kecamatan 12.05.99 tidak ada"),
    (f"update rapat set tahun = 2031 where id = '{STABAT}'", f"Rapat {STABAT}: tahun 2031 tidak ada"),
    ("insert into keterangan (kunci, nilai) values ('tahun berjalan', '2031')", "Tahun berjalan 2031: tahun itu tidak"),
    (f"update usulan set desa = '12.05.01.9999' where id = '{JALAN}'", f"Usulan {KODE}: desa 12.05.01.9999 tidak ada"),
    (f"update usulan set kecamatan = '12.05.99' where id = '{JALAN}'", f"Usulan {KODE}: kecamatan 12.05.99 tidak ada"),
    (f"update usulan set kecamatan = '12.05.07' where id = '{JALAN}'", "bukan bagian kecamatan 12.05.07"),
    (f"update usulan set opd = '9.99' where id = '{JALAN}'", f"Usulan {KODE}: OPD 9.99 tidak ada"),
    (
        f"update usulan set pendahulu = '{NOBODY}' where id = '{JALAN}'",
        f"Usulan {KODE}: usulan pendahulunya, {NOBODY},",
    ),
    (
        f"update usulan set pendahulu = '{IRIGASI}' where id = '{JALAN}'",
        f"Usulan {KODE}: usulan pendahulunya, {cast.IRIGASI.kode}, bukan dari desa yang sama dan tahun yang lebih awal",
    ),
    (
        f"update usulan set pendahulu = '{IRIGASI}', tahun = 2028 where id = '{cast.DRAINASE.id}'",
        f"Usulan {cast.DRAINASE.kode}: usulan pendahulunya, {cast.IRIGASI.kode}, bukan dari desa yang sama",
    ),
    (
        f"update usulan set pendahulu = '{IRIGASI}', tahun = 2028 where id in ('{JALAN}', '{cast.BIBIT.id}')",
        f"Usulan {cast.IRIGASI.kode} tahun 2027 diajukan lagi 2 kali pada tahun 2028",
    ),
    (f"delete from usulan where id = '{JALAN}'", f"Usulan masuk {KODE}: usulan asalnya tidak ada"),
    (f"update usulan_masuk set rapat = '{NOBODY}' where id = '{JALAN}'", f"Usulan masuk {KODE}: rapat {NOBODY} tidak"),
    (
        f"update usulan_masuk set desa = '12.05.01.9999' where id = '{JALAN}'",
        f"Usulan masuk {KODE}: desa 12.05.01.9999",
    ),
    (
        f"update usulan_masuk set desa = '12.05.07.1010' where id = '{JALAN}'",
        "bukan bagian kecamatan rapatnya, 12.05.01",
    ),
    (f"update usulan_masuk set opd = '9.99' where id = '{JALAN}'", f"Usulan masuk {KODE}: OPD 9.99 tidak ada"),
    (
        f"update usulan_masuk set opd_usul = '9.99' where id = '{JALAN}'",
        f"Usulan masuk {KODE}: OPD yang diusulkan, 9.99",
    ),
    (f"update usulan_masuk set prioritas = 9 where id = '{JALAN}'", f"Usulan masuk {KODE}: prioritas 9 tidak ada"),
    (f"update skor set rapat = '{STABAT}' where usulan = '{JALAN}'", f"Usulan masuk {KODE}: skornya tercatat di rapat"),
    (f"delete from usulan_masuk where id = '{JALAN}'", f"Skor {JALAN}: usulan masuknya tidak ada"),
    (
        f"{ORDERED} ('{NOBODY}', '{RAPAT}', 'a', 1, 'abc')",
        f"Urutan seri {NOBODY}: usulan masuknya tidak ada",
    ),
    (
        f"{ORDERED} ('{JALAN}', '{STABAT}', 'a', 1, 'abc')",
        f"Usulan masuk {KODE}: urutan serinya tercatat di rapat lain",
    ),
    (
        "update akun set wilayah = '12.05.99' where nama_pengguna = 'camat.bahorok'",
        "Akun camat.bahorok (camat): wilayah",
    ),
    (
        "update akun set wilayah = '9.99' where nama_pengguna = 'opd.putr'",
        "Akun opd.putr (opd): wilayah 9.99 tidak ada",
    ),
    (
        "update akun set wilayah = '12' where nama_pengguna = 'desa.sukarakyat'",
        "Akun desa.sukarakyat (desa): wilayah 12",
    ),
    (
        "insert into sesi (sidik, nama_pengguna, dibuat, berakhir) values "
        "(repeat('a', 64), 'hantu', timestamp '2027-02-15 00:00:00', timestamp '2027-02-16 00:00:00')",
        "Sesi akun hantu: akunnya tidak ada",
    ),
    (
        "insert into identitas (sidik, nama_pengguna, dihubungkan) values "
        "(repeat('a', 64), 'hantu', timestamp '2027-02-15 00:00:00')",
        "Akun SSO milik hantu: akunnya tidak ada",
    ),
    (
        "insert into identitas (sidik, nama_pengguna, dihubungkan) values "
        "(repeat('a', 64), 'camat.bahorok', timestamp '2027-02-15 00:00:00')",
        "Akun camat.bahorok: akun SSO tidak sama dengan yang terakhir tercatat di jejak",
    ),
    (
        "insert into layar_proyektor (sidik, rapat, dibuat, dibuat_oleh, berakhir) values (repeat('a', 64), "
        f"'{NOBODY}', timestamp '2027-02-15 00:00:00', 'camat.bahorok', timestamp '2027-02-15 12:00:00')",
        f"Layar proyektor camat.bahorok: rapat {NOBODY} tidak ada",
    ),
    (
        f"update usulan_masuk set keputusan = 'digabung', prioritas = null, opd = null, digabung_ke = '{NOBODY}' "
        f"where id = '{JALAN}'",
        f"Usulan masuk {KODE}: digabung ke usulan yang tidak ada",
    ),
    (
        f"{ANSWERED} (uuid '{NOBODY}', '{NOBODY}', '{PUTR}', 1, {YA})",
        f"Jawaban {PUTR}: usulan masuk {NOBODY} tidak ada",
    ),
    (f"{ANSWERED} (uuid '{NOBODY}', '{JALAN}', '9.99', 1, {YA})", f"Jawaban atas usulan {JALAN}: OPD 9.99 tidak ada"),
    (f"delete from daftar_hadir where rapat = '{STABAT}'", f"Rapat {STABAT}: Daftar Hadir tidak ada"),
    (f"delete from berita_acara where rapat = '{STABAT}'", f"Rapat {STABAT}: Berita Acara tidak ada"),
    (f"update daftar_hadir set rapat = '{NOBODY}' where rapat = '{STABAT}'", f"Daftar Hadir {NOBODY}: rapatnya tidak"),
    (f"update berita_acara set rapat = '{NOBODY}' where rapat = '{STABAT}'", f"Berita Acara {NOBODY}: rapatnya tidak"),
    (f"update bobot_rapat set rapat = '{NOBODY}'", f"Bobot {NOBODY}: rapatnya tidak ada"),
    (REOPENED.format(NOBODY, cast.NOW), f"Pembukaan kembali rapat {NOBODY}: rapatnya tidak ada"),
]
STATES = [
    (
        "update rapat set dimulai = timestamp '2026-01-01 00:00:00' where dimulai is not null",
        "waktu dimulai mendahului",
    ),
    (
        "update rapat set dikirim = timestamp '2026-01-01 00:00:00' where dikirim is not null",
        "waktu dikirim mendahului",
    ),
    (REOPENED.format(RAPAT, "2026-01-01 00:00:00"), "waktu dikirim mendahului waktu dihitung"),
    (REOPENED.format(RAPAT, cast.NOW), "waktu dikirim kembali mendahului waktu dibuka kembali"),
    ("delete from bobot_rapat", "Kecamatan Bahorok tahun 2027: sudah dimulai tanpa bobot yang dibekukan"),
    (
        f"update bobot_rapat set rapat = '{STABAT}'",
        "Kecamatan Stabat tahun 2027: bobot dibekukan padahal belum dimulai",
    ),
    (
        f"update usulan_masuk set rapat = '{STABAT}' where id = '{JALAN}'",
        "Kecamatan Stabat tahun 2027: ada 1 usulan masuk padahal usulan belum diambil",
    ),
    (
        f"update usulan_masuk set rapat = '{STABAT}' where id = '{JALAN}'",
        f"Usulan masuk {KODE}: sudah diputuskan padahal",
    ),
    (
        f"update usulan_masuk set keputusan = 'belum', prioritas = null where id = '{JALAN}'",
        f"Usulan masuk {KODE}: sudah diberi OPD padahal belum diterima",
    ),
    (
        f"update skor set rapat = '{STABAT}' where usulan = '{JALAN}'",
        "Kecamatan Stabat tahun 2027: ada 1 skor padahal Hitung belum ditekan",
    ),
    (
        f"update skor set k4 = null where usulan = '{JALAN}'",
        f"sudah dikirim, tetapi keputusan, prioritas, OPD, atau skor usulan {KODE} belum lengkap",
    ),
    (f"update usulan_masuk set opd = null where id = '{JALAN}'", f"skor usulan {KODE} belum lengkap"),
    (f"update usulan_masuk set prioritas = null where id = '{JALAN}'", f"skor usulan {KODE} belum lengkap"),
    (f"update daftar_hadir set tempat = '' where rapat = '{RAPAT}'", "dikirim dengan Daftar Hadir yang belum lengkap"),
    (f"update usulan set urutan = 2 where id = '{JALAN}'", "Desa/kelurahan 12.05.01.2006 tahun 2027: urutan usulan 2"),
    (f"update usulan_masuk set urutan = 2 where id = '{JALAN}'", "urutan 2 dari 12.05.01.2006 dipakai 2 usulan masuk"),
    ("update kriteria set bobot = 24 where nomor = 1", "Kriteria tahun 2027: ada 8 kriteria berjumlah bobot 99"),
]
TRAIL = [
    (REOPENED.format(RAPAT, cast.NOW), "pembukaan kembali tidak sama dengan yang tercatat di jejak"),
    ("update jejak set oleh = 'orang.lain' where nomor = 4", "Jejak Kecamatan Bahorok tahun 2027, baris 4: isinya"),
    ("update jejak set hash_sebelumnya = repeat('0', 64) where nomor = 3", "baris 3: tidak menyambung"),
    ("delete from jejak where nomor = 5", "Jejak Kecamatan Bahorok tahun 2027: baris nomor 5 tidak ada"),
    ("update rantai set nomor = nomor + 1", "Jejak Kecamatan Bahorok tahun 2027: kepala rantai tidak sama"),
    ("delete from rantai", "Jejak Kecamatan Bahorok tahun 2027: kepala rantai tidak sama"),
    ("insert into rantai (kunci, nomor, hash) values ('lain', 0, repeat('0', 64))", "Jejak lain: tidak ada rapat"),
    (
        "update rapat set dikirim = timestamp '2027-02-16 00:00:00' where dikirim is not null",
        "waktu dikirim tidak sama",
    ),
    (f"update skor set k1 = 1 where usulan = '{JALAN}'", f"Usulan masuk {KODE}: skor tidak sama dengan yang terakhir"),
    (f"update usulan_masuk set biaya = 1 where id = '{JALAN}'", f"Usulan masuk {KODE}: biaya tidak sama"),
    (f"update usulan_masuk set opd = '1.01.01' where id = '{JALAN}'", f"Usulan masuk {KODE}: opd tidak sama"),
    (f"update usulan_masuk set prioritas = 2 where id = '{JALAN}'", f"Usulan masuk {KODE}: prioritas tidak sama"),
    (
        f"update usulan_masuk set keputusan = 'sesuai dengan perubahan' where id = '{JALAN}'",
        f"Usulan masuk {KODE}: keputusan tidak sama",
    ),
    (
        f"{ORDERED} ('{JALAN}', '{RAPAT}', 'a', 1, 'abc')",
        f"Usulan masuk {KODE}: urutan seri tidak sama",
    ),
    (f"{ANSWERED} (uuid '{NOBODY}', '{JALAN}', '{PUTR}', 1, {YA})", f"Usulan masuk {KODE}: jawaban OPD {PUTR} tidak"),
]


@pytest.mark.parametrize(("fault", "told"), [*REFERENCES, *STATES, *TRAIL])
def test_a_fault_is_named(store: Store, fault: str, told: str) -> None:
    store.transaction(lambda tx: tx.rows(fault))
    assert any(told in sentence for sentence in periksa(store)), periksa(store)


def test_levels_off_the_scale_are_named_even_where_the_table_no_longer_refuses_them(store: Store) -> None:
    def loosen(tx: Rows) -> None:
        for view in ("peringkat", "poin"):
            tx.rows(f"drop view {view}")
        tx.rows("create table longgar as select * from skor")
        tx.rows("drop table skor")
        tx.rows("alter table longgar rename to skor")
        tx.rows(f"update skor set k8 = 4 where usulan = '{JALAN}'")

    class Undone(Exception):
        """So that the database, which other tests borrow, stays as it is."""

    def work(tx: Rows) -> None:
        loosen(tx)
        assert f"Usulan masuk {KODE}: tingkat di luar skala." in checks.broken(tx)
        raise Undone

    with pytest.raises(Undone):
        store.transaction(work)
