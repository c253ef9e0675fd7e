-- The official ranking, the same as before; but an usulan whose tie the others have left stands where its skor puts it,
-- so the meeting's order of that tie is no longer told of it.

drop view peringkat;

-- urutan is the order that the meeting set inside a tie, where it counts: two or more are in it, all of the same putusan
create view peringkat as
select
    usulan, rapat, poin, peringkat_skor, seri_skor,
    case when terurut then peringkat_urutan else peringkat_tingkat end as peringkat,
    case when terurut then seri_urutan else seri_tingkat end as seri,
    case when terurut then urutan end as urutan
from (
    select
        p.usulan, p.rapat, p.poin, u.urutan,
        cast(rank() over skor as integer) as peringkat_skor,
        cast(count(*) over (skor range between current row and current row) as integer) as seri_skor,
        cast(rank() over tingkat as integer) as peringkat_tingkat,
        cast(count(*) over (tingkat range between current row and current row) as integer) as seri_tingkat,
        cast(rank() over urutan as integer) as peringkat_urutan,
        cast(count(*) over (urutan range between current row and current row) as integer) as seri_urutan,
        u.putusan is not null
            and count(*) over (tingkat range between current row and current row) > 1
            and count(*) over (putusan range between current row and current row)
              = count(*) over (tingkat range between current row and current row) as terurut
    from poin p
    left join urutan_seri u on u.usulan = p.usulan
    where p.poin is not null
    window
        skor as (partition by p.rapat order by p.poin desc),
        tingkat as (partition by p.rapat order by p.poin desc, p.k1 desc, p.k4 desc, p.k5 desc),
        putusan as (partition by p.rapat order by p.poin desc, p.k1 desc, p.k4 desc, p.k5 desc, u.putusan),
        urutan as (partition by p.rapat order by p.poin desc, p.k1 desc, p.k4 desc, p.k5 desc, u.putusan, u.urutan)
) as semua;
