"""What was once committed and is not there any more is told; what is only written down late is no loss."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from musrenbang.actions import masuk, saksi, skoring
from musrenbang.actions.periksa import periksa
from musrenbang.store import trail
from musrenbang.store.engine import Rows, Store
from musrenbang.store.opening import open_store
from musrenbang.store.saksi import Saksi
from musrenbang.store.trail import Chain
from tests import cast
from tests.cast import CAMAT, IRIGASI, JALAN, NILAI, NOW, RAPAT
from tests.conftest import Engine
from tests.store.test_no_room import room_up_to
from tests.witness import rows_of

RANTAI = str(RAPAT)


class Place(NamedTuple):
    """The three files of one database, wherever they lie."""

    database: Path

    @property
    def log(self) -> Path:
        return Path(f"{self.database}.wal")

    @property
    def witness(self) -> Path:
        return Path(f"{self.database}.saksi")

    def copied(self, folder: Path) -> "Place":
        """As they lie there now, as after a kill."""
        folder.mkdir(exist_ok=True)
        for path in (self.database, self.log, self.witness):
            if path.exists():
                shutil.copy(path, folder / path.name)
        return Place(folder / self.database.name)


@pytest.fixture
def store(duckdb_engine: Engine) -> Iterator[Store]:
    """A server has started on it."""
    opened = duckdb_engine.lend(cast.counting)
    saksi.perbarui(opened)
    yield opened
    opened.close()


@contextmanager
def opened(place: Place) -> Iterator[Store]:
    store = open_store(str(place.database))
    try:
        yield store
    finally:
        store.close()


def witness_of(store: Store) -> Saksi:
    assert store.saksi
    return store.saksi


def place_of(store: Store) -> Place:
    return Place(Path(str(witness_of(store).path).removesuffix(".saksi")))


def save(store: Store, *which: cast.Usulan) -> None:
    skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, {u.id: NILAI[u.id] for u in which}), NOW)


def told(store: Store) -> str | None:
    lost = saksi.kehilangan(store)
    return lost.key if lost else None


def test_a_log_that_is_cut_off_anywhere_is_told(store: Store, tmp_path: Path) -> None:
    save(store, JALAN)
    save(store, IRIGASI)
    place = place_of(store).copied(tmp_path / "utuh")
    log = place.log.read_bytes()
    for n, size in enumerate([0, 1, *range(len(log) // 9, len(log), len(log) // 9), len(log) - 1]):
        cut = place.copied(tmp_path / str(n))
        cut.log.write_bytes(log[:size])
        with opened(cut) as found:
            lost = saksi.kehilangan(found)
            assert lost
            assert (lost.key, lost.facts["rantai"]) == ("perubahan_hilang", "Kecamatan Bahorok tahun 2027")
            assert sum("tidak ada lagi di basis data" in sentence for sentence in periksa(found)) == 1
    with opened(place) as found:
        assert told(found) is None
        assert periksa(found) == []


def test_a_log_that_is_gone_is_told(store: Store, tmp_path: Path) -> None:
    save(store, JALAN)
    place = place_of(store).copied(tmp_path)
    place.log.unlink()
    with opened(place) as found:
        assert told(found) == "perubahan_hilang"


def test_an_older_copy_in_the_place_of_the_file_is_told(store: Store, tmp_path: Path) -> None:
    save(store, JALAN)
    older = place_of(store).copied(tmp_path / "lama")
    masuk.masuk(store, CAMAT.nama_pengguna, cast.SANDI, "-", NOW)
    shutil.copy(witness_of(store).path, older.witness)
    with opened(older) as found:
        lost = saksi.kehilangan(found)
        assert lost
        assert lost.facts["rantai"] == "akun"


def test_what_is_written_after_a_loss_does_not_hide_it(store: Store, tmp_path: Path) -> None:
    """Such as by a command, before the server is started."""
    older = place_of(store).copied(tmp_path / "lama")
    save(store, JALAN)
    shutil.copy(witness_of(store).path, older.witness)
    with opened(older) as found:
        skoring.simpan_skor(
            found, CAMAT, RAPAT, cast.filled(found, {IRIGASI.id: NILAI[IRIGASI.id]}), NOW + timedelta(1)
        )
        assert told(found) == "perubahan_hilang"


def test_another_database_is_told_without_a_name(store: Store, tmp_path: Path) -> None:
    """Also one that has nothing in it."""
    save(store, JALAN)
    place = place_of(store).copied(tmp_path)
    place.database.unlink()
    place.log.unlink()
    with opened(place) as found:
        lost = saksi.kehilangan(found)
        assert lost
        assert saksi.TANPA_NAMA in lost.facts["rantai"]


def test_a_witness_that_is_behind_is_no_loss(store: Store, tmp_path: Path) -> None:
    """As after a kill between a commit and its line, and after a crash of the system."""
    save(store, JALAN)
    behind = witness_of(store).path.read_bytes()
    save(store, IRIGASI)
    place = place_of(store).copied(tmp_path)
    place.witness.write_bytes(behind)
    with opened(place) as found:
        assert told(found) is None


def test_a_torn_line_is_none_and_the_next_does_not_grow_on_it(store: Store) -> None:
    save(store, JALAN)
    path = witness_of(store).path
    whole = path.read_bytes()
    path.write_bytes(whole + f"{RANTAI} 12ab".encode())
    assert told(store) is None
    save(store, IRIGASI)
    assert path.read_bytes() == whole + f"{RANTAI} {trail.head(store, RANTAI)}\n".encode()
    assert told(store) is None


def test_a_full_disk_under_the_witness_fails_no_action(store: Store) -> None:
    path = witness_of(store).path
    line = f"{RANTAI} {trail.head(store, RANTAI)}\n".encode()
    path.write_bytes(line * 100_000)  # longer than anything that the database itself has to write
    with room_up_to(path.stat().st_size + 20):
        save(store, JALAN)
    assert cast.row(store, JALAN).tingkat == NILAI[JALAN.id]
    assert path.stat().st_size == len(line) * 100_000 + 20
    assert told(store) is None
    save(store, IRIGASI)
    assert path.read_bytes() == line * 100_000 + f"{RANTAI} {trail.head(store, RANTAI)}\n".encode()


def test_a_witness_that_cannot_be_written_fails_no_action_and_is_told(store: Store) -> None:
    path = witness_of(store).path
    path.unlink()
    path.mkdir()
    save(store, JALAN)
    assert cast.row(store, JALAN).tingkat == NILAI[JALAN.id]
    assert told(store) == "saksi_rusak"
    saksi.perbarui(store)
    assert told(store) == "saksi_rusak"


@pytest.mark.parametrize("content", [b"\xff\xfe\n", b"tanpa sidik\n", b"\n", b"x " + b"0" * 63 + b"\n"])
def test_a_damaged_witness_is_told(store: Store, content: bytes) -> None:
    path = witness_of(store).path
    path.write_bytes(content + path.read_bytes())
    lost = saksi.kehilangan(store)
    assert lost
    assert (lost.key, lost.facts["berkas"]) == ("saksi_rusak", path)


def test_it_begins_with_the_start_of_a_server(duckdb_engine: Engine) -> None:
    store = duckdb_engine.lend(cast.counting)
    save(store, JALAN)
    assert not witness_of(store).path.exists()
    assert told(store) is None
    saksi.perbarui(store)
    assert witness_of(store).known() == set(trail.heads(store).items())
    assert (RANTAI, rows_of(store)[-1].hash) in witness_of(store).known()
    store.close()


def test_it_begins_anew_with_one_line_of_each_chain(store: Store) -> None:
    for which in (JALAN, IRIGASI):
        save(store, which)
    assert len(witness_of(store).known()) > len(trail.heads(store))
    saksi.perbarui(store)
    assert witness_of(store).path.read_text().count("\n") == len(trail.heads(store))
    assert told(store) is None


def test_what_was_rolled_back_or_has_no_row_is_not_in_it(store: Store) -> None:
    before = witness_of(store).path.read_bytes()
    with pytest.raises(ValueError, match="mundur"):
        store.transaction(_write_and_give_up)
    store.transaction(lambda tx: Chain(tx, "kosong", CAMAT.nama_pengguna, NOW).close())
    assert witness_of(store).path.read_bytes() == before


def _write_and_give_up(tx: Rows) -> None:
    chain = Chain(tx, RANTAI, CAMAT.nama_pengguna, NOW)
    chain.write("x", "y")
    chain.close()
    raise ValueError("mundur")


def test_accepting_is_in_the_trail_and_accepts_nothing_later(store: Store) -> None:
    witness_of(store).add({RANTAI: "ab" * 32})
    lost = saksi.kehilangan(store)
    assert lost
    saksi.terima(store, lost, NOW)
    saksi.perbarui(store)
    assert told(store) is None
    row = rows_of(store, "data induk")[-1]
    assert (row.tindakan, row.objek, row.oleh) == (saksi.TERIMA, "basis data", "administrator")
    assert row.sesudah == '{"perubahan_hilang":"Kecamatan Bahorok tahun 2027"}'
    assert periksa(store) == []
    witness_of(store).add({RANTAI: "ab" * 32})
    again = saksi.kehilangan(store)
    assert again
    assert again.facts["kode"] != lost.facts["kode"]


def test_there_is_none_in_memory() -> None:
    store = open_store(":memory:")
    assert store.saksi is None
    assert saksi.kehilangan(store) is None
    saksi.perbarui(store)
    store.close()
