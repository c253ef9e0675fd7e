"""README's tables are held against the code they speak of."""

import re
from pathlib import Path

from musrenbang.model import Peran
from musrenbang.sop import LAYAR, SOP

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ASVS = (ROOT / ".docs" / "asvs.md").read_text(encoding="utf-8")


def sop_table() -> str:
    names = {layar.path: layar.judul for layar in LAYAR}
    head = ["| key | SOP no. | activity | who | minutes | screen |", "|---|---|---|---|---|---|"]
    rows = [
        f"| {row.key} | {row.nomor} | {row.judul} | {row.pelaku} | {row.menit or ''} "
        f"| {names.get(row.layar or '', 'Masuk')} |"
        for row in SOP
    ]
    return "\n".join([*head, *rows])


def test_the_sop_table_is_the_one_in_the_code() -> None:
    found = re.search(r"<!-- sop -->\n(.*?)\n<!-- /sop -->", README, re.S)
    assert found
    assert found[1] == sop_table()


def test_every_role_is_described() -> None:
    described = set(re.findall(r"^\| (camat|bappeda|opd|desa) \| ", README, re.M))
    assert described == {peran.value for peran in Peran}


def test_every_dependency_is_named() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").split()
    names = {re.split(r"[\[=]", line)[0].split("_")[0].lower() for line in lines}
    told = README[README.index("## Dependencies") :].lower()
    assert [name for name in sorted(names) if name not in told] == []


def test_the_security_table_names_tests_and_files_that_exist() -> None:
    sources = [file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py")]
    tests = {name for source in sources for name in re.findall(r"def (\w+)\(", source)}
    assert set(re.findall(r"`((?:test|assert)_\w+)`", ASVS)) - tests == set()
    for name in re.findall(r"`((?:tests|pages|musrenbang|\.server|\.ci|\.streamlit)/[\w./-]+)`", ASVS):
        assert (ROOT / name).exists(), name


def test_the_security_table_goes_through_every_chapter() -> None:
    chapters = {
        int(number) for heads in re.findall(r"^## (V.*)$", ASVS, re.M) for number in re.findall(r"V(\d+)", heads)
    }
    assert chapters == set(range(1, 18))
    states = re.findall(r"^\| \d[^|]*\| ([^|]+) \| [^|]+ \|$", ASVS, re.M)
    assert set(states) == {"holds", "site", "gap", "–"}
