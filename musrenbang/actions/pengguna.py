"""Accounts, kept by Bappeda and at the command line. A one-time password is handed out once; the store has its hash.

Hashing takes a tenth of a second each, so it is done before the transaction: others write meanwhile, and whoever stops
while it lasts has changed nothing.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from musrenbang import fields, naming, passwords
from musrenbang.access import may_keep_accounts
from musrenbang.actions.catatan import dicatat
from musrenbang.actions.door import clean
from musrenbang.actions.masuk import RANTAI, unlink
from musrenbang.errors import ChangedMeanwhile, Issue, refuse
from musrenbang.model import Akun, Orang, Peran, SandiBaru
from musrenbang.store import accounts, reference
from musrenbang.store.engine import Rows, Store, T
from musrenbang.store.trail import Chain

LAMA_SEKALI_PAKAI = timedelta(days=30)  # for a slip to get to the furthest desa and be used, and no longer
NAMA_PENGGUNA = re.compile(r"[a-z0-9.-]{3,64}")
Report = Callable[[float], object]  # the share that is done, from 0 to 1


def daftar(store: Store, who: Orang) -> list[Akun]:
    """Every account, kecamatan by kecamatan with its camat first, then OPD, then Bappeda."""
    refuse(*may_keep_accounts(who))
    return accounts.kept(store)


def versi(store: Store, who: Orang, nama_pengguna: str) -> dict[str, int]:
    """An account as it is now, for the actions that name what was seen."""
    found = {a.orang.nama_pengguna: a.versi for a in daftar(store, who)}
    refuse(*_unknown(found, [nama_pengguna]))
    return {nama_pengguna: found[nama_pengguna]}


def belum_ada(store: Store, who: Orang) -> list[Orang]:
    """Who would have an account and has none, also none that is disabled: each camat, desa/kelurahan and OPD."""
    refuse(*may_keep_accounts(who))
    return store.snapshot(_missing)


def tempat(store: Store, who: Orang, peran: Peran) -> dict[str, str]:
    """Where an account of this role may belong: kode to name, none for Bappeda."""
    refuse(*may_keep_accounts(who))
    return _places(store, peran)


@dicatat("tambah akun")
def tambah(
    store: Store, who: Orang, nama_pengguna: str, nama: str, peran: Peran, wilayah: str | None, now: datetime
) -> SandiBaru:
    """Adds one account. `wilayah`: kode of kecamatan, OPD or desa; Bappeda has none."""
    new = Orang(nama_pengguna, clean(nama), peran, wilayah)

    def work(tx: Rows, chain: Chain, sandi: Mapping[str, str], hashes: Mapping[str, str]) -> list[SandiBaru]:
        refuse(*_new_issues(tx, new))
        return _add(tx, chain, [new], sandi, hashes, now)

    return _with_passwords(store, who, [nama_pengguna], now, _nobody_waits, work)[0]


@dicatat("tambah semua akun")
def tambah_semua(store: Store, who: Orang, now: datetime, report: Report) -> list[SandiBaru]:
    """Adds all accounts that are missing, all or none; a colleague's that came meanwhile are left out."""
    missing = belum_ada(store, who)
    refuse(*_complete(missing))

    def work(tx: Rows, chain: Chain, sandi: Mapping[str, str], hashes: Mapping[str, str]) -> list[SandiBaru]:
        still = [one for one in _missing(tx) if one in missing]
        refuse(*_complete(still))
        return _add(tx, chain, still, sandi, hashes, now)

    return _with_passwords(store, who, [one.nama_pengguna for one in missing], now, report, work)


@dicatat("atur ulang kata sandi")
def atur_ulang(store: Store, who: Orang, dilihat: Mapping[str, int], now: datetime, report: Report) -> list[SandiBaru]:
    """New one-time passwords, which end all sessions and links, and let disabled accounts in again.

    `dilihat`: the versi of each account as it was shown; raises ChangedMeanwhile.
    """

    def work(tx: Rows, chain: Chain, sandi: Mapping[str, str], hashes: Mapping[str, str]) -> list[SandiBaru]:
        refuse(*_unknown(_by_name(tx), dilihat), *_own(who, dilihat))
        new = [hashes[name] for name in dilihat]
        _must_be_unchanged(dilihat, accounts.set_one_time(tx, dilihat, new, now + LAMA_SEKALI_PAKAI))
        for name in dilihat:
            chain.write("atur ulang kata sandi", name)
        unlink(tx, chain, dilihat)
        return _handed_out(tx, sandi)

    return _with_passwords(store, who, list(dilihat), now, report, work)


@dicatat("nonaktifkan akun")
def nonaktifkan(store: Store, who: Orang, dilihat: Mapping[str, int], now: datetime) -> None:
    """Lets accounts in no more, and ends all their sessions and links. `dilihat` as in `atur_ulang`."""

    def work(tx: Rows, chain: Chain) -> None:
        kept = _by_name(tx)
        refuse(*_unknown(kept, dilihat), *_own(who, dilihat))
        refuse(*_last_of_bappeda(kept.values(), dilihat))
        _set_active(tx, chain, dilihat, "nonaktifkan akun", aktif=False)
        unlink(tx, chain, dilihat)

    _in_turn(store, who, now, work)


@dicatat("aktifkan akun")
def aktifkan(store: Store, who: Orang, dilihat: Mapping[str, int], now: datetime) -> None:
    """Lets disabled accounts in again, with the passwords they had. `dilihat` as in `atur_ulang`."""

    def work(tx: Rows, chain: Chain) -> None:
        refuse(*_unknown(_by_name(tx), dilihat))
        _set_active(tx, chain, dilihat, "aktifkan akun", aktif=True)

    _in_turn(store, who, now, work)


