"""A copy of everything, taken while people write: whatever was acknowledged before it began is in it."""

import errno
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from musrenbang.actions import lambang, salin, skoring
from musrenbang.actions.periksa import periksa
from musrenbang.actions.skoring import Isian
from musrenbang.model import KABUPATEN, Salinan
from musrenbang.store import berkas, copying, trail
from musrenbang.store.engine import Store
from tests import cast
from tests.actions.test_ganti_lambang import picture
from tests.cast import BAPPEDA, CAMAT, DESA, JALAN, NOW, OPD_PUTR, ORANG_LAIN, RAPAT
from tests.conftest import StoreAt
from tests.witness import dump, refused

LEFT_OUT = ("sesi", "gagal_masuk", "layar_proyektor")


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(cast.sent)


def copied(store: Store, folder: Path) -> Salinan:
    return salin.salin(store, BAPPEDA, folder, NOW)


def content(store: Store) -> dict[str, list[str]]:
    return {table: rows for table, rows in dump(store).items() if table not in LEFT_OUT}


def test_every_row_and_every_document_is_in_it(store: Store, tmp_path: Path) -> None:
    for colour in ("red", "blue"):
        lambang.ganti(store, BAPPEDA, picture(colour), f"{colour}.png", NOW)
    made = copied(store, tmp_path)
    with copying.opened(made) as inside:
        assert content(inside) == content(store)
        assert all(inside.files.read(id_) == store.files.read(id_) for id_ in berkas.ids(store))
        assert periksa(inside) == []
    assert (made.folder, made.asal, made.dokumen) == (tmp_path / "musrenbang-20270215-090000", store.name, 2)
    assert made.tabel["usulan_masuk"] == 5
    assert copying.is_whole(made)
    assert sorted(p.name for p in made.folder.iterdir()) == ["dokumen", "keterangan.json", "musrenbang.duckdb"]
    assert made.folder.stat().st_mode & 0o077 == 0  # it holds the hashes of passwords


def test_the_documents_are_copies_and_no_links(store: Store, tmp_path: Path) -> None:
    lambang.ganti(store, BAPPEDA, picture(), "lambang.png", NOW)
    made = copied(store, tmp_path)
    [id_] = berkas.ids(store)
    assert (made.folder / "dokumen" / str(id_)).stat().st_nlink == 1
    assert not (made.folder / "dokumen" / str(id_)).samefile(store.files.path(id_))


def test_nobody_stays_logged_in_by_way_of_a_copy(store: Store, tmp_path: Path) -> None:
    store.rows(
        "insert into sesi (sidik, nama_pengguna, dibuat, berakhir) values (repeat('a', 64), 'bappeda', $1, $1)", NOW
    )
    with copying.opened(copied(store, tmp_path)) as inside:
        assert inside.rows("select * from sesi") == []


def test_the_newest_is_named_first_and_none_is_taken_away(store: Store, tmp_path: Path) -> None:
    made = [salin.salin(store, BAPPEDA, tmp_path, NOW + timedelta(seconds=s)) for s in (0, 0, 5)]
    assert [s.folder.name for s in salin.salinan(BAPPEDA, tmp_path)] == [
        "musrenbang-20270215-090005", "musrenbang-20270215-090000-2", "musrenbang-20270215-090000",
    ]  # fmt: skip
    assert salin.salinan(BAPPEDA, tmp_path)[0] == made[2]
    assert salin.salinan(BAPPEDA, tmp_path / "tidak ada") == []


def test_progress_goes_from_nothing_to_all(store: Store, tmp_path: Path) -> None:
    lambang.ganti(store, BAPPEDA, picture(), "lambang.png", NOW)
    told: list[float] = []
    salin.salin(store, BAPPEDA, tmp_path, NOW, told.append)
    assert told == sorted(told)
    assert told[0] < 0.3
    assert told[-1] == 1.0


