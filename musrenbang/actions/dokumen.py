"""The documents of a meeting: signed papers as scans, photos, video (L33, L34)."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from musrenbang.access import Tindakan, may_touch_meeting
from musrenbang.actions.berkas import kept, receive
from musrenbang.actions.door import Visit, in_meeting, refuse_changed
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.formats import tanggal_jam
from musrenbang.intake import photo
from musrenbang.model import Berkas, JenisBerkas, Orang, Rapat
from musrenbang.store import berkas as table
from musrenbang.store import meetings
from musrenbang.store.engine import Rows, Store

PINDAIAN = (JenisBerkas.DAFTAR_HADIR, JenisBerkas.BERITA_ACARA)
PALING_BANYAK = {JenisBerkas.FOTO: 20, JenisBerkas.VIDEO: 3}
NAMA = {
    JenisBerkas.DAFTAR_HADIR: "Pindaian Daftar Hadir",
    JenisBerkas.BERITA_ACARA: "Pindaian Berita Acara",
    JenisBerkas.FOTO: "Foto kegiatan",
    JenisBerkas.VIDEO: "Video",
}


def unggah(
    store: Store, who: Orang, rapat: UUID, jenis: JenisBerkas, nama: str, unfinished: Path,
    menggantikan: UUID | None, now: datetime, dikirim: datetime | None = None,
) -> UUID:  # fmt: skip
    """Keeps a document (L33, L34). A scan takes the place of the one in force, whose row and file stay.

    `menggantikan` is the scan that the person saw in force; raises ChangedMeanwhile when it is another now.
    `dikirim` is when the meeting that the person saw had been sent: of minutes only those of the last sending count.
    The content is looked at last, as that is what costs. `unfinished` is gone afterwards, whatever happens.
    """
    try:
        siap_menerima(store, who, rapat, jenis)
        with kept(store, who, rapat, jenis, nama, unfinished, now) as new:
            in_meeting(store, who, Tindakan.UNGGAH, rapat, now, lambda visit: _write(visit, new, menggantikan, dikirim))
        return new.id
    finally:
        unfinished.unlink(missing_ok=True)


def tarik(store: Store, who: Orang, rapat: UUID, id_: UUID, now: datetime) -> None:
    """Takes a photo or a video out of the documents (L34). Its file and its row stay."""

    def work(visit: Visit) -> None:
        found = next((b for b in table.of_owner(visit.tx, rapat) if b.id == id_), None)
        if found is None:
            raise Refused([Issue("tidak_ditemukan")])
        refuse(*([Issue("pindaian_hanya_diganti")] if found.jenis in PINDAIAN else []))
        if not table.retire(visit.tx, id_, now):
            refuse_changed([visit.changed([_objek(found)], f"“{found.nama}”", "sudah dikeluarkan")])
        visit.log(_objek(found), sebelum=_told(found))

    in_meeting(store, who, Tindakan.UNGGAH, rapat, now, work)


def retire_minutes(visit: Visit) -> None:
    """The meeting is opened again: the scan of its signed minutes waits for a new one. Its file and its row stay."""
    for found in table.of_owners(visit.tx, [visit.rapat.id]):
        if found.jenis is JenisBerkas.BERITA_ACARA:
            table.retire(visit.tx, found.id, visit.now)
            visit.log(_objek(found), sebelum=_told(found))


def siap_menerima(store: Store, who: Orang, rapat: UUID, jenis: JenisBerkas) -> None:
    """Asked before a large upload is read. Raises Refused when it could not be kept anyway."""
    found = _refuse_stranger(store, who, Tindakan.UNGGAH, rapat)
    refuse(*may_come(found, jenis, table.of_owners(store, [rapat])))


def daftar(store: Store, who: Orang, rapat: UUID) -> list[Berkas]:
    """All documents of a meeting, those that were replaced or taken out too, oldest first."""
    _refuse_stranger(store, who, Tindakan.LIHAT, rapat)
    return [b for b in table.of_owner(store, rapat) if b.jenis in NAMA]


def foto_halaman(store: Store, who: Orang, rapat: UUID, content: bytes) -> bytes:
    """A photographed page of a signed paper, upright and drawn anew as JPEG. Nothing of it is kept (L33, L34)."""
    _refuse_stranger(store, who, Tindakan.UNGGAH, rapat)
    received, drawn = receive(store, content), store.files.unfinished()
    try:
        photo.normalise(received, drawn)
        return drawn.read_bytes()
    finally:
        received.unlink(missing_ok=True)
        drawn.unlink(missing_ok=True)


def may_come(rapat: Rapat, jenis: JenisBerkas, berlaku: Sequence[Berkas]) -> list[Issue]:
    """Whether a document of this jenis can be uploaded now; `berlaku` are those of the meeting in force."""
    if jenis not in NAMA:
        return [Issue("tidak_ditemukan")]
    if jenis is JenisBerkas.BERITA_ACARA and not rapat.dikirim:
        return [Issue("pindaian_belum_dikirim")]
    if not rapat.dibuka:
        return [Issue("belum_dibuka")]
    maks = PALING_BANYAK.get(jenis)
    full = maks is not None and sum(b.jenis is jenis for b in berlaku) >= maks
    return [Issue("dokumen_penuh", {"maks": maks, "jenis": NAMA[jenis].lower()})] if full else []


def _refuse_stranger(rows: Rows, who: Orang, tindakan: Tindakan, rapat: UUID) -> Rapat:
    found = meetings.find(rows, rapat)
    if found is None:
        raise Refused([Issue("tidak_ditemukan")])
    refuse(*may_touch_meeting(who, tindakan, found))
    return found


def _write(visit: Visit, new: Berkas, menggantikan: UUID | None, dikirim: datetime | None) -> None:
    berlaku = table.of_owners(visit.tx, [visit.rapat.id])
    refuse(*may_come(visit.rapat, new.jenis, berlaku))
    refuse(*(_of_an_earlier_sending(visit, new, dikirim) if new.jenis is JenisBerkas.BERITA_ACARA else []))
    same = [b for b in berlaku if b.jenis is new.jenis]
    refuse(*[_already_there(b) for b in same if b.sidik == new.sidik])
    old = _replaced(visit, new, same, menggantikan) if new.jenis in PINDAIAN else None
    table.add(visit.tx, new)
    visit.log(_objek(new), _told(old) if old else None, _told(new))


def _replaced(visit: Visit, new: Berkas, same: Sequence[Berkas], menggantikan: UUID | None) -> Berkas | None:
    """The scan that `new` takes the place of."""
    old = same[-1] if same else None
    if (old.id if old else None) != menggantikan:
        refuse_changed([visit.changed([_objek(new)], NAMA[new.jenis], f"“{old.nama}”" if old else "belum ada")])
    if old:
        table.retire(visit.tx, old.id, visit.now)
    return old


def _of_an_earlier_sending(visit: Visit, new: Berkas, dikirim: datetime | None) -> list[Issue]:
    """Minutes signed for what was sent before the meeting was opened again: by an old screen, or by their own bytes."""
    now = visit.rapat.dikirim
    assert now
    if dikirim != now:
        return [Issue("pindaian_dikirim_ulang", {"waktu": tanggal_jam(now)})]
    earlier = [b for b in table.of_owner(visit.tx, visit.rapat.id) if b.sidik == new.sidik and b.waktu < now]
    return [Issue("pindaian_terdahulu", {"nama": b.nama, "waktu": tanggal_jam(now)}) for b in earlier[:1]]


def _already_there(b: Berkas) -> Issue:
    return Issue("dokumen_sama", {"nama": b.nama, "oleh": b.oleh, "waktu": tanggal_jam(b.waktu)})


def _objek(b: Berkas) -> str:
    return f"dokumen {b.jenis.value}"


def _told(b: Berkas) -> dict[str, object]:
    """What the trail keeps of a document."""
    return {"id": b.id, "nama": b.nama, "jenis": b.jenis.value, "ukuran": b.ukuran, "sidik": b.sidik}
