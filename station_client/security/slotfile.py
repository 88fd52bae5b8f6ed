"""The vault's file as a record: what it holds, how it is written, and how damage to it is noticed.

It names nobody: a slot is found by a keyed hash of the login, and the officers' list is sealed. ``checksum`` only
tells an accident from a wrong password; what guards the keys is their own seal.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from station_client.errors import NewerDataError, StoreDamagedError, StoreError
from station_client.security.cipher import Cost
from station_client.security.durable import replace_file
from station_client.security.recovery import RecoverySlot

FORMAT = 3  # 2: a recovery slot and the check of an epoch's key; 3: what the centre withdrew

_MOST_MEMORY = 4 * 1024 * 1024
_MOST_PASSES = 64
_MOST_LANES = 16


@dataclass(frozen=True, slots=True)
class Slot:
    """One officer's way to the data key; ``name`` is a keyed hash of the login.

    ``withdrawn``: by the centre, while no other way into the vault was there; its word opens the slot again.
    """

    name: str
    salt: bytes
    cost: Cost
    key: bytes
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class SlotFile:
    """Everything that ``vault.json`` says; both checks tell a right key or secret from another one.

    ``withdrawn``: the centre withdrew this PC, and has not yet taken it back.
    """

    vault: str
    machine: str
    password_only: bool
    salt: bytes
    machine_check: bytes
    key_check: bytes
    officers: bytes
    slots: tuple[Slot, ...]
    epoch: int = 1
    recovery: RecoverySlot | None = None
    epoch_check: bytes = b""
    withdrawn: bool = False

    def slot(self, name: str) -> Slot | None:
        """Find the slot of this name."""
        return next((one for one in self.slots if one.name == name), None)


def write(path: Path, content: SlotFile) -> None:
    """Put the new content in the old one's place at once."""
    table = _plain(content)
    table["checksum"] = _checksum(table)
    replace_file(path, json.dumps(table, indent=1).encode())


def read(path: Path) -> SlotFile:
    """Read the vault's file. Raises ``NewerDataError``, ``StoreDamagedError``."""
    try:
        table = json.loads(path.read_bytes())
    except OSError as wrong:
        raise StoreError(f"vault file: {wrong.strerror}") from wrong
    except ValueError as wrong:
        raise StoreDamagedError("vault file is not readable") from wrong
    try:
        if int(table["format"]) > FORMAT:
            raise NewerDataError(f"vault format {table['format']}")
        if table.pop("checksum") != _checksum(table):
            raise StoreDamagedError("vault file was changed")
        return _parsed(table)
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise StoreDamagedError("vault file lacks something") from wrong


def _plain(content: SlotFile) -> dict[str, object]:
    return {
        "format": FORMAT,
        "vault": content.vault,
        "machine": content.machine,
        "password_only": content.password_only,
        "withdrawn": content.withdrawn,
        "epoch": content.epoch,
        "epoch_check": content.epoch_check.hex(),
        "salt": content.salt.hex(),
        "machine_check": content.machine_check.hex(),
        "key_check": content.key_check.hex(),
        "officers": content.officers.hex(),
        "recovery": content.recovery and {"key": content.recovery.key_id, "sealed": content.recovery.sealed.hex()},
        "slots": [
            {
                "name": one.name,
                "salt": one.salt.hex(),
                "cost": asdict(one.cost),
                "key": one.key.hex(),
                "withdrawn": one.withdrawn,
            }
            for one in content.slots
        ],
    }


def _parsed(table: dict[str, object]) -> SlotFile:
    slots = table["slots"]
    if not isinstance(slots, list):
        raise TypeError
    return SlotFile(
        vault=str(table["vault"]),
        machine=str(table["machine"]),
        password_only=bool(table["password_only"]),
        withdrawn=bool(table.get("withdrawn", False)),
        epoch=int(str(table["epoch"])),
        salt=bytes.fromhex(str(table["salt"])),
        machine_check=bytes.fromhex(str(table["machine_check"])),
        key_check=bytes.fromhex(str(table["key_check"])),
        officers=bytes.fromhex(str(table["officers"])),
        epoch_check=bytes.fromhex(str(table.get("epoch_check", ""))),
        recovery=_recovery(table.get("recovery")),
        slots=tuple(
            Slot(
                name=str(one["name"]),
                salt=bytes.fromhex(one["salt"]),
                cost=_cost(**one["cost"]),
                key=bytes.fromhex(one["key"]),
                withdrawn=bool(one.get("withdrawn", False)),
            )
            for one in slots
        ),
    )


def _recovery(table: object) -> RecoverySlot | None:
    if table is None:  # a vault of format 1, or one that was never told of a recovery key
        return None
    if not isinstance(table, dict):
        raise TypeError
    return RecoverySlot(key_id=str(table["key"]), sealed=bytes.fromhex(table["sealed"]))


def _cost(*, memory: int, passes: int, lanes: int) -> Cost:
    """Refuse a cost that would only hang this PC."""
    if not (8 * lanes <= memory <= _MOST_MEMORY and 1 <= passes <= _MOST_PASSES and 1 <= lanes <= _MOST_LANES):
        raise StoreDamagedError("vault file asks for an impossible cost")
    return Cost(memory=memory, passes=passes, lanes=lanes)


def _checksum(table: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(table, sort_keys=True).encode()).hexdigest()
