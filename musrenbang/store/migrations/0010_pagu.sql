-- What Bappeda tells a kecamatan to reckon with in a year, in whole rupiah. No row: nothing has been told.

create table pagu (
    tahun integer not null,
    kecamatan varchar not null,
    pagu bigint not null check (pagu between 1 and 10000000000000),
    primary key (tahun, kecamatan)
);
