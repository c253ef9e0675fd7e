"""What a meeting has become on a laptop is taken in: whole and once, or refused with what stands against it."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang.actions import (
    baca,
    dokumen,
    kapsul,
    lampiran,
    pembukaan_kembali,
    pengguna,
    periksa_dokumen,
    persiapan,
    salin,
    terima_kapsul,
    terkirim,
    usulan,
    usulan_desa,
    verifikasi,
)
from musrenbang.actions.periksa import periksa
from musrenbang.actions.pulihkan import pulihkan
from musrenbang.errors import Refused
from musrenbang.intake.kapsul import SEGEL
from musrenbang.model import (
    ADMIN,
    BarisJejak,
    JenisBerkas,
    KapsulDiterima,
    Keputusan,
    Orang,
    Peran,
    SuratPembukaan,
    UsulanMasuk,
)
from musrenbang.store import berkas
from musrenbang.store.engine import Rows, Store
from musrenbang.store.opening import open_store
from musrenbang.store.trail import Chain
from musrenbang.words import sentence
from tests import cast
from tests.away import PULANG, go_out, hand_over, held, laptop, send, take_in, upload, whole_meeting
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, JALAN, LAPANGAN, NOW, RAPAT, TAHUN
from tests.conftest import StoreAt
from tests.intake.corpus_pictures import picture, saved
from tests.scans import paper
from tests.witness import assert_chain, assert_row, dump, logged, race, refusals, refused, rows_of

Hold = Callable[[Store], object]
KEMBALI = "kembali.kapsul"


def both_sides(store: Store, folder: Path, hold: Hold) -> tuple[Path, list[UsulanMasuk], list[BarisJejak]]:
    """The file that comes back, and what the laptop showed at the end: its usulan with ranks, and its trail."""
    with laptop(go_out(store, folder)) as there:
        hold(there)
        file = hand_over(there, folder / KEMBALI)
        return file, baca.usulan_masuk(there, CAMAT, RAPAT), rows_of(there)


def documents(store: Store) -> dict[str, bytes]:
    found = (berkas.find(store, id_) for id_ in berkas.ids(store))
    return {one.nama: store.files.read(one.id) for one in found if one}


# it does it ----------------------------------------------------------------------------------------------------------


def test_the_whole_meeting_is_here_as_it_was_held(store: Store, tmp_path: Path) -> None:
    file, ranked, told = both_sides(store, tmp_path, whole_meeting)
    before = len(rows_of(store))
    assert take_in(store, file) == KapsulDiterima("Bahorok", TAHUN, len(told) - before, 0, None)
    assert baca.usulan_masuk(store, CAMAT, RAPAT) == ranked
    assert sorted(u.peringkat or 0 for u in ranked if u.utama) == [1, 2, 2, 4]
    assert rows_of(store)[:-1] == told
    f = baca.fakta(store, CAMAT, RAPAT)
    assert (f.rapat.dikirim, f.rapat.dibawa, f.daftar_hadir.tempat) == (NOW, None, "Aula Kantor Camat")
    assert [u.kode for _, u in baca.usulan_opd(store, cast.OPD_PUTR, cast.PUTR, TAHUN)]
    assert periksa(store) == []


def test_logs_the_taking_in_after_what_was_brought(store: Store, tmp_path: Path) -> None:
    file, _, told = both_sides(store, tmp_path, whole_meeting)
    take_in(store, file)
    *others, last = rows_of(store)
    assert_row(last, "administrator", "kapsul diterima", "rapat", PULANG)
    assert json.loads(last.sesudah)["baris_jejak"] == len(told) - 1
    assert len(others) == len(told)
    assert_chain(rows_of(store))


def test_papers_have_the_code_that_was_printed_in_the_hall(store: Store, tmp_path: Path) -> None:
    with laptop(go_out(store, tmp_path)) as there:
        whole_meeting(there)
        printed = terkirim.code(there, baca.fakta(there, CAMAT, RAPAT).rapat)
        file = hand_over(there, tmp_path / KEMBALI)
    take_in(store, file)
    assert printed == terkirim.code(store, baca.fakta(store, CAMAT, RAPAT).rapat)
    assert periksa_dokumen.periksa_kode(store, printed).cocok


def test_on_its_way_it_passes_any_stage(store_at: StoreAt, tmp_path: Path) -> None:
    """Out in the middle of the meeting, back before its end: it goes on here."""

    def decide(there: Store) -> None:
        usulan.jadikan_cadangan(there, CAMAT, RAPAT, cast.seen(there, JALAN), "Tahun depan", NOW)

    store = store_at(cast.prioritised)
    take_in(store, held(store, tmp_path, decide))
    assert cast.row(store, JALAN).alasan_cadangan == "Tahun depan"
    usulan.pilih_prioritas(store, CAMAT, RAPAT, cast.seen(store, JALAN), 1, cast.PUTR, PULANG)
    assert periksa(store) == []


def test_what_the_desa_did_there_is_here(store: Store, tmp_path: Path) -> None:
    def prepare(there: Store) -> None:
        usulan_desa.isi(there, DESA, RAPAT, cast.isi("Sumur bor"), NOW)
        usulan_desa.hapus(there, DESA, RAPAT, LAPANGAN.id, 1, NOW)
        sumur = cast.own(there)[-1]
        usulan_desa.setujui(there, DESA, RAPAT, {sumur.id: sumur.versi}, True, NOW)

    take_in(store, held(store, tmp_path, prepare))
    assert [(u.isi.nama, u.urutan, u.disetujui) for u in cast.own(store)][-1] == ("Sumur bor", 4, True)
    assert LAPANGAN.kode not in [u.kode for u in cast.own(store)]
    assert periksa(store) == []


def test_documents_come_along_and_those_replaced_too(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.opened)
    first = upload(store, JenisBerkas.DAFTAR_HADIR, paper(1), "satu.pdf")
    lampiran.lampirkan(store, DESA, RAPAT, LAPANGAN.id, JenisBerkas.DOKUMEN_USULAN, "lama.pdf", paper(3), NOW)

    def scan(there: Store) -> None:
        usulan_desa.hapus(there, DESA, RAPAT, LAPANGAN.id, 1, NOW)
        unfinished = there.files.unfinished()
        unfinished.write_bytes(paper(2))
        dokumen.unggah(there, CAMAT, RAPAT, JenisBerkas.DAFTAR_HADIR, "dua.pdf", unfinished, first, NOW)
        upload(there, JenisBerkas.FOTO, saved(picture()), "hadirin.png")

    taken = take_in(store, held(store, tmp_path, scan))
    assert taken.dokumen == 2
    kept = documents(store)
    assert kept.keys() == {"satu.pdf", "dua.pdf", "lama.pdf", "hadirin.jpg"}
    assert (kept["dua.pdf"], kept["hadirin.jpg"][:3]) == (paper(2), b"\xff\xd8\xff")
    in_force = {b.nama for b in dokumen.daftar(store, CAMAT, RAPAT) if b.diganti is None}
    assert in_force == {"dua.pdf", "hadirin.jpg"}
    assert periksa(store) == []


def test_it_goes_out_again_and_comes_back_again(store: Store, tmp_path: Path) -> None:
    take_in(store, held(store, tmp_path, lambda there: persiapan.buka(there, CAMAT, RAPAT, "", NOW)))
    with laptop(go_out(store, tmp_path, "kedua.kapsul", PULANG), "kedua", PULANG) as there:
        sheet = baca.fakta(there, CAMAT, RAPAT).daftar_hadir
        persiapan.isi_daftar_hadir(there, CAMAT, RAPAT, cast.attending(sheet), PULANG)
        file = hand_over(there, tmp_path / "kedua kembali", PULANG)
    take_in(store, file)
    assert baca.fakta(store, CAMAT, RAPAT).daftar_hadir.nama_camat == "Abdi"
    assert periksa(store) == []


def test_bappeda_can_be_restored_or_moved_meanwhile(store: Store, tmp_path: Path) -> None:
    """What is away is written in the database itself, so a copy knows it too."""
    file = held(store, tmp_path, whole_meeting)
    made = salin.salin(store, BAPPEDA, tmp_path / "salinan", NOW)
    restored = open_store(str(tmp_path / "pulih.duckdb"))
    pulihkan(restored, made.folder)
    take_in(restored, file)
    assert periksa(restored) == []
    restored.close()


# once ----------------------------------------------------------------------------------------------------------------


def test_twice_is_once(store: Store, tmp_path: Path) -> None:
    file = held(store, tmp_path, whole_meeting)
    take_in(store, file)
    before = dump(store)
    assert take_in(store, file, PULANG + timedelta(days=1)).sudah == PULANG
    assert dump(store) == before


def test_handed_over_anew_it_is_still_the_same(store: Store, tmp_path: Path) -> None:
    with laptop(go_out(store, tmp_path)) as there:
        whole_meeting(there)
        files = [hand_over(there, tmp_path / name, NOW + timedelta(days=n)) for n, name in enumerate("ab")]
    take_in(store, files[0])
    assert logged(store, lambda: take_in(store, files[1])) == []


def test_two_at_once_take_it_in_once(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.opened)
    file = held(store, tmp_path, lambda there: upload(there, JenisBerkas.DAFTAR_HADIR, paper(), "hadir.pdf"))
    outcomes = race(partial(take_in, store, file), partial(take_in, store, file))
    assert sorted(getattr(taken, "sudah", None) is None for taken in outcomes) == [False, True], outcomes
    assert [row.tindakan for row in rows_of(store)].count("kapsul diterima") == 1
    assert documents(store) == {"hadir.pdf": paper()}
    assert periksa(store) == []


# refused -------------------------------------------------------------------------------------------------------------


def assert_refused(store: Store, file: Path, *keys: str) -> None:
    """And no document is left behind."""
    before = sorted(store.files.names())
    with refused(store, *keys):
        take_in(store, file)
    assert sorted(store.files.names()) == before
    assert not list(store.files.folder.glob("*.setengah-jadi") if store.files.folder.exists() else [])


def test_refused_for_everybody_but_bappeda(store: Store, tmp_path: Path) -> None:
    file = held(store, tmp_path, whole_meeting)
    for who in (CAMAT, DESA, cast.OPD_PUTR):
        with refused(store, "bukan_wewenang"):
            terima_kapsul.terima(store, who, file, PULANG)


def test_refused_where_it_did_not_come_from(store: Store, store_at: StoreAt, tmp_path: Path) -> None:
    """Another regency's database, or this one as it was before: neither knows of it."""
    file = held(store, tmp_path, whole_meeting)
    assert_refused(store_at(cast.waiting), file, "kapsul_asing")
    with laptop(tmp_path / "keluar.kapsul", "lagi") as there:
        assert_refused(there, file, "kapsul_asing")


