-- A meeting that is held away from the network, as one file. `nomor` and `pangkal` are the last row of the meeting's
-- chain that went out, `ujung` is the hash of the last that came back; `waktu` and `oleh` are of the present keadaan. At
-- Bappeda it is keluar, diterima or dibatalkan; in the laptop's own database di sini, then diserahkan.

create table kapsul (
    id uuid not null primary key,
    rapat uuid not null,
    keadaan varchar not null check (keadaan in ('keluar', 'diterima', 'dibatalkan', 'di sini', 'diserahkan')),
    kunci varchar not null check (length(kunci) = 64),
    nomor integer not null check (nomor >= 1),
    pangkal varchar not null check (length(pangkal) = 64),
    ujung varchar check (length(ujung) = 64),
    waktu timestamp not null,
    oleh varchar not null check (length(oleh) between 1 and 64)
);
