"""The scored usulan of a year, and whether its meetings score by the same weights."""

from musrenbang.model import Bidang, Lingkup, UsulanDinilai
from musrenbang.store.engine import Row, Rows
from musrenbang.store.perbandingan import IN_SCOPE, asked

DINILAI = f"""
select u.id, u.kode, r.kecamatan, coalesce(d.nama, 'Kecamatan'), u.nama, u.bidang, u.prioritas, u.penerima,
    s.k1, s.k2, s.k3, s.k4, s.k5, s.k6, s.k7, s.k8, p.poin, p.peringkat,
    cast(rank() over (order by p.poin desc, s.k1 desc, s.k4 desc, s.k5 desc) as integer) as urutan,
    {IN_SCOPE}
from rapat r
join peringkat p on p.rapat = r.id
join usulan_masuk u on u.id = p.usulan
join skor s on s.usulan = u.id
left join desa d on d.kode = u.desa
where r.tahun = $1
order by urutan, r.kecamatan, p.peringkat, u.kode
"""
BOBOT = """
select distinct b.b1, b.b2, b.b3, b.b4, b.b5, b.b6, b.b7, b.b8
from bobot_rapat b
join rapat r on r.id = b.rapat
where r.tahun = $1
  and exists (select 1 from poin p where p.rapat = r.id and p.poin is not null)
"""


def scored(rows: Rows, lingkup: Lingkup) -> list[UsulanDinilai]:
    """Every complete usulan prioritas of the year, whatever the scope, by the order of its official skor."""
    return [_scored(row) for row in rows.rows(DINILAI, *asked(lingkup))]


def weights_differ(rows: Rows, tahun: int) -> bool:
    """Among the meetings that have scored any usulan."""
    return len(rows.rows(BOBOT, tahun)) > 1


def _scored(row: Row) -> UsulanDinilai:
    return UsulanDinilai(*(*row[:5], Bidang(row[5]), *row[6:8], row[8:16], *row[16:]))
