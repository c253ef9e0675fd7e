"""Two servers on one PostgreSQL: one login, and what is typed at one is on the screens of the other."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from musrenbang.actions import baca, proyektor
from musrenbang.model import Orang, Peran
from musrenbang.store import moving
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from tests.browser.conftest import Sit, Stand
from tests.browser.hall import Operator
from tests.conftest import PostgresEngine
from tests.web.door import Server

pytestmark = [pytest.mark.browser, pytest.mark.postgres]
WITHIN = 2_000  # ms
SECANGGANG = "12.05.09"
CAMAT = Orang("camat.secanggang", "Camat Secanggang", Peran.CAMAT, SECANGGANG)


@pytest.fixture(scope="module")
def store(sample: Path, postgresql_engine: PostgresEngine) -> Iterator[Store]:
    """The sample on a PostgreSQL server."""
    source, target = open_store(str(sample)), open_store(postgresql_engine.empty())
    source.snapshot(lambda rows: target.transaction(lambda tx: moving.copy_rows(rows, tx, lambda part: None)))
    source.close()
    yield target
    target.close()


@pytest.fixture(scope="module")
def servers(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Server]]:
    """They share the folder of documents."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MUSRENBANG_DOKUMEN", str(tmp_path_factory.mktemp("dokumen")))
        both = Server(store._address), Server(store._address)
        for server in both:
            server.start()
        yield both
        for server in both:
            server.stop()


@pytest.fixture(scope="module")
def address(servers: tuple[Server, Server]) -> str:
    return at(servers[0])


def at(server: Server) -> str:
    return f"http://localhost:{server.port}"


def beside(operator: Operator, server: Server) -> Operator:
    """Another tab of the same browser, whose cookie is of the host, whatever the port."""
    return Operator(operator.page.context.new_page(), at(server))


def test_a_score_typed_at_one_is_on_the_screen_of_the_other(sit: Sit, servers: tuple[Server, Server]) -> None:
    here = sit(CAMAT.nama_pengguna)
    there = beside(here, servers[1])
    here.open_table()
    there.open_table()
    for writer, reader, kriteria in ((here, there, 1), (there, here, 2)):
        level = "3" if writer.cell(row=0, kriteria=kriteria).text_content() != "3" else "4"
        writer.type_level(row=0, kriteria=kriteria, level=level)
        expect(reader.cell(row=0, kriteria=kriteria)).to_have_text(level, timeout=WITHIN)
    assert here.faults() + there.faults() == []


def test_who_logs_out_at_one_is_out_at_the_other(sit: Sit, servers: tuple[Server, Server]) -> None:
    here = sit("camat.hinai")
    there = beside(here, servers[1])
    there.open("pembukaan")
    here.page.get_by_role("button", name="Keluar").click()
    here.page.wait_for_url("**/masuk")
    there.page.reload()
    there.page.wait_for_url("**/masuk*")


def test_a_projector_at_one_follows_the_operator_at_the_other(
    sit: Sit, stand: Stand, store: Store, servers: tuple[Server, Server]
) -> None:
    now = datetime.now(UTC).replace(tzinfo=None)
    rapat = baca.rapat_berjalan(store, CAMAT, SECANGGANG)[0].id
    camat, hall = sit(CAMAT.nama_pengguna), stand().page
    hall.goto(f"{at(servers[1])}/proyektor?k={proyektor.buka_layar(store, CAMAT, rapat, now)}")
    for path, told in (("verifikasi", "Verifikasi"), ("skoring", "Skoring"), ("penjelasan-skoring", "Penjelasan")):
        camat.open(path)
        expect(hall.locator("#tahap")).to_have_text(told, timeout=WITHIN)
    proyektor.akhiri_layar(store, CAMAT, rapat, now)
    expect(hall.get_by_role("alert")).to_have_text("Layar proyektor telah diakhiri oleh operator", timeout=WITHIN)
