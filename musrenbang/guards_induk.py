"""Facts in, list of issues out, about master data; one function a rule."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from musrenbang import scoring
from musrenbang.errors import Issue
from musrenbang.fields import number, text
from musrenbang.formats import tanggal
from musrenbang.model import Aturan, Bobot, Desa, Kecamatan, Kriteria, Opd, PaguKecamatan, Prioritas, Sikap
from musrenbang.words_induk import ATURAN

PRIORITAS_MAKS, ANGKA_MAKS, PAGU_MAKS = 20, 100_000, 10**13
KODE_OPD = re.compile(r"[0-9]+(\.[0-9]+)*")
JENIS_DESA = {"1": "Kelurahan", "2": "Desa"}


def kriteria(bobot: Bobot, before: Bobot, today: date) -> list[Issue]:
    """Eight kriteria with all their words, weights that add up to 100, and an approval that is theirs or none."""
    if [k.kunci for k in bobot.kriteria] != [k.kunci for k in before.kriteria]:
        return [Issue("tidak_ditemukan")]
    issues = [issue for k in bobot.kriteria for issue in _one_kriteria(k)]
    jumlah = sum(k.bobot for k in bobot.kriteria)
    issues += [Issue("bobot_jumlah", {"jumlah": jumlah})] if jumlah != 100 else []
    return issues + approval(bobot, before, today)


def _one_kriteria(k: Kriteria) -> list[Issue]:
    issues = text(f"Nama kriteria {k.nomor}", k.nama, min_=1, maks=200)
    issues += text(f"Nama pendek kriteria {k.nomor}", k.singkat, min_=1, maks=40)
    issues += number(f"Bobot kriteria {k.nomor}", k.bobot, 0, 100)
    levels = scoring.TINGKAT_MAKS[k.nomor - 1]
    if len(k.kata) != levels or len(k.kata_bidang_lain) not in (0, levels):
        return [*issues, Issue("tingkat_kurang", {"nomor": k.nomor, "banyak": levels})]
    words = [(f"kriteria {k.nomor}", k.kata), (f"kriteria {k.nomor} (bidang lain)", k.kata_bidang_lain)]
    named = [(f"Kata tingkat {at} {whose}", kata) for whose, all_ in words for at, kata in enumerate(all_, 1)]
    return issues + [issue for isian, kata in named for issue in text(isian, kata, min_=1, maks=100)]


def approval(bobot: Bobot, before: Bobot, today: date) -> list[Issue]:
    """Number and date together or neither; and an approval of other weights approves nothing."""
    nomor, when = bobot.nomor_penetapan, bobot.tanggal_penetapan
    if (nomor is None) != (when is None):
        return [Issue("penetapan_sebagian")]
    if nomor is None or when is None:
        return []
    issues = text("Nomor penetapan", nomor, min_=1, maks=100)
    issues += [Issue("penetapan_belum_tiba", {"tanggal": tanggal(when)})] if when > today else []
    same_weights = [k.bobot for k in bobot.kriteria] == [k.bobot for k in before.kriteria]
    if not same_weights and (nomor, when) == (before.nomor_penetapan, before.tanggal_penetapan):
        issues.append(Issue("penetapan_lama", {"nomor": nomor}))
    return issues


def prioritas(after: Sequence[Prioritas], before: Sequence[Prioritas], dipakai: Collection[int]) -> list[Issue]:
    """At least one, each named once; one that a meeting has chosen is renamed, never taken out."""
    kept = {p.nomor for p in after}
    if len(kept) != len(after) or not all(1 <= nomor <= PRIORITAS_MAKS for nomor in kept):
        return [Issue("prioritas_banyak", {"maks": PRIORITAS_MAKS})]
    gone = [p for p in before if p.nomor not in kept and p.nomor in dipakai]
    issues = [Issue("masih_dipakai", {"nama": p.nama, "oleh": "usulan dalam rapat tahun ini"}) for p in gone]
    issues += [] if after else [Issue("isian_wajib", {"isian": "Prioritas pembangunan"})]
    issues += [i for p in after for i in text(f"Prioritas {p.nomor}", p.nama, min_=1, maks=200)]
    return issues + twice([p.nama for p in after])


def twice(names: Sequence[str]) -> list[Issue]:
    """Two things of one name cannot be told apart in a list."""
    counted = Counter(name.casefold() for name in names if name)
    return [Issue("nama_ganda", {"nama": name}) for name in dict.fromkeys(names) if counted[name.casefold()] > 1]


def aturan(after: Sequence[Aturan], before: Sequence[Aturan]) -> list[Issue]:
    if [a.kunci for a in after] != [a.kunci for a in before]:
        return [Issue("tidak_ditemukan")]
    return [issue for a in after for issue in _one_aturan(a)]


def _one_aturan(a: Aturan) -> list[Issue]:
    """A rule that is on has what it goes by; words are kept with a semicolon between them."""
    nama = ATURAN[a.kunci]
    issues = number(f"Batas {nama}", a.angka, 1, ANGKA_MAKS) if a.angka is not None else []
    issues += text(f"Kata {nama}", "; ".join(a.kata), maks=400)
    issues += [Issue("kata_titik_koma", {"kata": kata}) for kata in a.kata if ";" in kata]
    lacking = (a.kunci == "larangan" and not a.kata) or (a.kunci.startswith("maks_") and a.angka is None)
    return [*issues, Issue("aturan_kosong", {"aturan": nama})] if lacking and a.sikap is not Sikap.MATI else issues


def pagu(after: Sequence[PaguKecamatan], before: Sequence[PaguKecamatan]) -> list[Issue]:
    """Of the same kecamatan, each whole rupiah or not given."""
    if [p.kode for p in after] != [p.kode for p in before]:
        return [Issue("tidak_ditemukan")]
    return [i for p in after if p.pagu is not None for i in number(f"Pagu {p.nama}", p.pagu, 1, PAGU_MAKS)]


def opd(isi: Opd, others: Sequence[Opd]) -> list[Issue]:
    """`others` are all but this one: a name or short name means one OPD."""
    issues = [] if KODE_OPD.fullmatch(isi.kode) and len(isi.kode) <= 20 else [Issue("kode_opd", {"kode": isi.kode})]
    issues += text("Nama OPD", isi.nama, min_=1, maks=200) + text("Singkatan", isi.singkatan, min_=1, maks=40)
    issues += text("Urusan", isi.urusan, maks=400)
    names = [name for o in others for name in (o.nama, o.singkatan)]
    return issues + taken(isi.nama, names) + taken(isi.singkatan, names)


def kecamatan(isi: Kecamatan, others: Sequence[str]) -> list[Issue]:
    """`others` are the names of all but this one."""
    issues = text("Nama kecamatan", isi.nama, min_=1, maks=100) + taken(isi.nama, others)
    return issues + text("Alamat kantor", isi.alamat, maks=200) + text("Telepon dan surel", isi.kontak, maks=100)


def desa(isi: Desa, others: Sequence[Desa]) -> list[Issue]:
    """`others` are the rest of its kecamatan. The kode says whether it is a desa or a kelurahan."""
    jenis = JENIS_DESA.get(isi.kode[9:10])
    right = re.fullmatch(rf"{re.escape(isi.kecamatan)}\.[12][0-9]{{3}}", isi.kode) and jenis == isi.jenis
    issues = [] if right else [Issue("kode_desa", {"kode": isi.kode, "kecamatan": isi.kecamatan})]
    issues += text("Nama desa/kelurahan", isi.nama, min_=1, maks=100)
    return issues + taken(isi.nama, [d.nama for d in others if d.jenis == isi.jenis])


def taken(nama: str, others: Sequence[str]) -> list[Issue]:
    return [Issue("nama_ganda", {"nama": nama})] if nama.casefold() in map(str.casefold, others) else []
