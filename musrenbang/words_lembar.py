"""The sentences about spreadsheets that come in: the file itself, its columns, its cells. Part of words.SENTENCES."""

LEMBAR: dict[str, tuple[str, str | None]] = {
    # the file
    "lembar_terlalu_besar": (
        "Berkas berukuran {ukuran} MB; paling besar {maks} MB. Bagi menjadi beberapa berkas.",
        None,
    ),
    "lembar_bukan": (
        "Berkas ini bukan lembar kerja .xlsx atau .csv. Buka di Excel atau LibreOffice, simpan sebagai .xlsx, "
        "lalu unggah lagi.",
        None,
    ),
    "lembar_xls_lama": (
        "Berkas ini berformat Excel lama (.xls) atau dilindungi kata sandi. Simpan sebagai .xlsx tanpa kata sandi, "
        "lalu unggah lagi.",
        None,
    ),
    "lembar_makro": ("Berkas ini memuat makro. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi.", None),
    "lembar_rusak": ("Berkas ini rusak atau terpotong. Simpan ulang sebagai .xlsx, lalu unggah lagi.", None),
    "lembar_tidak_wajar": (
        "Susunan berkas ini tidak wajar untuk lembar kerja, sehingga ditolak demi keamanan. "
        "Salin barisnya ke templat, lalu unggah templat itu.",
        None,
    ),
    "lembar_membengkak": (
        "Isi berkas ini terlalu besar setelah dibuka. Salin barisnya ke templat tanpa gambar dan format, "
        "lalu unggah templat itu.",
        None,
    ),
    "lembar_banyak_baris": ("Lembar ini berisi lebih dari {maks} baris. Bagi menjadi beberapa berkas.", None),
    "lembar_banyak_kolom": ("Lembar ini berisi lebih dari {maks} kolom. Hapus kolom yang tidak diperlukan.", None),
    "lembar_tidak_ada": ("Berkas ini tidak memuat satu lembar kerja pun. Unggah templat yang sudah diisi.", None),
    "lembar_beberapa": (
        "Usulan ada di beberapa lembar berkas ini: {lembar}. Kumpulkan barisnya di satu lembar bernama “Usulan” dan "
        "hapus lembar lainnya, atau unggah tiap lembar sebagai berkas tersendiri.",
        None,
    ),
    "lembar_kosong": ("Tidak ada satu baris usulan pun di bawah judul kolom. Isi templat, lalu unggah lagi.", None),
    "csv_bukan_utf8": (
        "Berkas CSV ini bukan teks UTF-8 yang utuh. Simpan sebagai “CSV UTF-8” atau .xlsx, lalu unggah lagi.",
        None,
    ),
    # its head
    "judul_tidak_ada": (
        "Judul kolom tidak ditemukan. Pakai baris judul seperti pada templat, dan jangan menggabungkan (merge) selnya.",
        None,
    ),
    "kolom_tidak_ada": (
        "Kolom “{kolom}” tidak ada. Tulis judul itu di satu sel tersendiri pada baris judul, tanpa digabung (merge).",
        None,
    ),
    "kolom_ganda": ("Judul kolom “{kolom}” ditulis dua kali. Hapus salah satunya.", None),
    # what has happened since it was read
    "impor_berubah": (
        "Usulan yang akan diubah berkas ini sudah diubah atau dihapus orang lain sesudah berkas diperiksa. "
        "Tidak satu pun diimpor. Periksa hasilnya yang baru, lalu impor sekali lagi.",
        None,
    ),
    # its cells
    "sel_salah": ("{sel}: {catatan}", None),
    "sel_wajib": ("Belum diisi. Isi sel ini.", None),
    "sel_digabung": ("Sel ini digabung (merge) dengan sel lain. Pisahkan, lalu isi setiap barisnya.", None),
    "sel_rumus": ("Rumus di sel ini belum mempunyai hasil. Ganti rumus itu dengan nilainya.", None),
    "sel_galat": ("Rumus di sel ini menghasilkan {nilai}. Ganti rumus itu dengan nilainya.", None),
    "sel_rupiah": ("Isi “{nilai}” bukan jumlah rupiah. Tulis misalnya 1500000, 1.500.000, atau Rp 2,5 jt.", None),
    "sel_volume": (
        "Isi “{nilai}” bukan volume. Tulis angkanya saja, misalnya 1.250,5; satuannya di kolom Satuan.",
        None,
    ),
    "sel_bulat": ("Isi “{nilai}” bukan bilangan bulat. Tulis angkanya saja, misalnya 40.", None),
    "sel_tanggal": ("Isi “{nilai}” bukan tanggal. Tulis misalnya 15/02/2027, atau kosongkan.", None),
    "sel_ya_tidak": ("Isi “{nilai}” bukan Ya atau Tidak. Pilih salah satunya, atau kosongkan.", None),
    "sel_pilihan": ("Isi “{nilai}” tidak ada dalam daftar. Tulis salah satu: {pilihan}.", None),
    "sel_opd": ("Isi “{nilai}” bukan nama OPD yang dikenal. Tulis nama atau singkatan OPD seperti pada templat.", None),
    "sel_opd_bidang": (
        "Bidang usulan ditentukan dari OPD tujuan, tetapi OPD ini tidak mempunyai bidang. Tulis OPD pelaksananya.",
        None,
    ),
    "sel_desa": ("Isi “{nilai}” tidak termasuk {daerah}. Tulis kode atau nama desa/kelurahan yang benar.", None),
    "sel_desa_rangkap": ("Ada beberapa desa/kelurahan bernama “{nilai}”. Isi juga kolom Kode Desa.", None),
    "sel_desa_beda": ("Kode Desa pada baris ini adalah kode {desa}. Samakan kode dan nama desanya.", None),
    "sel_kecamatan": ("Isi “{nilai}” tidak termasuk {daerah}. Hapus baris ini atau perbaiki kecamatannya.", None),
    "sel_kode": ("Kode “{nilai}” tidak ditemukan. Kosongkan untuk usulan baru, atau tulis kode yang sudah ada.", None),
    "sel_kode_desa_lain": ("Usulan {kode} milik {desa}. Perbaiki kode atau desanya.", None),
    "sel_id_dipakai": (
        "ID {kode} sudah dipakai usulan di Kecamatan {kecamatan} tahun {tahun}. Periksa ID-nya di SIPD.",
        None,
    ),
    "kode_ganda": ("Kode ini sudah dipakai di baris {baris}. Hapus salah satu baris atau kosongkan kodenya.", None),
    "usulan_ganda": ("Usulan dengan nama dan lokasi yang sama sudah ada di baris {baris}. Hapus salah satunya.", None),
    "urutan_ganda": ("Urutan ini sudah dipakai di baris {baris} untuk desa yang sama. Tulis urutan lain.", None),
    "urutan_dipakai": ("Urutan ini sudah dipakai usulan {kode}. Tulis urutan lain, atau kosongkan.", None),
}
