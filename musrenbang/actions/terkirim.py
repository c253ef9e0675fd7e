"""What was sent against what is stored: the trail's row of the Kirim holds a digest of each usulan as it was then."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from uuid import UUID

from musrenbang import kode_periksa
from musrenbang.access import Tindakan
from musrenbang.model import BarisJejak, Rapat
from musrenbang.store import sent, trail
from musrenbang.store.engine import Rows

KIRIM, BUKA_KEMBALI = Tindakan.KIRIM.value, Tindakan.BUKA_KEMBALI.value
TANPA_ISI: tuple[object, ...] = ("", None, [])


def sendings(rows: Sequence[BarisJejak]) -> list[tuple[BarisJejak, BarisJejak | None]]:
    """Each sending of a meeting, oldest first, with the row that took it back; the one that stands has none."""
    steps = [row for row in rows if row.objek == "rapat" and row.tindakan in (KIRIM, BUKA_KEMBALI)]
    following = [*steps, None][1:]
    return [(row, after) for row, after in zip(steps, following, strict=True) if row.tindakan == KIRIM]


def code(rows: Rows, rapat: Rapat) -> str:
    """The kode periksa that papers about the sending bear which stands; "" while none does."""
    hash_ = trail.newest_of(rows, str(rapat.id), KIRIM, "rapat") if rapat.dikirim else None
    return str(kode_periksa.of_row(rapat.kecamatan.kode, rapat.tahun, hash_)) if hash_ else ""


def changed_since(tx: Rows, rapat: UUID, name: str, rows: Sequence[BarisJejak]) -> Iterator[str]:
    """A sentence for each thing that is no longer as the sending that stands has left it; none while none stands.

    `name` is what the meeting is called in them.
    """
    sent_rows = sendings(rows)
    if not sent_rows or sent_rows[-1][1]:
        return
    recorded = json.loads(sent_rows[-1][0].sesudah).get("sidik")  # none in what was sent before digests were kept
    if recorded is None:
        return
    now = sent.digests(tx, rapat)
    for kode in _differing(recorded["usulan"], now["usulan"]):
        yield f"Usulan masuk {kode}: isinya di basis data tidak sama dengan saat dikirim."
    for thing in _differing(recorded["rapat"], now["rapat"]):
        yield f"{name}: {thing} di basis data tidak sama dengan saat dikirim."


def changed_for_opd(tx: Rows, rapat: UUID, now: sent.Sidik) -> set[str]:
    """The kode of the usulan whose OPD would answer to something else now than at the sending before: all of them when
    that has kept nothing to tell by, none when there was none."""
    before = sendings(trail.of_chain(tx, str(rapat)))
    if not before:
        return set()
    recorded = json.loads(before[-1][0].sesudah).get("sidik") or {}
    part = "pokok" if "pokok" in recorded else "usulan"
    return set(_differing(recorded.get(part, {}), now[part]))


def changed_minutes(tx: Rows, rapat: UUID, name: str, rows: Sequence[BarisJejak]) -> Iterator[str]:
    """The same for the fields of the Berita Acara, which are filled in after Kirim: as last recorded, else blank."""
    filled = [row for row in rows if row.tindakan == Tindakan.ISI_BERITA_ACARA]
    minutes = sent.minutes(tx, rapat)
    if minutes is None:
        yield f"{name}: isian Berita Acara tidak dapat dibaca."
        return
    present = json.loads(json.dumps(asdict(minutes)))
    recorded = json.loads(filled[-1].sesudah) if filled else {}
    for field in sorted(present.keys() - {"versi"}):
        if present[field] != recorded.get(field) and (recorded or present[field] not in TANPA_ISI):
            yield f"{name}: {field.replace('_', ' ')} di Berita Acara tidak sama dengan yang tercatat di jejak."


def _differing(recorded: dict[str, str], now: dict[str, str]) -> list[str]:
    return sorted(key for key in recorded.keys() | now.keys() if recorded.get(key) != now.get(key))
