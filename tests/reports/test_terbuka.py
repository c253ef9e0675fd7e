"""Open data: `hitung` finds poin, skor and ranks again in the very file that was published."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang import scoring
from musrenbang.__main__ import main
from musrenbang.errors import Refused
from musrenbang.intake.hitung import DIKENAL, ranking, read_meetings
from musrenbang.model import BahanCetak, UsulanMasuk
from reports import TEXTS
from reports.lists.terbuka import FIELDS
from tests.reports.bahan import bahan, left_out, prioritas, scored, usulan

KINDS = ("csv", "json")
levels = st.tuples(*[st.integers(2, min(4, maks)) for maks in scoring.TINGKAT_MAKS])


def published(folder: Path, kind: str, facts: BahanCetak) -> Path:
    file = folder / f"terbuka.{kind}"
    file.write_bytes(TEXTS[kind]["terbuka"](facts))
    return file


def counted(text: str) -> dict[str, tuple[str, ...]]:
    return {r["id"]: (r["poin"], r["skor"], r["peringkat_skor"], r["peringkat"]) for r in
            csv.DictReader(io.StringIO(text))}  # fmt: skip


def official(usulan: tuple[UsulanMasuk, ...]) -> dict[str, tuple[str, ...]]:
    return {u.kode: (str(u.poin), f"{(u.poin or 0) / 100:.2f}", str(u.peringkat_skor), str(u.peringkat))
            for u in usulan}  # fmt: skip


def with_own_order(rows: tuple[UsulanMasuk, ...]) -> tuple[tuple[UsulanMasuk, ...], dict[UUID, int]]:
    """The meeting has set an order inside the first tie that the chain leaves."""
    tied = next(([o for o in rows if o.peringkat == u.peringkat] for u in rows if (u.seri or 0) > 1), [])
    places = {u.id: place for place, u in enumerate(reversed(tied), 1)}
    moved = (replace(u, peringkat=(u.peringkat or 0) + places[u.id] - 1, seri=1) if u.id in places else u for u in rows)
    return tuple(moved), places


@pytest.mark.parametrize("kind", KINDS)
def test_the_ranking_is_counted_again_with_its_ties_and_the_meetings_own_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    equal = [usulan(500 + n, tingkat=(3,) * 8) for n in range(3)]
    rows, places = with_own_order(
        scored([*(usulan(n, tingkat=u.tingkat) for n, u in enumerate(prioritas(60))), *equal])
    )
    assert len(places) > 1
    file = published(tmp_path, kind, replace(bahan((*rows, *left_out())), urutan_seri=places))
    assert main(["hitung", str(file)]) == 0
    assert counted(capsys.readouterr().out) == official(rows)


@given(given_levels=st.lists(levels, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_whatever_the_levels(tmp_path_factory: pytest.TempPathFactory, given_levels: list[tuple[int, ...]]) -> None:
    rows, places = with_own_order(scored([usulan(n, tingkat=t) for n, t in enumerate(given_levels)]))
    facts = replace(bahan(rows), urutan_seri=places)
    folder = tmp_path_factory.mktemp("t")
    for kind in KINDS:
        assert counted(ranking(read_meetings(published(folder, kind, facts)))) == official(rows)


def test_the_weights_of_the_file_count_unless_others_are_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = bahan(prioritas(5))
    kriteria = [replace(k, bobot=b) for k, b in zip(facts.bobot.kriteria, (0, 0, 0, 0, 0, 0, 0, 100), strict=True)]
    file = published(tmp_path, "csv", replace(facts, bobot=replace(facts.bobot, kriteria=tuple(kriteria))))
    dokumen = {u.kode: (u.tingkat or ())[7] for u in facts.usulan}
    assert main(["hitung", str(file)]) == 0
    assert {id_: int(row[0]) for id_, row in counted(capsys.readouterr().out).items()} == {
        id_: 100 * (level or 0) for id_, level in dokumen.items()
    }
    assert main(["hitung", str(file), "--bobot", "25,10,10,15,15,10,10,5"]) == 0
    assert counted(capsys.readouterr().out) == official(facts.usulan)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_published_before_kirim(kind: str) -> None:
    with pytest.raises(Refused, match="terbuka_belum_dikirim"):
        TEXTS[kind]["terbuka"](bahan(prioritas(3), dikirim=None))


def test_its_columns_are_those_that_hitung_knows() -> None:
    assert {f.head for f in FIELDS} == DIKENAL


def test_the_document_tells_reasons_and_names_nobody() -> None:
    facts = bahan((*prioritas(3), *left_out()))
    text = TEXTS["json"]["terbuka"](facts).decode()
    told = json.loads(text)
    assert set(told) == {"rapat", "bobot", "kriteria", "usulan"}
    assert [(u["status"], u.get("alasan")) for u in told["usulan"][3:]] == [
        ("cadangan", "Menunggu kesiapan lahan"),
        ("tidak sesuai", "Kewenangan desa"),
        ("digabung", "Digabung dengan usulan BHR-2027-00000"),
    ]
    minutes, attendance = facts.fakta.berita_acara, facts.fakta.daftar_hadir
    people = (attendance.nama_camat, minutes.pimpinan, minutes.nama_bappeda, *(w.nama for w in minutes.wakil))
    assert all(name and name not in text for name in people)


BAD = (
    ("json", "{", "bukan berkas JSON data terbuka"),
    ("json", "[1]", "bukan berkas JSON data terbuka"),
    ("json", "[" * 100_000, "bukan berkas JSON data terbuka"),
    ("json", '{"rapat": {}, "bobot": [1], "usulan": []}', "bukan berkas JSON data terbuka"),
    ("json", '{"rapat": {}, "bobot": [1,1,1,1,1,1,1,1], "usulan": [{"id": "a"}]}', "Usulan ke-1, kolom keterdesakan"),
    ("json", "[]", "tidak berisi satu baris usulan pun"),
)


@pytest.mark.parametrize(("kind", "content", "told"), BAD)
def test_another_file_is_refused_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, content: str, told: str
) -> None:
    file = tmp_path / f"lain.{kind}"
    file.write_text(content)
    assert main(["hitung", str(file)]) == 2
    assert told in capsys.readouterr().err.splitlines()[0]


def test_weights_that_differ_from_row_to_row_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = published(tmp_path, "csv", bahan(prioritas(2)))
    file.write_text(file.read_text("utf-8-sig").replace("25,10,10,15,15,10,10,5,,", "10,25,10,15,15,10,10,5,,", 1))
    assert main(["hitung", str(file)]) == 2
    assert capsys.readouterr().err == "Baris 3: bobot tidak sama dengan bobot di baris 2.\n"
