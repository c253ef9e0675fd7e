"""Text as any file of cells can carry it."""

import unicodedata

UNSEEN = ("Cc", "Cf")  # control and format characters


def plain(text: str) -> str:
    """As it is, but for line ends (one newline) and what nobody can see; "?" stands for half a letter."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    seen = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in UNSEEN)
    return seen.encode("utf-8", "replace").decode()