def test_refused_for_what_went_out_and_for_no_kapsul(store: Store, tmp_path: Path) -> None:
    assert_refused(store, go_out(store, tmp_path), "kapsul_belum_diserahkan")
    (tmp_path / "lain").write_bytes(paper())
    assert_refused(store, tmp_path / "lain", "kapsul_bukan")


def test_refused_when_it_was_called_off(store: Store, tmp_path: Path) -> None:
    file = held(store, tmp_path, whole_meeting)
    kapsul.batal(store, BAPPEDA, RAPAT, NOW)
    with pytest.raises(Refused) as caught:
        take_in(store, file)
    assert "dibatalkan bappeda pada" in sentence(caught.value.issues[0])
    assert_refused(store, file, "kapsul_dibatalkan")


def test_an_older_one_is_refused_while_a_newer_is_away_and_after_it_is_back(store: Store, tmp_path: Path) -> None:
    older = held(store, tmp_path, whole_meeting)
    kapsul.batal(store, BAPPEDA, RAPAT, NOW)
    with laptop(go_out(store, tmp_path, "baru.kapsul"), "baru") as there:
        persiapan.buka(there, CAMAT, RAPAT, "", NOW)
        newer = hand_over(there, tmp_path / "baru kembali")
    assert_refused(store, older, "kapsul_dibatalkan")
    take_in(store, newer)
    assert_refused(store, older, "kapsul_dibatalkan")
    assert baca.fakta(store, CAMAT, RAPAT).rapat.dikirim is None


