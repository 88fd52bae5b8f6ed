"""The tokens that speak for an officer on one machine: given, renewed, and known again once they were carried away.

A refresh token has two parts, ``family.turn``: the first is the same since the sign-in, the second is new with each
grant. So a token of long ago still says which session it was stolen from, and only hashes are kept of all of them.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from central import passwords
from central.errors import Refused
from central.request import shown
from central.rights import Account, Actor
from central.settings import MachineCertificates, Settings
from central.store.holders import Holder
from central.store.sessions import Machine, Session, new_session_id
from central.store.unit import Store, Unit
from station_client.clock import Clock
from sync.protocol.codes import Code
from sync.protocol.messages import Grant, OfficerRecord, Refresh
from sync.protocol.records import OfficeRecord

ELSEWHERE = "refresh-elsewhere"
REUSED = "refresh-reused"
UNPROVED = "refresh-unproved"
REFUSED = "refresh-refused"
JOINT = "."
NOT_GOOD = "the access token is not good any more"
NO_OFFICE = "the officer's office is no longer in the directory"


class Tokens:
    """Gives an officer's tokens and renews them."""

    def __init__(self, store: Store, settings: Settings, clock: Clock) -> None:
        """Keep the sessions in ``store``."""
        self._store = store
        self._settings = settings
        self._clock = clock

    def give(self, unit: Unit, account: Account, machine_id: str) -> Grant:
        """Begin a session in place of what the officer had on that machine."""
        return self._grant(unit, account, machine_id, family=passwords.new_token(), bound=shown.get() == machine_id)

    def refresh(self, ask: Refresh) -> Grant:
        """Give new tokens for a refresh token; each is good once, on its own machine, with that machine's own key.

        Whoever shows one that was spent, or one of another machine, ends the whole session.
        """
        token_hash, now = passwords.token_hash(ask.refresh_token), self._clock.now()
        family = _family_of(ask.refresh_token)
        kin = passwords.token_hash(family) if family else ""
        with self._store.read() as unit:  # a stranger's takes nobody's turn to write
            if unit.sessions.of_refresh(token_hash, kin) is None:
                raise Refused(Code.SESSION_EXPIRED, "sign in again")
        with self._store.write() as unit:
            session = unit.sessions.of_refresh(token_hash, kin)
            if session is None or session.refresh_until <= now:
                raise Refused(Code.SESSION_EXPIRED, "sign in again")
            account = unit.officers.one(session.login)
            problem = problem_of(unit, account, session.machine_id)
            theft = theft_of(session, token_hash, ask.machine_id, shown.get())
            if account is not None and problem is None and not theft:
                self._require_certificate()
                bound = session.bound or bool(shown.get())
                return self._grant(
                    unit, account, session.machine_id, family=family, bound=bound, former_hash=token_hash
                )
            if problem is None:  # a withdrawal is said again at each contact: one answer may be lost
                unit.sessions.end(session.login, session.machine_id)
            act = theft or REFUSED
            subject = shown.get() or ask.machine_id
            unit.trail.add(now, login=session.login, machine_id=session.machine_id, act=act, subject=subject)
        raise Refused(for_one_known(problem), act)

    def _require_certificate(self) -> None:
        if self._settings.machine_certificates is MachineCertificates.REQUIRED and not shown.get():
            raise Refused(Code.MACHINE_CERTIFICATE, "the machine's own certificate is needed")

    def _grant(  # noqa: PLR0913 what a session is made of
        self, unit: Unit, account: Account, machine_id: str, *, family: str, bound: bool, former_hash: str = ""
    ) -> Grant:
        kin = family or passwords.new_token()  # a token of an older centre had no family yet
        now, access, refresh = self._clock.now(), passwords.new_token(), kin + JOINT + passwords.new_token()
        unit.sessions.put(
            Session(
                session_id=new_session_id(),
                login=account.login,
                machine_id=machine_id,
                access_hash=passwords.token_hash(access),
                access_until=now + timedelta(seconds=self._settings.access_seconds),
                refresh_hash=passwords.token_hash(refresh),
                refresh_until=now + timedelta(seconds=self._settings.refresh_seconds),
                former_hash=former_hash,
                family_hash=passwords.token_hash(kin),
                bound=bound,
            )
        )
        return Grant(
            officer=_officer_record(unit, account),
            access_token=access,
            access_seconds=self._settings.access_seconds,
            refresh_token=refresh,
            refresh_seconds=self._settings.refresh_seconds,
            server_time=now,
        )


def theft_of(session: Session, token_hash: str, machine_id: str, proved: str) -> str:
    """Name what shows that a refresh token was carried away; empty where nothing does.

    ``machine_id`` is what the client says of itself, ``proved`` the machine whose certificate it showed.
    """
    if machine_id != session.machine_id or (proved and proved != session.machine_id):
        return ELSEWHERE
    if token_hash != session.refresh_hash and (session.confirmed or token_hash != session.former_hash):
        return REUSED
    return UNPROVED if session.bound and not proved else ""


def problem_of(unit: Unit, account: Account | None, machine_id: str) -> Code | None:
    """Say why this officer may not work on this machine, if so."""
    return problem_between(account, unit.sessions.machine(machine_id))


def problem_between(account: Account | None, machine: Machine | None) -> Code | None:
    """Say why an officer may not work on a machine, if so; None is a machine that nobody knows yet."""
    if account is None or not account.active:
        return Code.OFFICER_REVOKED
    if machine is None:
        return None
    if machine.revoked:
        return Code.MACHINE_REVOKED
    return None if machine.office_code == account.office_code else Code.NOT_ENTITLED


def actor_of(holder: Holder, now: datetime) -> Actor:
    """Give who speaks with a token, as they are at this moment. Raises ``Refused`` where it is good no more."""
    session, account = holder.session, holder.account
    if session.access_until <= now:
        raise Refused(Code.SESSION_EXPIRED, NOT_GOOD)
    problem = problem_between(account, holder.machine)
    if problem is not None:
        raise Refused(for_one_known(problem), "this officer or this machine was withdrawn")
    if holder.state_code is None:
        raise Refused(Code.NOT_ENTITLED, NO_OFFICE)
    return Actor(account, session.machine_id, account.office_code, holder.state_code, office_looks=holder.looks)


def for_one_known(problem: Code | None) -> Code:
    """Word a problem for an officer who was let in on the machine before: one who moved is withdrawn there."""
    return Code.OFFICER_REVOKED if problem == Code.NOT_ENTITLED else problem or Code.SESSION_EXPIRED


def office_of(unit: Unit, account: Account) -> OfficeRecord:
    """Give an officer's office. Raises ``Refused``."""
    office = unit.records.office(account.office_code)
    if office is None:
        raise Refused(Code.NOT_ENTITLED, NO_OFFICE)
    return office


def _family_of(token: str) -> str:
    """Give what a refresh token has in common with all before it; one of an older centre has nothing."""
    family, joint, _ = token.partition(JOINT)
    return family if joint else ""


def _officer_record(unit: Unit, account: Account) -> OfficerRecord:
    office = office_of(unit, account)
    district_name, state_name = unit.records.place_names(office)
    return OfficerRecord(
        login=account.login,
        name=account.name,
        rank=account.rank,
        office=office,
        district_name=district_name,
        state_name=state_name,
        acts=account.standing,
        categories=account.categories,
    )
