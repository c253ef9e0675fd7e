"""From a figure to the usulan that it counts, and from there back to the part of the comparison where it stood."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Any
from urllib.parse import urlencode

from musrenbang.formats import bulat, rupiah_ringkas
from musrenbang.model import LENGKAP, Jumlah, Lingkup, Nasib, Rincian
from musrenbang.scoring import TINGKAT_MAKS
from pages.bappeda.banding.lingkup import SETAHUN, Said, address, narrowed


class Bagian(StrEnum):
    """The parts of the comparison, as they are chosen on the screen and named in an address."""

    KECAMATAN = "Per kecamatan"
    OPD = "OPD"
    OPD_PRIORITAS = "OPD per prioritas"
    PRIORITAS = "Prioritas"
    SKOR = "Skor"
    DESA = "Desa"
    KETEGASAN = "Ketegasan"


SEMUA, UTAMA, DINILAI = Rincian(), Rincian((Nasib.PRIORITAS,)), Rincian(dinilai=LENGKAP)
BAGIAN, DARI = "bagian", "dari"  # words in an address: the part that is shown, and the one that a figure is from


@dataclass(frozen=True, slots=True)
class Tautan:
    """Links from the figures of one scope in one part. `at` is one option of a field of Lingkup. `setahun`: the figures
    are of the whole year, whatever the scope.
    """

    lingkup: Lingkup
    bagian: Bagian
    setahun: bool = False

    def to(self, rincian: Rincian, **at: Any) -> str:
        whole = [(SETAHUN, "ya")] if self.setahun else []
        return address("rincian", self.lingkup, [*_words(rincian), *narrowed(at), *whole, (DARI, self.bagian)])

    def said(self, words: str, rincian: Rincian, **at: Any) -> str:
        """Words that are ready HTML."""
        return f'<a href="{escape(self.to(rincian, **at))}" target="_self">{words}</a>'

    def number(self, n: int, rincian: Rincian, **at: Any) -> str:
        """0 leads nowhere."""
        return self.said(bulat(n), rincian, **at) if n else "–"

    def amount(self, jumlah: Jumlah, rincian: Rincian, **at: Any) -> str:
        """The rupiah of these usulan."""
        return self.said(rupiah_ringkas(jumlah.biaya), rincian, **at) if jumlah.usulan else "–"


def only(nasib: Nasib) -> Rincian:
    return Rincian((nasib,))


def _words(r: Rincian) -> list[tuple[str, str]]:
    dinilai = [] if r.dinilai is None else [("dinilai", str(r.dinilai))]
    return [*(("nasib", nasib.value) for nasib in r.nasib), *(("desa", kode) for kode in r.desa), *dinilai]


def asked_rincian(said: Said) -> Rincian:
    """What the address says; a word that is no option is passed over."""
    dinilai = next((k for k in range(LENGKAP, len(TINGKAT_MAKS) + 1) if str(k) in said("dinilai")), None)
    return Rincian(tuple(one for one in Nasib if one in said("nasib")), tuple(said("desa")), dinilai)


def came_from(said: Said) -> Bagian:
    return next((one for one in Bagian if one in said(DARI)), Bagian.KECAMATAN)


def history(kode: str, nama: str) -> str:
    """The name of an usulan, leading to what became of it."""
    to = escape(f"/riwayat?{urlencode({'usulan': kode})}")
    return f'<a href="{to}" target="_self" title="Riwayat usulan ini">{escape(nama)}</a>'
