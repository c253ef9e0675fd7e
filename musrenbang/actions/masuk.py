"""Logging in and out (L03). Sessions live in the store, so they survive a reload; only their digest is kept."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NoReturn
from uuid import uuid4

from musrenbang import passwords
from musrenbang.actions.catatan import dicatat
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Orang, Sesi
from musrenbang.store import accounts, identities
from musrenbang.store.engine import Rows, Store
from musrenbang.store.trail import Chain

RANTAI = "pengguna"
LEPAS = "lepaskan akun SSO"
LAMA_SESI = timedelta(hours=12)
DIAM = timedelta(hours=2)  # without a key or a pointer: longer than prayer and lunch, shorter than a day
JENDELA = timedelta(minutes=15)
GAGAL_AKUN, GAGAL_ALAMAT = 5, 40
GAGAL_DI_MANA_SAJA = 30  # of one account, from all addresses together
JEDA_PERTAMA, JEDA_TERLAMA = 0.25, 2.0  # seconds


@dicatat("masuk")
def masuk(store: Store, nama_pengguna: str, sandi: str, alamat: str, now: datetime) -> str:
    """Checks a login and returns the secret of its new session.

    Raises Refused: too many failures of this account or address, or (without saying which) a wrong name or password;
    whoever has typed the right one is told that it was a one-time password whose time is over.
    """
    nama_pengguna = _as_kept(nama_pengguna)
    refuse(*_throttled(store, nama_pengguna, alamat, now))
    kini = accounts.password_hash(store, nama_pengguna)
    if not passwords.matches(kini, sandi[:256]):
        _fail(store, nama_pengguna, alamat, now)
    refuse(*_expired(store, nama_pengguna, now))
    rahasia = passwords.new_session()

    def work(tx: Rows) -> None:
        _log(tx, nama_pengguna, "masuk", now)  # first: it makes the writers of accounts take turns
        _must_be_password(tx, nama_pengguna, kini)
        accounts.clear_failures(tx, nama_pengguna, alamat)
        accounts.add_session(tx, passwords.digest(rahasia), nama_pengguna, now, now + DIAM)

    store.transaction(work)
    return rahasia


def _fail(store: Store, nama_pengguna: str, alamat: str, now: datetime) -> NoReturn:
    forget = now - timedelta(days=30)
    store.transaction(lambda tx: accounts.add_failure(tx, uuid4(), nama_pengguna, alamat, now, forget))
    raise Refused([Issue("masuk_gagal")])


def _expired(store: Store, nama_pengguna: str, now: datetime) -> list[Issue]:
    berakhir = accounts.one_time_end(store, nama_pengguna)
    return [Issue("sandi_kedaluwarsa")] if berakhir and berakhir <= now else []


def jeda(store: Store, nama_pengguna: str, now: datetime) -> float:
    """Seconds that the next answer about this name waits, right or wrong, whether there is such an account or not:
    twice as long after each failure of late."""
    _, gagal, _ = accounts.failures(store, _as_kept(nama_pengguna), "", now - JENDELA)
    return min(JEDA_PERTAMA * 2 ** (min(gagal, 10) - 1), JEDA_TERLAMA) if gagal else 0.0


def _as_kept(nama_pengguna: str) -> str:
    return nama_pengguna.replace("\x00", "").strip().lower()[:64]


def _throttled(store: Store, nama_pengguna: str, alamat: str, now: datetime) -> list[Issue]:
    di_sini, di_mana_saja, alamat_ini = accounts.failures(store, nama_pengguna, alamat, now - JENDELA)
    if di_sini < GAGAL_AKUN and di_mana_saja < GAGAL_DI_MANA_SAJA and alamat_ini < GAGAL_ALAMAT:
        return []
    return [Issue("terlalu_sering", {"menit": int(JENDELA.total_seconds() // 60)})]


def siapa(store: Store, sidik: str | None, now: datetime) -> Orang | None:
    """The person behind a session's digest, None for a stranger, an ended session or a disabled account."""
    who, berakhir = (sidik and _session(store, sidik)) or (None, now)
    return who if berakhir > now else None


def _session(store: Store, sidik: str) -> tuple[Orang, datetime] | None:
    """Where nobody else writes, what was read holds until accounts or logins move: every screen asks at every press."""
    hall = store.hall
    since = str(hall.version(RANTAI))
    kept: tuple[Orang, datetime] | None = hall.kept(RANTAI, sidik, since) if hall.alone else None
    if kept is None and (kept := accounts.session(store, sidik)) and hall.alone:
        hall.keep(RANTAI, sidik, since, kept)
    return kept


