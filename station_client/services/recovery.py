"""Opening a store again whose machine's secret or every password is lost, with the State's recovery key.

The data key is opened in memory, sealed anew for one officer, and forgotten. Nobody is signed in by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from station_client.clock import Clock
from station_client.domain.ids import Login
from station_client.domain.office import Officer
from station_client.domain.reasons import Field, Reason
from station_client.errors import InputError, KeychainMissingError, MachineSecretMissingError, NotSignedInError
from station_client.ports import Keychain
from station_client.security import cipher
from station_client.security.keychain import keep_secret, machine_secret
from station_client.security.keyslots import SlotOfficer, Vault, VaultKeys
from station_client.security.lockout import Lockout
from station_client.security.recovery import PrivateRecoveryKey
from station_client.services.deeds import Deed
from station_client.services.desk_notes import is_removed, kept_officer, kept_skew
from station_client.services.threshold import as_login
from station_client.services.views import KnownOfficer, Recovered
from station_client.services.wrong_passwords import as_recovery, counted, tell_trail
from station_client.store.profile import Profile
from station_client.store.stores import open_stores

LEAST_PASSWORD = 8


@dataclass(frozen=True, slots=True)
class Recovery:
    """What State IT can do with the State's recovery key on a station's PC."""

    profile: Profile
    vault: Vault
    lockout: Lockout
    keychain: Keychain | None
    clock: Clock

    def prove(self, path: Path, passphrase: str) -> PrivateRecoveryKey:
        """Open the file of the State's private key, to open this PC with it.

        A wrong passphrase is counted as an officer's wrong password is, and ends in this PC's audit trail as soon as
        somebody opens it. Raises ``InputError``, ``WrongPasswordError``, ``LockedOutError``, ``NotSignedInError``.
        """
        if not self.vault.exists():
            raise NotSignedInError("no vault is here")
        with counted(self.lockout, self.clock, as_recovery(self.vault.sealed_to), _later):
            return PrivateRecoveryKey.read(path, passphrase)

    def reopen(self, key: PrivateRecoveryKey, login: str, password: str) -> Recovered:
        """Give an officer who has worked here a new password, and the PC a new secret where its own is lost.

        The trace is on the disk before the new slot is. With a new secret every other officer's slot ends: they
        are let in again as newcomers are. Raises ``RecoverySlotMissingError``, ``InputError``, ``StoreError``.
        """
        check_new_password(password)
        if not self.vault.exists():
            raise NotSignedInError("no vault is here")
        keys = self.vault.open_recovered(key)
        secret, afresh = self._secret()
        officer = self._traced(keys, as_login(login), key)
        if afresh and secret is not None and self.keychain is not None:
            keep_secret(self.keychain, self.vault.entry, secret)
        slot = SlotOfficer(officer.login, officer.name, officer.rank)
        self.vault.add_slot(keys, officer=slot, password=password, secret=secret, afresh=afresh)
        self.vault.withdraw(withdrawn=False)  # State IT is here: the centre says again what it withdrew
        self.lockout.right(officer.login)
        return Recovered(KnownOfficer(officer.login, officer.name, officer.rank), new_machine_secret=afresh)

    def _secret(self) -> tuple[bytes | None, bool]:
        """Give the machine's secret, and whether it had to be made anew."""
        if not self.vault.password_only() and self.keychain is None:
            raise KeychainMissingError("no keychain is running")
        try:
            return machine_secret(self.vault, self.keychain, password_only=False), False
        except MachineSecretMissingError:
            return cipher.new_key(), True

    def _traced(self, keys: VaultKeys, login: Login, key: PrivateRecoveryKey) -> Officer:
        """Find the officer in the desk and leave the trace; the acting name is the recovery key's."""
        stores = open_stores(self.profile, keys)
        try:
            settings = stores.desk.settings
            officer = kept_officer(settings, login)
            if officer is None or is_removed(settings, login):
                raise InputError(Field.LOGIN, Reason.UNKNOWN_OFFICER)
            acting = as_recovery(key.key_id)
            tell_trail(self.lockout, stores.desk, (acting, officer.login))
            stores.desk.audit.append(acting, Deed.RECOVERED, officer.login, self.clock.now(), kept_skew(settings))
        finally:
            stores.close()
        return officer


def _later() -> None:
    """Leave the trail alone: nobody has opened the vault that it lies in."""


def check_new_password(password: str) -> None:
    """Refuse a password that guards too little. Raises ``InputError``."""
    if len(password) < LEAST_PASSWORD:
        raise InputError(Field.PASSWORD, Reason.TOO_SHORT if password else Reason.MISSING)
