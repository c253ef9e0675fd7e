"""The logins of one's own account that are in force, to be shown beside the change of its password."""

from anyio import to_thread
from starlette.requests import Request

from musrenbang import passwords
from musrenbang.actions import masuk
from musrenbang.formats import jam
from musrenbang.model import Sesi
from musrenbang.store.current import current
from pages.web import layout, sessions

DIAKHIRI = "Hanya login di sini yang masih berlaku."
JAM = "Yang tidak dipakai lagi berakhir sendiri pada jamnya."


async def section(request: Request, fault: str) -> str:
    """Ready HTML; `?diakhiri` says that the others have ended, `fault` why they have not."""
    ask = (current(), request.state.orang, request.state.sidik, sessions.now())
    found = await to_thread.run_sync(masuk.login_sendiri, *ask)
    notice = layout.status(DIAKHIRI) if "diakhiri" in request.query_params else ""
    way_out = _way_out(request, fault) if len(found) > 1 else ""
    return (
        '<section class="contoh" aria-labelledby="login"><h2 id="login">Login akun ini</h2>'
        f"<p>{JAM}</p>{notice}<ul>{''.join(map(_item, found))}</ul>{way_out}</section>"
    )


def _item(one: Sesi) -> str:
    """Hours tell enough, as no login lasts longer than half a day."""
    where = "Di sini" if one.di_sini else "Di tempat lain"
    return f"<li><b>{where}</b>pukul {jam(one.dibuat)} sampai {jam(one.berakhir)} WIB</li>"


def _way_out(request: Request, fault: str) -> str:
    return (
        f'<form method="post" action="/keluar-lain">{layout.alert(fault) if fault else ""}'
        f'<input type="hidden" name="csrf" value="{passwords.csrf_of(request.state.sidik)}">'
        f"{layout.field('sandi', 'Kata sandi sekarang', 'current-password')}"
        '<button type="submit">Keluar dari semua yang lain</button></form>'
    )
