"""Who does what in which state of the meeting, by the SOP and README: written by hand, and not from the code.

A column for each of eight people, about Bahorok, its desa Suka Rakyat, or the OPD PUTR. A letter for each state (see
walk.stages) in which it is done, `*` in all of them, `~` when it is theirs but stopped by a guard all along, `-` when
it is not theirs and they are told so, or that there is no such thing.
"""

STATES = "wodlmvphskb"
SOME = "wk"  # what is not about a meeting is asked before it and after

IN_MEETING = """
                                 camat       lain  bappeda     opd  lain  desa        tetangga    jauh
persiapan.jadwalkan              -           -     wodl        -    -     -           -           -
persiapan.buka                   w           -     -           -    -     -           -           -
persiapan.isi_daftar_hadir       wodlmvphsb  -     -           -    -     -           -           -
persiapan.ambil_usulan           odl         -     -           -    -     -           -           -
persiapan.mulai                  l           -     -           -    -     -           -           -
verifikasi.verifikasi            mvphsb      -     -           -    -     -           -           -
usulan.tambah_usulan             mvphsb      -     -           -    -     -           -           -
usulan.ubah_usulan               mvphsb      -     -           -    -     -           -           -
usulan.pilih_prioritas           vphsb       -     -           -    -     -           -           -
usulan.jadikan_cadangan          vphsb       -     -           -    -     -           -           -
usulan.pilih_opd                 vphsb       -     -           -    -     -           -           -
skoring.hitung                   p           -     -           -    -     -           -           -
skoring.simpan_skor              hsb         -     -           -    -     -           -           -
skoring.ketik_skor               hsb         -     -           -    -     -           -           -
skoring.urutkan_seri             sb          -     -           -    -     -           -           -
penutupan.kirim                  sb          -     -           -    -     -           -           -
pembukaan_kembali.buka_kembali   -           -     k           -    -     -           -           -
kapsul.buat                      -           -     wodlmvphsb  -    -     -           -           -
kapsul.batal                     -           -     ~           -    -     -           -           -
penutupan.isi_berita_acara       k           -     -           -    -     -           -           -
dokumen.unggah                   odlmvphskb  -     -           -    -     -           -           -
dokumen.siap_menerima            odlmvphskb  -     -           -    -     -           -           -
dokumen.foto_halaman             *           -     -           -    -     -           -           -
dokumen.tarik                    dlmvphskb   -     -           -    -     -           -           -
proyektor.buka_layar             *           -     -           -    -     -           -           -
proyektor.akhiri_layar           *           -     -           -    -     -           -           -
proyektor.layar_terbuka          *           -     -           -    -     -           -           -
proyektor.bahas                  *           -     -           -    -     -           -           -
proyektor.tampilkan              *           -     -           -    -     -           -           -
jawaban.jawab                    -           -     -           k    ~     -           -           -
jawaban.isi_anggaran             -           -     -           k    ~     -           -           -
usulan_desa.isi                  -           -     -           -    -     wod         wod         -
usulan_desa.ajukan_lagi          -           -     -           -    -     ~           ~           -
usulan_desa.ubah                 -           -     -           -    -     wod         ~           -
usulan_desa.hapus                -           -     -           -    -     wod         ~           -
usulan_desa.urutkan              -           -     -           -    -     wod         ~           -
usulan_desa.setujui              -           -     -           -    -     wod         ~           -
lampiran.lampirkan               -           -     -           -    -     wod         ~           -
lampiran.lepas                   -           -     -           -    -     wod         ~           -
impor.impor                      wodl        -     wodl        -    -     wod         ~           -
impor.pratinjau                  wodlmvphsb  -     wodlmvphsb  -    -     wodlmvphsb  wodlmvphsb  -
impor.bahan_templat              wodlmvphsb  -     wodlmvphsb  -    -     wodlmvphsb  wodlmvphsb  -
impor.tertutup                   wodlmvphsb  -     wodlmvphsb  -    -     wodlmvphsb  wodlmvphsb  -
door.in_meeting                  wodlmvphsb  -     -           -    -     -           -           -
baca.bahan_cetak                 *           -     *           k    k     -           -           -
baca.tanda_data                  *           -     *           k    k     -           -           -
baca.fakta                       *           -     *           -    -     -           -           -
baca.jejak                       *           -     *           -    -     -           -           -
baca.kesiapan                    *           -     *           -    -     -           -           -
baca.perubahan_desa              *           -     *           -    -     -           -           -
baca.rapat_berjalan              *           -     *           -    -     -           -           -
baca.rapat_di                    *           -     *           -    -     -           -           -
baca.rujukan                     *           -     *           -    -     -           -           -
baca.usulan_kecamatan            *           -     *           -    -     -           -           -
baca.usulan_masuk                *           -     *           -    -     -           -           -
baca.versi                       *           -     *           -    -     -           -           -
dokumen.daftar                   *           -     *           -    -     -           -           -
induk_pagu.pagu_rapat            *           -     *           -    -     -           -           -
ingatan.pengajuan_rapat          *           -     *           -    -     -           -           -
jalannya.saat                    *           -     *           -    -     -           -           -
jalannya.terlaksana              *           -     *           -    -     -           -           -
jawaban.di_rapat                 *           -     *           -    -     -           -           -
baca.usulan_desa                 *           -     *           -    -     *           -           -
hasil.hasil_desa                 *           -     *           -    -     *           -           -
lampiran.daftar                  *           -     *           -    -     *           -           -
berkas.file_for                  *           -     *           k    -     *           -           -
berkas.file_for+dokumen          dlmvphskb   -     dlmvphskb   -    -     -           -           -
usulan_desa.keadaan              -           -     -           -    -     *           *           *
own_desa.in_own_desa             -           -     -           -    -     wod         wod         -
own_desa.own_desa                -           -     -           -    -     *           *           *
ingatan.dapat_diajukan_lagi      -           -     -           -    -     *           *           *
ingatan.pengajuan_desa           -           -     -           -    -     *           *           *
baca.usulan_opd                  -           -     *           *    -     -           -           -
jawaban.untuk_opd                -           -     *           *    -     -           -           -
jejak.riwayat                    *           -     *           -    -     -           -           -
kapsul_layar.di_laptop           *           -     *           -    -     -           -           -
"""

