"""Facts in, list of issues out; one function a rule. The same guards feed checklists, refusals and the lock."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from musrenbang import fields, scoring
from musrenbang.errors import Issue
from musrenbang.formats import tanggal, tanggal_jam
from musrenbang.model import (
    Bobot,
    DaftarHadir,
    Fakta,
    IsiUsulan,
    JenisBerkas,
    Rapat,
    Rencana,
    SuratPembukaan,
    Tingkat,
    Usulan,
    UsulanMasuk,
)  # fmt: skip

LAMPIRAN = {JenisBerkas.FOTO_USULAN: ("Foto", 3), JenisBerkas.DOKUMEN_USULAN: ("Dokumen PDF", 1)}


def open_meeting(f: Fakta, alasan: str) -> list[Issue]:
    """L01: every desa/kelurahan has approved usulan, or a reason says why it is opened all the same."""
    if f.rapat.dibuka:
        return [Issue("sudah_dibuka")]
    belum = f.kemajuan.desa - f.kemajuan.desa_menyetujui
    if belum and len(alasan) < 3:
        return [Issue("desa_belum_siap", {"belum": belum, "desa": f.kemajuan.desa})]
    return fields.text("Alasan", alasan, maks=1000)


def here(rapat: Rapat) -> list[Issue]:
    """What a kapsul holds is written there alone, and comes back whole."""
    if rapat.dibawa is None:
        return []
    return [Issue("dibawa_kapsul", {"kecamatan": rapat.kecamatan.nama, "waktu": tanggal_jam(rapat.dibawa)})]


def desa_open(f: Fakta, dimuat: bool) -> list[Issue]:
    """L01: a desa/kelurahan keeps its usulan open until the camat has loaded any of them, at the latest until Mulai.

    `dimuat`: something of this desa is in the meeting.
    """
    if held := here(f.rapat):
        return held
    if f.rapat.dimulai:
        return [Issue("usulan_ditutup_mulai", {"waktu": tanggal_jam(f.rapat.dimulai)})]
    if dimuat and f.rapat.diambil:
        return [Issue("usulan_ditutup", {"waktu": tanggal_jam(f.rapat.diambil)})]
    return []


def entered_as(isi: IsiUsulan, entered: Usulan | UsulanMasuk) -> list[Issue]:
    """What a form sends a second time may not be other than what it has entered the first time."""
    return [] if entered.isi == isi else [Issue("sudah_dimasukkan", {"nomor": str(entered.urutan)})]


def removable(u: Usulan) -> list[Issue]:
    """L01: what is approved stays, until its desa/kelurahan has taken the approval back."""
    return [Issue("usulan_disetujui", {"nama": u.isi.nama})] if u.disetujui else []


def whole_order(urutan: Sequence[UUID], own: Sequence[Usulan]) -> list[Issue]:
    """L01: an order names every usulan of the desa/kelurahan exactly once."""
    complete = len(urutan) == len(own) and set(urutan) == {u.id for u in own}
    return [] if complete else [Issue("urutan_tidak_lengkap")]


def room_for_attachment(jenis: JenisBerkas, attached: Sequence[JenisBerkas]) -> list[Issue]:
    """L01: how much may be attached to one usulan. `attached` is what is there already."""
    if jenis not in LAMPIRAN:
        return [Issue("tidak_ditemukan")]
    isian, maks = LAMPIRAN[jenis]
    full = attached.count(jenis) >= maks
    return [Issue("lampiran_penuh", {"isian": isian, "maks": maks})] if full else []


def load(f: Fakta) -> list[Issue]:
    """L08: after opening, until Mulai, when there is something approved, or to be taken out again."""
    if not f.rapat.dibuka:
        return [Issue("belum_dibuka")]
    if f.rapat.dimulai:
        return [Issue("sudah_dimulai")]
    return [] if f.kemajuan.desa_menyetujui or f.kemajuan.masuk else [Issue("tidak_ada_disetujui")]


def start(f: Fakta, bobot: Bobot, usang: int) -> list[Issue]:
    """L09: only after Ambil has brought something in, with weights that add up to 100.

    `usang` is how many of what it brought in have been changed or withdrawn since. What is newly approved waits for no
    one: the camat decides whether it still comes in.
    """
    if f.rapat.dimulai:
        return [Issue("sudah_mulai")]
    if not f.rapat.diambil:
        return [Issue("belum_diambil")]
    if not f.kemajuan.masuk:
        return [Issue("tidak_ada_disetujui")]
    if usang:
        return [Issue("usulan_usang", {"banyak": usang})]
    weights = [k.bobot for k in bobot.kriteria]
    if scoring.weights_fault(weights):
        return [Issue("bobot_salah", {"tahun": f.rapat.tahun, "jumlah": sum(weights)})]
    return []


def started(f: Fakta) -> list[Issue]:
    return [] if f.rapat.dimulai else [Issue("belum_mulai")]


def accepted(usulan: Sequence[UsulanMasuk]) -> list[Issue]:
    """L16: only what verification has accepted goes on."""
    return [Issue("belum_diterima", {"kode": u.kode}) for u in usulan if not u.diterima]


def count_scores(f: Fakta) -> list[Issue]:
    """L23: Hitung opens those whose prioritas and OPD are both chosen."""
    if not f.rapat.dimulai:
        return [Issue("belum_mulai")]
    return [] if f.kemajuan.siap_hitung else [Issue("belum_ada_siap")]


def send(f: Fakta) -> list[Issue]:
    """L26: everything verified, decided, assigned and scored, and the Daftar Hadir filled in."""
    if held := here(f.rapat):
        return held
    if not f.rapat.dimulai:
        return [Issue("belum_mulai")]
    k = f.kemajuan
    terbuka_kurang = k.dibuka_skor - k.skor_lengkap
    counted = (
        ("belum_verifikasi", k.belum_verifikasi),
        ("tanpa_prioritas", k.tanpa_prioritas),
        ("tanpa_opd", k.tanpa_opd),
        ("belum_dibuka_skor", k.siap_hitung),
        ("skor_belum_lengkap", terbuka_kurang),
    )
    issues = [Issue(key, {"jumlah": n}) for key, n in counted if n]
    if not k.utama:
        issues.append(Issue("tidak_ada_utama"))
    return issues + attendance_complete(f.daftar_hadir)


def reopen(f: Fakta, surat: SuratPembukaan, hari_ini: date) -> list[Issue]:
    """A sent meeting is opened again for a reason, by a letter that is already written. `hari_ini` as in Langkat."""
    if not f.rapat.dikirim:
        return [Issue("belum_dikirim_dibuka", {"kecamatan": f.rapat.kecamatan.nama})]
    issues = fields.reason(surat.alasan) + fields.text("Nomor surat", surat.nomor, min_=1, maks=100)
    return issues if surat.tanggal <= hari_ini else [*issues, Issue("tanggal_surat_depan")]


def attendance_complete(d: DaftarHadir) -> list[Issue]:
    """L05: what the Daftar Hadir and the Berita Acara print."""
    complete = d.tempat and d.alamat and d.nama_camat and d.tanggal
    return [] if complete else [Issue("daftar_hadir_kurang")]


def plan(rapat: Rapat, rencana: Rencana) -> list[Issue]:
    """L02: the day and the place of a meeting are Bappeda's to set until it has started."""
    if rapat.dimulai:
        return [Issue("sudah_mulai")]
    begin, end = (fields.minutes(jam) for jam in (rencana.jam_mulai, rencana.jam_selesai))
    return [Issue("jam_terbalik")] if begin is not None and end is not None and end <= begin else []


