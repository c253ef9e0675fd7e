"""Kecamatan and their desa/kelurahan: the list of one kecamatan at the left, one place to change at the right."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang.actions import induk_wilayah as actions
from musrenbang.guards_induk import JENIS_DESA
from musrenbang.model import Desa, Kecamatan, Orang, Tercatat
from musrenbang.store.current import current
from pages.bappeda.induk.lembar import BARU, buttons, choose
from pages.parts import draft as drafts
from pages.parts import session
from pages.parts.act import attempt
from pages.parts.draft import Draft
from pages.parts.saying import saying
from pages.parts.table import table

HEADS = ("Kode", "Desa/kelurahan", "Jenis", "Keadaan")
KECAMATAN, PILIH = "induk_kecamatan", "induk_wilayah_pilih"


def show(who: Orang, _tahun: int, place: DeltaGenerator) -> None:
    all_ = {t.isi.kode: t for t in actions.kecamatan(current(), who)}
    left, right = st.columns([13, 8], gap="medium")
    with left:
        kecamatan = all_[
            choose("Desa/kelurahan di kecamatan", KECAMATAN, {kode: t.isi.nama for kode, t in all_.items()})
        ]
        rows = {t.isi.kode: t for t in actions.desa(current(), who, kecamatan.isi.kode)}
        place.html(f'<span class="redup">{len(rows)} desa/kelurahan, untuk semua tahun</span>')
        st.html(table(HEADS, map(_cells, rows.values())))
    with right, st.container(border=True):
        own = f"Kecamatan {kecamatan.isi.nama}"
        names = {kode: f"{t.isi.jenis} {t.isi.nama}" for kode, t in rows.items()}
        kode = choose("Wilayah yang diubah", PILIH, {BARU: "Desa/kelurahan baru", kecamatan.isi.kode: own, **names})
        if kode == kecamatan.isi.kode:
            _kecamatan(kecamatan)
        else:
            blank = Tercatat(Desa("", "", "", kecamatan.isi.kode), 0, dipakai=False)
            _desa(rows.get(kode, blank))


def _cells(t: Tercatat[Desa]) -> tuple[str, ...]:
    d = t.isi
    return escape(d.kode), f"<b>{escape(d.nama)}</b>", escape(d.jenis), "Dipakai" if t.dipakai else "Belum dipakai"


def _kecamatan(stored: Tercatat[Kecamatan]) -> None:
    draft = drafts.open_draft(f"induk_kecamatan_{stored.isi.kode}", stored, _filled_kecamatan)
    k = draft.base.isi
    draft.text("nama", "Nama kecamatan", k.nama)
    draft.text("alamat", "Alamat kantor camat pada kop surat", k.alamat, placeholder="Kosong: alamat di Daftar Hadir")
    draft.text("kontak", "Telepon dan surel pada kop surat", k.kontak, placeholder="Telepon (061) …, surel …")
    buttons(draft, stored, _filled_kecamatan(draft) != draft.base, _save_kecamatan)


def _filled_kecamatan(draft: Draft[Tercatat[Kecamatan]]) -> Tercatat[Kecamatan]:
    k = draft.base.isi
    typed = (draft.typed(isian, getattr(k, isian)) for isian in ("nama", "alamat", "kontak"))
    return Tercatat(Kecamatan(k.kode, *typed), draft.base.versi, draft.base.dipakai)


def _save_kecamatan(draft: Draft[Tercatat[Kecamatan]]) -> None:
    isi, versi = _filled_kecamatan(draft).isi, draft.base.versi
    told = f"Kecamatan {isi.nama} disimpan."
    work = saying(told, lambda store, who, now: actions.ubah_kecamatan(store, who, isi, versi, now))
    drafts.save(draft, work, lambda: _stored_kecamatan(draft.base))
    st.session_state[KECAMATAN] = st.session_state[PILIH] = isi.kode  # a list forgets what has got another name


def _stored_kecamatan(base: Tercatat[Kecamatan]) -> Tercatat[Kecamatan]:
    found = actions.kecamatan(current(), session.must_be_in())
    return next((t for t in found if t.isi.kode == base.isi.kode), base)


def _desa(stored: Tercatat[Desa]) -> None:
    draft = drafts.open_draft(f"induk_desa_{stored.isi.kode or stored.isi.kecamatan}", stored, _filled_desa)
    if not stored.isi.kode:
        draft.text(
            "kode", f"Kode: {stored.isi.kecamatan}. dan empat angka", "", placeholder="2001 desa, 1001 kelurahan"
        )
    draft.text("nama", "Nama desa/kelurahan", draft.base.isi.nama)
    buttons(draft, stored, _filled_desa(draft) != draft.base, _save_desa, _remove_desa)


def _filled_desa(draft: Draft[Tercatat[Desa]]) -> Tercatat[Desa]:
    d, base = draft.base.isi, draft.base
    nama, typed = draft.typed("nama", d.nama), draft.typed("kode", "").strip()
    kode = d.kode or (f"{d.kecamatan}.{typed.removeprefix(f'{d.kecamatan}.')}" if typed else "")
    return Tercatat(Desa(kode, nama, d.jenis or JENIS_DESA.get(kode[9:10], ""), d.kecamatan), base.versi, base.dipakai)


def _save_desa(draft: Draft[Tercatat[Desa]]) -> None:
    isi, versi, base = _filled_desa(draft).isi, draft.base.versi, draft.base
    told = f"{isi.jenis} {isi.nama} {'disimpan' if base.isi.kode else 'ditambahkan'}."
    add = saying(told, lambda store, who, now: actions.tambah_desa(store, who, isi, now))
    change = saying(told, lambda store, who, now: actions.ubah_desa(store, who, isi.kode, isi.nama, versi, now))
    drafts.save(draft, change if base.isi.kode else add, lambda: _stored_desa(base))
    st.session_state[PILIH] = base.isi.kode or BARU


def _stored_desa(base: Tercatat[Desa]) -> Tercatat[Desa]:
    found = actions.desa(current(), session.must_be_in(), base.isi.kecamatan)
    return next((t for t in found if t.isi.kode == base.isi.kode), base)


def _remove_desa(draft: Draft[Tercatat[Desa]]) -> None:
    isi, versi = draft.base.isi, draft.base.versi
    told = f"{isi.jenis} {isi.nama} dihapus."
    if attempt(saying(told, lambda store, who, now: actions.hapus_desa(store, who, isi.kode, versi, now))):
        st.session_state[PILIH] = BARU
