"""What people read when storage or the server fails. Part of words.SENTENCES."""

GANGGUAN: dict[str, tuple[str, str | None]] = {
    "basis_data_dipakai": ("Basis data sedang dipakai proses lain. Hentikan proses itu, lalu jalankan kembali.", None),
    "basis_data_rusak": (
        "Basis data tidak dapat dibaca: berkasnya rusak, terpotong, atau bukan basis data Musrenbang. Administrator: "
        "hentikan aplikasi, simpan berkas itu dan yang berakhiran .wal sebagaimana adanya, lalu pulihkan dari salinan "
        "terakhir dengan `python -m musrenbang pulihkan`.",
        None,
    ),
    "penyimpanan_penuh": (
        "Penyimpanan server penuh, sehingga yang terakhir ini tidak disimpan; yang sudah tersimpan tetap ada. "
        "Administrator perlu mengosongkan tempat; sesudah itu ulangi.",
        None,
    ),
    "basis_data_terputus": (
        "Server basis data tidak menjawab, sehingga yang terakhir ini tidak disimpan. Tunggu sebentar, lalu ulangi; "
        "bila tetap begitu, administrator perlu memeriksa alamatnya pada MUSRENBANG_DB dan apakah server itu berjalan.",
        None,
    ),
    "simpan_tidak_pasti": (
        "Penyimpanan terganggu tepat saat menyimpan, sehingga belum pasti apakah yang terakhir ini tersimpan. Muat "
        "ulang halaman dan lihat dahulu sebelum mengulangi; bila terulang, administrator perlu memeriksa tempat kosong "
        "dan server basis data.",
        None,
    ),
    "jam_mundur": (
        "Jam server menunjukkan {sekarang}, lebih awal daripada catatan terakhir di basis data, {terakhir}. Betulkan "
        "jam server, lalu jalankan kembali. Bila jam itu sudah benar dan catatan itulah yang keliru, jalankan dengan "
        "MUSRENBANG_JAM=benar.",
        None,
    ),
    "perubahan_hilang": (
        "Perubahan yang sudah pernah tersimpan tidak ada lagi di basis data, pada: {rantai}. Akhir berkas .wal hilang "
        "atau rusak, atau berkas basis datanya diganti dengan yang lebih lama. Administrator: simpan berkas-berkas itu "
        "sebagaimana adanya, lalu pulihkan dari salinan yang dibuat sesudah perubahan itu dengan `python -m musrenbang "
        "pulihkan`. Bila salinan seperti itu tidak ada, atau yang lama memang sengaja dipakai, jalankan aplikasi "
        "dengan MUSRENBANG_SAKSI={kode}; hal itu dicatat di jejak.",
        None,
    ),
    "saksi_rusak": (
        "Berkas {berkas} rusak atau tidak dapat dibaca, sehingga tidak dapat dipastikan bahwa semua perubahan masih "
        "ada di basis data. Administrator: simpan berkas itu, lalu bandingkan basis data dengan salinan terakhir. Bila "
        "isinya lengkap, jalankan aplikasi dengan MUSRENBANG_SAKSI={kode}; hal itu dicatat di jejak.",
        None,
    ),
}
