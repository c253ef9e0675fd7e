"""What official papers are made of: letterhead, titles, facts, paragraphs and lists."""

from collections.abc import Sequence
from datetime import date

from musrenbang import formats
from musrenbang.model import BahanCetak, DaftarHadir
from reports.lettering import Face
from reports.paper import Align, Paper, Span

KABUPATEN = "Kabupaten Langkat"
BAPPEDA = "Badan Perencanaan Pembangunan Daerah"
BLANK = "…" * 10  # a dotted line, to be filled in by hand
SEMENTARA = "HASIL SEMENTARA"
CREST = 24.0  # mm left free on the letterhead

BODY = Face("", 11, 1.4)
BOLD = Face("B", 11, 1.4)
SMALL = Face("", 8.5, 1.3)
SMALL_BOLD = Face("B", 8.5, 1.3)
TITLE = Face("B", 12, 1.35)
OFFICE = (Face("B", 16), Face("B", 14.5), Face("B", 13))  # the largest that fits one line


def filled(text: str | None) -> str:
    """The text, or a dotted line to write on."""
    return (text or "").strip() or BLANK


def written_date(day: date | None, tahun: int) -> str:
    """The meeting's date; while it is not known, a dotted line and the year."""
    return formats.tanggal(day) if day else f"{BLANK} {tahun}"


def meeting_date(sheet: DaftarHadir) -> str:
    return formats.hari_tanggal(sheet.tanggal) if sheet.tanggal else BLANK


def meeting_time(jam_mulai: str, jam_selesai: str) -> str:
    begin = filled(jam_mulai)
    end = jam_selesai.strip()
    return f"{begin} s.d. {end} WIB" if end else f"{begin} WIB s.d. selesai"


def count(n: int | None, unit: str = "orang") -> str:
    """In figures and words: "87 (delapan puluh tujuh) orang"."""
    return f"{BLANK} {unit}" if n is None else f"{formats.bulat(n)} ({formats.terbilang(n)}) {unit}"


def amount(n: int) -> str:
    """Rupiah in figures and words."""
    return f"{formats.rupiah(n)} ({formats.terbilang(n)} rupiah)"


def paper_of(bahan: BahanCetak, name: str, *, landscape: bool, provisional: bool = False) -> Paper:
    """A sheet named after its meeting, which the footer and the file's title repeat.

    A `provisional` one says on every page that it is not final, until the meeting has been sent.
    """
    warning = SEMENTARA if provisional and bahan.fakta.rapat.dikirim is None else ""
    return Paper(
        paper_title(bahan, name),
        bahan.dicetak,
        landscape=landscape,
        kertas=bahan.kertas,
        arsip=bahan.arsip,
        warning=warning,
    )


def paper_title(bahan: BahanCetak, name: str) -> str:
    rapat = bahan.fakta.rapat
    return f"{name.upper()} MUSRENBANG KECAMATAN {rapat.kecamatan.nama.upper()} TAHUN {rapat.tahun}"


def letterhead(paper: Paper, bahan: BahanCetak) -> None:
    """That of the kecamatan; until its office is known, with the address on the Daftar Hadir."""
    kecamatan = bahan.fakta.rapat.kecamatan
    address = kecamatan.alamat or bahan.fakta.daftar_hadir.alamat
    letterhead_of(paper, bahan.lambang, f"KECAMATAN {kecamatan.nama.upper()}", address, kecamatan.kontak)


def letterhead_of(paper: Paper, lambang: bytes | None, office: str, *below: str) -> None:
    """Stands on the first page only. Without a crest its place stays empty at the left."""
    width = paper.width - 2 * CREST
    large = next((face for face in OFFICE if paper.letters.width(office, face) <= width), OFFICE[-1])
    names = ((f"PEMERINTAH {KABUPATEN.upper()}", Face("", 13)), (office, large))
    parts = (*names, *((text.strip(), SMALL) for text in below))
    texts = [(line, face) for text, face in parts if text for line in paper.letters.wrap(text, face, width)]
    foot = max(sum(face.line for _, face in texts), CREST - 2) + 2
    y = (foot - 2 - sum(face.line for _, face in texts)) / 2
    spans = []
    for line, face in texts:
        spans.append(Span(line, face, CREST, width, "center", y))
        y += face.line
    if lambang:
        paper.add_picture(lambang, (CREST - 2, CREST - 2))
    paper.add_spans(foot + 6, *spans, rules=(foot, foot + 0.2, foot + 0.4, foot + 1.2))


