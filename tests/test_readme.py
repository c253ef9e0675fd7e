"""README's tables are held against the code they speak of."""

import re
from pathlib import Path

from musrenbang.model import Peran
from musrenbang.sop import LAYAR, SOP

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


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
    lines = (Path(__file__).parents[1] / "requirements.txt").read_text(encoding="utf-8").split()
    names = {re.split(r"[\[=]", line)[0].split("_")[0].lower() for line in lines}
    told = README[README.index("## Dependencies") :].lower()
    assert [name for name in sorted(names) if name not in told] == []
