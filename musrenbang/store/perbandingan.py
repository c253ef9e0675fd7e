"""Figures of many meetings at once. Each is one question to the database, whatever the number of usulan."""

from collections import defaultdict
from collections.abc import Sequence

from musrenbang.model import (
    TANPA_OPD,
    BagianDesa,
    BarisBanding,
    Jawab,
    Jumlah,
    Kecamatan,
    Lingkup,
    Nasib,
    Perbandingan,
    Rincian,
    Ringkasan,
    Sebaran,
)
from musrenbang.scoring import TINGKAT_MAKS
from musrenbang.store import pagu
from musrenbang.store.engine import Row, Rows

NASIB = """case
    when u.prioritas is not null then 'prioritas'
    when u.alasan_cadangan is not null then 'cadangan'
    when u.keputusan in ('tidak sesuai', 'digabung') then u.keputusan
    else 'belum'
end"""


def _within(column: str, place: int, kind: str = "varchar") -> str:
    """No choice means all."""
    return f"(cast(${place} as {kind}[]) is null or {column} = any(cast(${place} as {kind}[])))"


IN_SCOPE = f"""{_within("r.kecamatan", 2)}
  and {_within("u.prioritas", 3, "integer")}
  and {_within(f"coalesce(u.opd, '{TANPA_OPD}')", 4)}
  and {_within("u.bidang", 5)}
  and {_within("u.asal", 6)}"""
USULAN = f"""
from rapat r
join usulan_masuk u on u.rapat = r.id
where r.tahun = $1
  and {IN_SCOPE}
"""
SUM = "cast(count(*) as bigint), cast(coalesce(sum(u.biaya), 0) as bigint)"
BY_NASIB = f"select r.kecamatan, {NASIB}, {SUM} {USULAN} group by 1, 2"
BY_OPD = f"select r.kecamatan, u.opd, {SUM} {USULAN} and u.prioritas is not null group by 1, 2"
BY_PRIORITAS = f"select r.kecamatan, u.prioritas, {SUM} {USULAN} and u.prioritas is not null group by 1, 2"
BY_OPD_AND_PRIORITAS = (
    f"select r.kecamatan, u.opd, u.prioritas, {SUM} {USULAN} and u.prioritas is not null group by 1, 2, 3"
)
BY_DESA = f"""
select d.kode, d.nama, d.kecamatan, count(u.id), cast(coalesce(sum(u.biaya), 0) as bigint), count(u.prioritas),
    cast(coalesce(sum(u.biaya) filter (where u.prioritas is not null), 0) as bigint)
from desa d
join rapat m on m.kecamatan = d.kecamatan and m.tahun = $1
left join (select u.id, u.desa, u.biaya, u.prioritas {USULAN}) u on u.desa = d.kode
where {_within("d.kecamatan", 2)}
group by 1, 2, 3
order by 1
"""
QUARTILES = ", ".join(f"percentile_disc({share}) within group (order by p.poin)" for share in (0.25, 0.5, 0.75))
SCORES = f"""
select u.kecamatan, count(*), cast(sum(p.poin) as bigint), min(p.poin), {QUARTILES}, max(p.poin)
from (select r.kecamatan, u.id {USULAN}) u
join poin p on p.usulan = u.id
where p.poin is not null
group by 1
"""
LEVELS = [(kriteria, tingkat) for kriteria, most in enumerate(TINGKAT_MAKS, 1) for tingkat in range(1, most + 1)]
BY_TINGKAT = f"""
select u.kecamatan, {", ".join(f"count(*) filter (where s.k{k} = {t})" for k, t in LEVELS)}
from (select r.kecamatan, u.id {USULAN} and u.prioritas is not null and u.opd is not null) u
join skor s on s.usulan = u.id
group by 1
"""
MEETINGS = f"""
select k.kode, k.nama, r.dikirim is not null
from rapat r
join kecamatan k on k.kode = r.kecamatan
where r.tahun = $1
  and {_within("r.kecamatan", 2)}
order by 1
"""
TINGKAT = f"""case when u.prioritas is not null and u.opd is not null then (
    select case cast($9 as integer) {" ".join(f"when {k} then s.k{k}" for k in range(1, len(TINGKAT_MAKS) + 1))} end
    from skor s where s.usulan = u.id
) end"""
ROWS = f"""
select u.id, u.kode, u.kecamatan, coalesce(d.nama, 'Kecamatan'), u.nama, u.lokasi, u.biaya, u.nasib, u.prioritas, u.opd,
    p.poin, p.peringkat, j.jawab, u.tingkat
from (
    select r.dikirim, r.kecamatan, u.id, u.kode, u.desa, u.nama, u.lokasi, u.biaya, u.prioritas, u.opd,
        {NASIB} as nasib, {TINGKAT} as tingkat {USULAN}
) u
left join desa d on d.kode = u.desa
left join peringkat p on p.usulan = u.id
left join jawaban j on j.usulan = u.id and j.opd = u.opd and u.prioritas is not null and u.dikirim is not null
where {_within("u.nasib", 7)}
  and {_within("u.desa", 8)}
  and (cast($9 as integer) is null or coalesce(u.tingkat, case $9 when 0 then p.poin end) is not null)
order by u.kecamatan, p.peringkat nulls last, u.kode
"""


