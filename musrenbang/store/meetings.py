"""Meetings, their attendance sheet and minutes, and the counts that guards ask for."""

import json
from dataclasses import astuple
from datetime import datetime
from uuid import UUID

from musrenbang.model import (
    BeritaAcara,
    DaftarHadir,
    Fakta,
    Kecamatan,
    Kemajuan,
    PembukaanKembali,
    Rapat,
    SuratPembukaan,
    Wakil,
)
from musrenbang.store.engine import Row, Rows

RAPAT = """
select
    r.id, r.tahun, k.kode, k.nama, k.alamat, k.kontak, r.versi,
    r.dibuka, r.alasan_buka, r.diambil, r.dimulai, r.dihitung, r.dikirim,
    (select max(waktu) from pembukaan_kembali where rapat = r.id),
    (select max(waktu) from kapsul where rapat = r.id and keadaan in ('keluar', 'diserahkan'))
from rapat r
join kecamatan k on k.kode = r.kecamatan
"""
BERJALAN = """coalesce(
    (select cast(nilai as integer) from keterangan where kunci = 'tahun berjalan'), (select max(tahun) from tahun)
)"""
HADIR = (
    "tempat, alamat, nama_camat, nip_camat, tanggal, jam_mulai, jam_selesai, "
    "baris_dewan, baris_tim, baris_opd, baris_desa, baris_stakeholder, versi"
)
ACARA = (
    "nomor, laki_laki, perempuan, jam_selesai, pimpinan, jabatan_pimpinan, "
    "nama_bappeda, nip_bappeda, sambutan, pemateri, wakil, versi"
)
KEMAJUAN = """
select
    (select count(*) from desa where kecamatan = $2),
    (select count(distinct desa) from usulan where kecamatan = $2 and tahun = $3),
    (select count(distinct desa) from usulan where kecamatan = $2 and tahun = $3 and disetujui),
    count(*),
    count(*) filter (where u.keputusan = 'belum'),
    count(*) filter (where u.keputusan in ('sesuai', 'sesuai dengan perubahan')),
    count(*) filter (where u.prioritas is not null),
    count(*) filter (where u.alasan_cadangan is not null),
    count(*) filter (
        where u.keputusan in ('sesuai', 'sesuai dengan perubahan')
          and u.prioritas is null and u.alasan_cadangan is null
    ),
    count(*) filter (where u.prioritas is not null and u.opd is null),
    count(*) filter (where u.prioritas is not null and u.opd is not null and s.usulan is null),
    count(*) filter (where u.prioritas is not null and u.opd is not null and s.usulan is not null),
    count(*) filter (
        where u.prioritas is not null and u.opd is not null
          and s.k1 + s.k2 + s.k3 + s.k4 + s.k5 + s.k6 + s.k7 + s.k8 is not null
    ),
    count(*) filter (where u.asal = 'Kecamatan'),
    (select count(*) from berkas where pemilik = $1 and jenis = 'daftar hadir' and diganti is null),
    (select count(*) from berkas where pemilik = $1 and jenis = 'berita acara' and diganti is null),
    (select count(*) from berkas where pemilik = $1 and jenis = 'foto' and diganti is null)
from usulan_masuk u
left join skor s on s.usulan = u.id
where u.rapat = $1
"""


def find(rows: Rows, rapat: UUID) -> Rapat | None:
    found = rows.rows(f"{RAPAT} where r.id = $1", rapat)
    return _rapat(found[0]) if found else None


def find_by_place(rows: Rows, kecamatan: str, tahun: int) -> Rapat | None:
    found = rows.rows(f"{RAPAT} where r.kecamatan = $1 and r.tahun = $2", kecamatan, tahun)
    return _rapat(found[0]) if found else None


def of_kecamatan(rows: Rows, kecamatan: str, tahun: int | None) -> UUID | None:
    """The meeting of a kecamatan in one year; None: the current one."""
    sql = f"select id from rapat where kecamatan = $1 and tahun = coalesce(cast($2 as integer), {BERJALAN})"
    found = rows.rows(sql, kecamatan, tahun)
    return found[0][0] if found else None


def of_year(rows: Rows, tahun: int) -> list[Rapat]:
    return [_rapat(row) for row in rows.rows(f"{RAPAT} where r.tahun = $1 order by r.kecamatan", tahun)]


def all_years(rows: Rows) -> list[Rapat]:
    return [_rapat(row) for row in rows.rows(f"{RAPAT} order by r.tahun, r.kecamatan")]


def current_year(rows: Rows) -> int:
    """The year that everybody but Bappeda works in: the one that was chosen, until then the latest."""
    return int(rows.rows(f"select {BERJALAN}")[0][0])


def make_current(tx: Rows, tahun: int) -> None:
    """Tells every screen that follows a meeting of the year before."""
    before = of_year(tx, current_year(tx))
    tx.rows(
        "insert into keterangan (kunci, nilai) values ('tahun berjalan', $1) "
        "on conflict (kunci) do update set nilai = excluded.nilai",
        str(tahun),
    )
    for rapat in before:
        tx.moved(rapat.kecamatan.kode)
        tx.moved(str(rapat.id))


def years(rows: Rows) -> list[int]:
    return [row[0] for row in rows.rows("select tahun from tahun order by tahun desc")]


def _rapat(row: Row) -> Rapat:
    id_, tahun, *place = row[:6]
    return Rapat(id_, tahun, Kecamatan(*place), *row[6:])


