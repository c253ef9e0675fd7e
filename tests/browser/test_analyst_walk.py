"""The analyst's walk, in one go: from a figure to why it is so, next year's weights, accounts, a meeting that goes back
to its camat and comes again, and all of it in the trail."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from musrenbang.formats import bulat, rupiah_ringkas
from musrenbang.model import Jumlah
from tests.browser.conftest import Sit, Stand
from tests.browser.desk import click_field, first_login, narrow, part, take_slips, today, weights
from tests.browser.hall import Operator
from tests.browser.test_axe import grave
from tests.reports.reading import read

pytestmark = pytest.mark.browser

DISTAN, PENETAPAN, SURAT = "DISTAN-KP", "050/12/BAPPEDA/2027", "005/123"
SEMULA, BARU = ["25", "10"], ["15", "20"]
OPD_BARU, AKUN_BARU = ("5.05.01", "Badan Riset dan Inovasi Daerah", "BRIDA"), ("opd.brida", "desa.tanjungcontoh")
DI_JEJAK = {
    PENETAPAN: "bobot kriteria 1 25 → 15",
    AKUN_BARU[0]: "Akun opd.brida ditambahkan",
    AKUN_BARU[1]: "Akun desa.tanjungcontoh ditambahkan",
    SURAT: "dibuka kembali",
}
"""What is looked for, and what one of the rows then tells."""

BESIDE = 3  # columns before those of the kecamatan: name, usulan, rupiah
Shown = dict[str, int]  # usulan prioritas of DISTAN-KP by kecamatan


def test_from_a_figure_to_the_trail(sit: Sit, stand: Stand, tmp_path: Path) -> None:
    bappeda, camat = sit("bappeda"), sit("camat.stabat")
    assert weights(camat).all_inner_texts()[:2] == SEMULA
    shown = find_where_it_got_most(bappeda)
    see_why(bappeda, shown)
    take_the_report(bappeda, shown, tmp_path)
    prepare_next_year(bappeda)
    change_its_weights(bappeda)
    assert weights(camat).all_inner_texts()[:2] == SEMULA
    make_the_missing_accounts(bappeda, stand(), tmp_path)
    open_again(bappeda, camat)
    mend_and_send_again(camat, tmp_path)
    see_it_sent_again(bappeda)
    find_it_all_in_the_trail(bappeda)
    assert bappeda.faults() + camat.faults() == []


def find_where_it_got_most(bappeda: Operator) -> Shown:
    bappeda.open("perbandingan")
    part(bappeda, "OPD")
    bappeda.fill("Cari OPD", DISTAN)
    row = bappeda.page.locator(".silang tbody tr")
    expect(row).to_have_count(1)
    numbers = dict(zip(kecamatan(bappeda), row.locator("td").all_inner_texts()[BESIDE:], strict=True))
    shown = {name: int(n.replace(".", "")) for name, n in numbers.items() if n != "–"}
    assert len(most(shown)) == 3
    return shown


def kecamatan(bappeda: Operator) -> list[str]:
    """The heads of the table, after the name and the sums."""
    return bappeda.page.locator(".silang thead th").all_inner_texts()[BESIDE:]


def most(shown: Shown) -> list[str]:
    return sorted(shown, key=lambda name: -shown[name])[:3]


def see_why(bappeda: Operator, shown: Shown) -> None:
    """The usulan behind the first number, and behind a field of the heat map; by prioritas; how strict they were."""
    first, second, _ = most(shown)
    row = bappeda.page.locator(".silang tbody tr td")
    row.nth(BESIDE + kecamatan(bappeda).index(first)).get_by_role("link").click()
    reads_rows(bappeda, first, shown[first])
    back(bappeda)
    click_field(bappeda, DISTAN, second)
    reads_rows(bappeda, second, shown[second])
    back(bappeda)
    narrow(bappeda, "OPD", DISTAN)
    part(bappeda, "OPD per prioritas")
    rows = [row.locator("td").all_inner_texts() for row in bappeda.page.locator(".silang tbody tr").all()]
    assert {name: int(n) for name, n, *_ in rows} == shown
    part(bappeda, "Ketegasan")
    bappeda.sees("paling ketat Secanggang")
    bappeda.sees("paling longgar Tanjung Pura")
    scored = bappeda.page.locator(".silang").last.locator("td:nth-child(3)").all_inner_texts()
    assert {first, second} <= {text.partition("\n")[0] for text in scored} <= set(shown)


def reads_rows(bappeda: Operator, name: str, count: int) -> None:
    bappeda.page.wait_for_url("**/rincian?**")
    bappeda.sees(f"Kecamatan: {name} · OPD: {DISTAN} · Keadaan: prioritas")
    rows = bappeda.page.locator(".tb tbody tr")
    expect(rows).to_have_count(count)
    assert all(DISTAN in text and name in text for text in rows.all_inner_texts())


def back(bappeda: Operator) -> None:
    """To the part where the figure stood, with the choice from before."""
    bappeda.page.get_by_role("link", name="Ke Perbandingan").click()
    bappeda.page.wait_for_url("**/perbandingan?**")
    bappeda.settle()
    expect(bappeda.page.get_by_role("radio", name="OPD", exact=True)).to_be_checked()


def take_the_report(bappeda: Operator, shown: Shown, folder: Path) -> None:
    """Of this OPD alone: workbook and paper say what the screen says."""
    usulan, biaya, *_ = bappeda.page.locator(".ubin b").all_inner_texts()
    book = openpyxl.load_workbook(io.BytesIO(bappeda.download("Unduh XLSX", folder)))
    rows = [row for row in book["Kecamatan"].iter_rows(min_row=2, values_only=True) if row[0]]
    total = Jumlah(sum(row[2] for row in rows), sum(row[3] for row in rows))
    assert (usulan, biaya) == (bulat(total.usulan), rupiah_ringkas(total.biaya))
    assert {nama: n for _, nama, _, n, _ in book["OPD"].iter_rows(min_row=2, values_only=True) if nama} == shown
    paper = read(bappeda.download("Unduh PDF", folder))
    assert f"JUMLAH ({usulan} usulan) {bulat(total.biaya)}" in paper
    assert ", ".join(f"{name} ({shown[name]})" for name in most(shown)) in paper


def prepare_next_year(bappeda: Operator) -> None:
    """It can be looked at; everybody else stays in the current one."""
    bappeda.open("data-induk")
    part(bappeda, "Tahun")
    bappeda.press("Siapkan tahun 2028 dari 2027")
    bappeda.sees("Tahun 2028 disiapkan dari 2027.")
    bappeda.choose("Tahun yang dilihat", "2028")
    bappeda.page.get_by_role("link", name="Pemantauan").click()
    bappeda.sees("Pemantauan Musrenbang 2028")
    bappeda.choose("Tahun yang dilihat", "2027")
    bappeda.sees("Pemantauan Musrenbang 2027")


def change_its_weights(bappeda: Operator) -> None:
    """Tried on the ranking of this year before they are saved, and saved with their approval alone."""
    bappeda.page.get_by_role("link", name="Data Induk").click()
    part(bappeda, "Kriteria & Bobot")
    bappeda.sees("Bobot contoh, belum ditetapkan")
    bappeda.sees("Perubahan berlaku bagi 23 rapat tahun 2028 yang belum dimulai.")
    for nomor, bobot in enumerate(BARU, 1):
        bappeda.fill(f"Bobot kriteria {nomor}", bobot)
    bappeda.sees("Pratinjau: dengan bobot baru, peringkat 2027 akan berubah begini")
    bappeda.sees("Peringkat yang sudah dikirim tidak berubah.")
    bappeda.fill("Nomor penetapan", PENETAPAN)
    today(bappeda)
    bappeda.press("Simpan")
    bappeda.sees("Kriteria dan bobot tahun 2028 disimpan.")
    expect(bappeda.page.get_by_text("Bobot contoh, belum ditetapkan")).to_have_count(0)


def make_the_missing_accounts(bappeda: Operator, office: Operator, folder: Path) -> None:
    """Of a desa and an OPD that are new; one of them logs in with its slip."""
    part(bappeda, "OPD")
    for label, text in zip(("Kode OPD", "Nama OPD", "Singkatan"), OPD_BARU, strict=True):
        bappeda.fill(label, text)
    bappeda.press("Simpan")
    bappeda.sees(f"OPD {OPD_BARU[1]} ditambahkan.")
    part(bappeda, "Wilayah")
    bappeda.fill("Kode: 12.05.01. dan empat angka", "2099")
    bappeda.fill("Nama desa/kelurahan", "Tanjung Contoh")
    bappeda.press("Simpan")
    bappeda.sees("Desa Tanjung Contoh ditambahkan.")
    bappeda.page.get_by_role("link", name="Pengguna").click()
    bappeda.press("Buat akun yang belum ada (2)")
    bappeda.press("Buat 2 akun", bappeda.dialog)
    bappeda.sees("2 akun dibuat.")
    sandi = take_slips(bappeda, folder)
    assert set(sandi) == set(AKUN_BARU)
    for button in ("Unduh lembar sandi", re.compile("Buat akun")):
        expect(bappeda.page.get_by_role("button", name=button)).to_have_count(0)
    first_login(office, AKUN_BARU[0], sandi[AKUN_BARU[0]])
    expect(office.page.get_by_role("heading", level=1)).to_contain_text(OPD_BARU[1])
    assert office.faults() == []


def open_again(bappeda: Operator, camat: Operator) -> None:
    """Under the eyes of the camat."""
    camat.open("kirim")
    expect(camat.page.get_by_role("button", name="Buka kembali")).to_have_count(0)
    bappeda.open("kirim?kecamatan=12.05.07")
    bappeda.press("Buka kembali")
    bappeda.press("Buka kembali", bappeda.dialog)
    expect(bappeda.dialog).to_contain_text("Alasan wajib diisi")
    assert grave(bappeda.page) == []
    bappeda.fill("Alasan", "Dua usulan tertukar OPD-nya")
    bappeda.fill("Nomor surat", SURAT)
    bappeda.press("Buka kembali", bappeda.dialog)
    bappeda.sees("dibuka kembali. Camat dapat mengubahnya")
    expect(camat.page.get_by_role("button", name="Kirim", exact=True)).to_be_enabled(timeout=2_000)
    camat.sees("Alasan: Dua usulan tertukar OPD-nya")
    expect(camat.page.locator(".strip")).to_contain_text("Dibuka kembali")


def mend_and_send_again(camat: Operator, folder: Path) -> None:
    camat.open("prioritas-opd")
    camat.page.locator('.st-key-daftar [data-testid="stCheckbox"] label').first.click()
    camat.settle()
    camat.press("Non Prioritas")
    camat.dialog.get_by_role("radio").first.click()
    camat.settle()
    camat.press("Simpan", camat.dialog)
    expect(camat.dialog).to_have_count(0)
    camat.open("kirim")
    camat.press("Kirim", camat.page.get_by_test_id("stMain"))
    camat.press("Kirim", camat.dialog)
    camat.sees("Usulan prioritas sudah dikirim ke OPD")
    camat.open("berita-acara")
    text = read(camat.download("Unduh Berita Acara", folder))
    assert f"surat nomor {SURAT}" in text
    assert "menggantikan Berita Acara yang terdahulu" in text


def see_it_sent_again(bappeda: Operator) -> None:
    """Without a press where it was opened, and among all meetings."""
    expect(bappeda.page.get_by_text("Dikirim kembali").first).to_be_visible(timeout=2_000)
    bappeda.page.get_by_role("link", name="Pemantauan").click()
    expect(bappeda.page.get_by_role("row").filter(has_text="Stabat")).to_contain_text("Dikirim kembali")


def find_it_all_in_the_trail(bappeda: Operator) -> None:
    bappeda.page.get_by_role("link", name="Jejak").click()
    rows = bappeda.page.locator(".jejak tbody tr")
    for kata, told in DI_JEJAK.items():
        bappeda.fill("Kata atau kode usulan", kata)
        expect(rows.filter(has_text=told).first).to_be_visible()
    bappeda.fill("Kata atau kode usulan", "")
    bappeda.choose("Tindakan", "siapkan tahun")
    expect(rows).to_contain_text(["2028 disiapkan"])
    bappeda.choose("Rapat", "Kecamatan Stabat 2027")
    bappeda.choose("Tindakan", "kirim usulan ke OPD")
    expect(rows).to_have_count(2)
    bappeda.press("Periksa rantai Kecamatan Stabat 2027")
    bappeda.sees("Rantai utuh")