def documents_missing(f: Fakta) -> list[Issue]:
    """L33, L34: both scans and at least one photo make a meeting's documents complete."""
    k = f.kemajuan
    needed = (
        ("tanpa_pindaian_daftar_hadir", k.pindaian_daftar_hadir),
        ("tanpa_pindaian_berita_acara", k.pindaian_berita_acara),
        ("tanpa_foto", k.foto),
    )
    return [Issue(key) for key, n in needed if not n]


def publish(f: Fakta) -> list[Issue]:
    """Open data is what the meeting has sent, and nothing before, nor while it is open again."""
    if f.rapat.dikirim:
        return []
    if not f.pembukaan_kembali:
        return [Issue("terbuka_belum_dikirim", {"kecamatan": f.rapat.kecamatan.nama})]
    last = f.pembukaan_kembali[-1]
    facts = {
        "kecamatan": f.rapat.kecamatan.nama, "dikirim": tanggal_jam(last.dikirim), "dibuka": tanggal_jam(last.waktu),
        "nomor": last.surat.nomor, "tanggal": tanggal(last.surat.tanggal),
    }  # fmt: skip
    return [Issue("terbuka_dibuka_kembali", facts)]


def levels(u: UsulanMasuk, tingkat: Tingkat, bobot: Bobot) -> list[Issue]:
    """L24: each level is missing or a whole number on its kriteria's scale."""
    if u.tingkat is None:
        return [Issue("belum_dihitung", {"kode": u.kode})]
    if not u.utama:
        return [Issue("bukan_utama", {"kode": u.kode})]
    if len(tingkat) != scoring.BANYAK_KRITERIA:
        return [Issue("tidak_ditemukan")]
    return [
        Issue("tingkat_salah", {"kode": u.kode, "kriteria": k.nama, "nilai": t, "maks": k.tingkat_maks})
        for k, t in zip(bobot.kriteria, tingkat, strict=True)
        if t is not None and (type(t) is not int or not 1 <= t <= k.tingkat_maks)
    ]


def tie_order(chosen: Sequence[UsulanMasuk], everyone: Sequence[UsulanMasuk]) -> list[Issue]:
    """The meeting orders exactly one whole tie: all that share points and the three deciding levels."""
    keys = {_tie_key(u) for u in chosen}
    named_once = len({u.id for u in chosen}) == len(chosen)
    if len(chosen) < 2 or not named_once or len(keys) != 1 or None in keys:
        return [Issue("bukan_seri")]
    members = {u.id for u in everyone if _tie_key(u) in keys}
    return [] if members == {u.id for u in chosen} else [Issue("bukan_seri")]


def _tie_key(u: UsulanMasuk) -> tuple[int | None, ...] | None:
    if u.poin is None or u.tingkat is None:
        return None
    return (u.poin, *(u.tingkat[i] for i in scoring.PEMECAH_SERI))
