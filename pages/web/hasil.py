"""What meetings have decided, for everybody: pages without login and without scripts, and their open data."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from musrenbang.actions import baca, umum
from musrenbang.errors import Refused
from musrenbang.formats import bulat, rupiah, tanggal, wib
from musrenbang.model import HasilKecamatan, KirimDitarik
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.web import hasil_rapat, layout, sessions
from pages.web.downloads import KINDS
from pages.web.hasil_rapat import Cari

STYLES = '<link rel="stylesheet" href="/umum/hasil.css">'
HEADS = ("Kecamatan", "Keadaan", "Usulan prioritas", "Perkiraan biaya", "Dijawab OPD")
ALL = layout.link("/hasil", "Ke hasil semua kecamatan")
BELUM = {
    "terbuka_belum_dikirim": "Usulan musrenbang ini belum dikirim ke OPD, sehingga hasilnya belum ada.",
    "terbuka_dibuka_kembali": "",
}
MOST = 100  # characters of a search


async def of_year(request: Request) -> Response:
    """/hasil shows the running year."""
    years = await to_thread.run_sync(umum.tahun, current())
    running = await to_thread.run_sync(baca.tahun_berjalan, current())
    tahun: int = request.path_params.get("tahun", running)
    rows = await to_thread.run_sync(umum.hasil, current(), tahun)
    others = "".join(f' <a href="/hasil/{year}">{year}</a>' for year in years if year != tahun)
    table = _table(tahun, rows) if rows else '<p class="terang">Tidak ada musrenbang pada tahun ini.</p>'
    content = (
        f"<h2>Hasil Musrenbang Kecamatan {tahun}</h2>{table}"
        f"{f'<p>Tahun lain:{others}</p>' if others else ''}"
        f"{layout.link('/jadwal', 'Lihat jadwal musrenbang')}{layout.link('/masuk', 'Masuk ke aplikasi')}"
    )
    return _page(f"Hasil {tahun}", content)


async def of_kecamatan(request: Request) -> Response:
    """`?desa=` and `?kata=` narrow what is listed."""
    said = request.query_params
    cari = Cari(said.get("desa", "")[:MOST], said.get("kata", "")[:MOST])
    p = request.path_params
    try:
        content = await to_thread.run_sync(_content, p["kecamatan"], p["tahun"], cari)
    except Refused as refused:
        return _refused(refused)
    return _page(f"Hasil {p['tahun']}", content)


async def download(request: Request) -> Response:
    p = request.path_params
    makers, media_type = KINDS[p["jenis"]]
    ask = (current(), p["kecamatan"], p["tahun"], sessions.now())
    try:
        bahan = await to_thread.run_sync(umum.hasil_rapat, *ask)
    except Refused as refused:
        return _refused(refused)
    content = await to_thread.run_sync(makers["terbuka"], bahan)
    name = f"hasil-{p['kecamatan']}-{p['tahun']}.{p['jenis']}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=media_type, headers=headers)


def _content(kecamatan: str, tahun: int, cari: Cari) -> str:
    return hasil_rapat.content(umum.hasil_rapat(current(), kecamatan, tahun, sessions.now()), cari)


def _refused(refused: Refused) -> Response:
    """A meeting that has not sent, or is open again, tells that, and nothing else."""
    issue = refused.issues[0]
    if issue.key in BELUM:
        nama = escape(issue.facts["kecamatan"])
        told = BELUM[issue.key] or escape(sentence(issue))
        return _page("Hasil", f'<h2>Hasil Musrenbang Kecamatan {nama}</h2><p class="terang">{told}</p>{ALL}')
    return layout.message(sentence(issue), 404, "/hasil", "Ke hasil semua kecamatan")


def _page(title: str, content: str) -> Response:
    return layout.page(title, f'{STYLES}<section class="jadwal hasil">{content}</section>')


def _table(tahun: int, rows: Sequence[HasilKecamatan]) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(tahun, row))}</tr>" for row in rows)
    return f'<table class="daftar"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _cells(tahun: int, row: HasilKecamatan) -> tuple[str, ...]:
    nama = escape(row.kecamatan.nama)
    if row.dikirim is None:
        return (f"<b>{nama}</b>", _taken_back(row.ditarik) if row.ditarik else "Belum dikirim ke OPD", "", "", "")
    return (
        f'<b><a href="/hasil/{tahun}/{row.kecamatan.kode}">{nama}</a></b>',
        f"Dikirim {_day(row.dikirim)}",
        f"{bulat(row.usulan)} usulan",
        rupiah(row.biaya),
        f"{bulat(row.dijawab)} dijawab",
    )


def _taken_back(k: KirimDitarik) -> str:
    surat = f"Surat nomor {k.nomor_surat} tanggal {tanggal(k.tanggal_surat)}"
    return (
        f"Dibuka kembali {_day(k.dibuka_kembali)}<small>Sebelumnya dikirim {_day(k.dikirim)}. {escape(surat)}.</small>"
    )


def _day(waktu: datetime) -> str:
    return tanggal(wib(waktu).date())
