"""Who may come in: passwords, lock-outs, enrolled machines, and the tokens that speak for an officer."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from functools import cached_property

from central import passwords
from central.errors import Refused, SetupError
from central.request import shown
from central.rights import Account, Actor, is_name
from central.settings import MachineCertificates, Settings
from central.store.officers import Failures
from central.store.sessions import Machine, Session, new_session_id
from central.store.unit import Store, Unit
from station_client.clock import Clock, to_ist
from sync.protocol.codes import Code
from sync.protocol.messages import Grant, OfficerRecord, Refresh, SignIn
from sync.protocol.records import OfficeRecord

FREE_TRIES = 5
FIRST_DELAY = 30
LONGEST_DELAY = 15 * 60
NAME_LENGTH = 120
RANK_LENGTH = 60
VERSION_LENGTH = 40
NO_OFFICE = "the officer's office is no longer in the directory"


def delay_after(tries: int) -> int:
    """Give the seconds to wait after so many wrong passwords in a row: none, then 30, 60, 120 … 900."""
    return 0 if tries < FREE_TRIES else min(FIRST_DELAY * 2 ** min(tries - FREE_TRIES, 16), LONGEST_DELAY)


class Accounts:
    """The centre's door-keeper."""

    def __init__(self, store: Store, settings: Settings, clock: Clock) -> None:
        """Keep the accounts in ``store``."""
        self._store = store
        self._settings = settings
        self._clock = clock

    def sign_in(self, ask: SignIn) -> Grant:
        """Let an officer in by password, enrolling the machine for their office the first time."""
        login = plain_login(ask.login)
        if not is_name(ask.machine_id) or not is_name(login):
            raise Refused(Code.NOT_UNDERSTOOD, "a login and a machine id of 1 to 64 signs are needed")
        kept = self._take_a_try(login, ask.machine_id)
        self._check(kept, login, ask.password, ask.machine_id)
        with self._store.write() as unit:
            account = unit.officers.one(login)
            problem = self._problem(unit, account, ask.machine_id)
            if problem is None and account is not None:
                return self._let_in(unit, account, ask)
        self._note(login, ask.machine_id, "sign-in-refused", problem or "")
        raise Refused(problem or Code.NOT_ENTITLED, "this officer is not let in on this machine")

    def recognise(self, typed: str, password: str, place: str) -> Account:
        """Tell who types a right password at ``place``, where no machine is enrolled and no token given.

        Wrong ones count as everywhere, and lock out everywhere.
        """
        login = plain_login(typed)
        if not is_name(login):
            raise Refused(Code.WRONG_PASSWORD, "nobody has this login")
        self._check(self._take_a_try(login, place), login, password, place)
        with self._store.write() as unit:
            account = unit.officers.one(login)
            if account is not None and account.active:
                unit.officers.put_failures(login, Failures(), self._clock.now())
                return account
        self._note(login, place, "sign-in-refused", Code.OFFICER_REVOKED)
        raise Refused(Code.OFFICER_REVOKED, "this officer was withdrawn")

    def refresh(self, ask: Refresh) -> Grant:
        """Give new tokens for a refresh token; each is good once, and only on its own machine."""
        token_hash, now = passwords.token_hash(ask.refresh_token), self._clock.now()
        with self._store.write() as unit:
            session = unit.sessions.of_refresh(token_hash)
            if session is None or session.refresh_until <= now:
                raise Refused(Code.SESSION_EXPIRED, "sign in again")
            account = unit.officers.one(session.login)
            problem = self._problem(unit, account, session.machine_id)
            former = token_hash == session.former_hash
            stolen = ask.machine_id != session.machine_id or (former and session.confirmed)
            if account is not None and problem is None and not stolen:
                return self._grant(unit, account, session.machine_id, former_hash=token_hash)
            if problem is None:  # a withdrawal is said again at each contact: one answer may be lost
                unit.sessions.end(session.login, session.machine_id)
            act = "refresh-reused" if stolen else "refresh-refused"
            unit.trail.add(now, login=session.login, machine_id=session.machine_id, act=act, subject=ask.machine_id)
        raise Refused(_for_one_known(problem), act)

    def actor(self, token: str, *, certified: bool = True) -> Actor:
        """Find out who asks; raise where the token is no longer good, or is shown by another machine than its own.

        ``certified`` False: the question by which a machine gets its first certificate.
        """
        token_hash, now = passwords.token_hash(token), self._clock.now()
        with self._store.glance() as unit:
            holder = unit.holders.of(token_hash)
        if holder is None or holder.session.access_until <= now:
            raise Refused(Code.SESSION_EXPIRED, "the access token is not good any more")
        session, account = holder.session, holder.account
        problem = _problem_of(account, holder.machine)
        if problem is not None:
            raise Refused(_for_one_known(problem), "this officer or this machine was withdrawn")
        if holder.state_code is None:
            raise Refused(Code.NOT_ENTITLED, NO_OFFICE)
        self._prove_machine(session.machine_id, certified=certified)
        if not session.confirmed:
            with self._store.write() as unit:
                unit.sessions.confirm(session.session_id)
        return Actor(account, session.machine_id, account.office_code, holder.state_code, office_looks=holder.looks)

    def _prove_machine(self, machine_id: str, *, certified: bool) -> None:
        """Hold a token to the machine whose certificate was shown, where one was or must be."""
        proved, rule = shown.get(), self._settings.machine_certificates
        if proved and proved != machine_id:
            raise Refused(Code.MACHINE_CERTIFICATE, "the certificate is another machine's")
        if not proved and certified and rule is MachineCertificates.REQUIRED:
            raise Refused(Code.MACHINE_CERTIFICATE, "the machine's own certificate is needed")

    def put_officer(self, account: Account, password: str) -> None:
        """Add an officer or change one; an empty ``password`` leaves theirs. Ends what tokens they had.

        Where they may work no more the tokens stay known, so that the machine hears why they are refused.
        """
        kept = self.hashed(password) if password else ""
        with self._store.write() as unit:
            self.put_in(unit, account, kept)

    def hashed(self, password: str) -> str:
        """Give what is kept of a sound password; it takes its time, so no transaction should wait for it."""
        if not passwords.PASSWORD_LEAST <= len(password) <= passwords.PASSWORD_MOST:
            raise SetupError(f"a password has {passwords.PASSWORD_LEAST} signs at least")
        return passwords.hashed(password, self._settings.password_cost)

    def put_in(self, unit: Unit, account: Account, kept: str) -> None:
        """Add or change an officer within a unit of work, with what is ``kept`` of their password."""
        if len(account.name) > NAME_LENGTH or len(account.rank) > RANK_LENGTH:
            raise SetupError(f"a name has {NAME_LENGTH} signs at the most, a rank {RANK_LENGTH}")
        if unit.records.office(account.office_code) is None:
            raise SetupError(f"the directory has no office {account.office_code}")
        if not kept and unit.officers.one(account.login) is None:
            raise SetupError("a new officer needs a password")
        unit.officers.put(account, password_hash=kept, now=self._clock.now())
        if account.active:
            unit.sessions.end(account.login, office_code=account.office_code)

    @cached_property
    def _nobody(self) -> str:
        """Stand in for the password of a login that nobody has, so that it takes as long to be refused."""
        return passwords.hashed(passwords.new_token(), self._settings.password_cost)

    def _check(self, kept: str | None, login: str, password: str, place: str) -> None:
        """Refuse a password that is not the one that is ``kept``, in the same time whether or not one is."""
        typed = password[: passwords.PASSWORD_MOST + 1]
        if not passwords.matches(typed, kept or self._nobody) or kept is None:
            self._note(login, place, "sign-in-refused")
            raise Refused(Code.WRONG_PASSWORD, "the login and the password do not belong together")

    def _take_a_try(self, login: str, machine_id: str) -> str | None:
        """Count a try before it is made, so that a hundred at once are no more than a hundred in a row."""
        now = self._clock.now()
        with self._store.write() as unit:
            before = unit.officers.failures(login)
            waits = _seconds_until(before.until, now)
            if not waits:
                tries = before.tries + 1
                delay = delay_after(tries)
                unit.officers.put_failures(
                    login, Failures(tries, now + timedelta(seconds=delay) if delay else None), now
                )
                return unit.officers.kept_password(login)
        self._note(login, machine_id, "locked-out")
        raise Refused(Code.LOCKED_OUT, "too many wrong passwords", waits)

    def _problem(self, unit: Unit, account: Account | None, machine_id: str) -> Code | None:
        """Say why this officer may not work on this machine, if so."""
        return _problem_of(account, unit.sessions.machine(machine_id))

    def _let_in(self, unit: Unit, account: Account, ask: SignIn) -> Grant:
        now = self._clock.now()
        unit.officers.put_failures(account.login, Failures(), now)
        machine = unit.sessions.machine(ask.machine_id)
        if machine is None:
            machine = Machine(ask.machine_id, account.office_code, revoked=False)
            unit.trail.add(now, login=account.login, machine_id=ask.machine_id, act="machine-enrolled")
        name, version = _shown(ask.machine_name, NAME_LENGTH), _shown(ask.program_version, VERSION_LENGTH)
        unit.sessions.enrol(machine, name=name, login=account.login, version=version, now=now)
        unit.officers.count_log_in(account.office_code, f"{to_ist(now):%Y-%m}")
        unit.trail.add(now, login=account.login, machine_id=ask.machine_id, act="sign-in")
        return self._grant(unit, account, ask.machine_id, former_hash="")

    def _grant(self, unit: Unit, account: Account, machine_id: str, *, former_hash: str) -> Grant:
        now, access, refresh = self._clock.now(), passwords.new_token(), passwords.new_token()
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

    def _note(self, login: str, machine_id: str, act: str, subject: str = "") -> None:
        with self._store.write() as unit:
            unit.trail.add(self._clock.now(), login=login, machine_id=machine_id, act=act, subject=subject)


