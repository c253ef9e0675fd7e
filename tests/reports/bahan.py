"""Small factories of what papers print: one meeting of Kecamatan Bahorok with as many usulan as a test asks for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from musrenbang import scoring
from musrenbang.model import (
    Asal,
    BahanCetak,
    BeritaAcara,
    Bidang,
    Bobot,
    DaftarHadir,
    Fakta,
    IsiUsulan,
    Kecamatan,
    Kemajuan,
    Keputusan,
    Kewenangan,
    Kriteria,
    Opd,
    Prioritas,
    Rapat,
    UsulanMasuk,
    Wakil,
)  # fmt: skip

ISI = set(IsiUsulan.__slots__) - {"opd"}
RAPAT = UUID(int=1)
DICETAK = datetime(2027, 3, 9, 1, 5)
TANGGAL = date(2027, 2, 15)
DIKIRIM = datetime(2027, 2, 15, 8, 30)
NAMA_KRITERIA = (
    "Keterdesakan",
    "Dampak Terhadap Pertumbuhan Ekonomi Masyarakat",
    "Pengembangan Potensi Lokal Kecamatan",
    "Penanggulangan Kemiskinan",
    "Manfaat/Dampak",
    "Partisipasi/Keterlibatan Masyarakat",
    "Kemudahan Pelaksanaan",
    "Kelengkapan Dokumen/Bukti Pendukung",
)
OPD = {
    "1.03.01": Opd("1.03.01", "Dinas Pekerjaan Umum dan Tata Ruang", "PUTR", ""),
    "1.01.01": Opd("1.01.01", "Dinas Pendidikan", "DISDIK", ""),
    "1.04.01": Opd("1.04.01", "Dinas Perumahan dan Kawasan Permukiman", "PERKIM", ""),
}
PRIORITAS = {1: Prioritas(1, "Pembangunan Infrastruktur"), 2: Prioritas(2, "Pendidikan dan Kesehatan")}
NAMA = (
    "Peningkatan jalan lingkungan dengan rabat beton lebar 3 m tebal 15 cm",
    "Rehabilitasi saluran irigasi tersier untuk menunjang akses hasil pertanian warga",
    "Pengadaan mebel dan alat peraga ruang kelas SD Negeri",
    "Pembangunan drainase dan gorong-gorong",
)
DESA = ("Lau Damak", "Timbang Lawan", "Sampe Raya", "Pekan Bahorok")
DAFTAR_HADIR = DaftarHadir(
    tempat="Aula Kantor Camat Bahorok",
    alamat="Jalan Merdeka Nomor 1, Pekan Bahorok, Kode Pos 20774",
    nama_camat="Drs. Ahmad Contoh, M.Si.",
    nip_camat="197001011996031001",
    tanggal=TANGGAL,
    jam_mulai="09.00",
    jam_selesai="",
    baris=(2, 3, 4, 2, 1),
    versi=1,
)
BERITA_ACARA = BeritaAcara(
    nomor="050/12/BA-MUSRENBANG/2027",
    laki_laki=60,
    perempuan=27,
    jam_selesai="15.30",
    pimpinan="Rudi Hartono, S.Sos.",
    jabatan_pimpinan="Sekretaris Kecamatan",
    nama_bappeda="Ir. Contoh Nama, M.T.",
    nip_bappeda="197202021998031002",
    sambutan=("Camat Bahorok", "Ketua DPRD Kabupaten Langkat"),
    pemateri=("Tim Bappeda Kabupaten Langkat",),
    wakil=(
        Wakil("H. M. Yusuf Nasution, S.E.", "Dewan dapil", "Anggota DPRD"),
        Wakil("Siti Rahmawati Lubis", "Tim kabupaten", "Anggota Tim"),
        Wakil("Maria M. Sembiring", "Stakeholder", "Ketua PKK"),
    ),
    versi=1,
)
KOSONG = {
    "daftar_hadir": DaftarHadir("", "", "", "", None, "", "", (1, 1, 1, 1, 1), 1),
    "berita_acara": BeritaAcara("", None, None, "", "", "", "", "", (), (), (), 1),
}


@cache
def bobot() -> Bobot:
    kata = ("satu", "dua", "tiga", "empat", "lima")
    return Bobot(
        tuple(
            Kriteria(
                i, scoring.KUNCI[i - 1], nama, nama, scoring.BOBOT_CONTOH[i - 1], kata[: scoring.TINGKAT_MAKS[i - 1]]
            )
            for i, nama in enumerate(NAMA_KRITERIA, 1)
        )
    )


def usulan(number: int, **changes: Any) -> UsulanMasuk:
    """One usulan prioritas without levels; a change of a field of its isi is given by that field's name."""
    isi_changes = {name: changes.pop(name) for name in tuple(changes) if name in ISI}
    isi = IsiUsulan(
        nama=NAMA[number % 4],
        permasalahan="Jalan rusak dan sulit dilalui pada musim hujan.",
        lokasi=f"Dusun {number % 12 + 1}, RT 05/RW 03",
        volume=Decimal(450 + number),
        satuan="meter",
        biaya=1_000_000 * (number + 1),
        penerima=40,
        bidang=Bidang.FISIK,
        kewenangan=Kewenangan.KABUPATEN,
        opd=None,
    )
    made = UsulanMasuk(
        id=UUID(int=1000 + number),
        rapat=RAPAT,
        kode=f"BHR-2027-{number:05d}",
        asal=Asal.KELURAHAN if number % 4 == 3 else Asal.DESA,
        desa=f"12.05.01.200{number % 4}",
        nama_desa=DESA[number % 4],
        urutan=number,
        isi=replace(isi, **isi_changes),
        versi=1,
        keputusan=Keputusan.SESUAI,
        alasan_verifikasi=None,
        digabung_ke=None,
        volume_asal=None,
        biaya_asal=None,
        catatan_aturan=(),
        prioritas=1 + number % 2,
        alasan_cadangan=None,
        opd=tuple(OPD)[number % 3],
        tingkat=None,
        versi_skor=1,
        poin=None,
        peringkat_skor=None,
        peringkat=None,
        seri_skor=None,
        seri=None,
    )
    return replace(made, **changes)


