"""The named cast, a tiny world for them (two kecamatan, three desa/kelurahan), and the stages of Bahorok's meeting."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID, uuid5

from musrenbang import passwords
from musrenbang.actions import baca, pengguna, penutupan, persiapan, skoring, usulan
from musrenbang.actions.jawaban import Kiriman, PerRapat
from musrenbang.actions.skoring import Isian
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.intake.reference_files import ReferenceData, read_reference
from musrenbang.model import (
    Asal,
    Bidang,
    DaftarHadir,
    IsiUsulan,
    Keputusan,
    Kewenangan,
    Orang,
    Peran,
    Tingkat,
    Usulan,
    UsulanMasuk,
)
from musrenbang.store import accounts, meetings, seed
from musrenbang.store import usulan_desa as table
from musrenbang.store.engine import Store

TAHUN = 2027
NOW = datetime(2027, 2, 15, 2, 0)  # 09.00 WIB
BAHOROK, STABAT = "12.05.01", "12.05.07"
SUKA_RAKYAT, PEKAN_BAHOROK, STABAT_BARU = "12.05.01.2006", "12.05.01.1001", "12.05.07.1010"
PUTR, DISDIK = "1.03.01", "1.01.01"
RAPAT, RAPAT_STABAT = seed.meeting_id(BAHOROK, TAHUN), seed.meeting_id(STABAT, TAHUN)

# people ----------------------------------------------------------------------------------------------------------

CAMAT = Orang("camat.bahorok", "Camat Bahorok", Peran.CAMAT, BAHOROK)
SEKCAM = Orang("sekcam.bahorok", "Sekretaris Camat Bahorok", Peran.CAMAT, BAHOROK)
ORANG_LAIN = Orang("camat.stabat", "Camat Stabat", Peran.CAMAT, STABAT)
BAPPEDA = Orang("bappeda", "Bappeda Kabupaten Langkat", Peran.BAPPEDA, None)
OPD_PUTR = Orang("opd.putr", "Dinas PUTR", Peran.OPD, PUTR)
STAF_PUTR = Orang("staf.putr", "Staf Dinas PUTR", Peran.OPD, PUTR)
OPD_DISDIK = Orang("opd.disdik", "Dinas Pendidikan", Peran.OPD, DISDIK)
DESA = Orang("desa.sukarakyat", "Desa Suka Rakyat", Peran.DESA, SUKA_RAKYAT)
SEKDES = Orang("sekdes.sukarakyat", "Sekretaris Desa Suka Rakyat", Peran.DESA, SUKA_RAKYAT)
LURAH = Orang("kelurahan.pekanbahorok", "Kelurahan Pekan Bahorok", Peran.DESA, PEKAN_BAHOROK)
SEMUA_ORANG = (CAMAT, SEKCAM, ORANG_LAIN, BAPPEDA, OPD_PUTR, DESA)
SANDI = "rahasia-contoh-2027"

# usulan ----------------------------------------------------------------------------------------------------------


def isi(nama: str, **other: Any) -> IsiUsulan:
    plain = IsiUsulan(
        nama, "Jalan rusak berat.", "Dusun I", Decimal("2000"), "meter", 250_000_000, 40,
        Bidang.FISIK, Kewenangan.KABUPATEN, PUTR,
    )  # fmt: skip
    return replace(plain, **other)


def proposal(desa: str, urutan: int, content: IsiUsulan, *, disetujui: bool = True) -> Usulan:
    kode = f"{TAHUN}-{desa}-{urutan:03d}"
    asal = Asal.DESA if desa.split(".")[3].startswith("2") else Asal.KELURAHAN
    return Usulan(uuid5(RAPAT, kode), kode, TAHUN, desa[:8], asal, desa, urutan, content, disetujui, 1)


JALAN = proposal(SUKA_RAKYAT, 1, isi("Hotmix jalan utama"))
IRIGASI = proposal(SUKA_RAKYAT, 2, isi("Perbaikan saluran irigasi", biaya=90_000_000))
BIBIT = proposal(SUKA_RAKYAT, 3, isi("Bantuan bibit", bidang=Bidang.EKONOMI, kewenangan=Kewenangan.DESA))
LAPANGAN = proposal(SUKA_RAKYAT, 4, isi("Perbaikan lapangan"), disetujui=False)
DRAINASE = proposal(PEKAN_BAHOROK, 1, isi("Pembangunan drainase"))
PELATIHAN = proposal(PEKAN_BAHOROK, 2, isi("Pelatihan kader", bidang=Bidang.SOSIAL, opd=DISDIK))
PASAR = proposal(STABAT_BARU, 1, isi("Perbaikan pasar"))
SEMUA_USULAN = [JALAN, IRIGASI, BIBIT, LAPANGAN, DRAINASE, PELATIHAN, PASAR]
DISETUJUI = [DRAINASE, PELATIHAN, JALAN, IRIGASI, BIBIT]  # what Ambil brings to Bahorok, in its order
UTAMA = [JALAN, IRIGASI, BIBIT, DRAINASE]  # from the stage `prioritised` on; PELATIHAN is cadangan

NILAI: dict[UUID, Tingkat] = {
    JALAN.id: (5, 4, 3, 4, 5, 3, 2, 3),
    IRIGASI.id: (3, 3, 3, 3, 3, 3, 3, 2),  # IRIGASI and DRAINASE tie to the end of the chain
    DRAINASE.id: (3, 3, 3, 3, 3, 3, 3, 2),
    BIBIT.id: (1, 2, 5, 5, 1, 4, 5, 1),
}

# the tiny world ----------------------------------------------------------------------------------------------------


def reference() -> ReferenceData:
    """The project's own reference data, cut down to what the cast lives in."""
    data = read_reference()
    return replace(
        data,
        kecamatan=[k for k in data.kecamatan if k.kode in (BAHOROK, STABAT)],
        desa=[d for d in data.desa if d.kode in (SUKA_RAKYAT, PEKAN_BAHOROK, STABAT_BARU)],
        opd=[o for o in data.opd if o.kode in (PUTR, DISDIK)],
    )