def _nobody_waits(_share: float) -> None:
    """One password is there before anybody wonders."""


def _with_passwords(
    store: Store,
    who: Orang,
    names: Sequence[str],
    now: datetime,
    report: Report,
    work: Callable[[Rows, Chain, Mapping[str, str], Mapping[str, str]], T],
) -> T:
    refuse(*may_keep_accounts(who), *([] if names else [Issue("tidak_ada_akun_dipilih")]))
    sandi = {name: passwords.one_time_password() for name in names}
    hashes = {}
    for done, name in enumerate(names):
        report(done / len(names))
        hashes[name] = passwords.hash_password(sandi[name])
    return _in_turn(store, who, now, lambda tx, chain: work(tx, chain, sandi, hashes))


def _in_turn(store: Store, who: Orang, now: datetime, work: Callable[[Rows, Chain], T]) -> T:
    refuse(*may_keep_accounts(who))

    def once(tx: Rows) -> T:
        chain = Chain(tx, RANTAI, who.nama_pengguna, now)  # first: it makes the writers of accounts take turns
        result = work(tx, chain)
        chain.close()
        return result

    return store.transaction(once)


def _add(
    tx: Rows, chain: Chain, people: Sequence[Orang], sandi: Mapping[str, str], hashes: Mapping[str, str], now: datetime
) -> list[SandiBaru]:
    new = [(replace(one, harus_ganti_sandi=True), hashes[one.nama_pengguna]) for one in people]
    accounts.add(tx, new, now + LAMA_SEKALI_PAKAI)
    for one in people:
        told = {"nama": one.nama, "peran": one.peran.value, "wilayah": one.wilayah}
        chain.write("tambah akun", one.nama_pengguna, sesudah=told)
    return _handed_out(tx, {one.nama_pengguna: sandi[one.nama_pengguna] for one in people})


def _handed_out(tx: Rows, sandi: Mapping[str, str]) -> list[SandiBaru]:
    """In the order of `daftar`, so that what goes to one kecamatan lies together."""
    return [SandiBaru(a, sandi[a.orang.nama_pengguna]) for a in accounts.kept(tx) if a.orang.nama_pengguna in sandi]


def _set_active(tx: Rows, chain: Chain, dilihat: Mapping[str, int], tindakan: str, *, aktif: bool) -> None:
    refuse(*([] if dilihat else [Issue("tidak_ada_akun_dipilih")]))
    _must_be_unchanged(dilihat, accounts.set_active(tx, dilihat, aktif))
    for name in dilihat:
        chain.write(tindakan, name)


def _must_be_unchanged(dilihat: Mapping[str, int], changed: set[str]) -> None:
    late = [Issue("akun_berubah", {"nama_pengguna": name}) for name in dilihat if name not in changed]
    if late:
        raise ChangedMeanwhile(late)


def _complete(missing: Sequence[Orang]) -> list[Issue]:
    return [] if missing else [Issue("akun_lengkap")]


def _missing(rows: Rows) -> list[Orang]:
    kept = [a.orang for a in accounts.kept(rows)]
    there, taken = {(o.peran, o.wilayah) for o in kept}, {o.nama_pengguna for o in kept}
    everybody = naming.holders(
        reference.kecamatan(rows), reference.every_desa(rows), list(reference.opd(rows).values())
    )
    return naming.free([one for one in everybody if (one.peran, one.wilayah) not in there], taken)


def _places(rows: Rows, peran: Peran) -> dict[str, str]:
    kecamatan = {k.kode: k.nama for k in reference.kecamatan(rows)}
    if peran is Peran.CAMAT:
        return kecamatan
    if peran is Peran.DESA:
        return {d.kode: f"{d.jenis} {d.nama}, {kecamatan[d.kecamatan]}" for d in reference.every_desa(rows)}
    return {o.kode: o.nama for o in reference.opd(rows).values()} if peran is Peran.OPD else {}


def _new_issues(tx: Rows, new: Orang) -> list[Issue]:
    if not NAMA_PENGGUNA.fullmatch(new.nama_pengguna):
        return [Issue("nama_pengguna_salah")]
    if issues := fields.text("Nama", new.nama, min_=1, maks=200):
        return issues
    if accounts.exists(tx, new.nama_pengguna):
        return [Issue("akun_sudah_ada", {"nama_pengguna": new.nama_pengguna})]
    fits = new.wilayah in _places(tx, new.peran) if new.wilayah else new.peran is Peran.BAPPEDA
    return [] if fits else [Issue("wilayah_salah", {"wilayah": new.wilayah, "peran": new.peran})]


def _by_name(tx: Rows) -> dict[str, Akun]:
    return {a.orang.nama_pengguna: a for a in accounts.kept(tx)}


def _unknown(kept: Mapping[str, object], names: Iterable[str]) -> list[Issue]:
    return [Issue("akun_tidak_ada", {"nama_pengguna": name}) for name in names if name not in kept]


def _own(who: Orang, names: Mapping[str, int]) -> list[Issue]:
    """Whoever disables or resets himself sees neither the end of it nor the new password."""
    return [Issue("akun_sendiri", {"nama_pengguna": who.nama_pengguna})] if who.nama_pengguna in names else []


def _last_of_bappeda(kept: Iterable[Akun], names: Mapping[str, int]) -> list[Issue]:
    active = [a.orang.nama_pengguna for a in kept if a.orang.peran is Peran.BAPPEDA and a.aktif]
    if any(name not in names for name in active):
        return []
    return [Issue("akun_bappeda_terakhir", {"nama_pengguna": name}) for name in active]
