"""/metrik: figures for Prometheus, given to who knows the word in MUSRENBANG_METRIK and to nobody else.

What is counted is what the log says, so the two never differ.
"""

import hmac
import logging
import os
from datetime import UTC

from prometheus_client import REGISTRY, Counter, Gauge, Histogram, disable_created_metrics, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.requests import Request
from starlette.responses import Response

from musrenbang.errors import Issue
from musrenbang.words import sentence
from pages.web import layout, sehat

PANJANG_MIN = 32  # signs: nobody finds such a word by trial
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)

disable_created_metrics()  # type: ignore[no-untyped-call]  # since when each figure is counted: nobody asks

TINDAKAN = Histogram(
    "musrenbang_tindakan_detik", "Lama satu tindakan, menurut hasilnya", ("tindakan", "hasil"), buckets=SECONDS
)
PENOLAKAN = Counter("musrenbang_penolakan", "Tindakan yang ditolak, menurut sebabnya", ("sebab",))
PERMINTAAN = Counter("musrenbang_permintaan_ditolak", "Permintaan yang ditolak atau gagal", ("alamat", "status"))
GANGGUAN = Counter("musrenbang_gangguan", "Gangguan yang diberi nomor")
SAMBUNGAN = Gauge("musrenbang_sambungan", "Sambungan terbuka dari layar, layar hidup, dan proyektor", ("jenis",))
MENJAWAB = Gauge("musrenbang_basis_data_menjawab", "1 bila basis data menjawab pada waktunya")
RUANG = Gauge("musrenbang_ruang_byte", "Ruang kosong pada cakram yang paling penuh")
SALINAN = Gauge("musrenbang_salinan_terakhir", "Waktu salinan terakhir (detik Unix); 0 bila belum ada")
VERSI = Gauge("musrenbang_versi", "Sidik kode aplikasi ini", ("versi",))


class Counting(logging.Handler):
    """Counts the lines of the log."""

    def emit(self, record: logging.LogRecord) -> None:
        said = getattr(record, "isi", {})
        if record.msg == "tindakan":
            TINDAKAN.labels(said["tindakan"], said["hasil"]).observe(said["milidetik"] / 1000)
            for key in said["sebab"]:
                PENOLAKAN.labels(key).inc()
        elif record.msg == "permintaan":
            PERMINTAAN.labels(said["alamat"], said["status"]).inc()
        elif record.msg == "gangguan":
            GANGGUAN.inc()


def is_usable(word: str | None) -> bool:
    return word is not None and len(word) >= PANJANG_MIN and word.isascii()


async def show(request: Request) -> Response:
    if not _knows(request.headers.get("authorization", "")):
        return layout.message(sentence(Issue("belum_masuk")), 401, "/masuk", "Masuk")
    await _look()
    return Response(generate_latest(REGISTRY), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})


def _knows(said: str) -> bool:
    word = os.environ.get("MUSRENBANG_METRIK")
    return is_usable(word) and hmac.compare_digest(said.encode(), f"Bearer {word}".encode())


async def _look() -> None:
    found = await sehat.latest()
    MENJAWAB.set(found is not None)
    if found:
        RUANG.set(found.ruang)
        SALINAN.set(found.salinan.replace(tzinfo=UTC).timestamp() if found.salinan else 0)