@cache
def _sandi() -> str:
    return passwords.hash_password(SANDI)


def fill(store: Store) -> None:
    """Everything before the meeting: reference data, accounts, what the desa have entered."""
    store.transaction(lambda tx: seed.fill(tx, reference(), TAHUN))
    store.transaction(lambda tx: accounts.add(tx, [(who, _sandi()) for who in SEMUA_ORANG]))
    store.transaction(lambda tx: table.add(tx, SEMUA_USULAN))


def disable(store: Store, who: Orang) -> None:
    pengguna.nonaktifkan(store, BAPPEDA, pengguna.versi(store, BAPPEDA, who.nama_pengguna), NOW)


def reset(store: Store, who: Orang) -> str:
    """Returns the one-time password."""
    seen = pengguna.versi(store, BAPPEDA, who.nama_pengguna)
    return pengguna.atur_ulang(store, BAPPEDA, seen, NOW, lambda _: None)[0].sandi


# looking -----------------------------------------------------------------------------------------------------------


def row(store: Store, which: Usulan | UUID) -> UsulanMasuk:
    id_ = which if isinstance(which, UUID) else which.id
    return next(u for u in baca.usulan_masuk(store, CAMAT, RAPAT) if u.id == id_)


def seen(store: Store, *which: Usulan) -> dict[UUID, int]:
    """The versi of each usulan as a screen would show it now."""
    shown = {u.id: u.versi for u in baca.usulan_masuk(store, CAMAT, RAPAT)}
    return {u.id: shown[u.id] for u in which}


def as_sent(store: Store, versi: Mapping[UUID, int], rapat: UUID = RAPAT) -> PerRapat:
    """What the screen of an OPD has now: of each usulan the versi of its answer."""
    found = meetings.find(store, rapat)
    return {rapat: Kiriman(found and found.dikirim, versi)}


def seen_scores(store: Store, *which: Usulan) -> dict[UUID, int]:
    """The versi of each score as a screen would show it now."""
    shown = {u.id: u.versi_skor or 0 for u in baca.usulan_masuk(store, CAMAT, RAPAT)}
    return {u.id: shown[u.id] for u in which}


def filled(store: Store, nilai: Mapping[UUID, Tingkat]) -> dict[UUID, Isian]:
    """Levels to save, with the versi a screen would show now."""
    shown = {u.id: u.versi_skor or 0 for u in baca.usulan_masuk(store, CAMAT, RAPAT)}
    return {id_: Isian(shown[id_], tingkat) for id_, tingkat in nilai.items()}


def own(store: Store, who: Orang = DESA) -> list[Usulan]:
    """What the desa of this person has entered, in its own order."""
    return baca.usulan_desa(store, who, who.wilayah or "", TAHUN)


# stages of the meeting, each reached through actions ---------------------------------------------------------------

Stage = Callable[[Store], None]


def waiting(store: Store) -> None:
    fill(store)


def opened(store: Store) -> None:
    waiting(store)
    persiapan.buka(store, CAMAT, RAPAT, "", NOW)


def attended(store: Store) -> None:
    opened(store)
    sheet = baca.fakta(store, CAMAT, RAPAT).daftar_hadir
    persiapan.isi_daftar_hadir(store, CAMAT, RAPAT, attending(sheet), NOW)


def attending(sheet: DaftarHadir) -> DaftarHadir:
    return replace(
        sheet, tempat="Aula Kantor Camat", alamat="Jalan Besar 1", nama_camat="Abdi", tanggal=date(2027, 2, 15)
    )


def loaded(store: Store) -> None:
    attended(store)
    persiapan.ambil_usulan(store, CAMAT, RAPAT, NOW)


def started(store: Store) -> None:
    loaded(store)
    persiapan.mulai(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), NOW)


def verified(store: Store) -> None:
    started(store)
    verifikasi(store, CAMAT, RAPAT, seen(store, *DISETUJUI), Putusan(Keputusan.SESUAI), NOW)


def prioritised(store: Store) -> None:
    verified(store)
    usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, *UTAMA), 1, PUTR, NOW)
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, seen(store, PELATIHAN), "Belum mendesak", NOW)


def counting(store: Store) -> None:
    prioritised(store)
    skoring.hitung(store, CAMAT, RAPAT, NOW)


def scored(store: Store) -> None:
    counting(store)
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, NILAI), NOW)


def sent(store: Store) -> None:
    scored(store)
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), NOW)