ELSEWHERE = """
                                 camat       lain  bappeda     opd  lain  desa        tetangga    jauh
baca.nama_wilayah                *           *     *           *    *     *           *           *
masuk.ganti_sandi                *           *     *           *    *     *           *           *
masuk.login_sendiri              *           *     *           *    *     *           *           *
masuk.keluar_lain                *           *     *           *    *     *           *           *
identitas.terhubung              *           *     *           *    *     *           *           *
identitas.siap_hubungkan         *           *     *           *    *     *           *           *
identitas.hubungkan              *           *     *           *    *     *           *           *
identitas.lepaskan               *           *     *           *    *     *           *           *
baca.bahan_surat                 -           -     *           -    -     -           -           -
baca.kecamatan                   -           -     *           -    -     -           -           -
baca.semua_rapat                 -           -     *           -    -     -           -           -
baca.versi_semua                 -           -     *           -    -     -           -           -
pemantauan.pantau                -           -     *           -    -     -           -           -
perbandingan.bandingkan          -           -     *           -    -     -           -           -
perbandingan.ketegasan           -           -     *           -    -     -           -           -
perbandingan.per_opd_dan_prioritas  -        -     *           -    -     -           -           -
perbandingan.rujukan             -           -     *           -    -     -           -           -
perbandingan.tahun               -           -     *           -    -     -           -           -
perbandingan.usulan              -           -     *           -    -     -           -           -
pandangan.daftar                 -           -     *           -    -     -           -           -
pandangan.simpan                 -           -     *           -    -     -           -           -
pandangan.ganti_nama             -           -     *           -    -     -           -           -
pandangan.hapus                  -           -     *           -    -     -           -           -
jejak.cari                       -           -     *           -    -     -           -           -
jejak.seluruhnya                 -           -     *           -    -     -           -           -
jejak.pilihan                    -           -     *           -    -     -           -           -
jejak.periksa_rantai             -           -     *           -    -     -           -           -
impor.impor_semua                -           -     w           -    -     -           -           -
kapsul_layar.daftar              -           -     *           -    -     -           -           -
kapsul_layar.dapat_dibawa        -           -     *           -    -     -           -           -
kapsul_layar.berkas_kapsul       -           -     ~           -    -     -           -           -
kapsul_layar.siap_menerima       -           -     *           -    -     -           -           -
terima_kapsul.terima             -           -     ~           -    -     -           -           -
salin.salin                      -           -     *           -    -     -           -           -
salin.salinan                    -           -     *           -    -     -           -           -
pengguna.daftar                  -           -     *           -    -     -           -           -
pengguna.versi                   -           -     *           -    -     -           -           -
pengguna.belum_ada               -           -     *           -    -     -           -           -
pengguna.tempat                  -           -     *           -    -     -           -           -
pengguna.tambah                  -           -     *           -    -     -           -           -
pengguna.tambah_semua            -           -     *           -    -     -           -           -
pengguna.atur_ulang              -           -     *           -    -     -           -           -
pengguna.nonaktifkan             -           -     *           -    -     -           -           -
pengguna.aktifkan                -           -     *           -    -     -           -           -
lambang.ganti                    -           -     *           -    -     -           -           -
lambang.lepas                    -           -     *           -    -     -           -           -
induk.at_desk                    -           -     *           -    -     -           -           -
induk_aturan.aturan              -           -     *           -    -     -           -           -
induk_aturan.simpan              -           -     *           -    -     -           -           -
induk_kriteria.kriteria          -           -     *           -    -     -           -           -
induk_kriteria.pratinjau         -           -     *           -    -     -           -           -
induk_kriteria.simpan            -           -     *           -    -     -           -           -
induk_lembar.isi                 -           -     *           -    -     -           -           -
induk_lembar.pratinjau           -           -     *           -    -     -           -           -
induk_lembar.impor               -           -     *           -    -     -           -           -
induk_opd.opd                    -           -     *           -    -     -           -           -
induk_opd.tambah                 -           -     *           -    -     -           -           -
induk_opd.ubah                   -           -     *           -    -     -           -           -
induk_opd.hapus                  -           -     *           -    -     -           -           -
induk_pagu.pagu                  -           -     *           -    -     -           -           -
induk_pagu.simpan                -           -     *           -    -     -           -           -
induk_prioritas.prioritas        -           -     *           -    -     -           -           -
induk_prioritas.simpan           -           -     *           -    -     -           -           -
induk_tahun.tahun                -           -     *           -    -     -           -           -
induk_tahun.siapkan_tahun        -           -     *           -    -     -           -           -
induk_tahun.jadikan_berjalan     -           -     *           -    -     -           -           -
induk_wilayah.kecamatan          -           -     *           -    -     -           -           -
induk_wilayah.desa               -           -     *           -    -     -           -           -
induk_wilayah.ubah_kecamatan     -           -     *           -    -     -           -           -
induk_wilayah.tambah_desa        -           -     *           -    -     -           -           -
induk_wilayah.ubah_desa          -           -     *           -    -     -           -           -
induk_wilayah.hapus_desa         -           -     *           -    -     -           -           -
"""

