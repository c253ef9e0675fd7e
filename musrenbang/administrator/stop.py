"""How a command ends when it cannot go on."""

from collections.abc import Iterator
from contextlib import contextmanager

from musrenbang.errors import Refused
from musrenbang.words import sentence

MASUKAN_SALAH = {
    "nama_pengguna_salah", "isian_wajib", "isian_panjang", "wilayah_salah", "akun_tidak_ada", "salinan_tidak_ada",
}  # fmt: skip


class Stop(Exception):
    """Ends a command with an exit code and sentences on stderr, one a line."""

    def __init__(self, code: int, *lines: str) -> None:
        super().__init__(*lines)
        self.code, self.lines = code, lines


@contextmanager
def refusals() -> Iterator[None]:
    """A refused action ends the command: 2 when what was typed is wrong, 1 when the state forbids it."""
    try:
        yield
    except Refused as refused:
        code = 2 if MASUKAN_SALAH & {issue.key for issue in refused.issues} else 1
        raise Stop(code, *map(sentence, refused.issues)) from None
