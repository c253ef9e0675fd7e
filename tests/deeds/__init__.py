"""Every action that writes, done once by somebody who may: the stage it needs, and the call."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from musrenbang.actions import (
    baca,
    identitas,
    impor,
    induk_lembar,
    induk_opd,
    induk_tahun,
    induk_wilayah,
    jawaban,
    kapsul,
    lambang,
    masuk,
    pandangan,
    pembukaan_kembali,
    pengguna,
    penutupan,
    persiapan,
    proyektor,
    saksi,
    siapkan,
    skoring,
    usulan,
    usulan_desa,
)
from musrenbang.errors import Issue
from musrenbang.intake.lembar import Baris, Lembar
from musrenbang.model import Peran, Prioritas
from musrenbang.store import seed
from musrenbang.store.engine import Store
from tests import cast
from tests.actions import (
    test_identitas,
    test_induk_aturan,
    test_induk_kriteria,
    test_induk_opd,
    test_induk_pagu,
    test_induk_prioritas,
    test_induk_wilayah,
    test_pandangan,
)
from tests.actions.test_buka_kembali import SURAT
from tests.actions.test_ganti_lambang import picture
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, JALAN, LAPANGAN, LURAH, NILAI, NOW, PELATIHAN, PUTR, RAPAT, TAHUN
from tests.deeds import calls, stages
from tests.intake.sheets import ROW, table

RAPAT_DEPAN = seed.meeting_id(BAHOROK, TAHUN + 1)
LEMBAR = Lembar("Usulan", tuple(Baris(n, tuple(row)) for n, row in enumerate(table(ROW), 1)))
ALAMAT, BARU = "127.0.0.1", "kuda-terbang-malam-4711"


class Deed(NamedTuple):
    stage: cast.Stage
    act: Callable[[Store], object]


def _seen(store: Store) -> dict[str, int]:
    return pengguna.versi(store, BAPPEDA, CAMAT.nama_pengguna)


DEEDS: dict[str, Deed] = {
    # a new database
    "siapkan.isi_rujukan": Deed(stages.empty, lambda s: siapkan.isi_rujukan(s, TAHUN)),
    "siapkan.siapkan": Deed(stages.empty, lambda s: siapkan.siapkan(s, NOW)),
    "pindahkan.pindahkan": Deed(stages.empty, calls.move_here),
    "pulihkan.pulihkan": Deed(stages.empty, calls.restore_here),
    "kapsul_laptop.buka": Deed(stages.empty, calls.fill_laptop),
    # a meeting without a network
    "kapsul.buat": Deed(cast.waiting, calls.let_out),
    "kapsul.batal": Deed(stages.away, lambda s: kapsul.batal(s, BAPPEDA, RAPAT, NOW)),
    "kapsul_laptop.serahkan": Deed(calls.fill_laptop, calls.hand_over_here),
    "terima_kapsul.terima": Deed(stages.away, calls.take_in_here),
    # accounts and logins
    "masuk.masuk": Deed(cast.waiting, lambda s: masuk.masuk(s, CAMAT.nama_pengguna, cast.SANDI, ALAMAT, NOW)),
    "masuk.bekerja": Deed(stages.logged_in, calls.go_on),
    "masuk.keluar": Deed(stages.logged_in, calls.log_out),
    "masuk.keluar_lain": Deed(stages.logged_in_twice, calls.leave_elsewhere),
    "masuk.ganti_sandi": Deed(stages.logged_in, lambda s: masuk.ganti_sandi(s, CAMAT, cast.SANDI, BARU, ALAMAT, NOW)),
    "identitas.masuk_dengan_identitas": Deed(
        stages.with_identity, lambda s: identitas.masuk_dengan_identitas(s, test_identitas.ABDI, NOW)
    ),
    "identitas.siap_hubungkan": Deed(stages.logged_in, calls.confirm),
    "identitas.hubungkan": Deed(stages.about_to_link, calls.link),
    "identitas.lepaskan": Deed(stages.with_identity, lambda s: identitas.lepaskan(s, CAMAT, NOW)),
    "pengguna.tambah": Deed(
        cast.waiting, lambda s: pengguna.tambah(s, BAPPEDA, "opd.disdik", "Disdik", Peran.OPD, cast.DISDIK, NOW)
    ),
    "pengguna.tambah_semua": Deed(cast.waiting, lambda s: pengguna.tambah_semua(s, BAPPEDA, NOW, calls.unwatched)),
    "pengguna.atur_ulang": Deed(
        stages.logged_in, lambda s: pengguna.atur_ulang(s, BAPPEDA, _seen(s), NOW, calls.unwatched)
    ),
    "pengguna.nonaktifkan": Deed(stages.logged_in, lambda s: pengguna.nonaktifkan(s, BAPPEDA, _seen(s), NOW)),
    "pengguna.aktifkan": Deed(stages.with_disabled, lambda s: pengguna.aktifkan(s, BAPPEDA, _seen(s), NOW)),
    "periksa_dokumen.dengan_jatah": Deed(cast.waiting, calls.fail_to_ask),
    # master data
    "induk_kriteria.simpan": Deed(
        cast.waiting, lambda s: test_induk_kriteria.save(s, test_induk_kriteria.weighted(test_induk_kriteria.shown(s)))
    ),
    "induk_prioritas.simpan": Deed(
        cast.waiting,
        lambda s: test_induk_prioritas.save(
            s, test_induk_prioritas.changed(test_induk_prioritas.shown(s), Prioritas(9, "Iklim"), without=(8,))
        ),
    ),
    "induk_aturan.simpan": Deed(
        cast.waiting,
        lambda s: test_induk_aturan.save(
            s, test_induk_aturan.changed(test_induk_aturan.shown(s), "maks_desa", angka=16)
        ),
    ),
    "induk_pagu.simpan": Deed(cast.waiting, lambda s: test_induk_pagu.save(s, Bahorok=1, Stabat=2)),
    "induk_opd.tambah": Deed(cast.waiting, lambda s: induk_opd.tambah(s, BAPPEDA, test_induk_opd.BARU, NOW)),
    "induk_opd.ubah": Deed(cast.sent, lambda s: test_induk_opd.change(s, nama="Dinas Jalan")),
    "induk_opd.hapus": Deed(
        stages.with_unused, lambda s: induk_opd.hapus(s, BAPPEDA, test_induk_opd.BARU.kode, 1, NOW)
    ),
    "induk_wilayah.ubah_kecamatan": Deed(
        cast.waiting, lambda s: test_induk_wilayah.rename_kecamatan(s, BAHOROK, "Bohorok")
    ),
    "induk_wilayah.tambah_desa": Deed(
        cast.waiting, lambda s: induk_wilayah.tambah_desa(s, BAPPEDA, test_induk_wilayah.BARU, NOW)
    ),
    "induk_wilayah.ubah_desa": Deed(
        cast.waiting, lambda s: test_induk_wilayah.rename(s, cast.SUKA_RAKYAT, "Suka Maju")
    ),
    "induk_wilayah.hapus_desa": Deed(stages.with_unused, calls.remove_desa),
    "induk_tahun.siapkan_tahun": Deed(cast.waiting, lambda s: induk_tahun.siapkan_tahun(s, BAPPEDA, TAHUN, NOW)),
    "induk_tahun.jadikan_berjalan": Deed(
        stages.with_next_year, lambda s: induk_tahun.jadikan_berjalan(s, BAPPEDA, TAHUN + 1, NOW)
    ),
    "induk_lembar.pratinjau": Deed(
        cast.waiting, calls.with_book(lambda s, book: induk_lembar.pratinjau(s, BAPPEDA, TAHUN, book, NOW))
    ),
    "induk_lembar.impor": Deed(
        cast.waiting, calls.with_book(lambda s, book: induk_lembar.impor(s, BAPPEDA, TAHUN, book, 0, NOW))
    ),
    "lambang.ganti": Deed(stages.with_crest, lambda s: lambang.ganti(s, BAPPEDA, picture("blue"), "biru.png", NOW)),
    "saksi.terima": Deed(cast.waiting, lambda s: saksi.terima(s, Issue("saksi_rusak"), NOW)),
    "lambang.lepas": Deed(stages.with_crest, lambda s: lambang.lepas(s, BAPPEDA, NOW)),
    "pandangan.simpan": Deed(cast.waiting, test_pandangan.save),
    "pandangan.ganti_nama": Deed(
        stages.with_view, lambda s: pandangan.ganti_nama(s, BAPPEDA, pandangan.daftar(s, BAPPEDA)[0], "Jalan", NOW)
    ),
    "pandangan.hapus": Deed(
        stages.with_view, lambda s: pandangan.hapus(s, BAPPEDA, pandangan.daftar(s, BAPPEDA)[0], NOW)
    ),
    # what a desa brings
    "usulan_desa.isi": Deed(cast.waiting, lambda s: usulan_desa.isi(s, DESA, RAPAT, cast.isi("Sumur"), NOW)),
    "usulan_desa.ajukan_lagi": Deed(
        stages.in_next_year, lambda s: usulan_desa.ajukan_lagi(s, LURAH, RAPAT_DEPAN, PELATIHAN.id, NOW)
    ),
    "usulan_desa.ubah": Deed(
        cast.waiting, lambda s: usulan_desa.ubah(s, DESA, RAPAT, JALAN.id, 1, cast.isi("Sumur"), NOW)
    ),
    "usulan_desa.hapus": Deed(cast.waiting, lambda s: usulan_desa.hapus(s, DESA, RAPAT, LAPANGAN.id, 1, NOW)),
    "usulan_desa.urutkan": Deed(cast.waiting, calls.order_own),
    "usulan_desa.setujui": Deed(
        cast.waiting, lambda s: usulan_desa.setujui(s, DESA, RAPAT, {LAPANGAN.id: 1}, True, NOW)
    ),
    "lampiran.lampirkan": Deed(cast.waiting, calls.attach),
    "lampiran.lepas": Deed(stages.with_attachment, calls.detach),
    "impor.impor": Deed(
        cast.waiting, lambda s: impor.impor(s, BAPPEDA, RAPAT, LEMBAR, setujui=True, dilihat={}, now=NOW)
    ),
    "impor.impor_semua": Deed(
        cast.waiting, lambda s: impor.impor_semua(s, BAPPEDA, TAHUN, LEMBAR, setujui=True, now=NOW)
    ),
    # the meeting
    "persiapan.jadwalkan": Deed(cast.waiting, calls.plan_day),
    "persiapan.buka": Deed(cast.waiting, lambda s: persiapan.buka(s, CAMAT, RAPAT, "", NOW)),
    "persiapan.isi_daftar_hadir": Deed(cast.opened, calls.fill_sheet),
    "persiapan.ambil_usulan": Deed(cast.attended, lambda s: persiapan.ambil_usulan(s, CAMAT, RAPAT, NOW)),
    "persiapan.mulai": Deed(
        cast.loaded, lambda s: persiapan.mulai(s, CAMAT, RAPAT, baca.tanda_data(s, CAMAT, RAPAT), NOW)
    ),
    "verifikasi.verifikasi": Deed(cast.started, calls.decide),
    "usulan.tambah_usulan": Deed(
        cast.verified, lambda s: usulan.tambah_usulan(s, CAMAT, RAPAT, cast.isi("Gapura"), NOW)
    ),
    "usulan.ubah_usulan": Deed(stages.with_tugu, calls.change_tugu),
    "usulan.pilih_prioritas": Deed(
        cast.verified, lambda s: usulan.pilih_prioritas(s, CAMAT, RAPAT, cast.seen(s, *cast.UTAMA), 1, PUTR, NOW)
    ),
    "usulan.jadikan_cadangan": Deed(
        cast.verified, lambda s: usulan.jadikan_cadangan(s, CAMAT, RAPAT, cast.seen(s, *cast.UTAMA), "Nanti", NOW)
    ),
    "usulan.pilih_opd": Deed(
        cast.prioritised, lambda s: usulan.pilih_opd(s, CAMAT, RAPAT, cast.seen(s, JALAN), cast.DISDIK, NOW)
    ),
    "skoring.hitung": Deed(cast.prioritised, lambda s: skoring.hitung(s, CAMAT, RAPAT, NOW)),
    "skoring.simpan_skor": Deed(
        cast.counting, lambda s: skoring.simpan_skor(s, CAMAT, RAPAT, cast.filled(s, NILAI), NOW)
    ),
    "skoring.ketik_skor": Deed(
        cast.scored, lambda s: skoring.ketik_skor(s, CAMAT, RAPAT, {JALAN.id: {0: (5, 1)}}, NOW)
    ),
    "skoring.urutkan_seri": Deed(cast.scored, calls.order_tie),
    "proyektor.buka_layar": Deed(cast.started, lambda s: proyektor.buka_layar(s, CAMAT, RAPAT, NOW)),
    "proyektor.akhiri_layar": Deed(stages.with_screen, lambda s: proyektor.akhiri_layar(s, CAMAT, RAPAT, NOW)),
    "dokumen.unggah": Deed(cast.opened, calls.upload),
    "dokumen.tarik": Deed(stages.with_photo, calls.take_out),
    "penutupan.kirim": Deed(
        cast.scored, lambda s: penutupan.kirim(s, CAMAT, RAPAT, baca.tanda_data(s, CAMAT, RAPAT), NOW)
    ),
    "penutupan.isi_berita_acara": Deed(cast.sent, calls.fill_minutes),
    "pembukaan_kembali.buka_kembali": Deed(
        cast.sent,
        lambda s: pembukaan_kembali.buka_kembali(s, BAPPEDA, RAPAT, NOW, replace(SURAT, tanggal=NOW.date()), NOW),
    ),
    "jawaban.jawab": Deed(cast.sent, calls.answer),
    "jawaban.isi_anggaran": Deed(
        stages.with_answer,
        lambda s: jawaban.isi_anggaran(s, cast.OPD_PUTR, cast.as_sent(s, {JALAN.id: 1}), 1_000, 500, NOW),
    ),
}
