"""The centre's public keys for receipts, and whether one of them signed a statement (Ed25519)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from station_client.domain.receipt_proof import Proof, key_id
from station_client.domain.receipt_tree import ALONE, is_signature

KEY_BYTES = 32
_BLOCK = re.compile(rb"-----BEGIN PUBLIC KEY-----.*?-----END PUBLIC KEY-----", re.DOTALL)


def signed(proof: Proof, keys: Mapping[str, bytes]) -> bool:
    """Tell whether the key that a receipt names, of those that are trusted, signed it as it stands."""
    public = keys.get(proof.statement.key_id)
    if public is None or key_id(public) != proof.statement.key_id or not is_signature(proof.signature):
        return False
    return _verified(public, proof.signature[:ALONE], proof.signed_text())


@lru_cache(maxsize=32)  # the receipts of one group come one after the other, and have one signature
def _verified(public: bytes, signature: bytes, text: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def read_keys(pem: bytes) -> dict[str, bytes]:
    """Read a file of public keys (PEM, one after the other); raise ``ValueError`` where there is none in it."""
    found: dict[str, bytes] = {}
    for block in _BLOCK.findall(pem):
        try:
            key = load_pem_public_key(block)
        except UnsupportedAlgorithm as wrong:
            raise ValueError("another kind of key") from wrong
        if not isinstance(key, Ed25519PublicKey):
            raise ValueError("another kind of key")  # noqa: TRY004 the file is wrong, not the program
        raw = key.public_bytes(Encoding.Raw, PublicFormat.Raw)
        found[key_id(raw)] = raw
    if not found:
        raise ValueError("no public key")
    return found


def named(keys: Iterable[bytes]) -> dict[str, bytes]:
    """Name public keys; raise ``ValueError`` for what is none."""
    found = {}
    for one in keys:
        if len(one) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")
        found[key_id(one)] = one
    return found
