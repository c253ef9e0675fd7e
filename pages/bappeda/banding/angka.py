"""The figures that kecamatan are compared by: each a whole number for a colour, and words for a person."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from musrenbang.formats import bulat, rata, rupiah_ringkas, skor
from musrenbang.model import Nasib, Perbandingan, Rincian
from pages.bappeda.banding.tautan import DINILAI, SEMUA, UTAMA, only

BERSAMA = 2  # kecamatan that a title names together


class Angka(NamedTuple):
    """`of` is None where there is nothing to divide by; `said` is how people read it; `rincian` what it counts."""

    nama: str
    of: Callable[[Perbandingan, str], int | None]
    said: Callable[[int], str]
    rincian: Callable[[Perbandingan, str], Rincian]


def _share(nasib: Nasib) -> Callable[[Perbandingan, str], int | None]:
    """In whole percent of all usulan."""

    def of(p: Perbandingan, kode: str) -> int | None:
        own = p.of(kode)
        return rata(100 * own.of(nasib).usulan, own.semua.usulan)

    return of


def _mean(p: Perbandingan, kode: str) -> int | None:
    spread = p.of(kode).sebaran
    return rata(spread.jumlah, spread.dinilai) if spread else None


def _left_out(p: Perbandingan, kode: str) -> int | None:
    return len(p.tanpa_prioritas(kode)) if kode in p.dikirim else None


def _for_each_desa(p: Perbandingan, kode: str) -> int | None:
    """What desa/kelurahan have brought in alone: usulan of the kecamatan belong to none of them."""
    desa = p.desa_di(kode)
    return rata(sum(d.prioritas.biaya for d in desa), len(desa))


def _plain(rincian: Rincian) -> Callable[[Perbandingan, str], Rincian]:
    return lambda p, kode: rincian


def desa_left_out(p: Perbandingan, kode: str) -> Rincian:
    """All usulan of the desa/kelurahan that are left with nothing."""
    return Rincian(desa=tuple(d.kode for d in p.tanpa_prioritas(kode)))


def _of_desa(p: Perbandingan, kode: str) -> Rincian:
    return Rincian((Nasib.PRIORITAS,), desa=tuple(d.kode for d in p.desa_di(kode)))


def _percent(n: int) -> str:
    return f"{n}%"


ANGKA = (
    Angka("Usulan", lambda p, k: p.of(k).semua.usulan, bulat, _plain(SEMUA)),
    Angka("Perkiraan biaya", lambda p, k: p.of(k).semua.biaya, rupiah_ringkas, _plain(SEMUA)),
    Angka("Usulan prioritas", lambda p, k: p.of(k).prioritas.usulan, bulat, _plain(UTAMA)),
    Angka("Biaya usulan prioritas", lambda p, k: p.of(k).prioritas.biaya, rupiah_ringkas, _plain(UTAMA)),
    Angka("Bagian prioritas", _share(Nasib.PRIORITAS), _percent, _plain(UTAMA)),
    Angka("Bagian cadangan", _share(Nasib.CADANGAN), _percent, _plain(only(Nasib.CADANGAN))),
    Angka("Bagian tidak sesuai", _share(Nasib.TIDAK_SESUAI), _percent, _plain(only(Nasib.TIDAK_SESUAI))),
    Angka("Skor rata-rata", _mean, skor, _plain(DINILAI)),
    Angka("Biaya prioritas per desa", _for_each_desa, rupiah_ringkas, _of_desa),
    Angka("Desa tanpa usulan prioritas", _left_out, bulat, desa_left_out),
)


def judul(angka: Angka, p: Perbandingan) -> str:
    """What a chart of this figure shows, with its highest and lowest place."""
    known = [(value, k.nama) for k in p.kecamatan if (value := angka.of(p, k.kode)) is not None]
    if not known:
        return f"{angka.nama} per kecamatan: belum ada"
    high, low = max(value for value, _ in known), min(value for value, _ in known)
    if low == high:
        return f"{angka.nama} per kecamatan: {angka.said(high)} di semuanya"
    most, least = (_places([nama for value, nama in known if value == end]) for end in (high, low))
    return f"{angka.nama} per kecamatan: tertinggi {most} ({angka.said(high)}), terendah {least} ({angka.said(low)})"


def _places(names: Sequence[str]) -> str:
    """None is named alone that has as much as others."""
    return " dan ".join(names) if len(names) <= BERSAMA else f"di {len(names)} kecamatan"
