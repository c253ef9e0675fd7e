"""The commands about copies: make one, also of a database that the application holds, restore one, or move it all."""

import json
import sys
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from socket import socket
from typing import Any

from musrenbang.actions import pindahkan as relocation
from musrenbang.actions import pulihkan as restoring
from musrenbang.actions import salin as copying
from musrenbang.actions.periksa import periksa
from musrenbang.actions.rotasi import rapikan
from musrenbang.administrator.files import address_of, existing_store, fill_new_store, same, shown
from musrenbang.administrator.stop import Stop, refusals
from musrenbang.formats import bulat, tanggal_jam
from musrenbang.model import ADMIN, Salinan, Simpan
from musrenbang.store import doorbell
from musrenbang.store.copying import describe
from musrenbang.store.engine import Store

PUTUS = "Aplikasi berhenti sebelum salinan selesai, sehingga salinan tidak dibuat."


def salin(asked: Namespace) -> None:
    """The application copies for us when it runs; otherwise the database is free to be opened here."""
    folder, berkala = asked.folder.resolve(), asked.simpan is not None
    line = doorbell.ring(address_of(asked.db))
    made = _from(line, folder, berkala=berkala) if line else _here(asked.db, folder, berkala=berkala)
    if asked.simpan:
        _tidy(describe(made), asked.simpan)


def _tidy(made: Salinan, simpan: Simpan) -> None:
    gone, faults = rapikan(made, simpan)
    if faults:
        raise Stop(1, *faults, "Karena kesalahan di atas, tidak ada salinan lama yang dihapus.")
    print(f"Salinan itu diperiksa: tidak ada kesalahan. Salinan lama yang dihapus: {len(gone)}.")


def _here(named: str | None, folder: Path, *, berkala: bool) -> Path:
    now = datetime.now(UTC).replace(tzinfo=None)
    with existing_store(named) as store, refusals():
        made = copying.salin(store, ADMIN, folder, now, _show, berkala=berkala)
    print(copying.kabar(made))
    return made.folder


def _from(line: socket, folder: Path, *, berkala: bool) -> Path:
    said = asked_of(line, {"folder": str(folder), "berkala": berkala}, PUTUS)
    print(said["kabar"])
    return Path(said["salinan"])


def asked_of(line: socket, what: dict[str, object], putus: str) -> dict[str, Any]:
    """What the application answers; `putus` is told when it goes away before it has."""
    with line, line.makefile("rw", encoding="utf-8") as talk:
        try:
            talk.write(json.dumps(what) + "\n")
            talk.flush()
            for said in map(json.loads, talk):
                if "maju" not in said:
                    return _result(said)
                _show(said["maju"])
        except (OSError, ValueError):
            pass
    raise Stop(1, putus)


def _result(said: dict[str, Any]) -> dict[str, Any]:
    if "masalah" in said:
        raise Stop(said.get("kode", 1), *said["masalah"].splitlines())
    return said


def pulihkan(asked: Namespace) -> None:
    address = address_of(asked.db)
    with refusals():
        made, faults = fill_new_store(address, lambda store: restoring.pulihkan(store, asked.folder, _show))
    print(
        f"Salinan {tanggal_jam(made.waktu)} dipulihkan ke {shown(address)}: "
        f"{bulat(sum(made.tabel.values()))} baris, {made.dokumen} dokumen."
    )
    if faults:
        raise Stop(1, *faults)
    print("Basis data diperiksa: tidak ada kesalahan. Semua pengguna perlu masuk lagi.")


def pindahkan(asked: Namespace) -> None:
    """A store with faults is not moved: afterwards nobody could tell whether the move has made them."""
    if same(asked.dari, asked.ke):
        raise Stop(2, "Basis data asal dan tujuan adalah basis data yang sama.")
    with existing_store(asked.dari, asked.dokumen_dari) as source, refusals():
        _must_be_sound(source)
        moved = fill_new_store(asked.ke, lambda target: relocation.pindahkan(source, target, _show), asked.dokumen_ke)
        if faults := moved.kesalahan:
            raise Stop(1, *faults)
    print(
        f"{bulat(sum(moved.tabel.values()))} baris dalam {len(moved.tabel)} tabel dipindahkan ke {shown(asked.ke)} dan "
        f"dibandingkan satu per satu: sama, termasuk ujung {moved.tabel['rantai']} rantai jejak."
    )
    print(f"{moved.dokumen} dokumen ada di {moved.folder}. Semua pengguna perlu masuk lagi.")


def _must_be_sound(source: Store) -> None:
    if faults := periksa(source):
        raise Stop(1, *faults, "Basis data asal tidak dipindahkan. Perbaiki dahulu kesalahan di atas.")


def _show(part: float) -> None:
    """Only to somebody who looks on."""
    if sys.stderr.isatty():
        print(f"\r{part:4.0%}", end="\n" if part >= 1 else "", file=sys.stderr, flush=True)
