"""Taking away old copies that were made on a timer, once a new one is proven to be whole."""

from musrenbang import rotasi
from musrenbang.actions.periksa import periksa
from musrenbang.model import Salinan, Simpan
from musrenbang.store import copying


def rapikan(made: Salinan, simpan: Simpan) -> tuple[list[Salinan], list[str]]:
    """Removes what is superfluous beside `made`, and returns it; or the faults of `made`, and then nothing is removed.

    What was made by hand is left alone, and so is a copy that is damaged: it stands for no other one.
    """
    if faults := _faults(made):
        return [], faults
    on_timer = [copy for copy in copying.finished(made.folder.parent) if copy.berkala and copying.is_whole(copy)]
    gone = [copy for copy in rotasi.berlebih(on_timer, simpan) if copy.folder != made.folder]
    for copy in gone:
        copying.remove(copy)
    return gone, []


def _faults(made: Salinan) -> list[str]:
    """A document that is lost now may still be in an older copy."""
    if not copying.is_whole(made):
        return [f"Basis data di {made.folder} bukan lagi yang ditulis."]
    with copying.opened(made) as inside:
        return periksa(inside)
