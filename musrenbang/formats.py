"""Numbers, money, dates and times as Indonesian papers write them."""

from datetime import date, datetime, timedelta
from decimal import Decimal

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SATUAN = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
BESARAN = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"), (10**2, "ratus"))
# unit, its name, and from where on it is used: what would round to 1.000,00 of the smaller unit belongs to this one
RINGKAS = ((10**12, "triliun", 10**12 - 5 * 10**6), (10**9, "miliar", 10**9 - 5000), (10**6, "juta", 10**6))
WIB = timedelta(hours=7)


def bulat(n: int) -> str:
    """1250000 -> "1.250.000"."""
    return f"{n:,}".replace(",", ".")


def angka(n: Decimal | int) -> str:
    """A volume: at most two decimals, with a comma and no trailing zeros."""
    whole, _, decimals = f"{Decimal(n):.2f}".partition(".")
    decimals = decimals.rstrip("0")
    return bulat(int(whole)) + (f",{decimals}" if decimals else "")


def rupiah(n: int) -> str:
    return f"Rp{bulat(n)}"


def rupiah_ringkas(n: int) -> str:
    """For charts: "Rp18,42 miliar"; two decimals, rounded half up in whole numbers."""
    for besar, kata, mulai in RINGKAS:
        if n >= mulai:
            perseratus = (n * 100 + besar // 2) // besar
            return f"Rp{bulat(perseratus // 100)},{perseratus % 100:02d} {kata}"
    return rupiah(n)


def ukuran(n: int) -> str:
    """Bytes as people read them: "3,2 MB"; what is smaller than a tenth of one: "12 KB"."""
    if n < 100_000:
        return f"{bulat(-(-n // 1000))} KB"
    tenths = (n + 50_000) // 100_000
    return f"{bulat(tenths // 10)},{tenths % 10} MB"


def skor(poin: int | None) -> str:
    """Points as the score people read: 385 -> "3,85"; not complete: "–"."""
    return "–" if poin is None else f"{poin // 100},{poin % 100:02d}"


def persen(bagian: int, semua: int) -> str:
    """A share in whole percent, rounded half up: "41%"; of nothing: "–"."""
    return f"{(200 * bagian + semua) // (2 * semua)}%" if semua else "–"


def rata(jumlah: int, banyak: int) -> int | None:
    """A mean in whole numbers, rounded half up; None of nothing."""
    return (2 * jumlah + banyak) // (2 * banyak) if banyak else None


def tanggal(d: date) -> str:
    return f"{d.day} {BULAN[d.month - 1]} {d.year}"


def hari_tanggal(d: date) -> str:
    return f"{HARI[d.weekday()]}, {tanggal(d)}"


def wib(utc: datetime) -> datetime:
    """A stored time (naive UTC) as people in Langkat read the clock."""
    return utc + WIB


def jam(utc: datetime) -> str:
    return f"{wib(utc):%H.%M}"


def tanggal_jam(utc: datetime) -> str:
    return f"{tanggal(wib(utc).date())} pukul {jam(utc)} WIB"


def lama(detik: int) -> str:
    """Seconds as the meeting's clock shows them: "01.42.10"."""
    detik = max(0, detik)
    return f"{detik // 3600:02d}.{detik // 60 % 60:02d}.{detik % 60:02d}"


def selang(menit: int) -> str:
    """Minutes, more than none, as people say them: "2 jam 5 menit", "3 hari 4 jam"."""
    parts = ((menit // 1440, "hari"), (menit // 60 % 24, "jam"), (menit % 60, "menit"))
    return " ".join([f"{n} {unit}" for n, unit in parts if n][:2])


def terbilang(n: int) -> str:
    """A whole number of 0 or more in words: 87 -> "delapan puluh tujuh"."""
    if n < 12:
        return SATUAN[n]
    if n < 20:
        return f"{SATUAN[n - 10]} belas"
    if n < 100:
        return _join(f"{SATUAN[n // 10]} puluh", n % 10)
    for besar, kata in BESARAN:
        if n >= besar:
            kepala = f"se{kata}" if n // besar == 1 and besar <= 1000 else f"{terbilang(n // besar)} {kata}"
            return _join(kepala, n % besar)
    raise AssertionError(n)


def _join(kepala: str, sisa: int) -> str:
    return f"{kepala} {terbilang(sisa)}" if sisa else kepala
