"""hitung agrees with an independent count, and refuses what cannot be counted, with row and column."""

import csv
import io
import random
from bisect import bisect_right
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang.__main__ import main
from musrenbang.intake.hitung import Meeting, Unreadable, ranking, read_meetings

HEADING = "id,keterdesakan,pertumbuhan,potensi,kemiskinan,manfaat,partisipasi,kemudahan,dokumen"
WEIGHTS = [(25, 10, 10, 15, 15, 10, 10, 5), (100, 0, 0, 0, 0, 0, 0, 0), (13, 12, 13, 12, 13, 12, 13, 12)]
Capture = pytest.CaptureFixture[str]


def levels_of(n: int, seed: int = 1) -> dict[str, tuple[int, ...]]:
    """Few distinct levels, so that many tie."""
    rng = random.Random(seed)
    return {f"u{i}": (*(rng.randint(2, 4) for _ in range(7)), rng.randint(1, 3)) for i in range(n)}


def as_csv(levels: dict[str, tuple[int, ...]]) -> str:
    return "\n".join([HEADING, *(",".join(map(str, (id_, *row))) for id_, row in levels.items())]) + "\n"


def by_hand(levels: dict[str, tuple[int, ...]], weights: tuple[int, ...]) -> list[tuple[str, int, int, int]]:
    """Each usulan is compared with every other one: rank is one more than those that are better."""
    keys = {}
    for id_, row in levels.items():
        poin = 0
        for weight, level in zip(weights, row, strict=True):
            poin += weight * level
        keys[id_] = (poin, row[0], row[3], row[4])
    return [
        (id_, key[0], 1 + sum(o[0] > key[0] for o in keys.values()), 1 + sum(o > key for o in keys.values()))
        for id_, key in keys.items()
    ]


def by_counting(levels: dict[str, tuple[int, ...]], weights: tuple[int, ...]) -> list[tuple[str, int, int, int]]:
    """The same for many: how many are better is read off the sorted list from its worst end."""
    chain = {i: [sum(map(int.__mul__, weights, r)), r[0], r[3], r[4]] for i, r in levels.items()}
    points, whole = sorted(c[0] for c in chain.values()), sorted(chain.values())
    n = len(chain)
    return [(i, c[0], n - bisect_right(points, c[0]) + 1, n - bisect_right(whole, c) + 1) for i, c in chain.items()]


def told(text: str) -> list[tuple[str, int, int, int]]:
    rows = list(csv.DictReader(io.StringIO(text)))
    assert all(int(r["poin"]) == round(float(r["skor"]) * 100) for r in rows)
    return [(r["id"], int(r["poin"]), int(r["peringkat_skor"]), int(r["peringkat"])) for r in rows]


@pytest.mark.parametrize("weights", WEIGHTS)
@pytest.mark.parametrize("n", [1, 2, 40, 304])
def test_agrees_with_comparing_each_with_each(
    tmp_path: Path, capsys: Capture, n: int, weights: tuple[int, ...]
) -> None:
    file = tmp_path / "skor.csv"
    file.write_text(as_csv(levels_of(n)))
    assert main(["hitung", str(file), "--bobot", ",".join(map(str, weights))]) == 0
    assert told(capsys.readouterr().out) == by_hand(levels_of(n), weights)


@pytest.mark.parametrize("weights", WEIGHTS)
@pytest.mark.parametrize("n", [304, 2_000, 10_000])
def test_agrees_with_counting_from_the_end(tmp_path: Path, capsys: Capture, n: int, weights: tuple[int, ...]) -> None:
    file = tmp_path / "skor.csv"
    file.write_text(as_csv(levels_of(n, seed=n)))
    assert main(["hitung", str(file), "--bobot", ",".join(map(str, weights))]) == 0
    assert told(capsys.readouterr().out) == by_counting(levels_of(n, seed=n), weights)


def test_a_small_ranking_by_heart() -> None:
    levels = {"a": (5, 3, 3, 3, 3, 3, 3, 3), "b": (3, 3, 3, 3, 3, 3, 3, 3), "c": (3, 3, 3, 3, 3, 3, 3, 3),
              "d": (1, 3, 3, 3, 3, 3, 3, 3), "e": (4, 3, 3, 3, 3, 3, 3, 1)}  # fmt: skip
    assert ranking([Meeting(levels, {}, None)], WEIGHTS[0]) == (
        "id,poin,skor,peringkat_skor,peringkat\n"
        "a,350,3.50,1,1\nb,300,3.00,3,3\nc,300,3.00,3,3\nd,250,2.50,5,5\ne,315,3.15,2,2\n"
    )


