"""The code that a paper bears: which meeting it tells of, and at which row of its chain it was sent. Pure.

12.05.07-2027-9T3K-…: kecamatan, year, and the first 100 bits of the hash of that row in five groups of letters. Nobody
finds 100 bits by trial; two meetings made to share them beforehand would take 2^50 trials of a whole sending.
"""

import re
from typing import NamedTuple

HURUF = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: without I, L, O and U, which are misread
BIT, PANJANG, KELOMPOK = 5, 20, 4
TERBACA = str.maketrans({"O": "0", "I": "1", "L": "1", "–": "-", "—": "-"})
BENTUK = re.compile(r"(\d\d)\.?(\d\d)\.?(\d\d)-?(\d{4})-?([0-9A-HJKMNP-TV-Z-]{20,30})", re.ASCII)
PALING_PANJANG = 300  # letters that somebody may paste here, the address in front included
ALAMAT = re.compile(r"https?://[^\s/?#]{1,200}(/[^\s?#]{0,200})?", re.ASCII)


class KodePeriksa(NamedTuple):
    kecamatan: str
    tahun: int
    huruf: str

    def __str__(self) -> str:
        return "-".join((self.kecamatan, str(self.tahun), grouped(self.huruf)))


def of_row(kecamatan: str, tahun: int, hash_: str) -> KodePeriksa:
    """`hash_` is the SHA-256 of the row as hex."""
    return KodePeriksa(kecamatan, tahun, letters(hash_))


def letters(hash_: str) -> str:
    """The first 100 bits of a SHA-256, which is given as hex."""
    number = int(hash_, 16) >> (4 * len(hash_) - BIT * PANJANG)
    return "".join(HURUF[number >> BIT * place & 31] for place in reversed(range(PANJANG)))


def grouped(huruf: str) -> str:
    return "-".join(huruf[i : i + KELOMPOK] for i in range(0, PANJANG, KELOMPOK))


def read(text: str) -> KodePeriksa | None:
    """What was typed or scanned, with or without the address in front and the marks between; None: no code."""
    if len(text) > PALING_PANJANG:
        return None
    typed = "".join(text.rpartition("kode=")[2].upper().split()).translate(TERBACA)
    found = BENTUK.fullmatch(typed)
    huruf = found[5].replace("-", "") if found else ""
    if found is None or len(huruf) != PANJANG:
        return None
    return KodePeriksa(".".join(found.group(1, 2, 3)), int(found[4]), huruf)


def address(text: str | None) -> str:
    """The public address of this application without a last slash; "" for none, and for what is no such address."""
    return text.rstrip("/") if text and ALAMAT.fullmatch(text) else ""


def link(alamat: str, kode: str) -> str:
    """What the QR code on a paper holds: the address of its check, or without one the code alone."""
    return f"{alamat}/periksa-dokumen?kode={kode}" if alamat else kode
