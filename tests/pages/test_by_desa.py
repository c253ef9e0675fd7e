"""Verification goes desa by desa (L10): which comes next, what "Pilih semua" ticks, what the rules say."""

from musrenbang.model import Aturan, Desa, Keputusan, Kewenangan, Sikap
from pages.musyawarah.by_desa import KECAMATAN, first_to_open, groups, next_row, next_undecided, notes, to_tick, told
from pages.musyawarah.deciding import original, targets
from pages.musyawarah.group_filter import fits
from tests.cast import isi
from tests.pages.usulan_rows import masuk

SESUAI, DIUBAH = Keputusan.SESUAI, Keputusan.DIUBAH
DESA = [Desa(kode, f"Nama {kode}", "Desa", "K") for kode in ("A", "B", "C")]
KEWENANGAN = [Aturan("kewenangan", Sikap.INGATKAN, None, ())]


def test_groups_keep_the_order_of_desa_and_leave_out_who_brought_nothing():
    found = groups([masuk(None, 1), masuk("C", 1), masuk("A", 1), masuk("A", 2)], DESA)
    assert [(k.kode, len(k.usulan)) for k in found] == [("A", 2), ("C", 1), (KECAMATAN, 1)]
    assert found[0].nama == "Desa Nama A"


def test_next_is_the_following_desa_with_something_undecided():
    found = groups([masuk("A", 1), masuk("B", 1, keputusan=SESUAI), masuk("C", 1)], DESA)
    assert next_undecided(found, "A") == found[2]


def test_next_goes_round_to_the_start_but_never_to_the_open_one():
    found = groups([masuk("A", 1), masuk("B", 1, keputusan=SESUAI), masuk("C", 1)], DESA)
    assert next_undecided(found, "C") == found[0]
    only = groups([masuk("A", 1, keputusan=SESUAI), masuk("C", 1)], DESA)
    assert next_undecided(only, "C") is None


def test_verification_goes_on_where_something_is_undecided():
    found = groups([masuk("A", 1, keputusan=SESUAI), masuk("B", 1)], DESA)
    assert first_to_open(found).kode == "B"
    done = groups([masuk("A", 1, keputusan=SESUAI), masuk("B", 1, keputusan=SESUAI)], DESA)
    assert first_to_open(done).kode == "A"


def test_pilih_semua_spares_what_is_decided_until_all_is():
    rejected, open_ = masuk("A", 1, keputusan=Keputusan.TIDAK_SESUAI), masuk("A", 2)
    assert to_tick([rejected, open_]) == [open_]
    assert to_tick([rejected]) == [rejected]


def test_rules_speak_of_the_undecided_now_and_of_the_decided_as_then():
    foreign = masuk("A", 1, isi=isi("Jalan", kewenangan=Kewenangan.PROVINSI))
    assert notes(foreign, [foreign], KEWENANGAN) == [
        (Sikap.INGATKAN, "Kewenangan provinsi, bukan kewenangan kabupaten.")
    ]
    decided = masuk("A", 1, isi=foreign.isi, keputusan=SESUAI, catatan_aturan=("Catatan waktu itu.",))
    assert notes(decided, [decided], KEWENANGAN) == [(Sikap.INGATKAN, "Catatan waktu itu.")]


def test_merging_offers_only_accepted_others_and_the_same_desa_first():
    chosen, far, near = masuk("B", 1), masuk("A", 1, keputusan=SESUAI), masuk("B", 2, keputusan=DIUBAH)
    assert targets([far, chosen, near, masuk("B", 3)], [chosen], {}) == [near, far]


def test_merging_offers_the_look_alike_before_everything_else():
    chosen, twin, near = masuk("B", 1), masuk("A", 1, keputusan=SESUAI), masuk("B", 2, keputusan=SESUAI)
    assert targets([near, twin, chosen], [chosen], {chosen.id: [twin]}) == [twin, near]


def test_after_a_decision_the_next_undecided_below_comes_then_those_above():
    one, done, three, four = masuk("A", 1), masuk("A", 2, keputusan=SESUAI), masuk("A", 3), masuk("A", 4)
    rows = [one, done, three, four]
    assert next_row(rows, [one.id]) == three
    assert next_row(rows, [three.id]) == four
    assert next_row(rows, [three.id, four.id]) == one
    assert next_row(rows, [one.id, three.id, four.id]) is None
    assert next_row(rows, []) == one


def test_what_was_decided_is_told_in_words():
    rows = [masuk("A", 1, keputusan=SESUAI), masuk("A", 2, keputusan=SESUAI), masuk("A", 3, keputusan=DIUBAH)]
    assert told(rows) == "2 sesuai, 1 sesuai dengan perubahan"


def test_the_original_stays_beside_a_change():
    changed = masuk("A", 1, isi=isi("Jalan", biaya=5), biaya_asal=90_000_000, keputusan=DIUBAH)
    assert original(changed) == "2.000 meter · Rp90.000.000"


def test_filters_join_words_bidang_and_keputusan():
    u = masuk("A", 1, isi=isi("Normalisasi parit", lokasi="Dusun Melati"))
    assert fits(u, "melati PARIT", "Fisik dan Prasarana", "belum")
    assert not fits(u, "melati irigasi", "semua", "semua")
    assert not fits(u, "", "Ekonomi", "semua")
    assert not fits(u, "", "semua", "sesuai")
