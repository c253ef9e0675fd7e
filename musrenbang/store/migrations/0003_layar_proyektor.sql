-- Read-only sessions of the projectors in a hall, each for one meeting; only the digest of their secret is kept. A row
-- is deleted when the operator ends it.

create table layar_proyektor (
    sidik varchar not null primary key check (length(sidik) = 64),
    rapat uuid not null,
    dibuat timestamp not null,
    dibuat_oleh varchar not null check (length(dibuat_oleh) between 1 and 64),
    berakhir timestamp not null
);
