"""The bar below the list of an OPD: one answer for the ticked usulan, and what is budgeted for one of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import streamlit as st

from musrenbang.actions import jawaban as actions
from musrenbang.actions.jawaban import PerRapat
from musrenbang.formats import angka, bulat, rupiah
from musrenbang.guards_jawaban import RUPIAH_MAKS
from musrenbang.model import IsiJawaban, Jawab, Jawaban, Orang, UsulanMasuk
from musrenbang.store.engine import Store
from musrenbang.words_jawaban import ALASAN_DITOLAK, ALASAN_DIUBAH
from pages.opd.sent import Sent, seen_again, sent_by_now
from pages.parts import act, asking, list_keys, tick_list, typed
from pages.parts.reason import ask_reason

DAFTAR = "opd"
SEMUA, TERIMA, UBAH, TOLAK, ANGGARAN = (f"opd_{name}" for name in ("semua", "terima", "ubah", "tolak", "anggaran"))
SHORTCUTS = {
    "Alt+A": (SEMUA, "pilih yang belum"),
    "Alt+Enter": (TERIMA, "diterima"),
    "Alt+P": (UBAH, "perubahan"),
    "Alt+T": (TOLAK, "ditolak"),
    "Alt+R": (ANGGARAN, "anggaran"),
}


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What was sent, and those of it that are ticked."""

    sent: Sent
    chosen: Sequence[UsulanMasuk]


def answering_bar(s: Sent, rows: Sequence[UsulanMasuk], page: Sequence[UsulanMasuk]) -> None:
    """`rows` is what the filters leave, `page` what of it is on the screen; who is ticked need not be in either."""
    p = Pilihan(s, [u for u in s.usulan if u.id in tick_list.ticked(DAFTAR)])
    with st.container(key="tindakan"):
        with st.container(key="tindakan_pilih", horizontal=True, vertical_alignment="center", gap="small"):
            _ticking(p, rows)
            st.button(
                "Diterima", key=TERIMA, icon=":material/check_circle:", type="primary", disabled=not p.chosen,
                on_click=_accept, args=(p,),
            )  # fmt: skip
            if _opens(p, UBAH, "Diterima dengan perubahan", "edit", most=1):
                _change(p)
            if _opens(p, TOLAK, "Ditolak", "do_not_disturb_on"):
                _reject(p)
            if _opens(p, ANGGARAN, "Anggaran", "payments", most=1, ready=all(map(s.accepted, p.chosen))):
                _budget(p)
        list_keys.list_keys(tick_list.shortcuts(DAFTAR, page) | SHORTCUTS)


def _ticking(p: Pilihan, rows: Sequence[UsulanMasuk]) -> None:
    if p.chosen:
        label, ids = f"Lepas {len(p.chosen)} usulan", []
    else:
        ids = [u.id for u in rows if u.id not in p.sent.jawaban]
        label = f"Pilih yang belum ({len(ids)})"
    icon = ":material/close:" if p.chosen else ":material/done_all:"
    st.button(label, key=SEMUA, icon=icon, disabled=not (p.chosen or ids), on_click=_tick, args=(ids,))


def _tick(ids: Sequence[UUID]) -> None:
    """Exactly these; the next press is then the answer to them."""
    tick_list.untick_all(DAFTAR)
    tick_list.tick(DAFTAR, ids)
    list_keys.focus_on(TERIMA if ids else SEMUA)


def _accept(p: Pilihan) -> None:
    if act.attempt(_save(p.sent.seen(p.chosen), lambda: IsiJawaban(Jawab.DITERIMA))):
        tick_list.untick_all(DAFTAR)
        list_keys.focus_on(SEMUA)


def _opens(p: Pilihan, key: str, label: str, icon: str, *, most: int = 1000, ready: bool = True) -> bool:
    """The button of a dialog for at most so many usulan."""
    too_many = len(p.chosen) > most
    told = "Pilih satu usulan saja." if too_many else None if ready else "Hanya untuk usulan yang diterima."
    pressed = st.button(
        label, key=key, icon=f":material/{icon}:", disabled=not p.chosen or too_many or not ready, help=told
    )
    if pressed:
        asking.open_dialog(p.sent.seen(p.chosen))
    return pressed


