"""Sending and closing: L26 to L31."""

from dataclasses import asdict, replace
from datetime import datetime
from uuid import UUID

from musrenbang import fields, guards
from musrenbang.access import Tindakan
from musrenbang.actions import jawaban, terkirim
from musrenbang.actions.door import Visit, clean, in_meeting, refuse_changed, refuse_moved
from musrenbang.errors import Issue, refuse
from musrenbang.model import BeritaAcara, Orang, Wakil
from musrenbang.store import meetings, sent
from musrenbang.store.engine import Store


def kirim(store: Store, who: Orang, rapat: UUID, dilihat: str, now: datetime) -> None:
    """Sends the usulan prioritas to the OPDs, stops the clock and locks the meeting (L26 to L29).

    `dilihat` is the `tanda_data` of what the person has seen. Raises ChangedMeanwhile when anything has changed since.
    The trail keeps a digest of each usulan as it was sent. Of a meeting that is sent anew, answers to usulan that have
    changed in between hold no longer.
    """

    def work(visit: Visit) -> None:
        refuse_moved(visit, dilihat, "Kirim")
        facts = visit.facts()
        refuse(*guards.send(facts))
        sidik = sent.digests(visit.tx, rapat)
        jawaban.lapse(visit, terkirim.changed_for_opd(visit.tx, rapat, sidik))
        meetings.stamp_sent(visit.tx, rapat, now)
        visit.log("rapat", sesudah={"dikirim": now, **asdict(facts.kemajuan), "sidik": sidik})

    in_meeting(store, who, Tindakan.KIRIM, rapat, now, work)


def isi_berita_acara(store: Store, who: Orang, rapat: UUID, isi: BeritaAcara, now: datetime) -> None:
    """Fills in what the minutes print besides the usulan; only after Kirim (L31). Raises ChangedMeanwhile."""
    isi = _clean(isi)

    def work(visit: Visit) -> None:
        refuse(*([] if visit.rapat.dikirim else [Issue("belum_dikirim")]))
        refuse(*fields.minutes_fields(isi))
        before = meetings.berita_acara(visit.tx, rapat)
        if not meetings.save_berita_acara(visit.tx, rapat, isi):
            refuse_changed([visit.overtaken("berita acara", "Berita Acara", _picture(before), _picture(isi))])
        visit.log("berita acara", asdict(before), asdict(isi))

    in_meeting(store, who, Tindakan.ISI_BERITA_ACARA, rapat, now, work)


def _picture(b: BeritaAcara) -> dict[str, object]:
    """For a sentence: one text for each wakil."""
    people = [" ".join(filter(None, (w.nama, w.lembaga, w.jabatan))) for w in b.wakil]
    return {**asdict(b), "wakil": people}


def _clean(isi: BeritaAcara) -> BeritaAcara:
    people = tuple(Wakil(clean(w.nama), clean(w.lembaga), clean(w.jabatan)) for w in isi.wakil)
    return replace(
        isi,
        nomor=clean(isi.nomor),
        pimpinan=clean(isi.pimpinan),
        jabatan_pimpinan=clean(isi.jabatan_pimpinan),
        nama_bappeda=clean(isi.nama_bappeda),
        nip_bappeda=clean(isi.nip_bappeda),
        sambutan=tuple(s for s in map(clean, isi.sambutan) if s),
        pemateri=tuple(s for s in map(clean, isi.pemateri) if s),
        wakil=tuple(w for w in people if w.nama or w.lembaga or w.jabatan),
    )
