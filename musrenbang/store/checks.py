"""What must hold in every database: each check is a sentence, and the rows that break it, which fill it in."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from musrenbang.store.engine import Row, Rows

RAPAT = "rapat r join kecamatan k on k.kode = r.kecamatan"
LANGKAH = ("dibuka", "diambil", "dimulai", "dihitung", "dikirim")
# a meeting that was opened again was first sent before that
PERTAMA = {"dikirim": "coalesce((select min(p.dikirim) from pembukaan_kembali p where p.rapat = r.id), r.dikirim)"}


@dataclass(frozen=True, slots=True)
class Check:
    sentence: str
    sql: str


def _missing(sentence: str, table: str, shown: str, column: str, target: str, key: str) -> Check:
    """A reference that points at nothing. `shown` names the object, `column` holds the reference."""
    return Check(
        sentence,
        f"select {shown}, x.{column} from {table} x "
        f"where x.{column} is not null and not exists (select 1 from {target} t where t.{key} = x.{column}) order by 1",
    )


def _account(peran: str, target: str) -> Check:
    return Check(
        "Akun {0} ({1}): wilayah {2} tidak ada.",
        f"select nama_pengguna, peran, wilayah from akun where peran = '{peran}' "
        f"and not exists (select 1 from {target} t where t.kode = akun.wilayah) order by 1",
    )


def _form(table: str, name: str) -> Check:
    return Check(
        f"Rapat {{0}}: {name} tidak ada.",
        f"select r.id from rapat r where not exists (select 1 from {table} t where t.rapat = r.id) order by 1",
    )


REFERENCES = (
    _missing("Desa {0}: kecamatan {1} tidak ada.", "desa", "x.kode", "kecamatan", "kecamatan", "kode"),
    _missing("Rapat {0}: kecamatan {1} tidak ada.", "rapat", "x.id", "kecamatan", "kecamatan", "kode"),
    _missing("Rapat {0}: tahun {1} tidak ada.", "rapat", "x.id", "tahun", "tahun", "tahun"),
    _missing("Usulan {0}: desa {1} tidak ada.", "usulan", "x.kode", "desa", "desa", "kode"),
    _missing("Usulan {0}: kecamatan {1} tidak ada.", "usulan", "x.kode", "kecamatan", "kecamatan", "kode"),
    _missing("Usulan {0}: OPD {1} tidak ada.", "usulan", "x.kode", "opd", "opd", "kode"),
    _missing("Usulan {0}: usulan pendahulunya, {1}, tidak ada.", "usulan", "x.kode", "pendahulu", "usulan", "id"),
    _missing("Usulan masuk {0}: rapat {1} tidak ada.", "usulan_masuk", "x.kode", "rapat", "rapat", "id"),
    _missing("Usulan masuk {0}: desa {1} tidak ada.", "usulan_masuk", "x.kode", "desa", "desa", "kode"),
    _missing("Usulan masuk {0}: OPD {1} tidak ada.", "usulan_masuk", "x.kode", "opd", "opd", "kode"),
    _missing(
        "Usulan masuk {0}: OPD yang diusulkan, {1}, tidak ada.", "usulan_masuk", "x.kode", "opd_usul", "opd", "kode"
    ),
    _missing("Skor {0}: usulan masuknya tidak ada.", "skor", "x.usulan", "usulan", "usulan_masuk", "id"),
    _missing("Urutan seri {0}: usulan masuknya tidak ada.", "urutan_seri", "x.usulan", "usulan", "usulan_masuk", "id"),
    _missing("Jawaban {0}: usulan masuk {1} tidak ada.", "jawaban", "x.opd", "usulan", "usulan_masuk", "id"),
    _missing("Jawaban atas usulan {0}: OPD {1} tidak ada.", "jawaban", "x.usulan", "opd", "opd", "kode"),
    _missing("Daftar Hadir {0}: rapatnya tidak ada.", "daftar_hadir", "x.rapat", "rapat", "rapat", "id"),
    _missing("Berita Acara {0}: rapatnya tidak ada.", "berita_acara", "x.rapat", "rapat", "rapat", "id"),
    _missing(
        "Pembukaan kembali rapat {0}: rapatnya tidak ada.", "pembukaan_kembali", "x.rapat", "rapat", "rapat", "id"
    ),
    _missing("Bobot {0}: rapatnya tidak ada.", "bobot_rapat", "x.rapat", "rapat", "rapat", "id"),
    _missing("Layar proyektor {0}: rapat {1} tidak ada.", "layar_proyektor", "x.dibuat_oleh", "rapat", "rapat", "id"),
    _missing("Pandangan {0}: tahun {1} tidak ada.", "pandangan", "x.nama", "tahun", "tahun", "tahun"),
    _missing("Sesi akun {0}: akunnya tidak ada.", "sesi", "x.nama_pengguna", "nama_pengguna", "akun", "nama_pengguna"),
    _missing(
        "Akun SSO milik {0}: akunnya tidak ada.",
        "identitas",
        "x.nama_pengguna",
        "nama_pengguna",
        "akun",
        "nama_pengguna",
    ),
    _missing("Kapsul {0}: rapat {1} tidak ada.", "kapsul", "x.id", "rapat", "rapat", "id"),
    Check(
        "Tahun berjalan {0}: tahun itu tidak ada.",
        "select nilai from keterangan where kunci = 'tahun berjalan' "
        "and not exists (select 1 from tahun where cast(tahun as varchar) = nilai)",
    ),
    _missing("Pagu tahun {0}: kecamatan {1} tidak ada.", "pagu", "x.tahun", "kecamatan", "kecamatan", "kode"),
    _missing("Pagu Kecamatan {0}: tahun {1} tidak ada.", "pagu", "x.kecamatan", "tahun", "tahun", "tahun"),
    _form("daftar_hadir", "Daftar Hadir"),
    _form("berita_acara", "Berita Acara"),
    _account("camat", "kecamatan"),
    _account("opd", "opd"),
    _account("desa", "desa"),
    Check(
        "Usulan {0}: desa {1} bukan bagian kecamatan {2}.",
        "select u.kode, u.desa, u.kecamatan from usulan u join desa d on d.kode = u.desa "
        "where d.kecamatan <> u.kecamatan order by 1",
    ),
    Check(
        "Usulan {0}: usulan pendahulunya, {1}, bukan dari desa yang sama dan tahun yang lebih awal.",
        "select u.kode, p.kode from usulan u join usulan p on p.id = u.pendahulu "
        "where p.desa <> u.desa or p.tahun >= u.tahun order by 1",
    ),
    Check(
        "Usulan {0} tahun {1} diajukan lagi {2} kali pada tahun {3}.",
        "select p.kode, p.tahun, count(*), u.tahun from usulan u join usulan p on p.id = u.pendahulu "
        "group by p.kode, p.tahun, u.tahun having count(*) > 1 order by 1, 4",
    ),
    Check(
        "Usulan masuk {0}: desa {1} bukan bagian kecamatan rapatnya, {2}.",
        "select u.kode, u.desa, r.kecamatan from usulan_masuk u join desa d on d.kode = u.desa "
        "join rapat r on r.id = u.rapat where d.kecamatan <> r.kecamatan order by 1",
    ),
    Check(
        "Usulan masuk {0}: prioritas {1} tidak ada pada tahun {2}.",
        "select u.kode, u.prioritas, r.tahun from usulan_masuk u join rapat r on r.id = u.rapat "
        "where u.prioritas is not null and not exists "
        "(select 1 from prioritas p where p.tahun = r.tahun and p.nomor = u.prioritas) order by 1",
    ),
    Check(
        "Usulan masuk {0}: skornya tercatat di rapat lain.",
        "select u.kode from skor s join usulan_masuk u on u.id = s.usulan where s.rapat <> u.rapat order by 1",
    ),
    Check(
        "Usulan masuk {0}: urutan serinya tercatat di rapat lain.",
        "select u.kode from urutan_seri s join usulan_masuk u on u.id = s.usulan where s.rapat <> u.rapat order by 1",
    ),
    Check(
        "Usulan masuk {0}: digabung ke usulan yang tidak ada di rapat yang sama atau tidak diterima.",
        "select u.kode from usulan_masuk u where u.digabung_ke is not null and not exists ("
        "select 1 from usulan_masuk t where t.id = u.digabung_ke and t.rapat = u.rapat and t.id <> u.id "
        "and t.keputusan in ('sesuai', 'sesuai dengan perubahan')) order by 1",
    ),
    Check(
        "Usulan masuk {0}: usulan asalnya tidak ada pada desa/kelurahan.",
        "select m.kode from usulan_masuk m where m.asal <> 'Kecamatan' "
        "and not exists (select 1 from usulan u where u.id = m.id and u.kode = m.kode) order by 1",
    ),
)

STATES = (
    *(
        Check(
            f"Kecamatan {{0}} tahun {{1}}: waktu {late} mendahului waktu {early}.",
            f"select k.nama, r.tahun from {RAPAT} where {PERTAMA.get(late, f'r.{late}')} is not null "
            f"and (r.{early} is null or {PERTAMA.get(late, f'r.{late}')} < r.{early}) order by r.tahun, r.kecamatan",
        )
        for early, late in pairwise(LANGKAH)
    ),
    Check(
        "Kecamatan {0} tahun {1}: waktu dikirim kembali mendahului waktu dibuka kembali.",
        f"select k.nama, r.tahun from {RAPAT} where r.dikirim < "
        "(select max(p.waktu) from pembukaan_kembali p where p.rapat = r.id) order by r.tahun, r.kecamatan",
    ),
    Check(
        "Kecamatan {0} tahun {1}: sudah dimulai tanpa bobot yang dibekukan.",
        f"select k.nama, r.tahun from {RAPAT} where r.dimulai is not null "
        "and not exists (select 1 from bobot_rapat b where b.rapat = r.id) order by r.tahun, r.kecamatan",
    ),
    Check(
        "Kecamatan {0} tahun {1}: bobot dibekukan padahal belum dimulai.",
        f"select k.nama, r.tahun from {RAPAT} join bobot_rapat b on b.rapat = r.id where r.dimulai is null "
        "order by r.tahun, r.kecamatan",
    ),
    Check(
        "Kecamatan {0} tahun {1}: bobot yang dibekukan berjumlah {2}, seharusnya 100.",
        "select k.nama, r.tahun, b.b1 + b.b2 + b.b3 + b.b4 + b.b5 + b.b6 + b.b7 + b.b8 "
        f"from {RAPAT} join bobot_rapat b on b.rapat = r.id "
        "where b.b1 + b.b2 + b.b3 + b.b4 + b.b5 + b.b6 + b.b7 + b.b8 <> 100 order by r.tahun, r.kecamatan",
    ),
    Check(
        "Kecamatan {0} tahun {1}: ada {2} usulan masuk padahal usulan belum diambil.",
        f"select k.nama, r.tahun, count(*) from {RAPAT} join usulan_masuk u on u.rapat = r.id "
        "where r.diambil is null group by k.nama, r.tahun, r.kecamatan order by r.tahun, r.kecamatan",
    ),
    Check(
        "Usulan masuk {0}: sudah diputuskan padahal musrenbang Kecamatan {1} belum dimulai.",
        f"select u.kode, k.nama from {RAPAT} join usulan_masuk u on u.rapat = r.id "
        "where r.dimulai is null and u.keputusan <> 'belum' order by 1",
    ),
    Check(
        "Usulan masuk {0}: sudah diberi OPD padahal belum diterima.",
        "select u.kode from usulan_masuk u where u.opd is not null "
        "and u.keputusan not in ('sesuai', 'sesuai dengan perubahan') order by 1",
    ),
    Check(
        "Kecamatan {0} tahun {1}: ada {2} skor padahal Hitung belum ditekan.",
        f"select k.nama, r.tahun, count(*) from {RAPAT} join skor s on s.rapat = r.id "
        "where r.dihitung is null group by k.nama, r.tahun, r.kecamatan order by r.tahun, r.kecamatan",
    ),
    Check(
        "Kecamatan {0} tahun {1}: sudah dikirim, tetapi keputusan, prioritas, OPD, atau skor usulan {2} belum lengkap.",
        f"select k.nama, r.tahun, u.kode from {RAPAT} join usulan_masuk u on u.rapat = r.id "
        "left join skor s on s.usulan = u.id where r.dikirim is not null and ("
        "u.keputusan = 'belum' "
        "or u.keputusan in ('sesuai', 'sesuai dengan perubahan') and u.prioritas is null and u.alasan_cadangan is null "
        "or u.prioritas is not null and "
        "(u.opd is null or s.k1 + s.k2 + s.k3 + s.k4 + s.k5 + s.k6 + s.k7 + s.k8 is null)) order by u.kode",
    ),
    Check(
        "Kecamatan {0} tahun {1}: sudah dikirim dengan Daftar Hadir yang belum lengkap.",
        f"select k.nama, r.tahun from {RAPAT} join daftar_hadir d on d.rapat = r.id where r.dikirim is not null "
        "and (d.tempat = '' or d.alamat = '' or d.nama_camat = '' or d.tanggal is null) order by r.tahun, r.kecamatan",
    ),
    Check(
        "Usulan masuk {0}: tingkat di luar skala.",
        "select u.kode from skor s join usulan_masuk u on u.id = s.usulan where "
        "least(s.k1, s.k2, s.k3, s.k4, s.k5, s.k6, s.k7, s.k8) < 1 "
        "or greatest(s.k1, s.k2, s.k3, s.k4, s.k5, s.k6, s.k7) > 5 or s.k8 > 3 order by 1",
    ),
    Check(
        "Desa/kelurahan {0} tahun {1}: urutan usulan {2} dipakai {3} kali.",
        "select desa, tahun, urutan, count(*) from usulan "
        "group by desa, tahun, urutan having count(*) > 1 order by 1, 2, 3",
    ),
    Check(
        "Kecamatan {0} tahun {1}: urutan {2} dari {3} dipakai {4} usulan masuk.",
        "select k.nama, r.tahun, u.urutan, coalesce(u.desa, 'kecamatan'), count(*) "
        f"from {RAPAT} join usulan_masuk u on u.rapat = r.id "
        "group by k.nama, r.tahun, u.urutan, u.desa having count(*) > 1 order by 1, 2, 4, 3",
    ),
    Check(
        "Kecamatan {0} tahun {1}: ada {2} kapsul yang sedang di luar, seharusnya paling banyak satu.",
        f"select k.nama, r.tahun, count(*) from {RAPAT} join kapsul c on c.rapat = r.id where c.keadaan = 'keluar' "
        "group by k.nama, r.tahun, r.kecamatan having count(*) > 1 order by r.tahun, r.kecamatan",
    ),
    Check(
        "Kecamatan {0} tahun {1}: jejaknya bertambah sesudah rapatnya dibawa kapsul.",
        f"select k.nama, r.tahun from {RAPAT} join kapsul c on c.rapat = r.id "
        "join rantai j on j.kunci = cast(r.id as varchar) where c.keadaan in ('keluar', 'diserahkan') "
        "and j.hash <> coalesce(c.ujung, c.pangkal) order by r.tahun, r.kecamatan",
    ),
    Check(
        "Kriteria tahun {0}: ada {1} kriteria berjumlah bobot {2}, seharusnya 8 berjumlah 100.",
        "select t.tahun, count(k.nomor), coalesce(sum(k.bobot), 0) "
        "from tahun t left join kriteria k on k.tahun = t.tahun "
        "group by t.tahun having count(k.nomor) <> 8 or coalesce(sum(k.bobot), 0) <> 100 order by 1",
    ),
)


def broken(rows: Rows) -> list[str]:
    """A sentence for each row that breaks a check."""
    return told(rows, (*REFERENCES, *STATES))


def told(rows: Rows, checks: Sequence[Check]) -> list[str]:
    return [check.sentence.format(*row) for check in checks for row in rows.rows(check.sql)]


def tie_orders(rows: Rows, rapat: UUID) -> dict[UUID, dict[str, object]]:
    """The order that a meeting has set inside its ties, by usulan, as the trail words it."""
    found = rows.rows("select usulan, urutan, alasan from urutan_seri where rapat = $1 order by usulan", rapat)
    return {usulan: {"urutan_seri": urutan, "alasan": alasan} for usulan, urutan, alasan in found}


def meetings_of_all_years(rows: Rows) -> list[Row]:
    """(id, kecamatan, tahun, dibuka, diambil, dimulai, dihitung, dikirim)"""
    columns = ", ".join(f"r.{step}" for step in LANGKAH)
    return rows.rows(f"select r.id, k.nama, r.tahun, {columns} from {RAPAT} order by r.tahun, r.kecamatan")
