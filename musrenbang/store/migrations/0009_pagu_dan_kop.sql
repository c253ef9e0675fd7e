-- What Bappeda tells a kecamatan to reckon with in a year, in whole rupiah. No row: nothing has been told.

create table pagu (
    tahun integer not null,
    kecamatan varchar not null,
    pagu bigint not null check (pagu between 1 and 10000000000000),
    primary key (tahun, kecamatan)
);

-- What stands below the name of the kecamatan on its letterhead: the camat's office, and how it is reached.
alter table kecamatan add column alamat varchar default '';
alter table kecamatan add column kontak varchar default '';
