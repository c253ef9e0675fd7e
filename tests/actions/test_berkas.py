"""Who may see a stored file, and what it is called."""

from contextlib import suppress
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from musrenbang.actions import berkas, dokumen
from musrenbang.errors import Refused
from musrenbang.model import JenisBerkas, Orang
from musrenbang.store import berkas as table
from musrenbang.store.engine import Store
from tests.cast import (
    BAPPEDA,
    CAMAT,
    DESA,
    DRAINASE,
    JALAN,
    LURAH,
    NOW,
    OPD_PUTR,
    ORANG_LAIN,
    RAPAT,
    opened,
    sent,
)
from tests.conftest import StoreAt
from tests.scans import paper, picture
from tests.witness import refused

FOTO_USULAN = JenisBerkas.FOTO_USULAN


def attached(store: Store, usulan: UUID) -> UUID:
    with berkas.kept(store, DESA, usulan, FOTO_USULAN, "a.jpg", berkas.receive(store, picture()), NOW) as new:
        store.transaction(lambda tx: table.add(tx, new))
    return new.id


def who_may(store: Store, id_: UUID, people: tuple[Orang, ...]) -> list[str]:
    """All others are refused for who they are."""
    may = []
    for who in people:
        with suppress(Refused):
            berkas.file_for(store, who, id_)
            may.append(who.nama_pengguna)
    return may


EVERYBODY = (CAMAT, ORANG_LAIN, BAPPEDA, OPD_PUTR, DESA, LURAH)


def test_a_document_of_a_meeting_is_for_its_camat_and_bappeda(store_at: StoreAt) -> None:
    store = store_at(opened)
    scan = berkas.receive(store, paper())
    id_ = dokumen.unggah(store, CAMAT, RAPAT, JenisBerkas.DAFTAR_HADIR, "a.pdf", scan, None, NOW)
    assert who_may(store, id_, EVERYBODY) == ["camat.bahorok", "bappeda"]
    found, path = berkas.file_for(store, BAPPEDA, id_)
    assert (found.id, path.read_bytes()) == (id_, paper())


def test_a_file_of_an_usulan_is_for_its_desa_camat_bappeda_and_after_kirim_the_opd(store_at: StoreAt) -> None:
    before, after = store_at(opened), store_at(sent)
    assert who_may(before, attached(before, JALAN.id), EVERYBODY) == ["camat.bahorok", "bappeda", "desa.sukarakyat"]
    with_opd = ["camat.bahorok", "bappeda", "opd.putr", "desa.sukarakyat"]
    assert who_may(after, attached(after, JALAN.id), EVERYBODY) == with_opd
    assert LURAH.nama_pengguna in who_may(after, attached(after, DRAINASE.id), EVERYBODY)


def test_what_has_no_row_or_no_file_or_no_owner_is_not_found(store_at: StoreAt) -> None:
    store = store_at(opened)
    lost, orphan = attached(store, JALAN.id), attached(store, uuid4())
    store.files.remove(lost)
    for id_ in (uuid4(), lost, orphan):
        with refused(store, "tidak_ditemukan"):
            berkas.file_for(store, BAPPEDA, id_)


def test_when_the_block_fails_nothing_remains(store_at: StoreAt) -> None:
    store = store_at(opened)
    unfinished, placed = berkas.receive(store, paper()), list[Path]()
    jenis = JenisBerkas.DOKUMEN_USULAN

    def fail() -> None:
        with berkas.kept(store, DESA, JALAN.id, jenis, "", unfinished, NOW) as new:
            placed.append(store.files.path(new.id))
            assert placed[0].is_file()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not placed[0].exists()
    assert not unfinished.exists()


@pytest.mark.parametrize(
    ("given", "named"),
    [("../../etc/passwd", "passwd.pdf"), ("C:\\a\\b.PDF", "b.pdf"), ("", "daftar hadir.pdf"),
     ("\x00.", "daftar hadir.pdf"),
     ("hadir 1.2.docx", "hadir 1.2.pdf"), ("a\u202efdp.exe", "afdp.pdf"), ("x" * 400 + ".pdf", "x" * 196 + ".pdf")],
)  # fmt: skip
def test_a_name_is_cleaned_and_ends_as_its_content(given: str, named: str) -> None:
    assert berkas.named_by_content(given, JenisBerkas.DAFTAR_HADIR, "application/pdf") == named
