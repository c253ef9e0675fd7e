"""Whether one's own account is linked with an OpenID provider, beside the change of its password."""

from html import escape

from anyio import to_thread
from starlette.requests import Request

from musrenbang import passwords
from musrenbang.actions import identitas
from musrenbang.formats import tanggal, wib
from musrenbang.store.current import current
from pages.web import layout, penyedia

BELUM = "Belum dihubungkan. Sesudah dihubungkan, akun ini dapat dibuka lewat"
TERHUBUNG = "Akun ini sudah dihubungkan. Lain kali Anda dapat masuk tanpa kata sandi."
SELESAI = "Mengganti kata sandi juga melepaskannya."
DILEPAS = "Hubungannya sudah dilepas. Masuklah dengan kata sandi."
SANDI = layout.field("kata_sandi", "Kata sandi sekarang", "current-password")


async def section(request: Request, fault: str) -> str:
    """Ready HTML; `?terhubung` and `?dilepas` say what has been done, `fault` why it has not."""
    since = await to_thread.run_sync(identitas.terhubung, current(), request.state.orang)
    done = {"terhubung": TERHUBUNG, "dilepas": DILEPAS}
    notices = "".join(layout.status(words) for key, words in done.items() if key in request.query_params)
    told = f"Dihubungkan sejak {tanggal(wib(since).date())}. {SELESAI}" if since else f"{BELUM} {penyedia.name()}."
    form = _form(request, "lepaskan", "Lepaskan") if since else _form(request, "hubungkan", "Hubungkan", SANDI)
    return (
        f'<section class="contoh" aria-labelledby="sso"><h2 id="sso">{escape(_title())}</h2><p>{escape(told)}</p>'
        f"{notices}{layout.alert(fault) if fault else ''}{form}</section>"
    )


def _title() -> str:
    return penyedia.name()[:1].upper() + penyedia.name()[1:]


def _form(request: Request, action: str, button: str, fields: str = "") -> str:
    return (
        f'<form method="post" action="/identitas/{action}">'
        f'<input type="hidden" name="csrf" value="{passwords.csrf_of(request.state.sidik)}">{fields}'
        f'<button type="submit">{escape(button)}</button></form>'
    )
