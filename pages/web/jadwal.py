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
from pages.web import layout

HEADS = ("Kecamatan", "Hari dan tanggal", "Pukul", "Tempat", "Keadaan")


async def show(_request: Request) -> Response:
    tahun, rows = await to_thread.run_sync(_asked)
    table = _table(rows) if rows else '<p class="terang">Jadwal belum disusun.</p>'
    content = f'<section class="jadwal"><h2>Jadwal Musrenbang Kecamatan {tahun or ""}</h2>{table}'
    return layout.page("Jadwal", f"{content}{layout.link('/masuk', 'Masuk ke aplikasi')}</section>")


def _asked() -> tuple[int | None, list[Jadwal]]:
    store = current()
    tahun = baca.tahun_berjalan(store)
    return tahun, umum.jadwal(store, tahun)


def _table(rows: Sequence[Jadwal]) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(row))}</tr>" for row in rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _cells(row: Jadwal) -> tuple[str, ...]:
    day = hari_tanggal(row.tanggal) if row.tanggal else "Belum ditetapkan"
    place = ", ".join(part for part in (row.tempat, row.alamat) if part) or "–"
    return (f"<b>{escape(row.kecamatan)}</b>", day, hours(row), escape(place), state(row))


def hours(row: Jadwal) -> str:
    """ "09.00–15.00 WIB", with what is known of it."""
    if row.tanggal is None or not row.jam_mulai:
        return "–"
    until = f"–{escape(row.jam_selesai)}" if row.jam_selesai else ""
    return f"{escape(row.jam_mulai)}{until} WIB"


def state(row: Jadwal) -> str:
    if row.dikirim:
        return f"Selesai, dikirim {tanggal(wib(row.dikirim).date())}"
    if row.dibuka_kembali:
        return "Dibuka kembali"
    return "Sedang berlangsung" if row.dimulai else "Akan datang"