def test_another_outcome_of_the_same_kapsul_is_refused(store: Store, tmp_path: Path) -> None:
    """The kapsul was opened on two laptops, and both have held the meeting."""
    first = held(store, tmp_path, whole_meeting)
    with laptop(tmp_path / "keluar.kapsul", "lain") as there:
        persiapan.buka(there, CAMAT, RAPAT, "", NOW)
        second = hand_over(there, tmp_path / "lain kembali")
    take_in(store, first)
    assert_refused(store, second, "kapsul_lain_diterima")


def move_here(store: Store) -> None:
    """As a version without the lock would, or somebody at the database."""

    def work(tx: Rows) -> None:
        chain = Chain(tx, str(RAPAT), "sekcam.bahorok", NOW + timedelta(hours=1))
        before = {"keputusan": "belum", "biaya": 250_000_000}
        chain.write("verifikasi usulan", JALAN.kode, before, {"keputusan": "tidak sesuai", "biaya": 250_000_000})
        chain.write("isi Daftar Hadir", "daftar hadir", {"tempat": ""}, {"tempat": "Balai Desa"})
        chain.close()

    store.transaction(work)


def test_conflicts_are_told_by_usulan_and_nothing_is_overwritten(store_at: StoreAt, tmp_path: Path) -> None:
    def verify(there: Store) -> None:
        verifikasi.verifikasi(there, CAMAT, RAPAT, cast.seen(there, JALAN), verifikasi.Putusan(Keputusan.SESUAI), NOW)

    store = store_at(cast.started)
    file = held(store, tmp_path, verify)
    move_here(store)
    with pytest.raises(Refused) as caught:
        take_in(store, file)
    jalan, hadir = (sentence(issue) for issue in caught.value.issues)
    assert jalan == (
        f"Usulan “Hotmix jalan utama” ({JALAN.kode}): di Bappeda diverifikasi tidak sesuai oleh sekcam.bahorok pada "
        "15 Februari 2027 pukul 10.00 WIB; di kapsul diverifikasi sesuai oleh camat.bahorok pada 15 Februari 2027 "
        "pukul 09.00 WIB. Tidak ada yang ditimpa."
    )
    assert hadir.startswith("Daftar Hadir: di Bappeda diisi (tempat ")
    assert "di kapsul tidak diubah" in hadir
    assert_refused(store, file, "kapsul_bentrok", "kapsul_bentrok")


