-- The whole first schema. Times are naive UTC, money whole rupiah, references are checked by the actions and by periksa.

create table keterangan (
    kunci varchar not null primary key check (length(kunci) between 1 and 40),
    nilai varchar not null check (length(nilai) <= 400)
);

-- reference data --------------------------------------------------------------------------------------------------

create table kecamatan (
    kode varchar not null primary key check (length(kode) = 8),
    nama varchar not null check (length(nama) between 1 and 100)
);

create table desa (
    kode varchar not null primary key check (length(kode) = 13),
    nama varchar not null check (length(nama) between 1 and 100),
    jenis varchar not null check (jenis in ('Desa', 'Kelurahan')),
    kecamatan varchar not null
);

create table opd (
    kode varchar not null primary key check (length(kode) between 1 and 20),
    nama varchar not null check (length(nama) between 1 and 200),
    singkatan varchar not null unique check (length(singkatan) between 1 and 40),
    urusan varchar not null check (length(urusan) <= 400)
);

create table tahun (
    tahun integer not null primary key check (tahun between 2019 and 2100),
    nomor_penetapan varchar check (length(nomor_penetapan) <= 100),
    tanggal_penetapan date
);

create table prioritas (
    tahun integer not null,
    nomor integer not null check (nomor between 1 and 20),
    nama varchar not null check (length(nama) between 1 and 200),
    primary key (tahun, nomor)
);

create table kriteria (
    tahun integer not null,
    nomor integer not null check (nomor between 1 and 8),
    kunci varchar not null,
    nama varchar not null check (length(nama) between 1 and 200),
    singkat varchar not null check (length(singkat) between 1 and 40),
    bobot integer not null check (bobot between 0 and 100),
    primary key (tahun, nomor)
);

create table tingkat (
    tahun integer not null,
    kriteria integer not null,
    tingkat integer not null check (tingkat between 1 and 5),
    kata varchar not null check (length(kata) between 1 and 100),
    kata_bidang_lain varchar not null check (length(kata_bidang_lain) <= 100),
    primary key (tahun, kriteria, tingkat)
);

create table aturan (
    tahun integer not null,
    kunci varchar not null,
    sikap varchar not null check (sikap in ('mati', 'ingatkan', 'tolak')),
    angka integer check (angka between 0 and 100000),
    kata varchar not null check (length(kata) <= 400),
    primary key (tahun, kunci)
);

-- people ----------------------------------------------------------------------------------------------------------

create table akun (
    nama_pengguna varchar not null primary key check (length(nama_pengguna) between 3 and 64),
    nama varchar not null check (length(nama) between 1 and 200),
    peran varchar not null check (peran in ('camat', 'bappeda', 'opd', 'desa')),
    wilayah varchar,
    sandi varchar not null,
    aktif boolean not null,
    harus_ganti boolean not null,
    versi integer not null,
    check ((peran = 'bappeda') = (wilayah is null))
);

create table sesi (
    sidik varchar not null primary key check (length(sidik) = 64),
    nama_pengguna varchar not null,
    dibuat timestamp not null,
    berakhir timestamp not null
);

create table gagal_masuk (
    id uuid not null primary key,
    nama_pengguna varchar not null check (length(nama_pengguna) <= 64),
    alamat varchar not null check (length(alamat) <= 64),
    waktu timestamp not null
);

-- what desa and kelurahan propose -----------------------------------------------------------------------------------

create table usulan (
    id uuid not null primary key,
    kode varchar not null unique check (length(kode) between 1 and 40),
    tahun integer not null,
    kecamatan varchar not null,
    asal varchar not null check (asal in ('Desa', 'Kelurahan')),
    desa varchar not null,
    urutan integer not null check (urutan >= 1),
    nama varchar not null check (length(nama) between 3 and 300),
    permasalahan varchar not null check (length(permasalahan) <= 2000),
    lokasi varchar not null check (length(lokasi) <= 300),
    volume decimal(14, 2) not null check (volume > 0),
    satuan varchar not null check (length(satuan) between 1 and 60),
    biaya bigint not null check (biaya between 0 and 10000000000000),
    penerima integer not null check (penerima between 0 and 10000000),
    bidang varchar not null check (bidang in ('Fisik dan Prasarana', 'Ekonomi', 'Sosial Budaya')),
    kewenangan varchar not null check (kewenangan in ('Desa', 'Kabupaten', 'Provinsi', 'Pusat')),
    opd varchar,
    disetujui boolean not null,
    versi integer not null
);

