"""What desa/kelurahan have entered, under the heads of the template: this file can be edited and imported (L01)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from musrenbang.model import Desa, Opd, Usulan
from reports.lists.listing import Field, Listing, Row, always


@dataclass(frozen=True, slots=True)
class Entered:
    """The usulan of one kecamatan before its meeting, with the desa/kelurahan and OPD that they name, by kode."""

    usulan: Sequence[Usulan]
    desa: Mapping[str, Desa]
    opd: Mapping[str, Opd]


# no sum below this list: an import would take it for an usulan
FIELDS = always(
    Field("Kode", 24),
    Field("Kode Desa", 16),
    Field("Desa/Kelurahan", 24),
    Field("Urutan", 8, "whole"),
    Field("Nama Usulan", 60),
    Field("Permasalahan", 50),
    Field("Lokasi", 40),
    Field("Volume", 12, "decimal"),
    Field("Satuan", 14),
    Field("Perkiraan Biaya (Rp)", 20, "rupiah"),
    Field("Penerima Manfaat (KK)", 12, "whole"),
    Field("Bidang", 20),
    Field("Kewenangan", 14),
    Field("OPD", 36),
    Field("Disetujui", 10),
)


def _rows(entered: Entered) -> Iterator[Row]:
    return (_row(entered, u) for u in entered.usulan)


def _row(entered: Entered, u: Usulan) -> Row:
    desa, isi = entered.desa.get(u.desa or ""), u.isi
    opd = entered.opd.get(isi.opd or "")
    return (
        u.kode,
        u.desa,
        desa.nama if desa else None,
        u.urutan,
        isi.nama,
        isi.permasalahan,
        isi.lokasi,
        isi.volume,
        isi.satuan,
        isi.biaya,
        isi.penerima,
        isi.bidang.value,
        isi.kewenangan.value,
        opd.nama if opd else isi.opd,
        "Ya" if u.disetujui else "Tidak",
    )


USULAN = Listing("Usulan", FIELDS, _rows)
