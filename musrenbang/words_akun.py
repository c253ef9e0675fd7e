"""The sentences about accounts, logins and saved views. Part of words.SENTENCES."""

AKUN: dict[str, tuple[str, str | None]] = {
    "masuk_gagal": ("Nama pengguna atau kata sandi tidak cocok. Periksa lagi, lalu coba kembali.", None),
    "sandi_kedaluwarsa": (
        "Kata sandi sekali pakai ini sudah kedaluwarsa. Mintalah yang baru kepada Bappeda.",
        None,
    ),
    "terlalu_sering": ("Terlalu banyak percobaan masuk. Tunggu {menit} menit, lalu coba kembali.", None),
    "sandi_mudah": (
        "Kata sandi baru ini mudah ditebak atau banyak dipakai orang. Pakailah beberapa kata yang tidak memuat nama "
        "akun, tempat, atau instansi, dan bukan deretan seperti 1234567890.",
        None,
    ),
    "sandi_lemah": ("Kata sandi baru paling sedikit {min} karakter dan tidak sama dengan yang lama.", None),
    "identitas_gagal": (
        "Masuk lewat akun SSO tidak berhasil. Coba sekali lagi, atau masuklah dengan kata sandi.",
        None,
    ),
    "identitas_belum_terhubung": (
        "Akun SSO itu belum dihubungkan dengan akun di sini. Masuklah dengan kata sandi, lalu hubungkan lewat Ganti "
        "kata sandi.",
        None,
    ),
    "identitas_dipakai": (
        "Akun SSO itu sudah dihubungkan dengan akun lain di sini. Lepaskan dahulu di sana, atau pilih akun SSO Anda "
        "sendiri.",
        None,
    ),
    "identitas_tanpa_sandi": ("Waktu untuk menghubungkan sudah habis. Isi kata sandi, lalu ulangi.", None),
    "identitas_sekali_pakai": ("Gantilah dahulu kata sandi sekali pakai Anda, lalu hubungkan akun SSO.", None),
    "identitas_sudah_terhubung": (
        "Akun ini sudah dihubungkan dengan akun SSO. Lepaskan dahulu sebelum menghubungkan yang lain.",
        None,
    ),
    "identitas_tidak_terhubung": ("Akun ini tidak dihubungkan dengan akun SSO. Tidak ada yang dilepas.", None),
    "pandangan_sudah_ada": ("Sudah ada pandangan bernama “{nama}”. Pilih nama lain.", None),
    "pandangan_berubah": (
        "Pandangan “{nama}” sudah diganti namanya atau dihapus akun lain. Lihat daftarnya.",
        None,
    ),
    "akun_sudah_ada": ("Nama pengguna {nama_pengguna} sudah dipakai.", None),
    "akun_tidak_ada": ("Nama pengguna {nama_pengguna} tidak ditemukan.", None),
    "akun_lengkap": ("Semua kecamatan, desa/kelurahan, dan OPD sudah mempunyai akun.", None),
    "akun_berubah": (
        "Akun {nama_pengguna} sudah diubah orang lain sesudah Anda membuka daftar ini. Belum ada yang diubah. "
        "Periksa kembali, lalu ulangi.",
        None,
    ),
    "akun_sendiri": (
        "Akun {nama_pengguna} sedang Anda pakai, sehingga tidak diubah di sini. Kata sandinya diganti lewat "
        "Ganti kata sandi.",
        None,
    ),
    "akun_bappeda_terakhir": (
        "Akun {nama_pengguna} tidak dapat dinonaktifkan, karena tidak ada akun Bappeda lain yang aktif.",
        None,
    ),
    "tidak_ada_akun_dipilih": ("Belum ada akun yang dipilih.", None),
    "nama_pengguna_salah": (
        "Nama pengguna terdiri atas 3 sampai 64 huruf kecil, angka, titik, atau tanda hubung.",
        None,
    ),
    "wilayah_salah": ("Kode {wilayah} tidak ditemukan untuk peran {peran}.", None),
}
