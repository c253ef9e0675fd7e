"""Usulan cadangan and everything else that was left out, each with its reason: Lampiran III by itself (L18-L21)."""

from collections.abc import Sequence

from musrenbang.model import BahanCetak, Keputusan, UsulanMasuk
from reports import arsip, blocks, keterangan, left_out, pembukaan, signing


def usulan_cadangan(bahan: BahanCetak) -> bytes:
    """The list as a PDF, lying. Until the meeting is sent it calls itself a result for the time being."""
    rest = [u for u in bahan.terpilih if not u.utama]
    paper = blocks.paper_of(bahan, "USULAN CADANGAN", landscape=True, provisional=True)
    blocks.letterhead(paper, bahan)
    titles = ("Daftar Usulan Cadangan dan Usulan yang Belum Dapat Diakomodasi", keterangan.saringan(bahan))
    blocks.title(paper, *titles, f"Musrenbang {blocks.meeting_title(bahan)}")
    blocks.provisional(paper, bahan)
    pembukaan.add(paper, bahan)
    blocks.facts(paper, _facts(bahan, rest), face=blocks.SMALL)
    left_out.add_rows(paper, bahan, rest, "Tidak ada usulan yang belum diakomodasi.")
    signing.signatures(paper, None, signing.camat(bahan, (signing.place_and_date(bahan),)))
    arsip.attach(paper, bahan, "usulan-cadangan")
    return paper.output()


def _facts(bahan: BahanCetak, rest: Sequence[UsulanMasuk]) -> list[tuple[str, str]]:
    refused = sum(u.keputusan is Keputusan.TIDAK_SESUAI for u in rest)
    merged = sum(u.keputusan is Keputusan.DIGABUNG for u in rest)
    return [
        ("Hari, Tanggal", blocks.meeting_date(bahan.fakta.daftar_hadir)),
        ("Usulan cadangan", blocks.count(sum(u.cadangan for u in rest), "usulan")),
        ("Tidak sesuai", blocks.count(refused, "usulan")),
        ("Digabung", blocks.count(merged, "usulan")),
    ]
