"""What an OPD may answer: facts in, list of issues out (L35)."""

from musrenbang import fields
from musrenbang.errors import Issue
from musrenbang.model import IsiJawaban, Jawab, Jawaban, UsulanMasuk

RUPIAH_MAKS = 10**13


def sent_to(u: UsulanMasuk, opd: str | None) -> list[Issue]:
    return [] if u.utama and u.opd == opd else [Issue("bukan_untuk_opd", {"kode": u.kode})]


def answer(u: UsulanMasuk, isi: IsiJawaban, before: Jawaban | None) -> list[Issue]:
    """`isi` as it would be kept: with the whole volume and cost of a DIUBAH."""
    if isi.jawab is Jawab.DITERIMA:
        return fields.text("Keterangan", isi.alasan, maks=1000)
    issues = fields.reason(isi.alasan)
    if isi.jawab is Jawab.DITOLAK and before and before.anggaran is not None:
        issues.append(Issue("anggaran_terisi", {"kode": u.kode}))
    return issues + (_change(u, isi) if isi.jawab is Jawab.DIUBAH else [])


def _change(u: UsulanMasuk, isi: IsiJawaban) -> list[Issue]:
    assert isi.volume is not None
    assert isi.biaya is not None
    if issues := fields.amounts(isi.volume, isi.biaya):
        return issues
    same = (isi.volume, isi.biaya) == (u.isi.volume, u.isi.biaya)
    return [Issue("perubahan_wajib")] if same else []


def budget(u: UsulanMasuk, before: Jawaban | None, anggaran: int | None, realisasi: int | None) -> list[Issue]:
    """Of what is accepted alone; what was spent never exceeds what was budgeted."""
    if before is None or not before.diterima:
        return [Issue("belum_diterima_opd", {"kode": u.kode})]
    if anggaran is None:
        return [Issue("anggaran_dahulu")] if realisasi is not None else []
    if issues := fields.number("Anggaran", anggaran, 0, RUPIAH_MAKS):
        return issues
    if realisasi is None:
        return []
    issues = fields.number("Realisasi", realisasi, 0, RUPIAH_MAKS)
    return issues or ([Issue("realisasi_lebih")] if realisasi > anggaran else [])
