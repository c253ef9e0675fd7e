"""The trail in words: every tindakan has some, and no person reads JSON, keys or kodes of things with a name."""

import json
from datetime import datetime
from typing import Any

import pytest

from musrenbang.access import Tindakan
from musrenbang.kalimat import told
from musrenbang.model import BarisJejak, Kamus
from musrenbang.words_jejak import BARU, DILAKUKAN, HILANG

KODE = "2027-12.05.01.2006-001"
KAMUS = Kamus(
    {"camat.bahorok": "Camat Bahorok"}, {"r": ("Kecamatan Bahorok 2027", 2027)}, {"1.03.01": "PUTR"},
    {(2027, 1): "Infrastruktur"}, {KODE: "Hotmix jalan"}, {"abc": "2027-12.05.01.2006-002"},
    {2027: ("Keterdesakan", "Ekonomi")},
)  # fmt: skip
SELF_TOLD = {Tindakan.VERIFIKASI, Tindakan.SETUJUI}
READS_ONLY = {Tindakan.LIHAT, Tindakan.CETAK}


def row(tindakan: str, objek: str, before: Any, after: Any, rantai: str = "r") -> BarisJejak:
    old, new = json.dumps(before), json.dumps(after)
    return BarisJejak(rantai, 1, datetime(2027, 2, 15, 2), "camat.bahorok", tindakan, objek, old, new, "", "")


def said(*of_row: Any, **more: Any) -> str:
    return str(told(row(*of_row, **more), KAMUS))


def test_every_tindakan_has_words() -> None:
    known = {*DILAKUKAN, *BARU, *HILANG} | SELF_TOLD | READS_ONLY
    assert [t for t in Tindakan if t not in known] == []


