"""The vault: one random data key for this PC's store, and one slot for each officer who may open it.

A slot holds the data key wrapped under what the officer knows *and* what the PC holds::

    key of the slot = HKDF( Argon2id(password) ‖ machine secret from the keychain )

A stolen disk has no machine secret; a colleague at the PC has no password. In the password-only
mode (no keychain; State IT must allow it) the stretching is four times as costly and nobody is listed.
The databases' salts are derived from the data key, so a damaged first page is never mistaken for a wrong key.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace

from station_client.domain.ids import Login, MachineId
from station_client.errors import (
    MachineRevokedError,
    NotSignedInError,
    OfficerRevokedError,
    RecoverySlotMissingError,
    StoreDamagedError,
    WrongPasswordError,
)
from station_client.security import cipher, epoch, slot_copy
from station_client.security.cipher import Cost
from station_client.security.recovery import PrivateRecoveryKey, RecoveryKey
from station_client.security.slotfile import Slot, SlotFile
from station_client.security.vault_card import CHECK_BYTES, VaultCard, machine_check, slot_name

_SALT_BYTES = 16
_OFFICERS = b"officers"


@dataclass(frozen=True, slots=True)
class VaultKeys:
    """An open vault: the data key, and whose PC it is. It never shows its key."""

    data: bytes = field(repr=False)
    vault_id: str
    machine_id: MachineId
    password_only: bool

    def key(self, purpose: str) -> bytes:
        """Derive the key of one use: ``replica``, ``desk``, ``attachments``."""
        return cipher.subkey(self.data, purpose)


@dataclass(frozen=True, slots=True)
class SlotOfficer:
    """An officer who has a slot here."""

    login: Login
    name: str
    rank: str


@dataclass(frozen=True, slots=True)
class _Way:
    """Who gets a slot, and what will open it; ``cost`` None is the usual one of the mode."""

    officer: SlotOfficer
    password: str = field(repr=False)
    secret: bytes | None = field(repr=False)
    cost: Cost | None


class Vault(VaultCard):
    """The key slots of one data folder."""

    def officers(self, secret: bytes | None) -> tuple[SlotOfficer, ...]:
        """List who can sign in here with no line; empty in the password-only mode, where nobody is listed."""
        content = self._content() if self.exists() else None
        if content is None or content.password_only or secret is None:
            return ()
        return _unsealed(content, secret)

    def has_slot(self, login: Login, secret: bytes | None) -> bool:
        """Tell whether this officer can sign in here with no line."""
        if not self.exists():
            return False
        content = self._content()
        return content.slot(slot_name(content, login, secret)) is not None

    def create(
        self, *, officer: SlotOfficer, password: str, secret: bytes | None, cost: Cost | None = None
    ) -> VaultKeys:
        """Make the vault with its first slot; ``secret`` None makes it password-only. Never over one that is here."""
        with self.changing:
            return self._create(_Way(officer, password, secret, cost or self._cost))

    def open(self, *, login: Login, password: str, secret: bytes | None, confirmed: bool = False) -> VaultKeys:
        """Open the vault as an officer; ``confirmed``: the centre has just given its word for them on this PC.

        Raises ``WrongPasswordError`` (also for an officer without a slot), ``StoreDamagedError``, and for the right
        password ``OfficerRevokedError``, ``MachineRevokedError`` where the centre withdrew one of them.
        """
        content = self._content()
        name = slot_name(content, login, secret)
        slot = content.slot(name)
        if slot is None:
            raise WrongPasswordError("no slot")
        kek = _kek(slot.salt, slot.cost, password=password, secret=secret)
        data = cipher.unwrap(kek, epoch.uncovered(content, slot, secret), _context(content.vault, name))
        keys = _checked(content, data)
        if content.withdrawn and not confirmed:
            raise MachineRevokedError("machine-revoked", "the centre withdrew this PC")
        if slot.withdrawn and not confirmed:
            raise OfficerRevokedError("officer-revoked", "the centre withdrew this officer")
        with self.changing:
            slot_copy.follow(self._path)
        return keys

    def open_recovered(self, key: PrivateRecoveryKey) -> VaultKeys:
        """Open the vault by the State's recovery key. Raises ``RecoverySlotMissingError``, ``StoreDamagedError``."""
        content = self._content()
        if content.recovery is None:
            raise RecoverySlotMissingError("the vault has no recovery slot")
        return _checked(content, key.open(content.recovery, content.vault))

    def keep_recovery(self, keys: VaultKeys, key: RecoveryKey, *, renew: bool = False) -> bool:
        """Seal the data key to the State's recovery key where the vault has no such slot yet; tell whether it did.

        A slot that is here is replaced only by ``renew``, an officer's own act: who changes ``station.toml`` must
        not choose a new holder.
        """
        with self.changing:
            content = self._own(keys)
            if content.recovery is not None and not renew:
                return False
            self._write(replace(content, recovery=key.seal(keys.data, content.vault)))
            return True

    def add_slot(  # noqa: PLR0913 who, by what, and the three ways it may differ
        self,
        keys: VaultKeys,
        *,
        officer: SlotOfficer,
        password: str,
        secret: bytes | None,
        cost: Cost | None = None,
        afresh: bool = False,
    ) -> None:
        """Let one more officer open the vault, or give one who can a new password.

        ``afresh``: the machine's secret is a new one, with which no older slot can be opened; they end.
        """
        way = _Way(officer, password, secret, cost or self._cost)
        with self.changing:
            content = self._own(keys)
            if afresh and secret is not None:
                check = machine_check(secret, content.vault)
                content = replace(content, machine_check=check, officers=b"", slots=(), epoch_check=b"")
                content = replace(content, epoch=content.epoch + 1)
            self._write(_with_slot(content, keys, way))

    def remove_slot(self, keys: VaultKeys, login: Login, *, secret: bytes | None, fresh: bytes | None) -> None:
        """Take an officer's slot away; with ``fresh``, the key of a new epoch, put it around those that stay."""
        with self.changing:
            content = _without(self._own(keys), login, secret)
            if secret is not None and fresh is not None:
                content = epoch.turned(content, secret, fresh)
            self._write(content)

    def _own(self, keys: VaultKeys) -> SlotFile:
        content = self._content()
        if keys.vault_id != content.vault:
            raise NotSignedInError("these keys are of another vault")
        return content

    def _create(self, way: _Way) -> VaultKeys:
        if self.exists():
            raise StoreDamagedError("a vault is already here")
        secret, data = way.secret, cipher.new_key()
        content = SlotFile(
            vault=self.entry,
            machine=self.machine_id(),
            password_only=secret is None,
            salt=cipher.random_bytes(_SALT_BYTES),
            machine_check=b"" if secret is None else machine_check(secret, self.entry),
            key_check=_key_check(data, self.entry),
            officers=b"",
            slots=(),
        )
        keys = _keys(content, data)
        self._write(_with_slot(content, keys, way))
        return keys


