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
}