def test_called_off_and_taken_in_at_once_one_of_them_is_told(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.started)
    file = held(store, tmp_path, lambda there: usulan.tambah_usulan(there, CAMAT, RAPAT, cast.isi("Tugu"), NOW))
    outcomes = race(partial(take_in, store, file), partial(kapsul.batal, store, BAPPEDA, RAPAT, PULANG))
    there = "2027-12.05.01-K001" in {u.kode for u in baca.usulan_masuk(store, CAMAT, RAPAT)}
    assert refusals(outcomes) == (["kapsul_tidak_keluar"] if there else ["kapsul_dibatalkan"])
    assert periksa(store) == []


# changed on the laptop otherwise than by the application -------------------------------------------------------------


def with_sql(sql: str, *values: object) -> Callable[[Store], None]:
    def hold(there: Store) -> None:
        whole_meeting(there)
        there.rows(sql, *values)

    return hold


TAMPERED = [
    ("update jejak set sesudah = 'null' where tindakan = 'isi skor'", ["kapsul_cacat"]),
    ("update jejak set oleh = 'sekcam.bahorok' where tindakan = 'isi skor'", ["kapsul_cacat"]),
    ("update skor set k1 = 5 where k1 = 3", ["kapsul_cacat"]),
    ("update usulan_masuk set biaya = biaya + 1", ["kapsul_cacat"]),
    ("delete from jejak where nomor > 5", ["kapsul_cacat"]),
    ("update usulan set biaya = biaya + 1 where urutan = 1 and kecamatan = '12.05.01'", ["kapsul_tanpa_jejak"]),
    ("update rapat set dihitung = null, dikirim = null", ["kapsul_cacat"]),
    ("update opd set nama = 'Dinas Lain' where kode = '1.03.01'", ["kapsul_rujukan"]),
    ("update prioritas set nama = 'Lain' where nomor = 3", ["kapsul_rujukan"]),
]


@pytest.mark.parametrize(("sql", "keys"), TAMPERED, ids=[sql for sql, _ in TAMPERED])
def test_refused_when_rows_are_not_as_the_trail_tells(store: Store, tmp_path: Path, sql: str, keys: list[str]) -> None:
    file = held(store, tmp_path, with_sql(sql))
    before = dump(store)
    with pytest.raises(Refused) as caught:
        take_in(store, file)
    assert sorted({issue.key for issue in caught.value.issues}) == keys
    assert [sentence(issue) for issue in caught.value.issues]
    assert dump(store) == before


def test_refused_when_other_weights_were_frozen(store: Store, tmp_path: Path) -> None:
    def hold(there: Store) -> None:
        there.rows("update kriteria set bobot = bobot + 1 where nomor = 1")
        there.rows("update kriteria set bobot = bobot - 1 where nomor = 2")
        whole_meeting(there)

    assert_refused(store, held(store, tmp_path, hold), "kapsul_rujukan")


