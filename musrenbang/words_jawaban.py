"""Sentences about what an OPD answers, and its usual reasons."""

JAWABAN: dict[str, tuple[str, str | None]] = {
    "bukan_untuk_opd": ("Usulan {kode} tidak dikirim ke OPD ini, sehingga tidak dapat dijawab.", None),
    "dikirim_ulang": (
        "Kecamatan {kecamatan} sudah mengirim ulang usulannya pada {waktu}, sesudah layar ini dibuka. "
        "Belum ada yang disimpan. Kembalilah ke daftar, periksa lagi usulannya, lalu jawab.",
        None,
    ),
    "jawaban_satu_saja": (
        "Diterima dengan perubahan diisi satu per satu, karena volume dan biayanya berbeda-beda.",
        None,
    ),
    "anggaran_terisi": (
        "Anggaran usulan {kode} sudah diisi, sehingga tidak dapat ditolak. Kosongkan dahulu anggaran dan realisasinya.",
        None,
    ),
    "belum_diterima_opd": (
        "Usulan {kode} belum dijawab diterima, sehingga anggaran dan realisasinya belum dapat diisi.",
        None,
    ),
    "anggaran_dahulu": ("Isi anggaran lebih dahulu; realisasi tidak dapat diisi tanpa anggaran.", None),
    "realisasi_lebih": ("Realisasi tidak boleh lebih besar daripada anggaran.", None),
}

ALASAN_DIUBAH = (
    "Volume disesuaikan dengan hasil survei",
    "Biaya disesuaikan dengan standar harga",
    "Disesuaikan dengan pagu anggaran",
    "Dilaksanakan bertahap",
)

ALASAN_DITOLAK = (
    "Pagu anggaran tidak mencukupi",
    "Bukan kewenangan OPD ini",
    "Lahan atau dokumen belum siap",
    "Sudah tertampung dalam kegiatan lain",
    "Tidak memenuhi syarat teknis",
)
