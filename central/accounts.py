"""Who may come in: passwords, lock-outs, enrolled machines, and the tokens that speak for an officer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from central import passwords
from central.errors import Refused, SetupError, WritesError
from central.identity import IdentityProvider, PasswordAccounts, Person
from central.one_time import Verdict
from central.request import asker, only_reads, shown
from central.rights import Account, Actor, is_name, plain_login
from central.settings import MachineCertificates, Settings
from central.store.counters import Moment
from central.store.sessions import Machine
from central.store.unit import Store, Unit
from central.tokens import NOT_GOOD, Tokens, actor_of, problem_of
from central.tries import Proof, Tries, Try
from central.ward import Ward
from station_client.clock import Clock, to_ist
from sync.protocol.codes import Code
from sync.protocol.messages import Grant, Refresh, SignIn

NAME_LENGTH = 120
RANK_LENGTH = 60
VERSION_LENGTH = 40
_LET_IN = frozenset({Verdict.NOT_ASKED, Verdict.RIGHT})


@dataclass(frozen=True, slots=True)
class Proved:
    """A password was right: the try it took, who it is, and what is kept as the password of one who is new here."""

    tried: Try
    person: Person
    unusable: str


class Accounts:
    """The centre's door-keeper."""

    def __init__(
        self, store: Store, settings: Settings, clock: Clock, provider: IdentityProvider | None = None
    ) -> None:
        """Keep the accounts in ``store``; ``provider`` knows the passwords where the centre does not."""
        self._provider = provider or PasswordAccounts(settings.password_cost)
        self._usual_rights = (tuple(settings.oidc_acts.split()), tuple(settings.oidc_categories.split()))
        self._store = store
        self._settings = settings
        self._clock = clock
        self._tokens = Tokens(store, settings, clock)
        self.tries = Tries(store, settings, clock)
        self.ward = Ward(store, settings, clock)

    def sign_in(self, ask: SignIn) -> Grant:
        """Let an officer in by password, enrolling the machine for their office the first time."""
        login = plain_login(ask.login)
        if not is_name(ask.machine_id) or not is_name(login):
            raise Refused(Code.NOT_UNDERSTOOD, "a login and a machine id of 1 to 64 signs are needed")
        proof = Proof(ask.challenge, ask.answer, ask.code)
        proved = self._prove(login, ask.password, ask.machine_id, proof)
        with self._store.write() as unit:
            account = self._known(unit, login, proved)
            problem = problem_of(unit, account, ask.machine_id)
            verdict = self.tries.code_judged(unit, login, proof, proved.tried) if problem is None else Verdict.NOT_ASKED
            if problem is None and account is not None and verdict in _LET_IN:
                return self._let_in(unit, account, ask)
        raise self._turned_away(login, ask.machine_id, problem, verdict)

    def recognise(self, typed: str, password: str, place: str, proof: Proof) -> Account:
        """Tell who types a right password at ``place``, where no machine is enrolled and no token given.

        Wrong ones count as everywhere, and lock out everywhere.
        """
        login = plain_login(typed)
        if not is_name(login):
            raise Refused(Code.WRONG_PASSWORD, "nobody has this login")
        proved = self._prove(login, password, place, proof)
        with self._store.write() as unit:
            account = self._known(unit, login, proved)
            active = account is not None and account.active
            verdict = self.tries.code_judged(unit, login, proof, proved.tried) if active else Verdict.NOT_ASKED
            if account is not None and active and verdict in _LET_IN:
                self.tries.forget(unit, login)
                return account
        raise self._turned_away(login, place, None if active else Code.OFFICER_REVOKED, verdict)

    def refresh(self, ask: Refresh) -> Grant:
        """Give new tokens for a refresh token; each is good once, and only on its own machine."""
        return self._tokens.refresh(ask)

    def actor(self, token: str, *, certified: bool = True) -> Actor:
        """Find out who asks; raise where the token is no longer good, or is shown by another machine than its own.

        ``certified`` False: the question by which a machine gets its first certificate.
        """
        return self.seen(token, certified=certified)[0]

    def seen(self, token: str, *, certified: bool = True) -> tuple[Actor, Moment]:
        """Find out who asks, and where the feed stood at the moment of it.

        Raises ``WritesError`` where a new token is to be noted as arrived by one who may only read here.
        """
        token_hash, now = passwords.token_hash(token), self._clock.now()
        with self._store.glance() as unit:
            holder = unit.holders.of(token_hash)
        if holder is None:
            raise Refused(Code.SESSION_EXPIRED, NOT_GOOD)
        self._store.saw(holder.moment.era)
        actor, session = actor_of(holder, now), holder.session
        proved = bool(shown.get())
        arrives = not session.confirmed or (proved and not session.bound)
        if arrives and only_reads.get():
            raise WritesError("a token has arrived")
        self._know(session.login, session.machine_id)
        self._prove_machine(session.machine_id, certified=certified)
        if arrives:
            with self._store.write() as unit:
                unit.sessions.confirm(session.session_id, bound=proved or session.bound)
        return actor, holder.moment

    def _know(self, login: str, machine_id: str) -> None:
        """Remember who asks, and send away who asks too much: once a request. Inside the house nobody is counted."""
        asking = asker.get()
        if asking is not None and not asking.login:
            asking.login, asking.machine_id = login, machine_id
            self.ward.admit(asking)

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
        unit.steward_sessions.end_of(account.login)
        if account.active:
            unit.sessions.end(account.login, office_code=account.office_code)

    def _prove(self, login: str, password: str, place: str, proof: Proof) -> Proved:
        """Refuse a password that is not this login's; a provider that cannot be asked costs no try."""
        tried = self.tries.take(login, place, proof)
        try:
            person = self._provider.prove(login, password, tried.kept)
        except Refused:
            self.tries.give_back(login, tried)
            raise
        if person is None:
            self.tries.failed(login, place)
            raise Refused(Code.WRONG_PASSWORD, "the login and the password do not belong together")
        return Proved(tried, person, self._unusable() if tried.kept is None else "")

    def _unusable(self) -> str:
        """Keep a password that nobody knows, for an officer who has theirs at the provider."""
        return self.hashed(passwords.new_token())

    def _known(self, unit: Unit, login: str, proved: Proved) -> Account | None:
        """Give an officer's account, with what the provider says of them; who is new gets the usual rights of one."""
        account, person = unit.officers.one(login), proved.person
        if not person.office_code and account is None:
            return None
        usual = Account(login, login, "", person.office_code, *self._usual_rights)
        before = account or usual
        told = replace(
            before,
            name=(person.name or before.name)[:NAME_LENGTH],
            rank=(person.rank or before.rank)[:RANK_LENGTH],
            office_code=person.office_code or before.office_code,
        )
        if told != account and before.active:
            self._put_known(unit, told, proved.unusable)
        return told

    def _put_known(self, unit: Unit, told: Account, kept: str) -> None:
        try:
            self.put_in(unit, told, kept)
        except SetupError as wrong:
            raise Refused(Code.NOT_ENTITLED, str(wrong)) from wrong
        unit.trail.add(self._clock.now(), login=told.login, machine_id="", act="officer-as-provided")

    def _turned_away(self, login: str, place: str, problem: Code | None, verdict: Verdict) -> Refused:
        """Word the no to one whose password was right, and count it unless only the code is still to come."""
        if problem is None and verdict is Verdict.MISSING:
            return Refused(Code.ONE_TIME_CODE, "a one-time code is needed")
        self.tries.failed(login, place, problem or f"code-{verdict}")
        if problem is None:
            return Refused(Code.ONE_TIME_CODE, "the one-time code does not count")
        return Refused(problem, "this officer is not let in here")

    def _let_in(self, unit: Unit, account: Account, ask: SignIn) -> Grant:
        now = self._clock.now()
        self.tries.forget(unit, account.login)
        machine = unit.sessions.machine(ask.machine_id)
        if machine is None:
            machine = Machine(ask.machine_id, account.office_code, revoked=False)
            unit.trail.add(now, login=account.login, machine_id=ask.machine_id, act="machine-enrolled")
        name, version = _shown(ask.machine_name, NAME_LENGTH), _shown(ask.program_version, VERSION_LENGTH)
        unit.sessions.enrol(machine, name=name, login=account.login, version=version, now=now)
        unit.officers.count_log_in(account.office_code, f"{to_ist(now):%Y-%m}")
        unit.trail.add(now, login=account.login, machine_id=ask.machine_id, act="sign-in")
        return self._tokens.give(unit, account, ask.machine_id)


def _shown(text: str, most: int) -> str:
    """Keep of a name what can be shown."""
    return "".join(char for char in text if char.isprintable())[:most]
