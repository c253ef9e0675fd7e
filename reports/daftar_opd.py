"""Daftar OPD: a covering letter and the list of usulan prioritas for every OPD, each to be handed over (L26)."""

from collections.abc import Sequence

from musrenbang import formats
from musrenbang.errors import Issue, refuse
from musrenbang.model import BahanCetak, UsulanMasuk
from reports import arsip, blocks, keterangan, letter, pembukaan, peringkat, signing
from reports.paper import Paper
from reports.table import Column, Table

COLUMNS = (
    Column("No", 8, "center"),
    Column("Peringkat", 24, "center"),
    Column("Kode", 34),
    Column("Desa/Kelurahan", 28),
    Column("Usulan", 54),
    Column("Permasalahan", 46),
    Column("Lokasi", 36),
    Column("Volume", 20, "right"),
    Column("Biaya (Rp)", 24, "right"),
    Column("Prioritas Pembangunan", 34),
    Column("Skor", 11, "center"),
)
BIAYA = 8
MENGGANTIKAN = "Daftar ini menggantikan daftar yang telah disampaikan sebelumnya."
BERKEPALA = ("Dinas", "Badan", "Satuan", "Kantor")


def daftar_opd(bahan: BahanCetak) -> bytes:
    """For each OPD a letter, upright, and its list by rank, lying; pages are counted for each. Refused before Kirim."""
    if bahan.fakta.rapat.dikirim is None:
        refuse(Issue("belum_dikirim_opd", {"kecamatan": bahan.fakta.rapat.kecamatan.nama}))
    utama = sorted((u for u in bahan.terpilih if u.utama), key=peringkat.rank_key)
    paper = blocks.paper_of(bahan, "DAFTAR USULAN PRIORITAS OPD", landscape=False)
    for opd, group in keterangan.by_opd(bahan, utama).items():
        paper.start_part(blocks.paper_title(bahan, f"Usulan Prioritas {opd}"), landscape=False)
        _add_letter(paper, bahan, opd, group)
        paper.start_section(landscape=True)
        _add_list(paper, bahan, opd, group)
    if not utama:
        _add_nothing(paper, bahan)
    arsip.attach(paper, bahan, "daftar-opd")
    return paper.output()


def _add_letter(paper: Paper, bahan: BahanCetak, opd: str, group: Sequence[UsulanMasuk]) -> None:
    rapat = bahan.fakta.rapat
    blocks.letterhead(paper, bahan)
    subject = f"Penyampaian Usulan Prioritas Musrenbang Kecamatan {rapat.kecamatan.nama} Tahun {rapat.tahun}"
    letter.top(paper, signing.place_and_date(bahan), "1 (satu) daftar", subject)
    letter.addressed(paper, f"{_head_of(opd)} {blocks.KABUPATEN}")
    blocks.paragraph(paper, "Dengan hormat,", keep_next=True)
    blocks.paragraph(paper, _sent(bahan, opd, group))
    if bahan.fakta.pembukaan_kembali:
        blocks.paragraph(paper, " ".join((MENGGANTIKAN, *pembukaan.told(bahan.fakta))))
    blocks.paragraph(
        paper,
        "Usulan tersebut agar dijadikan bahan penyusunan Rencana Kerja Perangkat Daerah dan Rencana Kerja "
        f"Pemerintah Daerah (RKPD) {blocks.KABUPATEN} Tahun {rapat.tahun + 1}.",
    )
    letter.closing(paper, ["Demikian disampaikan. Atas perhatian dan kerja sama Saudara, diucapkan terima kasih."])
    signing.signatures(paper, None, signing.camat(bahan, ()), takes=2)
    letter.copies(paper, f"Bappeda {blocks.KABUPATEN};", "Pertinggal.")


def _head_of(opd: str) -> str:
    return f"{'Kepala' if opd.startswith(BERKEPALA) else 'Pimpinan'} {opd}"


def _sent(bahan: BahanCetak, opd: str, group: Sequence[UsulanMasuk]) -> str:
    rapat, sheet = bahan.fakta.rapat, bahan.fakta.daftar_hadir
    when = formats.tanggal_jam(rapat.dikirim) if rapat.dikirim else blocks.BLANK
    return (
        f"Berdasarkan hasil Musyawarah Perencanaan Pembangunan (Musrenbang) Kecamatan {rapat.kecamatan.nama} Tahun "
        f"{rapat.tahun} yang dilaksanakan pada hari {blocks.meeting_date(sheet)} di {blocks.filled(sheet.tempat)}, "
        f"bersama ini disampaikan {blocks.count(len(group), 'usulan')} prioritas yang menjadi tanggung jawab {opd} "
        f"dengan perkiraan biaya seluruhnya {blocks.amount(keterangan.total_biaya(group))}, sebagaimana daftar "
        f"terlampir. Usulan tersebut telah dikirim melalui Aplikasi Musrenbang Kecamatan pada {when}."
    )


def _add_list(paper: Paper, bahan: BahanCetak, opd: str, group: Sequence[UsulanMasuk]) -> None:
    blocks.title(paper, "Daftar Usulan Prioritas", opd, f"Musrenbang {blocks.meeting_title(bahan)}")
    table = Table(paper, COLUMNS)
    ordered = bahan.urutan_seri
    for number, u in enumerate(group, 1):
        _, skor, rank = peringkat.scores(u, ordered)
        table.row(
            str(number),
            rank,
            u.kode,
            keterangan.wilayah(u),
            u.isi.nama,
            u.isi.permasalahan,
            u.isi.lokasi,
            keterangan.volume(u),
            formats.bulat(u.isi.biaya),
            keterangan.prioritas(bahan, u),
            skor,
        )
    table.total(f"JUMLAH ({len(group)} usulan)", BIAYA, keterangan.jumlah_biaya(group))
    if any(u.id in ordered for u in group):
        blocks.lines(paper, peringkat.MEETING_ORDER, blocks.SMALL)
    signing.signatures(paper, None, signing.camat(bahan, (signing.place_and_date(bahan),)))


def _add_nothing(paper: Paper, bahan: BahanCetak) -> None:
    blocks.letterhead(paper, bahan)
    titles = ("Daftar Usulan Prioritas", keterangan.saringan(bahan))
    blocks.title(paper, *titles, f"Musrenbang {blocks.meeting_title(bahan)}")
    table = Table(paper, COLUMNS)
    table.note("Tidak ada usulan prioritas yang dikirim.")
    table.total("JUMLAH (0 usulan)", BIAYA, "0")
    signing.signatures(paper, None, signing.camat(bahan, (signing.place_and_date(bahan),)))
