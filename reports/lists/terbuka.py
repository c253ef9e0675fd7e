"""Open data of a sent meeting: levels, weights and ranking, so that anybody can count it again (`hitung`), and answers.

Names for programs: the eight levels stand under scoring.KUNCI, the kode of an usulan as `id`. No names of people.
"""

from collections.abc import Iterator
from uuid import UUID

from musrenbang import guards, scoring
from musrenbang.errors import refuse
from musrenbang.intake.open_data import BOBOT, PRIORITAS
from musrenbang.model import BahanCetak, Kriteria, UsulanMasuk
from reports import keterangan, peringkat
from reports.lists import cadangan
from reports.lists.listing import Field, Listing, Row, Value, always
from reports.lists.opd import answer
from reports.lists.skoring import skor

TEMPAT = (Field("tahun", 8, "whole"), Field("kode_kecamatan", 14), Field("kecamatan", 20))
ISI = (
    Field("asal", 12),
    Field("desa", 24),
    Field("nama", 60),
    Field("lokasi", 40),
    Field("volume", 12, "decimal"),
    Field("satuan", 14),
    Field("biaya", 20, "whole"),
    Field("opd", 36),
    Field("prioritas", 32),
)
HASIL = (
    Field("poin", 8, "whole"),
    Field("skor", 8, "decimal"),
    Field("peringkat_skor", 10, "whole"),
    Field("peringkat", 10, "whole"),
    Field("urutan_seri", 10, "whole"),
)
JAWABAN = (
    Field("jawaban_opd", 26),
    Field("alasan_opd", 50),
    Field("volume_diterima", 12, "decimal"),
    Field("biaya_diterima", 20, "whole"),
    Field("anggaran", 20, "whole"),
    Field("realisasi", 20, "whole"),
)
TINGKAT, BEBAN = (tuple(Field(name, 10, "whole") for name in names) for names in (scoring.KUNCI, BOBOT))
FIELDS = (Field("id", 24), *TEMPAT, *ISI, *TINGKAT, *HASIL, *BEBAN, *JAWABAN)


def _rows(bahan: BahanCetak) -> Iterator[Row]:
    """One row an usulan prioritas, by peringkat. Refused while the meeting has not been sent."""
    refuse(*guards.publish(bahan.fakta))
    rapat, bobot = bahan.fakta.rapat, [k.bobot for k in bahan.bobot.kriteria]
    for u in peringkat.ranked(bahan.terpilih):
        place = (rapat.tahun, rapat.kecamatan.kode, rapat.kecamatan.nama)
        yield (u.kode, *place, *_isi(bahan, u), *(u.tingkat or ()), *_hasil(bahan, u), *bobot, *_jawaban(bahan, u))


def _isi(bahan: BahanCetak, u: UsulanMasuk) -> Row:
    opd, prioritas = bahan.opd.get(u.opd or ""), bahan.prioritas.get(u.prioritas or 0)
    return (
        u.asal.value,
        u.nama_desa if u.desa else None,
        u.isi.nama,
        u.isi.lokasi,
        u.isi.volume,
        u.isi.satuan,
        u.isi.biaya,
        opd.nama if opd else u.opd,
        prioritas.nama if prioritas else None,
    )


def _hasil(bahan: BahanCetak, u: UsulanMasuk) -> Row:
    return (u.poin, skor(u.poin), u.peringkat_skor, u.peringkat, bahan.urutan_seri.get(u.id))


def _jawaban(bahan: BahanCetak, u: UsulanMasuk) -> Row:
    jawab, *others = answer(bahan.jawaban.get(u.id))
    return (str(jawab).lower() if jawab else None, *others)


def _document(bahan: BahanCetak) -> dict[str, object]:
    """The whole meeting: also what did not become a priority, with its status and reason."""
    refuse(*guards.publish(bahan.fakta))
    kode, ranked = keterangan.kode_by_id(bahan), peringkat.ranked(bahan.terpilih)
    rest = [u for u in bahan.terpilih if not u.utama]
    return {
        "rapat": _rapat(bahan),
        "bobot": [k.bobot for k in bahan.bobot.kriteria],
        "kriteria": [_kriteria(k) for k in bahan.bobot.kriteria],
        "usulan": [_priority(bahan, u) for u in ranked] + [_other(bahan, u, kode) for u in rest],
    }


def _rapat(bahan: BahanCetak) -> dict[str, object]:
    rapat, tanggal = bahan.fakta.rapat, bahan.fakta.daftar_hadir.tanggal
    return {
        "tahun": rapat.tahun,
        "kode_kecamatan": rapat.kecamatan.kode,
        "kecamatan": rapat.kecamatan.nama,
        "tanggal": tanggal and tanggal.isoformat(),
        "dikirim": rapat.dikirim and f"{rapat.dikirim.isoformat(timespec='seconds')}Z",
        "keterangan_bobot": peringkat.weights_note(bahan.bobot),
        "pemecah_seri": peringkat.tie_rule(bahan.bobot),
    }


def _kriteria(k: Kriteria) -> dict[str, object]:
    lain = {"tingkat_bidang_lain": k.kata_bidang_lain} if k.kata_bidang_lain else {}
    return {"kunci": k.kunci, "nama": k.nama, "bobot": k.bobot, "tingkat": k.kata, **lain}


def _priority(bahan: BahanCetak, u: UsulanMasuk) -> dict[str, Value]:
    given = (u.kode, *_isi(bahan, u), *(u.tingkat or ()), *_hasil(bahan, u), *_jawaban(bahan, u))
    names = ["id", *(f.head for f in (*ISI, *TINGKAT, *HASIL, *JAWABAN))]
    return {**dict(zip(names, given, strict=True)), "status": PRIORITAS}


def _other(bahan: BahanCetak, u: UsulanMasuk, kode: dict[UUID, str]) -> dict[str, Value]:
    names = ["id", *(f.head for f in ISI)]
    said = {"status": cadangan.status(u).lower(), "alasan": cadangan.reason(u, kode)}
    return {**dict(zip(names, (u.kode, *_isi(bahan, u)), strict=True)), **said}


TERBUKA = Listing("Data Terbuka", always(*FIELDS), _rows, _document, for_programs=True)
