"""Keys: made, derived, wrapped, and never written in clear.

One random data key belongs to an installation; every use has its own subkey (HKDF with the use's name), so
that what is learnt of one says nothing of another. ``docs/security.md`` draws the tree.
"""

from __future__ import annotations

import hmac
import secrets
import threading
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from station_client.errors import StoreDamagedError, StoreError, WrongPasswordError

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES

_DOMAIN = "station-client/1/"

# Two derivations with several lanes at the same moment wait for each other's threads for ever in this OpenSSL
# (its pool of threads belongs to the process, not to the derivation): one at a time, whoever asks.
_stretching = threading.Lock()


@dataclass(frozen=True, slots=True)
class Cost:
    """How hard a password is to guess: memory in KiB, passes over it, lanes side by side."""

    memory: int
    passes: int
    lanes: int


WITH_MACHINE = Cost(memory=64 * 1024, passes=3, lanes=4)
PASSWORD_ALONE = Cost(memory=256 * 1024, passes=4, lanes=4)


def random_bytes(count: int) -> bytes:
    """Give ``count`` bytes from the system's cryptographic source."""
    return secrets.token_bytes(count)


def new_key() -> bytes:
    """Make a fresh random key of 32 bytes."""
    return random_bytes(KEY_BYTES)


def subkey(key: bytes, purpose: str, *, salt: bytes | None = None, length: int = KEY_BYTES) -> bytes:
    """Derive the key of one purpose from ``key``: HKDF-SHA256 with the purpose as its info."""
    return HKDF(SHA256(), length, salt, (_DOMAIN + purpose).encode()).derive(key)


def password_key(password: str, *, salt: bytes, cost: Cost) -> bytes:
    """Stretch a password into 32 bytes with Argon2id.

    The password is brought to NFC first: keyboards write the same Hindi letters in two ways.
    Raises ``StoreError`` where the PC has not the memory for it.
    """
    argon = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    typed = unicodedata.normalize("NFC", password).encode()
    with _stretching:
        try:
            return argon.derive(typed)
        except MemoryError as short:
            raise StoreError(f"no {cost.memory} KiB of memory to stretch a password") from short


def mac(key: bytes, message: bytes) -> bytes:
    """Give the HMAC-SHA256 of ``message``."""
    return hmac.digest(key, message, "sha256")


def same(one: bytes, other: bytes) -> bool:
    """Compare two secrets in a time that tells nothing of where they differ."""
    return hmac.compare_digest(one, other)


def wrap(kek: bytes, key: bytes, context: bytes) -> bytes:
    """Seal a key under another, bound to ``context``: 60 bytes (nonce, key, tag)."""
    nonce = random_bytes(NONCE_BYTES)
    return nonce + AESGCM(kek).encrypt(nonce, key, context)


def unwrap(kek: bytes, wrapped: bytes, context: bytes) -> bytes:
    """Open what ``wrap`` sealed. Raises ``WrongPasswordError`` if it is another key or another context."""
    if len(wrapped) != WRAPPED_BYTES:
        raise StoreDamagedError("wrapped key has the wrong length")
    try:
        return AESGCM(kek).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], context)
    except InvalidTag as wrong:
        raise WrongPasswordError from wrong


def seal(key: bytes, plain: bytes, context: bytes) -> bytes:
    """Seal a small text under ``key``, bound to ``context``: nonce, then ciphertext and tag."""
    nonce = random_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, context)


def unseal(key: bytes, sealed: bytes, context: bytes) -> bytes:
    """Open what ``seal`` closed. Raises ``StoreDamagedError`` where it was not sealed so."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)
    except (InvalidTag, ValueError) as wrong:
        raise StoreDamagedError("sealed text does not open") from wrong
