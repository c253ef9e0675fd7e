"""When and where each kecamatan meets: a page for everybody, before any login (L02)."""

from collections.abc import Sequence
from html import escape

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from musrenbang.actions import baca, umum
from musrenbang.formats import hari_tanggal, tanggal, wib
from musrenbang.model import Jadwal
from musrenbang.store.current import current
from pages.parts.kalender import calendar, hours, place
from pages.web import layout

STYLE = '<link rel="stylesheet" href="/umum/kalender.css">'
ONWARD = layout.link("/hasil", "Lihat hasil musrenbang") + layout.link("/masuk", "Masuk ke aplikasi")
HEADS = ("Kecamatan", "Hari dan tanggal", "Pukul", "Tempat", "Keadaan")


async def show(_request: Request) -> Response:
    tahun, rows = await to_thread.run_sync(_asked)
    shown = _table(rows) + calendar(rows) if rows else '<p class="terang">Jadwal belum disusun.</p>'
    content = f'{STYLE}<section class="jadwal"><h2>Jadwal Musrenbang Kecamatan {tahun or ""}</h2>{shown}'
    return layout.page("Jadwal", f"{content}{ONWARD}</section>")


def _asked() -> tuple[int | None, list[Jadwal]]:
    store = current()
    tahun = baca.tahun_berjalan(store)
    return tahun, umum.jadwal(store, tahun)


def _table(rows: Sequence[Jadwal]) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(row))}</tr>" for row in rows)
    return f"<table class=daftar><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _cells(row: Jadwal) -> tuple[str, ...]:
    day = hari_tanggal(row.tanggal) if row.tanggal else "Belum ditetapkan"
    return (f"<b>{escape(row.kecamatan)}</b>", day, hours(row), place(row), state(row))


def state(row: Jadwal) -> str:
    if row.dikirim:
        return f"Selesai, dikirim {tanggal(wib(row.dikirim).date())}"
    if row.dibuka_kembali:
        return "Dibuka kembali"
    return "Sedang berlangsung" if row.dimulai else "Akan datang"
