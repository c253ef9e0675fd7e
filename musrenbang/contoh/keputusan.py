"""What the sample camat decide: verification, an usulan of the kecamatan, prioritas, OPD and cadangan."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from uuid import UUID

from musrenbang.actions import usulan as actions
from musrenbang.actions.verifikasi import Putusan
from musrenbang.actions.verifikasi import verifikasi as decide
from musrenbang.contoh.sidang import Sidang, half
from musrenbang.contoh.usulan import of_kecamatan
from musrenbang.intake.reference_files import read
from musrenbang.model import Keputusan, Kewenangan, UsulanMasuk
from musrenbang.words import ALASAN_CADANGAN, ALASAN_TIDAK_SESUAI

DESA, PROVINSI_PUSAT, DANA_DESA, _, LOKASI, SUDAH, _ = ALASAN_TIDAK_SESUAI
ALASAN_KEWENANGAN = {
    Kewenangan.DESA: DESA,
    Kewenangan.PROVINSI: PROVINSI_PUSAT,
    Kewenangan.PUSAT: PROVINSI_PUSAT,
}
PERSEN_DITOLAK, PERSEN_CADANGAN = 4, 14
DIUBAH = 3


def verifikasi(s: Sidang) -> None:
    """All: most accepted, some refused with a reason, three changed, one merged into its twin."""
    _verify(s, s.usulan())
    _change_some(s)
    _merge_one(s)


def verifikasi_separuh(s: Sidang) -> None:
    _verify(s, half(s.usulan()))


def _verify(s: Sidang, chosen: Sequence[UsulanMasuk]) -> None:
    by_answer: dict[str, list[UsulanMasuk]] = defaultdict(list)
    for u in chosen:
        by_answer[_refusal(s, u)].append(u)
    for alasan, same in by_answer.items():
        putusan = Putusan(Keputusan.TIDAK_SESUAI, alasan) if alasan else Putusan(Keputusan.SESUAI)
        decide(s.store, s.who, s.rapat, _seen(same), putusan, s.tick())


def _refusal(s: Sidang, u: UsulanMasuk) -> str:
    """Why this one is not accepted; empty for most."""
    if u.isi.kewenangan in ALASAN_KEWENANGAN:
        return ALASAN_KEWENANGAN[u.isi.kewenangan]
    return s.rng.choice((DANA_DESA, LOKASI, SUDAH)) if s.rng.randrange(100) < PERSEN_DITOLAK else ""


def _change_some(s: Sidang) -> None:
    """A smaller volume, and the cost in proportion."""
    large = [u for u in s.usulan() if u.diterima and u.isi.volume >= 100]
    for u in s.rng.sample(large, DIUBAH):
        volume = (u.isi.volume * 4 / 5).quantize(Decimal("1"))
        putusan = Putusan(Keputusan.DIUBAH, "Volume disesuaikan dengan hasil survei.", volume, u.isi.biaya * 4 // 5)
        decide(s.store, s.who, s.rapat, _seen([u]), putusan, s.tick())


def _merge_one(s: Sidang) -> None:
    """The first that a neighbouring desa has proposed in the same words."""
    first: dict[str, UsulanMasuk] = {}
    for u in s.usulan():
        target = first.setdefault(u.isi.nama, u) if u.keputusan is Keputusan.SESUAI else u
        if target is not u:
            putusan = Putusan(Keputusan.DIGABUNG, "Satu ruas yang bersambung.", None, None, target.id, target.versi)
            return decide(s.store, s.who, s.rapat, _seen([u]), putusan, s.tick())
    return None


def tambah_usulan(s: Sidang) -> None:
    own = [row for row in read("usulan_contoh") if "kecamatan" in row["nama"] or "camat" in row["nama"]]
    isi = of_kecamatan(f"Ibu kota Kecamatan {s.kecamatan.nama}", s.rng.choice(own), s.opd)
    actions.tambah_usulan(s.store, s.who, s.rapat, isi, s.tick())


def pilih_prioritas(s: Sidang) -> None:
    """Prioritas with the OPD that was proposed, for all accepted; the least pressing become cadangan."""
    _choose(s, [u for u in s.usulan() if u.diterima])


def pilih_prioritas_separuh(s: Sidang) -> None:
    _choose(s, half([u for u in s.usulan() if u.diterima]))


def _choose(s: Sidang, chosen: Sequence[UsulanMasuk]) -> None:
    theme = {row["nama"]: int(row["prioritas"]) for row in read("usulan_contoh")}
    main: dict[tuple[int, str | None], list[UsulanMasuk]] = defaultdict(list)
    reserve: dict[str, list[UsulanMasuk]] = defaultdict(list)
    for u in chosen:
        if s.rng.randrange(100) < PERSEN_CADANGAN:
            reserve[s.rng.choice(ALASAN_CADANGAN)].append(u)
        else:
            main[theme[u.isi.nama], u.isi.opd].append(u)
    for (prioritas, opd), same in main.items():
        actions.pilih_prioritas(s.store, s.who, s.rapat, _seen(same), prioritas, opd, s.tick())
    for alasan, same in reserve.items():
        actions.jadikan_cadangan(s.store, s.who, s.rapat, _seen(same), alasan, s.tick())


def _seen(chosen: Iterable[UsulanMasuk]) -> dict[UUID, int]:
    return {u.id: u.versi for u in chosen}