@pytest.mark.parametrize(
    "content",
    [
        f"{HEADING}\na,1,2,3,4,5,1,2,3\n".encode(),
        f"\ufeff{HEADING}\r\na,1,2,3,4,5,1,2,3\r\n".encode(),
        f"{HEADING}\na,1,2,3,4,5,1,2,3\n".replace(",", ";").encode(),
        b"dokumen,kemudahan,partisipasi,manfaat,kemiskinan,potensi,pertumbuhan,keterdesakan,id\n3,2,1,5,4,3,2,1,a",
        f"{HEADING}\n\n a , 1 ,2,3,4,5,1,2,3\n\n".encode(),
    ],
)
def test_forms_of_the_same_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "skor.csv"
    file.write_bytes(content)
    assert read_meetings(file) == [Meeting({"a": (1, 2, 3, 4, 5, 1, 2, 3)}, {}, None)]


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("a,1,1,1,,1,1,1,1", "Baris 2, kolom kemiskinan: tingkat belum diisi."),
        ("a,1,1,1,1,1,1,1", "Baris 2, kolom dokumen: tingkat belum diisi."),
        ("a,1,1,1,1,1,1,1,4", "Baris 2, kolom dokumen: 4 di luar skala 1 sampai 3."),
        ("a,0,1,1,1,1,1,1,1", "Baris 2, kolom keterdesakan: 0 di luar skala 1 sampai 5."),
        ("a,6,1,1,1,1,1,1,1", "Baris 2, kolom keterdesakan: 6 di luar skala 1 sampai 5."),
        ("a,1,3.0,1,1,1,1,1,1", "Baris 2, kolom pertumbuhan: “3.0” bukan bilangan bulat."),
        ("a,1,1,-1,1,1,1,1,1", "Baris 2, kolom potensi: “-1” bukan bilangan bulat."),
        ("a,1,1,٣,1,1,1,1,1", "Baris 2, kolom potensi: “٣” bukan bilangan bulat."),
        ("a,1,1,1,1,1,1,1,1\n\na,1,1,1,1,1,1,1,1", "Baris 4, kolom id: “a” sudah ada di baris 2."),
        (" ,1,1,1,1,1,1,1,1", "Baris 2, kolom id: belum diisi."),
        ("a,1,1,1,1,1,1,1,1,1", "Baris 2: ada 10 isian untuk 9 kolom."),
        ("", "Berkas tidak berisi satu baris usulan pun."),
    ],
)
def test_a_refusal_names_row_and_column(tmp_path: Path, capsys: Capture, rows: str, fault: str) -> None:
    file = tmp_path / "skor.csv"
    file.write_text(f"{HEADING}\n{rows}\n")
    assert main(["hitung", str(file)]) == 2
    assert capsys.readouterr() == ("", f"{fault}\n")


@pytest.mark.parametrize(
    ("heading", "fault"),
    [
        (HEADING.replace(",dokumen", ""), "Baris 1: kolom dokumen tidak ada."),
        (f"{HEADING},catatan", "Baris 1: kolom “catatan” tidak dikenal."),
        (f"{HEADING},id", "Baris 1: kolom id ditulis dua kali."),
        ("", "Baris 1: judul kolom tidak ada."),
    ],
)
def test_the_columns_must_be_the_nine(tmp_path: Path, heading: str, fault: str) -> None:
    file = tmp_path / "skor.csv"
    file.write_text(heading)
    with pytest.raises(Unreadable) as unreadable:
        read_meetings(file)
    assert unreadable.value.faults == (fault,)


def test_at_most_twenty_faults_are_told(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "skor.csv"
    file.write_text(HEADING + "\n" + "".join(f"u{i},9,1,1,1,1,1,1,1\n" for i in range(33)))
    assert main(["hitung", str(file)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "… dan 13 kesalahan lain."


@pytest.mark.parametrize("weights", ["25,10,10,15,15,10,10", "25,10,10,15,15,10,10,6", "30,10,10,15,15,10,15,-5", "a",
                                     "12.5,12.5,12.5,12.5,12.5,12.5,12.5,12.5", ""])  # fmt: skip
def test_weights_are_eight_whole_numbers_adding_up_to_100(tmp_path: Path, capsys: Capture, weights: str) -> None:
    file = tmp_path / "skor.csv"
    file.write_text(as_csv(levels_of(2)))
    with pytest.raises(SystemExit) as stopped:
        main(["hitung", str(file), f"--bobot={weights}"])
    assert stopped.value.code == 2
    sentence = "Bobot harus delapan bilangan bulat, 0 atau lebih, yang berjumlah 100.\n"
    assert capsys.readouterr() == ("", sentence)


CELLS = st.text(st.characters(codec="utf-8", exclude_characters='\r\n",;\x00'), max_size=6)


@given(rows=st.lists(st.lists(CELLS, min_size=9, max_size=9), min_size=1, max_size=6))
def test_whatever_is_written_is_counted_or_refused(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    file = tmp_path_factory.mktemp("h") / "skor.csv"
    file.write_text("\n".join([HEADING, *(",".join(row) for row in rows)]), encoding="utf-8")
    try:
        [meeting] = read_meetings(file)
    except Unreadable:
        return
    assert len(meeting.levels) == len(rows)
    assert all(1 <= level <= 5 for row in meeting.levels.values() for level in row)


@given(place=st.integers(1, 8), bad=st.sampled_from(["", "0", "6", "99", "1e0", "+1", "1.5", "x", "１"]))
def test_one_bad_level_refuses_the_whole_file(tmp_path_factory: pytest.TempPathFactory, place: int, bad: str) -> None:
    row = ["b", *"11111111"]
    row[place] = bad
    file = tmp_path_factory.mktemp("h") / "skor.csv"
    file.write_text(f"{HEADING}\na,1,1,1,1,1,1,1,1\n{','.join(row)}\n", encoding="utf-8")
    with pytest.raises(Unreadable) as unreadable:
        read_meetings(file)
    assert len(unreadable.value.faults) == 1
    assert unreadable.value.faults[0].startswith(f"Baris 3, kolom {HEADING.split(',')[place]}: ")
