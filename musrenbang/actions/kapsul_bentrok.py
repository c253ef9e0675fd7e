"""What stands against taking a kapsul in, each in a sentence: conflicts, strange rows, and what no row tells of."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain
from uuid import UUID

from musrenbang import kalimat
from musrenbang.access import IZIN, Tindakan
from musrenbang.actions import jejak
from musrenbang.actions.jawaban import GUGUR
from musrenbang.actions.kapsul_laptop import SERAHKAN
from musrenbang.errors import Issue
from musrenbang.formats import tanggal_jam
from musrenbang.model import ADMIN, BarisJejak, Kamus, Kapsul, Peran, Rapat
from musrenbang.store import accounts, kapsul_pulang, meetings, reference, trail
from musrenbang.store.engine import Rows

DI_SANA = frozenset({Peran.CAMAT, Peran.DESA})  # whose accounts go along
BOLEH = {t.value for t, izin in IZIN.items() if DI_SANA & izin.peran} | {SERAHKAN, GUGUR}


def issues(tx: Rows, brought: Rows, kapsul: Kapsul, now: datetime) -> list[Issue]:
    """Nothing when what was brought goes on from what is here. Whoever asks holds the chain of the meeting."""
    ours, theirs = (trail.of_chain(rows, str(kapsul.rapat)) for rows in (tx, brought))
    old, new = theirs[: kapsul.nomor], theirs[kapsul.nomor :]
    if not new or not old or old[-1].hash != kapsul.pangkal or new[-1].tindakan != SERAHKAN:
        return [Issue("kapsul_rusak")]
    rapat = meetings.find(tx, kapsul.rapat)
    assert rapat
    found = chain(
        _conflicts(tx, ours[kapsul.nomor :], new), _strange(tx, rapat, new), _late(new, now),
        _references(tx, brought, rapat), _untold(tx, brought, rapat.id, new), _documents(tx, brought, rapat.id),
    )  # fmt: skip
    return list(found)


def _conflicts(tx: Rows, ours: Sequence[BarisJejak], theirs: Sequence[BarisJejak]) -> Iterator[Issue]:
    """What was written here since it went out, beside what was done there about the same."""
    kamus = jejak.names(tx, [*ours, *theirs])
    there = {_about(row): row for row in theirs}
    for about, row in {_about(row): row for row in ours}.items():
        other = there.get(about)
        facts = {
            "tentang": kalimat.told(row, kamus).subyek, "di_sini": _said(row, kamus),
            "di_kapsul": _said(other, kamus) if other else "tidak diubah",
        }  # fmt: skip
        yield Issue("kapsul_bentrok", facts)


def _about(row: BarisJejak) -> str:
    return kalimat.kode_of(row) or row.objek


def _said(row: BarisJejak, kamus: Kamus) -> str:
    told = kalimat.told(row, kamus)
    changes = f" ({'; '.join(told.perubahan)})" if told.perubahan else ""
    return f"{told.predikat}{changes} oleh {row.oleh} pada {tanggal_jam(row.waktu)}"


def _strange(tx: Rows, rapat: Rapat, new: Sequence[BarisJejak]) -> Iterator[Issue]:
    """Done by nobody of that kecamatan, or nothing that they may do."""
    here = rapat.kecamatan.kode
    people = {a.orang.nama_pengguna for a in accounts.kept(tx) if _is_of(a.orang.wilayah or "", here)}
    for row in new:
        if row.oleh not in people | {ADMIN.nama_pengguna} or row.tindakan not in BOLEH:
            facts = {"nomor": row.nomor, "tindakan": row.tindakan, "oleh": row.oleh, "kecamatan": rapat.kecamatan.nama}
            yield Issue("kapsul_baris_asing", facts)


def _is_of(wilayah: str, kecamatan: str) -> bool:
    return wilayah == kecamatan or wilayah.startswith(f"{kecamatan}.")


def _late(new: Sequence[BarisJejak], now: datetime) -> Iterator[Issue]:
    """The clock of that laptop was ahead: Bappeda would write before what has been written."""
    latest = max(row.waktu for row in new)
    if latest > now:
        yield Issue("kapsul_jam_depan", {"waktu": tanggal_jam(latest), "sekarang": tanggal_jam(now)})


def _references(tx: Rows, brought: Rows, rapat: Rapat) -> Iterator[Issue]:
    for name in kapsul_pulang.foreign_references(tx, brought, rapat.tahun):
        yield Issue("kapsul_rujukan", {"tabel": name})
    if (frozen := reference.bobot_of_meeting(brought, rapat.id)) is None:
        return
    if frozen != (reference.bobot_of_meeting(tx, rapat.id) or reference.bobot_of_year(tx, rapat.tahun)):
        yield Issue("kapsul_rujukan", {"tabel": "bobot kriteria"})


def _untold(tx: Rows, brought: Rows, rapat: UUID, new: Sequence[BarisJejak]) -> Iterator[Issue]:
    """An usulan that became another, and no row of the trail says so. Ambil tells of all at once."""
    about = {row.objek for row in new}
    told = {
        "usulan": {objek.removeprefix("usulan ") for objek in about if objek.startswith("usulan ")},
        "usulan_masuk": {objek.rpartition(" ")[2] for objek in about},
    }
    loaded = any(row.tindakan == Tindakan.AMBIL for row in new)
    for name, kodes in kapsul_pulang.changed(tx, brought, rapat).items():
        for kode in sorted(kodes - told[name] if name == "usulan" or not loaded else ()):
            yield Issue("kapsul_tanpa_jejak", {"kode": kode})


def _documents(tx: Rows, brought: Rows, rapat: UUID) -> Iterator[Issue]:
    for nama in kapsul_pulang.foreign_documents(tx, brought, rapat):
        yield Issue("kapsul_dokumen_asing", {"dokumen": nama})
