"""What is said about how strict a meeting was: each sign with the numbers behind it, the method, and its limits."""

from collections.abc import Sequence

from musrenbang.formats import bulat, persen, skor
from musrenbang.model import JenisTanda, Kriteria, Tanda

TANDA: dict[JenisTanda, str] = {
    JenisTanda.LONGGAR: (
        "Skornya rata-rata {selisih} lebih tinggi daripada rata-rata rapat untuk usulan sejenis (selang 95%: {bawah} "
        "sampai {atas}), {kali} kali galat bakunya. Rapat ini lebih murah nilai, atau usulannya memang lebih kuat."
    ),
    JenisTanda.KETAT: (
        "Skornya rata-rata {selisih} lebih rendah daripada rata-rata rapat untuk usulan sejenis (selang 95%: {bawah} "
        "sampai {atas}), {kali} kali galat bakunya. Rapat ini lebih hemat nilai, atau usulannya memang lebih lemah."
    ),
    JenisTanda.SERAGAM: (
        "{banyak} dari {dinilai} usulan ({persen}) diberi tingkat yang sama pada kedelapan kriterianya. Mungkin "
        "tingkatnya diisi sekaligus, tanpa menimbang kriteria satu per satu."
    ),
    JenisTanda.DATAR: (
        "Kriteria {kriteria}: {banyak} dari {dinilai} usulan ({persen}) diberi tingkat {tingkat}, sehingga kriteria "
        "ini hampir tidak membedakan usulan. Mungkin keadaannya memang sama, mungkin tidak ditimbang."
    ),
    JenisTanda.PUNCAK: (
        "{banyak} dari {semua} tingkat yang diberikan ({persen}) adalah tingkat tertinggi; di semua rapat "
        "{persen_semua}. Usulan terbaik sulit dibedakan bila banyak yang sudah mencapai batas atas."
    ),
}
BELUM_CUKUP = (
    "Ketegasan rapat baru dapat diperkirakan bila paling sedikit {rapat} kecamatan masing-masing sudah menilai "
    "{usulan} usulan dengan lengkap. Sekarang baru {cukup} kecamatan."
)
BOBOT_BERBEDA = (
    "Bobot kriteria tidak sama di semua rapat tahun ini, sehingga sebagian selisih berasal dari bobot, bukan dari "
    "ketegasan."
)
TANPA_TANDA = "Tidak ada yang menonjol pada kecamatan dalam pilihan ini."
SELALU_SEMUA = (
    "Selisih skor terhadap rata-rata rapat untuk usulan sejenis; tidak nyata bila selangnya memuat nol. Perkiraan "
    "selalu memakai semua {usulan} usulan tahun ini yang delapan kriterianya terisi, dari {kecamatan} kecamatan; "
    "pilihan di atas hanya menentukan yang ditampilkan. Rata-rata dan simpangan tiap kriteria ada di bagian Skor."
)
CARA = (
    "Skor tiap usulan diuraikan menjadi bagian yang terlihat dari usulannya (bidang, prioritas pembangunan, banyak KK "
    "penerima), selisih rapat yang menilainya, dan sisanya. Selisih rapat dianggap tersebar normal di sekitar "
    "rata-rata semua rapat (model efek acak dengan penyusutan empiris Bayes): rapat yang menilai sedikit usulan "
    "ditarik lebih dekat ke rata-rata. Karena itu, rapat yang paling menyimpang dapat ditaksir terlalu dekat.",
    "Selang 95% memuat ketidakpastian selisih itu, termasuk besarnya sebaran antarrapat yang tidak diketahui. Dalam "
    "simulasi dengan selisih yang sengaja ditanam, selang ini memuat selisih itu pada sedikitnya 90 dari 100 rapat.",
    "Skor disesuaikan adalah skor resmi dikurangi selisih rapatnya. Selang peringkatnya hanya memuat ketidakpastian "
    "selisih rapat, bukan ketidakpastian penilaian usulan itu sendiri. Urutan di dalam satu rapat tidak berubah.",
    "Tanda hanya diberikan kepada rapat yang sudah menilai paling sedikit {usulan} usulan, karena pada rapat kecil "
    "kebetulan saja dapat tampak menyimpang. Lebih longgar atau lebih ketat ditandai bila seluruh selang 95% berada di "
    "satu sisi rata-rata dan selisihnya paling sedikit {selisih}.",
)
BATAS = (
    "Perkiraan ini tidak dapat membedakan rapat yang ketat dari rapat yang usulannya memang lebih lemah: dianggap "
    "bahwa usulan sejenis di semua kecamatan rata-rata sama mutunya. Rapat yang menyaring lebih keras sebelum skoring "
    "akan tampak longgar. Peringkat resmi tidak berubah; angka ini bahan bertanya, bukan pengganti penilaian."
)


def explain(tanda: Tanda, kriteria: Sequence[Kriteria]) -> str:
    """A sign in words, with its numbers."""
    fakta = {name: _said(name, value, kriteria) for name, value in tanda.fakta.items()}
    if "banyak" in tanda.fakta:
        fakta["persen"] = persen(tanda.fakta["banyak"], tanda.fakta.get("semua") or tanda.fakta["dinilai"])
    if "semua_kabupaten" in tanda.fakta:
        fakta["persen_semua"] = persen(tanda.fakta["banyak_kabupaten"], tanda.fakta["semua_kabupaten"])
    return TANDA[tanda.jenis].format(**fakta)


def named(tanda: Sequence[Tanda], kriteria: Sequence[Kriteria]) -> list[str]:
    """Each sign with its name before it, for where no chip can stand."""
    return [f"{one.jenis.capitalize()}: {explain(one, kriteria)}" for one in tanda]


def selisih(poin: float) -> str:
    """A difference of skor with its sign: 24.4 -> "+0,24"."""
    whole = round(poin)
    return f"{'+' if whole > 0 else '−' if whole < 0 else ''}{skor(abs(whole))}"


def _said(name: str, value: float, kriteria: Sequence[Kriteria]) -> str:
    if name == "kriteria":
        return next((k.nama for k in kriteria if k.nomor == value), f"nomor {value}")
    if name == "kali":
        return f"{value:.1f}".replace(".", ",")
    return skor(round(value)) if name in ("selisih", "bawah", "atas") else bulat(round(value))