-- meetings --------------------------------------------------------------------------------------------------------

create table rapat (
    id uuid not null primary key,
    tahun integer not null,
    kecamatan varchar not null,
    versi integer not null,
    dibuka timestamp,
    alasan_buka varchar check (length(alasan_buka) <= 1000),
    diambil timestamp,
    dimulai timestamp,
    dihitung timestamp,
    dikirim timestamp,
    unique (tahun, kecamatan),
    check (diambil is null or dibuka is not null),
    check (dimulai is null or diambil is not null),
    check (dihitung is null or dimulai is not null),
    check (dikirim is null or dihitung is not null)
);

create table daftar_hadir (
    rapat uuid not null primary key,
    tempat varchar not null check (length(tempat) <= 200),
    alamat varchar not null check (length(alamat) <= 300),
    nama_camat varchar not null check (length(nama_camat) <= 200),
    nip_camat varchar not null check (length(nip_camat) <= 40),
    tanggal date,
    jam_mulai varchar not null check (length(jam_mulai) <= 5),
    jam_selesai varchar not null check (length(jam_selesai) <= 5),
    baris_dewan integer not null check (baris_dewan between 0 and 300),
    baris_tim integer not null check (baris_tim between 0 and 300),
    baris_opd integer not null check (baris_opd between 0 and 300),
    baris_desa integer not null check (baris_desa between 0 and 300),
    baris_stakeholder integer not null check (baris_stakeholder between 0 and 300),
    versi integer not null
);

create table berita_acara (
    rapat uuid not null primary key,
    nomor varchar not null check (length(nomor) <= 100),
    laki_laki integer check (laki_laki between 0 and 10000),
    perempuan integer check (perempuan between 0 and 10000),
    jam_selesai varchar not null check (length(jam_selesai) <= 5),
    pimpinan varchar not null check (length(pimpinan) <= 200),
    jabatan_pimpinan varchar not null check (length(jabatan_pimpinan) <= 200),
    nama_bappeda varchar not null check (length(nama_bappeda) <= 200),
    nip_bappeda varchar not null check (length(nip_bappeda) <= 40),
    sambutan varchar not null,
    pemateri varchar not null,
    wakil varchar not null,
    versi integer not null
);

-- the weights of a meeting, frozen when it starts; kriteria holds names and words as JSON
create table bobot_rapat (
    rapat uuid not null primary key,
    b1 integer not null, b2 integer not null, b3 integer not null, b4 integer not null,
    b5 integer not null, b6 integer not null, b7 integer not null, b8 integer not null,
    kriteria varchar not null,
    nomor_penetapan varchar,
    tanggal_penetapan date,
    check (least(b1, b2, b3, b4, b5, b6, b7, b8) >= 0),
    check (b1 + b2 + b3 + b4 + b5 + b6 + b7 + b8 = 100)
);

