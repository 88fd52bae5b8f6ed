"""What State IT does at the centre's page: look after its State's PCs and officers, and withdraw one.

Whoever comes in is an officer with the right to administer; it is asked again at each step, so that who was withdrawn
is out at once. An officer of a central agency looks after all States, everybody else after their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from central import one_time, passwords
from central.accounts import Accounts
from central.errors import Refused
from central.rights import Account
from central.settings import Settings
from central.store.post import Post, Posted
from central.store.standings import Pc, Person, Which
from central.store.stewardship import Look
from central.store.unit import Store, Unit
from central.tries import Proof
from station_client.clock import Clock
from station_client.domain.office import Act, OfficeKind
from sync.protocol.codes import Code
from sync.protocol.records import OfficeRecord

PLACE = "state-it-page"
IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=8)
SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Steward:
    """An officer of State IT at the page; ``state_code`` is empty for one who looks after all States."""

    account: Account
    office_name: str
    state_code: str
    state_name: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Some of the PCs that were looked for, and how many there are of each kind."""

    pcs: tuple[Pc, ...]
    counts: dict[Which, int]
    now: datetime


@dataclass(frozen=True, slots=True)
class Tray:
    """Some of the messages that were looked for, and how many there are of each kind."""

    messages: tuple[Posted, ...]
    counts: dict[Post, int]
    now: datetime


class Visits:
    """Who comes in at the page. Every verb may raise ``Refused``."""

    def __init__(self, store: Store, clock: Clock, accounts: Accounts) -> None:
        """Keep the visits in ``store``."""
        self._store, self._clock, self._accounts = store, clock, accounts

    def sign_in(self, login: str, password: str, proof: Proof = Proof()) -> str:  # noqa: B008 frozen
        """Let an officer of State IT in by password; gives the token of their visit."""
        account = self._accounts.recognise(login, password, PLACE, proof)
        token, now = passwords.new_token(), self._clock.now()
        with self._store.write() as unit:
            allowed = account.may(Act.ADMINISTER)
            unit.trail.add(
                now, login=account.login, machine_id=PLACE, act="sign-in" if allowed else "administer-refused"
            )
            if allowed:
                unit.steward_sessions.sweep(now - LONGEST, now - IDLE)
                unit.steward_sessions.begin(passwords.token_hash(token), account.login, now)
        if not allowed:
            raise Refused(Code.NOT_ENTITLED, "this officer does not administer")
        return token

    def sign_out(self, token: str) -> None:
        """End a visit."""
        with self._store.write() as unit:
            unit.steward_sessions.end(passwords.token_hash(token))

    def steward(self, token: str) -> Steward:
        """Find out who asks; raise where the visit is over or the right is gone."""
        token_hash, now = passwords.token_hash(token), self._clock.now()
        with self._store.read() as unit:
            visit = unit.steward_sessions.one(token_hash)
            if visit is None or now - visit.seen_at > IDLE or now - visit.made_at > LONGEST:
                raise Refused(Code.SESSION_EXPIRED, "sign in again")
            account = unit.officers.one(visit.login)
            if account is None or not account.may(Act.ADMINISTER):
                raise Refused(Code.SESSION_EXPIRED, "this officer does not administer any more")
            found = _steward(unit, account)
        if now - visit.seen_at > SEEN_EVERY:
            with self._store.write() as unit:
                unit.steward_sessions.see(token_hash, now)
        return found


class Doors:
    """What a steward does about an officer's way in. Every verb may raise ``Refused``."""

    def __init__(self, store: Store, clock: Clock, accounts: Accounts) -> None:
        """Keep it in ``store``."""
        self._store, self._clock, self._accounts = store, clock, accounts

    def has_code(self, login: str) -> bool:
        """Tell whether an officer signs in with a one-time code besides the password."""
        with self._store.read() as unit:
            return login in unit.one_time_codes.logins()

    def new_code(self, steward: Steward, login: str) -> str:
        """Give an officer a new secret for one-time codes; it is shown once."""
        secret = one_time.new_secret()
        with self._store.write() as unit:
            of_state(unit, steward, login)
            unit.one_time_codes.put(login, secret, self._clock.now())
            self._note(unit, steward, "code-given", login)
        return secret

    def remove_code(self, steward: Steward, login: str) -> None:
        """Let an officer sign in with the password alone, because the telephone is lost, say."""
        with self._store.write() as unit:
            of_state(unit, steward, login)
            if unit.one_time_codes.remove(login):
                self._note(unit, steward, "code-removed", login)

    def forget_tries(self, steward: Steward, login: str) -> None:
        """Forget an officer's wrong passwords: no wait, and no picture to read."""
        with self._store.write() as unit:
            of_state(unit, steward, login)
            self._accounts.tries.forget(unit, login)
            self._note(unit, steward, "tries-forgotten", login)

    def _note(self, unit: Unit, steward: Steward, act: str, login: str) -> None:
        unit.trail.add(self._clock.now(), login=steward.account.login, machine_id=PLACE, act=act, subject=login)


