"""Usulan terakomodir: what was accepted from desa/kelurahan, and what the kecamatan has added (L14)."""

from collections.abc import Sequence

from musrenbang.model import Asal, BahanCetak, UsulanMasuk
from reports import arsip, blocks, keterangan, pembukaan, signing
from reports.by_wilayah import add_usulan


def usulan_terakomodir(bahan: BahanCetak) -> bytes:
    """The list as a PDF, lying, by desa/kelurahan with those of the kecamatan last."""
    accepted = [u for u in bahan.terpilih if u.diterima]
    paper = blocks.paper_of(bahan, "USULAN TERAKOMODIR", landscape=True, provisional=True)
    blocks.letterhead(paper, bahan)
    titles = ("Daftar Usulan yang Terakomodir", keterangan.saringan(bahan))
    blocks.title(paper, *titles, f"Musrenbang {blocks.meeting_title(bahan)}")
    blocks.provisional(paper, bahan)
    pembukaan.add(paper, bahan)
    blocks.facts(paper, _facts(bahan, accepted), face=blocks.SMALL)
    add_usulan(paper, accepted, "Belum ada usulan yang terakomodir.")
    signing.signatures(paper, None, signing.camat(bahan, (signing.place_and_date(bahan),)))
    arsip.attach(paper, bahan, "usulan-terakomodir")
    return paper.output()


def _facts(bahan: BahanCetak, accepted: Sequence[UsulanMasuk]) -> list[tuple[str, str]]:
    own = sum(u.asal is Asal.KECAMATAN for u in accepted)
    return [
        ("Hari, Tanggal", blocks.meeting_date(bahan.fakta.daftar_hadir)),
        ("Desa/kelurahan", blocks.count(len(accepted) - own, "usulan")),
        ("Kecamatan", blocks.count(own, "usulan")),
        ("Perkiraan biaya", blocks.amount(keterangan.total_biaya(accepted))),
    ]
