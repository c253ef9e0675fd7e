"""Accounts, logins and failed logins. Session and password secrets never reach these tables, only their hashes."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from musrenbang.model import Akun, Orang, Peran
from musrenbang.store.bulk import insert_many, update_many
from musrenbang.store.engine import Row, Rows

AKUN = "nama_pengguna, nama, peran, wilayah, sandi, aktif, harus_ganti, sandi_berakhir, versi"
KEPT = """
select
    a.nama_pengguna, a.nama, a.peran, a.wilayah, a.harus_ganti, a.aktif, a.versi, a.sandi_berakhir,
    coalesce('Kecamatan ' || k.nama, d.jenis || ' ' || d.nama, o.nama, ''), coalesce(k.nama, kd.nama, ''),
    exists (select 1 from identitas i where i.nama_pengguna = a.nama_pengguna)
from akun a
left join kecamatan k on a.peran = 'camat' and k.kode = a.wilayah
left join desa d on a.peran = 'desa' and d.kode = a.wilayah
left join kecamatan kd on kd.kode = d.kecamatan
left join opd o on a.peran = 'opd' and o.kode = a.wilayah
order by
    case a.peran when 'bappeda' then 2 when 'opd' then 1 else 0 end,
    coalesce(k.kode, kd.kode), a.peran, a.wilayah, a.nama_pengguna
