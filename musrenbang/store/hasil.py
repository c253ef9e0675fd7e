"""What the public may know of all meetings of a year: which have sent, and how much that was."""

from musrenbang.model import HasilKecamatan, Kecamatan, KirimDitarik
from musrenbang.store.engine import Row, Rows

# what an open meeting had sent is told by its last opening
HASIL = """
select k.kode, k.nama, r.dikirim,
    count(u.id), cast(coalesce(sum(u.biaya), 0) as bigint), count(j.id),
    p.dikirim, p.waktu, p.nomor_surat, p.tanggal_surat
from rapat r
join kecamatan k on k.kode = r.kecamatan
left join usulan_masuk u on u.rapat = r.id and u.prioritas is not null and r.dikirim is not null
left join jawaban j on j.usulan = u.id and j.opd = u.opd
left join pembukaan_kembali p on p.rapat = r.id and r.dikirim is null
    and p.nomor = (select max(q.nomor) from pembukaan_kembali q where q.rapat = r.id)
where r.tahun = $1
group by 1, 2, 3, 7, 8, 9, 10
order by 2
"""


def of_year(rows: Rows, tahun: int) -> list[HasilKecamatan]:
    return [_hasil(row) for row in rows.rows(HASIL, tahun)]


def _hasil(row: Row) -> HasilKecamatan:
    kode, nama, dikirim, usulan, biaya, dijawab, *ditarik = row
    taken_back = KirimDitarik(*ditarik) if ditarik[0] else None
    return HasilKecamatan(Kecamatan(kode, nama), dikirim, usulan, biaya, dijawab, taken_back)
