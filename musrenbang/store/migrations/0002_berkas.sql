-- Stored files: scans, photos and video of a meeting, attachments of an usulan, the crest. The bytes lie in the folder
-- of documents under the id; a row is never deleted, so what was replaced can still be shown.

create table berkas (
    id uuid not null primary key,
    pemilik uuid not null,
    jenis varchar not null check (
        jenis in ('daftar hadir', 'berita acara', 'foto', 'video', 'foto usulan', 'dokumen usulan', 'lambang')
    ),
    nama varchar not null check (length(nama) between 1 and 200),
    tipe varchar not null check (length(tipe) between 1 and 100),
    ukuran bigint not null check (ukuran > 0),
    sidik varchar not null check (length(sidik) = 64),
    halaman integer check (halaman >= 1),
    oleh varchar not null check (length(oleh) between 1 and 64),
    waktu timestamp not null,
    diganti timestamp
);
