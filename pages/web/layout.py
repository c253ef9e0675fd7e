"""The look of the pages that are served without Streamlit. They work without JavaScript, which their policy forbids."""

from html import escape

from starlette.responses import HTMLResponse

HEADERS = {
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}
PAGE = """<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Musrenbang Kecamatan</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/umum/masuk.css">
</head><body><header><p class="instansi">Pemerintah Kabupaten Langkat</p><h1>Musrenbang Kecamatan</h1>
<p class="isi">Verifikasi, skoring, dan pengiriman usulan prioritas kecamatan.</p><div class="rebung"></div></header>
<main>{content}</main></body></html>"""


def page(title: str, content: str, status: int = 200) -> HTMLResponse:
    """`content` is ready HTML."""
    return HTMLResponse(PAGE.format(title=escape(title), content=content), status, HEADERS)


def message(words: str, status: int, way_out: str, name: str) -> HTMLResponse:
    """One refusal as a page, with a link onwards."""
    return page("Tidak dapat dibuka", f'<div class="kabar">{alert(words)}{link(way_out, name)}</div>', status)


def alert(words: str) -> str:
    return f'<p class="salah" role="alert">{escape(words)}</p>'


def status(words: str) -> str:
    return f'<p class="berhasil" role="status">{escape(words)}</p>'


def link(address: str, words: str) -> str:
    return f'<p class="lanjut"><a href="{escape(address)}">{escape(words)}</a></p>'


def form(action: str, token: str, title: str, fields: str, button: str, below: str = "") -> str:
    """`fields` and `below` are ready HTML above and below the one button."""
    return (
        f'<form method="post" action="{action}"><input type="hidden" name="csrf" value="{escape(token)}">'
        f'<h2>{escape(title)}</h2>{fields}<button type="submit">{escape(button)}</button>{below}</form>'
    )


def field(name: str, label: str, autocomplete: str, value: str = "", secret: bool = True, focus: bool = False) -> str:
    """Obligatory; `autocomplete` is the browser's word for what belongs here."""
    kind = "password" if secret else "text"
    return (
        f'<label for="{name}">{escape(label)}</label><input id="{name}" name="{name}" type="{kind}" '
        f'autocomplete="{autocomplete}" value="{escape(value)}" maxlength="256" required{" autofocus" * focus}>'
    )
