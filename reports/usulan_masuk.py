"""Usulan Masuk: every usulan in the meeting by desa/kelurahan, with what verification decided (L11, L12, L14)."""

from musrenbang.model import BahanCetak
from reports import arsip, blocks, keterangan, signing
from reports.by_wilayah import add_usulan
from reports.table import Column

KEPUTUSAN = Column("Keputusan Verifikasi", 40)


def usulan_masuk(bahan: BahanCetak) -> bytes:
    """The list as a PDF, lying: all of it, one desa/kelurahan, or one asal (L12: Kelurahan)."""
    paper = blocks.paper_of(bahan, "USULAN MASUK", landscape=True)
    blocks.letterhead(paper, bahan)
    titles = ("Daftar Usulan Masuk", keterangan.saringan(bahan))
    blocks.title(paper, *titles, f"Musrenbang {blocks.meeting_title(bahan)}")
    blocks.facts(paper, _facts(bahan), face=blocks.SMALL)
    kode = keterangan.kode_by_id(bahan)
    decided = (KEPUTUSAN, lambda u: keterangan.keputusan(u, kode))
    add_usulan(paper, bahan.terpilih, "Belum ada usulan masuk.", decided)
    signing.signatures(paper, None, signing.camat(bahan, (signing.place_and_date(bahan),)))
    arsip.attach(paper, bahan, "usulan-masuk")
    return paper.output()


def _facts(bahan: BahanCetak) -> list[tuple[str, str]]:
    accepted = [u for u in bahan.terpilih if u.diterima]
    return [
        ("Hari, Tanggal", blocks.meeting_date(bahan.fakta.daftar_hadir)),
        ("Usulan masuk", blocks.count(len(bahan.terpilih), "usulan")),
        ("Usulan diterima", blocks.count(len(accepted), "usulan")),
        ("Perkiraan biaya", blocks.amount(keterangan.total_biaya(bahan.terpilih))),
    ]
