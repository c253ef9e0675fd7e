"""The sentences about copies of the whole data, and moving them. Part of words.SENTENCES."""

SALINAN: dict[str, tuple[str, str | None]] = {
    "sedang_disalin": ("Data sedang disalin. Tunggu sampai selesai, lalu coba kembali.", None),
    "salinan_gagal": ("Salinan tidak dapat dibuat di {folder}: {sebab}.", None),
    "salinan_tidak_ada": ("Di {folder} tidak ada salinan yang lengkap.", None),
    "salinan_rusak": (
        "Salinan {salinan} rusak: isi basis datanya tidak sama dengan saat disalin, sehingga tidak dipulihkan.",
        None,
    ),
    "salinan_dokumen_rusak": (
        "Salinan {salinan} rusak: dokumen {dokumen} hilang atau isinya berubah, sehingga tidak dipulihkan.",
        None,
    ),
    "salinan_lebih_baru": (
        "Salinan {salinan} dibuat aplikasi yang lebih baru. Perbarui aplikasi ini, lalu pulihkan kembali.",
        None,
    ),
    "dokumen_sudah_ada": (
        "Folder dokumen {folder} sudah berisi berkas, sehingga tidak dipakai agar tidak tercampur.",
        None,
    ),
    "asal_kosong": ("Basis data asal masih kosong, sehingga tidak ada yang dipindahkan.", None),
    "pindahan_dokumen_rusak": (
        "Dokumen {dokumen} hilang atau isinya berubah di folder {folder}, sehingga tidak ada yang dipindahkan.",
        None,
    ),
    "pindahan_berbeda": (
        "Tabel {tabel}: {baris} baris di tujuan tidak sama dengan asalnya, sehingga tidak ada yang dipindahkan.",
        None,
    ),
}
