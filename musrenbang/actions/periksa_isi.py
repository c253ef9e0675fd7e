"""What is kept against what the trail says of it last: usulan of desa, Daftar Hadir, accounts and master data.

Of what no row of the trail tells, such as reference data that nobody has changed yet, nothing can be said.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from musrenbang.access import Tindakan
from musrenbang.actions import induk_aturan, induk_kriteria, induk_pagu, induk_prioritas
from musrenbang.actions.identitas import HUBUNGKAN
from musrenbang.actions.lambang import RANTAI as RANTAI_DATA_INDUK
from musrenbang.actions.masuk import LEPAS
from musrenbang.actions.masuk import RANTAI as RANTAI_AKUN
from musrenbang.actions.own_desa import objek
from musrenbang.actions.usulan_desa import picture
from musrenbang.model import BarisJejak, Rapat
from musrenbang.store import accounts, identities, meetings, reference, trail
from musrenbang.store import usulan_desa as table
from musrenbang.store.engine import Rows

Fields = dict[str, Any]
AKTIF = {"nonaktifkan akun": False, "aktifkan akun": True, "atur ulang kata sandi": True, "tambah akun": True}
LINKS = (HUBUNGKAN, LEPAS)


def meeting_faults(tx: Rows, rapat: Rapat, rows: Sequence[BarisJejak]) -> Iterator[str]:
    """Of the usulan that its desa have entered, and of its Daftar Hadir."""
    last = _last(rows)
    name = f"Kecamatan {rapat.kecamatan.nama} tahun {rapat.tahun}"
    sheet = _without_versi(asdict(meetings.daftar_hadir(tx, rapat.id)))
    yield from _differing(f"{name}: Daftar Hadir", sheet, last["daftar hadir"])
    entered = [u for d in reference.desa(tx, rapat.kecamatan.kode) for u in table.of_desa(tx, d.kode, rapat.tahun)]
    for u in entered:
        yield from _differing(f"Usulan {u.kode}", picture(u), last[objek(u)])
    told = {name for name, fields in last.items() if name.startswith("usulan ") and fields}
    yield from _missing(name.capitalize() for name in told - set(map(objek, entered)))


def account_faults(tx: Rows) -> Iterator[str]:
    rows = trail.of_chain(tx, RANTAI_AKUN)
    last = _last(row for row in rows if row.tindakan == "tambah akun")
    linked = {row.objek: row.waktu if row.tindakan == HUBUNGKAN else None for row in rows if row.tindakan in LINKS}
    links = identities.linked(tx)
    aktif = {row.objek: AKTIF[row.tindakan] for row in rows if row.tindakan in AKTIF}
    yield from _missing(f"Akun {name}" for name in last.keys() - {a.orang.nama_pengguna for a in accounts.kept(tx)})
    for akun in accounts.kept(tx):
        who = akun.orang
        present: Fields = {"nama": who.nama, "peran": who.peran.value, "wilayah": who.wilayah, "aktif": akun.aktif}
        recorded = last[who.nama_pengguna]
        if who.nama_pengguna in aktif:
            recorded["aktif"] = aktif[who.nama_pengguna]
        present["akun SSO"] = links.get(who.nama_pengguna)
        recorded["akun SSO"] = trail.plain(linked.get(who.nama_pengguna))
        yield from _differing(f"Akun {who.nama_pengguna}", present, recorded)


def master_faults(tx: Rows) -> Iterator[str]:
    last = _last(trail.of_chain(tx, RANTAI_DATA_INDUK))
    for name, present in _master(tx):
        # what was taken out has a row; a pagu is told by the name of its kecamatan, which may have changed
        gone = {} if name.startswith("pagu") else dict.fromkeys(last[name])
        yield from _differing(f"Data induk, {name}", {**gone, **present}, last[name])


def _master(tx: Rows) -> Iterator[tuple[str, Mapping[str, object]]]:
    """As the trail calls and words it."""
    for tahun in meetings.years(tx):
        yield f"kriteria {tahun}", induk_kriteria.told(reference.bobot_of_year(tx, tahun))
        yield f"prioritas {tahun}", induk_prioritas.told(list(reference.prioritas(tx, tahun).values()))
        yield f"aturan {tahun}", induk_aturan.told(reference.aturan(tx, tahun))
        yield f"pagu {tahun}", induk_pagu.told(induk_pagu.stored(tx, tahun))
    yield from ((f"opd {o.kode}", asdict(o)) for o in reference.opd(tx).values())
    yield from ((f"kecamatan {k.kode}", asdict(k)) for k in reference.kecamatan(tx))
    yield from ((f"desa {d.kode}", asdict(d)) for d in reference.every_desa(tx))


def _last(rows: Iterable[BarisJejak]) -> defaultdict[str, Fields]:
    """The fields of each object as they were last written; an import tells only those that it has changed."""
    found = defaultdict[str, Fields](dict)
    for row in rows:
        told = json.loads(row.sesudah) or {}
        found[row.objek] = {**found[row.objek], **told} if told and row.tindakan == Tindakan.IMPOR else told
    return found


def _differing(name: str, present: Mapping[str, object], recorded: Fields) -> Iterator[str]:
    stored = trail.plain(present)
    for field in sorted(recorded.keys() & stored.keys()):
        if stored[field] != recorded[field]:
            yield f"{name}: {field.replace('_', ' ')} tidak sama dengan yang terakhir tercatat di jejak."


def _missing(names: Iterable[str]) -> Iterator[str]:
    yield from (f"{name}: tercatat di jejak, tetapi tidak ada di basis data." for name in sorted(names))


def _without_versi(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if name != "versi"}
