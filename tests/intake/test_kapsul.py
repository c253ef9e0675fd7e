"""What calls itself a kapsul is not believed before its seal is."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from musrenbang.errors import Refused
from musrenbang.intake.kapsul import AKHIR, BYTE_DAFTAR, SEGEL, opened
from musrenbang.store.engine import Store
from tests import cast
from tests.away import go_out
from tests.conftest import DuckEngine


@pytest.fixture(scope="module")
def kapsul(duckdb_engine: DuckEngine, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    store: Store = duckdb_engine.lend(cast.waiting)
    content = go_out(store, tmp_path_factory.mktemp("kapsul")).read_bytes()
    duckdb_engine.take_back(store)
    return content


def assert_is_none(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Refused, match="kapsul_bukan"), opened(path):
        pass


def with_many(content: bytes, comment: bytes = b"") -> bytes:
    """With so many empty files beside what is in it that their list is too long. `comment` stands at its end."""
    out = io.BytesIO(content[:-SEGEL])
    with zipfile.ZipFile(out, "a") as file:
        for n in range(BYTE_DAFTAR // 60):
            file.writestr(zipfile.ZipInfo(f"dokumen/{n:06}"), b"")
        file.infolist()[-1].comment = comment
    return out.getvalue()


def test_a_long_list_of_what_is_inside_is_refused_unread(kapsul: bytes, tmp_path: Path) -> None:
    assert_is_none(tmp_path / "x", with_many(kapsul) + bytes(SEGEL))


def test_also_when_its_record_stands_in_the_place_of_the_seal(kapsul: bytes, tmp_path: Path) -> None:
    """Behind one that tells of a short list."""
    short = kapsul[kapsul.rindex(AKHIR) : -SEGEL]
    assert_is_none(tmp_path / "x", with_many(kapsul, short) + bytes(SEGEL - len(short)))


def test_also_when_it_is_told_by_the_record_of_a_large_zip(kapsul: bytes, tmp_path: Path) -> None:
    many = with_many(kapsul)
    at = many.rindex(AKHIR)
    count, size, offset = struct.unpack("<10xHLL2x", many[at:])
    large = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, offset)
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    assert_is_none(tmp_path / "x", many[:at] + large + where + kapsul[kapsul.rindex(AKHIR) :])


@pytest.mark.parametrize("length", [0, 1, 21, 53, 73])
def test_what_is_shorter_than_any_zip(kapsul: bytes, tmp_path: Path, length: int) -> None:
    assert_is_none(tmp_path / "x", kapsul[-length:] if length else b"")
