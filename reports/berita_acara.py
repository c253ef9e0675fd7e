"""Berita Acara: the minutes of a meeting that has been sent, with four lampiran (L30-L32)."""

from datetime import date

from musrenbang import formats
from musrenbang.errors import Issue, refuse
from musrenbang.model import Asal, BahanCetak, Wakil
from reports import arsip, blocks, keterangan, lampiran, pembukaan, signing, tanda_periksa
from reports.lettering import NBSP
from reports.paper import Paper
from reports.table import Column, Table

WAKIL = (
    Column("No", 9, "center"),
    Column("Nama", 48),
    Column("Lembaga/Unsur", 48),
    Column("Jabatan", 33),
    Column("Tanda Tangan", 32, "zig"),
)
ROW_HEIGHT = 11.0  # mm
UNSUR = ("Dewan dapil", "Stakeholder", "Tim kabupaten")  # who signs by the SOP, L32


def berita_acara(bahan: BahanCetak) -> bytes:
    """The minutes as a PDF: the text upright, Lampiran II to IV lying. Refused while nothing has been sent.

    Every date is the meeting's; what is not known is left as a dotted line.
    """
    if bahan.fakta.rapat.dikirim is None:
        refuse(Issue("belum_dikirim"))
    paper = blocks.paper_of(bahan, "BERITA ACARA", landscape=False)
    blocks.letterhead(paper, bahan)
    _add_title(paper, bahan)
    pembukaan.add(paper, bahan)
    blocks.paragraph(paper, _opening(bahan))
    _add_considered(paper, bahan)
    _add_session(paper, bahan)
    _add_decisions(paper, bahan)
    _add_signatures(paper, bahan)
    lampiran.add_all(paper, bahan)
    arsip.attach(paper, bahan, "berita-acara")
    return paper.output()


def _add_title(paper: Paper, bahan: BahanCetak) -> None:
    subject = "Kesepakatan Hasil Musyawarah Perencanaan Pembangunan"
    nomor = f"Nomor : {blocks.filled(bahan.fakta.berita_acara.nomor)}"
    blocks.title(paper, "Berita Acara", subject, blocks.meeting_title(bahan), below=nomor)


def _opening(bahan: BahanCetak) -> str:
    rapat, sheet, minutes = bahan.fakta.rapat, bahan.fakta.daftar_hadir, bahan.fakta.berita_acara
    place = ", ".join(part for part in (blocks.filled(sheet.tempat), sheet.alamat.strip()) if part)
    return (
        f"Pada hari ini, {_day_in_words(sheet.tanggal)}, bertempat di {place}, telah diselenggarakan "
        f"Musyawarah Perencanaan Pembangunan (Musrenbang) Kecamatan {rapat.kecamatan.nama} yang dihadiri oleh "
        f"{blocks.count(minutes.peserta)} pemangku kepentingan, terdiri atas {blocks.count(minutes.laki_laki)} "
        f"laki-laki dan {blocks.count(minutes.perempuan)} perempuan, sebagaimana tercantum dalam daftar hadir "
        f"pada Lampiran{NBSP}I Berita Acara ini."
    )


def _day_in_words(day: date | None) -> str:
    if day is None:
        return f"{blocks.BLANK} tanggal {blocks.BLANK} bulan {blocks.BLANK} tahun {blocks.BLANK}"
    return (
        f"{formats.HARI[day.weekday()]} tanggal {formats.terbilang(day.day)} bulan {formats.BULAN[day.month - 1]} "
        f"tahun {formats.terbilang(day.year)} ({day:%d-%m-%Y})"
    )


def _add_considered(paper: Paper, bahan: BahanCetak) -> None:
    minutes = bahan.fakta.berita_acara
    blocks.paragraph(paper, "Setelah memperhatikan, mendengar, dan mempertimbangkan:", keep_next=True)
    blocks.numbered(paper, ["sambutan-sambutan yang disampaikan oleh:"])
    blocks.numbered(paper, minutes.sambutan or [blocks.BLANK * 2], x=7, letters=True)
    blocks.numbered(paper, ["pemaparan materi yang disampaikan oleh:"], first=2)
    blocks.numbered(paper, minutes.pemateri or [blocks.BLANK * 2], x=7, letters=True)
    heard = "tanggapan dan saran peserta Musrenbang terhadap hasil verifikasi dan skoring usulan;"
    blocks.numbered(paper, [heard], first=3)
    blocks.gap(paper, 1.5)