def bekerja(store: Store, sidik: str, now: datetime) -> None:
    """A person has pressed a key or a pointer: the session goes on for DIAM, and never beyond LAMA_SESI in all."""
    store.transaction(lambda tx: accounts.prolong_session(tx, sidik, now, now + DIAM, LAMA_SESI))
    store.hall.keep(RANTAI, sidik, "", None)  # what is kept of it ends too early


@dicatat("keluar")
def keluar(store: Store, sidik: str, now: datetime) -> None:
    def work(tx: Rows) -> None:
        found = accounts.session(tx, sidik)
        accounts.end_session(tx, sidik)
        if found:
            _log(tx, found[0].nama_pengguna, "keluar", now)

    store.transaction(work)


def login_sendiri(store: Store, who: Orang, sidik: str, now: datetime) -> list[Sesi]:
    """One's own logins that are in force: the one that asks, then the others, the latest first."""
    found = accounts.sessions_of(store, who.nama_pengguna, now)
    return sorted((Sesi(since, until, one == sidik) for one, since, until in found), key=lambda s: not s.di_sini)


@dicatat("keluar dari semua yang lain")
def keluar_lain(store: Store, who: Orang, sidik: str, sandi: str, alamat: str, now: datetime) -> None:
    """Ends all one's logins but this one; raises Refused when this one has just been ended itself.

    It asks for the password, so that whoever finds a session left open puts nobody out.
    """
    must_know(store, who, sandi, alamat, now)

    def work(tx: Rows) -> None:
        chain = Chain(tx, RANTAI, who.nama_pengguna, now)  # first: it makes the writers of accounts take turns
        found = [one for one, _, _ in accounts.sessions_of(tx, who.nama_pengguna, now)]
        refuse(*([] if sidik in found else [Issue("belum_masuk")]))
        accounts.clear_failures(tx, who.nama_pengguna, alamat)
        if len(found) > 1:
            accounts.end_other_sessions(tx, who.nama_pengguna, sidik)
            chain.write("keluar dari semua yang lain", who.nama_pengguna, sesudah={"login": len(found) - 1})
        chain.close()

    store.transaction(work)


@dicatat("ganti kata sandi")
def ganti_sandi(store: Store, who: Orang, lama: str, baru: str, alamat: str, now: datetime) -> None:
    """Sets one's own password; a one-time password must be changed so at first use. Ends all one's sessions, and the
    link with an identity: whoever knew the old password may have made it."""
    kini = must_know(store, who, lama, alamat, now)
    if len(baru) < passwords.PANJANG_MIN or baru == lama or len(baru) > 256:
        raise Refused([Issue("sandi_lemah", {"min": passwords.PANJANG_MIN})])
    refuse(*([Issue("sandi_mudah")] if passwords.easy_to_guess(baru, who.nama_pengguna) else []))
    sandi = passwords.hash_password(baru)

    def work(tx: Rows) -> None:
        chain = Chain(tx, RANTAI, who.nama_pengguna, now)  # first: it makes the writers of accounts take turns
        _must_be_password(tx, who.nama_pengguna, kini)
        accounts.clear_failures(tx, who.nama_pengguna, alamat)
        accounts.set_own_password(tx, who.nama_pengguna, sandi)
        chain.write("ganti kata sandi", who.nama_pengguna)
        unlink(tx, chain, [who.nama_pengguna])
        chain.close()

    store.transaction(work)


def must_know(store: Store, who: Orang, sandi: str, alamat: str, now: datetime) -> str | None:
    """The hash of one's password. Wrong ones count as failed logins: a session left open is no place to guess them."""
    refuse(*_throttled(store, who.nama_pengguna, alamat, now))
    kini = accounts.password_hash(store, who.nama_pengguna)
    if not passwords.matches(kini, sandi[:256]):
        _fail(store, who.nama_pengguna, alamat, now)
    return kini


def _must_be_password(tx: Rows, nama_pengguna: str, kini: str | None) -> None:
    """It was checked before the transaction, and may have become another since."""
    refuse(*([] if accounts.password_hash(tx, nama_pengguna) == kini else [Issue("masuk_gagal")]))


def unlink(tx: Rows, chain: Chain, names: Iterable[str]) -> None:
    """Ends the links of these accounts with identities of elsewhere, where they have one."""
    for name in identities.release(tx, list(names)):
        chain.write(LEPAS, name)


def _log(tx: Rows, nama_pengguna: str, tindakan: str, now: datetime) -> None:
    chain = Chain(tx, RANTAI, nama_pengguna, now)
    chain.write(tindakan, nama_pengguna)
    chain.close()
