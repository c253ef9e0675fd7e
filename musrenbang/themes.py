"""Plain rules: which prioritas pembangunan the words of an usulan speak for (L15, L16). Pure.

The prioritas are reference data of the year, so a rule hangs on what a prioritas is called, never on its number.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from musrenbang.model import Bidang, Prioritas
from musrenbang.wording import plain, words

Found = tuple[int | None, str]  # the nomor of a prioritas, and why


@dataclass(frozen=True, slots=True)
class Tema:
    """`nama`: words in the name of a prioritas that stand for the theme. `kata`: words in the name of an usulan."""

    nama: frozenset[str]
    kata: re.Pattern[str]


def _tema(nama: str, kata: str) -> Tema:
    return Tema(frozenset(nama.split()), re.compile(rf"\b(?:{kata})\b"))


TANI = (
    r"bibit|benih|pupuk|(?:hand ?)?tra[kc]tor|alsintan|ternak|kambing|sapi|lembu|ayam|itik|jaring|mesin tempel|nelayan|"
    r"tambak|kolam|keramba|ikan|padi|perontok|rice transplanter|combine|pangan"
)
# The particular before the general: a pasar with drainase is a pasar, a lamp beside a jalan is no jalan.
TEMA = (
    _tema(
        "kependudukan",
        r"e?-?ktp(?:-el)?|kia|akta|akte|kartu keluarga|i[st]+bat|nikah|adminduk|perekaman|kependudukan|"
        r"identitas kependudukan digital|ikd",
    ),
    _tema("pasar", r"pasar|kios|los|pedagang|pekan|lapak|kaki lima"),
    _tema(
        "agama beragama keagamaan toleransi",
        r"ibadah|masjid|mesjid|musala|langgar|gereja|vihara|kelenteng|pura|umat|beragama|keagamaan|mengaji|mtq|tpq|tpa|"
        r"kerukunan|jenazah|imam|pengajian|majelis taklim|etnis|toleransi|pesantren|natal|ramadan",
    ),
    _tema(
        "pendidikan sekolah",
        r"sekolah|sd|smp|smpn|sma|smk|man|mts|paud|tk|siswa|murid|guru|ruang kelas|beasiswa|perpustakaan|pendidikan|"
        r"seragam sekolah|kejar paket|literasi",
    ),
    _tema(
        "kesehatan",
        r"posyandu|puskesmas|pustu|polindes|poskesdes|bidan|stunting|balita|bumil|ibu hamil|gizi|antropometri|lansia|"
        r"ambulans|kesehatan|imunisasi|pengobatan|sunat(?:an)?|khitan(?:an)?|fogging|dbd|tbc|malaria|jkn|bpjs",
    ),
    _tema(
        "keamanan kenyamanan ketertiban ketenteraman",
        r"keamanan|poskamling|pos kamling|siskamling|satlinmas|linmas|narkoba|cctv|pju|lampu|penerangan|tanggap|"
        r"pemadam|kebakaran|perahu karet|rambu|ketertiban|tawuran|kdrt|kekerasan|mitigasi|evakuasi|siaga bencana|"
        r"destana",
    ),
    _tema(
        "fasilitas publik",
        r"air bersih|air minum|spam|pamsimas|perpipaan|sumur(?: bor)?|menara air|tangki septik|septik|sanitasi|mck|"
        r"rtlh|sampah|tps|tps3r|lapangan|olahraga|tribun|taman|balai|gedung|tpu|pemakaman|"
        r"ruang terbuka|alun-alun|gapura|halte|terminal|wifi|internet",
    ),
    _tema("pertanian pangan perikanan peternakan", TANI),
    _tema("pariwisata wisata budaya", r"wisata|homestay|gazebo|seni|budaya|sanggar|festival"),
    _tema(
        "investasi ekonomi usaha umkm",
        rf"{TANI}|umkm|usaha mikro|ukm|kewirausahaan|wirausaha|koperasi|bumdes|nib|pirt|halal|izin usaha|kemasan|"
        r"pengemasan|mangrove|wisata|homestay|gazebo|keterampilan|pencari kerja|las|menjahit|jahit|tata boga|servis|"
        r"modal|produk|budi ?daya|industri rumah tangga|pengolahan|kerajinan|kelompok usaha|pelatihan",
    ),
    _tema(
        "infrastruktur",
        r"jalan|jembatan|drainase|gorong-gorong|box culvert|irigasi|tanggul|turap|bronjong|pintu air|klep|bendung|"
        r"embung|normalisasi|pengerukan|saluran|lining|rabat|aspal|paving|paving block|sirtu|gang|pengerasan|"
        r"plat duiker|duiker|talud|tebing|sungai|dermaga|tambatan perahu|jaringan listrik|listrik",
    ),
)
_BESIDE = re.compile(r"\b(?:menuju|ke|depan|samping|belakang|sekitar|dekat|di|bagi)\b")
BIDANG = {
    Bidang.FISIK: frozenset({"infrastruktur"}),
    Bidang.EKONOMI: frozenset({"ekonomi", "investasi", "usaha"}),
    Bidang.SOSIAL: frozenset({"sosial"}),
}


def theme_by_words(nama: str, prioritas: Mapping[int, Prioritas]) -> Found:
    """The first theme whose words stand in `nama`, best before "menuju", "depan" and the like; else the prioritas that
    is itself called so."""
    text = plain(nama)
    for part in (_BESIDE.split(text, maxsplit=1)[0], text):
        for tema in TEMA:
            nomor, found = _called(tema.nama, prioritas), tema.kata.search(part)
            if nomor and found:
                return nomor, f"kata “{found.group()}”"
    for p in prioritas.values():
        if said := sorted((words(p.nama) - {"pembangunan"}) & words(nama)):
            return p.nomor, f"kata “{said[0]}”"
    return None, ""


def theme_by_bidang(bidang: Bidang, prioritas: Mapping[int, Prioritas]) -> Found:
    """Where no word tells anything."""
    return _called(BIDANG[bidang], prioritas), f"bidang {bidang}"


def _called(names: frozenset[str], prioritas: Mapping[int, Prioritas]) -> int | None:
    return next((p.nomor for p in prioritas.values() if names & words(p.nama)), None)
