"""The removal of an officer that was cut off is finished at the next sign-in, whoever's it is."""

from __future__ import annotations

import logging

from station_client.errors import KeychainError, StoreError, VouchNeededError
from station_client.ports import Keychain
from station_client.security.keychain import machine_secret
from station_client.security.keyslots import Vault
from station_client.security.turnover import close_slot, settle
from station_client.services.desk_notes import is_removed
from station_client.services.presence import Opened

_log = logging.getLogger(__name__)


def finish_removals(vault: Vault, keychain: Keychain | None, opened: Opened) -> None:
    """End the slots of officers who were removed, and in the keychain the key of an epoch that is over.

    The desk's note of a removal comes before its slot ends, so that none is forgotten. Where that fails again nobody
    is kept from their work: the next sign-in tries once more. Raises ``VouchNeededError`` for an officer who was
    removed themselves: they are a newcomer now.
    """
    notes, own = opened.stores.desk.settings, opened.who.officer.login
    try:
        listed = vault.officers(machine_secret(vault, keychain, password_only=False))
        for login in {own, *(one.login for one in listed)}:
            if is_removed(notes, login) and close_slot(vault, keychain, opened.keys, login):
                _log.warning("a removal that was cut off is finished")
        if settle(vault, keychain):
            _log.warning("the key of an epoch that is over was still in the keychain")
    except (KeychainError, StoreError) as wrong:
        _log.error("a removal that was cut off is not finished yet: %s %s", wrong.code, wrong.detail)
    if is_removed(notes, own):
        raise VouchNeededError