def test_refused_when_the_clock_of_the_laptop_was_ahead(store: Store, tmp_path: Path) -> None:
    def hold(there: Store) -> None:
        persiapan.buka(there, CAMAT, RAPAT, "", PULANG + timedelta(hours=1))

    file = held(store, tmp_path, hold)
    assert_refused(store, file, "kapsul_jam_depan")
    assert take_in(store, file, PULANG + timedelta(hours=1)).sudah is None


def test_an_account_of_the_laptop_must_be_known_here_first(store: Store, tmp_path: Path) -> None:
    ketua = Orang("ketua.bahorok", "Ketua Tim", Peran.CAMAT, BAHOROK)

    def hold(there: Store) -> None:
        pengguna.tambah(there, ADMIN, ketua.nama_pengguna, ketua.nama, ketua.peran, ketua.wilayah, NOW)
        persiapan.buka(there, ketua, RAPAT, "", NOW)

    file = held(store, tmp_path, hold)
    assert_refused(store, file, "kapsul_baris_asing")
    pengguna.tambah(store, BAPPEDA, ketua.nama_pengguna, ketua.nama, ketua.peran, ketua.wilayah, NOW)
    assert take_in(store, file).baris == 2


def test_refused_when_somebody_played_bappeda_there(store: Store, tmp_path: Path) -> None:
    def hold(there: Store) -> None:
        whole_meeting(there)
        surat = SuratPembukaan("Keliru", "005", NOW.date())
        pembukaan_kembali.buka_kembali(there, replace(BAPPEDA, nama_pengguna="camat.bahorok"), RAPAT, NOW, surat, NOW)
        send(there, NOW + timedelta(hours=1))

    assert_refused(store, held(store, tmp_path, hold), "kapsul_baris_asing")


def test_a_document_is_looked_at_as_an_upload_is(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.opened)

    def hold(there: Store) -> None:
        id_ = upload(there, JenisBerkas.DAFTAR_HADIR, paper(), "hadir.pdf")
        hostile = b"<script>alert(1)</script>"
        there.files.path(id_).write_bytes(hostile)
        sidik = "update berkas set ukuran = $1, sidik = $2 where id = $3"
        there.rows(sidik, len(hostile), hashlib.sha256(hostile).hexdigest(), id_)

    file = held(store, tmp_path, hold)
    assert_refused(store, file, "kapsul_dokumen_ditolak")


@pytest.mark.parametrize("owner", [cast.RAPAT_STABAT, cast.PASAR.id])
def test_a_document_of_somebody_else_is_refused(store_at: StoreAt, tmp_path: Path, owner: UUID) -> None:
    store = store_at(cast.opened)

    def hold(there: Store) -> None:
        id_ = upload(there, JenisBerkas.FOTO, saved(picture()), "foto.png")
        there.rows("update berkas set pemilik = $1, diganti = waktu, jenis = 'foto usulan' where id = $2", owner, id_)

    assert_refused(store, held(store, tmp_path, hold), "kapsul_dokumen_asing")


# altered on its way --------------------------------------------------------------------------------------------------


def rewritten(file: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Under the seal that it had."""
    out = file.with_name("diubah.kapsul")
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(out, "w") as target:
        for inside in source.namelist():
            content = source.read(inside)
            target.writestr(inside, change(content) if inside == name else content)
    out.write_bytes(out.read_bytes() + file.read_bytes()[-SEGEL:])
    return out


def replaced(before: bytes, after: bytes, content: bytes) -> bytes:
    assert before in content
    return content.replace(before, after, 1)


def test_refused_when_anything_in_it_was_altered(store: Store, tmp_path: Path) -> None:
    file = held(store, tmp_path, whole_meeting)
    for name, before, after in (
        ("isi.json", b"Hotmix", b"Hotmax"),
        ("keterangan.json", b"12.05.01", b"12.05.07"),
        ("keterangan.json", b'"nomor":1', b'"nomor":2'),
    ):
        assert_refused(store, rewritten(file, name, partial(replaced, before, after)), "kapsul_rusak")


def test_whichever_byte_is_flipped_it_is_refused(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.opened)
    file = held(store, tmp_path, lambda there: upload(there, JenisBerkas.DAFTAR_HADIR, paper(), "hadir.pdf"))
    whole, before = file.read_bytes(), dump(store)

    @settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, len(whole) - 1), st.integers(1, 255))
    def flip(at: int, by: int) -> None:
        changed = bytearray(whole)
        changed[at] ^= by
        file.write_bytes(changed)
        with pytest.raises(Refused):
            take_in(store, file)

    flip()
    assert dump(store) == before
    file.write_bytes(whole)
    assert take_in(store, file).sudah is None
