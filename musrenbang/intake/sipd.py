"""SIPD's own export of 25 columns, as it comes. Its status is never read as an approval: its codes are unknown."""

from decimal import Decimal
from functools import cache

from musrenbang.errors import Issue
from musrenbang.intake import cells
from musrenbang.intake.lembar import Nilai
from musrenbang.intake.reference_files import read
from musrenbang.intake.row_reading import BarisUsulan, Daerah, Reading
from musrenbang.model import Bidang, Desa, IsiUsulan, Kewenangan

AWALAN = "SIPD-"
# what SIPD does not say: a new usulan starts with a default, one that is here already keeps its own
BAWAAN = frozenset({"penerima", "kewenangan", "bidang", "urutan"})


def read_row(reading: Reading, daerah: Daerah) -> BarisUsulan | None:
    id_ = reading.required("id", _id, "0")
    reading.optional("tanggal", cells.day, None)
    desa = _desa(reading, daerah)
    opd, bidang = _opd(reading, daerah)
    isi = IsiUsulan(
        reading.required("nama", cells.text, "nama"),
        reading.optional("permasalahan", cells.text, ""),
        reading.required("lokasi", cells.text, "lokasi"),
        reading.required("volume", cells.volume, Decimal(1)),
        reading.required("satuan", cells.text, "satuan"),
        reading.required("biaya", cells.rupiah, 0),
        0,
        bidang,
        Kewenangan.KABUPATEN,
        opd,
    )
    reading.check_content(isi, daerah.kodes_opd)
    urutan = reading.optional("urutan", _place, None)
    if reading.faults or desa is None:
        return None
    absent = BAWAAN if reading.has("permasalahan") else BAWAAN | {"permasalahan"}
    return BarisUsulan(reading.row.nomor, f"{AWALAN}{id_}", desa, urutan, isi, None, absent)


def _id(value: Nilai) -> str | Issue:
    """Our own export has it with what we put before it."""
    said = cells.text(value).removeprefix(AWALAN)
    return said if len(said) <= 30 else Issue("isian_panjang", {"isian": "ID Usulan", "maks": 30, "panjang": len(said)})


def _place(value: Nilai) -> int | None:
    """ "Usulan Ke", where it is a number; anything else is no place in an order."""
    number = cells.whole(value)
    return number if isinstance(number, int) and 1 <= number <= 9999 else None


def _desa(reading: Reading, daerah: Daerah) -> Desa | None:
    kecamatan = reading.required("kecamatan", lambda v: _kecamatan(v, daerah), "")
    nama = reading.required("desa", cells.text, "")
    if not kecamatan or not nama:
        return None
    found = daerah.desa_named(nama, kecamatan)
    if len(found) == 1:
        return found[0]
    reading.fault("desa", Issue("sel_desa", {"nilai": cells.shown(nama), "daerah": daerah.nama}))
    return None


def _kecamatan(value: Nilai, daerah: Daerah) -> str | Issue:
    found = daerah.kecamatan_named(cells.text(value))
    return found or Issue("sel_kecamatan", {"nilai": cells.shown(value), "daerah": daerah.nama})


def _opd(reading: Reading, daerah: Daerah) -> tuple[str | None, Bidang]:
    """The OPD it goes to in the end, else the first one; the bidang is the one of its urusan, a default of ours."""
    kunci = "opd" if reading.optional("opd", cells.text, "") else "opd_awal"
    kode = reading.required(kunci, lambda v: daerah.opd_named(cells.text(v)) or _no_opd(v), None)
    if kode is None:
        return None, Bidang.FISIK
    bidang = bidang_of_urusan().get(daerah.opd[kode].urusan.split(" ", 1)[0])
    if bidang is None:
        reading.fault(kunci, Issue("sel_opd_bidang"))
    return kode, bidang or Bidang.FISIK


def _no_opd(value: Nilai) -> Issue:
    return Issue("sel_opd", {"nilai": cells.shown(value)})


@cache
def bidang_of_urusan() -> dict[str, Bidang]:
    """data/bidang_urusan.csv: the number of each urusan, and the bidang we take it for."""
    return {row["urusan"]: Bidang(row["bidang"]) for row in read("bidang_urusan")}
