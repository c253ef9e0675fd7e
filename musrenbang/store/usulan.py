"""Usulan inside a meeting, with all that it decides about them: the table usulan_masuk."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import TypeVar
from uuid import UUID

from musrenbang.model import (
    Asal,
    HasilAmbil,
    IsiUsulan,
    Keputusan,
    Tingkat,
    UsulanMasuk,
)  # fmt: skip
from musrenbang.scoring import rank_usulan
from musrenbang.store import scores
from musrenbang.store.bulk import insert_many, update_many
from musrenbang.store.engine import Row, Rows
from musrenbang.store.usulan_desa import ISI, isi_of, isi_values

MASUK = """
select
    u.id, u.rapat, u.kode, u.asal, u.desa, coalesce(d.nama, 'Kecamatan'), u.urutan,
    u.nama, u.permasalahan, u.lokasi, u.volume, u.satuan, u.biaya, u.penerima, u.bidang, u.kewenangan, u.opd_usul,
    u.versi, u.keputusan, u.alasan_verifikasi, u.digabung_ke, u.volume_asal, u.biaya_asal, u.catatan_aturan,
    u.prioritas, u.alasan_cadangan, u.opd,
    s.k1, s.k2, s.k3, s.k4, s.k5, s.k6, s.k7, s.k8, s.versi
from usulan_masuk u
left join desa d on d.kode = u.desa
left join skor s on s.usulan = u.id
where u.rapat = $1
"""
BOBOT = "select b1, b2, b3, b4, b5, b6, b7, b8 from bobot_rapat where rapat = $1"
K = TypeVar("K")  # what an usulan is known by: its id, or its place in a list, which is found in half the time
Rank = tuple[int | None, int | None, int | None, int | None, int | None]
UNRANKED: Rank = (None, None, None, None, None)
_FIELDS = [field.name for field in fields(UsulanMasuk)]
_OTHERS, _RANK = attrgetter(*_FIELDS[: -len(UNRANKED)]), attrgetter(*_FIELDS[-len(UNRANKED) :])
TYPES_ISI = {
    "nama": "varchar", "permasalahan": "varchar", "lokasi": "varchar", "volume": "decimal(14, 2)", "satuan": "varchar",
    "biaya": "bigint", "penerima": "integer", "bidang": "varchar", "kewenangan": "varchar", "opd_usul": "varchar",
}  # fmt: skip
TYPES_DECISION = {
    "id": "uuid", "keputusan": "varchar", "alasan_verifikasi": "varchar", "digabung_ke": "uuid",
    "volume": "decimal(14, 2)", "biaya": "bigint", "volume_asal": "decimal(14, 2)", "biaya_asal": "bigint",
    "catatan_aturan": "varchar", "prioritas": "integer", "alasan_cadangan": "varchar", "opd": "varchar",
}  # fmt: skip
ORDER = " order by u.desa nulls last, u.urutan, u.kode"


def withdraw(tx: Rows, rapat: UUID) -> list[str]:
    """Take out of a meeting that has not started what its desa no longer approves. Returns each kode."""
    gone = tx.rows(
        "delete from usulan_masuk where rapat = $1 and not exists "
        "(select 1 from usulan u where u.id = usulan_masuk.id and u.disetujui) returning kode",
        rapat,
    )
    return sorted(kode for (kode,) in gone)


def load(tx: Rows, rapat: UUID, kecamatan: str, tahun: int, ditarik: int) -> HasilAmbil:
    """Copy what is approved and not yet in the meeting, and refresh copies whose desa has changed them since (L08).

    `ditarik` is how many have just been withdrawn, for the result.
    """
    before = tx.rows("select count(*) from usulan_masuk where rapat = $1", rapat)[0][0]
    refreshed = _refresh(tx, rapat)
    tx.rows(
        """
        insert into usulan_masuk (
            id, rapat, kode, asal, desa, urutan, nama, permasalahan, lokasi, volume, satuan, biaya, penerima,
            bidang, kewenangan, opd_usul, versi_sumber, keputusan, catatan_aturan, versi
        )
        select
            u.id, $1, u.kode, u.asal, u.desa, u.urutan, u.nama, u.permasalahan, u.lokasi, u.volume, u.satuan, u.biaya,
            u.penerima, u.bidang, u.kewenangan, u.opd, u.versi, 'belum', '[]', 1
        from usulan u
        where u.kecamatan = $2 and u.tahun = $3 and u.disetujui
          and not exists (select 1 from usulan_masuk m where m.id = u.id)
        """,
        rapat, kecamatan, tahun,
    )  # fmt: skip
    after = tx.rows("select count(*) from usulan_masuk where rapat = $1", rapat)[0][0]
    waiting = tx.rows(
        "select count(*) from usulan where kecamatan = $1 and tahun = $2 and not disetujui", kecamatan, tahun
    )[0][0]
    return HasilAmbil(after - before, refreshed, before - refreshed, waiting, ditarik)


def _refresh(tx: Rows, rapat: UUID) -> int:
    stale = tx.rows(
        f"select m.id, u.versi, u.urutan, {', '.join('u.' + c for c in ISI.split(', '))} "
        "from usulan_masuk m join usulan u on u.id = m.id "
        "where m.rapat = $1 and u.disetujui and u.versi > m.versi_sumber order by m.kode",
        rapat,
    )
    for id_, versi, urutan, *isi in stale:
        tx.rows(
            "update usulan_masuk set nama = $1, permasalahan = $2, lokasi = $3, volume = $4, satuan = $5, biaya = $6, "
            "penerima = $7, bidang = $8, kewenangan = $9, opd_usul = $10, versi_sumber = $11, urutan = $12, "
            "versi = versi + 1 where id = $13",
            *isi, versi, urutan, id_,
        )  # fmt: skip
    return len(stale)


def in_meeting(rows: Rows, rapat: UUID) -> list[UsulanMasuk]:
    """All usulan of a meeting by desa and the desa's own order; those of the kecamatan come last."""
    found = rows.rows(MASUK + ORDER, rapat)
    ranks = _ranks(rows, rapat, found)
    return [_masuk(row, ranks.get(row[0], UNRANKED)) for row in found]


