-- What an OPD has answered to an usulan that a meeting has sent to it. A row belongs to that usulan and that OPD, and is
-- kept when the meeting is reopened or the usulan goes to another OPD; whether it is shown, the present decides.

create table jawaban (
    id uuid not null primary key,
    usulan uuid not null,
    opd varchar not null,
    jawab varchar not null check (jawab in ('diterima', 'diterima dengan perubahan', 'ditolak')),
    alasan varchar not null check (length(alasan) <= 1000),
    volume decimal(14, 2) check (volume > 0),
    biaya bigint check (biaya between 0 and 10000000000000),
    anggaran bigint check (anggaran between 0 and 10000000000000),
    realisasi bigint check (realisasi between 0 and 10000000000000),
    oleh varchar not null check (length(oleh) between 1 and 64),
    waktu timestamp not null,
    versi integer not null,
    unique (usulan, opd),
    check (jawab = 'diterima' or length(alasan) >= 3),
    check ((jawab = 'diterima dengan perubahan') = (volume is not null)),
    check ((jawab = 'diterima dengan perubahan') = (biaya is not null)),
    check (jawab <> 'ditolak' or anggaran is null),
    check (realisasi is null or realisasi <= anggaran)
);
