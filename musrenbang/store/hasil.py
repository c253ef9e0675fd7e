"""What the public may know of all meetings of a year: which have sent, and how much that was."""

from musrenbang.model import HasilKecamatan, Kecamatan
from musrenbang.store.engine import Rows

HASIL = """
select k.kode, k.nama, r.dikirim,
    count(u.id), cast(coalesce(sum(u.biaya), 0) as bigint), count(j.id)
from rapat r
join kecamatan k on k.kode = r.kecamatan
left join usulan_masuk u on u.rapat = r.id and u.prioritas is not null and r.dikirim is not null
left join jawaban j on j.usulan = u.id and j.opd = u.opd
where r.tahun = $1
group by 1, 2, 3
order by 2
"""


def of_year(rows: Rows, tahun: int) -> list[HasilKecamatan]:
    return [HasilKecamatan(Kecamatan(*row[:2]), *row[2:]) for row in rows.rows(HASIL, tahun)]
