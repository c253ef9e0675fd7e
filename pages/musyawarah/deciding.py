"""Verification decisions: the buttons for the ticked usulan, and the dialogs of those that want more than a press."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from uuid import UUID

import streamlit as st

from musrenbang.actions import verifikasi as actions
from musrenbang.actions.deciding import Dilihat
from musrenbang.actions.verifikasi import Putusan
from musrenbang.formats import angka, bulat, rupiah
from musrenbang.model import Keputusan, UsulanMasuk
from musrenbang.words import ALASAN_TIDAK_SESUAI
from pages.musyawarah.by_desa import next_row, to_tick
from pages.musyawarah.twins import Twins, named
from pages.parts import act, asking, list_keys, tick_list, typed
from pages.parts.asking import Save
from pages.parts.meeting import Meeting
from pages.parts.reason import ask_reason
from pages.parts.saying import saying

DAFTAR = "verifikasi"
BIAYA_MAKS = 10**13
SEMUA, SESUAI, UBAH, GABUNG, TOLAK, BATAL, LANJUT = (
    f"verifikasi_{name}" for name in ("semua", "sesuai", "ubah", "gabung", "tolak", "batal", "lanjut")
)
SHORTCUTS = {
    "Alt+A": (SEMUA, "pilih semua"),
    "Alt+Enter": (SESUAI, "sesuai"),
    "Alt+P": (UBAH, "perubahan"),
    "Alt+G": (GABUNG, "digabung"),
    "Alt+T": (TOLAK, "tidak sesuai"),
    "Alt+N": (LANJUT, "lanjut"),
}


@dataclass(frozen=True, slots=True)
class Pilihan:
    """The usulan listed on the screen, and those of them that are ticked."""

    m: Meeting
    rows: Sequence[UsulanMasuk]
    chosen: Sequence[UsulanMasuk]


def buttons(m: Meeting, rows: Sequence[UsulanMasuk], found: Twins) -> None:
    """One row of decisions for those of `rows` that are ticked; each is disabled until one is."""
    p = Pilihan(m, rows, [u for u in rows if u.id in tick_list.ticked(DAFTAR)])
    with st.container(key="tindakan"):
        with st.container(key="tindakan_pilih", horizontal=True, vertical_alignment="center", gap="small"):
            _ticking(p)
            _at_once(p, SESUAI, "Sesuai", "check_circle", Keputusan.SESUAI)
            if _opens(p, UBAH, "Sesuai dengan perubahan", "edit", most=1):
                _change(p)
            if _opens(p, GABUNG, "Digabung", "call_merge", sees=m.usulan):
                _merge(p, found)
            if _opens(p, TOLAK, "Tidak sesuai", "do_not_disturb_on"):
                _reject(p)
            if any(u.keputusan is not Keputusan.BELUM for u in p.chosen):
                _at_once(p, BATAL, "Batalkan keputusan", "undo", Keputusan.BELUM)
        list_keys.list_keys(tick_list.shortcuts(DAFTAR, rows) | SHORTCUTS)


def original(u: UsulanMasuk) -> str:
    """What the desa had asked for: "1.000 m · Rp485.000.000"."""
    volume = u.isi.volume if u.volume_asal is None else u.volume_asal
    biaya = u.isi.biaya if u.biaya_asal is None else u.biaya_asal
    return f"{angka(volume)} {u.isi.satuan} · {rupiah(biaya)}"


def targets(
    everyone: Sequence[UsulanMasuk], chosen: Sequence[UsulanMasuk], found: Mapping[UUID, Sequence[UsulanMasuk]]
) -> list[UsulanMasuk]:
    """Where `chosen` may be merged into: what is accepted, look-alikes first, then that of the same desa."""
    ids, desa = {u.id for u in chosen}, {u.desa for u in chosen}
    alike = {other.id for u in chosen for other in found.get(u.id, ())}
    fits = (u for u in everyone if u.diterima and u.id not in ids)
    return sorted(fits, key=lambda u: (u.id not in alike, u.desa not in desa))


def _ticking(p: Pilihan) -> None:
    if p.chosen:
        about = f"nomor {p.chosen[0].urutan}" if len(p.chosen) == 1 else f"{len(p.chosen)} usulan"
        st.button(f"Lepas {about}", key=SEMUA, icon=":material/close:", on_click=_tick, args=([],))
        return
    ids = [u.id for u in to_tick(p.rows)]
    label = f"Pilih semua ({len(ids)})" if len(ids) == len(p.rows) else f"Pilih semua yang belum ({len(ids)})"
    st.button(label, key=SEMUA, icon=":material/done_all:", disabled=not p.rows, on_click=_tick, args=(ids,))


def _tick(ids: Sequence[UUID]) -> None:
    """Exactly these; the next press is then the decision about them."""
    tick_list.untick_all(DAFTAR)
    tick_list.tick(DAFTAR, ids)
    list_keys.focus_on(SESUAI if ids else SEMUA)


def _at_once(p: Pilihan, key: str, label: str, icon: str, keputusan: Keputusan) -> None:
    args = (p.m.id, p.rows, asking.seen(p.chosen), keputusan)
    st.button(label, key=key, icon=f":material/{icon}:", disabled=not p.chosen, on_click=_press, args=args)


def _opens(
    p: Pilihan, key: str, label: str, icon: str, most: int = 1000, sees: Sequence[UsulanMasuk] | None = None
) -> bool:
    """The button of a dialog for at most so many usulan, which shows them and whatever else it `sees`."""
    too_many = len(p.chosen) > most
    pressed = st.button(
        label, key=key, icon=f":material/{icon}:", disabled=not p.chosen or too_many,
        help="Pilih satu usulan saja." if too_many else None,
    )  # fmt: skip
    if pressed:
        asking.open_dialog(asking.seen(sees or p.chosen))
    return pressed


def _press(rapat: UUID, rows: Sequence[UsulanMasuk], dilihat: Dilihat, keputusan: Keputusan) -> None:
    if act.attempt(_verify(rapat, Putusan(keputusan), dilihat)):
        tick_list.untick_all(DAFTAR)
        _go_on(rows, dilihat if keputusan is not Keputusan.BELUM else ())


def _go_on(rows: Sequence[UsulanMasuk], decided: Collection[UUID]) -> None:
    """To the next usulan that waits for a decision; when none is left here, to the way on."""
    further = next_row(rows, decided)
    list_keys.focus_on(tick_list.row_key(DAFTAR, further.id) if further else LANJUT)


def _verify(rapat: UUID, putusan: Putusan, dilihat: Dilihat) -> act.Work:
    back = putusan.keputusan is Keputusan.BELUM
    done = "dikembalikan menjadi belum diputuskan" if back else f"diputuskan {putusan.keputusan.value}"
    return saying(
        f"{len(dilihat)} usulan {done}.",
        lambda store, who, now: actions.verifikasi(store, who, rapat, dilihat, putusan, now),
    )


def _answer(
    p: Pilihan, save: Save[Dilihat], first: str, back: str, *, ready: bool = True, also: Collection[UUID] = ()
) -> None:
    """`also`: usulan that the dialog shows besides the chosen."""
    ids = {u.id for u in p.chosen}
    asking.answer(
        DAFTAR, save, lambda: asking.seen_again(p.m, ids | set(also)), first=first, back=back,
        onward=lambda: _go_on(p.rows, ids), ready=ready,
    )  # fmt: skip


@st.dialog("Sesuai dengan perubahan", width="medium")
def _change(p: Pilihan) -> None:
    u = asking.by_now(p.m, p.chosen[0])
    asking.names([u])
    st.html(f'<p class="semula">Usulan semula: <b>{escape(original(u))}</b></p>')
    left, right = st.columns(2)
    volume = asking.field(left, f"Volume yang disepakati ({u.isi.satuan})", angka(u.isi.volume), "ubah_volume")
    biaya = asking.field(right, "Perkiraan biaya yang disepakati (Rp)", bulat(u.isi.biaya), "ubah_biaya")
    _answer(p, lambda dilihat: _save_change(p.m.id, volume, biaya, dilihat), "ubah_volume", UBAH)


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
def _merge(p: Pilihan, found: Twins) -> None:
    """Both stay: the merged one in its desa's list, with where it has gone."""
    asking.names(p.chosen)
    alike = {other.id: other for u in p.chosen for other in found.get(u.id, ())}
    fits = {u.id: u for u in targets(p.m.usulan, p.chosen, found)}
    _say_of_targets(p, list(alike.values()), fits)
    into = st.selectbox(
        "Digabung ke usulan", list(fits), key="gabung_ke", placeholder="Pilih usulan tujuan",
        index=0 if next(iter(fits), None) in alike else None,
        format_func=lambda id_: f"{'Mirip · ' if id_ in alike else ''}{_target(fits.get(id_))}",
    )  # fmt: skip
    _answer(p, lambda dilihat: _save_merger(p, into, dilihat), "gabung_ke", GABUNG, ready=bool(fits), also=fits)


