"""Kriteria and weights of a year: read, weighed against the last ranking, saved. Mulai freezes them into a meeting."""

from dataclasses import replace
from datetime import datetime

from musrenbang import guards_induk, scoring
from musrenbang.access import may_keep_master_data
from musrenbang.actions.induk import Meja, at_desk, must_exist, one_line
from musrenbang.actions.lambang import RANTAI
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.formats import wib
from musrenbang.model import Bobot, Kriteria, KriteriaTahun, Orang, Pratinjau
from musrenbang.shifts import shifts
from musrenbang.store import induk as table
from musrenbang.store import meetings, reference, scores, trail
from musrenbang.store.engine import Rows, Store

UBAH = "ubah kriteria"


def kriteria(store: Store, who: Orang, tahun: int) -> KriteriaTahun:
    refuse(*may_keep_master_data(who))
    return store.snapshot(lambda tx: _stored(tx, tahun))


def pratinjau(store: Store, who: Orang, bobot: Bobot) -> Pratinjau | None:
    """What these weights would have made of the latest ranking; None when no meeting has ever sent. Stores nothing."""
    refuse(*may_keep_master_data(who))
    weights = [k.bobot for k in bobot.kriteria]
    if scoring.weights_fault(weights):
        raise Refused([Issue("bobot_jumlah", {"jumlah": sum(weights)})])

    def work(tx: Rows) -> Pratinjau | None:
        tahun = scores.latest_sent(tx)
        return Pratinjau(tahun, shifts(weights, scores.sent(tx, tahun))) if tahun else None

    return store.snapshot(work)


def simpan(store: Store, who: Orang, isi: KriteriaTahun, now: datetime) -> None:
    """For meetings of that year which have not started. `isi.versi` is what was shown; raises ChangedMeanwhile."""
    bobot, objek = _clean(isi.bobot), f"kriteria {isi.tahun}"

    def work(meja: Meja) -> None:
        before = _stored(meja.tx, isi.tahun).bobot
        weights = ", ".join(str(k.bobot) for k in before.kriteria)
        meja.must_be_seen(objek, f"Kriteria tahun {isi.tahun}", isi.versi, f"bobot {weights}")
        refuse(*guards_induk.kriteria(bobot, before, wib(now).date()))
        table.save_bobot(meja.tx, isi.tahun, bobot)
        meja.log(objek, told(before), told(bobot))
        meja.tell(meetings.of_year(meja.tx, isi.tahun), objek, started=False)

    at_desk(store, who, UBAH, now, work)


def _stored(tx: Rows, tahun: int) -> KriteriaTahun:
    must_exist(tx, tahun)
    rapat = meetings.of_year(tx, tahun)
    dimulai = sum(r.dimulai is not None for r in rapat)
    versi = trail.last_number(tx, RANTAI, f"kriteria {tahun}")
    return KriteriaTahun(tahun, reference.bobot_of_year(tx, tahun), versi, len(rapat) - dimulai, dimulai)


def _clean(bobot: Bobot) -> Bobot:
    nomor = one_line(bobot.nomor_penetapan or "") or None
    return Bobot(tuple(map(_clean_one, bobot.kriteria)), nomor, bobot.tanggal_penetapan)


def _clean_one(k: Kriteria) -> Kriteria:
    return replace(
        k,
        nama=one_line(k.nama),
        singkat=one_line(k.singkat),
        kata=tuple(map(one_line, k.kata)),
        kata_bidang_lain=tuple(map(one_line, k.kata_bidang_lain)),
    )


def told(bobot: Bobot) -> dict[str, object]:
    """As the trail words it: field by field, so that a change of one can be told without the others."""
    told: dict[str, object] = {}
    for k in bobot.kriteria:
        told |= {f"bobot kriteria {k.nomor}": k.bobot, f"nama kriteria {k.nomor}": k.nama}
        told |= {f"nama pendek kriteria {k.nomor}": k.singkat, f"kata kriteria {k.nomor}": k.kata}
        told[f"kata bidang lain kriteria {k.nomor}"] = k.kata_bidang_lain
    return {**told, "nomor_penetapan": bobot.nomor_penetapan, "tanggal_penetapan": bobot.tanggal_penetapan}
