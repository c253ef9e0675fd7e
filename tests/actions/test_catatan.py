"""Every action has one line in the technical log: how it ended, and nothing that a person has typed or is called."""

import json
import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from musrenbang.access import Tindakan
from musrenbang.actions import catatan, induk_lembar, lambang, masuk, pandangan, pengguna, salin, skoring
from musrenbang.actions.door import in_meeting
from musrenbang.actions.skoring import Isian
from musrenbang.contoh import SANDI, buat
from musrenbang.errors import Refused
from musrenbang.model import Peran
from musrenbang.store.engine import Inside, Store, StoreFull
from musrenbang.store.opening import open_store
from pages.web.catatan import JsonLines
from tests import cast, witness
from tests.cast import BAPPEDA, CAMAT, JALAN, NOW, ORANG_LAIN, RAPAT
from tests.conftest import StoreAt
from tests.witness import race

SAMPLE_NOW = datetime(2027, 2, 15, 4, 0)


@pytest.fixture(autouse=True)
def heard(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.INFO, "musrenbang"):
        yield


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    store = store_at(cast.counting)
    logging.getLogger("musrenbang").info("the stage is played")
    return store


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    """What the log says since the stage was played."""
    told = [json.loads(JsonLines("versi").format(record)) for record in caplog.records]
    begun = [n for n, line in enumerate(told) if line["peristiwa"] == "the stage is played"]
    return [line for line in told[begun[-1] + 1 if begun else 0 :] if line["peristiwa"] == "tindakan"]


def save(store: Store, who: cast.Orang, level: int = 5) -> None:
    versi = cast.seen_scores(store, JALAN)[JALAN.id]
    skoring.simpan_skor(store, who, RAPAT, {JALAN.id: Isian(versi, (level, 1, 1, 1, 1, 1, 1, 1))}, NOW)


def test_what_was_done_is_told_with_its_meeting_and_its_time(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    save(store, CAMAT)
    [line] = lines(caplog)
    assert (line["tindakan"], line["hasil"], line["sebab"]) == ("isi skor", "berhasil", [])
    assert (line["rapat"], line["akun"]) == (str(RAPAT), catatan.sandi_akun("camat.bahorok"))
    assert isinstance(line["milidetik"], float)
    assert 0 < line["milidetik"] < 60_000


def test_a_refusal_is_told_by_the_keys_of_its_sentences(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Refused):
        save(store, ORANG_LAIN)
    [line] = lines(caplog)
    assert (line["hasil"], line["sebab"]) == ("ditolak", ["bukan_wilayah"])


def test_the_slower_of_two_is_told_apart_from_who_may_not(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    isian = {JALAN.id: Isian(cast.seen_scores(store, JALAN)[JALAN.id], (5, 1, 1, 1, 1, 1, 1, 1))}
    for who in witness.BERDUA:
        race(lambda who=who: skoring.simpan_skor(store, who, RAPAT, isian, NOW))
    assert [line["hasil"] for line in lines(caplog)] == ["berhasil", "keduluan"]


@pytest.mark.parametrize(
    ("fault", "sebab"), [(ValueError("Camat Bahorok"), "ValueError"), (StoreFull(), StoreFull.key)], ids=["own", "disk"]
)
def test_a_fault_is_told_by_its_kind(
    store: Store, caplog: pytest.LogCaptureFixture, fault: Exception, sebab: str
) -> None:
    def work(visit: object) -> None:
        raise fault

    with pytest.raises(type(fault)):
        in_meeting(store, CAMAT, Tindakan.SKOR, RAPAT, NOW, work)
    [line] = lines(caplog)
    assert (line["tingkat"], line["hasil"], line["sebab"]) == ("ERROR", "gagal", [sebab])


def test_an_action_within_another_has_no_line_of_its_own(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    with catatan.tercatat("berdua", CAMAT):
        store.transaction(lambda tx: save(Inside(store, tx), CAMAT))
    assert [line["tindakan"] for line in lines(caplog)] == ["berdua"]
    save(store, CAMAT, 4)
    assert [line["tindakan"] for line in lines(caplog)] == ["berdua", "isi skor"]


def test_who_logs_in_is_nobody_yet(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    """A password typed into the field of the name must not even be there as a digest."""
    race(lambda: masuk.masuk(store, cast.SANDI, "camat.bahorok", "10.0.0.7", NOW))
    masuk.masuk(store, "camat.bahorok", cast.SANDI, "10.0.0.8", NOW)
    told = [(line["tindakan"], line["hasil"], line["akun"]) for line in lines(caplog)]
    assert told == [("masuk", "ditolak", None), ("masuk", "berhasil", None)]


def test_what_has_no_meeting_is_told_too(store: Store, caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    works = [
        lambda: pengguna.tambah(store, BAPPEDA, "camat.baru", "Nama Baru", Peran.CAMAT, cast.BAHOROK, NOW),
        lambda: pengguna.tambah(store, CAMAT, "camat.lain", "Nama Lain", Peran.CAMAT, cast.BAHOROK, NOW),
        lambda: lambang.lepas(store, BAPPEDA, NOW),
        lambda: pandangan.hapus(store, CAMAT, None, NOW),
        lambda: induk_lembar.pratinjau(store, BAPPEDA, cast.TAHUN, {}, NOW),
        lambda: salin.salin(store, CAMAT, tmp_path, NOW),
    ]
    for work in works:
        race(work)
    assert [(line["tindakan"], line["hasil"]) for line in lines(caplog)] == [
        ("tambah akun", "berhasil"), ("tambah akun", "ditolak"), ("lepas lambang", "ditolak"),
        ("hapus pandangan", "ditolak"), ("pratinjau data induk", "ditolak"), ("salin data", "ditolak"),
    ]  # fmt: skip


def test_the_whole_sample_leaves_no_word_of_a_person_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Each meeting of the sample is led through the actions; all text that is stored afterwards is looked for."""
    store = open_store(":memory:")
    buat(store, SAMPLE_NOW)
    race(lambda: masuk.masuk(store, "camat.bahorok", SANDI, "10.0.0.7", SAMPLE_NOW))
    written = "\n".join(JsonLines("versi").format(record) for record in caplog.records)
    tindakan = {line["tindakan"] for line in lines(caplog)}
    stored = {value for rows in witness.content(store).values() for row in rows for value in row}
    store.close()
    words = {value for value in stored if isinstance(value, str) and len(value) > 5 and not _is_id(value)}
    assert len(words) > 1000
    assert len(tindakan) > 10
    vocabulary = " ".join(map(str, tindakan))
    assert [word for word in words | {SANDI} if word in written and word not in vocabulary] == []


def _is_id(value: str) -> bool:
    try:
        return str(UUID(value)) == value
    except ValueError:
        return False
