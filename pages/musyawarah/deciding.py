"""Verification decisions: the buttons for the ticked usulan, and the dialogs of those that want more than a press."""

from collections.abc import Sequence
from html import escape
from uuid import UUID

import streamlit as st

from musrenbang.actions import verifikasi as actions
from musrenbang.actions.deciding import Dilihat
from musrenbang.actions.verifikasi import Putusan
from musrenbang.formats import angka, bulat, rupiah
from musrenbang.model import Keputusan, UsulanMasuk
from musrenbang.words import ALASAN_TIDAK_SESUAI
from pages.musyawarah import asking, tick_list
from pages.musyawarah.by_desa import to_tick
from pages.musyawarah.reason import ask_reason
from pages.parts import act, typed
from pages.parts.meeting import Meeting
from pages.parts.saying import saying

DAFTAR = "verifikasi"
BIAYA_MAKS = 10**13


def buttons(m: Meeting, rows: Sequence[UsulanMasuk]) -> None:
    """One row of decisions for those of `rows` that are ticked; each is disabled until one is."""
    chosen = [u for u in rows if u.id in tick_list.ticked(DAFTAR)]
    none = not chosen
    with st.container(key="tindakan", horizontal=True, vertical_alignment="center", gap="small"):
        _ticking(rows, chosen)
        _at_once(m, chosen, "Sesuai", "check_circle", Keputusan.SESUAI)
        one_only = "Pilih satu usulan saja." if len(chosen) > 1 else None
        if _opens("Sesuai dengan perubahan", "edit", none or len(chosen) > 1, one_only):
            asking.open_dialog(chosen)
            _change(m, chosen[0])
        if _opens("Digabung", "call_merge", none):
            asking.open_dialog(chosen)
            _merge(m, chosen)
        if _opens("Tidak sesuai", "do_not_disturb_on", none):
            asking.open_dialog(chosen)
            _reject(m, chosen)
        if any(u.keputusan is not Keputusan.BELUM for u in chosen):
            _at_once(m, chosen, "Batalkan keputusan", "undo", Keputusan.BELUM)


def original(u: UsulanMasuk) -> str:
    """What the desa had asked for: "1.000 m · Rp485.000.000"."""
    volume = u.isi.volume if u.volume_asal is None else u.volume_asal
    biaya = u.isi.biaya if u.biaya_asal is None else u.biaya_asal
    return f"{angka(volume)} {u.isi.satuan} · {rupiah(biaya)}"


def targets(everyone: Sequence[UsulanMasuk], chosen: Sequence[UsulanMasuk]) -> list[UsulanMasuk]:
    """Where `chosen` may be merged into: what is accepted, that of the same desa first."""
    ids, desa = {u.id for u in chosen}, {u.desa for u in chosen}
    return sorted((u for u in everyone if u.diterima and u.id not in ids), key=lambda u: u.desa not in desa)


def _ticking(rows: Sequence[UsulanMasuk], chosen: Sequence[UsulanMasuk]) -> None:
    if chosen:
        about = f"nomor {chosen[0].urutan}" if len(chosen) == 1 else f"{len(chosen)} usulan"
        st.button(f"Lepas {about}", icon=":material/close:", on_click=tick_list.untick_all, args=(DAFTAR,))
        return
    ids = [u.id for u in to_tick(rows)]
    label = f"Pilih semua ({len(ids)})" if len(ids) == len(rows) else f"Pilih semua yang belum ({len(ids)})"
    st.button(label, icon=":material/done_all:", disabled=not rows, on_click=tick_list.tick, args=(DAFTAR, ids))


def _at_once(m: Meeting, chosen: Sequence[UsulanMasuk], label: str, icon: str, keputusan: Keputusan) -> None:
    args = (m.id, asking.seen(chosen), keputusan)
    st.button(label, icon=f":material/{icon}:", disabled=not chosen, on_click=_press, args=args)


def _opens(label: str, icon: str, disabled: bool, why: str | None = None) -> bool:
    return st.button(label, icon=f":material/{icon}:", disabled=disabled, help=why)


def _press(rapat: UUID, dilihat: Dilihat, keputusan: Keputusan) -> None:
    if act.attempt(_verify(rapat, Putusan(keputusan), dilihat)):
        tick_list.untick_all(DAFTAR)


def _verify(rapat: UUID, putusan: Putusan, dilihat: Dilihat) -> act.Work:
    back = putusan.keputusan is Keputusan.BELUM
    done = "dikembalikan menjadi belum diputuskan" if back else f"diputuskan {putusan.keputusan.value}"
    return saying(
        f"{len(dilihat)} usulan {done}.",
        lambda store, who, now: actions.verifikasi(store, who, rapat, dilihat, putusan, now),
    )


@st.dialog("Sesuai dengan perubahan", width="medium")
def _change(m: Meeting, u: UsulanMasuk) -> None:
    asking.names([u])
    st.html(f'<p class="semula">Usulan semula: <b>{escape(original(u))}</b></p>')
    left, right = st.columns(2)
    volume = left.text_input(f"Volume yang disepakati ({u.isi.satuan})", angka(u.isi.volume), key="ubah_volume")
    biaya = right.text_input("Perkiraan biaya yang disepakati (Rp)", bulat(u.isi.biaya), key="ubah_biaya")
    asking.answer(m, DAFTAR, lambda dilihat: _save_change(m.id, volume, biaya, dilihat))


def _save_change(rapat: UUID, volume: str, biaya: str, dilihat: Dilihat) -> act.Work:
    """What was typed is read inside the attempt, so that a slip is told like every other refusal."""
    return lambda store, who, now: _verify(
        rapat,
        Putusan(
            Keputusan.DIUBAH,
            volume=typed.volume(volume),
            biaya=typed.whole("Perkiraan biaya", biaya, BIAYA_MAKS),
        ),
        dilihat,
    )(store, who, now)


@st.dialog("Digabung dengan usulan lain", width="medium")
def _merge(m: Meeting, chosen: Sequence[UsulanMasuk]) -> None:
    asking.names(chosen)
    fits = {u.id: f"{u.nama_desa} nomor {u.urutan}: {u.isi.nama}" for u in targets(m.usulan, chosen)}
    if not fits:
        st.write("Belum ada usulan lain yang sudah diputuskan sesuai, sehingga belum ada tujuan penggabungan.")
    into = st.selectbox(
        "Digabung ke usulan", list(fits), index=None, format_func=lambda id_: fits.get(id_, ""), key="gabung_ke",
        placeholder="Pilih usulan tujuan",
    )  # fmt: skip
    putusan = Putusan(Keputusan.DIGABUNG, digabung_ke=into)
    asking.answer(m, DAFTAR, lambda dilihat: _verify(m.id, putusan, dilihat), ready=bool(fits))


@st.dialog("Tidak sesuai", width="medium")
def _reject(m: Meeting, chosen: Sequence[UsulanMasuk]) -> None:
    asking.names(chosen)
    if len(chosen) > 1:
        st.write(f"Satu alasan berlaku untuk {len(chosen)} usulan ini.")
    alasan = ask_reason(ALASAN_TIDAK_SESUAI, "tidak_sesuai")
    asking.answer(m, DAFTAR, lambda dilihat: _verify(m.id, Putusan(Keputusan.TIDAK_SESUAI, alasan), dilihat))
