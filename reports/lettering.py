"""Letters on paper: cleaning, measuring and wrapping text for the fonts that the papers carry."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from fpdf import FPDF

FONTS = Path(__file__).parent / "fonts"
FAMILY = "LiberationSans"
FILES = {"": "Regular", "B": "Bold", "I": "Italic"}
MM_PER_POINT = 25.4 / 72
NBSP = "\u00a0"


class Face(NamedTuple):
    """One way to print: `style` is "", "B" or "I", `size` in points, `leading` the height of a line in sizes."""

    style: str
    size: float
    leading: float = 1.22

    @property
    def line(self) -> float:
        """Height of a line in mm."""
        return self.size * MM_PER_POINT * self.leading

    @property
    def baseline(self) -> float:
        """From the top of a line down to the foot of its letters, in mm."""
        return (self.line + self.size * MM_PER_POINT * 0.7) / 2


def clean(text: str) -> str:
    """NFC, tabs as spaces, line ends as one newline, without control and invisible format characters."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf"))


class Letters:
    """Measures and wraps for one document; widths are in mm and remembered."""

    def __init__(self, pdf: FPDF) -> None:
        for style, name in FILES.items():
            pdf.add_font(FAMILY, style, FONTS / f"LiberationSans-{name}.ttf")
        pdf.set_font(FAMILY)
        self._pdf = pdf
        self._glyphs = frozenset(getattr(pdf.current_font, "cmap", ()))
        self._advances: dict[str, dict[str, float]] = defaultdict(dict)
        self.width = lru_cache(100_000)(self._width)
        self.wrap = lru_cache(50_000)(self._wrap)

    def printable(self, text: str) -> str:
        """The text as the fonts can print it; "?" stands for a letter they lack."""
        return "".join(c if c == "\n" or ord(c) in self._glyphs else "?" for c in clean(text))

    def _width(self, text: str, face: Face) -> float:
        return sum(self._advance(letter, face.style) for letter in text) * face.size

    def _advance(self, letter: str, style: str) -> float:
        """Width of one letter at one point; papers print without kerning, so letters add up to lines."""
        advances = self._advances[style]
        if letter not in advances:
            self._pdf.set_font(FAMILY, style, 100)
            advances[letter] = self._pdf.get_string_width(letter) / 100
        return advances[letter]

    def _wrap(self, text: str, face: Face, width: float) -> tuple[str, ...]:
        paragraphs = self.printable(text).split("\n")
        return tuple(line for paragraph in paragraphs for line in self._fill(paragraph, face, width))

    def _fill(self, paragraph: str, face: Face, width: float) -> Iterator[str]:
        space = self.width(" ", face)
        line: list[str] = []
        used = 0.0
        for word in self._fitting_words(paragraph, face, width):
            wide = self.width(word, face)
            if line and used + space + wide > width:
                yield " ".join(line)
                line, used = [], 0.0
            used += space + wide if line else wide
            line.append(word)
        yield " ".join(line)

    def _fitting_words(self, paragraph: str, face: Face, width: float) -> Iterator[str]:
        for word in paragraph.split(" "):
            while self.width(word, face) > width and len(word) > 1:
                cut = self._letters_that_fit(word, face, width)
                yield word[:cut]
                word = word[cut:]
            yield word

    def _letters_that_fit(self, word: str, face: Face, width: float) -> int:
        ends = accumulate(self._advance(letter, face.style) * face.size for letter in word)
        return max(1, sum(1 for end in ends if end <= width))
