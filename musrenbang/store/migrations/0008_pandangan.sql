-- A choice of Perbandingan that Bappeda has saved under a name. pilihan is JSON: each field of the choice with its
-- options; a field that is missing means all.

create table pandangan (
    id uuid not null primary key,
    nama varchar not null unique check (length(nama) between 1 and 80),
    tahun integer not null,
    pilihan varchar not null,
    oleh varchar not null check (length(oleh) between 1 and 64),
    disimpan timestamp not null,
    versi integer not null
);
