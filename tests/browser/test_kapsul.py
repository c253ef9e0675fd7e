"""From Bappeda's screen Data to a laptop and back: once, told when it comes again, and not where something stands
against it."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import expect

from musrenbang.actions import baca, skoring
from musrenbang.model import Kecamatan, Orang
from musrenbang.naming import camat
from musrenbang.store.engine import Rows, Store
from musrenbang.store.opening import open_store
from musrenbang.store.trail import Chain
from tests.away import hand_over, laptop
from tests.browser.conftest import Sit, Stand
from tests.browser.hall import Operator
from tests.browser.test_axe import grave
from tests.browser.test_zoom import OUT_OF_SIGHT
from tests.browser.test_zoom import WINDOW as AT_200_PERCENT
from tests.web.door import Server

pytestmark = pytest.mark.browser

TANJUNG_PURA, SECANGGANG = camat(Kecamatan("12.05.11", "Tanjung Pura")), camat(Kecamatan("12.05.09", "Secanggang"))


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def make(bappeda: Operator, nama: str) -> None:
    """With a press too many."""
    bappeda.press("Buat kapsul")
    field = bappeda.dialog.get_by_role("combobox")
    field.click()
    field.fill(nama)
    bappeda.page.get_by_role("option", name=nama).click()
    bappeda.settle()
    bappeda.dialog.get_by_role("button", name="Buat kapsul").dblclick()
    bappeda.sees(f"Kapsul Kecamatan {nama} tahun 2027 siap diunduh")
    expect(bappeda.dialog).to_have_count(0)
    expect(bappeda.page.locator(".masalah")).to_have_count(0)


def held(file: Path, who: Orang) -> Path:
    """What comes back when the first level of one usulan is changed on the laptop."""
    with laptop(file, file.stem, now()) as there:
        rapat = meeting(there, who)
        scored = next(u for u in baca.usulan_masuk(there, who, rapat) if u.tingkat)
        level = (scored.tingkat or (None,))[0]
        skoring.ketik_skor(there, who, rapat, {scored.id: {0: (level, (level or 0) % 5 + 1)}}, now())
        return hand_over(there, file.with_suffix(".hasil.kapsul"), now())


def meeting(store: Store, who: Orang) -> UUID:
    return baca.rapat_berjalan(store, who, who.wilayah or "")[0].id


def write_meanwhile(database: Path, who: Orang) -> None:
    """As somebody at the database would, past the lock."""
    store = open_store(str(database))
    rapat = str(meeting(store, who))

    def work(tx: Rows) -> None:
        chain = Chain(tx, rapat, who.nama_pengguna, now())
        chain.write("isi Daftar Hadir", "daftar hadir", {"tempat": ""}, {"tempat": "Balai Desa"})
        chain.write("isi Berita Acara", "berita acara", {"nomor": ""}, {"nomor": "1/BA"})
        chain.close()

    store.transaction(work)
    store.close()


def tells_the_camat(stand: Stand, database: Path) -> None:
    """On the laptop itself."""
    own = Server(database)
    own.start()
    camat = Operator(stand().page, f"http://localhost:{own.port}")
    camat.log_in(TANJUNG_PURA.nama_pengguna)
    camat.open("kirim")
    camat.sees("Hasil musrenbang ini sudah ditulis ke berkas untuk Bappeda dan terkunci di laptop ini.")
    own.stop()


def bring(bappeda: Operator, file: Path) -> None:
    bappeda.page.locator(".unggah input").set_input_files(file)


def test_out_and_back(sit: Sit, stand: Stand, server: Server, database: Path, tmp_path: Path) -> None:
    bappeda = sit("bappeda")
    bappeda.open("data")
    bappeda.sees("Tidak ada musrenbang yang sedang dibawa kapsul.")
    for nama in ("Tanjung Pura", "Secanggang"):
        make(bappeda, nama)
        content = bappeda.download(f"Unduh kapsul Kecamatan {nama}", tmp_path)
        (tmp_path / f"{nama}.kapsul").write_bytes(content)
    assert grave(bappeda.page) + bappeda.faults() == []

    back = held(tmp_path / "Tanjung Pura.kapsul", TANJUNG_PURA)
    for told in ("diterima: 2 baris jejak, 0 dokumen baru.", "sudah diterima pada"):
        bring(bappeda, back)
        bappeda.sees(f"Kapsul Kecamatan Tanjung Pura tahun 2027 {told}")
    bappeda.sees("Hasil diterima")
    expect(bappeda.page.get_by_role("link", name="Unduh kapsul Kecamatan Tanjung Pura")).to_have_count(0)

    tells_the_camat(stand, tmp_path / "Tanjung Pura.duckdb")

    server.stop()
    write_meanwhile(database, SECANGGANG)
    server.start()
    bappeda.open("data")
    bring(bappeda, held(tmp_path / "Secanggang.kapsul", SECANGGANG))
    bappeda.sees("belum dapat diterima, karena 2 hal:")
    bappeda.sees("Daftar Hadir: di Bappeda diisi (tempat")
    bappeda.sees("Berita Acara: di Bappeda diisi (nomor")
    found = grave(bappeda.page)
    bappeda.page.set_viewport_size(AT_200_PERCENT)
    assert found + bappeda.page.evaluate(OUT_OF_SIGHT) == []

    bappeda.press("Batalkan")
    bappeda.press("Batalkan kapsul", bappeda.dialog)
    bappeda.sees("Kapsul Kecamatan Secanggang tahun 2027 dibatalkan.")
    bappeda.sees("Tidak ada musrenbang yang sedang dibawa kapsul.")
    assert bappeda.faults() == []
