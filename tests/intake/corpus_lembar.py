"""Hostile and broken spreadsheets: each with the key of the one sentence that it gets."""

import io
import struct
import zipfile
from collections.abc import Callable

from tests.intake.sheets import changed, own, part, table, xlsx

SHEET, TEXTS, STYLES, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"
NS = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
XML = b'<?xml version="1.0" encoding="UTF-8"?>'


def flat_bomb() -> bytes:
    return changed(own({}), {SHEET: XML + b"<worksheet " + NS + b"><sheetData>" + b" " * (60 << 20)})


def nested_bomb() -> bytes:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("nol", b"\0" * (200 << 20))
    return changed(own({}), {"xl/embeddings/a.zip": inner.getvalue()} | {"xl/media/b.png": b"\0" * (49 << 20)})


def lying_sizes() -> bytes:
    """The directory says 100 bytes where 30 MB come out."""
    data = changed(own({}), {SHEET: b"<worksheet>" + b"<c/>" * (8 << 20)})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo(SHEET).file_size
    return data.replace(struct.pack("<L", size), struct.pack("<L", 100))


def xxe() -> bytes:
    return _with_doctype(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')


def billion_laughs() -> bytes:
    lol = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    return _with_doctype(b'<!DOCTYPE a [<!ENTITY l0 "ha">' + lol + b"]>")


def _with_doctype(doctype: bytes) -> bytes:
    sheet = part(own({}), SHEET)
    return changed(own({}), {SHEET: sheet.replace(b"<worksheet", doctype + b"<worksheet", 1)})


def doctype_across_chunks() -> bytes:
    return changed(own({}), {SHEET: XML + b" " * ((1 << 18) - len(XML) - 5) + b"<!DOCTYPE a><worksheet/>"})


def utf16() -> bytes:
    sheet = part(own({}), SHEET).decode().replace("UTF-8", "UTF-16")
    return changed(own({}), {SHEET: sheet.encode("utf-16")})


def odd_encoding() -> bytes:
    return changed(own({}), {SHEET: part(own({}), SHEET).replace(b"UTF-8", b"cp037")})


def xlsm() -> bytes:
    return changed(own({}), {"xl/vbaProject.bin": b"macro"})


def encrypted_entry() -> bytes:
    data = bytearray(own({}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 8] |= 1
    return bytes(data)


def ole() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096


def many_parts() -> bytes:
    return changed(own({}), {f"xl/media/{n}.xml": b"<a/>" for n in range(501)})


def double_names() -> bytes:
    out = io.BytesIO(own({}))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(SHEET.upper(), b"<worksheet/>")
    return out.getvalue()


def traversal() -> bytes:
    return changed(own({}), {"../../etc/cron.d/a.xml": b"<a/>"})


def absolute() -> bytes:
    return changed(own({}), {"/etc/passwd": b"<a/>"})


def wide() -> bytes:
    return xlsx([[*row, *[None] * 45, "x"] for row in table({})])


def long() -> bytes:
    return own(*({"nama": f"Jalan {n}"} for n in range(10_001)))


def no_sheet() -> bytes:
    book = XML + b"<workbook " + NS + b"><sheets/></workbook>"
    return changed(own({}), {BOOK: book})


def cut() -> bytes:
    return own({})[:-500]


def wrong_checksum() -> bytes:
    data = changed(own({}), {}, zipfile.ZIP_STORED)
    return data.replace(b"<sheetData>", b"<sheetdata>", 1)


def not_xml() -> bytes:
    return changed(own({}), {SHEET: b"<worksheet><sheetData><row>"})


def html() -> bytes:
    return b"<html><table><tr><td>Kode</td></tr></table></html>"


def word() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", b"<document/>")
    return out.getvalue()


def pdf() -> bytes:
    return b"%PDF-1.7\n"


def csv_with_nul() -> bytes:
    return b"Kode,Nama Usulan,Lokasi\na\0b,c,d\n"


def csv_latin() -> bytes:
    return "Kode,Nama Usulan,Lokasi\né,c,d\n".encode("latin-1")


def csv_long() -> bytes:
    return b"a,b\n" * 10_002


def csv_wide() -> bytes:
    return b",".join([b"a"] * 61) + b"\n"


def csv_huge_field() -> bytes:
    return b'Kode,Nama Usulan\n"' + b"a" * 200_000 + b'"\n'


def too_large() -> bytes:
    return b"PK" + b"a" * (10 << 20)


def empty() -> bytes:
    return b""


def texts_bomb() -> bytes:
    return changed(own({}), {TEXTS: XML + b"<sst " + NS + b">" + b"<si><t/></si>" * 800_000 + b"</sst>"})


def one_text_bomb() -> bytes:
    runs = b"<r><t>a</t></r>" * 500_000
    return changed(own({}), {TEXTS: XML + b"<sst " + NS + b"><si>" + runs + b"</si></sst>"})


def styles_bomb() -> bytes:
    xfs = b'<xf numFmtId="0"/>' * 1_000_000
    return changed(own({}), {STYLES: XML + b"<styleSheet " + NS + b"><cellXfs>" + xfs + b"</cellXfs></styleSheet>"})


def names_bomb() -> bytes:
    names = b'<definedName name="a">A1</definedName>' * 200_000
    book = part(own({}), BOOK).replace(b"</sheets>", b"</sheets><definedNames>" + names + b"</definedNames>")
    return changed(own({}), {BOOK: book})


def one_row_bomb() -> bytes:
    cells = b"<c/>" * 4_000_000
    return changed(own({}), {SHEET: XML + b"<worksheet " + NS + b"><sheetData><row>" + cells + b"</row></sheetData>"})


def merges_bomb() -> bytes:
    merges = b'<mergeCell ref="A1:B2"/>' * 1_000_000
    sheet = part(own({}), SHEET).replace(b"</sheetData>", b"</sheetData><mergeCells>" + merges + b"</mergeCells>")
    return changed(own({}), {SHEET: sheet})


def endless_number() -> bytes:
    sheet = part(own({}), SHEET).replace(b"<v>120</v>", b"<v>" + b"9" * 5000 + b"</v>")
    return changed(own({}), {SHEET: sheet})


def merged_head() -> bytes:
    return xlsx([["Usulan tahun 2027", None, None], ["Kode", "", ""], ["a", "b", "c"]])


def only_head() -> bytes:
    return xlsx(table())


HOSTILE: dict[Callable[[], bytes], str] = {
    flat_bomb: "lembar_membengkak",
    nested_bomb: "lembar_membengkak",
    lying_sizes: "lembar_rusak",
    xxe: "lembar_tidak_wajar",
    billion_laughs: "lembar_tidak_wajar",
    doctype_across_chunks: "lembar_tidak_wajar",
    utf16: "lembar_tidak_wajar",
    odd_encoding: "lembar_tidak_wajar",
    xlsm: "lembar_makro",
    encrypted_entry: "lembar_xls_lama",
    ole: "lembar_xls_lama",
    many_parts: "lembar_tidak_wajar",
    double_names: "lembar_tidak_wajar",
    traversal: "lembar_tidak_wajar",
    absolute: "lembar_tidak_wajar",
    wide: "lembar_banyak_kolom",
    long: "lembar_banyak_baris",
    no_sheet: "lembar_tidak_ada",
    cut: "lembar_rusak",
    wrong_checksum: "lembar_rusak",
    not_xml: "lembar_rusak",
    html: "lembar_bukan",
    word: "lembar_bukan",
    pdf: "lembar_bukan",
    csv_with_nul: "csv_bukan_utf8",
    csv_latin: "csv_bukan_utf8",
    csv_long: "lembar_banyak_baris",
    csv_wide: "lembar_banyak_kolom",
    csv_huge_field: "csv_bukan_utf8",
    too_large: "lembar_terlalu_besar",
    empty: "berkas_kosong",
    texts_bomb: "lembar_membengkak",
    one_text_bomb: "lembar_membengkak",
    styles_bomb: "lembar_membengkak",
    names_bomb: "lembar_membengkak",
    one_row_bomb: "lembar_membengkak",
    merges_bomb: "lembar_membengkak",
    endless_number: "lembar_rusak",
}
# these can be read, but hold nothing that is a list of usulan
NO_LIST: dict[Callable[[], bytes], str] = {merged_head: "judul_tidak_ada", only_head: "lembar_kosong"}
