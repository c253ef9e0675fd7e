"""A photo or the crest that a person uploads: known by its content, drawn anew, so that nothing hidden remains.

Drawing anew takes away the place where a photo was taken, what hangs behind it, and everything but the picture.
"""

import warnings
from pathlib import Path

from PIL import Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from musrenbang.errors import Issue, Refused
from musrenbang.intake import sandbox

MOST_MB, MOST_CREST_MB = 20, 2
MOST_PIXELS = 40_000_000
SIDE, CREST_SIDE = 2560, 600  # pixels
READERS = (JpegImagePlugin, PngImagePlugin, WebPImagePlugin)  # named, or Pillow loads all its readers
ORIENTATION = 0x0112  # the EXIF tag: how the camera was held
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# the first bytes of what people take for a photo
OTHERS = ((b"GIF8", "GIF"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"BM", "BMP"), (b"%PDF", "PDF"))
HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


def normalise(path: Path, out: Path) -> tuple[int, int]:
    """Write the photo upright to `out` as a JPEG of at most 2560 x 2560 pixels; its width and height.

    Raises Refused with one issue, and then there is no `out`. Of an animated picture the first one is kept.
    """
    return _drawn("foto", path, out, MOST_MB, "foto_terlalu_besar")


def crest(path: Path, out: Path) -> tuple[int, int]:
    """Write the crest to `out` as a PNG of at most 600 x 600 pixels, as transparent as it was; its width and height."""
    return _drawn("lambang", path, out, MOST_CREST_MB, "lambang_terlalu_besar")


def _drawn(task: str, path: Path, out: Path, most: int, key: str) -> tuple[int, int]:
    try:
        sandbox.weigh(path, most, key)
        width, height = sandbox.run(task, path, str(out.absolute()))
    except Refused:
        out.unlink(missing_ok=True)
        raise
    return int(width), int(height)


def inspect(path: Path, out: str) -> tuple[int, int]:
    """In the child process: draw the photo anew."""
    picture = _read(path, SIDE, ("JPEG", "PNG", "WEBP"), "foto_bukan")
    flat = _on_white(picture)
    flat.save(out, "JPEG", quality=85)
    return flat.size


def inspect_crest(path: Path, out: str) -> tuple[int, int]:
    """In the child process: draw the crest anew."""
    picture = _read(path, CREST_SIDE, ("JPEG", "PNG"), "lambang_bukan")
    picture.save(out, "PNG", optimize=True)
    return picture.size


def _read(path: Path, side: int, formats: tuple[str, ...], key: str) -> Image.Image:
    """The picture in RGB or RGBA, upright, within `side` x `side` pixels."""
    kind = _kind(path)
    if kind not in formats:
        raise Refused([Issue("foto_heic") if kind == "HEIC" else Issue(key, {"jenis": kind})])
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(path, formats=(kind,)) as opened:
            return _upright(opened, side)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise Refused([Issue("foto_piksel", {"maks": MOST_PIXELS // 1_000_000})]) from fault
    except MemoryError:
        raise
    except Exception as fault:  # a broken picture makes Pillow raise whatever comes
        raise Refused([Issue("foto_rusak")]) from fault


def _kind(path: Path) -> str:
    """By content; the name's ending says nothing."""
    with path.open("rb") as file:
        head = file.read(64)
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        return "HEIC" if head[8:12] in HEIC else "AVIF" if head[8:12] in (b"avif", b"avis") else "video"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return "SVG atau halaman web"
    return next((name for start, name in OTHERS if head.startswith(start)), "bukan gambar")


def _upright(opened: Image.Image, side: int) -> Image.Image:
    turn = TURNS.get(opened.getexif().get(ORIENTATION, 1))
    opened.draft("RGB", (side, side))  # a JPEG is read at a half or a quarter, in less memory
    opened.load()
    picture = _coloured(opened)
    picture.thumbnail((side, side))
    picture.info.clear()
    return picture.transpose(turn) if turn is not None else picture


def _coloured(opened: Image.Image) -> Image.Image:
    if opened.mode.startswith("I"):  # 16 bits of grey, of which a screen shows 8
        return opened.point(lambda value: value / 256).convert("L").convert("RGB")
    mode = "RGBA" if opened.has_transparency_data else "RGB"
    return opened if opened.mode == mode else opened.convert(mode)  # 40 million pixels are not copied without need


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture)
    return paper