class Trays:
    """What a steward sees of the messages of their State's offices, and does about one. May raise ``Refused``."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Look into ``store``."""
        self._store, self._clock = store, clock

    def look(self, steward: Steward, look: Look[Post]) -> Tray:
        """Give some of the messages that are looked for."""
        mine, now = replace(look, state_code=steward.state_code), self._clock.now()
        with self._store.read() as unit:
            return Tray(unit.post_room.messages(mine, now), unit.post_room.counts(mine, now), now)

    def one(self, steward: Steward, message_id: str) -> Posted:
        """Give one message of the steward's State."""
        with self._store.read() as unit:
            return self._one(unit, steward, message_id)

    def again(self, steward: Steward, message_id: str) -> int:
        """Hand a message over again to those whom it did not reach, or may not have; gives how many these are."""
        now, login = self._clock.now(), steward.account.login
        with self._store.write() as unit:
            self._one(unit, steward, message_id)
            count = unit.queue.again(message_id, now)
            if count:
                unit.trail.add(now, login=login, machine_id=PLACE, act="message-retried", subject=message_id)
        return count

    def _one(self, unit: Unit, steward: Steward, message_id: str) -> Posted:
        found = unit.post_room.one(message_id, steward.state_code)
        if found is None:
            raise Refused(Code.NOT_FOUND, "no such message in this State")
        return found


class Stewards:
    """The verbs behind the page for State IT. Every one may raise ``Refused``."""

    def __init__(self, store: Store, clock: Clock, accounts: Accounts, settings: Settings) -> None:
        """Look into ``store``."""
        self._store, self._clock, self._accounts = store, clock, accounts
        self._access_for = timedelta(seconds=settings.access_seconds)
        self.visits = Visits(store, clock, accounts)
        self.doors = Doors(store, clock, accounts)
        self.trays = Trays(store, clock)

    def overview(self, steward: Steward, look: Look[Which]) -> Overview:
        """Give some of the PCs that are looked for."""
        mine, now = replace(look, state_code=steward.state_code), self._clock.now()
        with self._store.read() as unit:
            pcs = unit.standings.pcs(mine, now, self._access_for)
            return Overview(pcs, unit.standings.counts(mine, now, self._access_for), now)

    def pc(self, steward: Steward, machine_id: str) -> Pc:
        """Give one PC of the steward's State."""
        with self._store.read() as unit:
            return self._pc(unit, steward, machine_id)

    def people(self, steward: Steward, look: Look[Which]) -> tuple[Person, ...]:
        """Give some of the officers that are looked for."""
        with self._store.read() as unit:
            return unit.standings.people(replace(look, state_code=steward.state_code))

    def person(self, steward: Steward, login: str) -> Person:
        """Give one officer of the steward's State."""
        with self._store.read() as unit:
            found = unit.standings.person(login, steward.state_code)
            if found is None:
                raise Refused(Code.NOT_FOUND, "no such officer in this State")
            of_state(unit, steward, login)
        return found

    def withdraw_pc(self, steward: Steward, machine_id: str) -> None:
        """Withdraw a PC; it is told at its next contact."""
        now = self._clock.now()
        with self._store.write() as unit:
            if self._pc(unit, steward, machine_id).revoked_at is None:
                unit.sessions.revoke(machine_id, now)
                login = steward.account.login
                unit.trail.add(now, login=login, machine_id=machine_id, act="machine-revoked", subject=PLACE)

    def withdraw_officer(self, steward: Steward, login: str) -> None:
        """Withdraw an officer everywhere; nobody withdraws themselves."""
        with self._store.write() as unit:
            account = of_state(unit, steward, login)
            if login == steward.account.login:
                raise Refused(Code.NOT_ENTITLED, "nobody withdraws themselves")
            if account.active:
                self._accounts.put_in(unit, replace(account, active=False), "")
                now, own = self._clock.now(), steward.account.login
                unit.trail.add(now, login=own, machine_id=PLACE, act="officer-withdrawn", subject=login)

    def _pc(self, unit: Unit, steward: Steward, machine_id: str) -> Pc:
        found = unit.standings.pc(machine_id, steward.state_code, self._access_for)
        office = None if found is None else unit.records.office(found.office_code)
        if found is None or office is None or not _is_theirs(steward, office):
            raise Refused(Code.NOT_FOUND, "no such PC in this State")
        return found


def of_state(unit: Unit, steward: Steward, login: str) -> Account:
    """Give an officer of the steward's State. Raises ``Refused``."""
    account = unit.officers.one(login)
    office = None if account is None else unit.records.office(account.office_code)
    if account is None or office is None or not _is_theirs(steward, office):
        raise Refused(Code.NOT_FOUND, "no such officer in this State")
    return account


def _is_theirs(steward: Steward, office: OfficeRecord) -> bool:
    """Tell whether a steward looks after an office: one of their State's own; a central agency is no State's."""
    return not steward.state_code or (
        office.state_code == steward.state_code and office.kind != OfficeKind.CENTRAL_AGENCY
    )


def _steward(unit: Unit, account: Account) -> Steward:
    office = unit.records.office(account.office_code)
    if office is None:
        raise Refused(Code.SESSION_EXPIRED, "the officer's office is no longer in the directory")
    everywhere = office.kind == OfficeKind.CENTRAL_AGENCY
    state_name = "" if everywhere else unit.records.place_names(office)[1]
    return Steward(account, office.name, "" if everywhere else office.state_code, state_name)