def _keys(content: SlotFile, data: bytes) -> VaultKeys:
    return VaultKeys(
        data=data,
        vault_id=content.vault,
        machine_id=MachineId(content.machine),
        password_only=content.password_only,
    )


def _checked(content: SlotFile, data: bytes) -> VaultKeys:
    if not cipher.same(_key_check(data, content.vault), content.key_check):
        raise StoreDamagedError("the slot's key is not this vault's key")
    return _keys(content, data)


def _with_slot(content: SlotFile, keys: VaultKeys, way: _Way) -> SlotFile:
    """Give the file with this officer's slot in it, in the place of an older one of theirs."""
    officer, secret = way.officer, way.secret
    cost = way.cost or (cipher.WITH_MACHINE if secret is not None else cipher.PASSWORD_ALONE)
    name = slot_name(content, officer.login, secret)
    salt = cipher.random_bytes(_SALT_BYTES)
    kek = _kek(salt, cost, password=way.password, secret=secret)
    wrapped = cipher.wrap(kek, keys.data, _context(content.vault, name))
    others = tuple(one for one in content.slots if one.name != name)
    covered = epoch.covered(content, name, wrapped, secret)
    content = replace(content, slots=(*others, Slot(name=name, salt=salt, cost=cost, key=covered)))
    if secret is None:
        return content
    return _listed(content, (*_others(content, officer.login, secret), officer), secret)


def _without(content: SlotFile, login: Login, secret: bytes | None) -> SlotFile:
    """Give the file without this officer's slot and name."""
    name = slot_name(content, login, secret)
    content = replace(content, slots=tuple(one for one in content.slots if one.name != name))
    return content if secret is None else _listed(content, _others(content, login, secret), secret)


def _others(content: SlotFile, login: Login, secret: bytes) -> tuple[SlotOfficer, ...]:
    gone = login.strip().casefold()
    return tuple(one for one in _unsealed(content, secret) if one.login.casefold() != gone)


def _listed(content: SlotFile, officers: tuple[SlotOfficer, ...], secret: bytes) -> SlotFile:
    rows = [[one.login, one.name, one.rank] for one in officers]
    sealed = cipher.seal(_list_key(secret, content), json.dumps(rows).encode(), _OFFICERS + content.vault.encode())
    return replace(content, officers=sealed)


def _unsealed(content: SlotFile, secret: bytes) -> tuple[SlotOfficer, ...]:
    if not content.officers:
        return ()
    plain = cipher.unseal(_list_key(secret, content), content.officers, _OFFICERS + content.vault.encode())
    return tuple(SlotOfficer(login=Login(login), name=name, rank=rank) for login, name, rank in json.loads(plain))


def _kek(salt: bytes, cost: Cost, *, password: str, secret: bytes | None) -> bytes:
    stretched = cipher.password_key(password, salt=salt, cost=cost)
    held = b"" if secret is None else epoch.machine_part(secret)
    return cipher.subkey(stretched + held, "slot" if secret is not None else "slot-password-only", salt=salt)


def _context(vault: str, name: str) -> bytes:
    return f"slot/{vault}/{name}".encode()


def _list_key(secret: bytes, content: SlotFile) -> bytes:
    return cipher.subkey(epoch.machine_part(secret), "officers", salt=content.salt)


def _key_check(data: bytes, vault: str) -> bytes:
    return cipher.subkey(data, "key-check/" + vault, length=CHECK_BYTES)
