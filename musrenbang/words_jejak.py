"""Words for the trail: what each tindakan has done, and what the fields of its rows are called."""

RANTAI_AKUN = "pengguna"
SUBYEK = {
    "rapat": "Rapat", "daftar hadir": "Daftar Hadir", "berita acara": "Berita Acara", "impor": "Impor",
    "layar proyektor": "Layar Proyektor", "lambang": "Lambang daerah",
}  # fmt: skip
USULAN = "Usulan"
TENTANG = {
    "lampiran usulan ": USULAN, "urutan seri ": USULAN, "jawaban ": USULAN, "skor ": USULAN, "usulan ": USULAN,
    "dokumen ": "Dokumen", "opd ": "OPD",
}  # what stands before the rest of an object  # fmt: skip

DILAKUKAN = {
    "isi usulan desa/kelurahan": "diubah",
    "impor usulan": "diubah dari berkas Excel",
    "buka musrenbang": "dibuka",
    "isi Daftar Hadir": "diisi",
    "ambil usulan": "mengambil usulan desa/kelurahan (Load Data)",
    "mulai musrenbang": "dimulai",
    "tambah usulan kecamatan": "dimasukkan sebagai usulan kecamatan",
    "ubah usulan kecamatan": "diubah",
    "pilih prioritas": "ditetapkan sebagai usulan prioritas",
    "pilih non prioritas": "dijadikan cadangan",
    "pilih OPD": "dipilih OPD-nya",
    "hitung": "dihitung: skoring dibuka",
    "isi skor": "diskor",
    "urutkan usulan seri": "diurutkan dalam kelompok seri",
    "kirim usulan ke OPD": "dikirim ke OPD",
    "buka kembali rapat": "dibuka kembali",
    "isi Berita Acara": "diisi",
    "unggah dokumen": "diunggah",
    "layar proyektor": "dibuka",
    "jawab usulan": "dijawab OPD",
    "isi anggaran dan realisasi": "diisi anggaran dan realisasinya",
    "susun jadwal": "dijadwalkan",
    "ganti lambang": "diganti",
    "lepas lambang": "dilepas",
    "simpan pandangan": "disimpan",
    "ganti nama pandangan": "diganti namanya",
    "hapus pandangan": "dihapus",
    "masuk": "masuk",
    "keluar": "keluar",
    "tambah akun": "ditambahkan",
    "atur ulang kata sandi": "diatur ulang kata sandinya",
    "nonaktifkan akun": "dinonaktifkan",
    "aktifkan akun": "diaktifkan lagi",
    "data induk diubah": "diubah di data induk",
    "ubah aturan verifikasi": "diubah",
    "ubah kriteria": "diubah",
    "ubah prioritas pembangunan": "diubah",
    "ubah pagu": "diubah",
    "tambah OPD": "ditambahkan",
    "ubah OPD": "diubah",
    "hapus OPD": "dihapus",
    "ubah kecamatan": "diubah",
    "tambah desa/kelurahan": "ditambahkan",
    "ubah desa/kelurahan": "diubah",
    "hapus desa/kelurahan": "dihapus",
    "siapkan tahun": "disiapkan",
    "jadikan tahun berjalan": "diganti",
    "ganti kata sandi": "diganti kata sandinya",
}
BARU = {
    "isi usulan desa/kelurahan": "dimasukkan",
    "ajukan lagi usulan": "diajukan lagi",
    "impor usulan": "dimasukkan dari berkas Excel",
    "lampirkan berkas usulan": "diberi lampiran",
}  # when there was nothing before
HILANG = {
    "isi usulan desa/kelurahan": "dihapus",
    "lampirkan berkas usulan": "dilepas lampirannya",
    "urutkan usulan seri": "tidak lagi diurutkan dalam kelompok seri",
    "unggah dokumen": "dikeluarkan",
    "buka kembali rapat": "tidak berlaku lagi, karena rapat dibuka kembali",
}  # when nothing is left

ISIAN = {
    "nama": "nama", "permasalahan": "permasalahan", "lokasi": "lokasi", "volume": "volume", "satuan": "satuan",
    "biaya": "biaya", "penerima": "penerima manfaat", "bidang": "bidang", "kewenangan": "kewenangan", "opd": "OPD",
    "urutan": "nomor urut", "disetujui": "disetujui", "keputusan": "keputusan", "alasan_verifikasi": "alasan",
    "digabung_ke": "digabung ke", "catatan_aturan": "catatan aturan", "prioritas": "prioritas",
    "alasan_cadangan": "alasan cadangan", "tingkat": "skor", "urutan_seri": "urutan dalam seri", "alasan": "alasan",
    "tempat": "tempat", "alamat": "alamat", "nama_camat": "nama camat", "nip_camat": "NIP camat",
    "tanggal": "tanggal", "jam_mulai": "jam mulai", "jam_selesai": "jam selesai", "baris": "baris tanda tangan",
    "nomor": "nomor", "laki_laki": "peserta laki-laki", "perempuan": "peserta perempuan",
    "pimpinan": "pimpinan sidang", "jabatan_pimpinan": "jabatan pimpinan sidang",
    "nama_bappeda": "nama wakil Bappeda", "nip_bappeda": "NIP wakil Bappeda", "sambutan": "sambutan",
    "pemateri": "pemateri", "wakil": "wakil peserta", "baru": "baru", "diperbarui": "diperbarui",
    "ditarik": "ditarik", "belum_disetujui": "belum disetujui", "dibuka_untuk_skoring": "usulan dibuka untuk skoring",
    "masuk": "usulan masuk", "utama": "usulan prioritas", "cadangan": "usulan cadangan",
    "terkirim": "usulan yang sudah dikirim", "nomor_surat": "nomor surat",
    "tanggal_surat": "tanggal surat", "bobot": "bobot", "peran": "peran", "wilayah": "wilayah",
    "jawab": "jawaban", "anggaran": "anggaran", "realisasi": "realisasi", "jenis": "jenis", "halaman": "halaman",
    "diakhiri": "layar diakhiri", "berakhir": "berlaku sampai", "dikirim": "dikirim",
    "berubah": "berubah", "tetap": "tetap", "pendahulu": "usulan pendahulu",
    "nomor_penetapan": "nomor penetapan", "tanggal_penetapan": "tanggal penetapan", "dari": "dari tahun",
}  # fmt: skip
BUKAN_ISIAN = frozenset({
    "versi", "id", "sidik", "ukuran", "jejak data induk", "desa", "dibuka", "diambil", "dimulai", "dihitung",
    "dibuka_kembali",
    "desa_mengisi", "desa_menyetujui", "belum_verifikasi", "diterima", "tanpa_prioritas", "tanpa_opd", "siap_hitung",
    "dibuka_skor", "skor_lengkap", "usulan_kecamatan", "pindaian_daftar_hadir", "pindaian_berita_acara", "foto",
})  # of no use in a sentence, or told by it anyway  # fmt: skip
