"""One call of each action and question about one meeting: about Bahorok's, with what is true of it at that moment."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from musrenbang.access import Tindakan
from musrenbang.actions import (
    baca,
    berkas,
    dokumen,
    door,
    impor,
    induk_pagu,
    ingatan,
    jalannya,
    jawaban,
    kapsul,
    lampiran,
    pembukaan_kembali,
    penutupan,
    persiapan,
    proyektor,
    skoring,
    usulan,
    usulan_desa,
)
from musrenbang.actions.skoring import Isian
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.intake.lembar import Baris, Lembar
from musrenbang.model import IsiJawaban, Jawab, JenisBerkas, Keputusan, Orang, Rencana, SuratPembukaan, UsulanMasuk
from musrenbang.pace import Kerja
from musrenbang.store import trail
from musrenbang.store.engine import Store
from musrenbang.store.hall import Bahasan, Tampilan
from tests import cast
from tests.cast import BAHOROK, BAPPEDA, DRAINASE, IRIGASI, JALAN, NOW, PUTR, RAPAT, TAHUN
from tests.intake.sheets import ROW
from tests.intake.sheets import table as rows_of
from tests.scans import paper, picture

Call = Callable[[Store, Orang, UUID], object]

LEMBAR = Lembar("Usulan", tuple(Baris(n, tuple(row)) for n, row in enumerate(rows_of(ROW), 1)))
RENCANA = Rencana(date(2027, 2, 15), "09.00", "12.00", "Aula", "Jalan Besar 1", 1)
SURAT = SuratPembukaan("Keliru", "005", NOW.date())
TUGU_KODE = "2027-12.05.01-K001"


def rows(store: Store) -> dict[UUID, UsulanMasuk]:
    return {u.id: u for u in baca.usulan_masuk(store, BAPPEDA, RAPAT)}


def seen(store: Store, *which: UUID) -> dict[UUID, int]:
    """The versi of each as a screen would show it; 1 before the meeting has loaded it."""
    shown = rows(store)
    return {id_: shown[id_].versi if id_ in shown else 1 for id_ in which}


def seen_score(store: Store, *which: UUID) -> dict[UUID, int]:
    shown = rows(store)
    return {id_: (shown[id_].versi_skor or 0) if id_ in shown else 0 for id_ in which}


def tugu(store: Store) -> UUID:
    """The usulan of the kecamatan; before there is one, no usulan of this meeting."""
    return next((u.id for u in rows(store).values() if u.kode == TUGU_KODE), RAPAT)


def plan(store: Store, who: Orang, rapat: UUID) -> None:
    versi = baca.fakta(store, BAPPEDA, RAPAT).daftar_hadir.versi
    persiapan.jadwalkan(store, who, rapat, replace(RENCANA, versi=versi), NOW)


def attend(store: Store, who: Orang, rapat: UUID) -> None:
    persiapan.isi_daftar_hadir(store, who, rapat, cast.attending(baca.fakta(store, BAPPEDA, RAPAT).daftar_hadir), NOW)


def change_tugu(store: Store, who: Orang, rapat: UUID) -> None:
    id_ = tugu(store)
    usulan.ubah_usulan(store, who, rapat, id_, seen(store, id_)[id_], cast.isi("Gapura"), NOW)


def type_level(store: Store, who: Orang, rapat: UUID) -> object:
    stored = rows(store).get(JALAN.id)
    level = ((stored and stored.tingkat) or (None,))[0]
    return skoring.ketik_skor(store, who, rapat, {JALAN.id: {0: (level, 1)}}, NOW)


def save_scores(store: Store, who: Orang, rapat: UUID) -> object:
    isian = {JALAN.id: Isian(seen_score(store, JALAN.id)[JALAN.id], cast.NILAI[cast.BIBIT.id])}
    return skoring.simpan_skor(store, who, rapat, isian, NOW)


def order_tie(store: Store, who: Orang, rapat: UUID) -> None:
    skoring.urutkan_seri(store, who, rapat, seen_score(store, DRAINASE.id, IRIGASI.id), "Musyawarah", NOW)


def minutes(store: Store, who: Orang, rapat: UUID) -> None:
    stored = baca.fakta(store, BAPPEDA, RAPAT).berita_acara
    penutupan.isi_berita_acara(store, who, rapat, replace(stored, nomor="1/BA"), NOW)


def upload(store: Store, who: Orang, rapat: UUID) -> object:
    content = berkas.receive(store, paper())
    return dokumen.unggah(store, who, rapat, JenisBerkas.DAFTAR_HADIR, "hadir.pdf", content, None, NOW)


def take_out(store: Store, who: Orang, rapat: UUID) -> None:
    photos = [b.id for b in dokumen.daftar(store, BAPPEDA, RAPAT) if b.jenis is JenisBerkas.FOTO]
    dokumen.tarik(store, who, rapat, photos[0] if photos else RAPAT, NOW)


def detach(store: Store, who: Orang, rapat: UUID) -> None:
    lampiran.lepas(store, who, rapat, lampiran.daftar(store, BAPPEDA, [JALAN.id])[JALAN.id][0].id, NOW)


def let_out(store: Store, who: Orang, rapat: UUID) -> object:
    with tempfile.TemporaryDirectory() as folder:
        return kapsul.buat(store, who, rapat, Path(folder) / "x.kapsul", NOW)


def reorder(store: Store, who: Orang, rapat: UUID) -> None:
    own = {u.id: u.versi for u in baca.usulan_desa(store, BAPPEDA, cast.SUKA_RAKYAT, TAHUN)}
    usulan_desa.urutkan(store, who, rapat, [*reversed(own)], own, NOW)


def place(rapat: UUID) -> str:
    return BAHOROK if rapat == RAPAT else "12.05.99"


CALLS: dict[str, Call] = {
    "persiapan.jadwalkan": plan,
    "persiapan.buka": lambda s, who, r: persiapan.buka(s, who, r, "Alasan", NOW),
    "persiapan.isi_daftar_hadir": attend,
    "persiapan.ambil_usulan": lambda s, who, r: persiapan.ambil_usulan(s, who, r, NOW),
    "persiapan.mulai": lambda s, who, r: persiapan.mulai(s, who, r, trail.head(s, str(r)), NOW),
    "verifikasi.verifikasi": lambda s, who, r: verifikasi(
        s, who, r, seen(s, JALAN.id), Putusan(Keputusan.DIUBAH, biaya=1), NOW
    ),
    "usulan.tambah_usulan": lambda s, who, r: usulan.tambah_usulan(s, who, r, cast.isi("Gapura"), NOW),
    "usulan.ubah_usulan": change_tugu,
    "usulan.pilih_prioritas": lambda s, who, r: usulan.pilih_prioritas(s, who, r, seen(s, JALAN.id), 2, PUTR, NOW),
    "usulan.jadikan_cadangan": lambda s, who, r: usulan.jadikan_cadangan(s, who, r, seen(s, JALAN.id), "Nanti", NOW),
    "usulan.pilih_opd": lambda s, who, r: usulan.pilih_opd(s, who, r, seen(s, JALAN.id), cast.DISDIK, NOW),
    "skoring.hitung": lambda s, who, r: skoring.hitung(s, who, r, NOW),
    "skoring.simpan_skor": save_scores,
    "skoring.ketik_skor": type_level,
    "skoring.urutkan_seri": order_tie,
    "penutupan.kirim": lambda s, who, r: penutupan.kirim(s, who, r, trail.head(s, str(RAPAT)), NOW),
    "pembukaan_kembali.buka_kembali": lambda s, who, r: pembukaan_kembali.buka_kembali(s, who, r, NOW, SURAT, NOW),
    "kapsul.buat": let_out,
    "kapsul.batal": lambda s, who, r: kapsul.batal(s, who, r, NOW),
    "penutupan.isi_berita_acara": minutes,
    "dokumen.unggah": upload,
    "dokumen.siap_menerima": lambda s, who, r: dokumen.siap_menerima(s, who, r, JenisBerkas.FOTO),
    "dokumen.foto_halaman": lambda s, who, r: dokumen.foto_halaman(s, who, r, picture()),
    "dokumen.tarik": take_out,
    "proyektor.buka_layar": lambda s, who, r: proyektor.buka_layar(s, who, r, NOW),
    "proyektor.akhiri_layar": lambda s, who, r: proyektor.akhiri_layar(s, who, r, NOW),
    "proyektor.layar_terbuka": lambda s, who, r: proyektor.layar_terbuka(s, who, r, NOW),
    "proyektor.bahas": lambda s, who, r: proyektor.bahas(s, who, r, Bahasan("skoring")),
    "proyektor.tampilkan": lambda s, who, r: proyektor.tampilkan(s, who, r, Tampilan.AGENDA),
    "jawaban.jawab": lambda s, who, r: jawaban.jawab(
        s, who, cast.as_sent(s, {JALAN.id: 0}, r), IsiJawaban(Jawab.DITERIMA), NOW
    ),
    "jawaban.isi_anggaran": lambda s, who, r: jawaban.isi_anggaran(
        s, who, cast.as_sent(s, {IRIGASI.id: 1}, r), 1_000, None, NOW
    ),
    "usulan_desa.isi": lambda s, who, r: usulan_desa.isi(s, who, r, cast.isi("Sumur"), NOW),
    "usulan_desa.ajukan_lagi": lambda s, who, r: usulan_desa.ajukan_lagi(s, who, r, JALAN.id, NOW),
    "usulan_desa.ubah": lambda s, who, r: usulan_desa.ubah(s, who, r, JALAN.id, 1, cast.isi("Sumur"), NOW),
    "usulan_desa.hapus": lambda s, who, r: usulan_desa.hapus(s, who, r, cast.LAPANGAN.id, 1, NOW),
    "usulan_desa.urutkan": reorder,
    "usulan_desa.setujui": lambda s, who, r: usulan_desa.setujui(s, who, r, {cast.LAPANGAN.id: 1}, True, NOW),
    "lampiran.lampirkan": lambda s, who, r: lampiran.lampirkan(
        s, who, r, JALAN.id, JenisBerkas.FOTO_USULAN, "jalan.jpg", picture(), NOW
    ),
    "lampiran.lepas": detach,
    "impor.impor": lambda s, who, r: impor.impor(s, who, r, LEMBAR, setujui=False, dilihat={}, now=NOW),
    "impor.pratinjau": lambda s, who, r: impor.pratinjau(s, who, r, LEMBAR, setujui=False),
    "impor.bahan_templat": lambda s, who, r: impor.bahan_templat(s, who, r),
    "impor.tertutup": lambda s, who, r: impor.tertutup(s, who, r),
    "door.in_meeting": lambda s, who, r: door.in_meeting(s, who, Tindakan.KIRIM, r, NOW, lambda visit: visit.log("x")),
    "baca.bahan_cetak": lambda s, who, r: baca.bahan_cetak(s, who, r, NOW),
    "baca.tanda_data": lambda s, who, r: baca.tanda_data(s, who, r),
    "baca.fakta": lambda s, who, r: baca.fakta(s, who, r),
    "baca.jejak": lambda s, who, r: baca.jejak(s, who, r),
    "baca.kesiapan": lambda s, who, r: baca.kesiapan(s, who, r),
    "baca.perubahan_desa": lambda s, who, r: baca.perubahan_desa(s, who, r),
    "baca.rapat_berjalan": lambda s, who, r: baca.rapat_berjalan(s, who, place(r)),
    "baca.rapat_di": lambda s, who, r: baca.rapat_di(s, who, place(r), TAHUN),
    "baca.rujukan": lambda s, who, r: baca.rujukan(s, who, r),
    "baca.usulan_kecamatan": lambda s, who, r: baca.usulan_kecamatan(s, who, place(r), TAHUN),
    "baca.usulan_masuk": lambda s, who, r: baca.usulan_masuk(s, who, r),
    "baca.versi": lambda s, who, r: baca.versi(s, who, r),
    "dokumen.daftar": lambda s, who, r: dokumen.daftar(s, who, r),
    "induk_pagu.pagu_rapat": lambda s, who, r: induk_pagu.pagu_rapat(s, who, r),
    "ingatan.pengajuan_rapat": lambda s, who, r: ingatan.pengajuan_rapat(s, who, r),
    "jalannya.saat": lambda s, who, r: jalannya.saat(s, who, r, Kerja.SKOR),
    "jalannya.terlaksana": lambda s, who, r: jalannya.terlaksana(s, who, r),
    "jawaban.di_rapat": lambda s, who, r: jawaban.di_rapat(s, who, r),
}
