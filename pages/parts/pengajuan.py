"""How often a piece of work has been proposed, in words for the second line of a row."""

from musrenbang.model import Pengajuan


def again(p: Pengajuan | None) -> str:
    """Of an usulan that stands in a list now; empty the first time."""
    return f"diusulkan ke-{p.kali} kali sejak {p.sejak}" if p and p.ulang else ""


def so_far(p: Pengajuan) -> str:
    """Of one that may be proposed once more."""
    return f"sudah diusulkan {p.kali} kali sejak {p.sejak}" if p.ulang else "sudah diusulkan 1 kali"
