"""Changes that touch the vault's file and the keychain's entry together: decided and done under one lock.

The withdrawal that the sync hears, the officer in charge's removal and an officer's new password may come at once.
At each moment, a cut in between included, the keychain opens what the file holds.
"""

from __future__ import annotations

from collections.abc import Callable

from station_client.domain.ids import Login
from station_client.errors import KeychainMissingError, MachineSecretMissingError, OfficerRevokedError
from station_client.security import cipher, epoch
from station_client.security.keychain import SecretStore, keep_secret, machine_secret
from station_client.security.keyslots import SlotOfficer, Vault, VaultKeys


def end_slot(vault: Vault, keychain: SecretStore | None, keys: VaultKeys, gone: Login) -> None:
    """Take an officer's slot away and begin a new epoch. Raises ``KeychainError``, ``StoreError``."""
    with vault.changing:
        secret = machine_secret(vault, keychain, password_only=False)
        if secret is None:
            vault.remove_slot(keys, gone, secret=None, fresh=None)
            return
        if keychain is None:
            raise KeychainMissingError("no keychain is running")
        fresh = cipher.new_key()
        keep_secret(keychain, vault.entry, epoch.during(secret, fresh))
        vault.remove_slot(keys, gone, secret=secret, fresh=fresh)
        keep_secret(keychain, vault.entry, epoch.after(secret, fresh))


def close_slot(vault: Vault, keychain: SecretStore | None, keys: VaultKeys, gone: Login) -> bool:
    """Take an officer's slot away, or only close it where nothing else opens the vault; False where it was done."""
    with vault.changing:
        secret = machine_secret(vault, keychain, password_only=False)
        if not vault.has_slot(gone, secret) or vault.withdrawn(gone, secret):
            return False
        if vault.another_way(gone, secret):
            end_slot(vault, keychain, keys, gone)
        else:
            vault.withdraw_slot(gone, secret)
        return True


def renew_slot(  # noqa: PLR0913 whose, by what, and what comes before
    vault: Vault,
    keychain: SecretStore | None,
    keys: VaultKeys,
    *,
    officer: SlotOfficer,
    password: str,
    first: Callable[[], None] = lambda: None,
) -> None:
    """Wrap the data key under an officer's new password, ``first`` of all leaving its trace.

    A slot that was taken away or closed meanwhile does not come back: raises ``OfficerRevokedError``.
    """
    with vault.changing:
        secret = machine_secret(vault, keychain, password_only=False)
        if not vault.has_slot(officer.login, secret) or vault.withdrawn(officer.login, secret):
            raise OfficerRevokedError("officer-revoked", "the slot ended while its password was changed")
        first()
        vault.add_slot(keys, officer=officer, password=password, secret=secret)


def settle(vault: Vault, keychain: SecretStore | None) -> bool:
    """Take out of the keychain what a removal that was cut off left there: the key of an epoch that is over.

    Gives whether there was any. Raises ``KeychainError``.
    """
    with vault.changing:
        secret = machine_secret(vault, keychain, password_only=False)
        if secret is None or keychain is None or not epoch.unsettled(secret):
            return False
        keep_secret(keychain, vault.entry, _of_the_file(vault, secret))
        return True


def _of_the_file(vault: Vault, secret: bytes) -> bytes:
    for one in epoch.each(secret):
        try:
            vault.prove_machine(one)
        except MachineSecretMissingError:
            continue
        return one
    raise MachineSecretMissingError("the keychain has no key of this epoch")
