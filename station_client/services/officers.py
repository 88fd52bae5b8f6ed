"""The officers of this PC: who has a slot, taking one away, and a new password over an old one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from station_client.domain.office import Act
from station_client.domain.reasons import Field, Reason
from station_client.errors import InputError
from station_client.ports import Keychain
from station_client.security.keychain import machine_secret
from station_client.security.keyslots import SlotOfficer, Vault
from station_client.security.recovery import RecoveryKey
from station_client.security.turnover import end_slot, renew_slot
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.desk_notes import is_withdrawn, keep_removed
from station_client.services.presence import Opened
from station_client.services.recovery import check_new_password
from station_client.services.session import Session
from station_client.services.threshold import as_login
from station_client.services.views import KnownOfficer, OfficerHere
from station_client.store.desk import AuditEntry

MAY_REMOVE = frozenset({Act.ADMINISTER, Act.RECALL})


@dataclass(frozen=True, slots=True)
class Officers:
    """What an officer who is signed in can do about the slots of this PC."""

    session: Session
    vault: Vault
    keychain: Keychain | None
    audit: Audit

    def all(self) -> tuple[KnownOfficer, ...]:
        """List who can sign in here with no line; in the password-only mode nobody is listed."""
        return self.session.known_officers()

    def here(self) -> tuple[OfficerHere, ...]:
        """List them with the moment since which each may sign in, as the audit trail tells it."""
        known = self.all()
        with self.session.at_work() as opened:
            desk = opened.stores.desk
            begun = since(desk.audit.entries())
            return tuple(
                OfficerHere(
                    one.login,
                    one.name,
                    one.rank,
                    begun.get(one.login.casefold()),
                    is_withdrawn(desk.settings, one.login),
                )
                for one in known
            )

    def remove(self, login: str) -> None:
        """Take an officer's slot away and begin a new epoch: an older copy of the vault's file opens no more.

        For officers who administer or may recall (the officer in charge); nobody removes themselves, so a slot
        always stays. The trace is kept before the slot ends; the officer's drafts and
        sent items stay, in the hands of who is in charge. Raises ``InputError``, ``KeychainError``.
        """
        with self.session.at_work() as opened:
            officer, gone = opened.who.officer, as_login(login)
            if not MAY_REMOVE & officer.rights.acts or same_login(gone, officer.login):
                raise InputError(Field.LOGIN, Reason.NOT_ENTITLED)
            if not self.vault.has_slot(gone, machine_secret(self.vault, self.keychain, password_only=False)):
                raise InputError(Field.LOGIN, Reason.UNKNOWN_OFFICER)
            self._trace(opened, Deed.REMOVED, gone)
            keep_removed(opened.stores.desk.settings, gone)
            end_slot(self.vault, self.keychain, opened.keys, gone)

    def renew_recovery(self, key: RecoveryKey) -> None:
        """Seal the data key to this recovery key in the place of the one before, which opens this vault no more.

        For who may remove officers. The trace, with both keys' ids, is kept before. Raises ``InputError``.
        """
        with self.session.at_work() as opened:
            if not MAY_REMOVE & opened.who.officer.rights.acts:
                raise InputError(Field.LOGIN, Reason.NOT_ENTITLED)
            self._trace(opened, Deed.RECOVERY_RENEWED, f"{self.vault.sealed_to or 'none'} > {key.key_id}")
            self.vault.keep_recovery(opened.keys, key, renew=True)

    def change_password(self, old: str, new: str) -> None:
        """Wrap the data key anew for the officer who is signed in; nothing else is written again.

        The password at the centre is another thing and stays. Raises ``WrongPasswordError``, ``LockedOutError``, and
        ``OfficerRevokedError`` where the centre withdrew the officer meanwhile.
        """
        check_new_password(new)
        with self.session.at_work() as opened:
            officer = opened.who.officer
            self.session.prove(old)
            renew_slot(
                self.vault,
                self.keychain,
                opened.keys,
                officer=SlotOfficer(officer.login, officer.name, officer.rank),
                password=new,
                first=lambda: self._trace(opened, Deed.PASSWORD_CHANGED, officer.login),
            )

    def _trace(self, opened: Opened, deed: Deed, subject: str) -> None:
        left = self.audit.trace(opened, deed, subject)
        opened.stores.desk.audit.append(left.login, left.act, left.subject, left.at, left.skew_seconds)


def since(entries: Iterable[AuditEntry]) -> dict[str, datetime]:
    """Tell from the trail since when each officer may sign in: since somebody vouched, or their first deed here."""
    found: dict[str, datetime] = {}
    for one in entries:
        subject = one.subject.casefold()
        if one.act in {Deed.REMOVED, Deed.WITHDRAWN}:
            found.pop(subject, None)
        elif one.act in {Deed.VOUCHED, Deed.RECOVERED}:
            found.setdefault(subject, one.at)
        elif one.act != Deed.WRONG_PASSWORD:
            found.setdefault(one.login.casefold(), one.at)
    return found


def same_login(one: str, other: str) -> bool:
    """Tell whether two log-in names are of one officer."""
    return one.strip().casefold() == other.strip().casefold()
