"""Servers of a bench: the application over a database of its own, and a blank page on the same settings."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.web.door import ROOT, Server

BLANK = """
from contextlib import asynccontextmanager

import streamlit as st

from pages.web.at_once import send_at_once
from pages.web.start import _settle_memory


@asynccontextmanager
async def lifespan(_app):
    send_at_once()
    _settle_memory()
    yield


app = st.App("kosong.py", lifespan=lifespan)
"""


@dataclass(frozen=True, slots=True)
class Served:
    port: int
    pid: int

    def megabytes(self) -> float:
        """What the server holds in memory now."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    def cpu_seconds(self) -> float:
        """Of processor time that it has used so far."""
        return cpu_seconds(self.pid)


def cpu_seconds(pid: int) -> float:
    """Of one process; its name, which may hold blanks, stands in brackets before the figures."""
    figures = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(figures[11]) + int(figures[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def application(database: Path | str) -> Iterator[Served]:
    with _running(ROOT, "app.py", database) as served:
        yield served


@contextmanager
def blank_page(folder: Path) -> Iterator[Served]:
    """One line of text with the application's own settings: `.streamlit/config.toml`, and what its start does."""
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    (folder / "app.py").write_text(BLANK)
    (folder / "kosong.py").write_text('import streamlit as st\n\nst.write("kosong")\n')
    with _running(folder, "app.py", folder / "tidak-ada.duckdb") as served:
        yield served


@contextmanager
def _running(folder: Path, script: str, database: Path | str) -> Iterator[Served]:
    server = Server(database)
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(server.port)]
    environment = {**os.environ, "MUSRENBANG_DB": str(database), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            server.wait(process)
            yield Served(server.port, process.pid)
        finally:
            process.terminate()
            process.wait(20)
