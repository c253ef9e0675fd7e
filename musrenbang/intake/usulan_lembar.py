"""A sheet of usulan as rows that can be planned, with every fault of every cell (L01, L08)."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from musrenbang.errors import Issue, Refused
from musrenbang.intake import cells, sipd
from musrenbang.intake.columns import Kepala, Salah, head_of, in_order, rows_below
from musrenbang.intake.lembar import Lembar, Nilai
from musrenbang.intake.row_reading import BarisUsulan, Daerah, Reading
from musrenbang.model import Bidang, Desa, IsiUsulan, Kewenangan

E = TypeVar("E", bound=StrEnum)
BIDANG = {
    "fisik": Bidang.FISIK, "prasarana": Bidang.FISIK, "infrastruktur": Bidang.FISIK, "fisik prasarana": Bidang.FISIK,
    "fisik & prasarana": Bidang.FISIK, "sosial": Bidang.SOSIAL, "sosbud": Bidang.SOSIAL,
    "sosial dan budaya": Bidang.SOSIAL,
    **{b.casefold(): b for b in Bidang},
}  # fmt: skip
KEWENANGAN = {k.casefold(): k for k in Kewenangan}


@dataclass(frozen=True, slots=True)
class Bacaan:
    """A sheet that has been read: all that is right, all that is wrong, and what a person should know of it."""

    kepala: Kepala
    baris: tuple[BarisUsulan, ...]
    salah: tuple[Salah, ...]


def read_usulan(lembar: Lembar, daerah: Daerah, sendiri: Desa | None = None) -> Bacaan:
    """Every row of the sheet, as our template or as SIPD exports it; both are told apart by their heads.

    `sendiri` is the one desa/kelurahan whose rows these must be. Raises Refused when there is no head or no row.
    """
    kepala = head_of(lembar)
    if kepala is None:
        raise Refused([Issue("judul_tidak_ada")])
    if kepala.salah:
        return Bacaan(kepala, (), kepala.salah)
    rows = rows_below(lembar, kepala)
    if not rows:
        raise Refused([Issue("lembar_kosong")])
    read, faults = list[BarisUsulan](), list[Salah]()
    for row in rows:
        reading = Reading(lembar, kepala, row)
        usulan = sipd.read_row(reading, daerah) if kepala.sipd else _read_row(reading, daerah, sendiri)
        faults += reading.faults
        read += [usulan] if usulan else []
    faults += _doubles(read, kepala)
    return Bacaan(kepala, tuple(read), in_order(faults))


def _read_row(reading: Reading, daerah: Daerah, sendiri: Desa | None) -> BarisUsulan | None:
    kode = reading.optional("kode", cells.text, "")
    desa = _desa(reading, daerah, sendiri)
    urutan = reading.optional("urutan", _place, None)
    isi = IsiUsulan(
        reading.required("nama", cells.text, "nama"),
        reading.optional("permasalahan", cells.text, ""),
        reading.required("lokasi", cells.text, "lokasi"),
        reading.required("volume", cells.volume, Decimal(1)),
        reading.required("satuan", cells.text, "satuan"),
        reading.required("biaya", cells.rupiah, 0),
        reading.required("penerima", cells.whole, 0),
        reading.required("bidang", lambda v: _choice(v, BIDANG, Bidang), Bidang.FISIK),
        reading.required("kewenangan", lambda v: _choice(v, KEWENANGAN, Kewenangan), Kewenangan.KABUPATEN),
        reading.optional("opd", lambda v: opd_of(v, daerah), None),
    )
    reading.check_content(isi, daerah.kodes_opd)
    disetujui = reading.optional("disetujui", cells.yes, None)
    if reading.faults or desa is None:
        return None
    absent = frozenset(kunci for kunci in ("permasalahan", "opd") if not reading.has(kunci))
    return BarisUsulan(reading.row.nomor, kode or None, desa, urutan, isi, disetujui, absent)


def opd_of(value: Nilai, daerah: Daerah) -> str | Issue:
    return daerah.opd_named(cells.text(value)) or Issue("sel_opd", {"nilai": cells.shown(value)})


def _choice(value: Nilai, words: dict[str, E], kind: Iterable[E]) -> E | Issue:
    return words.get(cells.same(cells.text(value))) or Issue(
        "sel_pilihan", {"nilai": cells.shown(value), "pilihan": ", ".join(kind)}
    )


def _place(value: Nilai) -> int | Issue | None:
    number = cells.whole(value)
    within = isinstance(number, Issue) or 1 <= number <= 9999
    return number if within else Issue("isian_angka", {"isian": "Urutan", "min": "1", "maks": "9.999"})


def _desa(reading: Reading, daerah: Daerah, sendiri: Desa | None) -> Desa | None:
    """By its kode, else by its name; both must mean the same. Without either it is the one desa of the file, if any."""
    kode = reading.optional("kode_desa", cells.text, "")
    nama = reading.optional("desa", cells.text, "")
    found = _meant(kode, nama, daerah) if kode or nama else sendiri or ("desa", Issue("sel_wajib"))
    if isinstance(found, Desa):
        return found
    reading.fault(*found)
    return None


def _meant(kode: str, nama: str, daerah: Daerah) -> Desa | tuple[str, Issue]:
    """The desa, or the column that is wrong and why."""
    by_kode, by_name = daerah.desa.get(kode), daerah.desa_named(nama)
    if kode and not by_kode:
        return "kode_desa", Issue("sel_desa", {"nilai": cells.shown(kode), "daerah": daerah.nama})
    if nama and not by_name:
        return "desa", Issue("sel_desa", {"nilai": cells.shown(nama), "daerah": daerah.nama})
    if by_kode and nama and by_kode not in by_name:
        return "desa", Issue("sel_desa_beda", {"desa": f"{by_kode.jenis} {by_kode.nama}"})
    if not by_kode and len(by_name) > 1:
        return "desa", Issue("sel_desa_rangkap", {"nilai": cells.shown(nama)})
    return by_kode or by_name[0]


def _doubles(rows: Iterable[BarisUsulan], kepala: Kepala) -> Iterator[Salah]:
    """What the same file says twice; the first row is right, the later ones are not."""
    first: dict[Hashable, int] = {}
    for row in rows:
        for kunci, key, words in _identities(row, sipd=kepala.sipd):
            before = first.setdefault((kunci, key), row.nomor)
            if before != row.nomor:
                yield kepala.fault(row.nomor, kunci, Issue(words, {"baris": before}), cells.shown(_cell(row, kunci)))


def _cell(row: BarisUsulan, kunci: str) -> Nilai:
    return {"nama": row.isi.nama, "urutan": row.urutan}.get(kunci, row.kode)


def _identities(row: BarisUsulan, *, sipd: bool) -> Iterator[tuple[str, Hashable, str]]:
    """What no two rows may share: column, value, key of the sentence. SIPD's rows are told apart by their ID alone."""
    if row.kode:
        yield "id" if sipd else "kode", row.kode, "kode_ganda"
    if sipd:
        return
    if row.urutan:
        yield "urutan", (row.desa.kode, row.urutan), "urutan_ganda"
    yield "nama", (row.desa.kode, cells.same(row.isi.nama), cells.same(row.isi.lokasi)), "usulan_ganda"
