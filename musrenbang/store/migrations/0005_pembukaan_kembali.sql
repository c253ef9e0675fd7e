-- Each time Bappeda has opened a sent meeting again: why, by which letter, and which sending (`dikirim`) that ended.

create table pembukaan_kembali (
    rapat uuid not null,
    nomor integer not null check (nomor >= 1),
    waktu timestamp not null,
    oleh varchar not null check (length(oleh) between 1 and 64),
    dikirim timestamp not null,
    alasan varchar not null check (length(alasan) between 3 and 1000),
    nomor_surat varchar not null check (length(nomor_surat) between 1 and 100),
    tanggal_surat date not null,
    primary key (rapat, nomor)
);
