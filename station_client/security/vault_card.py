"""What a vault says of itself before anyone opens it: which one it is, of which PC, and how it is guarded."""

from __future__ import annotations

import threading
import uuid
from dataclasses import replace
from pathlib import Path

from station_client.domain.ids import Login, MachineId
from station_client.errors import MachineSecretMissingError
from station_client.security import cipher, epoch, slot_copy, slotfile
from station_client.security.cipher import Cost
from station_client.security.slotfile import SlotFile

FILE_NAME = "vault.json"
CHECK_BYTES = 16


class VaultCard:
    """The outside of the vault of one data folder."""

    def __init__(self, folder: Path, *, cost: Cost | None = None) -> None:
        """Stand on ``folder``; ids for a vault to come are made now, so that sign-in can name the machine.

        ``cost`` of each new slot; None is the usual one of the mode. No setting reaches it.
        """
        self._path, self._cost = folder / FILE_NAME, cost
        self.changing = threading.RLock()
        """Held around each change and what it is decided on: two officers may be let in at once, one withdrawn."""
        self._new_vault = uuid.uuid4().hex
        self._new_machine = MachineId(str(uuid.uuid4()))

    def exists(self) -> bool:
        """Tell whether a vault was made here."""
        return self._path.exists()

    @property
    def entry(self) -> str:
        """Give the name under which the keychain holds this machine's secret: the vault's id."""
        return self._content().vault if self.exists() else self._new_vault

    def machine_id(self) -> MachineId:
        """Give this PC's id towards the centre: of the vault that is here or is about to be made."""
        return MachineId(self._content().machine) if self.exists() else self._new_machine

    def password_only(self) -> bool:
        """Tell whether the vault stands on passwords alone."""
        return self.exists() and self._content().password_only

    @property
    def sealed_to(self) -> str:
        """Give the id of the recovery key that opens this vault; empty where there is none."""
        recovery = self._content().recovery
        return recovery.key_id if recovery else ""

    def prove_machine(self, secret: bytes) -> None:
        """Tell another PC's secret from a wrong password: raises ``MachineSecretMissingError``."""
        content = self._content()
        if not cipher.same(machine_check(secret, content.vault), content.machine_check):
            raise MachineSecretMissingError("the keychain's secret is not the one of this vault")
        epoch.prove(content, secret)

    def withdrawn(self, login: Login | None = None, secret: bytes | None = None) -> bool:
        """Tell whether the centre has withdrawn this PC, or the officer where one is named."""
        content = self._content()
        if login is None:
            return content.withdrawn
        slot = content.slot(slot_name(content, login, secret))
        return slot is not None and slot.withdrawn

    def withdraw(self, *, withdrawn: bool = True) -> None:
        """Keep that the centre has withdrawn this PC, or that it has taken it back."""
        with self.changing:
            self._write(replace(self._content(), withdrawn=withdrawn))

    def another_way(self, login: Login, secret: bytes | None) -> bool:
        """Tell whether the vault still opens when this officer's slot is gone: by another's, or for State IT."""
        content = self._content()
        gone = slot_name(content, login, secret)
        return content.recovery is not None or any(not one.withdrawn for one in content.slots if one.name != gone)

    def withdraw_slot(self, login: Login, secret: bytes | None) -> None:
        """Close an officer's slot that must not be taken away because nothing else opens the vault."""
        with self.changing:
            content = self._content()
            gone = slot_name(content, login, secret)
            slots = (replace(one, withdrawn=one.withdrawn or one.name == gone) for one in content.slots)
            self._write(replace(content, slots=tuple(slots)))

    def _content(self) -> SlotFile:
        return slotfile.read(self._path)

    def _write(self, content: SlotFile) -> None:
        slotfile.write(self._path, content)
        slot_copy.follow(self._path)


def slot_name(content: SlotFile, login: Login, secret: bytes | None) -> str:
    """Name an officer's slot by a keyed hash of their login."""
    key = content.salt if secret is None else cipher.subkey(epoch.machine_part(secret), "slot-names", salt=content.salt)
    return cipher.mac(key, login.strip().casefold().encode()).hex()


def machine_check(secret: bytes, vault: str) -> bytes:
    """Derive what tells this machine's secret from another one, and nothing more."""
    return cipher.subkey(epoch.machine_part(secret), "machine-check/" + vault, length=CHECK_BYTES)