def some_in_meeting(rows: Rows, rapat: UUID, ids: Sequence[UUID]) -> dict[UUID, UsulanMasuk]:
    """The named usulan of a meeting by id, without their ranks."""
    if len(ids) == 1:  # a save waits for it, and takes half the time so
        found = rows.rows(f"{MASUK} and u.id = $2", rapat, ids[0])
    else:
        found = rows.rows(f"{MASUK} and u.id = any($2) {ORDER}", rapat, list(ids))
    return {row[0]: _masuk(row, UNRANKED) for row in found}


def rescored(
    rows: Sequence[UsulanMasuk], saved: Mapping[int, tuple[int, Tingkat]], bobot: Sequence[int]
) -> tuple[UsulanMasuk, ...]:
    """The same list after these scores (versi, levels) of the rows at these places were saved, in a meeting that has
    set no order of its own."""
    now = list(rows)
    for at, (versi, tingkat) in saved.items():
        now[at] = replace(rows[at], versi_skor=versi, tingkat=tingkat)
    if any(_is_complete(u) for at in saved for u in (rows[at], now[at])):  # else nobody's place is another
        levels = {at: u.tingkat for at, u in enumerate(now) if u.tingkat and u.prioritas is not None and u.opd}
        ranks = _places(bobot, levels, None)
        for at in {*saved, *ranks}:
            now[at] = _ranked(now[at], ranks.get(at, UNRANKED))
    return tuple(now)


def _is_complete(u: UsulanMasuk) -> bool:
    return u.tingkat is not None and None not in u.tingkat


def _ranked(u: UsulanMasuk, rank: Rank) -> UsulanMasuk:
    """`replace` takes twice the time, and one score may move hundreds."""
    return u if rank == _RANK(u) else UsulanMasuk(*(*_OTHERS(u), *rank))


def _ranks(rows: Rows, rapat: UUID, found: Sequence[Row]) -> dict[UUID, Rank]:
    """Of each complete usulan prioritas: what the view `peringkat` says, counted here because the database takes as
    long for the view as for all the rest."""
    bobot = rows.rows(BOBOT, rapat)
    if not bobot:
        return {}
    levels = {row[0]: row[27:35] for row in found if row[24] is not None and row[26] is not None}
    return _places(bobot[0], levels, scores.tie_orders(rows, rapat) if scores.ordered(rows, rapat) else None)


