"""Letters on paper: cleaning, measuring and wrapping text for the fonts that the papers carry."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from fpdf import FPDF

T = TypeVar("T")
Lines = tuple[str, ...]

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


class Remembered(dict[str, T], Generic[T]):
    """What a text comes to, worked out when it is first asked for. Past `most` texts it begins anew."""

    def __init__(self, work: Callable[[str], T], most: int) -> None:
        self._work, self._most = work, most

    def __missing__(self, text: str) -> T:
        if len(self) >= self._most:
            self.clear()
        found = self[text] = self._work(text)
        return found


def clean(text: str) -> str:
    """NFC, tabs as spaces, line ends as one newline, without control and invisible format characters."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf"))


class Letters:
    """Measures and wraps for one document; widths are in mm and remembered."""

    def __init__(self, pdf: FPDF) -> None:
        for style, name in FILES.items():
            pdf.add_font(FAMILY, style, FONTS / f"LiberationSans-{name}.ttf")
        pdf.set_font(FAMILY)
        self._pdf = pdf
        self._face: Face | None = None
        self._known = frozenset(map(chr, getattr(pdf.current_font, "cmap", ())))
        self._letters = {style: Remembered(partial(self._measure, style), 10_000) for style in FILES}
        self._words = {style: Remembered(partial(self._add_up, style), 50_000) for style in FILES}
        self._wrappers: dict[tuple[str, float], Remembered[Lines]] = {}

    def use(self, face: Face) -> None:
        """What is drawn next is drawn with this face."""
        if face is not self._face:
            self._pdf.set_font(FAMILY, face.style, face.size)
            self._face = face

    def printable(self, text: str) -> str:
        """The text as the fonts can print it; "?" stands for a letter they lack."""
        text = clean(text)
        if self._known.issuperset(text):
            return text
        return "".join(c if c == "\n" or c in self._known else "?" for c in text)

    def width(self, text: str, face: Face) -> float:
        return self._words[face.style][text] * face.size

    def wrap(self, text: str, face: Face, width: float) -> Lines:
        return self.wrapper(face, width)[text]

    def wrapper(self, face: Face, width: float) -> Remembered[Lines]:
        """Text -> its lines of at most `width` mm; at another size of letters only their proportion counts."""
        key = face.style, width / face.size
        if key not in self._wrappers:
            self._wrappers[key] = Remembered(partial(self._wrap, *key), 2_000)
        return self._wrappers[key]

    def _measure(self, style: str, letter: str) -> float:
        """Width of one letter at one point; papers print without kerning, so letters add up to lines."""
        self._pdf.set_font(FAMILY, style, 100)
        self._face = None
        return self._pdf.get_string_width(letter) / 100

    def _add_up(self, style: str, text: str) -> float:
        return sum(map(self._letters[style].__getitem__, text))

    def _wrap(self, style: str, room: float, text: str) -> Lines:
        paragraphs = self.printable(text).split("\n")
        return tuple(line for paragraph in paragraphs for line in self._fill(paragraph, style, room))

    def _fill(self, paragraph: str, style: str, room: float) -> Iterator[str]:
        """`room` is the width of a line at one point."""
        widths = self._words[style]
        space = widths[" "]
        line: list[str] = []
        used = 0.0
        for word in self._fitting_words(paragraph, style, room):
            wide = widths[word]
            if line and used + space + wide > room:
                yield " ".join(line)
                line, used = [], 0.0
            used += space + wide if line else wide
            line.append(word)
        yield " ".join(line)

    def _fitting_words(self, paragraph: str, style: str, room: float) -> Iterator[str]:
        for word in paragraph.split(" "):
            while self._words[style][word] > room and len(word) > 1:
                cut = self._letters_that_fit(word, style, room)
                yield word[:cut]
                word = word[cut:]
            yield word

    def _letters_that_fit(self, word: str, style: str, room: float) -> int:
        ends = accumulate(map(self._letters[style].__getitem__, word))
        return max(1, sum(1 for end in ends if end <= room))
