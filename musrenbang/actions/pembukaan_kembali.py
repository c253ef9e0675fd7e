"""Opening a sent meeting again: Bappeda alone, by a letter, and as often as it is needed."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from musrenbang import guards
from musrenbang.access import Tindakan
from musrenbang.actions.dokumen import retire_minutes
from musrenbang.actions.door import Visit, clean, in_meeting, refuse_changed
from musrenbang.errors import Issue, refuse
from musrenbang.formats import tanggal_jam, wib
from musrenbang.model import Orang, SuratPembukaan, UsulanMasuk
from musrenbang.store import meetings, usulan
from musrenbang.store.engine import Store


def buka_kembali(
    store: Store, who: Orang, rapat: UUID, dilihat: datetime, surat: SuratPembukaan, now: datetime
) -> None:
    """Takes the sending back: the camat may change everything again, and must send again.

    `dilihat` is the sending that the person has seen; raises ChangedMeanwhile when it is another now. The trail keeps
    what had been sent. The scan of the signed minutes is no longer in force, as those tell of the earlier state.
    """
    surat = replace(surat, alasan=clean(surat.alasan), nomor=clean(surat.nomor))

    def work(visit: Visit) -> None:
        refuse(*guards.reopen(visit.facts(), surat, wib(now).date()), *_other_year(visit))
        refuse_changed(_sent_again(visit, dilihat))
        before = {"dikirim": visit.rapat.dikirim, "terkirim": _sent(usulan.in_meeting(visit.tx, rapat))}
        meetings.reopen(visit.tx, rapat, who.nama_pengguna, surat, now)
        visit.log("rapat", before, {"dibuka_kembali": now, **_letter(surat)})
        retire_minutes(visit)

    in_meeting(store, who, Tindakan.BUKA_KEMBALI, rapat, now, work)


def _other_year(visit: Visit) -> list[Issue]:
    """Its camat has the current year before him, and could neither change it nor send it again."""
    tahun, berjalan = visit.rapat.tahun, meetings.current_year(visit.tx)
    return [] if tahun == berjalan else [Issue("bukan_tahun_berjalan", {"tahun": tahun, "berjalan": berjalan})]


def _letter(surat: SuratPembukaan) -> dict[str, object]:
    return {"alasan": surat.alasan, "nomor_surat": surat.nomor, "tanggal_surat": surat.tanggal}


def _sent_again(visit: Visit, dilihat: datetime) -> list[Issue]:
    dikirim = visit.rapat.dikirim
    if dikirim is None or dikirim == dilihat:
        return []
    now = f"dikirim kembali {tanggal_jam(dikirim)}"
    return [visit.changed(["rapat"], f"Musrenbang Kecamatan {visit.rapat.kecamatan.nama}", now)]


def _sent(rows: list[UsulanMasuk]) -> list[dict[str, object]]:
    """What the OPDs had been given, in the order of the ranking."""
    given = sorted((u for u in rows if u.utama), key=lambda u: (u.peringkat or 0, u.kode))
    return [
        {"kode": u.kode, "opd": u.opd, "prioritas": u.prioritas, "poin": u.poin, "peringkat": u.peringkat}
        for u in given
    ]
