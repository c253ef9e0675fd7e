"""Stages besides those of the cast: what some actions need to be there already."""

from musrenbang.actions import induk_opd, induk_wilayah, lambang, masuk, proyektor, usulan
from musrenbang.store.engine import Store
from tests import cast
from tests.actions import test_induk_opd, test_induk_tahun, test_induk_wilayah, test_pandangan
from tests.actions.test_ganti_lambang import picture
from tests.cast import BAPPEDA, CAMAT, NOW, RAPAT
from tests.deeds import calls


def empty(store: Store) -> None:
    """Nothing but the tables."""


def with_tugu(store: Store) -> None:
    cast.scored(store)
    usulan.tambah_usulan(store, CAMAT, RAPAT, cast.isi("Tugu"), NOW)


def with_photo(store: Store) -> None:
    cast.opened(store)
    calls.upload_photo(store)


def with_attachment(store: Store) -> None:
    cast.waiting(store)
    calls.attach(store)


def with_crest(store: Store) -> None:
    cast.waiting(store)
    lambang.ganti(store, BAPPEDA, picture(), "lambang.png", NOW)


def with_answer(store: Store) -> None:
    cast.sent(store)
    calls.answer(store)


def with_view(store: Store) -> None:
    cast.waiting(store)
    test_pandangan.save(store)


def with_next_year(store: Store) -> None:
    cast.sent(store)
    test_induk_tahun.prepare(store)


def in_next_year(store: Store) -> None:
    with_next_year(store)
    test_induk_tahun.make_current(store)


def with_unused(store: Store) -> None:
    cast.waiting(store)
    induk_opd.tambah(store, BAPPEDA, test_induk_opd.BARU, NOW)
    induk_wilayah.tambah_desa(store, BAPPEDA, test_induk_wilayah.BARU, NOW)


def logged_in(store: Store) -> None:
    cast.waiting(store)
    masuk.masuk(store, CAMAT.nama_pengguna, cast.SANDI, "127.0.0.1", NOW)


def logged_in_twice(store: Store) -> None:
    logged_in(store)
    masuk.masuk(store, CAMAT.nama_pengguna, cast.SANDI, "127.0.0.2", NOW)


def about_to_link(store: Store) -> None:
    logged_in(store)
    calls.confirm(store)


def with_identity(store: Store) -> None:
    about_to_link(store)
    calls.link(store)


def away(store: Store) -> None:
    cast.waiting(store)
    calls.let_out(store)


def with_screen(store: Store) -> None:
    cast.started(store)
    proyektor.buka_layar(store, CAMAT, RAPAT, NOW)


def with_disabled(store: Store) -> None:
    cast.waiting(store)
    cast.disable(store, CAMAT)
