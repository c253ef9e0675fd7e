"""Opening an account by its owner's identity at an OpenID provider ("akun SSO"), once that has been linked.

The owner links it, with the password, and Bappeda never does. Of who that is nothing is kept but a digest.
"""

from datetime import datetime, timedelta

from musrenbang import passwords
from musrenbang.actions.catatan import dicatat
from musrenbang.actions.masuk import DIAM, LEPAS, RANTAI, must_know
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Identitas, Orang
from musrenbang.store import accounts, identities, trail
from musrenbang.store.engine import Rows, Store
from musrenbang.store.trail import Chain

LAMA_PERJALANAN = timedelta(minutes=10)  # to the provider and back: a password there, and a code from a telephone
HUBUNGKAN = "hubungkan akun SSO"


@dicatat("masuk dengan akun SSO")
def masuk_dengan_identitas(store: Store, identitas: Identitas | None, now: datetime) -> str:
    """Returns the secret of a new session of the account that this identity is linked with.

    `identitas` is None when the provider's answer proves nobody. Raises Refused for that, and for one that no account
    is linked with which may log in. No failures are counted, as there is nothing here that could be guessed.
    """
    sidik, rahasia = _sidik(_proven(identitas)), passwords.new_session()
    nama_pengguna = identities.holder(store, sidik)
    if nama_pengguna is None:
        raise Refused([Issue("identitas_belum_terhubung")])

    def work(tx: Rows) -> None:
        chain = Chain(tx, RANTAI, nama_pengguna, now)  # first: it makes the writers of accounts take turns
        same = identities.holder(tx, sidik) == nama_pengguna
        refuse(*([] if same else [Issue("identitas_belum_terhubung")]))
        accounts.add_session(tx, passwords.digest(rahasia), nama_pengguna, now, now + DIAM)
        chain.write("masuk dengan akun SSO", nama_pengguna)
        chain.close()

    store.transaction(work)
    return rahasia


def terhubung(store: Store, who: Orang) -> datetime | None:
    """Since when one's own account is linked."""
    return identities.since(store, who.nama_pengguna)


@dicatat("siap menghubungkan akun SSO")
def siap_hubungkan(
    store: Store, who: Orang, sesi: str, sandi: str, perjalanan: str, alamat: str, now: datetime
) -> None:
    """The owner has given the password: what comes back of this one round trip, and no other, may be linked by this
    login within LAMA_PERJALANAN. `sesi` is the digest of its session."""
    must_know(store, who, sandi, alamat, now)

    def work(tx: Rows) -> None:
        refuse(*_issues(tx, who, sesi, now))
        accounts.clear_failures(tx, who.nama_pengguna, alamat)
        identities.expect(tx, sesi, passwords.digest(perjalanan), now + LAMA_PERJALANAN)

    store.transaction(work)


def ditunggu(store: Store, sesi: str, perjalanan: str, now: datetime) -> bool:
    """Whether this login waits for what comes back of this round trip; if not, that is a login of its own."""
    return identities.expected(store, sesi, passwords.digest(perjalanan), now)


@dicatat(HUBUNGKAN)
def hubungkan(store: Store, who: Orang, sesi: str, perjalanan: str, identitas: Identitas | None, now: datetime) -> None:
    """Links the identity that has come back of a round trip which the owner has given the password for.

    Whatever comes back, that round trip is over then: a second answer to it may be somebody else's. So what else stands
    in the way is told once that is stored.
    """

    def work(tx: Rows) -> list[Issue]:
        chain = Chain(tx, RANTAI, who.nama_pengguna, now)  # first: it makes the writers of accounts take turns
        if not identities.take(tx, sesi, who.nama_pengguna, passwords.digest(perjalanan), now):
            return [Issue("identitas_tanpa_sandi")]
        if identitas is None:
            return [Issue("identitas_gagal")]
        if issues := _issues(tx, who, sesi, now):
            return issues
        if identities.is_bound(tx, _sidik(identitas)):
            return [Issue("identitas_dipakai")]
        identities.bind(tx, _sidik(identitas), who.nama_pengguna, now)
        chain.write(HUBUNGKAN, who.nama_pengguna)
        chain.close()
        return []

    refuse(*store.transaction(work))


@dicatat(LEPAS)
def lepaskan(store: Store, who: Orang, now: datetime) -> None:
    """It asks for no password: who has long come in the other way may have forgotten it, and one way in less opens
    nothing."""

    def work(tx: Rows) -> None:
        chain = Chain(tx, RANTAI, who.nama_pengguna, now)  # first: it makes the writers of accounts take turns
        released = identities.release(tx, [who.nama_pengguna])
        refuse(*([] if released else [Issue("identitas_tidak_terhubung")]))
        chain.write(LEPAS, who.nama_pengguna)
        chain.close()

    store.transaction(work)


def _issues(tx: Rows, who: Orang, sesi: str, now: datetime) -> list[Issue]:
    """What keeps this login from linking anything."""
    kept, berakhir = accounts.session(tx, sesi) or (None, now)
    if kept is None or berakhir <= now or kept.nama_pengguna != who.nama_pengguna:
        return [Issue("belum_masuk")]
    if kept.harus_ganti_sandi:
        return [Issue("identitas_sekali_pakai")]
    return [Issue("identitas_sudah_terhubung")] if identities.since(tx, who.nama_pengguna) else []


def _proven(identitas: Identitas | None) -> Identitas:
    if identitas is None:
        raise Refused([Issue("identitas_gagal")])
    return identitas


def _sidik(identitas: Identitas) -> str:
    """Both together, as two providers may call two people the same."""
    return trail.digest([identitas.penerbit, identitas.pokok])
