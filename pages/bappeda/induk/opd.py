"""The OPD, to look up at the left, to add or change at the right."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang.actions import induk_opd as actions
from musrenbang.model import Opd, Orang, Tercatat
from musrenbang.store.current import current
from pages.bappeda.induk.lembar import BARU, buttons, choose
from pages.parts import draft as drafts
from pages.parts import session
from pages.parts.act import attempt
from pages.parts.draft import Draft
from pages.parts.empty import nothing
from pages.parts.saying import saying
from pages.parts.table import table

HEADS = ("Kode", "OPD", "Urusan", "Keadaan")
PILIH = "induk_opd_pilih"
KOSONG = Tercatat(Opd("", "", "", ""), 0, dipakai=False)


def show(who: Orang, _tahun: int, place: DeltaGenerator) -> None:
    rows = {t.isi.kode: t for t in actions.opd(current(), who)}
    left, right = st.columns([13, 8], gap="medium")
    with right, st.container(border=True):
        names = {kode: f"{t.isi.singkatan} – {t.isi.nama}" for kode, t in rows.items()}
        stored = rows.get(choose("OPD yang diubah", PILIH, {BARU: "OPD baru", **names}), KOSONG)
        draft = drafts.open_draft(f"induk_opd_{stored.isi.kode or BARU}", stored, _filled)
        _fields(draft)
        buttons(draft, stored, _filled(draft) != draft.base, _save, _remove)
    with left:
        kata = st.text_input("Cari OPD", key="induk_opd_cari", placeholder="Cari OPD", label_visibility="collapsed")
        found = [t for t in rows.values() if _mentions(t.isi, kata or "")]
        place.html(f'<span class="redup">{len(found)} dari {len(rows)} OPD, untuk semua tahun</span>')
        if found:
            st.html(table(HEADS, map(_cells, found)))
        else:
            nothing("Tidak ada OPD yang cocok dengan kata itu.", "search_off")


def _mentions(o: Opd, kata: str) -> bool:
    said = f"{o.kode} {o.nama} {o.singkatan} {o.urusan}".casefold()
    return all(word in said for word in kata.casefold().split())


def _cells(t: Tercatat[Opd]) -> tuple[str, ...]:
    o = t.isi
    name = f"<b>{escape(o.singkatan)}</b><small>{escape(o.nama)}</small>"
    return escape(o.kode), name, escape(o.urusan) or "–", "Dipakai" if t.dipakai else "Belum dipakai"


def _fields(draft: Draft[Tercatat[Opd]]) -> None:
    o = draft.base.isi
    if not o.kode:
        draft.text("kode", "Kode OPD", "", placeholder="1.03.01")
    draft.text("nama", "Nama OPD", o.nama)
    draft.text("singkatan", "Singkatan", o.singkatan)
    draft.text("urusan", "Urusan", o.urusan, placeholder="1.03 Pekerjaan Umum")


def _filled(draft: Draft[Tercatat[Opd]]) -> Tercatat[Opd]:
    o, base = draft.base.isi, draft.base
    kode, nama = o.kode or draft.typed("kode", ""), draft.typed("nama", o.nama)
    isi = Opd(kode, nama, draft.typed("singkatan", o.singkatan), draft.typed("urusan", o.urusan))
    return Tercatat(isi, base.versi, base.dipakai)


def _save(draft: Draft[Tercatat[Opd]]) -> None:
    isi, versi, new = _filled(draft).isi, draft.base.versi, not draft.base.isi.kode
    told = f"OPD {isi.nama} {'ditambahkan' if new else 'disimpan'}."
    add = saying(told, lambda store, who, now: actions.tambah(store, who, isi, now))
    change = saying(told, lambda store, who, now: actions.ubah(store, who, isi, versi, now))
    drafts.save(draft, add if new else change, lambda: KOSONG if new else _stored(isi.kode))
    st.session_state[PILIH] = BARU if new else isi.kode  # a list forgets what has got another name


def _stored(kode: str) -> Tercatat[Opd]:
    found = actions.opd(current(), session.must_be_in())
    return next((t for t in found if t.isi.kode == kode), KOSONG)


def _remove(draft: Draft[Tercatat[Opd]]) -> None:
    isi, versi = draft.base.isi, draft.base.versi
    told = f"OPD {isi.nama} dihapus."
    if attempt(saying(told, lambda store, who, now: actions.hapus(store, who, isi.kode, versi, now))):
        st.session_state[PILIH] = BARU
