"""The four lampiran of the Berita Acara: attendance, priorities by OPD, what was left out, and the scores."""

from collections.abc import Callable

from musrenbang import formats
from musrenbang.model import KELOMPOK, BahanCetak, Keputusan, UsulanMasuk
from reports import blocks, keterangan, peringkat
from reports.lettering import NBSP
from reports.paper import Paper
from reports.table import Column, Table

HADIR = (
    Column("No", 10, "center"),
    Column("Kelompok Peserta", 70),
    Column("Laki-laki", 30, "center"),
    Column("Perempuan", 30, "center"),
    Column("Jumlah", 30, "center"),
)
TABEL_T_D_4 = (
    Column("No", 9, "center"),
    Column("Prioritas Daerah", 34),
    Column("Sasaran Daerah", 28),
    Column("Program", 28),
    Column("Kegiatan Prioritas", 58),
    Column("Sasaran Kegiatan", 28),
    Column("Lokasi", 42),
    Column("Volume", 21, "right"),
    Column("Pagu (Rp)", 25, "right"),
    Column("OPD Penanggung Jawab", 34),
)
PAGU = 8
TIDAK_DISEPAKATI = (
    Column("No", 9, "center"),
    Column("Kegiatan", 95),
    Column("Lokasi", 70),
    Column("Volume", 26, "right"),
    Column("Alasan", 100),
)


def add_all(paper: Paper, bahan: BahanCetak) -> None:
    """Lampiran I upright, the others lying, each on a page of its own."""
    _add_attendance(paper, bahan)
    _add_priorities(paper, bahan)
    _add_left_out(paper, bahan)
    _add_scores(paper, bahan)


def _start(paper: Paper, bahan: BahanCetak, number: str, *titles: str) -> None:
    paper.start_section(landscape=number != "I")
    day = bahan.fakta.daftar_hadir.tanggal
    heading = f"LAMPIRAN{NBSP}{number} BERITA ACARA MUSRENBANG KECAMATAN {bahan.fakta.rapat.kecamatan.nama.upper()}"
    blocks.lines(paper, heading, blocks.SMALL_BOLD, after=0.5, keep_next=True)
    origin = [
        ("Nomor", blocks.filled(bahan.fakta.berita_acara.nomor)),
        ("Tanggal", formats.tanggal(day) if day else blocks.BLANK),
    ]
    blocks.facts(paper, origin, face=blocks.SMALL)
    blocks.title(paper, *titles, blocks.meeting_title(bahan))


def _add_attendance(paper: Paper, bahan: BahanCetak) -> None:
    minutes = bahan.fakta.berita_acara
    _start(paper, bahan, "I", "Rekapitulasi Kehadiran Peserta Musrenbang")
    present = [
        ("Laki-laki", blocks.count(minutes.laki_laki)),
        ("Perempuan", blocks.count(minutes.perempuan)),
        ("Jumlah peserta", blocks.count(minutes.peserta)),
    ]
    blocks.facts(paper, present)
    table = Table(paper, HADIR, size=9.5, row_height=9)
    for number, kelompok in enumerate(KELOMPOK, 1):
        table.row(str(number), kelompok, "", "", "")
    table.row("", "JUMLAH", *map(_figure, (minutes.laki_laki, minutes.perempuan, minutes.peserta)))
    blocks.gap(paper, 3)
    signed = "Daftar Hadir yang telah ditandatangani peserta disertakan bersama lampiran ini."
    blocks.paragraph(paper, f"Kolom yang kosong diisi menurut Daftar Hadir. {signed}")


def _figure(n: int | None) -> str:
    return "" if n is None else formats.bulat(n)


