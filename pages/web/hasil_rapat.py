"""The outcome of one sent meeting as plain HTML: its ranking with the parts of each score, what it left out and why,
and what OPD have answered. No names of people.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from musrenbang.formats import angka, bulat, rupiah, skor, tanggal_jam
from musrenbang.model import BahanCetak, UsulanMasuk
from pages.parts import answers
from pages.web.layout import link
from reports import keterangan, pembukaan, peringkat
from reports.lists import cadangan

KECAMATAN = "kecamatan"  # in place of a desa: what the kecamatan itself has proposed
DIHITUNG = ("Usulan", "Prioritas", "Cadangan", "Tidak sesuai", "Digabung")


@dataclass(frozen=True, slots=True)
class Cari:
    """What is listed: of one desa by its kode, and what mentions every word; "" leaves that open."""

    desa: str = ""
    kata: str = ""

    def fits(self, u: UsulanMasuk) -> bool:
        said = f"{u.kode} {u.isi.nama} {u.isi.lokasi} {u.nama_desa}".lower()
        here = self.desa in ("", u.desa or KECAMATAN)
        return here and all(word in said for word in self.kata.lower().split())


def content(bahan: BahanCetak, cari: Cari) -> str:
    rapat = bahan.fakta.rapat
    assert rapat.dikirim
    found = [u for u in bahan.usulan if cari.fits(u)]
    main = peringkat.ranked(found)
    rest = sorted((u for u in found if not u.utama), key=lambda u: cadangan.ORDER.index(cadangan.status(u)))
    here = f"/hasil/{rapat.tahun}/{rapat.kecamatan.kode}"
    return (
        f"<h2>Hasil Musrenbang Kecamatan {escape(rapat.kecamatan.nama)} {rapat.tahun}</h2>"
        f"<p>Dikirim ke OPD {tanggal_jam(rapat.dikirim)}.</p>{_opened(bahan)}"
        f"{_figures(bahan)}{_form(bahan, cari, here)}"
        f"{_found(bahan, cari, found, here)}{_priorities(bahan, main)}{_left_out(bahan, rest)}{_per_desa(bahan, here)}"
        f'<p class="unduh">Data terbuka: <a href="{here}/data.csv">CSV</a> <a href="{here}/data.json">JSON</a></p>'
        f"{link(f'/hasil/{rapat.tahun}', 'Ke hasil semua kecamatan')}"
    )


def _opened(bahan: BahanCetak) -> str:
    """As papers tell it, so without the reason."""
    return "".join(f"<p>{escape(text)}</p>" for text in pembukaan.told(bahan.fakta))


def _figures(bahan: BahanCetak) -> str:
    main, answered = [u for u in bahan.usulan if u.utama], list(bahan.jawaban.values())
    counts = _counts(bahan.usulan)
    pairs = (
        ("Usulan yang dibahas", bulat(counts["Usulan"])),
        ("Usulan prioritas", f"{bulat(len(main))} · {rupiah(keterangan.total_biaya(main))}"),
        ("Cadangan", bulat(counts["Cadangan"])),
        ("Tidak sesuai", bulat(counts["Tidak sesuai"])),
        ("Digabung", bulat(counts["Digabung"])),
        ("Dijawab OPD", f"{bulat(len(answered))} dari {bulat(len(main))}"),
        ("Anggaran", rupiah(sum(j.anggaran or 0 for j in answered))),
        ("Realisasi", rupiah(sum(j.realisasi or 0 for j in answered))),
    )
    return f"<dl>{''.join(f'<div><dt>{name}</dt><dd>{value}</dd></div>' for name, value in pairs)}</dl>"


def _counts(usulan: Sequence[UsulanMasuk]) -> Counter[str]:
    return Counter("Prioritas" if u.utama else cadangan.status(u) for u in usulan) + Counter({"Usulan": len(usulan)})


def _form(bahan: BahanCetak, cari: Cari, here: str) -> str:
    names = {"": "Semua desa/kelurahan", **{d.kode: f"{d.jenis} {d.nama}" for d in bahan.desa}}
    names[KECAMATAN] = "Usulan kecamatan"
    options = "".join(
        f'<option value="{kode}"{" selected" * (kode == cari.desa)}>{escape(nama)}</option>'
        for kode, nama in names.items()
    )
    return (
        f'<form action="{here}"><div><label for="desa">Desa/kelurahan</label>'
        f'<select id="desa" name="desa">{options}</select></div>'
        '<div><label for="kata">Kata dalam usulan atau lokasi</label>'
        f'<input id="kata" name="kata" value="{escape(cari.kata)}" maxlength="100"></div>'
        '<button type="submit">Cari</button></form>'
    )


def _found(bahan: BahanCetak, cari: Cari, found: Sequence[UsulanMasuk], here: str) -> str:
    counts = _counts(found)
    narrowed = f"{bulat(len(found))} dari {bulat(len(bahan.usulan))} usulan cocok. " if cari != Cari() else ""
    back = f' <a href="{here}">Tampilkan semua</a>' if narrowed else ""
    return (
        f'<p class="lompat" role="status">{narrowed}<a href="#prioritas">Prioritas ({bulat(counts["Prioritas"])})</a> '
        f'<a href="#sisa">Cadangan, tidak sesuai, dan digabung ({bulat(len(found) - counts["Prioritas"])})</a> '
        f'<a href="#desa-kelurahan">Per desa/kelurahan</a>{back}</p>'
    )


def _priorities(bahan: BahanCetak, main: Sequence[UsulanMasuk]) -> str:
    heads = ("Peringkat", "Usulan", "Skor", *peringkat.heads(bahan.bobot), "Perkiraan biaya", "OPD dan jawabannya")
    notes = [
        f"{'; '.join(peringkat.legend(bahan.bobot))}. "
        "Angka pada kolom kriteria adalah bagian skor: bobot kali tingkat; tingkatnya di belakang tanda kali.",
        peringkat.weights_note(bahan.bobot),
        peringkat.tie_rule(bahan.bobot),
    ]
    told = "".join(f"<p>{escape(note)}</p>" for note in notes)
    table = _table("peringkat", heads, [_priority(bahan, u) for u in main])
    return f'<h3 id="prioritas">Usulan prioritas menurut peringkat</h3><div class="catatan">{told}</div>{table}'


def _priority(bahan: BahanCetak, u: UsulanMasuk) -> tuple[str, ...]:
    tied = f"<small>seri {u.seri}</small>" if (u.seri or 0) > 1 else ""
    star = "<small>urutan musyawarah</small>" if u.id in bahan.urutan_seri else ""
    parts = zip(bahan.bobot.kriteria, u.tingkat or (), strict=True)
    return (
        f"<b>{u.peringkat}</b>{tied}{star}",
        _what(u),
        f"<b>{skor(u.poin)}</b>",
        *(f"{skor(k.bobot * (t or 0))}<i>×{t}</i>" for k, t in parts),
        rupiah(u.isi.biaya),
        _answered(bahan, u),
    )


def _what(u: UsulanMasuk) -> str:
    below = f"{keterangan.wilayah(u)} · {u.isi.lokasi} · {angka(u.isi.volume)} {u.isi.satuan}"
    return f"{escape(u.isi.nama)}<small>{escape(below)}</small>"


def _answered(bahan: BahanCetak, u: UsulanMasuk) -> str:
    j = bahan.jawaban.get(u.id)
    lines = "".join(f"<small>{escape(line)}</small>" for line in answers.details(j, u.isi.satuan))
    return f"{escape(keterangan.opd(bahan, u))}<br><b>{answers.named(j)}</b>{lines}"


def _left_out(bahan: BahanCetak, rest: Sequence[UsulanMasuk]) -> str:
    kode = keterangan.kode_by_id(bahan)
    rows = [
        (f"<b>{cadangan.status(u)}</b>", _what(u), rupiah(u.isi.biaya), escape(cadangan.reason(u, kode) or "–"))
        for u in rest
    ]
    table = _table("sisa", ("Keadaan", "Usulan", "Perkiraan biaya", "Alasan"), rows)
    return f'<h3 id="sisa">Cadangan, tidak sesuai, dan digabung</h3>{table}'


def _per_desa(bahan: BahanCetak, here: str) -> str:
    names = {d.kode: f"{d.jenis} {d.nama}" for d in bahan.desa} | {KECAMATAN: "Usulan kecamatan"}
    rows = []
    for kode, nama in names.items():
        counts = _counts([u for u in bahan.usulan if (u.desa or KECAMATAN) == kode])
        address = f"{here}?desa={kode}#prioritas"
        rows.append((f'<a href="{address}">{escape(nama)}</a>', *(bulat(counts[name]) for name in DIHITUNG)))
    table = _table("desa", ("Desa/kelurahan", *DIHITUNG), rows)
    return f'<h3 id="desa-kelurahan">Per desa/kelurahan</h3>{table}'


def _table(look: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return '<p class="terang">Tidak ada usulan yang cocok.</p>'
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>" for cells in rows)
    return f'<table class="daftar {look}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