def create(tx: Rows, rapat: UUID, tahun: int, kecamatan: str) -> None:
    """A meeting that waits to be opened, with its two blank forms."""
    tx.rows("insert into rapat (id, tahun, kecamatan, versi) values ($1, $2, $3, 1)", rapat, tahun, kecamatan)
    tx.moved(kecamatan)  # whether it has a meeting in that year
    tx.rows(
        f"insert into daftar_hadir (rapat, {HADIR}) values "
        "($1, '', '', '', '', null, '09.00', '', 10, 10, 15, 40, 15, 1)",
        rapat,
    )
    tx.rows(
        f"insert into berita_acara (rapat, {ACARA}) values "
        "($1, '', null, null, '', '', '', '', '', '[]', '[]', '[]', 1)",
        rapat,
    )


def stamp_opened(tx: Rows, rapat: UUID, alasan: str | None, now: datetime) -> None:
    tx.rows("update rapat set dibuka = $1, alasan_buka = $2, versi = versi + 1 where id = $3", now, alasan, rapat)


def stamp_loaded(tx: Rows, rapat: UUID, now: datetime) -> None:
    tx.rows("update rapat set diambil = $1, versi = versi + 1 where id = $2", now, rapat)


def stamp_started(tx: Rows, rapat: UUID, now: datetime) -> None:
    tx.rows("update rapat set dimulai = $1, versi = versi + 1 where id = $2", now, rapat)


def stamp_scoring(tx: Rows, rapat: UUID, now: datetime) -> None:
    """The first Hitung counts; later ones open more usulan and leave it."""
    tx.rows("update rapat set dihitung = coalesce(dihitung, $1), versi = versi + 1 where id = $2", now, rapat)


def stamp_sent(tx: Rows, rapat: UUID, now: datetime) -> None:
    tx.rows("update rapat set dikirim = $1, versi = versi + 1 where id = $2", now, rapat)


def reopen(tx: Rows, rapat: UUID, oleh: str, surat: SuratPembukaan, now: datetime) -> None:
    """Takes the sending back, and keeps when it was and why it was taken back."""
    tx.rows(
        "insert into pembukaan_kembali (rapat, nomor, waktu, oleh, dikirim, alasan, nomor_surat, tanggal_surat) "
        "select id, 1 + (select count(*) from pembukaan_kembali where rapat = $1), cast($2 as timestamp), "
        "cast($3 as varchar), dikirim, cast($4 as varchar), cast($5 as varchar), cast($6 as date) "
        "from rapat where id = $1",
        rapat, now, oleh, surat.alasan, surat.nomor, surat.tanggal,
    )  # fmt: skip
    tx.rows("update rapat set dikirim = null, versi = versi + 1 where id = $1", rapat)


def reopenings(rows: Rows, rapat: UUID) -> tuple[PembukaanKembali, ...]:
    """Oldest first."""
    found = rows.rows(
        "select waktu, oleh, dikirim, alasan, nomor_surat, tanggal_surat from pembukaan_kembali "
        "where rapat = $1 order by nomor",
        rapat,
    )
    return tuple(
        PembukaanKembali(waktu, oleh, dikirim, SuratPembukaan(*surat)) for waktu, oleh, dikirim, *surat in found
    )


def daftar_hadir(rows: Rows, rapat: UUID) -> DaftarHadir:
    row = rows.rows(f"select {HADIR} from daftar_hadir where rapat = $1", rapat)[0]
    return DaftarHadir(*(*row[:7], row[7:12], row[12]))


def save_daftar_hadir(tx: Rows, rapat: UUID, isi: DaftarHadir) -> bool:
    """False, and nothing written, when its `versi` is no longer the stored one."""
    *fields, baris, versi = astuple(isi)
    changed = tx.rows(
        "update daftar_hadir set tempat = $1, alamat = $2, nama_camat = $3, nip_camat = $4, tanggal = $5, "
        "jam_mulai = $6, jam_selesai = $7, baris_dewan = $8, baris_tim = $9, baris_opd = $10, baris_desa = $11, "
        "baris_stakeholder = $12, versi = versi + 1 where rapat = $13 and versi = $14 returning versi",
        *fields, *baris, rapat, versi,
    )  # fmt: skip
    return bool(changed)


def berita_acara(rows: Rows, rapat: UUID) -> BeritaAcara:
    row = rows.rows(f"select {ACARA} from berita_acara where rapat = $1", rapat)[0]
    sambutan, pemateri, wakil = (json.loads(text) for text in row[8:11])
    people = tuple(Wakil(*w) for w in wakil)
    return BeritaAcara(*(*row[:8], tuple(sambutan), tuple(pemateri), people, row[11]))


def save_berita_acara(tx: Rows, rapat: UUID, isi: BeritaAcara) -> bool:
    """False, and nothing written, when its `versi` is no longer the stored one."""
    *fields, sambutan, pemateri, wakil, versi = astuple(isi)
    lists = (json.dumps(part, ensure_ascii=False) for part in (sambutan, pemateri, wakil))
    changed = tx.rows(
        "update berita_acara set nomor = $1, laki_laki = $2, perempuan = $3, jam_selesai = $4, pimpinan = $5, "
        "jabatan_pimpinan = $6, nama_bappeda = $7, nip_bappeda = $8, sambutan = $9, pemateri = $10, wakil = $11, "
        "versi = versi + 1 where rapat = $12 and versi = $13 returning versi",
        *fields, *lists, rapat, versi,
    )  # fmt: skip
    return bool(changed)


def facts(rows: Rows, rapat: Rapat) -> Fakta:
    counts = rows.rows(KEMAJUAN, rapat.id, rapat.kecamatan.kode, rapat.tahun)[0]
    forms = daftar_hadir(rows, rapat.id), berita_acara(rows, rapat.id)
    again = reopenings(rows, rapat.id) if rapat.dibuka_kembali else ()
    return Fakta(rapat, *forms, Kemajuan(*counts), again)
