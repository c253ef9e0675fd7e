"""DuckDB keeps what an answer has used until 32,768 such buffers are in one queue, so each queue that is filled costs a
server some 7 MB. What is asked at every level typed fills two of them: no join, no group, which have others.
"""

from itertools import cycle
from pathlib import Path

from musrenbang import passwords
from musrenbang.actions import baca, jalannya, proyektor, skoring
from musrenbang.model import Tingkat
from musrenbang.pace import Kerja
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from tests import cast
from tests.cast import BAHOROK, CAMAT, JALAN, NOW, RAPAT


def into_each_queue(store: Store) -> list[tuple[str, int]]:
    return store.rows("select queue_type, total_insertions from duckdb_eviction_queues() order by queue_index")


def test_a_typed_level_and_its_three_screens_fill_two_queues(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "rapat.duckdb"))
    cast.counting(store)
    sidik = passwords.digest(proyektor.buka_layar(store, CAMAT, RAPAT, NOW))
    levels = cycle((1, 2))

    def type_one() -> None:
        tingkat: Tingkat = (next(levels), *[None] * 7)
        skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, {JALAN.id: tingkat}), NOW)
        _, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
        baca.usulan_masuk(store, CAMAT, RAPAT, tanda), baca.fakta(store, CAMAT, RAPAT, tanda)
        jalannya.saat(store, CAMAT, RAPAT, Kerja.SKOR)
        assert proyektor.tamu(store, sidik, NOW)
        proyektor.keadaan_layar(store, RAPAT, NOW)

    type_one()
    before = into_each_queue(store)
    for _ in range(20):
        type_one()
    filled = [kind for (kind, more), (_, less) in zip(into_each_queue(store), before, strict=True) if more > less]
    store.close()
    assert filled == ["BLOCK_AND_EXTERNAL_FILE", "MANAGED_BUFFER"]
