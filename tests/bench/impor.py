"""10,000 rows from file to plan, with all checks, against bare openpyxl over the same file."""

import tempfile
from pathlib import Path
from uuid import uuid4

import openpyxl

from musrenbang.intake import lembar
from musrenbang.intake.reference_files import read_reference
from musrenbang.intake.rencana import plan
from musrenbang.intake.row_reading import Daerah
from musrenbang.intake.usulan_lembar import read_usulan
from tests.bench.measure import compare, show
from tests.intake.sheets import own

ROWS, MOST = 10_000, 3


def main() -> None:
    data = read_reference()
    daerah = Daerah("Kabupaten", tuple(data.kecamatan), tuple(data.desa), {o.kode: o for o in data.opd})
    rapat = {k.kode: uuid4() for k in data.kecamatan}
    rows = ({"nama": f"Jalan {n}", "kode_desa": data.desa[n % 277].kode, "desa": None} for n in range(ROWS))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "usulan.xlsx"
        path.write_bytes(own(*rows))
        known = plan(read_usulan(lembar.read(path), daerah), [], 2027, rapat, {}, {}).baru
        assert len(known) == ROWS

        def ours() -> None:
            assert plan(read_usulan(lembar.read(path), daerah), known, 2027, rapat, {}, {}).tetap == ROWS

        show("10.000 baris: berkas sampai rencana", compare(ours, lambda: bare(path), 3), MOST)


def bare(path: Path) -> None:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for _ in book.active.iter_rows(values_only=True):
        pass


if __name__ == "__main__":
    main()
