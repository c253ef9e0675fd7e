"""Every sentence a person reads about an issue, and the screen where it is mended."""

from musrenbang.errors import Issue
from musrenbang.words_akun import AKUN
from musrenbang.words_berkas import BERKAS
from musrenbang.words_dokumen import DOKUMEN
from musrenbang.words_gangguan import GANGGUAN
from musrenbang.words_induk import INDUK
from musrenbang.words_jawaban import JAWABAN
from musrenbang.words_kapsul import KAPSUL
from musrenbang.words_lembar import LEMBAR
from musrenbang.words_salinan import SALINAN

SENTENCES: dict[str, tuple[str, str | None]] = {
    **LEMBAR,
    **BERKAS,
    **DOKUMEN,
    **GANGGUAN,
    **INDUK,
    **JAWABAN,
    **KAPSUL,
    **SALINAN,
    **AKUN,
    # access and lock
    "belum_masuk": ("Anda belum masuk atau waktu masuk Anda sudah habis. Silakan masuk lagi.", None),
    "bukan_wewenang": ("Akun {nama_pengguna} ({peran}) tidak berwenang melakukan ini.", None),
    "bukan_wilayah": ("Akun {nama_pengguna} tidak berwenang atas Kecamatan {kecamatan}.", None),
    "tidak_ditemukan": ("Data yang diminta tidak ditemukan. Muat ulang halaman ini.", None),
    "sudah_dikirim": (
        "Usulan Kecamatan {kecamatan} sudah dikirim ke OPD pada {waktu}, sehingga tidak dapat diubah lagi.",
        None,
    ),
    "berubah": (
        "{objek} sudah diubah {oleh} pada {waktu}. Isian Anda tidak disimpan. Nilai sekarang: {sekarang}.",
        None,
    ),
    "berubah_sebelum_ditekan": (
        "{oleh} mengubah rapat ini pada {waktu} ({tindakan}: {objek}), sesudah Anda membuka layar ini. "
        "{tombol} belum dijalankan. Periksa kembali, lalu tekan {tombol} sekali lagi.",
        None,
    ),
    # persiapan
    "usulan_ditutup": (
        "Usulan desa/kelurahan ini sudah diambil camat pada {waktu}, sehingga tidak dapat diubah lagi. "
        "Sampaikan perubahan kepada camat dalam musyawarah.",
        None,
    ),
    "usulan_ditutup_mulai": (
        "Musrenbang kecamatan sudah dimulai pada {waktu}, sehingga usulan tidak dapat diubah lagi. "
        "Sampaikan perubahan kepada camat dalam musyawarah.",
        None,
    ),
    "sudah_dimasukkan": ("Usulan ini sudah disimpan sebagai nomor {nomor}. Perubahannya disimpan dari daftar.", None),
    "sudah_diajukan_lagi": ("Usulan “{nama}” dari tahun {tahun} sudah diajukan lagi tahun ini.", None),
    "tidak_dapat_diajukan_lagi": (
        "Usulan “{nama}” tidak dapat diajukan lagi: hanya usulan cadangan, dan usulan prioritas yang belum dianggarkan "
        "OPD, dari musrenbang tahun lalu yang sudah dikirim. Masukkan sebagai usulan baru.",
        None,
    ),
    "usulan_disetujui": (
        "Usulan “{nama}” sudah disetujui, sehingga tidak dapat dihapus. Tarik dahulu persetujuannya.",
        None,
    ),
    "lampiran_penuh": (
        "{isian} paling banyak {maks} untuk satu usulan. Lepas yang tidak dipakai, lalu unggah kembali.",
        None,
    ),
    "urutan_tidak_lengkap": (
        "Urutan harus memuat setiap usulan desa/kelurahan ini satu kali. Daftarnya sudah berubah; muat ulang halaman.",
        None,
    ),
    "sudah_dibuka": ("Musrenbang ini sudah dibuka.", None),
    "desa_belum_siap": (
        "{belum} dari {desa} desa/kelurahan belum memasukkan dan menyetujui usulan. "
        "Tunggu hingga lengkap, atau isi alasan mengapa musrenbang tetap dibuka.",
        "pembukaan",
    ),
    "belum_dibuka": ("Musrenbang belum dibuka. Buka musrenbang lebih dahulu di Pembukaan.", "pembukaan"),
    "sudah_dimulai": ("Musrenbang sudah dimulai, sehingga usulan desa/kelurahan tidak dapat diambil lagi.", None),
    "tidak_ada_disetujui": (
        "Belum ada usulan yang disetujui desa/kelurahan, sehingga tidak ada yang dapat diambil.",
        "pembukaan",
    ),
    "isian_wajib": ("{isian} belum diisi.", None),
    "isian_panjang": ("{isian} terlalu panjang: paling banyak {maks} karakter, sekarang {panjang}.", None),
    "isian_pendek": ("{isian} terlalu pendek: paling sedikit {min} karakter.", None),
    "isian_angka": ("{isian} harus angka dari {min} sampai {maks}.", None),
    "isian_volume": (
        "Volume harus angka lebih dari 0. Pecahan ditulis dengan koma, paling banyak dua desimal, misalnya 1.250,5.",
        None,
    ),
    "isian_jam": ("{isian} harus ditulis sebagai jam, misalnya 09.00.", None),
    "jam_terbalik": ("Jam selesai harus sesudah jam mulai.", None),
    "isian_pilihan": ("{isian} harus dipilih dari daftar yang tersedia.", None),
    "terlalu_banyak": ("{isian} paling banyak {maks}.", None),
    # what a schedule is warned of; nothing waits for it
    "jadwal_kosong": ("Tanggal dan tempat belum ditetapkan.", None),
    "jadwal_tanpa_tanggal": ("Tanggal belum ditetapkan.", None),
    "jadwal_tanpa_tempat": ("Tempat belum ditetapkan.", None),
    "jadwal_lewat": ("Tanggalnya sudah lewat, tetapi musyawarah belum dimulai.", None),
    "jadwal_mendadak": ("{tinggal}: undangan kurang dari 7 hari sebelum musyawarah.", None),
    "jadwal_akhir_pekan": ("{hari} bukan hari kerja.", None),
    "jadwal_bentrok": ("Tempat dan waktunya sama dengan Kecamatan {kecamatan}.", None),
    # musyawarah
    "belum_diambil": ("Usulan belum diambil. Tekan Ambil (Load Data) lebih dahulu.", "ambil-usulan"),
    "usulan_usang": (
        "{banyak} usulan di musrenbang ini sudah diubah atau ditarik desa/kelurahannya sejak diambil. "
        "Ambil usulan sekali lagi sebelum memulai.",
        "ambil-usulan",
    ),
    "sudah_mulai": ("Musrenbang ini sudah dimulai.", None),
    "belum_mulai": ("Musrenbang belum dimulai. Tekan Mulai lebih dahulu di Verifikasi.", "verifikasi"),
    "bobot_salah": (
        "Bobot kriteria tahun {tahun} berjumlah {jumlah}, seharusnya 100. Hubungi Bappeda untuk memperbaikinya.",
        None,
    ),
    "tidak_ada_pilihan": ("Belum ada usulan yang dipilih.", None),
    "alasan_wajib": ("Alasan wajib diisi, paling sedikit 3 karakter.", None),
    "perubahan_wajib": ("Isi volume atau biaya yang baru; keduanya masih sama dengan usulan semula.", None),
    "satu_saja": ("Sesuai dengan perubahan diisi satu per satu, karena volume dan biayanya berbeda-beda.", None),
    "gabung_tujuan": ("Pilih usulan lain yang diterima dan tidak digabung sebagai tujuan penggabungan.", None),
    "menjadi_induk": (
        "Usulan {kode} menjadi tujuan penggabungan usulan lain. Ubah dahulu keputusan usulan yang digabung ke sana.",
        "verifikasi",
    ),
    "aturan_menolak": ("Usulan {kode} ditolak aturan verifikasi: {catatan}", "verifikasi"),
    "belum_diterima": (
        "Usulan {kode} belum diverifikasi sebagai sesuai, sehingga belum dapat diberi prioritas atau OPD.",
        "verifikasi",
    ),
    "bukan_usulan_kecamatan": ("Usulan {kode} berasal dari desa/kelurahan dan tidak diubah di sini.", None),
    "belum_ada_siap": (
        "Belum ada usulan baru yang prioritas pembangunan dan OPD-nya sudah dipilih.",
        "prioritas-opd",
    ),
    "belum_dihitung": ("Usulan {kode} belum dibuka untuk skoring. Tekan Hitung lebih dahulu.", "skoring"),
    "bukan_utama": ("Usulan {kode} bukan usulan prioritas, sehingga tidak diberi skor.", "prioritas-opd"),
    "tingkat_salah": ("{kode}, kriteria {kriteria}: {nilai} bukan tingkat 1 sampai {maks}.", None),
    "baris_cepat": (
        "Skor cepat harus tepat 8 angka, satu tingkat untuk tiap kriteria; yang diketik “{diketik}”. "
        "Perbaiki, lalu tekan Enter.",
        None,
    ),
    "bukan_seri": ("Usulan yang diurutkan harus seluruh anggota satu kelompok seri yang lengkap.", "hasil-skoring"),
    # penutupan
    "belum_verifikasi": ("{jumlah} usulan belum diverifikasi.", "verifikasi"),
    "tanpa_prioritas": ("{jumlah} usulan belum dipilih prioritas pembangunan atau non prioritas.", "prioritas-opd"),
    "tanpa_opd": ("{jumlah} usulan prioritas belum dipilih OPD-nya.", "prioritas-opd"),
    "belum_dibuka_skor": ("{jumlah} usulan belum dibuka untuk skoring. Tekan Hitung.", "skoring"),
    "skor_belum_lengkap": ("{jumlah} usulan belum lengkap skornya.", "skoring"),
    "tidak_ada_utama": ("Belum ada usulan prioritas yang dapat dikirim.", "prioritas-opd"),
    "daftar_hadir_kurang": (
        "Daftar Hadir belum lengkap: tempat, alamat, nama camat, dan tanggal dicetak di Berita Acara.",
        "daftar-hadir",
    ),
    "pertinggal_belum_dikirim": ("Pertinggal tersedia setelah usulan dikirim ke OPD.", "kirim"),
    "belum_dikirim": ("Berita Acara baru dapat diisi dan dicetak setelah usulan dikirim ke OPD.", "kirim"),
    "belum_dikirim_dibuka": (
        "Musrenbang Kecamatan {kecamatan} sedang terbuka, jadi tidak ada yang perlu dibuka kembali.",
        None,
    ),
    "tanggal_surat_depan": ("Tanggal surat tidak boleh sesudah hari ini.", None),
    "terbuka_belum_dikirim": (
        "Data terbuka Musrenbang Kecamatan {kecamatan} baru tersedia setelah usulan dikirim ke OPD.",
        "kirim",
    ),
    "terbuka_dibuka_kembali": (
        "Hasil Musrenbang Kecamatan {kecamatan} sudah dikirim ke OPD {dikirim}, lalu dibuka kembali {dibuka} "
        "berdasarkan surat nomor {nomor} tanggal {tanggal}. Hasilnya tampil lagi setelah dikirim kembali.",
        "kirim",
    ),
    "tanpa_pindaian_daftar_hadir": ("Pindaian Daftar Hadir yang sudah ditandatangani belum diunggah.", "dokumen"),
    "tanpa_pindaian_berita_acara": ("Pindaian Berita Acara yang sudah ditandatangani belum diunggah.", "dokumen"),
    "tanpa_foto": ("Foto kegiatan belum diunggah, paling sedikit satu.", "dokumen"),
    "belum_dikirim_opd": ("Musrenbang Kecamatan {kecamatan} belum mengirim usulannya ke OPD.", None),
    "usulan_tidak_ada": ("Usulan dengan kode {kode} tidak ditemukan. Periksa kodenya, lalu coba kembali.", None),
    "jejak_terlalu_banyak": (
        "Ada {banyak} baris dalam saringan ini; satu berkas paling banyak {maks}. Persempit saringannya, misalnya "
        "dengan tanggal atau rapat.",
        None,
    ),
}


