"""Sample usulan: the ten real ones of Desa Suka Rakyat, and typical ones, labelled CONTOH, everywhere else."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random
from uuid import UUID, uuid5

from musrenbang.contoh import naskah
from musrenbang.intake.reference_files import ReferenceData, read
from musrenbang.model import Asal, Bidang, Desa, IsiUsulan, Kewenangan, Usulan
from musrenbang.store.seed import meeting_id

SUKA_RAKYAT = "12.05.01.2006"
BELUM_MENYETUJUI = frozenset(
    {"12.05.02.2004", "12.05.02.2006", "12.05.03.2005", "12.05.04.2001", "12.05.04.2003", "12.05.13.2002",
     "12.05.17.2003", "12.05.20.2002", "12.05.22.2004"}
)  # fmt: skip
PESISIR = frozenset(f"12.05.{n}" for n in ("09", "11", "13", "14", "15", "18", "23"))
PERBUKITAN = frozenset(f"12.05.{n}" for n in ("01", "02", "03", "04", "19", "21", "22"))
HANYA_PESISIR = ("nelayan", "mangrove", "pasang")
HANYA_PERBUKITAN = ("durian", "jembatan gantung", "objek wisata")
BUKAN_PERBUKITAN = ("rawan banjir", "tanggap banjir")
BUKAN_KELURAHAN = ("desa", "dusun", "tani", "sawah", "ternak", "jembatan kayu")
HANYA_KECAMATAN = ("kecamatan", "camat")
SATU_SATUAN_SATU_KK = ("orang", "anak", "pasangan", "UMKM")
PENERIMA_FISIK = (8, 14, 18, 24, 26, 29, 33, 36, 38, 40, 45, 60, 85, 120, 180)
Contoh = dict[str, str]  # one row of data/usulan_contoh.csv


def entered(data: ReferenceData, tahun: int) -> list[Usulan]:
    """What every desa/kelurahan has entered for `tahun`."""
    opd = {o.singkatan: o.kode for o in data.opd}
    contoh = read("usulan_contoh")
    return [u for d in data.desa for u in _of_desa(d, contoh, opd, tahun)]


def _of_desa(desa: Desa, contoh: Sequence[Contoh], opd: dict[str, str], tahun: int) -> list[Usulan]:
    isi = _suka_rakyat(opd) if desa.kode == SUKA_RAKYAT else _typical(desa, contoh, opd)
    return [_usulan(desa, urutan, tahun, one) for urutan, one in enumerate(isi, 1)]


def _usulan(desa: Desa, urutan: int, tahun: int, isi: IsiUsulan) -> Usulan:
    kode = f"{tahun}-{desa.kode}-{urutan:03d}"
    id_: UUID = uuid5(meeting_id(desa.kecamatan, tahun), kode)
    approved = desa.kode not in BELUM_MENYETUJUI
    return Usulan(id_, kode, tahun, desa.kecamatan, Asal(desa.jenis), desa.kode, urutan, isi, approved, 1)


def _suka_rakyat(opd: dict[str, str]) -> list[IsiUsulan]:
    """As entered in 2022. The source names no costs: those are typical unit prices, and say so."""
    return [
        IsiUsulan(
            row["nama"], "Biaya contoh; usulan menurut berita 2022.", f"Dusun {row['dusun']}", Decimal(row["volume"]),
            row["satuan"], int(row["volume"]) * harga, penerima, Bidang.FISIK, Kewenangan.KABUPATEN, opd[singkatan],
        )
        for row, (harga, singkatan, penerima) in zip(read("usulan_suka_rakyat"), naskah.SUKA_RAKYAT, strict=True)
    ]  # fmt: skip


def _typical(desa: Desa, contoh: Sequence[Contoh], opd: dict[str, str]) -> list[IsiUsulan]:
    rng = Random(f"usulan {desa.kode}")
    places = _places(desa, rng)
    chosen = rng.sample([row for row in contoh if _fits(row, desa)], rng.randint(8, 12))
    return [_isi(row, desa, rng, rng.choice(places), opd) for row in chosen]


def _fits(row: Contoh, desa: Desa) -> bool:
    """No mangrove in the hills, no paddy fields in a kelurahan, nothing that only the kecamatan would propose."""
    unfit = (
        *HANYA_KECAMATAN,
        *(() if desa.kecamatan in PESISIR else HANYA_PESISIR),
        *(BUKAN_PERBUKITAN if desa.kecamatan in PERBUKITAN else HANYA_PERBUKITAN),
        *(BUKAN_KELURAHAN if desa.jenis == Asal.KELURAHAN else ()),
    )
    return not any(kata in row["nama"].lower() for kata in unfit)


def _places(desa: Desa, rng: Random) -> list[str]:
    names = rng.sample(naskah.DUSUN, 6)
    if desa.jenis == Asal.KELURAHAN:
        return [f"Lingkungan {n}, Jalan {street}" for n, street in zip(naskah.ROMAWI, names, strict=True)]
    return [f"Dusun {n} {name}" for n, name in zip(naskah.ROMAWI, names, strict=True)]


def _isi(row: Contoh, desa: Desa, rng: Random, place: str, opd: dict[str, str]) -> IsiUsulan:
    volume = _volume(rng, int(row["volume"]))
    biaya = volume * int(row["harga_satuan"]) * rng.randint(92, 108) // 100
    masalah = rng.choice(naskah.PERMASALAHAN[int(row["prioritas"])])
    return IsiUsulan(
        row["nama"], f"CONTOH: {masalah}", place, Decimal(volume), row["satuan"], biaya // 500_000 * 500_000,
        _penerima(row, rng, volume), Bidang(row["bidang"]), _kewenangan(row, desa), opd[row["opd"]],
    )  # fmt: skip


def _volume(rng: Random, typical: int) -> int:
    if typical <= 4:
        return rng.randint(1, typical + 1) if typical > 1 else 1
    step = 5 if typical < 100 else 50 if typical < 5000 else 500
    return max(step, typical * rng.randint(60, 140) // 100 // step * step)


def _penerima(row: Contoh, rng: Random, volume: int) -> int:
    """Households served. What goes to single families serves as many as there are units."""
    single = row["satuan"] in SATU_SATUAN_SATU_KK or "tidak layak huni" in row["nama"] or "individual" in row["nama"]
    if single:
        return volume
    return rng.choice(PENERIMA_FISIK) if row["bidang"] == Bidang.FISIK else rng.randint(12, 110)


def _kewenangan(row: Contoh, desa: Desa) -> Kewenangan:
    """A kelurahan has no authority of its own: what a desa may do itself is the kabupaten's there."""
    own = Kewenangan(row["kewenangan"])
    return Kewenangan.KABUPATEN if own is Kewenangan.DESA and desa.jenis == Asal.KELURAHAN else own


def of_kecamatan(place: str, row: Contoh, opd: dict[str, str]) -> IsiUsulan:
    """One that the kecamatan itself proposes in its meeting (L13)."""
    volume, masalah = int(row["volume"]), naskah.PERMASALAHAN[int(row["prioritas"])][0]
    return IsiUsulan(
        row["nama"], f"CONTOH: {masalah}", place, Decimal(volume), row["satuan"], volume * int(row["harga_satuan"]),
        95, Bidang(row["bidang"]), Kewenangan(row["kewenangan"]), opd[row["opd"]],
    )  # fmt: skip
