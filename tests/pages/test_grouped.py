"""Lists under headings: whole groups a page, and the OPD with its usulan by rank."""

from musrenbang.model import Keputusan, UsulanMasuk
from pages.parts.grouped import Group, by_opd, in_pages
from tests.pages.usulan_rows import masuk


def group(judul: str, n: int) -> Group:
    return Group(judul, tuple(masuk(judul, at) for at in range(n)))


def sent(urutan: int, opd: str, peringkat: int) -> UsulanMasuk:
    return masuk("a", urutan, opd=opd, peringkat=peringkat, prioritas=1, keputusan=Keputusan.SESUAI)


def test_pages_hold_whole_groups() -> None:
    sizes = [[len(g.usulan) for g in page] for page in in_pages([group("a", 16), group("b", 16), group("c", 16)], 40)]
    assert sizes == [[16, 16], [16]]
    assert [len(page) for page in in_pages([group("a", 1), group("b", 80), group("c", 1)], 40)] == [1, 1, 1]
    assert in_pages([], 40) == []


def test_by_opd_takes_prioritas_only_by_rank_most_first() -> None:
    rows = [sent(1, "x", 3), sent(2, "y", 2), sent(3, "y", 1), masuk("a", 4, opd="y")]
    groups = by_opd(rows, {"x": "Dinas X", "y": "Dinas Y"})
    assert [(g.judul, [u.peringkat for u in g.usulan]) for g in groups] == [("Dinas Y", [1, 2]), ("Dinas X", [3])]
