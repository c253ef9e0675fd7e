"""The words of the sample: names of places and people, what is wrong there, and what the camat fills in."""

from datetime import date

from musrenbang.model import BeritaAcara, DaftarHadir, Wakil

ROMAWI = ("I", "II", "III", "IV", "V", "VI")
DUSUN = (
    "Suka Maju", "Mekar Sari", "Sidodadi", "Karang Sari", "Tanjung Sari", "Melati", "Kenanga", "Cempaka", "Harapan",
    "Sumber Rejo", "Suka Damai", "Mawar", "Kampung Baru", "Bandar Jaya", "Simpang Tiga", "Bina Karya", "Makmur",
    "Pasar Lama", "Sejahtera", "Persatuan", "Tani Jaya", "Amal", "Rukun", "Seroja",
)  # fmt: skip
PERMASALAHAN = {
    1: (
        "prasarana yang ada rusak dan menyulitkan warga, terutama pada musim hujan.",
        "warga sudah berulang kali bergotong royong, tetapi kerusakan kembali terjadi.",
        "pengangkutan hasil usaha warga terhambat dan biayanya mahal.",
    ),
    2: (
        "sarana pendidikan dan kesehatan yang ada belum memadai.",
        "jumlah warga yang dilayani bertambah, sedangkan sarananya terbatas.",
    ),
    3: ("jual beli warga terganggu karena sarana pasar belum layak.",),
    4: ("kerukunan dan kegiatan keagamaan warga perlu terus dibina.",),
    5: ("masih ada warga yang belum memiliki dokumen kependudukan lengkap.",),
    6: (
        "warga merasa kurang aman, terutama pada malam hari.",
        "kesiapan warga menghadapi gangguan keamanan dan bencana masih kurang.",
    ),
    7: (
        "pendapatan keluarga belum meningkat karena sarana dan keterampilan terbatas.",
        "kelompok usaha warga belum memiliki sarana yang memadai.",
    ),
    8: (
        "fasilitas umum belum menjangkau seluruh warga.",
        "warga masih menggunakan sarana seadanya yang kurang sehat.",
    ),
}

# unit price, OPD and households for each row of data/usulan_suka_rakyat.csv: ours, the source names none
SUKA_RAKYAT = (
    (3_300_000, "PUTR", 180), (3_300_000, "PUTR", 85), (3_300_000, "PUTR", 120), (3_300_000, "PUTR", 60),
    (3_300_000, "PUTR", 60), (2_350_000, "PUTR", 36), (775_000, "PERKIM", 45), (775_000, "PERKIM", 60),
    (865_000, "PUTR", 29), (650_000, "PERKIM", 33),
)  # fmt: skip


def daftar_hadir(blank: DaftarHadir, nama: str, tanggal: date) -> DaftarHadir:
    """The attendance sheet of Kecamatan `nama`."""
    return DaftarHadir(
        tempat=f"Aula Kantor Camat {nama}", alamat=f"Jalan Contoh Nomor 1, {nama}",
        nama_camat=camat(nama), nip_camat="CONTOH 00000000 000000 0 000", tanggal=tanggal,
        jam_mulai="09.00", jam_selesai="15.00", baris=blank.baris, versi=blank.versi,
    )  # fmt: skip


def berita_acara(blank: BeritaAcara, nama: str, nomor: int, peserta: tuple[int, int]) -> BeritaAcara:
    """The minutes of Kecamatan `nama`; `peserta` are men and women present."""
    return BeritaAcara(
        nomor=f"050/CONTOH-{nomor:02d}/BA/2027", laki_laki=peserta[0], perempuan=peserta[1], jam_selesai="15.00",
        pimpinan=camat(nama), jabatan_pimpinan=f"Camat {nama}",
        nama_bappeda="CONTOH Wakil Bappeda, S.T., M.Si.", nip_bappeda="CONTOH 00000000 000000 0 000",
        sambutan=(camat(nama), "CONTOH Wakil Bupati Langkat", "CONTOH Anggota DPRD Kabupaten Langkat"),
        pemateri=("CONTOH Kepala Bidang Perencanaan Bappeda", "CONTOH Wakil Dinas Pekerjaan Umum dan Tata Ruang"),
        wakil=(
            Wakil("CONTOH Anggota Dewan", "DPRD Kabupaten Langkat", "Anggota DPRD"),
            Wakil("CONTOH Ketua Forum Kepala Desa", f"Forum Kepala Desa Kecamatan {nama}", "Ketua"),
            Wakil("CONTOH Ketua PKK", f"Tim Penggerak PKK Kecamatan {nama}", "Ketua"),
            Wakil("CONTOH Tokoh Pemuda", f"Karang Taruna Kecamatan {nama}", "Ketua"),
        ),
        versi=blank.versi,
    )  # fmt: skip


def camat(nama: str) -> str:
    return f"Drs. CONTOH Camat {nama}, M.Si."
