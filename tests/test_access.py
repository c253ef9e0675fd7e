"""Who may do what: every action, every question, every role, generated from access.IZIN and the actions themselves."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import ModuleType
from uuid import UUID, uuid4

import pytest

from musrenbang.access import IZIN, Tindakan
from musrenbang.actions import (
    baca,
    berkas,
    dokumen,
    hasil,
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
    jalannya,
    jawaban,
    jejak,
    lambang,
    lampiran,
    masuk,
    pandangan,
    pemantauan,
    pembukaan_kembali,
    pengguna,
    penutupan,
    persiapan,
    proyektor,
    pulihkan,
    salin,
    siapkan,
    skoring,
    umum,
    usulan,
    usulan_desa,
)
from musrenbang.actions import impor as importing
from musrenbang.actions import verifikasi as verifying
from musrenbang.errors import Refused
from musrenbang.intake.lembar import Baris, Lembar
from musrenbang.model import IsiJawaban, Jawab, JenisBerkas, Keputusan, Orang, Peran, Rencana, SuratPembukaan
from musrenbang.pace import Kerja
from musrenbang.store import trail
from musrenbang.store.engine import Store
from musrenbang.store.hall import Bahasan, Tampilan
from tests import cast
from tests.cast import BAPPEDA, CAMAT, DESA, JALAN, NILAI, NOW, OPD_PUTR, ORANG_LAIN, PASAR, PUTR, RAPAT, TAHUN
from tests.conftest import StoreAt
from tests.intake.sheets import ROW
from tests.intake.sheets import table as rows_of
from tests.scans import paper
from tests.witness import dump, refused

DESA_LAIN = replace(DESA, wilayah=cast.STABAT_BARU)
Call = Callable[[Store, Orang, UUID], object]
LEMBAR = Lembar("Usulan", tuple(Baris(n, tuple(row)) for n, row in enumerate(rows_of(ROW), 1)))
TUGU_KODE = "2027-12.05.01-K001"


def with_tugu(store: Store) -> None:
    """Everything is there that an action could want: a tie, a full sheet, an usulan of the kecamatan."""
    cast.scored(store)
    usulan.tambah_usulan(store, CAMAT, RAPAT, cast.isi("Tugu"), NOW)
    tugu = tugu_of(store)
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, {tugu: cast.row(store, tugu).versi}, "Tahun depan", NOW)


def sent_with_tugu(store: Store) -> None:
    with_tugu(store)
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), NOW)


def tugu_of(store: Store) -> UUID:
    found: UUID = store.rows("select id from usulan_masuk where kode = $1", TUGU_KODE)[0][0]
    return found


def jadwalkan(store: Store, who: Orang, rapat: UUID) -> None:
    rencana = Rencana(date(2027, 2, 15), "09.00", "12.00", "Aula", "Jalan Besar 1", 1)
    persiapan.jadwalkan(store, who, rapat, rencana, NOW)


def buka(store: Store, who: Orang, rapat: UUID) -> None:
    persiapan.buka(store, who, rapat, "Alasan", NOW)


def isi_daftar_hadir(store: Store, who: Orang, rapat: UUID) -> None:
    persiapan.isi_daftar_hadir(store, who, rapat, baca.fakta(store, BAPPEDA, RAPAT).daftar_hadir, NOW)


def ambil_usulan(store: Store, who: Orang, rapat: UUID) -> object:
    return persiapan.ambil_usulan(store, who, rapat, NOW)


def mulai(store: Store, who: Orang, rapat: UUID) -> None:
    persiapan.mulai(store, who, rapat, NOW)


def verifikasi(store: Store, who: Orang, rapat: UUID) -> None:
    putusan = verifying.Putusan(Keputusan.DIUBAH, biaya=1)
    verifying.verifikasi(store, who, rapat, cast.seen(store, JALAN), putusan, NOW)


def tambah_usulan(store: Store, who: Orang, rapat: UUID) -> object:
    return usulan.tambah_usulan(store, who, rapat, cast.isi("Gapura"), NOW)


def ubah_usulan(store: Store, who: Orang, rapat: UUID) -> None:
    tugu = tugu_of(store)
    usulan.ubah_usulan(store, who, rapat, tugu, cast.row(store, tugu).versi, cast.isi("Gapura"), NOW)


def pilih_prioritas(store: Store, who: Orang, rapat: UUID) -> None:
    usulan.pilih_prioritas(store, who, rapat, cast.seen(store, JALAN), 2, PUTR, NOW)


def jadikan_cadangan(store: Store, who: Orang, rapat: UUID) -> None:
    usulan.jadikan_cadangan(store, who, rapat, cast.seen(store, JALAN), "Tahun depan", NOW)


def pilih_opd(store: Store, who: Orang, rapat: UUID) -> None:
    usulan.pilih_opd(store, who, rapat, cast.seen(store, JALAN), cast.DISDIK, NOW)


def hitung(store: Store, who: Orang, rapat: UUID) -> object:
    return skoring.hitung(store, who, rapat, NOW)


def simpan_skor(store: Store, who: Orang, rapat: UUID) -> object:
    levels = {JALAN.id: NILAI[cast.BIBIT.id]}
    return skoring.simpan_skor(store, who, rapat, cast.filled(store, levels), NOW)


def ketik_skor(store: Store, who: Orang, rapat: UUID) -> object:
    now = cast.row(store, JALAN).tingkat or ()
    return skoring.ketik_skor(store, who, rapat, {JALAN.id: {0: (now[0], 1)}}, NOW)


def urutkan_seri(store: Store, who: Orang, rapat: UUID) -> None:
    skoring.urutkan_seri(store, who, rapat, cast.seen_scores(store, cast.DRAINASE, cast.IRIGASI), "Musyawarah", NOW)


def kirim(store: Store, who: Orang, rapat: UUID) -> None:
    penutupan.kirim(store, who, rapat, trail.head(store, str(rapat)), NOW)


def buka_kembali(store: Store, who: Orang, rapat: UUID) -> None:
    surat = SuratPembukaan("Keliru", "005", NOW.date())
    pembukaan_kembali.buka_kembali(store, who, rapat, NOW, surat, NOW)


def isi_berita_acara(store: Store, who: Orang, rapat: UUID) -> None:
    minutes = replace(baca.fakta(store, BAPPEDA, RAPAT).berita_acara, nomor="1/BA")
    penutupan.isi_berita_acara(store, who, rapat, minutes, NOW)


def unggah(store: Store, who: Orang, rapat: UUID) -> object:
    content = berkas.receive(store, paper())
    return dokumen.unggah(store, who, rapat, JenisBerkas.DAFTAR_HADIR, "hadir.pdf", content, None, NOW)


def isi(store: Store, who: Orang, rapat: UUID) -> object:
    return usulan_desa.isi(store, who, rapat, cast.isi("Sumur"), NOW)


def ajukan_lagi(store: Store, who: Orang, rapat: UUID) -> object:
    return usulan_desa.ajukan_lagi(store, who, rapat, JALAN.id, NOW)


def ubah(store: Store, who: Orang, rapat: UUID) -> None:
    usulan_desa.ubah(store, who, rapat, JALAN.id, 1, cast.isi("Sumur"), NOW)


def hapus(store: Store, who: Orang, rapat: UUID) -> None:
    usulan_desa.hapus(store, who, rapat, cast.LAPANGAN.id, 1, NOW)


def urutkan(store: Store, who: Orang, rapat: UUID) -> None:
    usulan_desa.urutkan(store, who, rapat, [JALAN.id], {JALAN.id: 1}, NOW)


def setujui(store: Store, who: Orang, rapat: UUID) -> object:
    return usulan_desa.setujui(store, who, rapat, {cast.LAPANGAN.id: 1}, True, NOW)


def lampirkan(store: Store, who: Orang, rapat: UUID) -> object:
    return lampiran.lampirkan(store, who, rapat, JALAN.id, JenisBerkas.FOTO_USULAN, "jalan.jpg", b"", NOW)


def lepas(store: Store, who: Orang, rapat: UUID) -> None:
    lampiran.lepas(store, who, rapat, JALAN.id, NOW)


def impor(store: Store, who: Orang, rapat: UUID) -> object:
    return importing.impor(store, who, rapat, LEMBAR, setujui=False, dilihat={}, now=NOW)


def pratinjau(store: Store, who: Orang, rapat: UUID) -> object:
    return importing.pratinjau(store, who, rapat, LEMBAR, setujui=False)


def buka_layar(store: Store, who: Orang, rapat: UUID) -> object:
    return proyektor.buka_layar(store, who, rapat, NOW)


def akhiri_layar(store: Store, who: Orang, rapat: UUID) -> object:
    return proyektor.akhiri_layar(store, who, rapat, NOW)


def layar_terbuka(store: Store, who: Orang, rapat: UUID) -> object:
    return proyektor.layar_terbuka(store, who, rapat, NOW)


def bahas(store: Store, who: Orang, rapat: UUID) -> None:
    proyektor.bahas(store, who, rapat, Bahasan("skoring"))


def tampilkan(store: Store, who: Orang, rapat: UUID) -> None:
    proyektor.tampilkan(store, who, rapat, Tampilan.AGENDA)


def jawab(store: Store, who: Orang, rapat: UUID) -> object:
    return jawaban.jawab(store, who, {rapat: {JALAN.id: 0}}, IsiJawaban(Jawab.DITERIMA), NOW)


def isi_anggaran(store: Store, who: Orang, rapat: UUID) -> object:
    return jawaban.isi_anggaran(store, who, {rapat: {JALAN.id: 1}}, 1_000, None, NOW)


WRITES: dict[Tindakan, Call] = {
    Tindakan.IMPOR: impor,
    Tindakan.ISI_USULAN: isi,
    Tindakan.AJUKAN_LAGI: ajukan_lagi,
    Tindakan.SETUJUI: setujui,
    Tindakan.LAMPIRKAN: lampirkan,
    Tindakan.UNGGAH: unggah,
    Tindakan.JADWALKAN: jadwalkan,
    Tindakan.BUKA: buka,
    Tindakan.ISI_DAFTAR_HADIR: isi_daftar_hadir,
    Tindakan.AMBIL: ambil_usulan,
    Tindakan.MULAI: mulai,
    Tindakan.VERIFIKASI: verifikasi,
    Tindakan.TAMBAH_USULAN: tambah_usulan,
    Tindakan.UBAH_USULAN: ubah_usulan,
    Tindakan.PRIORITAS: pilih_prioritas,
    Tindakan.CADANGAN: jadikan_cadangan,
    Tindakan.PILIH_OPD: pilih_opd,
    Tindakan.HITUNG: hitung,
    Tindakan.SKOR: simpan_skor,
    Tindakan.URUTKAN_SERI: urutkan_seri,
    Tindakan.KIRIM: kirim,
    Tindakan.BUKA_KEMBALI: buka_kembali,
    Tindakan.ISI_BERITA_ACARA: isi_berita_acara,
    Tindakan.PROYEKSI: buka_layar,
    Tindakan.JAWAB: jawab,
    Tindakan.ANGGARAN: isi_anggaran,
}


def rapat_di(store: Store, who: Orang, rapat: UUID) -> object:
    kecamatan = cast.BAHOROK if rapat == RAPAT else "12.05.99"
    return baca.rapat_di(store, who, kecamatan, TAHUN)


def rapat_berjalan(store: Store, who: Orang, rapat: UUID) -> object:
    return baca.rapat_berjalan(store, who, cast.BAHOROK if rapat == RAPAT else "12.05.99")


def bahan_cetak(store: Store, who: Orang, rapat: UUID) -> object:
    return baca.bahan_cetak(store, who, rapat, NOW)


def usulan_kecamatan(store: Store, who: Orang, rapat: UUID) -> object:
    kecamatan = cast.BAHOROK if rapat == RAPAT else "12.05.99"
    return baca.usulan_kecamatan(store, who, kecamatan, TAHUN)


def saat(store: Store, who: Orang, rapat: UUID) -> object:
    return jalannya.saat(store, who, rapat, Kerja.SKOR)


READS: dict[Tindakan, list[Call]] = {
    Tindakan.LIHAT: [
        dokumen.daftar,
        rapat_di,
        rapat_berjalan,
        baca.versi,
        baca.fakta,
        baca.usulan_masuk,
        baca.kesiapan,
        baca.perubahan_desa,
        baca.rujukan,
        baca.jejak,
        jawaban.di_rapat,
        ingatan.pengajuan_rapat,
        induk_pagu.pagu_rapat,
        jalannya.terlaksana,
        saat,
        usulan_kecamatan,
    ],
    Tindakan.CETAK: [bahan_cetak, baca.tanda_data],
}
ALSO: list[tuple[Tindakan, Call]] = [  # further actions under the same permission
    (Tindakan.ISI_USULAN, ubah),
    (Tindakan.ISI_USULAN, hapus),
    (Tindakan.ISI_USULAN, urutkan),
    (Tindakan.LAMPIRKAN, lepas),
    (Tindakan.IMPOR, pratinjau),
    (Tindakan.IMPOR, importing.bahan_templat),
    (Tindakan.IMPOR, importing.tertutup),
    (Tindakan.SKOR, ketik_skor),
    (Tindakan.PROYEKSI, akhiri_layar),
    (Tindakan.PROYEKSI, layar_terbuka),
    (Tindakan.PROYEKSI, bahas),
    (Tindakan.PROYEKSI, tampilkan),
]
MEETING_CALLS = list(WRITES.items()) + ALSO + [(t, call) for t, calls in READS.items() for call in calls]
IDS = [f"{tindakan.name}-{call.__name__}" for tindakan, call in MEETING_CALLS]

# what is asked of something else than one meeting, and tested below or in tests/actions/
ELSEWHERE = {
    "receive", "kept", "sweep", "file_for", "named_by_content", "siap_menerima", "may_come", "foto_halaman", "tarik",
    "keadaan", "impor_semua", "bahan_surat",
    "semua_rapat", "usulan_opd", "usulan_desa", "nama_wilayah", "tahun_berjalan", "kecamatan", "masuk", "siapa",
    "ganti", "lepas", "sekarang", "tanda", "berlaku", "salin", "salinan", "folder_salinan", "kabar", "wait_until_done",
    "pulihkan", "keluar", "ganti_sandi", "tambah", "tambah_semua", "belum_ada", "tempat", "atur_ulang",
    "nonaktifkan", "aktifkan", "daftar", "siapkan", "isi_rujukan",
    "jadwal", "hasil", "hasil_rapat", "tamu", "keadaan_layar", "retire_minutes", "untuk_opd", "picture", "hasil_desa",
    "dapat_diajukan_lagi", "pengajuan_desa",
    "at_desk", "must_exist", "one_line", "kriteria", "simpan", "prioritas", "aturan", "opd", "desa", "pagu",
    "given", "stored", "isi", "told", "tahun", "siapkan_tahun", "jadikan_berjalan", "ubah_kecamatan", "tambah_desa",
    "ubah_desa", "hapus_desa",
    "versi_semua", "pantau", "ganti_nama", "hapus",
    "terakhir", "cari", "seluruhnya", "pilihan", "periksa_rantai", "riwayat",
}  # fmt: skip


def public_functions(module: ModuleType) -> set[str]:
    found = inspect.getmembers(module, inspect.isfunction)
    return {name for name, f in found if f.__module__ == module.__name__ and not name.startswith("_")}


def test_every_permission_has_its_actions_here() -> None:
    assert set(WRITES) | set(READS) == set(IZIN) == set(Tindakan)
    of_bappeda = {t for t, izin in IZIN.items() if Peran.BAPPEDA in izin.peran}
    assert of_bappeda == {*READS, Tindakan.IMPOR, Tindakan.JADWALKAN, Tindakan.BUKA_KEMBALI}


def test_every_action_is_listed() -> None:
    modules = (
        baca, berkas, dokumen, hasil, ingatan, jalannya, jawaban, jejak, lambang, masuk, pengguna, pulihkan, salin,
        penutupan, persiapan, siapkan,
        skoring, umum, usulan, usulan_desa, lampiran, verifying, importing, proyektor, induk, induk_aturan,
        induk_kriteria, induk_lembar, induk_opd, induk_pagu, induk_prioritas, induk_tahun, induk_wilayah,
        pembukaan_kembali, pandangan, pemantauan,
    )  # fmt: skip
    exist = {name for module in modules for name in public_functions(module)}
    assert exist == {call.__name__ for _, call in MEETING_CALLS} | ELSEWHERE


def owner(tindakan: Tindakan) -> Orang:
    """Who does this in the meeting of Bahorok."""
    may = IZIN[tindakan].peran
    return next(who for who in (CAMAT, DESA, BAPPEDA, OPD_PUTR) if who.peran in may)


def strangers(tindakan: Tindakan) -> list[tuple[Orang, str]]:
    """Everyone who may not, with the reason each one hears."""
    may = IZIN[tindakan].peran
    roles = [(who, "bukan_wewenang") for who in (CAMAT, BAPPEDA, OPD_PUTR, DESA) if who.peran not in may]
    elsewhere = [(who, "bukan_wilayah") for who in (ORANG_LAIN, DESA_LAIN) if who.peran in may]
    return [*roles, *elsewhere]


@pytest.mark.parametrize(("tindakan", "call"), MEETING_CALLS, ids=IDS)
def test_others_are_refused_and_nothing_is_written_or_told(store_at: StoreAt, tindakan: Tindakan, call: Call) -> None:
    store = store_at(with_tugu)
    before = dump(store)
    for who, key in strangers(tindakan):
        with pytest.raises(Refused) as caught:
            call(store, who, RAPAT)
        assert [issue.key for issue in caught.value.issues] == [key]
    assert dump(store) == before


@pytest.mark.parametrize("tindakan", [t for t in WRITES if not IZIN[t].sesudah_kirim], ids=lambda t: t.name)
def test_after_kirim_it_is_refused_in_the_core(store_at: StoreAt, tindakan: Tindakan) -> None:
    store = store_at(sent_with_tugu)
    with refused(store, "sudah_dikirim"):
        WRITES[tindakan](store, owner(tindakan), RAPAT)


def test_what_is_still_written_after_kirim(store_at: StoreAt) -> None:
    store = store_at(sent_with_tugu)
    assert {t for t in WRITES if IZIN[t].sesudah_kirim} == {
        Tindakan.ISI_BERITA_ACARA, Tindakan.UNGGAH, Tindakan.PROYEKSI, Tindakan.BUKA_KEMBALI, Tindakan.JAWAB,
        Tindakan.ANGGARAN,
    }  # fmt: skip
    jawab(store, OPD_PUTR, RAPAT)
    isi_anggaran(store, OPD_PUTR, RAPAT)
    buka_layar(store, CAMAT, RAPAT)
    unggah(store, CAMAT, RAPAT)
    isi_berita_acara(store, CAMAT, RAPAT)
    assert baca.fakta(store, CAMAT, RAPAT).berita_acara.nomor == "1/BA"


def test_its_own_people_may_call_each(store_at: StoreAt) -> None:
    """The calls above are real ones: they do their work or stop at a guard, never at the access."""
    stopped = {}
    for tindakan, call in MEETING_CALLS:
        try:
            call(store_at(with_tugu), owner(tindakan), RAPAT)
        except Refused as fault:
            stopped[tindakan] = [issue.key for issue in fault.issues]
    assert stopped == {
        Tindakan.ISI_USULAN: ["usulan_ditutup_mulai"],
        Tindakan.AJUKAN_LAGI: ["usulan_ditutup_mulai"],
        Tindakan.SETUJUI: ["usulan_ditutup_mulai"],
        Tindakan.LAMPIRKAN: ["usulan_ditutup_mulai"],
        Tindakan.IMPOR: ["usulan_ditutup_mulai"],
        Tindakan.JADWALKAN: ["sudah_mulai"],
        Tindakan.BUKA: ["sudah_dibuka"],
        Tindakan.AMBIL: ["sudah_dimulai"],
        Tindakan.MULAI: ["sudah_mulai"],
        Tindakan.HITUNG: ["belum_ada_siap"],
        Tindakan.BUKA_KEMBALI: ["belum_dikirim_dibuka"],
        Tindakan.ISI_BERITA_ACARA: ["belum_dikirim"],
        Tindakan.JAWAB: ["belum_dikirim_opd"],
        Tindakan.ANGGARAN: ["belum_dikirim_opd"],
    }


def test_bappeda_reads_every_meeting(store_at: StoreAt) -> None:
    store = store_at(with_tugu)
    everywhere = induk_pagu.pagu(store, BAPPEDA, TAHUN)
    given = tuple(replace(p, pagu=10**9) for p in everywhere.pagu)
    induk_pagu.simpan(store, BAPPEDA, replace(everywhere, pagu=given), NOW)
    for calls in READS.values():
        for call in calls:
            assert call(store, BAPPEDA, RAPAT) is not None


def test_a_meeting_that_is_not_there_is_not_found(store_at: StoreAt) -> None:
    store = store_at(with_tugu)
    before = dump(store)
    for tindakan, call in MEETING_CALLS:
        with pytest.raises(Refused, match="tidak_ditemukan"):
            call(store, owner(tindakan), uuid4())
        assert tindakan in IZIN
    assert dump(store) == before


def test_only_bappeda_sees_the_meetings_side_by_side(store: Store) -> None:
    for who in (CAMAT, ORANG_LAIN, OPD_PUTR, DESA):
        with refused(store, "bukan_wewenang"):
            baca.semua_rapat(store, who, TAHUN)
        with refused(store, "bukan_wewenang"):
            baca.kecamatan(store, who)
    assert [k.nama for k in baca.kecamatan(store, BAPPEDA)] == ["Bahorok", "Stabat"]


def test_what_was_sent_to_an_opd_is_for_itself_and_bappeda(store: Store) -> None:
    for who in (CAMAT, DESA, replace(OPD_PUTR, wilayah=cast.DISDIK)):
        with refused(store, "bukan_wewenang"):
            baca.usulan_opd(store, who, PUTR, TAHUN)
        with refused(store, "bukan_wewenang"):
            jawaban.untuk_opd(store, who, PUTR, TAHUN)


def test_the_usulan_of_a_desa_are_for_itself_its_camat_and_bappeda(store: Store) -> None:
    for who in (ORANG_LAIN, OPD_PUTR, replace(DESA, wilayah=cast.PEKAN_BAHOROK)):
        with refused(store, "bukan_wewenang"):
            baca.usulan_desa(store, who, cast.SUKA_RAKYAT, TAHUN)
        with refused(store, "bukan_wewenang"):
            hasil.hasil_desa(store, who, cast.SUKA_RAKYAT, TAHUN)


def test_an_usulan_of_another_meeting_cannot_be_reached_by_its_id(store_at: StoreAt) -> None:
    """The camat of Stabat names his own meeting and an usulan of Bahorok."""
    store = store_at(with_tugu)
    persiapan.buka(store, ORANG_LAIN, cast.RAPAT_STABAT, "Alasan", NOW)
    persiapan.ambil_usulan(store, ORANG_LAIN, cast.RAPAT_STABAT, NOW)
    persiapan.mulai(store, ORANG_LAIN, cast.RAPAT_STABAT, NOW)
    for tindakan in (Tindakan.VERIFIKASI, Tindakan.UBAH_USULAN, Tindakan.PRIORITAS, Tindakan.CADANGAN,
                     Tindakan.PILIH_OPD, Tindakan.SKOR, Tindakan.URUTKAN_SERI):  # fmt: skip
        with refused(store, "tidak_ditemukan"):
            WRITES[tindakan](store, ORANG_LAIN, cast.RAPAT_STABAT)
    assert [u.id for u in baca.usulan_masuk(store, ORANG_LAIN, cast.RAPAT_STABAT)] == [PASAR.id]


def test_what_each_role_may_do_with_a_meeting() -> None:
    may = {peran: {t for t, izin in IZIN.items() if peran in izin.peran} for peran in Peran}
    of_desa = {Tindakan.ISI_USULAN, Tindakan.AJUKAN_LAGI, Tindakan.SETUJUI, Tindakan.LAMPIRKAN}
    of_opd = {Tindakan.JAWAB, Tindakan.ANGGARAN}
    assert may[Peran.OPD] == {Tindakan.CETAK} | of_opd
    assert may[Peran.DESA] == of_desa | {Tindakan.IMPOR}
    assert may[Peran.BAPPEDA] == {
        Tindakan.LIHAT, Tindakan.CETAK, Tindakan.IMPOR, Tindakan.JADWALKAN, Tindakan.BUKA_KEMBALI,
    }  # fmt: skip
    assert may[Peran.CAMAT] == set(Tindakan) - of_desa - of_opd - {Tindakan.JADWALKAN, Tindakan.BUKA_KEMBALI}


def test_the_kode_of_a_kecamatan_may_be_anything(store: Store) -> None:
    for kode in ("12.05.01\x00", "\x00", "", "' or 1=1 --", "\U0001f600" * 1000):
        if kode.strip("\x00") != cast.BAHOROK:
            with refused(store, "tidak_ditemukan"):
                baca.rapat_di(store, CAMAT, kode, TAHUN)
            with refused(store, "tidak_ditemukan"):
                baca.rapat_berjalan(store, CAMAT, kode)
