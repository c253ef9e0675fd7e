"""The sentences about scans, photos, video and attachments that come in. Part of words.SENTENCES."""

BERKAS: dict[str, tuple[str, str | None]] = {
    "berkas_kosong": ("Berkas ini kosong. Pilih berkas yang benar, lalu unggah kembali.", None),
    "berkas_terlalu_berat": (
        "Berkas ini tidak dapat dibaca dalam batas waktu dan memori. "
        "Simpan ulang menjadi berkas yang lebih sederhana dan lebih kecil, lalu unggah kembali.",
        None,
    ),
    "berkas_menunggu": ("Banyak berkas sedang diperiksa. Tunggu satu menit, lalu unggah kembali.", None),
    "pdf_terlalu_besar": (
        "PDF ini {ukuran} MB, paling besar {maks} MB agar dapat dibuka lewat jaringan desa. "
        "Pindai ulang dengan resolusi 200 dpi, lalu unggah kembali.",
        None,
    ),
    "pdf_bukan": ("Berkas ini bukan PDF. Pindai atau simpan sebagai PDF, lalu unggah kembali.", None),
    "pdf_rusak": ("PDF ini rusak atau terpotong. Pindai atau simpan ulang sebagai PDF, lalu unggah kembali.", None),
    "pdf_terkunci": (
        "PDF ini terkunci dengan kata sandi. Simpan salinannya tanpa kata sandi, lalu unggah kembali.",
        None,
    ),
    "pdf_halaman": (
        "PDF ini berisi {halaman} halaman, sedangkan yang diterima 1 sampai {maks} halaman. "
        "Sesuaikan isinya, lalu unggah kembali.",
        None,
    ),
    "pdf_aktif": (
        "PDF ini memuat {isi}, yang dapat membahayakan komputer pembukanya. "
        "Cetak ulang menjadi PDF biasa atau pindai kertasnya, lalu unggah kembali.",
        None,
    ),
    "pdf_gabungan": (
        "Berkas ini mencampur PDF dengan isi lain. Cetak ulang menjadi PDF biasa, lalu unggah kembali.",
        None,
    ),
    "foto_terlalu_besar": (
        "Foto ini {ukuran} MB, paling besar {maks} MB agar cepat terkirim. "
        "Perkecil atau ambil ulang dengan mutu sedang, lalu unggah kembali.",
        None,
    ),
    "foto_bukan": (
        "Foto harus JPEG, PNG, atau WEBP, sedangkan isi berkas ini {jenis}. "
        "Simpan ulang sebagai JPEG, lalu unggah kembali.",
        None,
    ),
    "foto_heic": (
        "Foto ini HEIC, yang tidak dapat dibuka di semua komputer. "
        "Ubah ke JPEG di ponsel: Pengaturan > Kamera > Format > Paling kompatibel, lalu ambil ulang.",
        None,
    ),
    "foto_rusak": ("Foto ini rusak atau terpotong. Ambil atau simpan ulang, lalu unggah kembali.", None),
    "foto_piksel": ("Foto ini lebih dari {maks} juta piksel. Perkecil fotonya, lalu unggah kembali.", None),
    "lambang_terlalu_besar": (
        "Lambang ini {ukuran} MB, paling besar {maks} MB karena dicetak kecil di kepala surat. "
        "Perkecil gambarnya, lalu unggah kembali.",
        None,
    ),
    "lambang_bukan": (
        "Lambang harus PNG atau JPEG, sedangkan isi berkas ini {jenis}. Simpan ulang sebagai PNG, lalu unggah kembali.",
        None,
    ),
    "video_terlalu_besar": (
        "Video ini {ukuran} MB, paling besar {maks} MB agar muat di server. "
        "Potong atau simpan ulang dengan mutu sedang, lalu unggah kembali.",
        None,
    ),
    "video_bukan": ("Berkas ini bukan video MP4 atau MOV. Simpan ulang sebagai MP4, lalu unggah kembali.", None),
    "video_rusak": ("Video ini rusak atau terpotong. Salin ulang dari kamera atau ponsel, lalu unggah kembali.", None),
    "video_lama": (
        "Video ini tidak berdurasi {min} detik sampai {maks} menit. Potong videonya, lalu unggah kembali.",
        None,
    ),
    "video_tanpa_gambar": (
        "Berkas ini hanya berisi suara atau teks. Pilih berkas videonya, lalu unggah kembali.",
        None,
    ),
    "video_luar": (
        "Video ini merujuk ke berkas lain di luar dirinya. Simpan ulang sebagai satu berkas MP4, lalu unggah kembali.",
        None,
    ),
    "pindaian_belum_dikirim": ("Pindaian Berita Acara baru dapat diunggah setelah usulan dikirim ke OPD.", "kirim"),
    "pindaian_dikirim_ulang": (
        "Usulan sudah dikirim ulang ke OPD pada {waktu}, sesudah layar ini dibuka. Pindaian belum disimpan. "
        "Unggah Berita Acara yang dicetak dan ditandatangani sesudah itu.",
        "berita-acara",
    ),
    "pindaian_terdahulu": (
        "Isi berkas ini sama dengan “{nama}”, pindaian Berita Acara sebelum usulan dikirim ulang pada {waktu}. "
        "Unggah Berita Acara yang dicetak dan ditandatangani sesudah itu.",
        "berita-acara",
    ),
    "pindaian_hanya_diganti": (
        "Pindaian tidak dapat dikeluarkan, hanya diganti dengan pindaian yang baru.",
        None,
    ),
    "dokumen_penuh": (
        "Sudah ada {maks} {jenis}, dan itu yang paling banyak. Keluarkan salah satunya, lalu unggah kembali.",
        None,
    ),
    "dokumen_sama": (
        "Isi berkas ini sama dengan “{nama}” yang diunggah {oleh} pada {waktu}, sehingga tidak disimpan lagi.",
        None,
    ),
    "unggahan_terlalu_besar": (
        "Berkas ini lebih dari {maks} MB. Perkecil berkasnya, lalu unggah kembali.",
        None,
    ),
    "unggahan_terputus": ("Pengiriman berkas terputus sebelum selesai. Unggah kembali berkasnya.", None),
    "tanpa_lambang": ("Lambang daerah belum diunggah.", None),
}
