"""What must hold of stored files: each row has its owner and its file, and each file its row."""

from collections.abc import Iterator, Sequence

from musrenbang.model import KABUPATEN
from musrenbang.store import berkas
from musrenbang.store.checks import Check, told
from musrenbang.store.engine import Row, Rows
from musrenbang.store.files import Files, digest

OF_MEETING, OF_USULAN = "('daftar hadir', 'berita acara', 'foto', 'video')", "('foto usulan', 'dokumen usulan')"
FILES = (
    Check(
        "Berkas {0} “{1}”: rapat pemiliknya, {2}, tidak ada.",
        f"select b.jenis, b.nama, b.pemilik from berkas b where b.jenis in {OF_MEETING} "
        "and not exists (select 1 from rapat r where r.id = b.pemilik) order by b.waktu, b.id",
    ),
    Check(
        "Berkas {0} “{1}”: usulan pemiliknya, {2}, tidak ada.",
        f"select b.jenis, b.nama, b.pemilik from berkas b where b.jenis in {OF_USULAN} "
        "and b.diganti is null and not exists (select 1 from usulan u where u.id = b.pemilik) order by b.waktu, b.id",
    ),
    Check(
        "Lambang “{0}”: pemiliknya bukan kabupaten, melainkan {1}.",
        f"select b.nama, b.pemilik from berkas b where b.jenis = 'lambang' and b.pemilik <> '{KABUPATEN}' order by 1",
    ),
    Check(
        "Lambang: ada {0} yang berlaku, seharusnya paling banyak satu.",
        "select count(*) from berkas where jenis = 'lambang' and diganti is null having count(*) > 1",
    ),
    Check(
        "Berkas {0} “{1}”: waktu diganti mendahului waktu diunggah.",
        "select jenis, nama from berkas where diganti < waktu order by waktu, id",
    ),
)


def broken(rows: Rows, files: Files) -> list[str]:
    """A sentence for each row that breaks a check, and for each row whose file is gone or another.

    A file is in place before its row is, so whatever a row names must be there.
    """
    faults = told(rows, FILES)
    for id_, jenis, nama, owner, ukuran, sidik in _stored(rows):
        path, name = files.path(id_), f"Berkas {jenis} “{nama}” milik {owner}"
        if not path.is_file():
            faults.append(f"{name}: tidak ada di folder dokumen.")
        elif (path.stat().st_size, digest(path)) != (ukuran, sidik):
            faults.append(f"{name}: isinya tidak sama dengan saat disimpan.")
    return faults


def strays(rows: Rows, present: Sequence[str]) -> Iterator[str]:
    """Files that were in the folder some time ago, and that no row names even now. A row is never deleted."""
    known = {str(id_) for id_ in berkas.ids(rows)}
    for name in present:
        if name not in known:
            yield f"Folder dokumen: berkas {name} tidak dikenal basis data."


def _stored(rows: Rows) -> list[Row]:
    """(id, jenis, nama, whose it is, ukuran, sidik) of every file that a row names."""
    return rows.rows(
        "select b.id, b.jenis, b.nama, coalesce("
        "'Kecamatan ' || k.nama || ' tahun ' || cast(r.tahun as varchar), 'usulan ' || u.kode, "
        "case when b.jenis = 'lambang' then 'kabupaten' else 'usulan yang sudah dihapus' end), b.ukuran, b.sidik "
        "from berkas b left join rapat r on r.id = b.pemilik left join kecamatan k on k.kode = r.kecamatan "
        "left join usulan u on u.id = b.pemilik order by b.waktu, b.id"
    )
