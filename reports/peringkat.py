"""How ranks, weights and kriteria are written on papers (L25)."""

from collections.abc import Container, Iterable
from uuid import UUID

from musrenbang import formats, scoring
from musrenbang.model import BahanCetak, Bobot, UsulanMasuk

MEETING_ORDER = "* Poin dan tingkat pemecah serinya sama; urutannya ditetapkan oleh musyawarah."


def ranked(usulan: Iterable[UsulanMasuk]) -> list[UsulanMasuk]:
    """Usulan prioritas with complete scores, by peringkat; equals stay in the order given."""
    complete = [u for u in usulan if u.utama and u.poin is not None]
    return sorted(complete, key=rank_key)


def rank_key(usulan: UsulanMasuk) -> tuple[bool, int]:
    return usulan.peringkat is None, usulan.peringkat or 0


def incomplete(usulan: Iterable[UsulanMasuk]) -> list[UsulanMasuk]:
    return [u for u in usulan if u.utama and u.poin is None]


def peringkat(usulan: UsulanMasuk) -> str:
    """ "2", or "2 (seri 3 usulan)" when it is shared."""
    if usulan.peringkat is None:
        return "–"
    tied = f" (seri {usulan.seri} usulan)" if usulan.seri and usulan.seri > 1 else ""
    return f"{usulan.peringkat}{tied}"


def levels(usulan: UsulanMasuk) -> list[str]:
    """The eight levels as figures, "–" for one that is missing."""
    given = usulan.tingkat or (None,) * scoring.BANYAK_KRITERIA
    return ["–" if level is None else str(level) for level in given]


def scores(usulan: UsulanMasuk, ordered: Container[UUID] = ()) -> tuple[str, str, str]:
    """Poin, skor and peringkat of a complete usulan, as the last three columns of a list show them.

    A star marks those that the meeting itself has put in order.
    """
    star = " *" if usulan.id in ordered else ""
    return str(usulan.poin), formats.skor(usulan.poin), f"{peringkat(usulan)}{star}"


def heads(bobot: Bobot) -> list[str]:
    return [f"K{k.nomor}" for k in bobot.kriteria]


def legend(bobot: Bobot) -> list[str]:
    return [f"K{k.nomor} = {k.nama} (bobot {k.bobot}%)" for k in bobot.kriteria]


def weights_note(bobot: Bobot) -> str:
    if bobot.nomor_penetapan is None:
        return "Bobot contoh: bobot kriteria belum ditetapkan oleh Bappeda Kabupaten Langkat."
    day = f" tanggal {formats.tanggal(bobot.tanggal_penetapan)}" if bobot.tanggal_penetapan else ""
    return f"Bobot kriteria ditetapkan oleh Bappeda Kabupaten Langkat dengan Nomor {bobot.nomor_penetapan}{day}."


def tie_rule(bobot: Bobot) -> str:
    first, second, third = (bobot.kriteria[i].nama for i in scoring.PEMECAH_SERI)
    return (
        f"Jika poin sama, peringkat ditentukan berturut-turut oleh tingkat {first}, kemudian {second}, "
        f"kemudian {third}, kemudian urutan yang ditetapkan oleh musyawarah beserta alasannya. "
        "Usulan yang tetap sama menempati peringkat yang sama (seri)."
    )


def missing(bahan: BahanCetak, usulan: UsulanMasuk) -> str:
    """The kriteria that still need a level, by name."""
    if usulan.tingkat is None:
        return "Skoring belum dibuka (tombol Hitung belum ditekan)."
    kriteria = bahan.bobot.kriteria
    return ", ".join(f"K{kriteria[i].nomor} {kriteria[i].nama}" for i in scoring.missing(usulan.tingkat))
