"""Facts in, list of issues out, about master data; one function a rule."""

from datetime import date

from musrenbang import scoring
from musrenbang.errors import Issue
from musrenbang.formats import tanggal
from musrenbang.guards import number, text
from musrenbang.model import Bobot, Kriteria


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