"""


def password_hash(rows: Rows, nama_pengguna: str) -> str | None:
    """Of an account that may log in."""
    found = rows.rows("select sandi from akun where nama_pengguna = $1 and aktif", nama_pengguna)
    return str(found[0][0]) if found else None


def one_time_end(rows: Rows, nama_pengguna: str) -> datetime | None:
    """Until when the one-time password of an account serves; None when its owner has chosen the password."""
    found = rows.rows("select sandi_berakhir from akun where nama_pengguna = $1", nama_pengguna)
    return found[0][0] if found else None


def exists(rows: Rows, nama_pengguna: str) -> bool:
    return bool(rows.rows("select 1 from akun where nama_pengguna = $1", nama_pengguna))


def add(tx: Rows, people: list[tuple[Orang, str]], sandi_berakhir: datetime | None = None) -> None:
    """Accounts with their password hashes. `sandi_berakhir`: until when those that are one-time passwords serve."""
    values = [
        (o.nama_pengguna, o.nama, o.peran.value, o.wilayah, sandi, True, o.harus_ganti_sandi, sandi_berakhir, 1)
        for o, sandi in people
    ]
    insert_many(tx, "akun", AKUN, values)


def set_own_password(tx: Rows, nama_pengguna: str, sandi: str) -> None:
    """One that its owner has chosen. It also ends every session of the account."""
    tx.rows(
        "update akun set sandi = $1, harus_ganti = false, sandi_berakhir = null, versi = versi + 1 "
        "where nama_pengguna = $2",
        sandi, nama_pengguna,
    )  # fmt: skip
    end_sessions_of(tx, nama_pengguna)


def set_one_time(tx: Rows, seen: Mapping[str, int], hashes: Sequence[str], berakhir: datetime) -> set[str]:
    """New one-time passwords for accounts still at the versi that was seen, which may then log in; returns those.

    One statement for many, as one for each is many times slower.
    """
    types = {"sandi": "varchar", "harus_ganti": "boolean", "aktif": "boolean", "sandi_berakhir": "timestamp"}
    return _update(tx, types, seen, [(sandi, True, True, berakhir) for sandi in hashes])


def set_active(tx: Rows, seen: Mapping[str, int], aktif: bool) -> set[str]:
    """Whether accounts may log in; returns those still at the versi that was seen. All their sessions end."""
    return _update(tx, {"aktif": "boolean"}, seen, [(aktif,)] * len(seen))


def _update(tx: Rows, columns: dict[str, str], seen: Mapping[str, int], values: Sequence[Sequence[object]]) -> set[str]:
    changed = update_many(tx, "akun", {"nama_pengguna": "varchar", **columns}, list(seen.items()), values)
    tx.rows("delete from sesi where nama_pengguna = any($1)", list(seen))
    return {str(name) for name in changed}


def kept(rows: Rows) -> list[Akun]:
    """Every account, kecamatan by kecamatan with its camat first, then OPD, then Bappeda."""
    return [_akun(row) for row in rows.rows(KEPT)]


def person(rows: Rows, nama_pengguna: str) -> Orang | None:
    found = rows.rows(
        "select nama_pengguna, nama, peran, wilayah, harus_ganti from akun where nama_pengguna = $1 and aktif",
        nama_pengguna,
    )
    return _orang(found[0]) if found else None


def _orang(row: Row) -> Orang:
    nama_pengguna, nama, peran, wilayah, harus_ganti = row[:5]
    return Orang(nama_pengguna, nama, Peran(peran), wilayah, harus_ganti)


def _akun(row: Row) -> Akun:
    aktif, versi, sandi_berakhir, tempat, kecamatan, terhubung = row[5:]
    return Akun(_orang(row), aktif, versi, sandi_berakhir, tempat, kecamatan, terhubung)


def add_session(tx: Rows, sidik: str, nama_pengguna: str, now: datetime, berakhir: datetime) -> None:
    tx.rows("delete from sesi where berakhir < $1", now)
    tx.rows(
        "insert into sesi (sidik, nama_pengguna, dibuat, berakhir) values ($1, $2, $3, $4)",
        sidik, nama_pengguna, now, berakhir,
    )  # fmt: skip


def session(rows: Rows, sidik: str) -> tuple[Orang, datetime] | None:
    """The person of a session, and until when it is good; None when there is none, or the account is disabled."""
    found = rows.rows(
        "select a.nama_pengguna, a.nama, a.peran, a.wilayah, a.harus_ganti, s.berakhir from sesi s "
        "join akun a on a.nama_pengguna = s.nama_pengguna where s.sidik = $1 and a.aktif",
        sidik,
    )
    return (_orang(found[0]), found[0][5]) if found else None


def prolong_session(tx: Rows, sidik: str, now: datetime, berakhir: datetime, longest: timedelta) -> None:
    """A session that is not over is good until `berakhir`, at most for `longest` since its login."""
    tx.rows(
        "update sesi set berakhir = least($1, dibuat + cast($2 as interval)) where sidik = $3 and berakhir > $4",
        berakhir, f"{int(longest.total_seconds())} seconds", sidik, now,
    )  # fmt: skip


def end_session(tx: Rows, sidik: str) -> None:
    tx.rows("delete from sesi where sidik = $1", sidik)


def sessions_of(rows: Rows, nama_pengguna: str, now: datetime) -> list[tuple[str, datetime, datetime]]:
    """Those that are not over, the latest first: digest, since when, until when."""
    found = rows.rows(
        "select sidik, dibuat, berakhir from sesi where nama_pengguna = $1 and berakhir > $2 "
        "order by dibuat desc, sidik",
        nama_pengguna, now,
    )  # fmt: skip
    return [(sidik, dibuat, berakhir) for sidik, dibuat, berakhir in found]


def end_other_sessions(tx: Rows, nama_pengguna: str, sidik: str) -> None:
    tx.rows("delete from sesi where nama_pengguna = $1 and sidik <> $2", nama_pengguna, sidik)


def end_sessions_of(tx: Rows, nama_pengguna: str) -> None:
    tx.rows("delete from sesi where nama_pengguna = $1", nama_pengguna)


def failures(rows: Rows, nama_pengguna: str, alamat: str, since: datetime) -> tuple[int, int, int]:
    """Failed logins since a time: of this account from this address, of this account, of this address."""
    found = rows.rows(
        "select count(*) filter (where nama_pengguna = $1 and alamat = $2), "
        "count(*) filter (where nama_pengguna = $1), count(*) filter (where alamat = $2) from gagal_masuk "
        "where (nama_pengguna = $1 or alamat = $2) and waktu > $3",
        nama_pengguna, alamat, since,
    )  # fmt: skip
    return found[0][0], found[0][1], found[0][2]


def add_failure(tx: Rows, id_: UUID, nama_pengguna: str, alamat: str, now: datetime, forget: datetime) -> None:
    tx.rows("delete from gagal_masuk where waktu < $1", forget)
    tx.rows(
        "insert into gagal_masuk (id, nama_pengguna, alamat, waktu) values ($1, $2, $3, $4)",
        id_, nama_pengguna, alamat, now,
    )  # fmt: skip


def clear_failures(tx: Rows, nama_pengguna: str, alamat: str) -> None:
    tx.rows("delete from gagal_masuk where nama_pengguna = $1 and alamat = $2", nama_pengguna, alamat)
