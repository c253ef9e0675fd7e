"""The four lampiran of the Berita Acara: attendance, priorities by OPD, what was left out, and the scores."""

from musrenbang import formats
from musrenbang.model import KELOMPOK, BahanCetak, UsulanMasuk
from reports import blocks, keterangan, left_out, peringkat
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


def _add_left_out(paper: Paper, bahan: BahanCetak) -> None:
    _start(paper, bahan, "III", "Daftar Usulan yang Belum Dapat Diakomodasi beserta Alasannya")
    rest = [u for u in bahan.usulan if not u.utama]
    left_out.add_rows(paper, bahan, rest, "Semua usulan masuk terakomodasi.")


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
    ordered = bahan.urutan_seri
    for number, u in enumerate(ranked, 1):
        _, skor, rank = peringkat.scores(u, ordered)
        table.row(str(number), f"{u.kode} {u.isi.nama}", *peringkat.levels(u), skor, rank)
    if not ranked:
        table.note("Tidak ada usulan prioritas yang diskor.")
    if ordered:
        blocks.lines(paper, peringkat.MEETING_ORDER, blocks.SMALL)
