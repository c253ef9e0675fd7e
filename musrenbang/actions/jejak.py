"""Reading the trail: Bappeda looks through all of it, a camat at what became of an usulan of the own meeting."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from musrenbang.access import Tindakan, may_see_all, may_touch_meeting
from musrenbang.actions.door import clean
from musrenbang.actions.lambang import RANTAI as DATA_INDUK
from musrenbang.actions.masuk import RANTAI as AKUN
from musrenbang.actions.pandangan import RANTAI as PANDANGAN
from musrenbang.actions.periksa import chain_faults
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.formats import bulat
from musrenbang.kalimat import kode_of
from musrenbang.model import (
    BarisJejak,
    HalamanJejak,
    Kamus,
    KeadaanRantai,
    Orang,
    PilihanJejak,
    RiwayatUsulan,
    SaringanJejak,
)
from musrenbang.store import ingatan, jejak, meetings, reference, trail
from musrenbang.store.engine import Rows, Store

PALING_BANYAK = 50_000  # rows in one file: more is no list that anybody reads
TENTANG_RAPAT = (Tindakan.AMBIL, Tindakan.KIRIM, Tindakan.BUKA_KEMBALI)  # what concerns each usulan of the meeting
RANTAI = {AKUN: "Akun", DATA_INDUK: "Data induk", PANDANGAN: "Pandangan"}


def terakhir(store: Store) -> datetime | None:
    """The latest time of any row, for the start of a server: nobody has logged in yet."""
    return trail.latest(store)


def cari(store: Store, who: Orang, saringan: SaringanJejak, halaman: int, sehalaman: int) -> HalamanJejak:
    """One page of what fits, newest first; `halaman` counts from 1."""
    refuse(*may_see_all(who))
    start = (max(halaman, 1) - 1) * sehalaman

    def work(tx: Rows) -> HalamanJejak:
        rows, banyak = jejak.page(tx, saringan, sehalaman, start)
        return HalamanJejak(tuple(rows), banyak, names(tx, rows))

    return store.snapshot(work)


def seluruhnya(store: Store, who: Orang, saringan: SaringanJejak) -> HalamanJejak:
    """Everything that fits, to take away. Refused when it is more than PALING_BANYAK."""
    refuse(*may_see_all(who))

    def work(tx: Rows) -> HalamanJejak:
        banyak = jejak.count(tx, saringan)
        if banyak > PALING_BANYAK:
            raise Refused([Issue("jejak_terlalu_banyak", {"banyak": bulat(banyak), "maks": bulat(PALING_BANYAK)})])
        rows, _ = jejak.page(tx, saringan, PALING_BANYAK)
        return HalamanJejak(tuple(rows), banyak, names(tx, rows))

    return store.snapshot(work)


def pilihan(store: Store, who: Orang) -> PilihanJejak:
    """What the filters choose from."""
    refuse(*may_see_all(who))

    def work(tx: Rows) -> PilihanJejak:
        pairs = jejak.writers(tx)
        oleh, tindakan = ({pair[at] for pair in pairs} for at in (0, 1))
        names = {kunci: nama for kunci, (nama, _) in _chains(tx).items()}
        return PilihanJejak(names, tuple(sorted(oleh)), tuple(sorted(tindakan)))

    return store.snapshot(work)


def periksa_rantai(store: Store, who: Orang, rantai: str) -> KeadaanRantai:
    """Counts one whole chain again, as `periksa` does all of them."""
    refuse(*may_see_all(who))

    def work(tx: Rows) -> KeadaanRantai:
        rows, nama = trail.of_chain(tx, rantai), _chains(tx).get(rantai, (rantai, None))[0]
        faults = tuple(chain_faults(nama, rows, trail.chain_head(tx, rantai)))
        return KeadaanRantai(len(rows), rows[-1].waktu if rows else None, faults)

    return store.snapshot(work)


def riwayat(store: Store, who: Orang, kode: str) -> RiwayatUsulan:
    """All that the trail knows of one usulan; for its camat and Bappeda."""
    kode = clean(kode)

    def work(tx: Rows) -> RiwayatUsulan:
        place = jejak.place_of(tx, kode)
        rapat = place and meetings.find(tx, place.rapat)
        if place is None or rapat is None:
            raise Refused([Issue("usulan_tidak_ada", {"kode": kode})])
        refuse(*may_touch_meeting(who, Tindakan.LIHAT, rapat))
        rows = jejak.about_usulan(tx, rapat.id, kode, [t.value for t in TENTANG_RAPAT])
        nama = f"Kecamatan {rapat.kecamatan.nama} {rapat.tahun}"
        before = ingatan.predecessors(tx, kode)
        return RiwayatUsulan(kode, place.nama, nama, tuple(rows), place.diambil, names(tx, rows), before)

    return store.snapshot(work)


def names(tx: Rows, rows: Sequence[BarisJejak]) -> Kamus:
    """What these rows mention, for kalimat.told."""
    chains = _chains(tx)
    years = {tahun for row in rows if (tahun := chains.get(row.rantai, ("", None))[1])}
    return Kamus(
        jejak.people(tx, {row.oleh for row in rows}),
        chains,
        {kode: opd.singkatan for kode, opd in reference.opd(tx).items()},
        {(tahun, nomor): p.nama for tahun in years for nomor, p in reference.prioritas(tx, tahun).items()},
        jejak.usulan_names(tx, {kode for row in rows if (kode := kode_of(row))}),
        jejak.kodes(tx, {id_ for row in rows if (id_ := _merged_into(row))}),
        {tahun: tuple(k.singkat for k in reference.bobot_of_year(tx, tahun).kriteria) for tahun in years},
    )


def _chains(tx: Rows) -> dict[str, tuple[str, int | None]]:
    """Name and year of each chain; only that of a meeting has a year."""
    return {
        kunci: (f"Kecamatan {nama} {tahun}", tahun) if nama else (RANTAI.get(kunci, kunci.capitalize()), None)
        for kunci, nama, tahun in jejak.chains(tx)
    }


def _merged_into(row: BarisJejak) -> str | None:
    content: Any = json.loads(row.sesudah)
    return content.get("digabung_ke") if isinstance(content, dict) else None
