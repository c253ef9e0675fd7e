"""The sentences about kapsul. Part of words.SENTENCES."""

KAPSUL: dict[str, tuple[str, str | None]] = {
    "dibawa_kapsul": (
        "Musrenbang Kecamatan {kecamatan} dibawa dalam kapsul sejak {waktu}, sehingga di sini tidak dapat diubah.",
        None,
    ),
    "induk_dibawa_kapsul": (
        "Musrenbang Kecamatan {kecamatan} dibawa dalam kapsul sejak {waktu} dan memakai data ini. "
        "Terima kapsulnya lebih dahulu, atau batalkan, lalu simpan kembali.",
        None,
    ),
    # going out
    "rapat_tidak_ada": (
        "Musrenbang Kecamatan berkode {kecamatan} tahun {tahun} tidak ada di basis data ini.",
        None,
    ),
    "kapsul_sudah_dikirim": (
        "Usulan Kecamatan {kecamatan} tahun {tahun} sudah dikirim ke OPD pada {waktu}, sehingga tidak memerlukan "
        "kapsul.",
        None,
    ),
    "kapsul_tidak_keluar": (
        "Musrenbang Kecamatan {kecamatan} tahun {tahun} tidak sedang dibawa kapsul, jadi tidak ada yang dibatalkan.",
        None,
    ),
    "kapsul_lain_keluar": (
        "Kapsul yang Anda lihat sudah diganti {oleh} dengan yang dibuat pada {waktu}, jadi tidak ada yang dibatalkan.",
        None,
    ),
    "kapsul_tidak_di_server": (
        "Berkas kapsul ini tidak ada di server: hasilnya sudah diterima, kapsulnya dibatalkan, atau kapsul itu dibuat "
        "dengan perintah.",
        None,
    ),
    "kapsul_dari_laptop": (
        "Basis data ini sendiri berasal dari kapsul. Buat dan terima kapsul pada basis data Bappeda.",
        None,
    ),
    "kapsul_berkas_ada": ("Berkas {berkas} sudah ada dan tidak ditimpa. Pilih nama berkas yang lain.", None),
    "kapsul_gagal": ("Kapsul tidak dapat ditulis ke {berkas}: {sebab}. Tidak ada yang berubah.", None),
    "kapsul_dokumen_hilang": (
        "Dokumen {dokumen} hilang atau rusak, sehingga kapsul tidak dibuat. Jalankan `periksa` dan pulihkan "
        "dokumennya dari salinan.",
        None,
    ),
    # on the laptop
    "kapsul_kembali": (
        "Ini hasil rapat yang sudah diserahkan, bukan kapsul yang dibuat Bappeda. Terima di Bappeda dengan "
        "`terima-kapsul`.",
        None,
    ),
    "kapsul_jam_laptop": (
        "Jam komputer ini menunjukkan {sekarang}, padahal kapsul dibuat pada {dibuat}. Betulkan jamnya, lalu buka "
        "kembali.",
        None,
    ),
    "kapsul_versi_lama": (
        "Kapsul ini dari versi aplikasi yang lebih lama. Perbarui aplikasi di komputer pembuatnya, lalu buat atau "
        "serahkan kembali.",
        None,
    ),
    "kapsul_versi_baru": (
        "Kapsul ini dari versi aplikasi yang lebih baru. Perbarui aplikasi di komputer ini, lalu ulangi.",
        None,
    ),
    "kapsul_bukan_laptop": ("Basis data ini tidak dibuka dari kapsul, jadi tidak ada yang diserahkan.", None),
    # coming back
    "kapsul_terlalu_besar": (
        "Hasil rapat ini lebih dari {maks} MB, lebih dari yang dapat diunggah. Serahkan kepada pengelola server, yang "
        "menerimanya dengan perintah `terima-kapsul`.",
        None,
    ),
    "kapsul_bukan": ("Berkas ini bukan kapsul, atau terpotong. Salin kembali dari komputer asalnya.", None),
    "kapsul_rusak": (
        "Isi kapsul ini rusak atau pernah diubah di luar aplikasi. Tidak ada yang diterima. Salin kembali berkasnya, "
        "atau serahkan kembali dari laptop kecamatan.",
        None,
    ),
    "kapsul_asing": (
        "Kapsul kecamatan {kecamatan} tahun {tahun} ini tidak dibuat dari basis data ini, sehingga tidak diterima.",
        None,
    ),
    "kapsul_belum_diserahkan": (
        "Ini kapsul seperti saat dibuat Bappeda, belum hasil rapatnya. Jalankan `serahkan-kapsul` di laptop kecamatan, "
        "lalu terima berkas yang dibuatnya.",
        None,
    ),
    "kapsul_dibatalkan": (
        "Kapsul Kecamatan {kecamatan} tahun {tahun} ini dibatalkan {oleh} pada {waktu}, sehingga hasilnya tidak "
        "diterima lagi.",
        None,
    ),
    "kapsul_lain_diterima": (
        "Kapsul Kecamatan {kecamatan} tahun {tahun} ini sudah diterima pada {waktu} dengan isi yang lain. "
        "Tidak ada yang ditimpa.",
        None,
    ),
    "kapsul_cacat": ("Isi kapsul tidak lolos pemeriksaan: {cacat}.", None),
    "kapsul_bentrok": ("{tentang}: di Bappeda {di_sini}; di kapsul {di_kapsul}. Tidak ada yang ditimpa.", None),
    "kapsul_baris_asing": (
        "Jejak kapsul, baris {nomor} ({tindakan}): {oleh} bukan akun camat atau desa/kelurahan Kecamatan {kecamatan} "
        "yang berwenang. Bila akun itu dibuat di laptop, tambahkan dahulu di Pengguna, lalu terima kembali.",
        None,
    ),
    "kapsul_jam_depan": (
        "Jam laptop kecamatan terlalu cepat: jejak kapsul sampai {waktu}, padahal sekarang {sekarang}. "
        "Terima kembali sesudah waktu itu lewat.",
        None,
    ),
    "kapsul_rujukan": (
        "Data induk di kapsul ({tabel}) tidak sama dengan data induk Bappeda. Tidak ada yang diterima.",
        None,
    ),
    "kapsul_tanpa_jejak": (
        "Usulan {kode} di kapsul lain dari yang dibawa, padahal jejaknya tidak mencatat perubahan. Tidak ada yang "
        "diterima.",
        None,
    ),
    "kapsul_dokumen_asing": ("Dokumen {dokumen} di kapsul bukan milik rapat ini. Tidak ada yang diterima.", None),
    "kapsul_dokumen_ditolak": ("Dokumen {dokumen} di kapsul ditolak: {sebab} Tidak ada yang diterima.", None),
    "berkas_bukan_jenisnya": ("Isi berkas {nama} tidak sesuai dengan jenisnya.", None),
}