def figures(rows: Rows, lingkup: Lingkup) -> Perbandingan:
    """Within one snapshot, so that every figure is of the same moment."""
    values = asked(lingkup)
    meetings = rows.rows(MEETINGS, *values[:2])
    places = {kode for kode, _, _ in meetings}
    levels = {row[0]: row[1:] for row in rows.rows(BY_TINGKAT, *values)}
    return Perbandingan(
        lingkup,
        tuple(Kecamatan(kode, nama) for kode, nama, _ in meetings),
        frozenset(kode for kode, _, sent in meetings if sent),
        _summaries(rows.rows(BY_NASIB, *values), rows.rows(SCORES, *values)),
        {(row[0], row[1]): Jumlah(*row[2:]) for row in rows.rows(BY_OPD, *values)},
        {(row[0], row[1]): Jumlah(*row[2:]) for row in rows.rows(BY_PRIORITAS, *values)},
        {(kode, *at): n for kode, counts in levels.items() for at, n in zip(LEVELS, counts, strict=True) if n},
        tuple(_desa(row) for row in rows.rows(BY_DESA, *values)),
        {kode: amount for kode, amount in pagu.of_year(rows, lingkup.tahun).items() if kode in places},
    )


def _desa(row: Row) -> BagianDesa:
    kode, nama, kecamatan, usulan, biaya, prioritas, biaya_prioritas = row
    return BagianDesa(kode, nama, kecamatan, Jumlah(usulan, biaya), Jumlah(prioritas, biaya_prioritas))


def usulan(rows: Rows, lingkup: Lingkup, rincian: Rincian) -> list[BarisBanding]:
    """The usulan behind a figure, by kecamatan and rank."""
    nasib, desa = [one.value for one in rincian.nasib], list(rincian.desa)
    found = rows.rows(ROWS, *asked(lingkup), nasib or None, desa or None, rincian.dinilai)
    return [_behind(row) for row in found]


def _behind(row: Row) -> BarisBanding:
    *plain, jawab, tingkat = row
    return BarisBanding(*(*plain[:7], Nasib(plain[7]), *plain[8:], jawab and Jawab(jawab), tingkat))


def by_opd_and_prioritas(rows: Rows, lingkup: Lingkup) -> dict[tuple[str, str | None, int], Jumlah]:
    """Usulan prioritas by (kecamatan, OPD or None, nomor): what each OPD receives."""
    found = rows.rows(BY_OPD_AND_PRIORITAS, *asked(lingkup))
    return {(kecamatan, opd, nomor): Jumlah(*sums) for kecamatan, opd, nomor, *sums in found}


def asked(lingkup: Lingkup) -> tuple[object, ...]:
    """The year and the choices, as $1 to $6 of the questions."""
    choices = (lingkup.kecamatan, lingkup.prioritas, lingkup.opd, lingkup.bidang, lingkup.asal)
    return (lingkup.tahun, *([getattr(one, "value", one) for one in choice] or None for choice in choices))


def _summaries(by_nasib: Sequence[Row], scores: Sequence[Row]) -> dict[str, Ringkasan]:
    kinds: dict[str, dict[Nasib, Jumlah]] = defaultdict(dict)
    for kode, nasib, usulan, biaya in by_nasib:
        kinds[kode][Nasib(nasib)] = Jumlah(usulan, biaya)
    spread = {row[0]: Sebaran(*row[1:]) for row in scores}
    return {kode: Ringkasan(own, spread.get(kode)) for kode, own in kinds.items()}
