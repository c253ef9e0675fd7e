"""When and where the meetings of a year are held: what the public may know about them."""

from musrenbang.model import Jadwal
from musrenbang.store.engine import Rows

OF_YEAR = """
select k.nama, d.tanggal, d.jam_mulai, d.jam_selesai, d.tempat, d.alamat, r.dimulai is not null, r.dikirim,
    exists (select 1 from pembukaan_kembali p where p.rapat = r.id)
from rapat r
join kecamatan k on k.kode = r.kecamatan
join daftar_hadir d on d.rapat = r.id
where r.tahun = $1
order by d.tanggal nulls last, d.jam_mulai, k.nama
"""


def of_year(rows: Rows, tahun: int) -> list[Jadwal]:
    return [Jadwal(*row) for row in rows.rows(OF_YEAR, tahun)]
