"""L08: what the camat reads about desa/kelurahan since Ambil."""

from musrenbang.model import Desa, PerubahanDesa
from pages.persiapan.changes import counted, details

LAU = Desa("12.05.01.2001", "Lau <Damak>", "Desa", "12.05.01")


def change(baru: int = 0, berubah: int = 0, ditarik: int = 0) -> PerubahanDesa:
    return PerubahanDesa(LAU, ("Jalan",) * baru, ("Parit",) * berubah, ("<b>Pasar",) * ditarik)


def test_counts_all_desa_together_and_leaves_out_what_is_none() -> None:
    assert counted([change(baru=2), change(baru=1, ditarik=1)]) == ("3 usulan baru disetujui, 1 persetujuannya ditarik")
    assert counted([change(berubah=1)]) == "1 usulan diubah"


def test_names_open_below_each_desa_and_are_escaped() -> None:
    shown = details([change(baru=1, ditarik=1)])
    assert "<b>Desa Lau &lt;Damak&gt;</b>: 1 baru disetujui, 1 persetujuannya ditarik" in shown
    assert "<li>Jalan <small>baru disetujui</small></li>" in shown
    assert "&lt;b&gt;Pasar" in shown
