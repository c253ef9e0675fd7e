"""`ekspor`: one list as a file, of one kecamatan or of all."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from musrenbang.actions import baca, perbandingan
from musrenbang.administrator.files import existing_store, write_whole
from musrenbang.administrator.meetings import all_meetings, one_meeting
from musrenbang.administrator.stop import Stop, refusals
from musrenbang.model import ADMIN, BahanCetak, Lingkup, Rapat
from musrenbang.store.engine import Store
from reports import WRITERS, texts, workbook
from reports.lists import LISTS, USULAN, Entered, Listing, Sheet
from reports.lists import ketegasan as strictness
from reports.lists.perbandingan import sheets

M = TypeVar("M")
FIGURES: dict[str, Callable[[Sequence[Sheet]], bytes]] = {
    ".xlsx": lambda lists: workbook.xlsx_of("Perbandingan", lists),
    ".json": texts.as_json_of,
}
KEYS = {"cadangan": "usulan-cadangan", "opd": "daftar-opd"}  # where the command's word is shorter than the list's own


def ekspor(asked: Namespace) -> None:
    if asked.daftar == "perbandingan":
        return _perbandingan(asked)
    with existing_store(asked.db) as store, refusals():
        sheet = _sheet(store, asked, _meetings(store, asked), datetime.now(UTC).replace(tzinfo=None))
    write_whole(asked.out, WRITERS[asked.out.suffix.lower()[1:]](sheet))
    print(f"Daftar {asked.daftar} ({len(sheet.rows)} baris) ditulis ke {asked.out}.")
    return None


def _perbandingan(asked: Namespace) -> None:
    """The figures of all kecamatan side by side, or of one."""
    kind = asked.out.suffix.lower()
    if kind not in FIGURES:
        raise Stop(2, "Perbandingan terdiri atas beberapa daftar; berkasnya harus berakhiran .xlsx atau .json.")
    with existing_store(asked.db) as store, refusals():
        chosen = tuple(rapat.kecamatan.kode for rapat in _meetings(store, asked))
        lingkup = Lingkup(asked.tahun, chosen)
        p, found = perbandingan.bandingkan(store, ADMIN, lingkup), perbandingan.ketegasan(store, ADMIN, lingkup)
        bagian = perbandingan.per_opd_dan_prioritas(store, ADMIN, lingkup)
        refs = perbandingan.rujukan(store, ADMIN, asked.tahun)
    now = datetime.now(UTC).replace(tzinfo=None)
    write_whole(asked.out, FIGURES[kind]([*sheets(p, bagian, refs, now), *strictness.sheets(found, p, refs, now)]))
    print(f"Perbandingan {len(p.kecamatan)} kecamatan ditulis ke {asked.out}.")


def _meetings(store: Store, asked: Namespace) -> list[Rapat]:
    if asked.kecamatan:
        return [one_meeting(store, asked.kecamatan, asked.tahun)]
    found = all_meetings(store, asked.tahun)
    return _sent(found, asked.tahun) if asked.daftar == "terbuka" else found


def _sent(rapat: Sequence[Rapat], tahun: int) -> list[Rapat]:
    """Open data of a year are those of the kecamatan that have sent."""
    sent = [r for r in rapat if r.dikirim]
    if not sent:
        raise Stop(1, f"Belum ada kecamatan yang mengirim usulan tahun {tahun} ke OPD, jadi belum ada data terbuka.")
    return sent


def _sheet(store: Store, asked: Namespace, rapat: Sequence[Rapat], now: datetime) -> Sheet:
    one = asked.kecamatan is not None
    if asked.daftar == "usulan":
        return _joined(USULAN, [_entered(store, r) for r in rapat], rapat, now, one)
    listing: Listing[BahanCetak] = LISTS[KEYS.get(asked.daftar, asked.daftar)]
    return _joined(listing, [baca.bahan_cetak(store, ADMIN, r.id, now) for r in rapat], rapat, now, one)


def _joined(listing: Listing[M], materials: Sequence[M], rapat: Sequence[Rapat], now: datetime, one: bool) -> Sheet:
    if one:
        return listing.of_one(materials[0], now)
    return listing.of_all(dict(zip((r.kecamatan.nama for r in rapat), materials, strict=True)), now)


def _entered(store: Store, rapat: Rapat) -> Entered:
    rujukan = baca.rujukan(store, ADMIN, rapat.id)
    usulan = baca.usulan_kecamatan(store, ADMIN, rapat.kecamatan.kode, rapat.tahun)
    return Entered(usulan, {d.kode: d for d in rujukan.desa}, rujukan.opd)