def _places(bobot: Sequence[int], tingkat: Mapping[K, Tingkat], urutan_seri: Mapping[K, int] | None) -> dict[K, Rank]:
    """poin, peringkat_skor, peringkat, seri_skor and seri of those whose levels are all there."""
    complete = {id_: [t for t in levels if t is not None] for id_, levels in tingkat.items() if None not in levels}
    ranked = rank_usulan(bobot, complete, urutan_seri)
    same_points, same = (Counter(rank[place] for rank in ranked.values()) for place in (1, 2))
    return {id_: (*rank, same_points[rank[1]], same[rank[2]]) for id_, rank in ranked.items()}


def _masuk(row: Row, rank: Rank) -> UsulanMasuk:
    tingkat = tuple(row[27:35]) if row[35] is not None else None
    decided = (Keputusan(row[18]), *row[19:23], tuple(json.loads(row[23])), *row[24:27])
    head = (*row[:3], Asal(row[3]), *row[4:7], isi_of(row[7:17]), row[17])
    return UsulanMasuk(*(*head, *decided, tingkat, row[35], *rank))


def add_to_meeting(tx: Rows, rapat: UUID, id_: UUID, kode: str, urutan: int, isi: IsiUsulan) -> None:
    """An usulan of the kecamatan itself (L13)."""
    columns = (
        "id, rapat, kode, asal, urutan, nama, permasalahan, lokasi, volume, satuan, biaya, penerima, "
        "bidang, kewenangan, opd_usul, keputusan, catatan_aturan, versi"
    )
    values = (id_, rapat, kode, Asal.KECAMATAN.value, urutan, *isi_values(isi), Keputusan.BELUM.value, "[]", 1)
    insert_many(tx, "usulan_masuk", columns, [values])


def save_content(tx: Rows, u: UsulanMasuk, versi: int) -> bool:
    """Write what a person typed, and what is decided by it. False when `versi` is not the stored one."""
    names = ("keputusan", "alasan_verifikasi", "volume_asal", "biaya_asal", "catatan_aturan")
    columns = {"id": "uuid", **TYPES_ISI, **{name: TYPES_DECISION[name] for name in names}}
    decided = (u.keputusan.value, u.alasan_verifikasi, u.volume_asal, u.biaya_asal, _notes(u))
    return bool(update_many(tx, "usulan_masuk", columns, [(u.id, versi)], [(*isi_values(u.isi), *decided)]))


def save_decisions(tx: Rows, decided: Sequence[UsulanMasuk], dilihat: Mapping[UUID, int]) -> set[object]:
    """Write everything that verification, prioritas and OPD decide. Returns the ids that were still as seen."""
    values = [
        (u.keputusan.value, u.alasan_verifikasi, u.digabung_ke, u.isi.volume, u.isi.biaya, u.volume_asal,
         u.biaya_asal, _notes(u), u.prioritas, u.alasan_cadangan, u.opd)
        for u in decided
    ]  # fmt: skip
    return update_many(tx, "usulan_masuk", TYPES_DECISION, [(u.id, dilihat[u.id]) for u in decided], values)


def _notes(u: UsulanMasuk) -> str:
    return json.dumps(u.catatan_aturan, ensure_ascii=False)


def merged_into(rows: Rows, ids: Sequence[UUID]) -> list[UUID]:
    """Which of `ids` have another usulan merged into them."""
    found = rows.rows(
        "select distinct digabung_ke from usulan_masuk where digabung_ke = any($1) order by digabung_ke", list(ids)
    )
    return [row[0] for row in found]


def givers(rows: Rows, opd: str, tahun: int) -> list[UUID]:
    """The sent meetings that have given usulan to one OPD, by kecamatan (L35)."""
    meetings = rows.rows(
        "select distinct r.id, r.kecamatan from rapat r join usulan_masuk u on u.rapat = r.id "
        "where r.tahun = $1 and r.dikirim is not null and u.opd = $2 and u.prioritas is not null order by r.kecamatan",
        tahun, opd,
    )  # fmt: skip
    return [rapat for rapat, _ in meetings]


def by_rank(usulan: Sequence[UsulanMasuk]) -> list[UsulanMasuk]:
    return sorted(usulan, key=lambda u: (u.peringkat is None, u.peringkat or 0, u.kode))
