"""One call of each action and question about something else than one meeting: a desa, an OPD, accounts, all."""

import io
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import uuid4

import openpyxl

from musrenbang.access import Tindakan
from musrenbang.actions import (
    baca,
    berkas,
    dokumen,
    hasil,
    identitas,
    impor,
    induk,
    induk_aturan,
    induk_kriteria,
    induk_lembar,
    induk_opd,
    induk_pagu,
    induk_prioritas,
    induk_tahun,
    induk_wilayah,
    ingatan,
    jawaban,
    jejak,
    kapsul_layar,
    lambang,
    lampiran,
    masuk,
    own_desa,
    pandangan,
    pemantauan,
    pengguna,
    perbandingan,
    salin,
    terima_kapsul,
    usulan_desa,
)
from musrenbang.intake.lembar import Lembar, read_book
from musrenbang.model import Desa, Identitas, Kecamatan, Lingkup, Opd, Orang, Pandangan, Peran, SaringanJejak, Sikap
from musrenbang.passwords import digest
from musrenbang.store.engine import Store
from reports.lists.data_induk import sheets
from reports.workbook import xlsx_of
from tests.access.in_meeting import LEMBAR, Call
from tests.cast import BAHOROK, BAPPEDA, JALAN, LURAH, NOW, PUTR, RAPAT, SANDI, SUKA_RAKYAT, TAHUN
from tests.scans import picture

DINAS = Opd("9.99.99", "Dinas Baru", "DINBARU", "Urusan baru")
DUSUN = Desa("12.05.01.2099", "Desa Baru", "Desa", BAHOROK)
UNUSED_OPD = Opd("9.99.98", "Dinas Lama", "DINLAMA", "Urusan lama")
UNUSED_DESA = Desa("12.05.01.2098", "Desa Lama", "Desa", BAHOROK)
LINGKUP = Lingkup(TAHUN)


def furnish(store: Store) -> None:
    """What there is to be changed: an OPD and a desa that nothing names, a year to come, a saved view, a crest."""
    induk_opd.tambah(store, BAPPEDA, UNUSED_OPD, NOW)
    induk_wilayah.tambah_desa(store, BAPPEDA, UNUSED_DESA, NOW)
    induk_tahun.siapkan_tahun(store, BAPPEDA, TAHUN, NOW)
    pandangan.simpan(store, BAPPEDA, "Semua", LINGKUP, NOW)
    lambang.ganti(store, BAPPEDA, picture(kind="PNG"), "lambang.png", NOW)


def view(store: Store) -> Pandangan:
    return pandangan.daftar(store, BAPPEDA)[0]


def account(store: Store) -> Mapping[str, int]:
    return pengguna.versi(store, BAPPEDA, LURAH.nama_pengguna)


def rules(store: Store, who: Orang) -> None:
    stored = induk_aturan.aturan(store, BAPPEDA, TAHUN)
    off = tuple(replace(a, sikap=Sikap.MATI) for a in stored.aturan)
    induk_aturan.simpan(store, who, replace(stored, aturan=off), NOW)


def weights(store: Store, who: Orang) -> None:
    stored = induk_kriteria.kriteria(store, BAPPEDA, TAHUN)
    approved = replace(stored.bobot, nomor_penetapan="12/2027", tanggal_penetapan=NOW.date())
    induk_kriteria.simpan(store, who, replace(stored, bobot=approved), NOW)


def themes(store: Store, who: Orang) -> None:
    stored = induk_prioritas.prioritas(store, BAPPEDA, TAHUN)
    renamed = (replace(stored.prioritas[0], nama="Iklim"), *stored.prioritas[1:])
    induk_prioritas.simpan(store, who, replace(stored, prioritas=renamed), NOW)


def ceilings(store: Store, who: Orang) -> None:
    stored = induk_pagu.pagu(store, BAPPEDA, TAHUN)
    given = tuple(replace(p, pagu=10**9) for p in stored.pagu)
    induk_pagu.simpan(store, who, replace(stored, pagu=given), NOW)


@cache
def _workbook(exported: bytes) -> dict[str, Lembar]:
    with tempfile.TemporaryDirectory() as folder:
        made = openpyxl.load_workbook(io.BytesIO(exported))
        made["Prioritas"]["B2"] = "Iklim"
        made.save(Path(folder) / "induk.xlsx")
        return read_book(Path(folder) / "induk.xlsx")


