"""A quiet likeness of the Daftar Hadir on the screen: what will stand on the paper, and what is still empty."""

from html import escape

from musrenbang.formats import bulat, hari_tanggal
from musrenbang.model import KELOMPOK, DaftarHadir, Rapat

KOSONG = '<i class="kosong">belum diisi</i>'


def attendance_sheet(rapat: Rapat, isi: DaftarHadir) -> str:
    facts = (
        ("Hari, tanggal", hari_tanggal(isi.tanggal) if isi.tanggal else ""),
        ("Waktu", _time(isi)),
        ("Tempat", isi.tempat),
        ("Alamat", isi.alamat),
        ("Camat", isi.nama_camat),
        ("NIP", isi.nip_camat),
    )
    rows = "".join(f"<dt>{label}</dt><dd>{escape(value.strip()) or KOSONG}</dd>" for label, value in facts)
    groups = "".join(
        f"<tr><td>{escape(name)}</td><td class='n'>{bulat(n)} baris</td></tr>"
        for name, n in zip(KELOMPOK, isi.baris, strict=True)
    )
    return (
        '<section class="kertas" aria-label="Yang dicetak di Daftar Hadir"><h2>Daftar Hadir</h2>'
        f"<p>Musrenbang Kecamatan {escape(rapat.kecamatan.nama)} Tahun {rapat.tahun}</p><dl>{rows}</dl>"
        f'<table class="tb"><tbody>{groups}</tbody><tfoot><tr><td>Jumlah</td>'
        f'<td class="n">{bulat(sum(isi.baris))} baris</td></tr></tfoot></table></section>'
    )


def _time(isi: DaftarHadir) -> str:
    """As the paper has it: open-ended when only the beginning is known."""
    mulai, selesai = isi.jam_mulai.strip(), isi.jam_selesai.strip()
    if not mulai:
        return ""
    return f"{mulai} s.d. {selesai} WIB" if selesai else f"{mulai} WIB s.d. selesai"
