"""The State's recovery key: each vault seals its data key to the public half, and only the private half opens it.

Sealed with HPKE (RFC 9180: X25519, HKDF-SHA256, AES-256-GCM), bound to the vault's id. The private half lies in a
file of State IT, under a passphrase stretched as a password without a keychain is; it never needs to be on a
station's PC but for the minutes of a recovery.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from station_client.domain.reasons import Field, Reason
from station_client.errors import InputError, RecoverySlotMissingError, SettingsError
from station_client.security import cipher
from station_client.security.cipher import Cost
from station_client.security.durable import replace_file

PUBLIC_ENDING: Final = ".pub"
LEAST_PASSPHRASE: Final = 12

_KIND: Final = "station-client recovery key"
_CONTEXT: Final = b"recovery-key/"
_INFO: Final = "station-client/1/recovery/"
_SALT_BYTES: Final = 16
_ID_LENGTH: Final = 32
_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class RecoverySlot:
    """A vault's data key, sealed to the recovery key whose id is ``key_id``."""

    key_id: str
    sealed: bytes


class RecoveryKey:
    """The public half: it can seal, and opens nothing."""

    def __init__(self, public: X25519PublicKey) -> None:
        """Stand on the public key."""
        self._public = public
        self.key_id = _id(public)

    @classmethod
    def read(cls, path: Path) -> RecoveryKey:
        """Read the file that ``recovery_key`` in ``station.toml`` names. Raises ``SettingsError``."""
        try:
            public = load_pem_public_key(path.read_bytes())
        except (OSError, ValueError, UnsupportedAlgorithm) as wrong:
            raise SettingsError("recovery_key", "is not a public key") from wrong
        if not isinstance(public, X25519PublicKey):
            raise SettingsError("recovery_key", "is not an X25519 key")
        return cls(public)

    def seal(self, data: bytes, vault: str) -> RecoverySlot:
        """Seal a vault's data key."""
        return RecoverySlot(self.key_id, _SUITE.encrypt(data, self._public, (_INFO + vault).encode()))


class PrivateRecoveryKey:
    """The private half, in memory. It never shows itself."""

    def __init__(self, private: X25519PrivateKey) -> None:
        """Stand on the private key."""
        self._private = private
        self.key_id = _id(private.public_key())

    @classmethod
    def read(cls, path: Path, passphrase: str) -> PrivateRecoveryKey:
        """Open the private key's file. Raises ``InputError``, ``WrongPasswordError`` for another passphrase."""
        try:
            table = json.loads(path.read_bytes())
            key_id, salt, wrapped = str(table[_KIND]), bytes.fromhex(table["salt"]), bytes.fromhex(table["key"])
            cost = Cost(**{name: int(table["cost"][name]) for name in ("memory", "passes", "lanes")})
            stretched = cipher.password_key(passphrase, salt=salt, cost=cost)
        except OSError as wrong:
            raise InputError(Field.KEY_FILE, Reason.UNREADABLE) from wrong
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as wrong:
            raise InputError(Field.KEY_FILE, Reason.NOT_A_KEY) from wrong
        private = cipher.unwrap(stretched, wrapped, _CONTEXT + key_id.encode())
        return cls(X25519PrivateKey.from_private_bytes(private))

    def open(self, slot: RecoverySlot, vault: str) -> bytes:
        """Open a vault's slot. Raises ``RecoverySlotMissingError`` where it was sealed to another key."""
        try:
            return _SUITE.decrypt(slot.sealed, self._private, (_INFO + vault).encode())
        except (InvalidTag, ValueError) as wrong:
            raise RecoverySlotMissingError(f"the slot is of key {slot.key_id}, this is {self.key_id}") from wrong


def new_key(path: Path, passphrase: str, *, cost: Cost = cipher.PASSWORD_ALONE) -> tuple[RecoveryKey, Path]:
    """Make a recovery key: the private half sealed in ``path`` (0600), the public half beside it.

    Never over a file that is there. Raises ``InputError``, ``StoreError``.
    """
    public_path = path.with_name(path.name + PUBLIC_ENDING)
    if len(passphrase) < LEAST_PASSPHRASE:
        raise InputError(Field.PASSWORD, Reason.TOO_SHORT if passphrase else Reason.MISSING)
    if path.exists() or public_path.exists():
        raise InputError(Field.KEY_FILE, Reason.ALREADY_THERE)
    private = X25519PrivateKey.generate()
    public = RecoveryKey(private.public_key())
    salt = cipher.random_bytes(_SALT_BYTES)
    stretched = cipher.password_key(passphrase, salt=salt, cost=cost)
    table = {
        _KIND: public.key_id,
        "salt": salt.hex(),
        "cost": {"memory": cost.memory, "passes": cost.passes, "lanes": cost.lanes},
        "key": cipher.wrap(stretched, private.private_bytes_raw(), _CONTEXT + public.key_id.encode()).hex(),
    }
    replace_file(path, json.dumps(table, indent=1).encode())
    pem = private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    replace_file(public_path, pem)
    return public, public_path


def _id(public: X25519PublicKey) -> str:
    return hashlib.sha256(public.public_bytes_raw()).hexdigest()[:_ID_LENGTH]