def tingkat(number: int) -> tuple[int, ...]:
    """Eight levels that differ from usulan to usulan and often tie."""
    return tuple(1 + (number * (i + 3) // 2 + i) % maks for i, maks in enumerate(scoring.TINGKAT_MAKS))


def scored(usulan: Sequence[UsulanMasuk]) -> tuple[UsulanMasuk, ...]:
    """The same usulan with poin, ranks and ties for those whose levels are complete."""
    levels = {u.id: u.tingkat for u in usulan if u.tingkat and None not in u.tingkat}
    ranks = scoring.rank_usulan(scoring.BOBOT_CONTOH, levels)
    by_points, by_chain = ([r[i] for r in ranks.values()] for i in (1, 2))
    done = []
    for u in usulan:
        if u.id in ranks:
            poin, points_rank, rank = ranks[u.id]
            u = replace(
                u, poin=poin, peringkat_skor=points_rank, peringkat=rank,
                seri_skor=by_points.count(points_rank), seri=by_chain.count(rank),
            )  # fmt: skip
        done.append(u)
    return tuple(done)


def prioritas(count: int) -> tuple[UsulanMasuk, ...]:
    return scored([usulan(n, tingkat=tingkat(n)) for n in range(count)])


def left_out() -> tuple[UsulanMasuk, ...]:
    """One usulan for every way of not becoming a priority."""
    return (
        usulan(901, prioritas=None, opd=None, alasan_cadangan="Menunggu kesiapan lahan"),
        usulan(902, prioritas=None, opd=None, keputusan=Keputusan.TIDAK_SESUAI, alasan_verifikasi="Kewenangan desa"),
        usulan(903, prioritas=None, opd=None, keputusan=Keputusan.DIGABUNG, digabung_ke=UUID(int=1000)),
    )


def bahan(usulan: Sequence[UsulanMasuk] = (), *, dikirim: datetime | None = DIKIRIM, **changes: Any) -> BahanCetak:
    """Facts of one meeting. `changes` replace the daftar_hadir, berita_acara, kecamatan, bobot or dicetak."""
    kecamatan = Kecamatan("12.05.01", changes.get("kecamatan", "Bahorok"))
    rapat = Rapat(RAPAT, 2027, kecamatan, 1, DIKIRIM, None, DIKIRIM, DIKIRIM, DIKIRIM, dikirim)
    fakta = Fakta(
        rapat,
        changes.get("daftar_hadir", DAFTAR_HADIR),
        changes.get("berita_acara", BERITA_ACARA),
        Kemajuan(*(0 for _ in Kemajuan.__slots__)),
    )
    return BahanCetak(
        fakta, changes.get("bobot", bobot()), tuple(usulan), (), OPD, PRIORITAS, changes.get("dicetak", DICETAK)
    )
