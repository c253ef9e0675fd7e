"""Beside the matrix: nobody at all, a meeting that is not there, and usulan of another meeting named by their id."""

from datetime import timedelta
from uuid import uuid4

import pytest

from musrenbang import passwords
from musrenbang.actions import baca, masuk, persiapan
from musrenbang.errors import Refused
from musrenbang.model import Orang
from musrenbang.store.engine import Store
from tests import cast
from tests.access import in_meeting, table, walk
from tests.cast import CAMAT, NOW, ORANG_LAIN, PASAR, RAPAT, RAPAT_STABAT, SANDI, TAHUN
from tests.conftest import StoreAt
from tests.witness import dump, refused

# what names an usulan of the meeting
BY_ID = (
    "verifikasi.verifikasi", "usulan.ubah_usulan", "usulan.pilih_prioritas", "usulan.jadikan_cadangan",
    "usulan.pilih_opd", "skoring.simpan_skor", "skoring.ketik_skor", "skoring.urutkan_seri", "dokumen.tarik",
)  # fmt: skip


def at(store: Store, state: str) -> None:
    """Leaves the meeting in this state."""
    for reached in walk.stages(store):
        if reached == state:
            return


def scored_with_all(store: Store) -> None:
    at(store, "s")


def who_may(name: str) -> Orang:
    columns = table.read(table.IN_MEETING)[name]
    return next(who for who, column in zip(walk.PEOPLE, columns, strict=True) if column != "-")


def logins(store: Store) -> dict[str, str | None]:
    """The digest that comes with each login that is none."""
    over, disabled = (passwords.digest(masuk.masuk(store, w.nama_pengguna, SANDI, "10.0.0.1", NOW)) for w in
                      (CAMAT, ORANG_LAIN))  # fmt: skip
    cast.disable(store, ORANG_LAIN)
    return {"without": None, "forged": "0" * 64, "expired": over, "disabled": disabled}


def test_without_a_login_there_is_nobody_who_could_do_anything(store_at: StoreAt) -> None:
    store = store_at(scored_with_all)
    later = NOW + timedelta(days=1)
    people = {kind: masuk.siapa(store, sidik, later) for kind, sidik in logins(store).items()}
    assert set(people.values()) == {None}
    before = dump(store)
    for call in walk.CALLS.values():
        with pytest.raises((Refused, AttributeError)):  # the gate lets nobody through who is None
            call(store, None, RAPAT)
    assert dump(store) == before


def test_a_meeting_that_is_not_there_is_not_found(store_at: StoreAt) -> None:
    store = store_at(scored_with_all)
    before = dump(store)
    for name, call in in_meeting.CALLS.items():
        with pytest.raises(Refused, match="tidak_ditemukan"):
            call(store, who_may(name), uuid4())
    assert dump(store) == before


@pytest.mark.parametrize("name", BY_ID)
def test_an_usulan_of_another_meeting_cannot_be_reached_by_its_id(store_at: StoreAt, name: str) -> None:
    """The camat of Stabat names his own meeting and what belongs to Bahorok's."""
    store = store_at(scored_with_all)
    persiapan.buka(store, ORANG_LAIN, RAPAT_STABAT, "Alasan", NOW)
    persiapan.ambil_usulan(store, ORANG_LAIN, RAPAT_STABAT, NOW)
    persiapan.mulai(store, ORANG_LAIN, RAPAT_STABAT, baca.tanda_data(store, ORANG_LAIN, RAPAT_STABAT), NOW)
    with refused(store, "tidak_ditemukan"):
        in_meeting.CALLS[name](store, ORANG_LAIN, RAPAT_STABAT)
    assert [u.id for u in baca.usulan_masuk(store, ORANG_LAIN, RAPAT_STABAT)] == [PASAR.id]


def test_the_kode_of_a_kecamatan_may_be_anything(store: Store) -> None:
    for kode in ("12.05.01\x00", "\x00", "", "' or 1=1 --", "\U0001f600" * 1000):
        if kode.strip("\x00") != cast.BAHOROK:
            with refused(store, "tidak_ditemukan"):
                baca.rapat_di(store, CAMAT, kode, TAHUN)
            with refused(store, "tidak_ditemukan"):
                baca.rapat_berjalan(store, CAMAT, kode)
