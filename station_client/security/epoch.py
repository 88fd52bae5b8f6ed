"""Epochs of a vault: after an officer is taken away, an older copy of the vault's file opens nothing on this PC.

Once the first officer was removed, each slot lies under one more seal, whose key is in the keychain beside the
machine's secret (*secret ‖ key of the epoch*; for a moment of a removal also the older key). The key of an epoch that
is over is overwritten, and with it the way into every copy of ``vault.json`` of that epoch.
"""

from __future__ import annotations

from dataclasses import replace

from station_client.errors import MachineSecretMissingError
from station_client.security import cipher
from station_client.security.cipher import KEY_BYTES
from station_client.security.slotfile import Slot, SlotFile

CHECK_BYTES = 16
NO_SEAL = bytes(KEY_BYTES)  # stands for the key of a file without such a seal, while the first removal is under way


def machine_part(secret: bytes) -> bytes:
    """Give the machine's own secret out of what the keychain holds."""
    return secret[:KEY_BYTES]


def during(secret: bytes, fresh: bytes) -> bytes:
    """Give what the keychain holds while the vault's file may be of the old epoch or of the new one."""
    return machine_part(secret) + fresh + (secret[KEY_BYTES:] or NO_SEAL)


def after(secret: bytes, fresh: bytes) -> bytes:
    """Give what the keychain holds once the file is of the new epoch: the old key is gone."""
    return machine_part(secret) + fresh


def unsettled(secret: bytes) -> bool:
    """Tell whether the keychain holds keys of two epochs: a removal is under way, or was cut off."""
    return len(secret) > 2 * KEY_BYTES


def each(secret: bytes) -> tuple[bytes, ...]:
    """Give what the keychain would hold for each epoch that it has a key of."""
    own = machine_part(secret)
    return tuple(own if key == NO_SEAL else own + key for key in _held(secret))


def prove(content: SlotFile, secret: bytes) -> None:
    """Raise ``MachineSecretMissingError`` where the keychain has not the key of the file's epoch."""
    _key(content, secret)


def covered(content: SlotFile, name: str, wrapped: bytes, secret: bytes | None) -> bytes:
    """Put the epoch's seal around a slot's wrapped key; before the first removal there is none."""
    key = None if secret is None else _key(content, secret)
    return wrapped if key is None else cipher.seal(key, wrapped, _context(content, name))


def uncovered(content: SlotFile, slot: Slot, secret: bytes | None) -> bytes:
    """Take the epoch's seal off a slot's wrapped key. Raises ``StoreDamagedError``, ``MachineSecretMissingError``."""
    key = None if secret is None else _key(content, secret)
    return slot.key if key is None else cipher.unseal(key, slot.key, _context(content, slot.name))


def turned(content: SlotFile, secret: bytes, fresh: bytes) -> SlotFile:
    """Give the file in a new epoch: every slot that stays, under the new epoch's key."""
    bare = [(slot, uncovered(content, slot, secret)) for slot in content.slots]
    new = replace(content, epoch=content.epoch + 1)
    new = replace(new, epoch_check=_check(new, fresh))
    whole = after(secret, fresh)
    slots = tuple(replace(slot, key=covered(new, slot.name, wrapped, whole)) for slot, wrapped in bare)
    return replace(new, slots=slots)


def _key(content: SlotFile, secret: bytes) -> bytes | None:
    held = _held(secret)
    if not content.epoch_check and (not held or NO_SEAL in held):
        return None
    for key in held:
        if cipher.same(_check(content, key), content.epoch_check):
            return cipher.subkey(key, "epoch")
    raise MachineSecretMissingError("the keychain has no key of this epoch: the vault's file is an older one")


def _held(secret: bytes) -> list[bytes]:
    return [secret[start : start + KEY_BYTES] for start in range(KEY_BYTES, len(secret), KEY_BYTES)]


def _check(content: SlotFile, key: bytes) -> bytes:
    return cipher.subkey(key, f"epoch-check/{content.vault}/{content.epoch}", length=CHECK_BYTES)


def _context(content: SlotFile, name: str) -> bytes:
    return f"epoch/{content.vault}/{content.epoch}/{name}".encode()