-- an usulan inside a meeting: a copy of what the desa approved, and all that the meeting decides about it
create table usulan_masuk (
    id uuid not null primary key,
    rapat uuid not null,
    kode varchar not null unique check (length(kode) between 1 and 40),
    asal varchar not null check (asal in ('Desa', 'Kelurahan', 'Kecamatan')),
    desa varchar,
    urutan integer not null check (urutan >= 1),
    nama varchar not null check (length(nama) between 3 and 300),
    permasalahan varchar not null check (length(permasalahan) <= 2000),
    lokasi varchar not null check (length(lokasi) <= 300),
    volume decimal(14, 2) not null check (volume > 0),
    satuan varchar not null check (length(satuan) between 1 and 60),
    biaya bigint not null check (biaya between 0 and 10000000000000),
    penerima integer not null check (penerima between 0 and 10000000),
    bidang varchar not null check (bidang in ('Fisik dan Prasarana', 'Ekonomi', 'Sosial Budaya')),
    kewenangan varchar not null check (kewenangan in ('Desa', 'Kabupaten', 'Provinsi', 'Pusat')),
    opd_usul varchar,
    versi_sumber integer,
    keputusan varchar not null check (
        keputusan in ('belum', 'sesuai', 'sesuai dengan perubahan', 'digabung', 'tidak sesuai')
    ),
    alasan_verifikasi varchar check (length(alasan_verifikasi) <= 1000),
    digabung_ke uuid,
    volume_asal decimal(14, 2),
    biaya_asal bigint,
    catatan_aturan varchar not null,
    prioritas integer,
    alasan_cadangan varchar check (length(alasan_cadangan) between 1 and 1000),
    opd varchar,
    versi integer not null,
    check ((keputusan = 'digabung') = (digabung_ke is not null)),
    check (keputusan <> 'tidak sesuai' or alasan_verifikasi is not null),
    check (prioritas is null or alasan_cadangan is null),
    check (prioritas is null or keputusan in ('sesuai', 'sesuai dengan perubahan')),
    check (alasan_cadangan is null or keputusan in ('sesuai', 'sesuai dengan perubahan'))
);

-- wide on purpose: a missing level is a NULL that can be seen, never a lower sum
create table skor (
    usulan uuid not null primary key,
    rapat uuid not null,
    k1 integer check (k1 between 1 and 5), k2 integer check (k2 between 1 and 5),
    k3 integer check (k3 between 1 and 5), k4 integer check (k4 between 1 and 5),
    k5 integer check (k5 between 1 and 5), k6 integer check (k6 between 1 and 5),
    k7 integer check (k7 between 1 and 5), k8 integer check (k8 between 1 and 3),
    oleh varchar not null,
    diubah timestamp not null,
    versi integer not null
);

-- the order the meeting itself sets inside one tie; it counts only while the whole tie carries the same putusan
create table urutan_seri (
    usulan uuid not null primary key,
    rapat uuid not null,
    putusan varchar not null,
    urutan integer not null check (urutan >= 1),
    alasan varchar not null check (length(alasan) between 3 and 1000)
);

-- the trail -------------------------------------------------------------------------------------------------------

-- the head of each chain; updating it first in a transaction makes the writers of one meeting take turns
create table rantai (
    kunci varchar not null primary key,
    nomor integer not null,
    hash varchar not null
);

create table jejak (
    rantai varchar not null,
    nomor integer not null,
    waktu timestamp not null,
    oleh varchar not null,
    tindakan varchar not null,
    objek varchar not null,
    sebelum varchar not null,
    sesudah varchar not null,
    hash_sebelumnya varchar not null,
    hash varchar not null,
    primary key (rantai, nomor)
);

-- the official ranking ----------------------------------------------------------------------------------------------

create view poin as
select
    s.usulan, s.rapat, s.k1, s.k4, s.k5,
    b.b1 * s.k1 + b.b2 * s.k2 + b.b3 * s.k3 + b.b4 * s.k4
        + b.b5 * s.k5 + b.b6 * s.k6 + b.b7 * s.k7 + b.b8 * s.k8 as poin
from skor s
join bobot_rapat b on b.rapat = s.rapat
join usulan_masuk u on u.id = s.usulan
where u.prioritas is not null
  and u.opd is not null;

create view seri as
select
    p.usulan, p.rapat, p.poin, p.k1, p.k4, p.k5,
    case
        when count(u.putusan) over kembar = count(*) over kembar
         and min(u.putusan) over kembar = max(u.putusan) over kembar
        then u.urutan
    end as urutan
from poin p
left join urutan_seri u on u.usulan = p.usulan
where p.poin is not null
window kembar as (partition by p.rapat, p.poin, p.k1, p.k4, p.k5);

create view peringkat as
select
    usulan, rapat, poin,
    cast(rank() over (partition by rapat order by poin desc) as integer) as peringkat_skor,
    cast(count(*) over (partition by rapat, poin) as integer) as seri_skor,
    cast(rank() over (
        partition by rapat order by poin desc, k1 desc, k4 desc, k5 desc, urutan asc nulls last
    ) as integer) as peringkat,
    cast(count(*) over (partition by rapat, poin, k1, k4, k5, urutan) as integer) as seri
from seri;
