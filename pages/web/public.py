"""The few files that everybody may have: fonts, styles, and the projector's script.

The screens' style is one file under a name of its own for every content, which a browser asks for once: at every run of
a screen it had come anew.
"""

import re
from hashlib import sha256
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import FileResponse, Response

PAGES = Path(__file__).parents[1]
MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"
FILES = {
    "masuk.css": PAGES / "web" / "masuk.css",
    "kalender.css": PAGES / "parts" / "kalender.css",
    "hasil.css": PAGES / "web" / "hasil.css",
    "proyektor.css": PAGES / "web" / "proyektor.css",
    "proyektor.js": PAGES / "web" / "proyektor.js",
    "PlusJakartaSans.woff2": PAGES / "static" / "PlusJakartaSans.woff2",
    "Naskah.woff2": PAGES / "static" / "Naskah.woff2",
    "SourceSans.woff2": next(MEDIA.glob("SourceSansVF-Upright*.woff2")),
}
SHEETS = ("style.css", "narrow.css", "kalender.css")
_written = "".join((PAGES / "parts" / name).read_text(encoding="utf-8") for name in SHEETS)
STYLE = re.sub(r"/\*.*?\*/|^ +", "", _written, flags=re.DOTALL | re.MULTILINE)
STYLE_NAME = f"layar-{sha256(STYLE.encode()).hexdigest()[:12]}.css"


async def file(request: Request) -> Response:
    if request.path_params["nama"] == STYLE_NAME:
        return Response(STYLE, media_type="text/css", headers={"Cache-Control": "public, max-age=31536000, immutable"})
    path = FILES.get(request.path_params["nama"])
    if path is None:
        return Response(status_code=404)
    return FileResponse(path, headers={"Cache-Control": "public, max-age=3600"})


async def icon(_request: Request) -> Response:
    """Streamlit's front-end asks for it at this address, whatever its page says."""
    return FileResponse(PAGES / "static" / "ikon.png", headers={"Cache-Control": "public, max-age=3600"})