def _save_merger(p: Pilihan, into: UUID | None, dilihat: Dilihat) -> act.Work:
    putusan = Putusan(Keputusan.DIGABUNG, digabung_ke=into, versi_tujuan=dilihat.get(into) if into else None)
    return _verify(p.m.id, putusan, {u.id: dilihat[u.id] for u in p.chosen})


def _say_of_targets(p: Pilihan, alike: Sequence[UsulanMasuk], fits: Collection[UUID]) -> None:
    waiting = [named(other, p.chosen[0]) for other in alike if other.id not in fits and other not in p.chosen]
    if waiting:
        told = "; ".join(waiting)
        st.html(
            f'<p class="mirip" data-i="content_copy">Mirip dengan: {escape(told)}, yang belum diputuskan sesuai.</p>'
        )
    if not fits:
        st.write("Belum ada usulan lain yang sudah diputuskan sesuai, sehingga belum ada tujuan penggabungan.")


def _target(u: UsulanMasuk | None) -> str:
    return f"{u.nama_desa} nomor {u.urutan}: {u.isi.nama}" if u else ""


@st.dialog("Tidak sesuai", width="medium")
def _reject(p: Pilihan) -> None:
    asking.names(p.chosen)
    if len(p.chosen) > 1:
        st.write(f"Satu alasan berlaku untuk {len(p.chosen)} usulan ini.")
    alasan = ask_reason(ALASAN_TIDAK_SESUAI, "tidak_sesuai")
    putusan = Putusan(Keputusan.TIDAK_SESUAI, alasan)
    _answer(p, lambda dilihat: _verify(p.m.id, putusan, dilihat), "tidak_sesuai_biasa", TOLAK)
