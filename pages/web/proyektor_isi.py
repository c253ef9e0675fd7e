"""Which view of a meeting its hall sees, and the views that look back and forward: agenda, explanations, the end."""

from collections.abc import Iterable
from html import escape

from musrenbang.actions.proyektor import Keadaan
from musrenbang.formats import hari_tanggal, rupiah_ringkas
from musrenbang.store.hall import Bahasan, Tampilan
from musrenbang.words import PEMECAH_SERI
from pages.parts.agenda import NAMES, agenda
from pages.web.proyektor_bagian import facts, progress, ranked, ranking, row_of_bar, section
from pages.web.proyektor_musyawarah import prioritas, skoring, verifikasi

SETELAH_RAPAT = ("dokumen", "pertinggal")  # the operator's own work, when the hall has gone home
BUTIR = [(path, judul, menit) for judul, menit in agenda() for path in NAMES
         if NAMES[path] == judul and path not in SETELAH_RAPAT]  # fmt: skip
SEHALAMAN = 8  # as on the operator's screen


def draw(k: Keadaan, bahasan: Bahasan | None, tampilan: Tampilan) -> dict[str, str]:
    """`kepala` and `tahap` are text for the strip, `isi` is ready HTML."""
    kepala = f"Musrenbang Kecamatan {k.jadwal.kecamatan} {k.tahun}"
    tahap, isi = _view(k, bahasan or Bahasan(k.kini), tampilan)
    return {"kepala": kepala, "tahap": tahap, "isi": isi}


def _view(k: Keadaan, b: Bahasan, tampilan: Tampilan) -> tuple[str, str]:
    match tampilan:
        case Tampilan.PERINGKAT:
            return "Peringkat", hasil(k, b)
        case Tampilan.AGENDA:
            return "Agenda", susunan(k)
        case Tampilan.PRIORITAS:
            return "Penjelasan", penjelasan_prioritas(k)
        case Tampilan.KRITERIA:
            return "Penjelasan", penjelasan_kriteria(k)
    return _followed(k, b)


def _followed(k: Keadaan, b: Bahasan) -> tuple[str, str]:
    """What the operator has before him, where the hall has something to see there; else how far the meeting is."""
    if b.layar == "penjelasan-skoring":
        return "Penjelasan", penjelasan_kriteria(k) if b.bagian == "kriteria" else penjelasan_prioritas(k)
    if b.layar == "hasil-skoring" and ranked(k):
        return NAMES[b.layar], hasil(k, b)
    if k.jadwal.dikirim:
        return "Selesai", selesai(k)
    views = {"verifikasi": verifikasi, "prioritas-opd": prioritas, "skoring": skoring}
    if k.jadwal.dimulai and b.layar in views:
        return NAMES[b.layar], views[b.layar](k, b)
    return "Agenda", susunan(k)


def hasil(k: Keadaan, b: Bahasan) -> str:
    rows = ranked(k)
    if not rows:
        return section("penuh", "Peringkat", '<p class="kosong">Belum ada usulan yang skornya lengkap.</p>')
    pages = -(-len(rows) // SEHALAMAN)
    page = min(max(b.halaman, 1), pages)
    shown = rows[(page - 1) * SEHALAMAN : page * SEHALAMAN]
    where = f'<p class="bawah">Peringkat {shown[0].peringkat} sampai {shown[-1].peringkat} dari {len(rows)} usulan</p>'
    judul = "Peringkat" if k.jadwal.dikirim else "Peringkat sementara"
    return section("penuh", judul, ranking(k, shown, None) + where)


def susunan(k: Keadaan) -> str:
    """Where and when on the left, what comes after what on the right, with the point that is on."""
    rows = "".join(_point(k, *butir) for butir in BUTIR)
    return section("kini", "Waktu dan tempat", _place(k)) + section(
        "deret", "Agenda", f'<ol class="agenda">{rows}</ol>'
    )


def _place(k: Keadaan) -> str:
    j = k.jadwal
    jam = f"{j.jam_mulai}–{j.jam_selesai} WIB" if j.jam_selesai else f"Mulai {j.jam_mulai} WIB"
    hari = hari_tanggal(j.tanggal) if j.tanggal else "Hari belum ditetapkan"
    known = [("Pukul", jam if j.tanggal else ""), ("Tempat", j.tempat), ("Alamat", j.alamat)]
    state = f'<p class="bawah">{_state(k)}</p>'
    return f'<p class="judul">{hari}</p>{facts([(name, text) for name, text in known if text])}{state}'


def _state(k: Keadaan) -> str:
    if k.jadwal.dikirim:
        return "Musrenbang selesai"
    if k.jadwal.dibuka_kembali:
        return "<b>Dibuka kembali</b>, belum dikirim lagi"
    return f"Sekarang <b>{escape(NAMES[k.kini])}</b>" if k.jadwal.dimulai else "<b>Musyawarah belum dimulai</b>"


def _point(k: Keadaan, path: str, judul: str, menit: str) -> str:
    on = path == k.kini and not k.jadwal.dikirim
    return (
        f"<li{' class=ini aria-current=step' if on else ''}><b>{escape(judul)}</b>"
        f"<span>{'sekarang · ' if on else ''}{escape(menit)}</span></li>"
    )


def penjelasan_prioritas(k: Keadaan) -> str:
    rows = "".join(f"<li><b>{p.nomor}</b><span>{escape(p.nama)}</span></li>" for p in k.prioritas)
    words = '<p class="bawah">Setiap usulan yang diterima diberi satu prioritas, atau menjadi cadangan.</p>'
    return section("penuh", "Delapan prioritas pembangunan", f'<ol class="delapan">{rows}</ol>{words}')


def penjelasan_kriteria(k: Keadaan) -> str:
    """Each kriteria with its weight, as one of eight bars that make a hundred together."""
    kriteria = k.bobot.kriteria
    most = max(each.bobot for each in kriteria) or 1
    rows = "".join(row_of_bar(f"{x.nomor}. {x.nama}", f"{x.bobot}", x.bobot / most, f"k{x.nomor}") for x in kriteria)
    contoh = "" if k.bobot.nomor_penetapan else "Bobot contoh, belum ditetapkan. "
    words = f'<p class="bawah">{contoh}{escape(PEMECAH_SERI.split(". ")[0])}.</p>'
    return section("penuh", "Delapan kriteria dan bobotnya", f'<ol class="batangan">{rows}</ol>{words}')


def selesai(k: Keadaan) -> str:
    biaya = rupiah_ringkas(sum(u.biaya for u in k.usulan if u.peringkat))
    done = k.kemajuan
    numbers = _numbers(
        [("Usulan masuk", done.masuk), ("Usulan prioritas", done.utama), ("Usulan cadangan", done.cadangan)]
    )
    left = f'<p class="judul">Musrenbang selesai</p>{numbers}{facts([("Biaya", biaya)])}'
    left += progress("Usulan prioritas sudah dikirim ke OPD", 1.0)
    return section("kini", "Terima kasih", left) + section("deret", "Peringkat", ranking(k, ranked(k)[:6], None))


def _numbers(numbers: Iterable[tuple[str, int]]) -> str:
    return f'<dl class="angka">{"".join(f"<div><dt>{name}</dt><dd>{n}</dd></div>" for name, n in numbers)}</dl>'
