"""The foot of a page, laid out: letters become smaller before anything is cut off or runs into something else."""

from reports.lettering import Face, Letters, Lines

SIZES = (7, 6.5, 6, 5, 4)
FOOT = Face("", SIZES[0])
TITLE_HIGH = 2 * FOOT.line
NUMBER_WIDE = 30
GAP = 2


def title(letters: Letters, text: str, width: float) -> tuple[Face, Lines]:
    """All of it, beside the number of the page, in the largest letters that need no more than two lines' height."""
    for size in SIZES:
        face = Face("", size)
        lines = letters.wrap(text, face, width - NUMBER_WIDE)
        if len(lines) * face.line <= TITLE_HIGH:
            break
    return face, lines


def last_line(letters: Letters, left: str, right: str, width: float) -> tuple[Face, Face]:
    """Plain for what stands at the left, bold at the right: the largest in which one does not touch the other."""
    wide = letters.width(left, Face("", 1)) + letters.width(right, Face("B", 1))
    size = next((size for size in SIZES if size * wide + GAP <= width), SIZES[-1])
    return Face("", size), Face("B", size)