@st.dialog("Diterima dengan perubahan", width="medium")
def _change(p: Pilihan) -> None:
    u, before = _by_now(p.chosen[0])
    volume, biaya = (before.isi.volume, before.isi.biaya) if before else (None, None)
    asking.names([u])
    st.html(f'<p class="semula">Diusulkan: <b>{angka(u.isi.volume)} {u.isi.satuan} · {rupiah(u.isi.biaya)}</b></p>')
    left, right = st.columns(2)
    wanted = asking.field(left, f"Volume yang diterima ({u.isi.satuan})", angka(volume or u.isi.volume), "opd_volume")
    cost = asking.field(right, "Biaya yang diterima (Rp)", bulat(biaya or u.isi.biaya), "opd_biaya")
    alasan = ask_reason(ALASAN_DIUBAH, "opd_ubah")

    def isi() -> IsiJawaban:
        return IsiJawaban(Jawab.DIUBAH, alasan, typed.volume(wanted), typed.whole("Biaya", cost, RUPIAH_MAKS))

    _answer(p, lambda dilihat: _save(dilihat, isi), "opd_volume", UBAH)


@st.dialog("Ditolak", width="medium")
def _reject(p: Pilihan) -> None:
    asking.names(p.chosen)
    if len(p.chosen) > 1:
        st.write(f"Satu alasan berlaku untuk {len(p.chosen)} usulan ini.")
    alasan = ask_reason(ALASAN_DITOLAK, "opd_tolak")
    _answer(p, lambda dilihat: _save(dilihat, lambda: IsiJawaban(Jawab.DITOLAK, alasan)), "opd_tolak_biasa", TOLAK)


@st.dialog("Anggaran dan realisasi", width="medium")
def _budget(p: Pilihan) -> None:
    u, before = _by_now(p.chosen[0])
    asking.names([u])
    left, right = st.columns(2)
    anggaran = asking.field(left, "Anggaran (Rp)", _rupiah(before.anggaran if before else None), "opd_anggaran_isi")
    realisasi = asking.field(
        right, "Realisasi (Rp)", _rupiah(before.realisasi if before else None), "opd_realisasi_isi"
    )
    st.html('<p class="redup">Kosongkan yang belum diketahui.</p>')
    _answer(p, lambda dilihat: _save_budget(dilihat, anggaran, realisasi), "opd_anggaran_isi", ANGGARAN)


def _by_now(u: UsulanMasuk) -> tuple[UsulanMasuk, Jawaban | None]:
    """The usulan and the answer to it as they are stored; the usulan as it was, when it is not sent any more."""
    now = sent_by_now()
    return next((one for one in now.usulan if one.id == u.id), u), now.jawaban.get(u.id)


def _answer(p: Pilihan, save: asking.Save[PerRapat], first: str, back: str) -> None:
    ids = {u.id for u in p.chosen}
    asking.answer(
        DAFTAR, save, lambda: seen_again(ids), first=first, back=back, onward=lambda: list_keys.focus_on(SEMUA)
    )


def _save(dilihat: PerRapat, isi: Callable[[], IsiJawaban]) -> act.Work:
    """What was typed is read inside the attempt, so that a slip is told like every other refusal."""

    def work(store: Store, who: Orang, now: datetime) -> str:
        one = isi()
        return f"{actions.jawab(store, who, dilihat, one, now)} usulan dijawab {one.jawab}."

    return work


def _save_budget(dilihat: PerRapat, anggaran: str, realisasi: str) -> act.Work:
    def amount(isian: str, said: str) -> int | None:
        return typed.whole(isian, said, RUPIAH_MAKS) if said.strip() else None

    def work(store: Store, who: Orang, now: datetime) -> str:
        amounts = amount("Anggaran", anggaran), amount("Realisasi", realisasi)
        actions.isi_anggaran(store, who, dilihat, *amounts, now)
        return "Anggaran dan realisasi disimpan."

    return work


def _rupiah(n: int | None) -> str:
    return "" if n is None else bulat(n)
