"""Every issue has its sentence, every sentence its issue, and the facts that the sentence names."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from musrenbang import fields, sop, words
from musrenbang.errors import Issue
from musrenbang.words import SENTENCES
from tests.cast import reference

ROOT = Path(__file__).parents[1]
WORDS = ("words.py", "words_berkas.py", "words_induk.py", "words_lembar.py")
CODE = [p for folder in ("musrenbang", "pages") for p in sorted((ROOT / folder).rglob("*.py")) if p.name not in WORDS]
Site = tuple[str, str, set[str] | None]  # where, key, names of the facts (None: not a literal, looked up by hand)


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def keys_of(node: ast.expr | None, function: ast.AST) -> set[str] | None:
    """The keys of a dictionary that is written out, there or in the same function."""
    if node is None:
        return set()
    if isinstance(node, ast.Name):
        written = (
            n.value for n in ast.walk(function) if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == node.id
        )
        node = next(written, node)
    if not isinstance(node, ast.Dict):
        return None
    return {str(key.value) for key in node.keys if isinstance(key, ast.Constant)}


def issue_sites() -> Iterator[Site]:
    """Every Issue("key", {...}) that is written anywhere."""
    for path in CODE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)):
            for call in (n for n in ast.walk(function) if isinstance(n, ast.Call)):
                if ast.unparse(call.func) == "Issue" and isinstance(call.args[0], ast.Constant):
                    facts = call.args[1] if len(call.args) > 1 else None
                    where = f"{path.relative_to(ROOT)}:{call.lineno}"
                    yield where, str(call.args[0].value), keys_of(facts, function)


def strings_in_code() -> set[str]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in CODE)
    return {
        n.value for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }


def test_every_issue_has_a_sentence_with_the_facts_it_names() -> None:
    sites = list(issue_sites())
    assert len(sites) > 40
    for where, key, facts in sites:
        assert key in SENTENCES, where
        assert facts is not None, f"{where}: facts are not written out"
        assert names_in(SENTENCES[key][0]) == facts, where


def test_every_sentence_is_used() -> None:
    used = strings_in_code()
    assert [key for key in SENTENCES if key not in used] == []


@pytest.mark.parametrize("key", SENTENCES)
def test_a_sentence_is_a_whole_one(key: str) -> None:
    text, screen = SENTENCES[key]
    spoken = words.sentence(Issue(key, dict.fromkeys(names_in(text), "X")))
    assert spoken[0].isupper()
    assert spoken.endswith(".") or text.endswith("{catatan}")
    assert "{" not in spoken
    assert screen is None or screen in {layar.path for layar in sop.LAYAR}
    assert words.screen_to_mend(Issue(key)) == screen


def test_every_rule_of_verification_has_its_words() -> None:
    assert {rule.kunci for rule in reference().aturan} == set(words.RULES)
    for text in words.RULES.values():
        assert names_in(text) <= {"kewenangan", "kata", "urut", "nama_desa", "angka"}


def test_the_two_warnings_are_exactly_those_of_the_sop() -> None:
    assert words.YAKIN_PRIORITAS == "Anda yakin dengan prioritas ini ?"
    assert words.PERINGATAN_KIRIM == (
        "Setelah mengirim usulan ke OPD anda tidak akan bisa membatalkan usulan ke kecamatan"
    )


def test_the_presets_are_reasons_that_the_guards_accept() -> None:
    for alasan in (*words.ALASAN_TIDAK_SESUAI, *words.ALASAN_CADANGAN):
        assert fields.reason(alasan) == []
