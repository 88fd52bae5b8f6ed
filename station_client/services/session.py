"""Signing in, out, locking, and letting a second officer in.

The first sign-in on a PC asks the centre and makes the vault; every later one opens it with no line.
A further officer is let in by one who is signed in, with the centre's word for the newcomer.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace

from station_client.domain.ids import Login
from station_client.domain.office import Officer
from station_client.domain.reasons import Field, Reason
from station_client.errors import (
    CentreUnreachableError,
    FirstSignInNeedsLineError,
    InputError,
    LineError,
    MachineRevokedError,
    NotSignedInError,
    OfficerRevokedError,
    RefusalError,
    StoreDamagedError,
    VouchNeededError,
)
from station_client.events import AccessWithdrawn, Part, SessionChanged, StoreChanged
from station_client.ports import NO_PROOF, Granted, Proof
from station_client.security.keyslots import SlotOfficer, VaultKeys
from station_client.security.turnover import renew_slot
from station_client.services.deeds import Deed
from station_client.services.desk_notes import (
    DeskTokens,
    keep_officer,
    keep_skew,
    keep_withdrawn,
    kept_officer,
    kept_skew,
)
from station_client.services.presence import Opened, Presence
from station_client.services.session_doors import Begun, SessionDoors
from station_client.services.threshold import Threshold, as_login
from station_client.services.unfinished import finish_removals
from station_client.services.views import KnownOfficer, SignedIn
from station_client.services.wrong_passwords import as_recovery, counted, tell_trail
from station_client.store.stores import Stores, open_stores

__all__ = ["Begun", "Session", "SessionDoors"]


class Session(Threshold, Presence):
    """One officer at a time, by name."""

    def __init__(self, doors: SessionDoors, *, password_only: bool) -> None:
        """Begin with nobody signed in."""
        Threshold.__init__(self, doors.vault, doors.keychain, password_only=password_only)
        Presence.__init__(self)
        self._doors = doors

    def sign_in(self, login: str, password: str, proof: Proof = NO_PROOF) -> SignedIn:
        """Let an officer in: with no line where they have a slot, else by the centre.

        Raises ``WrongPasswordError``, ``LockedOutError``, ``VouchNeededError``, ``FirstSignInNeedsLineError``,
        ``PictureNeededError``, ``CodeNeededError``, ``KeychainError``, ``ClockWrongError``, other ``LineError``, and
        ``RefusalError`` of a first sign-in.
        """
        name = as_login(login)
        if not name or not password:
            raise InputError(Field.LOGIN if not name else Field.PASSWORD, Reason.MISSING)
        with self._change:
            with self._counted(name):
                keys, granted = self._proved(name, password, proof)
            try:  # the password is right: only now does whoever was signed in before have to leave
                self._leave()
                opened = self._open(name, (password, proof), keys, granted)
                self._begin(opened)
            finally:
                self._doors.bus.tell(SessionChanged())
        return opened.who

    def renew(self, password: str, proof: Proof = NO_PROOF) -> SignedIn:
        """Ask the centre anew for the officer who is signed in: after a changed password or a long time.

        The vault and all in it stay; a new password opens it from now on. Raises ``LineError``,
        ``RefusalError``, ``WrongPasswordError``.
        """
        opened = self._reading()
        officer = opened.who.officer
        with self._counted(officer.login):
            granted = self._ask(officer.login, password, proof)
        slot = _slot(granted.officer)
        renew_slot(self._doors.vault, self._doors.keychain, opened.keys, officer=slot, password=password)
        self._note(opened.stores, granted)
        who = replace(opened.who, officer=granted.officer, online=True)
        with self._change, self._works:
            if self._opened is not None and self._opened.stores is opened.stores:  # locked meanwhile, it stays locked
                self._opened = replace(self._opened, who=who)
        self._doors.renewed()
        self._doors.bus.tell(SessionChanged())
        return who

    def add_officer(self, login: str, password: str, proof: Proof = NO_PROOF) -> KnownOfficer:
        """Let a further officer of the office use this PC; needs the line and an officer who is signed in.

        Raises ``NotSignedInError``, ``FirstSignInNeedsLineError``, ``WrongPasswordError``, ``RefusalError``.
        """
        opened, name = self._reading(), as_login(login)
        with self._counted(name):
            granted = self._ask_first(name, password, proof)
        officer = granted.officer
        self._note(opened.stores, granted)
        with self._doors.vault.changing:
            self._doors.vault.add_slot(opened.keys, officer=_slot(officer), password=password, secret=self._secret())
        self._record(opened, Deed.VOUCHED, officer.login)
        return KnownOfficer(officer.login, officer.name, officer.rank)

    def sign_out(self) -> None:
        """Close the vault; what waits to be sent stays and is sent after the next sign-in.

        A work that was begun is waited for. Raises ``StoreError`` where the trace of it could not be kept;
        the vault is closed all the same.
        """
        try:
            with self._change:
                self._leave()
        finally:
            self._doors.bus.tell(SessionChanged())

    def leave_ended(self) -> None:
        """Close what was cut off, if it still stands open; whoever signed in meanwhile stays."""
        with self._change:
            if self._opened is not None and self._opened.ended:
                self.sign_out()

    def lock(self) -> None:
        """Hide everything until the officer's password is typed again; sending goes on."""
        self._set_locked(locked=True)
        self._doors.bus.tell(SessionChanged())

    def unlock(self, password: str) -> SignedIn:
        """Show everything again to the same officer. Raises ``WrongPasswordError``, ``LockedOutError``."""
        opened = self._opened
        if opened is None or opened.ended:
            raise NotSignedInError
        self._prove(opened, password)
        self._set_locked(locked=False, only=opened)
        self._doors.bus.tell(SessionChanged())
        return opened.who

    def prove(self, password: str) -> None:
        """Prove that whoever sits here knows the password of the officer who is signed in.

        Raises ``NotSignedInError``, ``WrongPasswordError``, ``LockedOutError``.
        """
        self._prove(self._reading(), password)

    def _prove(self, opened: Opened, password: str) -> None:
        login = opened.who.officer.login
        with self._counted(login):
            self._doors.vault.open(login=login, password=password, secret=self._secret())

    def _proved(self, login: Login, password: str, proof: Proof) -> tuple[VaultKeys, Granted | None]:
        """Open the vault by the password, with no line; on the first day ask the centre and make it.

        Nothing is made where the centre says no, nor over a store whose vault was lost: it would never open again.
        """
        vault = self._doors.vault
        if not self.vault_exists():
            if self._doors.profile.holds_store():
                raise StoreDamagedError("the vault's file is missing beside the store that it opens")
            secret = self._secret()
            granted = self._ask_first(login, password, proof)
            return vault.create(officer=_slot(granted.officer), password=password, secret=secret), granted
        if self.first_time(login):
            raise VouchNeededError
        secret = self._secret()
        try:
            return vault.open(login=login, password=password, secret=secret), None
        except (OfficerRevokedError, MachineRevokedError) as withdrawn:
            granted = self._taken_back(login, (password, proof), withdrawn)
        keys = vault.open(login=login, password=password, secret=secret, confirmed=True)
        vault.withdraw(withdrawn=False)
        vault.add_slot(keys, officer=_slot(granted.officer), password=password, secret=secret)
        return keys, granted

    def _taken_back(self, login: Login, said: tuple[str, Proof], withdrawn: RefusalError) -> Granted:
        """Ask the centre whether it has taken back what it withdrew; with no line it has not."""
        try:
            return self._ask(login, *said)
        except LineError as none:
            raise withdrawn from none

    def _open(self, login: Login, said: tuple[str, Proof], keys: VaultKeys, granted: Granted | None) -> Opened:
        """Open the stores; the centre is asked only where the desk lost who the officer is."""
        bus = self._doors.bus
        stores = open_stores(self._doors.profile, keys, told=lambda: bus.tell(StoreChanged(frozenset({Part.COPIES}))))
        try:
            officer = granted.officer if granted else kept_officer(stores.desk.settings, login)
            if officer is None:
                granted = self._ask_first(login, *said)
                officer = granted.officer
            if granted is not None:
                self._note(stores, granted)
            return self._opened_now(officer, keys, stores, online=granted is not None)
        except BaseException:
            stores.close()
            raise

    def _opened_now(self, officer: Officer, keys: VaultKeys, stores: Stores, *, online: bool) -> Opened:
        who = SignedIn(officer, self._doors.clock.now(), online=online, password_only=keys.password_only)
        return Opened(who, keys, stores)

    def _begin(self, opened: Opened) -> None:
        """Begin for an officer; where that fails, nobody is signed in and nothing stays open."""
        login = opened.who.officer.login
        tokens = DeskTokens(opened.stores.desk.settings, login)
        try:
            finish_removals(self._doors.vault, self._doors.keychain, opened)
            self._tell_trail(opened, login)
            self._record(opened, Deed.SIGNED_IN, login)
            self._seal_recovery(opened)
            self._opened, self._ended_by = opened, ""
            self._doors.began(Begun(opened.stores, login, opened.keys.machine_id, tokens))
        except BaseException:
            self._taken_away()
            try:
                self._works_end()
                self._doors.ends()
            finally:
                opened.stores.close()
            raise

    def _leave(self) -> None:
        opened = self._taken_away()
        if opened is None:
            return
        try:
            self._works_end()
            self._doors.ends()  # before the stores: the engine must have let go of them
            self._record(opened, Deed.SIGNED_OUT, opened.who.officer.login)
        finally:
            opened.stores.close()

    def _ask_first(self, login: Login, password: str, proof: Proof) -> Granted:
        try:
            return self._ask(login, password, proof)
        except CentreUnreachableError as none:
            raise FirstSignInNeedsLineError(none.detail) from none

    def _ask(self, login: Login, password: str, proof: Proof) -> Granted:
        """Ask by password; a withdrawal is told to whoever must act on it."""
        machine_id = self._doors.vault.machine_id()
        try:
            return self._doors.centre.sign_in(login=login, password=password, machine_id=machine_id, proof=proof)
        except (OfficerRevokedError, MachineRevokedError) as wrong:
            machine = isinstance(wrong, MachineRevokedError)
            self._doors.bus.tell(AccessWithdrawn(machine=machine, officers=() if machine else (login,)))
            raise

    def _seal_recovery(self, opened: Opened) -> None:
        """Seal the data key to the State's recovery key, once, as soon as the settings name one."""
        key = self._doors.recovery_key
        if key is not None and self._doors.vault.keep_recovery(opened.keys, key):
            self._record(opened, Deed.RECOVERY_SEALED, key.key_id)

    def _note(self, stores: Stores, granted: Granted) -> None:
        """Keep the centre's word where the next sign-in with no line finds it."""
        settings = stores.desk.settings
        keep_officer(settings, granted.officer)
        keep_skew(settings, granted.skew_seconds)
        keep_withdrawn(settings, granted.officer.login, withdrawn=False)
        DeskTokens(settings, granted.officer.login).write(granted.tokens)

    def _record(self, opened: Opened, deed: Deed, subject: str) -> None:
        settings, audit = opened.stores.desk.settings, opened.stores.desk.audit
        audit.append(opened.who.officer.login, deed, subject, self._doors.clock.now(), kept_skew(settings))

    def _counted(self, login: Login) -> AbstractContextManager[None]:
        """Count wrong passwords and make the officer wait after too many."""
        return counted(self._doors.lockout, self._doors.clock, login, lambda: self._tell_wrong(login))

    def _tell_wrong(self, login: Login) -> None:
        with self._held() as opened:
            if opened is not None:
                self._tell_trail(opened, login)

    def _tell_trail(self, opened: Opened, login: Login) -> None:
        """Put into the trail what was typed wrong by this officer, by all whom this PC knows, and for a recovery."""
        known = (login, *(one.login for one in self.known_officers()), as_recovery(self._doors.vault.sealed_to))
        tell_trail(self._doors.lockout, opened.stores.desk, known)


def _slot(officer: Officer) -> SlotOfficer:
    return SlotOfficer(officer.login, officer.name, officer.rank)
