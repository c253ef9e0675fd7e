"""The JSON of open data, brought to the columns of its CSV: one meeting, or a list of several."""

import json
from collections.abc import Iterator

from musrenbang.scoring import KUNCI

PRIORITAS = "prioritas"  # the status of an usulan that has levels
BOBOT = tuple(f"bobot_{kunci}" for kunci in KUNCI)  # the columns of the weights
SEHARUSNYA = (("rapat", dict), ("bobot", list), ("usulan", list))


class NotOpenData(Exception):
    """JSON of another shape, or none at all."""


def lines_of(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Of every usulan prioritas: where it stands in the file, and its cells by name of column. Raises NotOpenData."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise NotOpenData from fault
    number = 0
    for meeting in content if isinstance(content, list) else [content]:
        for usulan in _usulan(meeting):
            number += 1
            if usulan.get("status", PRIORITAS) == PRIORITAS:
                yield f"Usulan ke-{number}", _cells(meeting, usulan)


def _usulan(meeting: object) -> list[dict[str, object]]:
    if not isinstance(meeting, dict) or not all(isinstance(meeting.get(name), kind) for name, kind in SEHARUSNYA):
        raise NotOpenData
    found: list[dict[str, object]] = meeting["usulan"]
    if len(meeting["bobot"]) != len(BOBOT) or not all(isinstance(usulan, dict) for usulan in found):
        raise NotOpenData
    return found


def _cells(meeting: dict[str, object], usulan: dict[str, object]) -> dict[str, str]:
    rapat, bobot = meeting["rapat"], meeting["bobot"]
    assert isinstance(rapat, dict)
    assert isinstance(bobot, list)
    blank = dict.fromkeys(("id", *KUNCI))
    given = {**blank, **rapat, **usulan, **dict(zip(BOBOT, bobot, strict=True))}
    return {name: "" if value is None else str(value) for name, value in given.items()}
