"""What a hall sees while it works: verification by desa, the choice of prioritas, scoring."""

from collections import Counter
from collections.abc import Sequence
from html import escape
from uuid import UUID

from musrenbang.actions.proyektor import Keadaan, UsulanLayar
from musrenbang.formats import angka, bulat, jam, rupiah, rupiah_ringkas, skor
from musrenbang.model import Keputusan
from musrenbang.pace import Kerja
from musrenbang.store.hall import Bahasan
from pages.web.proyektor_bagian import bar, facts, progress, ranked, ranking, row_of_bar, section

BARIS = 6
BARIS_DESA = 7
KECAMATAN = "Kecamatan"  # as the screen of verification names the usulan of the kecamatan itself
IKON = {
    Keputusan.BELUM: ("b", "Belum", '<circle cx="12" cy="12" r="8"/>'),
    Keputusan.SESUAI: ("s", "Sesuai", '<path d="M4 13l5 5L20 6"/>'),
    Keputusan.DIUBAH: ("p", "Diubah", '<path d="M4 20l1-5L16 4l4 4L9 19z"/>'),
    Keputusan.DIGABUNG: ("g", "Digabung", '<path d="M12 3v8M5 21l7-10 7 10"/>'),
    Keputusan.TIDAK_SESUAI: ("t", "Tidak sesuai", '<circle cx="12" cy="12" r="8"/><path d="M7 12h10"/>'),
}


def skoring(k: Keadaan, b: Bahasan) -> str:
    """The usulan under discussion beside the ranking around it, or around the one scored last."""
    to_score = [u for u in k.usulan if u.tingkat is not None]
    u = next((u for u in to_score if u.id == b.usulan), None) or next((u for u in to_score if u.poin is None), None)
    rows = ranked(k)
    here = u.id if u and u.peringkat else k.baru
    left = _discussed(u, k, len(rows)) + _next(u, to_score) if u else '<p class="judul">Semua usulan sudah diskor</p>'
    table = ranking(k, around(rows, here, BARIS), u.id if u else None)
    table = table if rows else '<p class="kosong">Tampil setelah ada usulan yang skornya lengkap.</p>'
    done = k.kemajuan
    right = table + _progress(k, Kerja.SKOR, "Sudah diskor", done.skor_lengkap, done.utama)
    return section("kini", "Sedang dibahas", left) + section("deret", "Peringkat sementara", right)


def _discussed(u: UsulanLayar, k: Keadaan, banyak: int) -> str:
    volume = f"{angka(u.volume)} {u.satuan} · {bulat(u.penerima)} KK"
    return (
        f'<p class="judul">{escape(u.nama)}</p><p class="fakta"><b>{escape(u.nama_desa)}</b></p>'
        f'<p class="fakta"><b>{rupiah(u.biaya)}</b></p><p class="fakta">{escape(volume)}</p>'
        f"{_levels(u, k)}{_score(u, banyak)}"
    )


def _levels(u: UsulanLayar, k: Keadaan) -> str:
    """Eight small bars with the first word of each kriteria; the whole names are on the explanation."""
    cells = "".join(
        f"<li>{bar((t or 0) / x.tingkat_maks, f'{u.id}-{x.nomor}')}<span>{escape(x.singkat.split()[0])}</span>"
        f"<b>{t or '–'}</b></li>"
        for x, t in zip(k.bobot.kriteria, u.tingkat or (None,) * len(k.bobot.kriteria), strict=True)
    )
    return f'<ol class="tingkat">{cells}</ol>'


def _score(u: UsulanLayar, banyak: int) -> str:
    if u.poin is None:
        return ""
    return f'<p class="nilai"><b>{skor(u.poin)}</b> peringkat <b>{u.peringkat}</b> dari {banyak}</p>'


def _next(u: UsulanLayar, to_score: Sequence[UsulanLayar]) -> str:
    """The next one without a complete score, from the top again at the end."""
    at = next(i for i, x in enumerate(to_score) if x.id == u.id)
    further = next((x for x in (*to_score[at + 1 :], *to_score[:at]) if x.poin is None), None)
    if further is None:
        return ""
    return f'<p class="bawah berikut">Berikutnya <b>{escape(further.nama)}</b>, {escape(further.nama_desa)}</p>'


