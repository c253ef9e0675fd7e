"""Facts in, issues out: the rules that no action test reaches, and the bounds of each."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid5

import pytest

from musrenbang import fields, guards, rules
from musrenbang.model import Asal, Aturan, Bidang, Keputusan, Kewenangan, Sikap, UsulanMasuk
from tests.cast import PEKAN_BAHOROK, RAPAT, SUKA_RAKYAT, isi

NAMES = {SUKA_RAKYAT: "Suka Rakyat", PEKAN_BAHOROK: "Pekan Bahorok", None: "Kecamatan"}


def masuk(urutan: int, desa: str | None = SUKA_RAKYAT, **fields: object) -> UsulanMasuk:
    kode = f"{desa}-{urutan}"
    content = replace(isi(f"Jalan {urutan}"), **fields)
    return UsulanMasuk(
        uuid5(RAPAT, kode), RAPAT, kode, Asal.DESA, desa, NAMES[desa], urutan, content, 1,
        Keputusan.BELUM, None, None, None, None, (), None, None, None, None, None, None, None, None, None, None,
    )  # fmt: skip


def says(u: UsulanMasuk, everyone: list[UsulanMasuk], kunci: str, angka: int | None = None, *kata: str) -> list[str]:
    rule = Aturan(kunci, Sikap.INGATKAN, angka, kata)
    off = replace(rule, sikap=Sikap.MATI)
    assert rules.notes(u, everyone, [off]) == []
    notes = rules.notes(u, everyone, [rule])
    assert all(sikap is Sikap.INGATKAN for sikap, _ in notes)
    return [text for _, text in notes]


def test_kewenangan() -> None:
    for kewenangan in Kewenangan:
        u = masuk(1, kewenangan=kewenangan)
        own = kewenangan is Kewenangan.KABUPATEN
        text = f"Kewenangan {kewenangan.value.lower()}, bukan kewenangan kabupaten."
        assert says(u, [u], "kewenangan") == ([] if own else [text])


def test_larangan_reads_name_and_problem_in_any_case() -> None:
    for u in (masuk(1, nama="RUMAH IBADAH baru"), masuk(1, permasalahan="Tidak ada rumah ibadah.")):
        (text,) = says(u, [u], "larangan", None, "alat musik", "Rumah ibadah")
        assert text == "Menyebut “Rumah ibadah”, yang menurut aturan tidak dapat diusulkan."
    assert says(masuk(1), [], "larangan", None, "alat musik") == []


def test_a_limit_counts_within_the_desa_in_its_own_order() -> None:
    everyone = [masuk(1, PEKAN_BAHOROK), masuk(1), masuk(2), masuk(3), masuk(1, None)]
    said = [bool(says(u, everyone, "maks_desa", 2)) for u in everyone]
    assert said == [False, False, False, True, False]
    assert says(everyone[3], everyone, "maks_desa", 2) == ["Usulan ke-3 dari Suka Rakyat; batasnya 2 usulan."]
    assert says(everyone[3], everyone, "maks_desa", None) == []


def test_a_limit_of_the_kecamatan_counts_everyone() -> None:
    everyone = [masuk(1, PEKAN_BAHOROK), masuk(1), masuk(2)]
    assert [bool(says(u, everyone, "maks_kecamatan", 2)) for u in everyone] == [False, False, True]


@pytest.mark.parametrize(
    ("kunci", "bidang"),
    [("maks_fisik", Bidang.FISIK), ("maks_sosial", Bidang.SOSIAL), ("maks_ekonomi", Bidang.EKONOMI)],
)
def test_a_limit_of_a_bidang_counts_only_its_own(kunci: str, bidang: Bidang) -> None:
    other = next(b for b in Bidang if b is not bidang)
    everyone = [masuk(1, bidang=bidang), masuk(2, bidang=other), masuk(3, bidang=bidang)]
    assert [bool(says(u, everyone, kunci, 1)) for u in everyone] == [False, False, True]


def test_an_usulan_that_is_not_in_yet_counts_as_the_next() -> None:
    assert says(masuk(9), [masuk(1), masuk(2)], "maks_desa", 2) == ["Usulan ke-3 dari Suka Rakyat; batasnya 2 usulan."]


def test_clock() -> None:
    for value in ("", "00.00", "09.00", "23:59"):
        assert fields.clock("Jam", value) == []
    for value in ("24.00", "9.00", "09.60", "09.0", "09-00", "09.00 ", "pagi"):
        assert [issue.key for issue in fields.clock("Jam", value)] == ["isian_jam"]


def test_text_bounds() -> None:
    for length, key in [(0, ["isian_wajib"]), (2, ["isian_pendek"]), (3, []), (5, []), (6, ["isian_panjang"])]:
        assert [issue.key for issue in fields.text("Nama", "a" * length, min_=3, maks=5)] == key
    assert fields.text("Nama", "", maks=5) == []


def test_number_bounds_are_written_the_indonesian_way() -> None:
    (issue,) = fields.number("Biaya", 10**7 + 1, 0, 10**7)
    assert issue.facts == {"isian": "Biaya", "min": "0", "maks": "10.000.000"}
    assert fields.number("Biaya", 0, 0, 10**7) + fields.number("Biaya", 10**7, 0, 10**7) == []


def test_amounts() -> None:
    for volume, biaya, count in [("0.01", 0, 0), ("0", 0, 1), ("-1", -1, 2), ("1000000000", 10**13, 0)]:
        assert len(fields.amounts(Decimal(volume), biaya)) == count


def test_a_number_is_a_whole_one() -> None:
    for value in (1.5, 1.0, True, None, "1", float("nan"), Decimal(1)):
        assert [issue.key for issue in fields.number("Biaya", value, 0, 10)] == ["isian_angka"]


def test_a_clock_is_written_in_plain_digits() -> None:
    for text in ("09.00", "23:59", ""):
        assert fields.clock("Jam", text) == []
    for text in ("24.00", "9.00", "09.60", "0\u0669.00", "09.0\u0660", "09.00\n"):
        assert [issue.key for issue in fields.clock("Jam", text)] == ["isian_jam"]


def test_a_tie_is_ordered_whole_and_each_member_once() -> None:
    levels = (3,) * 8
    tie = [replace(masuk(n), poin=300, tingkat=levels) for n in (1, 2)]
    higher = replace(masuk(3), poin=300, tingkat=(4, *levels[1:]))
    unfinished = replace(masuk(4), tingkat=(None, *levels[1:]))
    everyone = [*tie, higher, unfinished]
    assert guards.tie_order(tie, everyone) == guards.tie_order(tie[::-1], everyone) == []
    for chosen in ([], tie[:1], [*tie, higher], [tie[0], tie[0]], [*tie, tie[0]], [unfinished, unfinished]):
        assert [issue.key for issue in guards.tie_order(chosen, everyone)] == ["bukan_seri"]
    assert isinstance(tie[0].id, UUID)