# Who may at all: own camat, another's, Bappeda, own OPD, another, own desa, another's. b before Kirim, k after it,
# o opened again.
PERMISSIONS = """
                 camat  lain  bappeda  opd  desa  lain
JADWALKAN        -      -     bo       -    -     -
BUKA             bo     -     -        -    -     -
ISI_DAFTAR_HADIR bo     -     -        -    -     -
AMBIL            bo     -     -        -    -     -
MULAI            bo     -     -        -    -     -
VERIFIKASI       bo     -     -        -    -     -
TAMBAH_USULAN    bo     -     -        -    -     -
UBAH_USULAN      bo     -     -        -    -     -
PRIORITAS        bo     -     -        -    -     -
CADANGAN         bo     -     -        -    -     -
PILIH_OPD        bo     -     -        -    -     -
HITUNG           bo     -     -        -    -     -
SKOR             bo     -     -        -    -     -
URUTKAN_SERI     bo     -     -        -    -     -
KIRIM            bo     -     -        -    -     -
BUKA_KEMBALI     -      -     bko      -    -     -
ISI_BERITA_ACARA bko    -     -        -    -     -
UNGGAH           bko    -     -        -    -     -
PROYEKSI         bko    -     -        -    -     -
LIHAT            bko    -     bko      -    -     -
CETAK            bko    -     bko      k    -     -
JAWAB            -      -     -        k    -     -
ANGGARAN         -      -     -        k    -     -
ISI_USULAN       -      -     -        -    bo    -
AJUKAN_LAGI      -      -     -        -    bo    -
SETUJUI          -      -     -        -    bo    -
LAMPIRKAN        -      -     -        -    bo    -
IMPOR            bo     -     bo       -    bo    -
"""


def read(text: str) -> dict[str, list[str]]:
    """The columns of each row, without the head."""
    rows = [line.split() for line in text.strip().splitlines()[1:]]
    return {name: columns for name, *columns in rows}
