"""Passwords and session secrets: argon2id for what people choose, SHA-256 for what is random already."""

import hashlib
import hmac
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

PANJANG_MIN = 10
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
