"""The rules of verification (L10): what each that is on says of an usulan."""

from collections.abc import Sequence

from musrenbang.model import Aturan, Bidang, Kewenangan, Sikap, UsulanMasuk
from musrenbang.words import RULES

BATAS_BIDANG = {"maks_fisik": Bidang.FISIK, "maks_sosial": Bidang.SOSIAL, "maks_ekonomi": Bidang.EKONOMI}


def notes(u: UsulanMasuk, everyone: Sequence[UsulanMasuk], aturan: Sequence[Aturan]) -> list[tuple[Sikap, str]]:
    """L10: what each active rule says of one usulan, by its own place in the desa's order."""
    said = []
    for rule in aturan:
        facts = None if rule.sikap is Sikap.MATI else _rule_facts(rule, u, everyone)
        if facts is not None:
            said.append((rule.sikap, RULES[rule.kunci].format(**facts, angka=rule.angka, nama_desa=u.nama_desa)))
    return said


def _rule_facts(rule: Aturan, u: UsulanMasuk, everyone: Sequence[UsulanMasuk]) -> dict[str, object] | None:
    """None when the rule has nothing to say."""
    if rule.kunci == "kewenangan":
        outside = u.isi.kewenangan is not Kewenangan.KABUPATEN
        return {"kewenangan": u.isi.kewenangan.value.lower()} if outside else None
    if rule.kunci == "larangan":
        said = f"{u.isi.nama} {u.isi.permasalahan}".lower()
        found = next((kata for kata in rule.kata if kata.lower() in said), None)
        return {"kata": found} if found else None
    return _limit_facts(rule, u, everyone)


def _limit_facts(rule: Aturan, u: UsulanMasuk, everyone: Sequence[UsulanMasuk]) -> dict[str, object] | None:
    bidang = BATAS_BIDANG.get(rule.kunci)
    if bidang and u.isi.bidang is not bidang:
        return None
    same = [
        other
        for other in everyone
        if (rule.kunci == "maks_kecamatan" or other.desa == u.desa) and (not bidang or other.isi.bidang is bidang)
    ]
    urut = 1 + next((i for i, other in enumerate(same) if other.id == u.id), len(same))
    return {"urut": urut} if rule.angka is not None and urut > rule.angka else None
