"""A meeting goes out of Bappeda's database in a kapsul, is locked there meanwhile, and may be called back."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from musrenbang.actions import baca, induk_kriteria, induk_opd, kapsul, lambang, persiapan, usulan_desa
from musrenbang.actions.periksa import periksa
from musrenbang.errors import Refused
from musrenbang.model import ADMIN, JenisBerkas, Opd, Orang
from musrenbang.store import kapsul as table
from musrenbang.store import moving
from musrenbang.store.engine import Store
from tests import cast
from tests.access import walk
from tests.access.table import IN_MEETING, read
from tests.actions.test_ganti_lambang import picture
from tests.away import go_out, upload
from tests.cast import BAPPEDA, CAMAT, DESA, NOW, OPD_PUTR, ORANG_LAIN, PUTR, RAPAT, RAPAT_STABAT, TAHUN
from tests.conftest import StoreAt
from tests.scans import paper
from tests.witness import assert_row, dump, logged, race, refusals, refused

WRITES = {
    "w": {"persiapan.jadwalkan", "persiapan.buka", "usulan_desa.isi", "usulan_desa.setujui", "impor.impor"},
    "o": {"persiapan.ambil_usulan", "persiapan.isi_daftar_hadir", "lampiran.lampirkan", "dokumen.unggah"},
    "d": {"dokumen.tarik", "usulan_desa.ubah", "usulan_desa.hapus", "usulan_desa.urutkan", "lampiran.lepas"},
    "s": {
        "verifikasi.verifikasi", "usulan.tambah_usulan", "usulan.ubah_usulan", "usulan.pilih_prioritas",
        "usulan.jadikan_cadangan", "usulan.pilih_opd", "skoring.simpan_skor", "skoring.ketik_skor",
        "skoring.urutkan_seri", "penutupan.kirim", "proyektor.buka_layar", "proyektor.akhiri_layar",
    },
}  # fmt: skip
LATER = NOW + timedelta(days=1)


def nothing(_store: Store) -> None: ...


def open_(store: Store, who: Orang, rapat: UUID) -> None:
    persiapan.buka(store, who, rapat, "Alasan", NOW)


def test_it_is_one_file_that_its_owner_alone_can_read(store: Store, tmp_path: Path) -> None:
    file = go_out(store, tmp_path)
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.glob("*.kapsul")) == [file]
    assert periksa(store) == []


def test_logs_who_let_it_out_and_when(store: Store, tmp_path: Path) -> None:
    (row,) = logged(store, lambda: kapsul.buat(store, BAPPEDA, RAPAT, tmp_path / "x", NOW))
    assert_row(row, "bappeda", "kapsul dibuat", "rapat")
    away = table.away(store, RAPAT)
    assert away
    assert (away.nomor, away.pangkal, away.waktu, away.oleh) == (row.nomor, row.hash, NOW, "bappeda")
    assert away.kunci not in str(away) + row.sesudah


def at(store: Store, wanted: str) -> None:
    """Plays the walk of the access table up to this state."""
    assert next(state for state in walk.stages(store) if state == wanted)


@pytest.mark.parametrize("state", "wods")
def test_whatever_is_done_to_it_otherwise_is_refused_while_it_is_away(
    store_at: StoreAt, tmp_path: Path, state: str
) -> None:
    """Each action that the access table lets its people do in this state; what only reads goes on."""
    store = store_at(nothing)
    at(store, state)
    go_out(store, tmp_path)
    before, came = dump(store), dict[str, set[str]]()
    for name, columns in read(IN_MEETING).items():
        for who, states in zip(walk.PEOPLE, columns, strict=True):
            if states == "*" or state in states:
                came.setdefault(name, set()).add(walk.refused(store, walk.CALLS[name], who))
    assert dump(store) == before
    assert set().union(*came.values()) == {"dibawa_kapsul", walk.DONE}
    assert {name for name in WRITES[state] if came[name] != {"dibawa_kapsul"}} == set()


def test_it_can_still_be_read_and_says_since_when(store: Store, tmp_path: Path) -> None:
    go_out(store, tmp_path)
    assert baca.fakta(store, CAMAT, RAPAT).rapat.dibawa == NOW
    assert baca.rapat_berjalan(store, CAMAT, cast.BAHOROK)[0].dibawa == NOW
    assert [issue.key for issue in usulan_desa.keadaan(store, DESA, TAHUN).ditutup] == ["dibawa_kapsul"]


def test_other_meetings_go_on(store: Store, tmp_path: Path) -> None:
    go_out(store, tmp_path)
    open_(store, ORANG_LAIN, RAPAT_STABAT)
    assert baca.fakta(store, ORANG_LAIN, RAPAT_STABAT).rapat.dibuka == NOW


def test_master_data_that_it_works_with_wait(store: Store, tmp_path: Path) -> None:
    go_out(store, tmp_path)
    kriteria = induk_kriteria.kriteria(store, BAPPEDA, TAHUN)
    first, second, *others = kriteria.bobot.kriteria
    moved = (replace(first, bobot=first.bobot - 1), replace(second, bobot=second.bobot + 1), *others)
    with refused(store, "induk_dibawa_kapsul"):
        induk_kriteria.simpan(store, BAPPEDA, replace(kriteria, bobot=replace(kriteria.bobot, kriteria=moved)), NOW)
    with refused(store, "induk_dibawa_kapsul"):
        induk_opd.ubah(store, BAPPEDA, Opd(PUTR, "Dinas Pekerjaan Umum", "DPU", ""), 0, NOW)


def test_weights_may_change_when_the_meeting_has_frozen_its_own(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.started)
    go_out(store, tmp_path)
    kriteria = induk_kriteria.kriteria(store, BAPPEDA, TAHUN)
    first, second, *others = kriteria.bobot.kriteria
    moved = (replace(first, bobot=first.bobot - 1), replace(second, bobot=second.bobot + 1), *others)
    induk_kriteria.simpan(store, BAPPEDA, replace(kriteria, bobot=replace(kriteria.bobot, kriteria=moved)), NOW)
    assert periksa(store) == []


def test_called_off_the_meeting_goes_on_here(store: Store, tmp_path: Path) -> None:
    go_out(store, tmp_path)
    (row,) = logged(store, lambda: kapsul.batal(store, BAPPEDA, RAPAT, LATER))
    assert_row(row, "bappeda", "kapsul dibatalkan", "rapat", LATER)
    open_(store, CAMAT, RAPAT)
    assert baca.fakta(store, CAMAT, RAPAT).rapat.dibawa is None
    assert periksa(store) == []


def test_refused_when_there_is_nothing_to_let_out_or_to_call_off(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.sent)
    with refused(store, "kapsul_sudah_dikirim"):
        go_out(store, tmp_path)
    with refused(store, "kapsul_tidak_keluar"):
        kapsul.batal(store, ADMIN, RAPAT, NOW)
    assert list(tmp_path.iterdir()) == []


def test_refused_for_everybody_but_bappeda(store: Store, tmp_path: Path) -> None:
    for who in (CAMAT, DESA, OPD_PUTR):
        with refused(store, "bukan_wewenang"):
            kapsul.buat(store, who, RAPAT, tmp_path / "x", NOW)
    go_out(store, tmp_path)
    for who in (CAMAT, DESA, OPD_PUTR):
        with refused(store, "bukan_wewenang"):
            kapsul.batal(store, who, RAPAT, NOW)


def test_refused_while_one_is_away(store: Store, tmp_path: Path) -> None:
    file = go_out(store, tmp_path)
    before = file.read_bytes()
    with refused(store, "dibawa_kapsul"):
        go_out(store, tmp_path, "lagi.kapsul")
    assert file.read_bytes() == before
    assert list(tmp_path.glob("*lagi*")) == []


def test_refused_where_a_file_is_or_none_can_be(store: Store, tmp_path: Path) -> None:
    (tmp_path / "ada").write_bytes(b"ada")
    with refused(store, "kapsul_berkas_ada"):
        kapsul.buat(store, ADMIN, RAPAT, tmp_path / "ada", NOW)
    with refused(store, "kapsul_gagal"):
        kapsul.buat(store, ADMIN, RAPAT, tmp_path / "tidak ada" / "x", NOW)
    assert (tmp_path / "ada").read_bytes() == b"ada"


def test_refused_when_a_document_that_should_go_along_is_damaged(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.opened)
    id_ = upload(store, JenisBerkas.DAFTAR_HADIR, paper(), "hadir.pdf")
    store.files.path(id_).write_bytes(b"rusak")
    with refused(store, "kapsul_dokumen_hilang"):
        go_out(store, tmp_path)
    assert list(tmp_path.glob("*.kapsul*")) == []


def test_two_at_once_let_one_out(store: Store, tmp_path: Path) -> None:
    outcomes = race(*(partial(go_out, store, tmp_path, name) for name in ("a", "b")))
    assert refusals(outcomes) == ["dibawa_kapsul"]
    assert len([path for name in ("a", "b") if (path := tmp_path / name).exists()]) == 1
    assert len(store.rows("select 1 from kapsul")) == 1
    assert periksa(store) == []


def test_of_an_action_and_a_kapsul_at_once_the_later_one_sees_the_other(store: Store, tmp_path: Path) -> None:
    """Whatever was opened before is in the file, and nothing is opened after."""
    outcomes = race(partial(open_, store, CAMAT, RAPAT), partial(go_out, store, tmp_path))
    assert [fault for fault in outcomes if isinstance(fault, Refused)] == outcomes[:1] or outcomes[0] is None
    assert periksa(store) == []


def test_each_table_goes_out_or_has_a_reason_not_to(store: Store, tmp_path: Path) -> None:
    """A new table must be decided on here, or the laptop would silently be without it."""
    lambang.ganti(store, BAPPEDA, picture(), "lambang.png", NOW)
    rapat = baca.fakta(store, CAMAT, RAPAT).rapat
    going = table.going_out(store, rapat).baris.keys()
    assert going | table.TIDAK_IKUT == {*moving.tables(store), *moving.LEFT_OUT}
    assert not going & table.TIDAK_IKUT


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("update kapsul set pangkal = repeat('0', 64)", "jejaknya bertambah sesudah rapatnya dibawa kapsul"),
        ("update kapsul set rapat = '00000000-0000-0000-0000-000000000009'", "rapat 00000000-0000"),
        (
            "insert into kapsul select '00000000-0000-0000-0000-000000000009', rapat, keadaan, kunci, nomor, pangkal, "
            "ujung, waktu, oleh from kapsul",
            "ada 2 kapsul yang sedang di luar",
        ),
    ],
)
def test_periksa_names_what_cannot_be(store: Store, tmp_path: Path, sql: str, sentence: str) -> None:
    go_out(store, tmp_path)
    store.rows(sql)
    (fault,) = periksa(store)
    assert sentence in fault
