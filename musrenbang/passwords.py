"""Passwords and session secrets: argon2id for what people choose, SHA-256 for what is random already."""

import hashlib
import hmac
import re
import secrets
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

PANJANG_MIN = 10
# what is tried everywhere: the most common passwords that are long and varied enough, in lower case
UMUM = frozenset((Path(__file__).parents[1] / "data" / "sandi_umum.txt").read_text(encoding="utf-8").splitlines())
# what everybody here would try first, the longer of two that share letters before the shorter; the last line is of
# the words that Indonesians most often make a password of, by the same source
MUDAH = (
    "musrenbang", "kecamatan", "kelurahan", "kabupaten", "bappeda", "langkat", "indonesia", "katasandi", "password",
    "rahasia", "selamat", "merdeka", "pemkab", "camat", "admin", "sandi", "lurah", "desa", "kata", "baru", "qwerty",
    "asdfgh", "zxcvbn", "uiop",
    "bismillah", "muhammad", "iloveyou", "ganteng", "sayang", "cantik", "cinta",
)  # fmt: skip
BEDA_MIN = 6  # different characters that must be left
_hasher = PasswordHasher()
# verified against when the account is unknown, so that an unknown name takes as long as a wrong password
_nobody = _hasher.hash(secrets.token_urlsafe(16))


def hash_password(sandi: str) -> str:
    return _hasher.hash(sandi)


def matches(stored: str | None, sandi: str) -> bool:
    """True for the right password. Takes the same time when there is no such account (`stored` is None)."""
    try:
        _hasher.verify(stored or _nobody, sandi)
    except (VerifyMismatchError, InvalidHashError):
        return False
    return stored is not None


def easy_to_guess(sandi: str, nama_pengguna: str) -> bool:
    """Whether it is common, or little is left without the account's own name, easy words, runs as 2345 or aaaa, and
    years."""
    whole = rest = sandi.casefold()
    for word in (*re.split(r"[.\-]", nama_pengguna), *MUDAH):
        rest = rest.replace(word, "") if len(word) > 2 else rest
    rest = re.sub(r"(19|20)\d\d|\W", "", rest)
    if not UMUM.isdisjoint({whole, rest}):
        return True
    return len({new for old, new in zip(f" {rest}", rest, strict=False) if abs(ord(new) - ord(old)) > 1}) < BEDA_MIN


def one_time_password() -> str:
    """Twelve letters and digits that are not easily misread."""
    return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(12))


def new_session() -> str:
    return secrets.token_urlsafe(32)


def new_screen() -> str:
    """Short enough for a QR code that a phone reads across a table; still nothing that can be guessed."""
    return secrets.token_urlsafe(16)


def digest(session: str) -> str:
    return hashlib.sha256(session.encode()).hexdigest()


def csrf_of(sidik: str) -> str:
    """The token that forms of a logged-in person carry. It follows from the session's digest, which no browser sees."""
    return hmac.digest(sidik.encode(), b"formulir", "sha256").hex()
