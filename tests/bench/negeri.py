"""A country of any size with made-up places, or Langkat with its own: all meetings have scored their usulan.

The rows go straight into the tables, as a nation through the actions would take a day.
"""

from collections.abc import Callable
from pathlib import Path

from musrenbang import passwords
from musrenbang.contoh import SANDI
from musrenbang.intake.reference_files import read_reference
from musrenbang.model import Orang
from musrenbang.scoring import BOBOT_CONTOH, TINGKAT_MAKS
from musrenbang.store import accounts, seed
from musrenbang.store.engine import Rows
from musrenbang.store.opening import open_store
from tests.cast import TAHUN

DESA = 12  # of each kecamatan
IN_REGENCY, IN_PROVINCE = 23, 23 * 33  # kecamatan
WAKTU = "timestamp '2027-02-15 02:00'"
PLACES = (
    f"""
    insert into kecamatan (kode, nama)
    select printf('%02d.%02d.%02d', 11 + i // {IN_PROVINCE}, 1 + i // {IN_REGENCY} % 33, 1 + i % {IN_REGENCY}),
        'Kecamatan ' || i
    from range($1) t(i)
    """,
    f"insert into desa select kode || '.' || (2001 + d), 'Desa ' || kode || d, 'Desa', kode "
    f"from kecamatan, range({DESA}) t(d) where $1 > 0",
    "insert into opd select '1.' || i, 'Dinas ' || i, 'D' || i, '' from range(31) t(i) where $1 > 0",
    f"insert into rapat (id, tahun, kecamatan, versi) select uuid(), {TAHUN}, kode, 1 from kecamatan where $1 > 0",
)


def _chance(salt: int, of: object) -> str:
    """A number from 1 to `of` that looks thrown, and is the same in every run."""
    return f"cast(1 + hash(i * 64 + {salt}) % {of} as integer)"


STARTED = (
    f"update rapat set dibuka = {WAKTU}, diambil = {WAKTU}, dimulai = {WAKTU}, dihitung = {WAKTU}, "
    f"dikirim = case when hash(kecamatan) % 4 > 0 then {WAKTU} end",
    "insert into rantai select cast(id as varchar), 1, repeat('0', 63) || '1' from rapat",
    f"insert into bobot_rapat select id, {', '.join(map(str, BOBOT_CONTOH))}, '[]', null, null from rapat",
)
USULAN = f"""
insert into usulan_masuk (
    id, rapat, kode, asal, desa, urutan, nama, permasalahan, lokasi, volume, satuan, biaya, penerima, bidang,
    kewenangan, keputusan, alasan_verifikasi, catatan_aturan, prioritas, alasan_cadangan, opd, versi
)
select
    uuid(), r.id, '{TAHUN}-' || i, coalesce(d.jenis, 'Kecamatan'), d.kode, 1 + i,
    'Peningkatan jalan lingkungan dengan rabat beton ruas ' || i, 'Jalan rusak berat', 'Dusun ' || i % 9, 100, 'meter',
    biaya, 100, ['Fisik dan Prasarana', 'Ekonomi', 'Sosial Budaya'][bidang], 'Kabupaten',
    case when nasib <= 8 then 'sesuai' when nasib = 9 then 'tidak sesuai' else 'belum' end,
    case when nasib = 9 then 'Di luar kewenangan' end, '[]',
    case when nasib <= 6 then prioritas end, case when nasib in (7, 8) then 'Dana terbatas' end,
    case when nasib <= 6 then o.kode end, 1
from (
    select i, 1 + i * k.banyak // $1 as place, {_chance(2, 3)} as bidang, {_chance(3, 10)} as nasib,
        {_chance(4, 8)} as prioritas, {_chance(5, 32)} as opd, cast(1000000 as bigint) * {_chance(6, 3000)} as biaya
    from range($1) t(i), (select count(*) as banyak from kecamatan) k
) u
join (
    select r.id, r.kecamatan, row_number() over (order by r.kecamatan) as place,
        (select count(*) from desa d where d.kecamatan = r.kecamatan) as desa
    from rapat r
) r on r.place = u.place
left join (select *, row_number() over (partition by kecamatan order by kode) as nomor from desa) d
    on d.kecamatan = r.kecamatan and d.nomor = {_chance(1, "(r.desa + 1)")}
left join (select kode, row_number() over (order by kode) as nomor from opd) o on o.nomor = u.opd
"""
LEVELS = ", ".join(f"cast(1 + hash(u.kode || {k}) % {most} as integer)" for k, most in enumerate(TINGKAT_MAKS))
SCORES = f"""
insert into skor
select id, rapat, {LEVELS}, 'camat', {WAKTU}, 1 from usulan_masuk u where prioritas is not null and opd is not null
"""
GAPS = "update skor set k3 = null where usulan in (select usulan from skor using sample 1 percent (bernoulli, 7))"
ORDERS = """
insert into urutan_seri
select usulan, rapat, rapat || '/' || poin, row_number() over (partition by rapat, poin, k1, k4, k5 order by usulan),
    'Hasil musyawarah'
from (select *, count(*) over (partition by rapat, poin, k1, k4, k5) as kembar from poin where poin is not null) p
where kembar > 1 and rapat in (select id from rapat where hash(kecamatan) % 10 = 0)
"""


def make(path: Path, kecamatan: int, usulan: int) -> None:
    """Six usulan in ten are prioritas, one score in a hundred has a gap, one meeting in ten has ordered its ties."""

    def places(tx: Rows) -> None:
        for statement in PLACES:
            tx.rows(statement, kecamatan)

    _fill(path, places, usulan)


def langkat(path: Path, usulan: int, who: Orang) -> None:
    """The same in the real places of one regency, for somebody who logs in with SANDI."""

    def places(tx: Rows) -> None:
        seed.fill(tx, read_reference(), TAHUN)
        accounts.add(tx, [(who, passwords.hash_password(SANDI))])

    _fill(path, places, usulan)


def _fill(path: Path, places: Callable[[Rows], None], usulan: int) -> None:
    store = open_store(str(path))

    def work(tx: Rows) -> None:
        places(tx)
        for statement in STARTED:
            tx.rows(statement)
        tx.rows(USULAN, usulan)
        for statement in (SCORES, GAPS, ORDERS):
            tx.rows(statement)

    store.transaction(work)
    store.close()
