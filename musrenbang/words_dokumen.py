"""The sentences of Periksa Dokumen. Part of words.SENTENCES."""

DOKUMEN: dict[str, tuple[str, str | None]] = {
    "kode_periksa_salah": (
        "Ini bukan kode periksa. Kode periksa tercetak di kaki setiap halaman, misalnya "
        "12.05.07-2027-9T3K-7QW2-DFA1-H8PZ-M4XN.",
        None,
    ),
    "kode_periksa_tak_dikenal": (
        "Kode {kode} tidak dikenal. Periksa ketikannya huruf demi huruf; bila sudah sama dengan yang tercetak, dokumen "
        "itu tidak berasal dari basis data ini.",
        None,
    ),
    "kode_periksa_rantai_rusak": (
        "Kode {kode} tidak ada di jejak musrenbang Kecamatan {kecamatan} tahun {tahun}, dan jejak itu sendiri tidak "
        "utuh. Sampaikan kepada Bappeda.",
        None,
    ),
    "periksa_terlalu_sering": (
        "Terlalu banyak pemeriksaan yang tidak cocok dari jaringan ini. Tunggu {menit} menit, lalu coba kembali.",
        None,
    ),
    "dokumen_tanpa_data": (
        "PDF ini tidak memuat data untuk dicocokkan; hanya salinan arsip dari rapat yang sudah dikirim yang memuatnya. "
        "Ketik kode periksa yang tercetak di kaki halamannya.",
        None,
    ),
    "dokumen_rusak": (
        "PDF ini rusak, terpotong, atau pernah diubah, sehingga tidak dapat dicocokkan. Minta salinan arsip yang utuh, "
        "atau ketik kode periksa yang tercetak.",
        None,
    ),
    "dokumen_bukan": ("Berkas ini bukan PDF. Pilih salinan arsipnya, atau ketik kode periksa yang tercetak.", None),
    "dokumen_terlalu_besar": (
        "PDF ini {ukuran} MB, sedangkan salinan arsip paling besar {maks} MB. Ketik kode periksa yang tercetak.",
        None,
    ),
}
