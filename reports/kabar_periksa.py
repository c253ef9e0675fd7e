"""What Periksa Dokumen says, on the page as at the command line: a headline and sentences below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from musrenbang import formats
from musrenbang.intake.arsip import Arsip
from musrenbang.model import BahanCetak, Pemeriksaan
from reports import pencocokan
from reports.pencocokan import Perbedaan

PALING_BANYAK = 50


class Putusan(StrEnum):
    """RAGU: the data is proven, the pages are not."""

    COCOK = "cocok"
    RAGU = "ragu"
    TIDAK = "tidak"


@dataclass(frozen=True, slots=True)
class Kabar:
    putusan: Putusan
    judul: str
    rincian: tuple[str, ...]


def of_code(hasil: Pemeriksaan) -> Kabar:
    if not hasil.cocok:
        return Kabar(Putusan.TIDAK, _trouble(hasil), (*_told(hasil), *hasil.rusak[:PALING_BANYAK]))
    told = (
        *_told(hasil),
        "Jejak rapat ini utuh, dan usulannya masih sama dengan saat dikirim.",
        f"{_sums(hasil)} Bandingkan dengan angka di kertas; kode saja tidak membuktikan setiap angkanya.",
    )
    return Kabar(Putusan.COCOK, "Cocok: kode ini milik dokumen yang masih berlaku", told)


def of_file(hasil: Pemeriksaan, dokumen: Arsip, content: bytes, bahan: BahanCetak | None, alamat: str) -> Kabar:
    """`bahan` is what papers about the meeting print now, None while it is not sent; `content` the whole file."""
    if bahan is None:
        return of_code(hasil)
    ours = pencocokan.bahan_untuk(bahan, dokumen, alamat)
    found = pencocokan.perbedaan(ours, dokumen)
    if hasil.cocok and not found:
        return _proven(hasil, pencocokan.same_file(ours, dokumen, content))
    below = (*_told(hasil), *hasil.rusak[:PALING_BANYAK], *_differences(found))
    return Kabar(Putusan.TIDAK, _trouble(hasil) or f"Tidak cocok: {formats.bulat(len(found))} isian berbeda", below)


def _proven(hasil: Pemeriksaan, whole: bool) -> Kabar:
    """The rows are proven; whether the pages are too, only the `whole` file can tell."""
    if whole:
        return Kabar(Putusan.COCOK, "Cocok: seluruh berkas sama dengan cetakan aplikasi", (*_told(hasil), _sums(hasil)))
    doubt = (
        "Data di dalam berkas sama dengan basis data. Halamannya tidak sama persis dengan cetakan aplikasi hari ini, "
        "misalnya karena Berita Acara diisi sesudahnya; pastikan angka-angkanya."
    )
    return Kabar(Putusan.RAGU, "Data cocok, halaman belum dipastikan", (*_told(hasil), doubt, _sums(hasil)))


def _sums(hasil: Pemeriksaan) -> str:
    utama, biaya = formats.bulat(hasil.utama), formats.rupiah(hasil.biaya)
    return f"Yang dikirim: {utama} usulan prioritas, perkiraan biaya {biaya}."


def _trouble(hasil: Pemeriksaan) -> str:
    if hasil.rusak:
        return "Tidak cocok: data di basis data ini pernah diubah"
    if hasil.berlaku:
        return ""
    return "Tidak berlaku lagi: rapat ini " + ("sudah dikirim kembali" if hasil.rapat.dikirim else "dibuka kembali")


def _told(hasil: Pemeriksaan) -> Iterator[str]:
    rapat, sent = hasil.rapat, hasil.pengiriman
    yield (
        f"Kode {hasil.kode}: Musrenbang Kecamatan {rapat.kecamatan.nama} tahun {rapat.tahun}, dikirim "
        f"{formats.tanggal_jam(sent.dikirim)}, baris {formats.bulat(sent.nomor)} jejaknya."
    )
    if sent.dibuka_kembali:
        again = [f"dikirim kembali {formats.tanggal_jam(s.dikirim)}" for s in hasil.sesudahnya]
        opened = f"Sesudah itu dibuka kembali {formats.tanggal_jam(sent.dibuka_kembali)}"
        yield f"{', '.join((opened, *again)) if again else f'{opened} dan belum dikirim lagi'}."


def _differences(found: Sequence[Perbedaan]) -> Iterator[str]:
    for one in found[:PALING_BANYAK]:
        yield _difference(one)
    if len(found) > PALING_BANYAK:
        yield f"… dan {formats.bulat(len(found) - PALING_BANYAK)} perbedaan lain."


def _difference(one: Perbedaan) -> str:
    if not one.kode:
        return "Susunan baris di dalam berkas tidak sama dengan basis data."
    usulan = f"Usulan {one.kode} “{one.nama}”" if one.nama else f"Usulan {one.kode}"
    if not one.isian:
        return f"{usulan}: {one.di_dokumen} di dokumen, {one.di_basis_data} di basis data."
    if one.di_dokumen == one.di_basis_data:
        return f"{usulan}: {one.isian} berbeda."
    return f"{usulan}: {one.isian} di dokumen “{one.di_dokumen}”, di basis data “{one.di_basis_data}”."
