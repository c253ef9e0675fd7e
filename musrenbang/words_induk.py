"""The sentences about master data. Part of words.SENTENCES."""

INDUK: dict[str, tuple[str, str | None]] = {
    "induk_sama": ("Belum ada yang diubah, sehingga tidak ada yang disimpan.", None),
    "bobot_jumlah": ("Bobot delapan kriteria berjumlah {jumlah}, seharusnya 100. Sesuaikan bobotnya.", None),
    "tingkat_kurang": ("Kriteria {nomor} harus mempunyai {banyak} kata tingkat. Isi semuanya.", None),
    "penetapan_sebagian": (
        "Isi nomor dan tanggal penetapan bersama-sama, atau kosongkan keduanya selama bobotnya masih contoh.",
        None,
    ),
    "penetapan_belum_tiba": ("Tanggal penetapan {tanggal} belum tiba. Isi tanggal yang tertulis di suratnya.", None),
    "penetapan_lama": (
        "Bobot berubah, sedangkan penetapan {nomor} menetapkan bobot yang lama. "
        "Isi nomor dan tanggal penetapan yang baru, atau kosongkan keduanya.",
        None,
    ),
    "masih_dipakai": ("{nama} masih dipakai {oleh}, sehingga tidak dapat dihapus. Ganti namanya bila perlu.", None),
    "nama_ganda": ("Nama “{nama}” dipakai dua kali. Bedakan namanya.", None),
    "prioritas_banyak": ("Prioritas pembangunan paling banyak {maks}, masing-masing dengan nomornya sendiri.", None),
    "aturan_kosong": (
        "Aturan “{aturan}” diaktifkan, tetapi batas atau katanya belum diisi. Isi, atau pilih Mati.",
        None,
    ),
    "kode_opd": ("Kode OPD “{kode}” terdiri atas angka dan titik, misalnya 1.03.01, paling banyak 20 karakter.", None),
    "kode_desa": (
        "Kode “{kode}” bukan kode desa/kelurahan. Tulis {kecamatan}. diikuti empat angka; 1 di depan untuk kelurahan, "
        "2 untuk desa.",
        None,
    ),
    "kode_sudah_ada": ("Kode {kode} sudah dipakai {nama}.", None),
    "buku_bukan_xlsx": ("Berkas ini bukan .xlsx. Unduh data induk sebagai XLSX, ubah isinya, lalu unggah.", None),
    "buku_tanpa_lembar": (
        "Tidak ada satu lembar data induk pun di berkas ini. Unduh data induk sebagai XLSX, ubah isinya, lalu unggah.",
        None,
    ),
    "induk_tidak_dikenal": ("Kunci “{nilai}” tidak ada di data induk. Perbaiki, atau hapus baris ini.", None),
    "induk_baris_ganda": ("Kunci ini sudah dipakai di baris {baris}. Hapus salah satunya.", None),
    "induk_berubah": (
        "Data induk sudah diubah {oleh} pada {waktu}, sesudah berkas ini diperiksa. Belum ada yang disimpan. "
        "Periksa kembali perubahannya, lalu simpan.",
        None,
    ),
    "tahun_sudah_ada": ("Tahun {tahun} sudah disiapkan.", None),
    "tahun_sudah_berjalan": ("Tahun {tahun} sudah menjadi tahun berjalan.", None),
    "bukan_tahun_berjalan": (
        "Musrenbang tahun {tahun} tidak dapat dibuka kembali selama tahun berjalan {berjalan}, karena camat hanya "
        "bekerja pada tahun berjalan. Jadikan {tahun} tahun berjalan lebih dahulu di Data Induk.",
        None,
    ),
    "rapat_dibawa": (
        "Musrenbang Kecamatan {kecamatan} {tahun} sedang dibawa kapsul. Tunggu sampai kapsulnya diterima kembali.",
        None,
    ),
    "rapat_berlangsung": (
        "Musrenbang Kecamatan {kecamatan} {tahun} sedang berlangsung. Tunggu sampai usulannya dikirim ke OPD.",
        None,
    ),
    "kata_titik_koma": ("Titik koma memisahkan kata-kata, sehingga “{kata}” tidak dapat memuatnya.", None),
}

ATURAN: dict[str, str] = {
    "kewenangan": "Kewenangan di luar kabupaten",
    "larangan": "Menyebut kata yang tidak dapat diusulkan",
    "maks_desa": "Terlalu banyak usulan satu desa/kelurahan",
    "maks_fisik": "Terlalu banyak usulan Fisik dan Prasarana satu desa/kelurahan",
    "maks_sosial": "Terlalu banyak usulan Sosial Budaya satu desa/kelurahan",
    "maks_ekonomi": "Terlalu banyak usulan Ekonomi satu desa/kelurahan",
    "maks_kecamatan": "Terlalu banyak usulan satu kecamatan",
}
