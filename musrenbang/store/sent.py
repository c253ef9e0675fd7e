"""What a meeting sends, as digests: written into the trail at Kirim, and counted again ever after."""

from uuid import UUID

from musrenbang.model import BeritaAcara
from musrenbang.store import meetings
from musrenbang.store.engine import Rows
from musrenbang.store.trail import digest

Sidik = dict[str, dict[str, str]]

# every column of an usulan in the meeting, of its score and of its place in a tie: none changes while it stands sent
USULAN = """
select
    u.kode, u.id, u.asal, u.desa, u.urutan, u.nama, u.permasalahan, u.lokasi, u.volume, u.satuan, u.biaya, u.penerima,
    u.bidang, u.kewenangan, u.opd_usul, u.versi_sumber, u.keputusan, u.alasan_verifikasi, u.digabung_ke,
    u.volume_asal, u.biaya_asal, u.catatan_aturan, u.prioritas, u.alasan_cadangan, u.opd, u.versi,
    s.rapat, s.k1, s.k2, s.k3, s.k4, s.k5, s.k6, s.k7, s.k8, s.oleh, s.diubah, s.versi,
    t.rapat, t.putusan, t.urutan, t.alasan
from usulan_masuk u
left join skor s on s.usulan = u.id
left join urutan_seri t on t.usulan = u.id
where u.rapat = $1
order by u.kode
"""
# what an OPD answers to: with any of it changed, an earlier answer was to something else
POKOK = """
select kode, nama, permasalahan, lokasi, volume, satuan, biaya, penerima, bidang, kewenangan
from usulan_masuk
where rapat = $1
order by kode
"""
BERSAMA = {
    "bobot": "select b1, b2, b3, b4, b5, b6, b7, b8, kriteria, nomor_penetapan, tanggal_penetapan "
    "from bobot_rapat where rapat = $1",
    "Daftar Hadir": "select tempat, alamat, nama_camat, nip_camat, tanggal, jam_mulai, jam_selesai, baris_dewan, "
    "baris_tim, baris_opd, baris_desa, baris_stakeholder, versi from daftar_hadir where rapat = $1",
}  # what all usulan of a meeting share


def digests(rows: Rows, rapat: UUID) -> Sidik:
    """SHA-256 by kode of each usulan, and of what an OPD answers to in it; by name of weights and Daftar Hadir."""
    return {
        "usulan": {row[0]: digest(row) for row in rows.rows(USULAN, rapat)},
        "pokok": {row[0]: digest(row) for row in rows.rows(POKOK, rapat)},
        "rapat": {name: digest(rows.rows(sql, rapat)) for name, sql in BERSAMA.items()},
    }


def minutes(rows: Rows, rapat: UUID) -> BeritaAcara | None:
    """None where the form is missing, or cannot be read as one."""
    try:
        return meetings.berita_acara(rows, rapat)
    except (LookupError, ValueError, TypeError):
        return None
