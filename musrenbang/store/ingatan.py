"""What is remembered of usulan over the years: what can be proposed again, and how often it has been."""

from uuid import UUID

from musrenbang.model import Jawaban, Pendahulu, Pengajuan, UsulanLalu
from musrenbang.store import jawaban
from musrenbang.store.engine import Row, Rows
from musrenbang.store.usulan_desa import isi_of

# what its meeting found not suitable, or merged into another, is not offered; nor is what stands again already, in this
# year, or since then in a meeting, which has decided about it anew. A successor that its desa never brought there
# counts for nothing. Rp0 is no budget.
LALU = """
select
    m.id, m.kode, r.tahun, m.nama, m.permasalahan, m.lokasi, m.volume, m.satuan, m.biaya, m.penerima, m.bidang,
    m.kewenangan, m.opd_usul, m.alasan_cadangan, m.opd
from usulan_masuk m
join rapat r on r.id = m.rapat
left join jawaban j on j.usulan = m.id and j.opd = m.opd
where m.desa = $1
  and r.tahun < $2
  and r.dikirim is not null
  and (m.alasan_cadangan is not null or m.prioritas is not null and coalesce(j.anggaran, 0) = 0)
  and not exists (
      select 1 from usulan n
      where n.pendahulu = m.id
        and (n.tahun >= $2 or exists (select 1 from usulan_masuk k where k.id = n.id))
  )
order by r.tahun desc, m.urutan, m.kode
"""
# each step leads to an earlier year, so a link that was broken by hand cannot lead round and round
MUNDUR = """
with recursive mundur as (
    select u.id as usulan, 1 as kali, u.kode as kode, u.nama as nama, u.tahun as tahun, u.pendahulu as pendahulu
    from usulan u
    where {}
    union all
    select m.usulan, m.kali + 1, p.kode, p.nama, p.tahun, p.pendahulu
    from mundur m
    join usulan p on p.id = m.pendahulu and p.tahun < m.tahun
)
"""


def offered(rows: Rows, desa: str, tahun: int) -> list[UsulanLalu]:
    """The usulan of one desa/kelurahan from sent meetings before `tahun` that can be proposed again, newest first."""
    found = rows.rows(LALU, desa, tahun)
    ids = [row[0] for row in found]
    answers, often = jawaban.of_usulan(rows, ids), _often(rows, "u.id = any($1)", ids)
    return [_lalu(row, answers.get(row[0]), often[row[0]]) for row in found]


def entered_before(rows: Rows, desa: str, tahun: int, id_: UUID) -> tuple[str, int, bool] | None:
    """Of an usulan of this desa/kelurahan from before `tahun`: nama, its year, whether it stands again in `tahun`."""
    found = rows.rows(
        "select u.nama, u.tahun, exists (select 1 from usulan n where n.pendahulu = u.id and n.tahun = $2) "
        "from usulan u where u.desa = $1 and u.tahun < $2 and u.id = $3",
        desa, tahun, id_,
    )  # fmt: skip
    return (found[0][0], found[0][1], found[0][2]) if found else None


def of_desa(rows: Rows, desa: str, tahun: int) -> dict[UUID, Pengajuan]:
    """These two: of each usulan of that year that was proposed before, by usulan."""
    return _often(rows, "u.pendahulu is not null and u.desa = $1 and u.tahun = $2", desa, tahun)


def of_kecamatan(rows: Rows, kecamatan: str, tahun: int) -> dict[UUID, Pengajuan]:
    return _often(rows, "u.pendahulu is not null and u.kecamatan = $1 and u.tahun = $2", kecamatan, tahun)


def predecessors(rows: Rows, kode: str) -> tuple[Pendahulu, ...]:
    """Of the usulan with this kode, newest first."""
    sql = f"{MUNDUR.format('u.kode = $1')} select kode, nama, tahun from mundur where kali > 1 order by kali"
    return tuple(Pendahulu(*row) for row in rows.rows(sql, kode))


def _lalu(row: Row, answer: Jawaban | None, often: Pengajuan) -> UsulanLalu:
    id_, kode, tahun = row[:3]
    alasan_cadangan, opd = row[13:]
    return UsulanLalu(id_, kode, tahun, isi_of(row[3:13]), alasan_cadangan, opd, answer, often)


def _often(rows: Rows, which: str, *values: object) -> dict[UUID, Pengajuan]:
    sql = f"{MUNDUR.format(which)} select usulan, max(kali), min(tahun) from mundur group by usulan"
    return {usulan: Pengajuan(kali, sejak) for usulan, kali, sejak in rows.rows(sql, *values)}