def _add_session(paper: Paper, bahan: BahanCetak) -> None:
    sheet, minutes = bahan.fakta.daftar_hadir, bahan.fakta.berita_acara
    blocks.paragraph(paper, "maka pada:", keep_next=True)
    session = [
        ("Hari, Tanggal", blocks.meeting_date(sheet)),
        ("Waktu", blocks.meeting_time(sheet.jam_mulai, minutes.jam_selesai or sheet.jam_selesai)),
        ("Tempat", blocks.filled(sheet.tempat)),
        ("Peserta", blocks.count(minutes.peserta)),
    ]
    blocks.facts(paper, session, x=7)


def _add_decisions(paper: Paper, bahan: BahanCetak) -> None:
    blocks.lines(paper, "MENYEPAKATI:", blocks.BOLD, align="center", after=2, keep_next=True)
    blocks.decision(paper, "KESATU", _first(bahan))
    blocks.decision(paper, "KEDUA", _second(bahan))
    blocks.decision(
        paper,
        "KETIGA",
        f"Daftar hadir pada Lampiran{NBSP}I dan hasil skoring usulan prioritas pada Lampiran{NBSP}IV merupakan "
        "bagian yang tidak terpisahkan dari Berita Acara ini.",
    )
    blocks.decision(
        paper,
        "KEEMPAT",
        "Berita Acara ini dijadikan bahan masukan dalam penyusunan rancangan Rencana Kerja Pemerintah Daerah "
        f"(RKPD) {blocks.KABUPATEN} Tahun {bahan.fakta.rapat.tahun + 1}.",
    )
    if replaced := pembukaan.replaces(bahan):
        blocks.decision(paper, "KELIMA", replaced)


def _first(bahan: BahanCetak) -> str:
    utama = [u for u in bahan.usulan if u.utama]
    own = sum(u.asal is Asal.KECAMATAN for u in bahan.usulan)
    return (
        f"Dari {blocks.count(len(bahan.usulan) - own, 'usulan')} desa/kelurahan dan {blocks.count(own, 'usulan')} "
        f"kecamatan, menetapkan {blocks.count(len(utama), 'usulan')} sebagai kegiatan prioritas menurut OPD "
        f"dengan perkiraan biaya {blocks.amount(keterangan.total_biaya(utama))} sebagaimana tercantum dalam "
        f"Lampiran{NBSP}II Berita Acara ini."
    )


def _second(bahan: BahanCetak) -> str:
    rest = sum(not u.utama for u in bahan.usulan)
    return (
        f"Menetapkan {blocks.count(rest, 'usulan')} yang belum dapat diakomodasi beserta alasannya sebagaimana "
        f"tercantum dalam Lampiran{NBSP}III Berita Acara ini."
    )


def _add_signatures(paper: Paper, bahan: BahanCetak) -> None:
    closing = "Demikian Berita Acara ini dibuat dan disahkan untuk dipergunakan sebagaimana mestinya."
    blocks.gap(paper, 1)
    blocks.paragraph(paper, closing, keep_next=True)
    for row in _signers(bahan):
        signing.signatures(paper, *row, takes=1)
    blocks.gap(paper, 5)
    blocks.lines(paper, "Mewakili peserta Musrenbang Kecamatan:", blocks.BOLD, after=1, keep_next=True)
    table = Table(paper, WAKIL, size=9, row_height=ROW_HEIGHT)
    nobody = [Wakil("", unsur, "") for unsur in UNSUR]
    for number, wakil in enumerate(bahan.fakta.berita_acara.wakil or nobody, 1):
        table.row(str(number), wakil.nama, wakil.lembaga, wakil.jabatan, f"{number}.")
    tanda_periksa.add(paper, bahan)


def _signers(bahan: BahanCetak) -> list[tuple[signing.Signer, ...]]:
    """Tim Bappeda and Pimpinan Sidang, the camat below them; a camat who led the meeting signs once."""
    minutes, sheet = bahan.fakta.berita_acara, bahan.fakta.daftar_hadir
    above, bappeda = signing.place_and_date(bahan), signing.tim_bappeda(bahan)
    if minutes.pimpinan.strip() and minutes.pimpinan.strip() == sheet.nama_camat.strip():
        return [(bappeda, signing.camat(bahan, (above, "Pimpinan Sidang,")))]
    leader = signing.Signer((above, "Pimpinan Sidang,"), minutes.pimpinan, minutes.jabatan_pimpinan)
    return [(bappeda, leader), (signing.camat(bahan, ()),)]
