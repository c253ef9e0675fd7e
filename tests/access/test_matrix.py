"""Every action and question of the core, for every kind of person, in every state of a meeting: as the table says."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from musrenbang import actions
from tests.access import table, walk
from tests.access.table import IN_MEETING, SOME, STATES, read
from tests.conftest import DuckEngine

Cells = dict[tuple[str, str], tuple[bool, str]]

TABLE = read(table.IN_MEETING) | read(table.ELSEWHERE)
STRANGE = {"bukan_wewenang", "bukan_wilayah"}  # what they hear whose it is not

# for everybody, also without a login: what is public anyway, the way in, and the projector's own session
OPEN = """
umum.hasil umum.hasil_rapat umum.jadwal umum.tahun periksa_dokumen.periksa_kode periksa_dokumen.bahan_dokumen
periksa_dokumen.dengan_jatah proyektor.tamu proyektor.keadaan_layar lambang.sekarang lambang.tanda lambang.berlaku
baca.tahun_berjalan masuk.masuk masuk.keluar masuk.siapa masuk.jeda masuk.bekerja
identitas.masuk_dengan_identitas identitas.ditunggu salin.folder_salinan salin.kabar
kesehatan.kesehatan terima_kapsul.kabar
"""
# what the administrator's commands and the start of a server do
COMMANDS = """
siapkan.siapkan siapkan.isi_rujukan periksa.periksa pindahkan.pindahkan pulihkan.pulihkan berkas.sweep
salin.wait_until_done rotasi.rapikan jejak.terakhir kapsul_laptop.buka kapsul_laptop.serahkan kapsul_perintah.jalankan
kapsul_perintah.salah_masukan saksi.kehilangan saksi.terima saksi.perbarui
"""
# what actions are made of: they work inside one that has asked already
PARTS = """
berkas.kept berkas.must_be_what_it_says berkas.named_by_content berkas.receive berkas.removed_unless_named
berkas.room_for catatan.dicatat catatan.sandi_akun catatan.tercatat deciding.as_stored deciding.chosen deciding.cleaned
deciding.content_issues deciding.picture deciding.save deciding.stale deciding.whole deciding.with_notes
dokumen.may_come dokumen.retire_minutes door.clean door.refuse_changed door.refuse_moved induk.must_exist induk.one_line
induk_aturan.told induk_kriteria.told induk_lembar.told induk_pagu.given induk_pagu.stored induk_pagu.told
induk_prioritas.told jalannya.saat_di jawaban.lapse jawaban.picture jejak.names kapsul.about kapsul.appearing
kapsul.may_go kapsul.seal kapsul_bentrok.issues kapsul_laptop.unpack kapsul_laptop.version masuk.must_know masuk.unlink
own_desa.closed own_desa.objek own_desa.open_desa periksa.chain_faults periksa.everything periksa.readable
periksa.usulan_faults periksa_isi.account_faults periksa_isi.master_faults periksa_isi.meeting_faults saksi.nama_rantai
terkirim.changed_for_opd terkirim.changed_minutes terkirim.changed_since terkirim.code terkirim.sendings
usulan_desa.picture
"""
# parts without any secret
DRAWN = {"berkas.receive", "berkas.room_for", "induk_lembar.told", "induk_pagu.given", "dokumen.may_come"}


@pytest.fixture(scope="module")
def matrix(duckdb_engine: DuckEngine) -> Iterator[dict[str, Cells]]:
    """Played on one engine: that actions do the same on both is what tests/actions are for."""
    store = duckdb_engine.lend(_nothing)
    yield {state: walk.cells(store, state) for state in walk.stages(store)}
    duckdb_engine.take_back(store)


def _nothing(_store: object) -> None: ...


@pytest.mark.parametrize("state", STATES)
def test_it_is_done_or_refused_as_the_table_says(matrix: dict[str, Cells], state: str) -> None:
    """And what was refused has written nothing."""
    wrong = {cell: came for cell, (due, came) in matrix[state].items() if due != (came == walk.DONE)}
    assert wrong == {}


def test_whose_it_is_not_is_told_so(matrix: dict[str, Cells]) -> None:
    """And whose it is hears what stands in the way."""
    for (name, person), said in _said(matrix).items():
        if name not in TABLE:
            continue
        column = TABLE[name][[who.nama_pengguna for who in walk.PEOPLE].index(person)]
        if column == "-":
            assert said <= STRANGE | {"tidak_ditemukan"}, (name, person)
        if column == "~":
            assert not said & STRANGE, (name, person)


def _said(matrix: dict[str, Cells]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for cells in matrix.values():
        for cell, (_, came) in cells.items():
            found.setdefault(cell, set()).add(came)
    return found


def test_the_table_is_whole(matrix: dict[str, Cells]) -> None:
    """Eight people, no state that does not exist, and a call for each row."""
    assert set(TABLE) == set(walk.CALLS)
    assert {len(columns) for columns in TABLE.values()} == {len(walk.PEOPLE)}
    assert {letter for columns in TABLE.values() for column in columns for letter in column} <= {*STATES, *"*~-"}
    rows, everywhere = len(read(IN_MEETING)), len(TABLE)
    expected = {state: 8 * (everywhere if state in SOME else rows) + 1 for state in STATES}
    assert {state: len(cells) for state, cells in matrix.items()} == expected


def test_every_public_function_of_the_actions_has_its_row() -> None:
    rows = {name.split("+")[0] for name in TABLE}
    exempt = [*OPEN.split(), *COMMANDS.split(), *PARTS.split()]
    assert public_functions() == rows | set(exempt)
    assert not rows & set(exempt)


def public_functions() -> set[str]:
    found: set[str] = set()
    for module in pkgutil.iter_modules(actions.__path__):
        loaded = importlib.import_module(f"musrenbang.actions.{module.name}")
        own = (f for _, f in inspect.getmembers(loaded, inspect.isfunction) if f.__module__ == loaded.__name__)
        found |= {f"{module.name}.{f.__name__}" for f in own if not f.__name__.startswith("_")}
    return found


def test_no_screen_uses_what_asks_nobody() -> None:
    """Parts and commands are for the core and the command line; a server's start and end are the one exception."""
    forbidden = {*PARTS.split(), *COMMANDS.split()} - DRAWN
    pages = Path(walk.__file__).parents[2] / "pages"
    used = {(file.name, name) for file in pages.rglob("*.py") for name in _actions_used(file) if name in forbidden}
    asked = ("berkas.sweep", "jejak.terakhir", "saksi.kehilangan", "saksi.terima", "saksi.perbarui")
    start = {("start.py", name) for name in asked}
    bell = {"salin.wait_until_done", "kapsul_perintah.jalankan", "kapsul_perintah.salah_masukan"}
    assert used == start | {("salin_socket.py", name) for name in bell}


def _actions_used(file: Path) -> set[str]:
    """MODULE.FUNCTION of musrenbang.actions as one source file names them, whatever it calls the module."""
    tree, modules, used = ast.parse(file.read_text(encoding="utf-8")), dict[str, str](), set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "musrenbang.actions":
            modules |= {alias.asname or alias.name: alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("musrenbang.actions."):
            used |= {f"{(node.module or '').split('.')[2]}.{alias.name}" for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            used.add(f"{modules[node.value.id]}.{node.attr}")
    return used
