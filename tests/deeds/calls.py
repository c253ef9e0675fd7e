"""Calls that take more than a line, each as the action's own test makes it."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from musrenbang.actions import (
    baca,
    berkas,
    dokumen,
    induk_wilayah,
    jawaban,
    kapsul_laptop,
    lampiran,
    masuk,
    penutupan,
    periksa_dokumen,
    persiapan,
    pindahkan,
    pulihkan,
    salin,
    skoring,
    usulan,
    usulan_desa,
    verifikasi,
)
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.intake.lembar import Lembar
from musrenbang.model import ADMIN, IsiJawaban, Jawab, JenisBerkas, Keputusan, Rencana
from musrenbang.store import berkas as table
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from tests import away, cast
from tests.actions import test_identitas, test_induk_lembar, test_induk_wilayah
from tests.away import go_out, go_out_again, hand_over, laptop, take_in, whole_meeting
from tests.cast import BAPPEDA, CAMAT, DESA, JALAN, NOW, OPD_PUTR, RAPAT
from tests.scans import paper, picture


def attach(store: Store) -> UUID:
    return lampiran.lampirkan(store, DESA, RAPAT, JALAN.id, JenisBerkas.FOTO_USULAN, "jalan.jpg", picture(), NOW)


def detach(store: Store) -> None:
    lampiran.lepas(store, DESA, RAPAT, next(iter(table.ids(store))), NOW)


def take_out(store: Store) -> None:
    dokumen.tarik(store, CAMAT, RAPAT, next(iter(table.ids(store))), NOW)


def upload(store: Store) -> UUID:
    content = berkas.receive(store, paper())
    return dokumen.unggah(store, CAMAT, RAPAT, JenisBerkas.DAFTAR_HADIR, "hadir.pdf", content, None, NOW)


def upload_photo(store: Store) -> UUID:
    content = berkas.receive(store, picture())
    return dokumen.unggah(store, CAMAT, RAPAT, JenisBerkas.FOTO, "a.jpg", content, None, NOW)


def answer(store: Store) -> int:
    return jawaban.jawab(store, OPD_PUTR, cast.as_sent(store, {JALAN.id: 0}), IsiJawaban(Jawab.DITERIMA), NOW)


def plan_day(store: Store) -> None:
    plan = Rencana(NOW.date(), "09.00", "12.00", "Aula", "Jalan Besar 1", 1)
    persiapan.jadwalkan(store, BAPPEDA, RAPAT, plan, NOW)


def fill_sheet(store: Store) -> None:
    sheet = baca.fakta(store, CAMAT, RAPAT).daftar_hadir
    persiapan.isi_daftar_hadir(store, CAMAT, RAPAT, cast.attending(sheet), NOW)


def fill_minutes(store: Store) -> None:
    minutes = replace(baca.fakta(store, CAMAT, RAPAT).berita_acara, nomor="1/BA")
    penutupan.isi_berita_acara(store, CAMAT, RAPAT, minutes, NOW)


def change_tugu(store: Store) -> None:
    tugu = next(u for u in baca.usulan_masuk(store, CAMAT, RAPAT) if u.isi.nama == "Tugu")
    usulan.ubah_usulan(store, CAMAT, RAPAT, tugu.id, tugu.versi, cast.isi("Gapura"), NOW)


def decide(store: Store) -> None:
    seen = cast.seen(store, *cast.DISETUJUI)
    verifikasi.verifikasi(store, CAMAT, RAPAT, seen, verifikasi.Putusan(Keputusan.SESUAI), NOW)


def order_tie(store: Store) -> None:
    tie = cast.seen_scores(store, cast.DRAINASE, cast.IRIGASI)
    skoring.urutkan_seri(store, CAMAT, RAPAT, tie, "Musyawarah", NOW)


def order_own(store: Store) -> None:
    own = cast.own(store)
    usulan_desa.urutkan(store, DESA, RAPAT, [u.id for u in own[::-1]], {u.id: u.versi for u in own}, NOW)


def remove_desa(store: Store) -> None:
    kode = test_induk_wilayah.BARU.kode
    induk_wilayah.hapus_desa(store, BAPPEDA, kode, test_induk_wilayah.shown(store, kode).versi, NOW)


def go_on(store: Store) -> None:
    [(sidik,)] = store.rows("select sidik from sesi")
    masuk.bekerja(store, sidik, NOW + timedelta(hours=1))


def log_out(store: Store) -> None:
    [(sidik,)] = store.rows("select sidik from sesi")
    masuk.keluar(store, sidik, NOW)


def confirm(store: Store) -> None:
    [(sidik,)] = store.rows("select sidik from sesi")
    test_identitas.confirm(store, sidik)


def link(store: Store) -> None:
    [(sidik,)] = store.rows("select sidik from sesi")
    test_identitas.link(store, sidik)


def leave_elsewhere(store: Store) -> None:
    [(sidik,), _] = store.rows("select sidik from sesi order by sidik")
    masuk.keluar_lain(store, CAMAT, sidik, cast.SANDI, "127.0.0.1", NOW)


def fail_to_ask(store: Store) -> None:
    with suppress(Refused):
        periksa_dokumen.dengan_jatah(store, "127.0.0.1", NOW, lambda: refuse(Issue("kode_periksa_salah")))


def unwatched(_share: float) -> None:
    """Nobody looks on."""


def with_book(act: Callable[[Store, dict[str, Lembar]], object]) -> Callable[[Store], None]:
    def work(store: Store) -> None:
        with tempfile.TemporaryDirectory() as folder:
            act(store, test_induk_lembar.book(store, Path(folder), test_induk_lembar.everything))

    return work


@contextmanager
def full_store() -> Iterator[Store]:
    """Another database with a sent meeting and a document in it."""
    with tempfile.TemporaryDirectory() as folder:
        source = open_store(f"{folder}/asal.duckdb")
        cast.sent(source)
        upload(source)
        yield source
        source.close()


def move_here(store: Store) -> None:
    with full_store() as source:
        pindahkan.pindahkan(source, store)


def let_out(store: Store) -> None:
    with tempfile.TemporaryDirectory() as folder:
        go_out(store, Path(folder))


def fill_laptop(store: Store) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = open_store(str(Path(folder) / "pusat.duckdb"))
        cast.waiting(source)
        kapsul_laptop.buka(store, ADMIN, go_out(source, Path(folder)), NOW)
        source.close()


def hand_over_here(store: Store) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hand_over(store, Path(folder) / "kembali")


def take_in_here(store: Store) -> None:
    """What has been held meanwhile, with a document."""
    with tempfile.TemporaryDirectory() as folder, laptop(go_out_again(store, Path(folder))) as there:
        whole_meeting(there)
        away.upload(there, JenisBerkas.DAFTAR_HADIR, paper())
        take_in(store, hand_over(there, Path(folder) / "kembali"))


def restore_here(store: Store) -> None:
    with full_store() as source, tempfile.TemporaryDirectory() as folder:
        pulihkan.pulihkan(store, salin.salin(source, BAPPEDA, Path(folder), NOW).folder)
