"""What a vault says of itself before anyone opens it: which one it is, of which PC, and how it is guarded."""

from __future__ import annotations

import threading
import uuid
from pathlib import Path

from station_client.domain.ids import MachineId
from station_client.errors import MachineSecretMissingError
from station_client.security import cipher, epoch, slotfile
from station_client.security.slotfile import SlotFile

FILE_NAME = "vault.json"
CHECK_BYTES = 16


class VaultCard:
    """The outside of the vault of one data folder."""

    def __init__(self, folder: Path) -> None:
        """Stand on ``folder``; ids for a vault to come are made now, so that sign-in can name the machine."""
        self._path = folder / FILE_NAME
        self._changing = threading.Lock()  # around each reading and rewriting: two officers may be let in at once
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

    def prove_machine(self, secret: bytes) -> None:
        """Tell another PC's secret from a wrong password: raises ``MachineSecretMissingError``."""
        content = self._content()
        if not cipher.same(machine_check(secret, content.vault), content.machine_check):
            raise MachineSecretMissingError("the keychain's secret is not the one of this vault")
        epoch.prove(content, secret)

    def _content(self) -> SlotFile:
        return slotfile.read(self._path)


def machine_check(secret: bytes, vault: str) -> bytes:
    """Derive what tells this machine's secret from another one, and nothing more."""
    return cipher.subkey(epoch.machine_part(secret), "machine-check/" + vault, length=CHECK_BYTES)
