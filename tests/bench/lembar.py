"""XLSX of 10,000 rows against bare XlsxWriter that writes the same values without our definitions."""

from datetime import datetime
from decimal import Decimal
from io import BytesIO
from uuid import UUID

import xlsxwriter

from musrenbang.model import Asal, Bidang, Desa, IsiUsulan, Kewenangan, Opd, Usulan
from reports import WRITERS
from reports.lists import USULAN, Entered
from tests.bench.measure import compare, show

BARIS = 10_000
DESA = Desa("12.05.01.2006", "Suka Rakyat", "Desa", "12.05.01")
OPD = Opd("1.03.01", "Dinas Pekerjaan Umum dan Tata Ruang", "PUTR", "")
DICETAK = datetime(2027, 2, 15)


def usulan(number: int) -> Usulan:
    isi = IsiUsulan(
        f"Peningkatan jalan lingkungan dengan rabat beton ruas {number}", f"Jalan rusak berat, tahun ke-{number % 7}.",
        f"Dusun {number % 12 + 1}, RT {number % 9}/RW 03", Decimal(number) + Decimal("0.5"), "meter",
        1_000_000 * number, number % 400, Bidang.FISIK, Kewenangan.KABUPATEN, OPD.kode,
    )  # fmt: skip
    kode = f"2027-{DESA.kode}-{number:05d}"
    return Usulan(UUID(int=number), kode, 2027, DESA.kecamatan, Asal.DESA, DESA.kode, number + 1, isi, True, 1)


def main() -> None:
    entered = Entered([usulan(n) for n in range(BARIS)], {DESA.kode: DESA}, {OPD.kode: OPD})
    values = USULAN.of_one(entered, DICETAK).rows

    def bare() -> bytes:
        file = BytesIO()
        book = xlsxwriter.Workbook(file, {"in_memory": True})
        sheet = book.add_worksheet()
        for row, cells in enumerate(values):
            for column, value in enumerate(cells):
                if isinstance(value, str):
                    sheet.write_string(row, column, value)
                else:
                    sheet.write_number(row, column, value)
        book.close()
        return file.getvalue()

    ratio = compare(lambda: WRITERS["xlsx"](USULAN.of_one(entered, DICETAK)), bare)
    show(f"XLSX of {BARIS:,} rows / bare XlsxWriter", ratio, 1.5)


if __name__ == "__main__":
    main()
