"""What became of one usulan, from its desa to the OPD, as a list of sentences. Pure."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from musrenbang.formats import hari_tanggal, jam, wib
from musrenbang.isian import Tempat, in_words
from musrenbang.kalimat import told
from musrenbang.model import BarisJejak, Keputusan, RiwayatUsulan

RAPAT = "rapat"
DIAMBIL = "diambil (Load Data) ke dalam musrenbang"
DIKELUARKAN = "dikeluarkan lagi dari musrenbang, karena desa/kelurahan menarik persetujuannya"
DIBUKA_KEMBALI = "musrenbang yang sudah dikirim dibuka kembali"


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One thing that happened to the usulan: `apa` is a passive, `perubahan` are fields with their values."""

    waktu: datetime
    oleh: str
    apa: str
    perubahan: tuple[str, ...]

    def __str__(self) -> str:
        more = f": {'; '.join(self.perubahan)}" if self.perubahan else ""
        when = f"{hari_tanggal(wib(self.waktu).date())} {jam(self.waktu)} WIB"
        return f"{when}: {self.apa} oleh {self.oleh}{more}."


@dataclass
class _Keadaan:
    """What is known of the usulan so far. `disetujui` is None until its desa has said so in the trail."""

    dimuat: bool = False
    disetujui: bool | None = None
    isi: dict[str, Any] = field(default_factory=dict)


def peristiwa(r: RiwayatUsulan) -> list[Peristiwa]:
    """Oldest first. Of what concerns the whole meeting only what concerned this usulan then."""
    known = _Keadaan()
    return [found for row in r.baris for found in _happened(r, row, known)]


def _happened(r: RiwayatUsulan, row: BarisJejak, known: _Keadaan) -> Iterator[Peristiwa]:
    oleh = r.kamus.orang.get(row.oleh, row.oleh)
    if row.objek == RAPAT:
        for apa, perubahan in _with_the_meeting(r, row, known):
            yield Peristiwa(row.waktu, oleh, apa, perubahan)
        return
    _learn(row, known)
    kalimat = told(row, r.kamus)
    yield Peristiwa(row.waktu, oleh, kalimat.predikat, kalimat.perubahan)


def _learn(row: BarisJejak, known: _Keadaan) -> None:
    after = json.loads(row.sesudah) or {}
    if "disetujui" in after:
        known.disetujui = after["disetujui"]
    if "keputusan" in after:
        known.dimuat, known.isi = True, after


def _with_the_meeting(r: RiwayatUsulan, row: BarisJejak, known: _Keadaan) -> Iterator[tuple[str, tuple[str, ...]]]:
    before, after = json.loads(row.sebelum) or {}, json.loads(row.sesudah) or {}
    if "diambil" in after:
        yield from _loaded(r, before.get("ditarik") or [], known)
    elif known.dimuat and "dibuka_kembali" in after:
        yield DIBUKA_KEMBALI, (f"surat nomor {after['nomor_surat']}", f"alasan “{after['alasan']}”")
    elif known.dimuat and "dikirim" in after:
        yield _sent(r, known.isi, row)


def _loaded(r: RiwayatUsulan, ditarik: list[str], known: _Keadaan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Ambil brings what its desa has approved; what was entered before the trail began is known by being there."""
    if r.kode in ditarik:
        known.dimuat = False
        yield DIKELUARKAN, ()
    elif not known.dimuat and (r.diambil if known.disetujui is None else known.disetujui):
        known.dimuat = True
        yield DIAMBIL, ()


def _sent(r: RiwayatUsulan, isi: dict[str, Any], row: BarisJejak) -> tuple[str, tuple[str, ...]]:
    tempat = Tempat(r.kamus, r.kamus.rantai.get(row.rantai, ("", None))[1])
    if isi.get("prioritas"):
        return f"dikirim ke OPD {in_words('opd', isi.get('opd'), tempat)}", ()
    return "tidak ikut dikirim ke OPD", (_left_out(isi),)


def _left_out(isi: dict[str, Any]) -> str:
    if isi.get("alasan_cadangan"):
        return f"cadangan, {isi['alasan_cadangan']}"
    if isi.get("keputusan") == Keputusan.DIGABUNG:
        return "digabung ke usulan lain"
    return f"{isi.get('keputusan', Keputusan.BELUM)}, {isi.get('alasan_verifikasi') or 'tanpa alasan'}"