def around(rows: Sequence[UsulanLayar], here: UUID | None, many: int) -> Sequence[UsulanLayar]:
    """So many rows that hold `here`, from the top as long as it is there."""
    at = next((i for i, u in enumerate(rows) if u.id == here), 0)
    start = max(0, min(at - many // 2, len(rows) - many)) if at >= many else 0
    return rows[start : start + many]


def verifikasi(k: Keadaan, b: Bahasan) -> str:
    """The desa under verification with its usulan; without a choice the first that has something to decide."""
    first = next((u for u in k.usulan if u.keputusan is Keputusan.BELUM), next(iter(k.usulan), None))
    if first is None:
        return section("penuh", "Verifikasi", '<p class="kosong">Belum ada usulan yang masuk.</p>')
    own = _members(k, b.desa) or _members(k, _group(first))
    left = f'<p class="judul">{escape(own[0].nama_desa)}</p>{_told(own)}'
    return section("kini", "Sedang diverifikasi", left) + section("deret", "Usulan", _states(own) + _verified(k))


def _members(k: Keadaan, desa: str | None) -> list[UsulanLayar]:
    return [u for u in k.usulan if _group(u) == desa]


def _group(u: UsulanLayar) -> str:
    return u.desa or KECAMATAN


def _told(own: Sequence[UsulanLayar]) -> str:
    counts = Counter(u.keputusan for u in own)
    rows = [(IKON[x][1], str(counts[x])) for x in Keputusan if counts[x]]
    biaya = rupiah_ringkas(sum(u.biaya for u in own))
    return facts([("Usulan", str(len(own))), ("Biaya", biaya)]) + f"<hr>{facts(rows)}"


def _states(own: Sequence[UsulanLayar]) -> str:
    """As many as fit, from shortly before the first undecided one."""
    first = next((i for i, u in enumerate(own) if u.keputusan is Keputusan.BELUM), 0)
    start = max(0, min(first - 2, len(own) - BARIS_DESA))
    rows = "".join(_state(i, u) for i, u in enumerate(own[start : start + BARIS_DESA], start + 1))
    return f'<ol class="putusan">{rows}</ol>'


def _state(place: int, u: UsulanLayar) -> str:
    look, word, path = IKON[u.keputusan]
    icon = f'<svg viewBox="0 0 24 24" aria-hidden="true">{path}</svg>'
    return (
        f'<li data-kunci="{u.id}"><b class="urut">{place}</b><span class="nama">{escape(u.nama)}</span>'
        f'<span class="kd {look}">{icon}{word}</span></li>'
    )


def _verified(k: Keadaan) -> str:
    done = k.kemajuan
    return _progress(k, Kerja.VERIFIKASI, "Sudah diverifikasi", done.masuk - done.belum_verifikasi, done.masuk)


def prioritas(k: Keadaan, _b: Bahasan) -> str:
    """How many usulan each prioritas has, and what is in reserve or still open."""
    done = k.kemajuan
    counts = Counter(u.prioritas for u in k.usulan)
    rows = [(f"{p.nomor}. {p.nama}", counts[p.nomor], f"p{p.nomor}") for p in k.prioritas]
    rows.append(("Cadangan", done.cadangan, "cadangan"))
    most = max(n for _, n, _ in rows) or 1
    bars = "".join(row_of_bar(name, str(n), n / most, key) for name, n, key in rows)
    chosen = done.utama + done.cadangan
    words = f"Sudah dipilih <b>{chosen} dari {done.diterima}</b> usulan yang diterima"
    below = progress(words, chosen / max(done.diterima, 1))
    return section("penuh", "Usulan menurut prioritas pembangunan", f'<ol class="batangan">{bars}</ol>{below}')


def _progress(k: Keadaan, kerja: Kerja, words: str, done: int, all_: int) -> str:
    until = f" · selesai {jam(k.laju.selesai)}" if k.laju and k.laju.kerja is kerja else ""
    return progress(f"{words} <b>{done} dari {all_}</b>{until}", done / max(all_, 1))
