"""The pages of the Layar Proyektor: the hall's, and the one for who has no valid link."""

from html import escape

HEADERS = {
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}
HEAD = """<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Layar Proyektor · Musrenbang Kecamatan</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/umum/proyektor.css">"""
PAGE = HEAD + (
    """<script src="/umum/proyektor.js" defer></script></head>
<body><header><h1>{kepala}</h1><span id="tahap">{tahap}</span>"""
    """<span class="jam" role="timer" aria-label="Jam"><b id="jam"></b> WIB</span></header>
<div class="rebung"></div><main id="isi">{isi}</main>
<p id="putus" role="status" hidden>Sambungan terputus, menyambung kembali…</p>
<div id="akhir" role="alert" hidden><p>Layar proyektor telah diakhiri oleh operator</p></div></body></html>"""
)
CLOSED = HEAD + (
    """</head><body class="tutup"><main><h1>Layar Proyektor</h1><p>Layar ini belum tersambung ke musrenbang. """
    "Pindai kode QR, atau buka tautan yang ditampilkan operator.</p></main></body></html>"
)


def page(shown: dict[str, str]) -> str:
    """`shown` as the broadcast makes it: text for the strip, and ready HTML."""
    return PAGE.format(kepala=escape(shown["kepala"]), tahap=escape(shown["tahap"]), isi=shown["isi"])


def closed() -> str:
    return CLOSED
