"""Which account an identity of elsewhere opens, and which login waits for one to be linked. Only digests are kept."""

from collections.abc import Sequence
from datetime import datetime

from musrenbang.store.engine import Rows


def holder(rows: Rows, sidik: str) -> str | None:
    """The account that this identity opens, if it may log in and has no one-time password."""
    found = rows.rows(
        "select i.nama_pengguna from identitas i join akun a on a.nama_pengguna = i.nama_pengguna "
        "where i.sidik = $1 and a.aktif and not a.harus_ganti",
        sidik,
    )
    return str(found[0][0]) if found else None


def is_bound(rows: Rows, sidik: str) -> bool:
    """To any account, whether it may log in or not."""
    return bool(rows.rows("select 1 from identitas where sidik = $1", sidik))


def linked(rows: Rows) -> dict[str, datetime]:
    """Every account that has an identity, and since when."""
    return dict(rows.rows("select nama_pengguna, dihubungkan from identitas"))


def since(rows: Rows, nama_pengguna: str) -> datetime | None:
    found = rows.rows("select dihubungkan from identitas where nama_pengguna = $1", nama_pengguna)
    return found[0][0] if found else None


def bind(tx: Rows, sidik: str, nama_pengguna: str, now: datetime) -> None:
    tx.rows("insert into identitas (sidik, nama_pengguna, dihubungkan) values ($1, $2, $3)", sidik, nama_pengguna, now)


def release(tx: Rows, names: Sequence[str]) -> list[str]:
    """Ends the links of these accounts; returns those that had one."""
    found = tx.rows("delete from identitas where nama_pengguna = any($1) returning nama_pengguna", list(names))
    return sorted(str(name) for (name,) in found)


def expect(tx: Rows, sesi: str, perjalanan: str, sampai: datetime) -> None:
    """What comes back of this round trip may be linked by this login until then."""
    tx.rows("update sesi set perjalanan = $1, perjalanan_sampai = $2 where sidik = $3", perjalanan, sampai, sesi)


def take(tx: Rows, sesi: str, nama_pengguna: str, perjalanan: str, now: datetime) -> bool:
    """Whether it was expected by this login of that account, as it is not any more from now on."""
    sql = (
        "update sesi set perjalanan = null, perjalanan_sampai = null "
        "where sidik = $1 and nama_pengguna = $2 and perjalanan = $3 and perjalanan_sampai > $4 returning sidik"
    )
    return bool(tx.rows(sql, sesi, nama_pengguna, perjalanan, now))


def expected(rows: Rows, sesi: str, perjalanan: str, now: datetime) -> bool:
    sql = "select 1 from sesi where sidik = $1 and perjalanan = $2 and perjalanan_sampai > $3"
    return bool(rows.rows(sql, sesi, perjalanan, now))