_exported: list[bytes] = []


def workbook(store: Store) -> dict[str, Lembar]:
    """As it was exported at first: no call here changes master data for good."""
    if not _exported:
        _exported.append(xlsx_of("Data induk", sheets(induk_lembar.isi(store, BAPPEDA, TAHUN), NOW)))
    return _workbook(_exported[0])


def bring_in(store: Store, who: Orang) -> object:
    dilihat = induk_lembar.isi(store, BAPPEDA, TAHUN).versi
    return induk_lembar.impor(store, who, TAHUN, workbook(store), dilihat, NOW)


def copy(store: Store, who: Orang) -> object:
    with tempfile.TemporaryDirectory() as folder:
        return salin.salin(store, who, Path(folder), NOW)


def leave_elsewhere(store: Store, who: Orang) -> None:
    here, _ = (digest(masuk.masuk(store, who.nama_pengguna, SANDI, "10.0.0.1", NOW)) for _ in range(2))
    masuk.keluar_lain(store, who, here, SANDI, "10.0.0.1", NOW)


def attached(store: Store, who: Orang) -> object:
    id_ = lampiran.daftar(store, BAPPEDA, [JALAN.id])[JALAN.id][0].id
    return berkas.file_for(store, who, id_)


def document(store: Store, who: Orang) -> object:
    found = dokumen.daftar(store, BAPPEDA, RAPAT)
    return berkas.file_for(store, who, found[0].id if found else uuid4())


def confirm(store: Store, who: Orang) -> str:
    sesi = digest(masuk.masuk(store, who.nama_pengguna, SANDI, "10.0.0.1", NOW))
    identitas.siap_hubungkan(store, who, sesi, SANDI, "perjalanan", "10.0.0.1", NOW)
    return sesi


def link(store: Store, who: Orang) -> None:
    identitas.hubungkan(store, who, confirm(store, who), "perjalanan", Identitas("p", who.nama_pengguna), NOW)


def unlink(store: Store, who: Orang) -> None:
    link(store, who)
    identitas.lepaskan(store, who, NOW)


# the usulan of a desa/kelurahan and what was sent to an OPD: they change with the meeting too
WITH_MEETING: dict[str, Call] = {
    "baca.usulan_desa": lambda s, who, _: baca.usulan_desa(s, who, SUKA_RAKYAT, TAHUN),
    "hasil.hasil_desa": lambda s, who, _: hasil.hasil_desa(s, who, SUKA_RAKYAT, TAHUN),
    "lampiran.daftar": lambda s, who, _: lampiran.daftar(s, who, [JALAN.id]),
    "berkas.file_for": lambda s, who, _: attached(s, who),
    "berkas.file_for+dokumen": lambda s, who, _: document(s, who),
    "usulan_desa.keadaan": lambda s, who, _: usulan_desa.keadaan(s, who, TAHUN),
    "ingatan.dapat_diajukan_lagi": lambda s, who, _: ingatan.dapat_diajukan_lagi(s, who, TAHUN),
    "ingatan.pengajuan_desa": lambda s, who, _: ingatan.pengajuan_desa(s, who, TAHUN),
    "own_desa.in_own_desa": lambda s, who, r: own_desa.in_own_desa(
        s, who, Tindakan.ISI_USULAN, r, NOW, lambda visit, desa: visit.log(desa.kode)
    ),
    "own_desa.own_desa": lambda s, who, _: own_desa.own_desa(s, who),
    "baca.usulan_opd": lambda s, who, _: baca.usulan_opd(s, who, PUTR, TAHUN),
    "jawaban.untuk_opd": lambda s, who, _: jawaban.untuk_opd(s, who, PUTR, TAHUN),
    "kapsul_layar.di_laptop": lambda s, who, r: kapsul_layar.di_laptop(s, who, r),
    "jejak.riwayat": lambda s, who, _: jejak.riwayat(s, who, JALAN.kode),
}

