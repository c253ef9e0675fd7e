-- The identity at an OpenID provider that opens an account: the digest of it, linked by the account's owner, one for one.

create table identitas (
    sidik varchar not null primary key check (length(sidik) = 64),
    nama_pengguna varchar not null unique check (length(nama_pengguna) between 3 and 64),
    dihubungkan timestamp not null
);

-- The one round trip to the provider, by its digest, whose answer this login may link, and until when.

alter table sesi add column perjalanan varchar;
alter table sesi add column perjalanan_sampai timestamp;
