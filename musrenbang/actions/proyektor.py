"""Layar Proyektor: a read-only session that shows one meeting to its hall, and what may be seen there."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from musrenbang import pace, passwords
from musrenbang.access import Tindakan, may_touch_meeting
from musrenbang.actions.door import Visit, in_meeting
from musrenbang.actions.jalannya import saat_di
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import (
    Asal,
    Bobot,
    Fakta,
    Jadwal,
    Kemajuan,
    Keputusan,
    Orang,
    Prioritas,
    Rapat,
    Tingkat,
    UsulanMasuk,
)
from musrenbang.pace import Perkiraan
from musrenbang.sop import next_screen
from musrenbang.store import proyektor as table
from musrenbang.store import recent
from musrenbang.store.engine import Rows, Store
from musrenbang.store.hall import Bahasan, Tampilan
from musrenbang.store.recent import Moment

LAMA_LAYAR = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Tamu:
    """A projector: of which meeting, and until when (UTC)."""

    rapat: Rapat
    berakhir: datetime


@dataclass(frozen=True, slots=True)
class UsulanLayar:
    """What a hall sees of an usulan. `desa` is the kode, None for one of the kecamatan; `tingkat` as in UsulanMasuk."""

    id: UUID
    nama: str
    desa: str | None
    nama_desa: str
    volume: Decimal
    satuan: str
    biaya: int
    penerima: int
    keputusan: Keputusan
    prioritas: int | None
    tingkat: Tingkat | None
    poin: int | None
    peringkat: int | None
    seri: int | None


@dataclass(frozen=True, slots=True)
class Keadaan:
    """A meeting as its hall may see it: nothing of people, accounts or reasons, whatever the operator sees.

    `kini` is the path of the screen where the meeting goes on, `baru` the usulan scored last; `usulan` by desa and its
    own order.
    """

    jadwal: Jadwal
    tahun: int
    kini: str
    kemajuan: Kemajuan
    usulan: tuple[UsulanLayar, ...]
    prioritas: tuple[Prioritas, ...]
    bobot: Bobot
    baru: UUID | None
    laju: Perkiraan | None


def buka_layar(store: Store, who: Orang, rapat: UUID, now: datetime) -> str:
    """Opens a read-only session for projectors of this meeting. Returns its secret, which nobody keeps."""
    rahasia = passwords.new_screen()

    def work(visit: Visit) -> None:
        berakhir = now + LAMA_LAYAR
        table.add(visit.tx, passwords.digest(rahasia), rapat, who.nama_pengguna, now, berakhir)
        visit.log("layar proyektor", sesudah={"berakhir": berakhir})

    in_meeting(store, who, Tindakan.PROYEKSI, rapat, now, work)
    return rahasia


def akhiri_layar(store: Store, who: Orang, rapat: UUID, now: datetime) -> int:
    """Ends all sessions of projectors of this meeting. Returns how many were open."""

    def work(visit: Visit) -> int:
        ended = table.end_all(visit.tx, rapat, now)
        visit.log("layar proyektor", sesudah={"diakhiri": ended})
        return ended

    return in_meeting(store, who, Tindakan.PROYEKSI, rapat, now, work)


def layar_terbuka(store: Store, who: Orang, rapat: UUID, now: datetime) -> int:
    """How many sessions of projectors this meeting has open."""
    return table.count(store, _own(store, who, rapat).id, now)


def bahas(store: Store, who: Orang, rapat: UUID, bahasan: Bahasan) -> None:
    """Tells the hall what the operator has before him; kept in memory only."""
    store.hall.discuss(str(_own(store, who, rapat).id), bahasan)


def tampilkan(store: Store, who: Orang, rapat: UUID, tampilan: Tampilan) -> None:
    """Chooses what the hall sees; kept in memory only."""
    store.hall.show(str(_own(store, who, rapat).id), tampilan)


def tamu(store: Store, sidik: str, now: datetime) -> Tamu | None:
    """The projector behind the digest of a secret, None for a stranger and when the session has ended."""
    found = table.of_digest(store, sidik, now)
    rapat = recent.now(store, found[0]) if found else None
    return Tamu(rapat, found[1]) if found and rapat else None


def keadaan_layar(store: Store, rapat: UUID, now: datetime) -> Keadaan:
    """All that a projector can show of this meeting, from one moment. Who asks has been checked by `tamu`."""

    def work(tx: Rows) -> Keadaan:
        moment = Moment(store.hall, tx, rapat)
        found = moment.rapat()
        if found is None:
            raise Refused([Issue("tidak_ditemukan")])
        return _state(moment, moment.fakta(found), now)

    return store.snapshot(work)


def _state(moment: Moment, f: Fakta, now: datetime) -> Keadaan:
    rapat, rows, refs = f.rapat, moment.usulan(), moment.rujukan(f.rapat)
    kode = table.last_scored(moment.tx, str(rapat.id), Tindakan.SKOR.value)
    return Keadaan(
        _jadwal(f),
        rapat.tahun,
        next_screen(f),
        f.kemajuan,
        tuple(map(_public, rows)),
        tuple(refs.prioritas.values()),
        refs.bobot,
        next((u.id for u in rows if u.kode == kode), None),
        _forecast(moment, f, now),
    )


def _jadwal(f: Fakta) -> Jadwal:
    rapat, d = f.rapat, f.daftar_hadir
    return Jadwal(
        rapat.kecamatan.nama, d.tanggal, d.jam_mulai, d.jam_selesai, d.tempat, d.alamat,
        rapat.dimulai is not None, rapat.dikirim, bool(f.pembukaan_kembali),
    )  # fmt: skip


def _public(u: UsulanMasuk) -> UsulanLayar:
    return UsulanLayar(
        u.id, u.isi.nama, u.desa, _place(u), u.isi.volume, u.isi.satuan, u.isi.biaya, u.isi.penerima,
        u.keputusan, u.prioritas, u.tingkat if u.utama and u.opd else None, u.poin, u.peringkat, u.seri,
    )  # fmt: skip


def _place(u: UsulanMasuk) -> str:
    return "Usulan kecamatan" if u.asal is Asal.KECAMATAN else f"{u.asal.value} {u.nama_desa}"


def _forecast(moment: Moment, f: Fakta, now: datetime) -> Perkiraan | None:
    if not f.bersidang:
        return None
    kerja, sisa = pace.work_left(f.kemajuan)
    return pace.forecast(kerja, saat_di(moment, kerja), sisa, now)


def _own(store: Store, who: Orang, rapat: UUID) -> Rapat:
    found = recent.now(store, rapat)
    if found is None:
        raise Refused([Issue("tidak_ditemukan")])
    refuse(*may_touch_meeting(who, Tindakan.PROYEKSI, found))
    return found