def provisional(paper: Paper, bahan: BahanCetak) -> None:
    """A box that says so, while the meeting has not been sent."""
    if bahan.fakta.rapat.dikirim is None:
        text = f"{SEMENTARA}: musyawarah ini belum dikirim kepada OPD, sehingga isinya masih dapat berubah."
        lines(paper, text, SMALL_BOLD, align="center", boxed=True)
        gap(paper, 2)


def title(paper: Paper, *texts: str, below: str = "") -> None:
    """Centered capitals, a line a text; `below` follows in plain letters, as the number of a letter does."""
    for text in filter(None, texts):
        lines(paper, text.upper(), TITLE, align="center", keep_next=True)
    if below:
        lines(paper, below, BODY, align="center", keep_next=True)
    gap(paper, 4)


def meeting_title(bahan: BahanCetak) -> str:
    rapat = bahan.fakta.rapat
    return f"Kecamatan {rapat.kecamatan.nama} {KABUPATEN} Tahun {rapat.tahun}"


def gap(paper: Paper, height: float) -> None:
    paper.add_spans(height, keep_next=True)


def lines(
    paper: Paper,
    text: str,
    face: Face = BODY,
    *,
    align: Align = "left",
    x: float = 0.0,
    after: float = 0.0,
    label: Sequence[Span] = (),
    keep_next: bool = False,
    boxed: bool = False,
) -> None:
    """A text over as many lines as it needs. `label` stands beside the first; `after` is the space below, in mm.

    `boxed` draws a frame around it, as wide as the sheet.
    """
    width = paper.width - x
    wrapped = paper.letters.wrap(text, face, width)
    for number, line in enumerate(wrapped):
        last = number == len(wrapped) - 1
        beside = tuple(label) if number == 0 else ()
        paper.add_spans(
            face.line + (after if last else 0.0),
            *beside,
            Span(line, face, x, width, "left" if last and align == "justify" else align),
            takes=1 if last and number else 0,
            keep_next=keep_next or (number == 0 and not last),
            boxed=boxed,
        )


def paragraph(paper: Paper, text: str, *, keep_next: bool = False) -> None:
    lines(paper, text, align="justify", after=2.5, keep_next=keep_next)


def facts(paper: Paper, pairs: Sequence[tuple[str, str]], *, x: float = 0.0, face: Face = BODY) -> None:
    """Key, colon, value; one pair a line."""
    key_width = 3.2 * face.size
    for key, value in pairs:
        label = (Span(key, face, x, key_width), Span(":", face, x + key_width, 3))
        lines(paper, value, face, x=x + key_width + 4, label=label)
    gap(paper, 3)


def decision(paper: Paper, word: str, text: str) -> None:
    """One of the things agreed: KESATU, KEDUA and so on in front of it."""
    label = (Span(word, BOLD, 0, 24), Span(":", BODY, 26, 3))
    lines(paper, text, align="justify", x=30, after=2, label=label)


def numbered(paper: Paper, texts: Sequence[str], *, x: float = 0.0, first: int = 1, letters: bool = False) -> None:
    """A list 1. 2. 3. from `first` on or, inside another, a. b. c."""
    for number, text in enumerate(texts, first):
        mark = chr(ord("a") + number - 1) if letters else str(number)
        lines(paper, text, align="justify", x=x + 7, after=1, label=(Span(f"{mark}.", BODY, x, 7),))


def grid(paper: Paper, texts: Sequence[str], columns: int) -> None:
    """Short texts side by side, filled column by column, as a legend is."""
    deep = -(-len(texts) // columns)
    width = paper.width / columns
    for first in range(deep):
        cells = [paper.letters.wrap(text, SMALL, width - 3) for text in texts[first::deep]]
        spans = [
            Span(line, SMALL, column * width, width, "left", row * SMALL.line)
            for column, cell in enumerate(cells)
            for row, line in enumerate(cell)
        ]
        paper.add_spans(max(map(len, cells)) * SMALL.line, *spans, keep_next=True)
    gap(paper, 2)