def _problem_of(account: Account | None, machine: Machine | None) -> Code | None:
    """Say why an officer may not work on a machine, if so; None is a machine that nobody knows yet."""
    if account is None or not account.active:
        return Code.OFFICER_REVOKED
    if machine is None:
        return None
    if machine.revoked:
        return Code.MACHINE_REVOKED
    return None if machine.office_code == account.office_code else Code.NOT_ENTITLED


def _for_one_known(problem: Code | None) -> Code:
    """Word a problem for an officer who was let in on the machine before: one who moved is withdrawn there."""
    return Code.OFFICER_REVOKED if problem == Code.NOT_ENTITLED else problem or Code.SESSION_EXPIRED


def plain_login(login: str) -> str:
    """Bring a login to the one spelling in which it is kept."""
    return login.strip().lower()


def _shown(text: str, most: int) -> str:
    """Keep of a name what can be shown."""
    return "".join(char for char in text if char.isprintable())[:most]


def _seconds_until(until: datetime | None, now: datetime) -> int:
    return 0 if until is None or until <= now else math.ceil((until - now).total_seconds())


def _office(unit: Unit, account: Account) -> OfficeRecord:
    office = unit.records.office(account.office_code)
    if office is None:
        raise Refused(Code.NOT_ENTITLED, NO_OFFICE)
    return office


def _officer_record(unit: Unit, account: Account) -> OfficerRecord:
    office = _office(unit, account)
    district_name, state_name = unit.records.place_names(office)
    return OfficerRecord(
        login=account.login,
        name=account.name,
        rank=account.rank,
        office=office,
        district_name=district_name,
        state_name=state_name,
        acts=account.acts,
        categories=account.categories,
    )