@pytest.mark.parametrize(
    ("tindakan", "objek", "before", "after", "expected"),
    [
        ("verifikasi usulan", KODE, {"keputusan": "belum", "biaya": 5}, {"keputusan": "sesuai", "biaya": 5},
         f"Usulan “Hotmix jalan” ({KODE}) diverifikasi sesuai."),
        ("verifikasi usulan", KODE, {"keputusan": "sesuai", "biaya": 90_000_000, "volume": "2000.00"},
         {"keputusan": "sesuai dengan perubahan", "biaya": 75_000_000, "volume": "1500.50"},
         "diverifikasi sesuai dengan perubahan: keputusan sesuai → “sesuai dengan perubahan”; "
         "biaya Rp90.000.000 → Rp75.000.000; volume 2.000 → 1.500,5."),
        ("verifikasi usulan", KODE, {"keputusan": "sesuai"}, {"keputusan": "belum"}, "ditarik keputusan verifikasinya"),
        ("verifikasi usulan", KODE, {"keputusan": "belum", "digabung_ke": None},
         {"keputusan": "digabung", "digabung_ke": "abc"}, "diverifikasi digabung: digabung ke 2027-12.05.01.2006-002."),
        ("pilih prioritas", KODE, {"keputusan": "sesuai", "prioritas": None, "opd": None},
         {"keputusan": "sesuai", "prioritas": 1, "opd": "1.03.01"},
         "ditetapkan sebagai usulan prioritas: prioritas 1. Infrastruktur; OPD PUTR."),
        ("pilih non prioritas", KODE, {"keputusan": "sesuai", "prioritas": 1, "alasan_cadangan": None},
         {"keputusan": "sesuai", "prioritas": None, "alasan_cadangan": "Tahun depan"},
         "dijadikan cadangan: prioritas 1. Infrastruktur → kosong; alasan cadangan “Tahun depan”."),
        ("isi skor", f"skor {KODE}", {"tingkat": None}, {"tingkat": [5, None]}, "diskor: Keterdesakan 5."),
        ("isi skor", f"skor {KODE}", {"tingkat": [5, 2]}, {"tingkat": [3, None]},
         "diskor: Keterdesakan 5 → 3; Ekonomi 2 → kosong."),
        ("urutkan usulan seri", f"urutan seri {KODE}", None, None, "tidak lagi diurutkan dalam kelompok seri."),
        ("isi usulan desa/kelurahan", f"usulan {KODE}", None, {"nama": "Hotmix", "disetujui": False},
         f"Usulan “Hotmix jalan” ({KODE}) dimasukkan: nama Hotmix."),
        ("isi usulan desa/kelurahan", f"usulan {KODE}", {"nama": "Hotmix"}, None, "dihapus: nama Hotmix."),
        ("setujui usulan desa/kelurahan", f"usulan {KODE}", {"disetujui": False}, {"disetujui": True}, "disetujui"),
        ("setujui usulan desa/kelurahan", f"usulan {KODE}", {"disetujui": True}, {"disetujui": False},
         "ditarik persetujuannya."),
        ("ambil usulan", "rapat", {"ditarik": ["a", "b"]}, {"diambil": "2027-02-15T02:00:00", "baru": 3, "ditarik": 2},
         "Rapat mengambil usulan desa/kelurahan (Load Data): baru 3; ditarik 2."),
        ("buka kembali rapat", "rapat", {"dikirim": "2027-02-15T02:00:00", "terkirim": [{"kode": KODE}]},
         {"alasan": "OPD tertukar", "nomor_surat": "005", "tanggal_surat": "2027-02-16"},
         "Rapat dibuka kembali: alasan “OPD tertukar”; nomor surat 005; tanggal surat 16 Februari 2027; "
         "dikirim 15 Februari 2027 pukul 09.00 WIB; usulan yang sudah dikirim 1."),
        ("buka kembali rapat", "dokumen berita acara", {"nama": "ba.pdf"}, None,
         "Dokumen berita acara tidak berlaku lagi, karena rapat dibuka kembali: nama ba.pdf."),
        ("jawab usulan", f"jawaban {KODE}", None, {"opd": "1.03.01", "jawab": "ditolak", "alasan": "Lahan belum siap"},
         f"Usulan “Hotmix jalan” ({KODE}) dijawab OPD: OPD PUTR; jawaban ditolak; alasan “Lahan belum siap”."),
        ("ubah OPD", "opd 1.03.01", {"nama": "PU"}, {"nama": "PUTR"}, "OPD 1.03.01 diubah: nama PU → PUTR."),
        ("ubah aturan verifikasi", "aturan 2027", [{"kunci": "a"}], [{"kunci": "b"}], "Aturan 2027 diubah."),
        ("ubah pagu", "pagu 2027", {"pagu Bahorok": None, "pagu Stabat": 7},
         {"pagu Bahorok": 5000, "pagu Stabat": None},
         "Pagu 2027 diubah: pagu Bahorok Rp5.000; pagu Stabat Rp7 → kosong."),
        ("data induk diubah", "kriteria 2027", None, {"jejak data induk": "ab"}, "Kriteria 2027 diubah di data induk."),
        ("tindakan baru", "cap basah", None, {"warna_tinta": "biru"}, "Cap basah (tindakan baru): warna tinta biru."),
    ],
)  # fmt: skip
def test_each_row_in_a_sentence(tindakan: str, objek: str, before: Any, after: Any, expected: str) -> None:
    assert expected in said(tindakan, objek, before, after)


def test_rows_about_accounts_name_the_account() -> None:
    assert said("masuk", "camat.bahorok", None, None, rantai="pengguna") == "Akun camat.bahorok masuk."
    for tindakan, told_ in (
        ("masuk dengan akun SSO", "masuk dengan akun SSO"), ("hubungkan akun SSO", "dihubungkan dengan akun SSO"),
        ("lepaskan akun SSO", "dilepas dari akun SSO"),
    ):  # fmt: skip
        assert said(tindakan, "camat.bahorok", None, None, rantai="pengguna") == f"Akun camat.bahorok {told_}."


def test_a_name_that_nobody_knows_any_more_stays_as_it_was_written() -> None:
    text = str(
        told(
            row("pilih OPD", KODE, {"keputusan": "sesuai", "opd": None}, {"keputusan": "sesuai", "opd": "9.9"}), Kamus()
        )
    )
    assert text == f"Usulan {KODE} dipilih OPD-nya: OPD 9.9."