CALLS: dict[str, Call] = {
    # oneself
    "baca.nama_wilayah": lambda s, who, _: baca.nama_wilayah(s, who),
    "masuk.ganti_sandi": lambda s, who, _: masuk.ganti_sandi(s, who, SANDI, "kuda-besi-hijau", "10.0.0.1", NOW),
    "masuk.login_sendiri": lambda s, who, _: masuk.login_sendiri(s, who, "0" * 64, NOW),
    "masuk.keluar_lain": lambda s, who, _: leave_elsewhere(s, who),
    "identitas.terhubung": lambda s, who, _: identitas.terhubung(s, who),
    "identitas.siap_hubungkan": lambda s, who, _: confirm(s, who),
    "identitas.hubungkan": lambda s, who, _: link(s, who),
    "identitas.lepaskan": lambda s, who, _: unlink(s, who),
    # all of the kabupaten
    "baca.bahan_surat": lambda s, who, _: baca.bahan_surat(s, who, TAHUN, NOW),
    "baca.kecamatan": lambda s, who, _: baca.kecamatan(s, who),
    "baca.semua_rapat": lambda s, who, _: baca.semua_rapat(s, who, TAHUN),
    "baca.versi_semua": lambda s, who, _: baca.versi_semua(s, who),
    "pemantauan.pantau": lambda s, who, _: pemantauan.pantau(s, who, TAHUN, NOW),
    "perbandingan.bandingkan": lambda s, who, _: perbandingan.bandingkan(s, who, LINGKUP),
    "perbandingan.ketegasan": lambda s, who, _: perbandingan.ketegasan(s, who, LINGKUP),
    "perbandingan.per_opd_dan_prioritas": lambda s, who, _: perbandingan.per_opd_dan_prioritas(s, who, LINGKUP),
    "perbandingan.rujukan": lambda s, who, _: perbandingan.rujukan(s, who, TAHUN),
    "perbandingan.tahun": lambda s, who, _: perbandingan.tahun(s, who),
    "perbandingan.usulan": lambda s, who, _: perbandingan.usulan(s, who, LINGKUP),
    "pandangan.daftar": lambda s, who, _: pandangan.daftar(s, who),
    "pandangan.simpan": lambda s, who, _: pandangan.simpan(s, who, "Baru", LINGKUP, NOW),
    "pandangan.ganti_nama": lambda s, who, _: pandangan.ganti_nama(s, who, view(s), "Lain", NOW),
    "pandangan.hapus": lambda s, who, _: pandangan.hapus(s, who, view(s), NOW),
    "jejak.cari": lambda s, who, _: jejak.cari(s, who, SaringanJejak(), 1, 10),
    "jejak.seluruhnya": lambda s, who, _: jejak.seluruhnya(s, who, SaringanJejak()),
    "jejak.pilihan": lambda s, who, _: jejak.pilihan(s, who),
    "jejak.periksa_rantai": lambda s, who, r: jejak.periksa_rantai(s, who, str(r)),
    "impor.impor_semua": lambda s, who, _: impor.impor_semua(s, who, TAHUN, LEMBAR, setujui=False, now=NOW),
    "kapsul_layar.daftar": lambda s, who, _: kapsul_layar.daftar(s, who),
    "kapsul_layar.dapat_dibawa": lambda s, who, _: kapsul_layar.dapat_dibawa(s, who),
    "kapsul_layar.berkas_kapsul": lambda s, who, _: kapsul_layar.berkas_kapsul(s, who, uuid4()),
    "kapsul_layar.siap_menerima": lambda _s, who, _: kapsul_layar.siap_menerima(who),
    "terima_kapsul.terima": lambda s, who, _: terima_kapsul.terima(s, who, Path(__file__), NOW),
    "salin.salin": lambda s, who, _: copy(s, who),
    "salin.salinan": lambda _s, who, _: salin.salinan(who, Path("/tidak/ada")),
    # accounts
    "pengguna.daftar": lambda s, who, _: pengguna.daftar(s, who),
    "pengguna.versi": lambda s, who, _: pengguna.versi(s, who, LURAH.nama_pengguna),
    "pengguna.belum_ada": lambda s, who, _: pengguna.belum_ada(s, who),
    "pengguna.tempat": lambda s, who, _: pengguna.tempat(s, who, Peran.OPD),
    "pengguna.tambah": lambda s, who, _: pengguna.tambah(s, who, "baru.bahorok", "Baru", Peran.CAMAT, BAHOROK, NOW),
    "pengguna.tambah_semua": lambda s, who, _: pengguna.tambah_semua(s, who, NOW, lambda _share: None),
    "pengguna.atur_ulang": lambda s, who, _: pengguna.atur_ulang(s, who, account(s), NOW, lambda _share: None),
    "pengguna.nonaktifkan": lambda s, who, _: pengguna.nonaktifkan(s, who, account(s), NOW),
    "pengguna.aktifkan": lambda s, who, _: pengguna.aktifkan(s, who, account(s), NOW),
    # master data
    "lambang.ganti": lambda s, who, _: lambang.ganti(s, who, picture(kind="PNG"), "lambang.png", NOW),
    "lambang.lepas": lambda s, who, _: lambang.lepas(s, who, NOW),
    "induk.at_desk": lambda s, who, _: induk.at_desk(s, who, "x", NOW, lambda meja: meja.log("x", None, {"a": 1})),
    "induk_aturan.aturan": lambda s, who, _: induk_aturan.aturan(s, who, TAHUN),
    "induk_aturan.simpan": lambda s, who, _: rules(s, who),
    "induk_kriteria.kriteria": lambda s, who, _: induk_kriteria.kriteria(s, who, TAHUN),
    "induk_kriteria.pratinjau": lambda s, who, _: induk_kriteria.pratinjau(
        s, who, induk_kriteria.kriteria(s, BAPPEDA, TAHUN).bobot
    ),
    "induk_kriteria.simpan": lambda s, who, _: weights(s, who),
    "induk_lembar.isi": lambda s, who, _: induk_lembar.isi(s, who, TAHUN),
    "induk_lembar.pratinjau": lambda s, who, _: induk_lembar.pratinjau(s, who, TAHUN, workbook(s), NOW),
    "induk_lembar.impor": lambda s, who, _: bring_in(s, who),
    "induk_opd.opd": lambda s, who, _: induk_opd.opd(s, who),
    "induk_opd.tambah": lambda s, who, _: induk_opd.tambah(s, who, DINAS, NOW),
    "induk_opd.ubah": lambda s, who, _: induk_opd.ubah(s, who, replace(DINAS, kode=PUTR), 0, NOW),
    "induk_opd.hapus": lambda s, who, _: induk_opd.hapus(s, who, UNUSED_OPD.kode, 1, NOW),
    "induk_pagu.pagu": lambda s, who, _: induk_pagu.pagu(s, who, TAHUN),
    "induk_pagu.simpan": lambda s, who, _: ceilings(s, who),
    "induk_prioritas.prioritas": lambda s, who, _: induk_prioritas.prioritas(s, who, TAHUN),
    "induk_prioritas.simpan": lambda s, who, _: themes(s, who),
    "induk_tahun.tahun": lambda s, who, _: induk_tahun.tahun(s, who),
    "induk_tahun.siapkan_tahun": lambda s, who, _: induk_tahun.siapkan_tahun(s, who, TAHUN + 1, NOW),
    "induk_tahun.jadikan_berjalan": lambda s, who, _: induk_tahun.jadikan_berjalan(s, who, TAHUN + 1, NOW),
    "induk_wilayah.kecamatan": lambda s, who, _: induk_wilayah.kecamatan(s, who),
    "induk_wilayah.desa": lambda s, who, _: induk_wilayah.desa(s, who, BAHOROK),
    "induk_wilayah.ubah_kecamatan": lambda s, who, _: induk_wilayah.ubah_kecamatan(
        s, who, Kecamatan(BAHOROK, "Bahorok Baru"), 0, NOW
    ),
    "induk_wilayah.tambah_desa": lambda s, who, _: induk_wilayah.tambah_desa(s, who, DUSUN, NOW),
    "induk_wilayah.ubah_desa": lambda s, who, _: induk_wilayah.ubah_desa(s, who, SUKA_RAKYAT, "Suka Maju", 0, NOW),
    "induk_wilayah.hapus_desa": lambda s, who, _: induk_wilayah.hapus_desa(s, who, UNUSED_DESA.kode, 2, NOW),
}