def _add_priorities(paper: Paper, bahan: BahanCetak) -> None:
    _start(paper, bahan, "II", "Daftar Kegiatan Prioritas menurut OPD (Tabel T-D.4)")
    utama = sorted((u for u in bahan.usulan if u.utama), key=peringkat.rank_key)
    table = Table(paper, TABEL_T_D_4)
    for opd, group in keterangan.by_opd(bahan, utama).items():
        table.heading(opd)
        for number, u in enumerate(group, 1):
            _add_priority(table, bahan, number, u)
        subtotal = keterangan.jumlah_biaya(group)
        table.total(f"Jumlah {opd} ({len(group)} usulan)", PAGU, subtotal)
    if not utama:
        table.note("Tidak ada kegiatan prioritas.")
    total = keterangan.jumlah_biaya(utama)
    table.total(f"JUMLAH SELURUHNYA ({len(utama)} usulan)", PAGU, total)


def _add_priority(table: Table, bahan: BahanCetak, number: int, u: UsulanMasuk) -> None:
    """Sasaran and Program come from the RPJMD, which we do not know: they stay open to be written in."""
    table.row(
        str(number),
        keterangan.prioritas(bahan, u),
        "",
        "",
        u.isi.nama,
        "",
        keterangan.lokasi(u),
        keterangan.volume(u),
        formats.bulat(u.isi.biaya),
        keterangan.opd(bahan, u),
    )


def _is_cadangan(u: UsulanMasuk) -> bool:
    return u.cadangan


def _is_tidak_sesuai(u: UsulanMasuk) -> bool:
    return u.keputusan is Keputusan.TIDAK_SESUAI


def _is_digabung(u: UsulanMasuk) -> bool:
    return u.keputusan is Keputusan.DIGABUNG


def _is_undecided(u: UsulanMasuk) -> bool:
    return not (_is_cadangan(u) or _is_tidak_sesuai(u) or _is_digabung(u))


LEFT_OUT: tuple[tuple[str, Callable[[UsulanMasuk], bool]], ...] = (
    ("Usulan cadangan", _is_cadangan),
    ("Usulan tidak sesuai", _is_tidak_sesuai),
    ("Usulan yang digabung", _is_digabung),
    ("Usulan yang belum ditetapkan", _is_undecided),
)


def _add_left_out(paper: Paper, bahan: BahanCetak) -> None:
    _start(paper, bahan, "III", "Daftar Usulan yang Belum Dapat Diakomodasi beserta Alasannya")
    rest = [u for u in bahan.usulan if not u.utama]
    kode = keterangan.kode_by_id(bahan)
    table = Table(paper, TIDAK_DISEPAKATI)
    number = 0
    for heading, belongs in LEFT_OUT:
        group = [u for u in rest if belongs(u)]
        if group:
            table.heading(f"{heading} ({len(group)} usulan)")
        for u in group:
            number += 1
            name = f"{u.kode} {u.isi.nama}"
            table.row(str(number), name, keterangan.lokasi(u), keterangan.volume(u), keterangan.alasan(u, kode))
    if not rest:
        table.note("Semua usulan masuk terakomodasi.")


def _add_scores(paper: Paper, bahan: BahanCetak) -> None:
    _start(paper, bahan, "IV", "Tabel Prioritas Berdasarkan Kriteria")
    blocks.grid(paper, peringkat.legend(bahan.bobot), 3)
    for text in (peringkat.weights_note(bahan.bobot), peringkat.tie_rule(bahan.bobot)):
        blocks.lines(paper, text, blocks.SMALL, after=0.5)
    blocks.gap(paper, 2)
    kriteria = tuple(Column(head, 12, "center") for head in peringkat.heads(bahan.bobot))
    first = (Column("No", 10, "center"), Column("Kegiatan", 130))
    last = (Column("Total Skor", 18, "center"), Column("Urutan Prioritas", 28, "center"))
    table = Table(paper, first + kriteria + last)
    ranked = peringkat.ranked(bahan.usulan)
    for number, u in enumerate(ranked, 1):
        _, skor, rank = peringkat.scores(u)
        table.row(str(number), f"{u.kode} {u.isi.nama}", *peringkat.levels(u), skor, rank)
    if not ranked:
        table.note("Tidak ada usulan prioritas yang diskor.")