@pytest.mark.parametrize("who", [CAMAT, ORANG_LAIN, OPD_PUTR, DESA], ids=lambda who: who.nama_pengguna)
def test_only_bappeda_copies_or_sees_copies(store: Store, tmp_path: Path, who: cast.Orang) -> None:
    with refused(store, "bukan_wewenang"):
        salin.salin(store, who, tmp_path, NOW)
    with refused(store, "bukan_wewenang"):
        salin.salinan(who, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_second_copy_at_the_same_time_is_refused(store: Store, tmp_path: Path) -> None:
    refusals: list[None] = []

    def meanwhile(part: float) -> None:
        if not refusals:
            with refused(store, "sedang_disalin"):
                copied(store, tmp_path)
            refusals.append(None)

    salin.salin(store, BAPPEDA, tmp_path, NOW, meanwhile)
    assert refusals
    copied(store, tmp_path)


def test_where_nothing_can_be_written_it_is_said(store: Store, tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    with refused(store, "salinan_gagal"):
        copied(store, tmp_path / "berkas")
    with refused(store, "salinan_gagal"):
        copied(store, tmp_path / "berkas" / "di dalam")


def test_a_copy_that_breaks_off_leaves_nothing(store: Store, tmp_path: Path) -> None:
    def full(part: float) -> None:
        if part > 0.2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with refused(store, "salinan_gagal"):
        salin.salin(store, BAPPEDA, tmp_path, NOW, full)
    assert list(tmp_path.iterdir()) == []
    copied(store, tmp_path)


def test_no_copy_fills_the_disk(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "SPARE", 1 << 60)
    with refused(store, "salinan_gagal"):
        copied(store, tmp_path)


def test_what_a_kill_left_is_cleared_once_it_is_a_day_old(store: Store, tmp_path: Path) -> None:
    old, young = (tmp_path / f".musrenbang-{name}.setengah-jadi" for name in ("lama", "baru"))
    for left in (old, young):
        left.mkdir()
    os.utime(old, (time.time() - 90_000,) * 2)
    copied(store, tmp_path)
    assert (old.exists(), young.exists()) == (False, True)


def test_a_document_that_was_lost_before_is_told_and_stops_no_copy(store: Store, tmp_path: Path) -> None:
    lambang.ganti(store, BAPPEDA, picture("red"), "hilang.png", NOW)
    lambang.ganti(store, BAPPEDA, picture("blue"), "berubah.png", NOW)
    lambang.ganti(store, BAPPEDA, picture("green"), "utuh.png", NOW)
    by_name = {b.nama: store.files.path(b.id) for b in berkas.of_owner(store, KABUPATEN)}
    by_name["hilang.png"].unlink()
    by_name["berubah.png"].write_bytes(b"lain")
    made = copied(store, tmp_path)
    assert sorted(made.rusak.values()) == ["berubah.png", "hilang.png"]
    assert made.dokumen == 1
    assert salin.kabar(made).endswith("sebelum disalin: berubah.png, hilang.png.")


def test_a_folder_without_a_description_is_no_copy(store: Store, tmp_path: Path) -> None:
    made = copied(store, tmp_path)
    (made.folder / "keterangan.json").write_text("{")
    assert salin.salinan(BAPPEDA, tmp_path) == []


def test_copies_lie_beside_the_documents_unless_said_otherwise(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MUSRENBANG_SALINAN", raising=False)
    assert salin.folder_salinan(store) == store.files.folder.parent / "salinan"
    monkeypatch.setenv("MUSRENBANG_SALINAN", str(tmp_path))
    assert salin.folder_salinan(store) == tmp_path


# while people write ------------------------------------------------------------------------------------------------


@contextmanager
def writing(*works: Callable[[int], int]) -> Iterator[list[int]]:
    """Each work is done over and over by a thread of its own; the list holds what was acknowledged last."""
    acknowledged, over, faults = [0] * len(works), threading.Event(), list[Exception]()

    def run(place: int) -> None:
        try:
            for n in count():
                acknowledged[place] = works[place](n)
                if over.is_set():
                    return
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(works))]
    for thread in threads:
        thread.start()
    try:
        yield acknowledged
    finally:
        over.set()
        for thread in threads:
            thread.join(30)
        assert faults == []


def test_every_acknowledged_write_before_it_is_in_it(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.counting)

    def score(n: int) -> int:
        versi = cast.seen_scores(store, JALAN)[JALAN.id]
        return skoring.simpan_skor(
            store, CAMAT, RAPAT, {JALAN.id: Isian(versi, (n % 5 + 1, 1, 1, 1, 1, 1, 1, 1))}, NOW
        )[JALAN.id]

    def upload(n: int) -> int:
        lambang.ganti(store, BAPPEDA, picture(size=(n % 50 + 10, 20)), f"{n}.png", NOW)
        return n

    with writing(score, upload) as acknowledged:
        for _ in range(6):
            time.sleep(0.3)
            before = list(acknowledged)
            made = copied(store, tmp_path)
            with copying.opened(made) as inside:
                assert periksa(inside) == []
                [(versi,)] = inside.rows("select versi from skor where usulan = $1", JALAN.id)
                names = [int(b.nama.removesuffix(".png")) for b in berkas.of_owner(inside, KABUPATEN)]
                assert versi >= before[0]
                assert sorted(names) == list(range(len(names)))
                assert len(names) >= before[1]
                assert len(trail.of_chain(inside, lambang.RANTAI)) == len(names)
    assert min(acknowledged) > 6


def test_writers_are_not_held_up(store_at: StoreAt, tmp_path: Path) -> None:
    """A copy that stands still in the middle of its rows keeps nobody from saving."""
    store, saved = store_at(cast.counting), list[object]()
    levels = {JALAN.id: Isian(cast.seen_scores(store, JALAN)[JALAN.id], (5,) * 7 + (3,))}

    def in_the_middle(part: float) -> None:
        if not saved:
            saver = threading.Thread(target=lambda: saved.append(skoring.simpan_skor(store, CAMAT, RAPAT, levels, NOW)))
            saver.start()
            saver.join(10)

    made = salin.salin(store, BAPPEDA, tmp_path, NOW, in_the_middle)
    assert saved
    with copying.opened(made) as inside:
        assert inside.rows("select k1 from skor where usulan = $1", JALAN.id) == [(None,)]
        assert periksa(inside) == []
