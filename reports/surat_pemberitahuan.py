"""Surat Pemberitahuan: Bappeda tells the camat and the desa/kelurahan when and where they meet (L02)."""

from collections.abc import Sequence

from musrenbang.model import KELOMPOK, BahanCetak
from reports import blocks, letter, signing
from reports.paper import Paper
from reports.table import Column, Table

JUDUL = "Surat Pemberitahuan"
DIUNDANG = (Column("No", 10, "center"), Column("Desa/Kelurahan", 90), Column("Kode", 40), Column("Keterangan", 40))


def surat_pemberitahuan(bahan: BahanCetak) -> bytes:
    """The letter as a PDF, upright, with the list of desa/kelurahan. Its number, date and signatory are not known."""
    paper = blocks.paper_of(bahan, JUDUL, landscape=False)
    _add_letter(paper, bahan)
    return paper.output()


def semua_surat(semua: Sequence[BahanCetak]) -> bytes:
    """The letters of several meetings in one PDF; the pages of each are counted from 1. At least one."""
    paper = blocks.paper_of(semua[0], JUDUL, landscape=False)
    for bahan in semua:
        paper.start_part(blocks.paper_title(bahan, JUDUL), landscape=False)
        _add_letter(paper, bahan)
    return paper.output()


def _add_letter(paper: Paper, bahan: BahanCetak) -> None:
    blocks.letterhead_of(paper, bahan.lambang, blocks.BAPPEDA.upper())
    kecamatan = bahan.fakta.rapat.kecamatan.nama
    subject = f"Pemberitahuan Jadwal Musrenbang Kecamatan {kecamatan} Tahun {bahan.fakta.rapat.tahun}"
    letter.top(paper, f"{letter.CAPITAL}, {blocks.BLANK}", "1 (satu) daftar", subject)
    everybody = f"Kepala Desa/Lurah se-Kecamatan {kecamatan} (daftar terlampir)"
    letter.addressed(paper, f"Camat {kecamatan}", everybody)
    _add_body(paper, bahan)
    letter.closing(paper, ["Demikian disampaikan. Atas perhatian dan kerja sama Saudara, diucapkan terima kasih."])
    head = signing.Signer(("Kepala Bappeda", f"{blocks.KABUPATEN},"), "", signing.nip(""))
    signing.signatures(paper, None, head, takes=2)
    letter.copies(paper, blocks.BLANK * 3, blocks.BLANK * 3)
    _add_invited(paper, bahan)


def _add_body(paper: Paper, bahan: BahanCetak) -> None:
    rapat = bahan.fakta.rapat
    blocks.paragraph(paper, "Dengan hormat,", keep_next=True)
    blocks.paragraph(
        paper,
        f"Dalam rangka penyusunan Rencana Kerja Pemerintah Daerah (RKPD) {blocks.KABUPATEN} Tahun {rapat.tahun + 1}, "
        "bersama ini diberitahukan bahwa Musyawarah Perencanaan Pembangunan (Musrenbang) Kecamatan "
        f"{rapat.kecamatan.nama} Tahun {rapat.tahun} akan dilaksanakan pada:",
        keep_next=True,
    )
    blocks.facts(paper, _schedule(bahan), x=7)
    blocks.paragraph(paper, "Sehubungan dengan hal tersebut, Saudara diminta untuk:", keep_next=True)
    blocks.numbered(
        paper,
        [
            "memastikan setiap desa/kelurahan memasukkan dan menyetujui usulannya di Aplikasi Musrenbang "
            "Kecamatan sebelum musyawarah dibuka;",
            f"mengundang peserta, yang terdiri atas {_participants()};",
            "menyiapkan tempat musyawarah dan Daftar Hadir untuk ditandatangani peserta.",
        ],
    )
    blocks.gap(paper, 1.5)


def _schedule(bahan: BahanCetak) -> list[tuple[str, str]]:
    sheet = bahan.fakta.daftar_hadir
    return [
        ("Hari, Tanggal", blocks.meeting_date(sheet)),
        ("Waktu", blocks.meeting_time(sheet.jam_mulai, sheet.jam_selesai)),
        ("Tempat", blocks.filled(sheet.tempat)),
        ("Alamat", blocks.filled(sheet.alamat)),
        ("Agenda", "Verifikasi usulan, penetapan prioritas dan OPD, skoring"),
    ]


def _participants() -> str:
    names = [name if name.isupper() else name.lower() for name in KELOMPOK]
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def _add_invited(paper: Paper, bahan: BahanCetak) -> None:
    paper.start_section(landscape=False)
    heading = "LAMPIRAN SURAT PEMBERITAHUAN"
    blocks.lines(paper, heading, blocks.SMALL_BOLD, after=0.5, keep_next=True)
    blocks.facts(paper, [("Nomor", blocks.BLANK), ("Tanggal", blocks.BLANK)], face=blocks.SMALL)
    blocks.title(paper, "Daftar Desa/Kelurahan yang Diundang", f"Musrenbang {blocks.meeting_title(bahan)}")
    table = Table(paper, DIUNDANG, size=9.5)
    for number, desa in enumerate(bahan.desa, 1):
        table.row(str(number), f"{desa.jenis} {desa.nama}", desa.kode, "")
    if not bahan.desa:
        table.note("Desa/kelurahan kecamatan ini tidak tercatat.")
