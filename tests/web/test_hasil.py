"""What meetings have decided, for everybody: whole, light, without names, and nothing before Kirim."""

import csv
import gzip
import io
import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from musrenbang.actions import jawaban, pembukaan_kembali, penutupan
from musrenbang.actions.baca import fakta, tanda_data
from musrenbang.model import IsiJawaban, Jawab, Jawaban, SuratPembukaan
from musrenbang.store import current
from musrenbang.store.engine import Store
from pages.web import sessions
from pages.web.hasil_rapat import Cari, content
from tests import cast
from tests.cast import (
    BAHOROK,
    BAPPEDA,
    BIBIT,
    CAMAT,
    DRAINASE,
    JALAN,
    NOW,
    OPD_PUTR,
    PELATIHAN,
    RAPAT,
    STABAT,
    SUKA_RAKYAT,
)
from tests.conftest import Engine
from tests.reports.bahan import DICETAK, bahan, left_out, prioritas, scored, usulan
from tests.web.door import Answer, Visitor

LIGHT = 40_000  # bytes, as they are sent, though no two names, places and reasons are alike; of real ones 20,000
PAGE = f"/hasil/2027/{BAHOROK}"


def answered(store: Store) -> None:
    """Sent, with minutes that name people; JALAN is refused, BIBIT accepted with changes and budgeted."""
    cast.sent(store)
    minutes = replace(fakta(store, CAMAT, RAPAT).berita_acara, pimpinan="Pak Pimpinan", sambutan=("Ibu Sambutan",))
    penutupan.isi_berita_acara(store, CAMAT, RAPAT, minutes, NOW)
    jawaban.jawab(store, OPD_PUTR, cast.as_sent(store, {JALAN.id: 0}), IsiJawaban(Jawab.DITOLAK, "Pagu <habis>"), NOW)
    change = IsiJawaban(Jawab.DIUBAH, "Bertahap", Decimal(500), 60_000_000)
    jawaban.jawab(store, OPD_PUTR, cast.as_sent(store, {BIBIT.id: 0}), change, NOW)
    jawaban.isi_anggaran(store, OPD_PUTR, cast.as_sent(store, {BIBIT.id: 1}), 59_000_000, 58_500_000, NOW)


@pytest.fixture
def stranger(duckdb_engine: Engine, monkeypatch: pytest.MonkeyPatch, port: int) -> Iterator[Visitor]:
    store = duckdb_engine.lend(answered)
    monkeypatch.setattr(current, "_current", store)
    monkeypatch.setattr(sessions, "now", lambda: NOW)
    yield Visitor(port)
    duckdb_engine.take_back(store)


def words(answer: Answer) -> str:
    assert answer.status == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


def test_the_year_lists_every_kecamatan_and_leads_to_those_that_have_sent(stranger: Visitor) -> None:
    for path in ("/hasil", "/hasil/2027"):
        page = stranger.get(path)
        assert "Bahorok Dikirim 15 Februari 2027 4 usulan Rp840.000.000 2 dijawab" in words(page)
        assert "Stabat Belum dikirim ke OPD" in words(page)
        assert f'href="{PAGE}"' in page.text
        assert f"/hasil/2027/{STABAT}" not in page.text
    assert "Tidak ada musrenbang pada tahun ini." in words(stranger.get("/hasil/2019"))


def test_a_sent_meeting_tells_ranking_parts_reasons_and_answers(stranger: Visitor) -> None:
    told = words(stranger.get(PAGE))
    # 5, 4, 3, 4, 5, 3, 2, 3 with weights 25, 10, 10, 15, 15, 10, 10, 5
    assert "3,95 1,25 ×5 0,40 ×4 0,30 ×3 0,60 ×4 0,75 ×5 0,30 ×3 0,20 ×2 0,15 ×3 Rp250.000.000" in told
    assert "Ditolak Pagu &lt;habis&gt;" in told
    assert "menjadi 500 meter, Rp60.000.000 Bertahap anggaran Rp59.000.000 · realisasi Rp58.500.000" in told
    assert "2 seri 2" in told
    assert re.search(r"Cadangan Pelatihan kader Kelurahan Pekan Bahorok · .* Belum mendesak", told)
    assert "Dijawab OPD 2 dari 4 Anggaran Rp59.000.000 Realisasi Rp58.500.000" in told


def test_it_names_nobody(stranger: Visitor) -> None:
    texts = [stranger.get(path).text for path in (PAGE, f"{PAGE}/data.csv", f"{PAGE}/data.json", "/hasil")]
    people = ("Abdi", "Pak Pimpinan", "Ibu Sambutan", *(who.nama_pengguna for who in cast.SEMUA_ORANG))
    assert [name for name in people for text in texts if name in text] == []


def test_a_meeting_that_has_not_sent_tells_only_that(stranger: Visitor) -> None:
    told = words(stranger.get(f"/hasil/2027/{STABAT}"))
    assert "Usulan musrenbang ini belum dikirim ke OPD" in told
    assert "Perbaikan pasar" not in told
    for kind in ("csv", "json"):
        answer = stranger.get(f"/hasil/2027/{STABAT}/data.{kind}")
        assert "belum dikirim" in answer.text
        assert answer.headers["content-type"].startswith("text/html")


