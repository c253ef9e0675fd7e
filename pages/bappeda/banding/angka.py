"""The figures that kecamatan are compared by: each a whole number for a colour, and words for a person."""

from collections.abc import Callable
from typing import NamedTuple

from musrenbang.formats import bulat, persen, rata, rupiah_ringkas, skor
from musrenbang.model import Nasib, Perbandingan


class Angka(NamedTuple):
    """`of` is None where there is nothing to divide by; `said` is how people read it."""

    nama: str
    of: Callable[[Perbandingan, str], int | None]
    said: Callable[[int], str]


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


ANGKA = (
    Angka("Usulan", lambda p, k: p.of(k).semua.usulan, bulat),
    Angka("Perkiraan biaya", lambda p, k: p.of(k).semua.biaya, rupiah_ringkas),
    Angka("Usulan prioritas", lambda p, k: p.of(k).prioritas.usulan, bulat),
    Angka("Biaya usulan prioritas", lambda p, k: p.of(k).prioritas.biaya, rupiah_ringkas),
    Angka("Bagian prioritas", _share(Nasib.PRIORITAS), lambda n: f"{n}%"),
    Angka("Bagian cadangan", _share(Nasib.CADANGAN), lambda n: f"{n}%"),
    Angka("Bagian tidak sesuai", _share(Nasib.TIDAK_SESUAI), lambda n: f"{n}%"),
    Angka("Skor rata-rata", _mean, skor),
    Angka("Biaya prioritas per desa", _for_each_desa, rupiah_ringkas),
    Angka("Desa tanpa usulan prioritas", _left_out, bulat),
)


def judul(angka: Angka, p: Perbandingan) -> str:
    """What a chart of this figure shows, with its highest and lowest place."""
    known = [(value, k.nama) for k in p.kecamatan if (value := angka.of(p, k.kode)) is not None]
    if not known:
        return f"{angka.nama} per kecamatan: belum ada"
    (low, least), (high, most) = min(known, key=lambda v: v[0]), max(known, key=lambda v: v[0])
    if low == high:
        return f"{angka.nama} per kecamatan: {angka.said(high)} di semuanya"
    return f"{angka.nama} per kecamatan: tertinggi {most} ({angka.said(high)}), terendah {least} ({angka.said(low)})"


def shares(p: Perbandingan) -> tuple[tuple[str, str], ...]:
    """The figures of all kecamatan together: what it counts, the figure."""
    all_ = [p.of(k.kode) for k in p.kecamatan]
    usulan = sum(own.semua.usulan for own in all_)
    prioritas = sum(own.prioritas.usulan for own in all_)
    spread = [own.sebaran for own in all_ if own.sebaran]
    mean = rata(sum(s.jumlah for s in spread), sum(s.dinilai for s in spread))
    left = sum(len(p.tanpa_prioritas(k.kode)) for k in p.kecamatan)
    return (
        ("Usulan", bulat(usulan)),
        ("Perkiraan biaya", rupiah_ringkas(sum(own.semua.biaya for own in all_))),
        ("Usulan prioritas", f"{bulat(prioritas)} ({persen(prioritas, usulan)})"),
        ("Biaya prioritas", rupiah_ringkas(sum(own.prioritas.biaya for own in all_))),
        ("Skor rata-rata", skor(mean)),
        ("Desa tanpa prioritas", f"{left} dari {len(p.desa_terkirim)}" if p.desa_terkirim else "–"),
    )
