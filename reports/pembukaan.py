"""That a sent meeting was opened again: who holds a paper must not take it for the earlier one."""

from datetime import datetime

from musrenbang import formats
from musrenbang.model import BahanCetak, Fakta, PembukaanKembali
from reports import blocks
from reports.paper import Paper


def told(f: Fakta) -> list[str]:
    """A sentence for each time, oldest first; none for a meeting that was sent once."""
    sent_again = [*(p.dikirim for p in f.pembukaan_kembali), f.rapat.dikirim][1:]
    return [_sentence(p, again) for p, again in zip(f.pembukaan_kembali, sent_again, strict=False)]


def _sentence(p: PembukaanKembali, again: datetime | None) -> str:
    sent = f"dikirim kembali {formats.tanggal_jam(again)}" if again else "belum dikirim kembali"
    return (
        f"Dibuka kembali {formats.tanggal_jam(p.waktu)} berdasarkan surat nomor {p.surat.nomor} "
        f"tanggal {formats.tanggal(p.surat.tanggal)}; {sent}."
    )


def add(paper: Paper, bahan: BahanCetak) -> None:
    """A line below the title for each time."""
    texts = told(bahan.fakta)
    for text in texts:
        blocks.lines(paper, text, blocks.SMALL_BOLD, align="center")
    if texts:
        blocks.gap(paper, 3)


def replaces(bahan: BahanCetak) -> str:
    """For minutes: they take the place of those signed before. "" when there are none."""
    opened = bahan.fakta.pembukaan_kembali
    if not opened:
        return ""
    last = opened[-1].surat
    return (
        "Berita Acara ini menggantikan Berita Acara yang terdahulu, setelah Musrenbang dibuka kembali berdasarkan "
        f"surat nomor {last.nomor} tanggal {formats.tanggal(last.tanggal)}."
    )
