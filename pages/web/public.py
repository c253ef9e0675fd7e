"""The few files that the pages for everybody need: two fonts, their styles, and the projector's script."""

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
    "SourceSans.woff2": next(MEDIA.glob("SourceSansVF-Upright*.woff2")),
}


async def file(request: Request) -> Response:
    path = FILES.get(request.path_params["nama"])
    if path is None:
        return Response(status_code=404)
    return FileResponse(path, headers={"Cache-Control": "public, max-age=3600"})