def sentence(issue: Issue) -> str:
    return SENTENCES[issue.key][0].format(**issue.facts)


def screen_to_mend(issue: Issue) -> str | None:
    """The url path of the screen where this is put right, None when there is none."""
    return SENTENCES[issue.key][1]


RULES: dict[str, str] = {
    "kewenangan": "Kewenangan {kewenangan}, bukan kewenangan kabupaten.",
    "larangan": "Menyebut “{kata}”, yang menurut aturan tidak dapat diusulkan.",
    "maks_desa": "Usulan ke-{urut} dari {nama_desa}; batasnya {angka} usulan.",
    "maks_fisik": "Usulan Fisik dan Prasarana ke-{urut} dari {nama_desa}; batasnya {angka}.",
    "maks_sosial": "Usulan Sosial Budaya ke-{urut} dari {nama_desa}; batasnya {angka}.",
    "maks_ekonomi": "Usulan Ekonomi ke-{urut} dari {nama_desa}; batasnya {angka}.",
    "maks_kecamatan": "Usulan ke-{urut} di kecamatan ini; batasnya {angka} usulan.",
}

ALASAN_TIDAK_SESUAI = (
    "Kewenangan desa",
    "Kewenangan provinsi/pusat",
    "Dapat didanai Dana Desa",
    "Usulan ganda",
    "Lokasi tidak jelas",
    "Sudah direalisasikan",
    "OPD tidak tepat",
)

ALASAN_CADANGAN = (
    "Belum mendesak dibandingkan usulan lain",
    "Dapat dilaksanakan pada tahun berikutnya",
    "Dokumen pendukung belum lengkap",
    "Lahan belum siap",
    "Manfaatnya terbatas bagi sedikit warga",
)

YAKIN_PRIORITAS = "Anda yakin dengan prioritas ini ?"
PERINGATAN_KIRIM = "Setelah mengirim usulan ke OPD anda tidak akan bisa membatalkan usulan ke kecamatan"
PEMECAH_SERI = (
    "Skor yang sama diurutkan menurut tingkat Keterdesakan, kemudian Penanggulangan Kemiskinan, kemudian "
    "Manfaat/Dampak, kemudian urutan yang ditetapkan rapat beserta alasannya. Yang masih sama tetap seri."
)
