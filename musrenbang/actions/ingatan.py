"""What is remembered of usulan over the years, for the desa/kelurahan that proposes and the meeting that decides."""

from uuid import UUID

from musrenbang.access import Tindakan, may_touch_meeting
from musrenbang.actions.own_desa import own_desa
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Orang, Pengajuan, UsulanLalu
from musrenbang.store import ingatan as table
from musrenbang.store import recent
from musrenbang.store.engine import Store


def dapat_diajukan_lagi(store: Store, who: Orang, tahun: int) -> list[UsulanLalu]:
    """What the own desa/kelurahan can propose again in `tahun`, newest first."""
    return store.snapshot(lambda tx: table.offered(tx, own_desa(tx, who).kode, tahun))


def pengajuan_desa(store: Store, who: Orang, tahun: int) -> dict[UUID, Pengajuan]:
    """How often, of each usulan that the own desa/kelurahan proposes again in `tahun`."""
    return store.snapshot(lambda tx: table.of_desa(tx, own_desa(tx, who).kode, tahun))


def pengajuan_rapat(store: Store, who: Orang, rapat: UUID) -> dict[UUID, Pengajuan]:
    """The same of all usulan of a meeting's desa/kelurahan. Who proposes again moves the meeting's chain."""
    found = recent.now(store, rapat)
    if found is None:
        raise Refused([Issue("tidak_ditemukan")])
    refuse(*may_touch_meeting(who, Tindakan.LIHAT, found))
    place = found.kecamatan.kode, found.tahun
    return recent.asked(store, rapat, "pengajuan", lambda tx: table.of_kecamatan(tx, *place))