def test_a_meeting_that_is_open_again_tells_what_was_sent_when_and_by_which_letter(stranger: Visitor) -> None:
    store = current.current()
    surat = SuratPembukaan("Rahasia dapur", "005/<123>", date(2027, 2, 16))
    pembukaan_kembali.buka_kembali(store, BAPPEDA, RAPAT, NOW, surat, NOW + timedelta(days=2))
    year, own = stranger.get("/hasil"), stranger.get(PAGE)
    letter = "nomor 005/&lt;123&gt; tanggal 16 Februari 2027"
    told = f"Bahorok Dibuka kembali 17 Februari 2027 Sebelumnya dikirim 15 Februari 2027. Surat {letter}."
    assert told in words(year)
    assert "Stabat Belum dikirim ke OPD" in words(year)
    assert "sudah dikirim ke OPD 15 Februari 2027" in words(own)
    assert f"lalu dibuka kembali 17 Februari 2027 pukul 09.00 WIB berdasarkan surat {letter}." in words(own)
    assert JALAN.isi.nama not in own.text
    again = NOW + timedelta(days=3)
    penutupan.kirim(store, CAMAT, RAPAT, tanda_data(store, CAMAT, RAPAT), again)
    assert "Bahorok Dikirim 18 Februari 2027 4 usulan" in words(stranger.get("/hasil"))
    sent = stranger.get(PAGE)
    assert f"berdasarkan surat {letter}; dikirim kembali 18 Februari 2027" in words(sent)
    all_ = year.text + own.text + sent.text
    assert [name for name in ("Rahasia", BAPPEDA.nama_pengguna) if name in all_] == []


@pytest.mark.parametrize("path", ["/hasil/2027/99.99.99", f"/hasil/1999/{BAHOROK}", "/hasil/2027/..."])
def test_what_is_not_there_is_not_found(stranger: Visitor, path: str) -> None:
    assert stranger.get(path).status == 404
    assert stranger.get(f"{path}/data.csv").status == 404


def test_a_desa_and_words_narrow_what_is_listed(stranger: Visitor) -> None:
    own = words(stranger.get(f"{PAGE}?desa={SUKA_RAKYAT}"))
    assert (JALAN.isi.nama in own, DRAINASE.isi.nama in own, PELATIHAN.isi.nama in own) == (True, False, False)
    assert "3 dari 5 usulan cocok." in own
    both = words(stranger.get(f"{PAGE}?desa=&kata=PEMBANGUNAN+drainase"))
    assert (JALAN.isi.nama in both, DRAINASE.isi.nama in both) == (False, True)
    none = stranger.get(f"{PAGE}?kata=%3Cscript%3E%22tidak%20ada")
    assert "0 dari 5 usulan cocok." in words(none)
    assert "<script" not in none.text


def test_the_open_data_holds_the_answers(stranger: Visitor) -> None:
    sheet = stranger.get(f"{PAGE}/data.csv")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(sheet.body.decode("utf-8-sig")))}
    assert sheet.headers["content-disposition"] == f'attachment; filename="hasil-{BAHOROK}-2027.csv"'
    assert (rows[JALAN.kode]["jawaban_opd"], rows[JALAN.kode]["alasan_opd"]) == ("ditolak", "Pagu <habis>")
    assert [rows[BIBIT.kode][name] for name in ("volume_diterima", "biaya_diterima", "anggaran", "realisasi")] == [
        "500.00", "60000000", "59000000", "58500000",
    ]  # fmt: skip
    assert rows[DRAINASE.kode]["jawaban_opd"] == ""
    whole = json.loads(stranger.get(f"{PAGE}/data.json").body)
    assert {u["id"]: u.get("anggaran") for u in whole["usulan"]}[BIBIT.kode] == 59_000_000


def test_it_is_read_only_and_found_from_the_other_pages(stranger: Visitor) -> None:
    assert {stranger.post(path).status for path in ("/hasil", "/hasil/2027", PAGE, f"{PAGE}/data.csv")} == {405}
    assert 'href="/hasil"' in stranger.get("/jadwal").text
    assert 'href="/hasil"' in stranger.get("/masuk").text


def test_a_page_of_304_usulan_is_light_and_runs_nothing() -> None:
    rng = random.Random(304)

    def name() -> str:
        return " ".join("".join(rng.choices("aiueonrtskl", k=rng.randint(3, 9))) for _ in range(7))

    rows = scored([usulan(n, tingkat=u.tingkat, nama=name(), lokasi=name()[:30]) for n, u in enumerate(prioritas(301))])
    said = {
        u.id: Jawaban(IsiJawaban(Jawab.DIUBAH, name(), Decimal(n + 1), rng.randint(1, 10**9)), n, n, DICETAK, 1)
        for n, u in enumerate(rows)
    }
    page = content(replace(bahan((*rows, *left_out())), jawaban=said), Cari())
    assert page.count("<tr>") == 304 + 3 + 1  # the heads of three tables, and the kecamatan itself
    assert len(gzip.compress(page.encode(), 6)) < LIGHT
    assert "<script" not in page
    assert "style=" not in page


def test_the_parts_of_a_score_add_up_to_it() -> None:
    page = content(bahan(prioritas(40)), Cari())
    rows = re.findall(r"<td><b>(\d,\d\d)</b></td>((?:<td>\d,\d\d<i>×\d</i></td>){8})", page)
    assert len(rows) == 40
    for total, parts in rows:
        values = [int(part.replace(",", "")) for part in re.findall(r"(\d,\d\d)<i>", parts)]
        assert sum(values) == int(total.replace(",", ""))
