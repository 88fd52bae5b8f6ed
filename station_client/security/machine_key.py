"""This PC's own key to the centre (P-256): made here, never in clear on the disk, proved by a certificate.

It lies in one PEM file, sealed with a passphrase that only the open vault has; ``ssl`` reads it from there.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

from station_client.domain.ids import MachineId
from station_client.errors import StoreDamagedError
from station_client.security.durable import disk_door, replace_file

_BEGIN = b"-----BEGIN CERTIFICATE-----"


def new_passphrase() -> str:
    """Make the passphrase that seals the key; it is kept in the vault alone."""
    return secrets.token_hex(32)


def make(path: Path, passphrase: str) -> None:
    """Make a key and keep it sealed in ``path``, with no certificate yet. Raises ``StoreError``."""
    key = ec.generate_private_key(ec.SECP256R1())
    sealed = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode()))
    replace_file(path, sealed)


def request(path: Path, passphrase: str, machine_id: MachineId) -> str:
    """Write a request for the machine's certificate (PKCS #10, PEM). Raises ``StoreDamagedError``."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, machine_id)])
    made = x509.CertificateSigningRequestBuilder().subject_name(name).sign(_key(path, passphrase), hashes.SHA256())
    return made.public_bytes(Encoding.PEM).decode()


def keep(path: Path, passphrase: str, certificate: str) -> None:
    """Put the certificate beside its key; another key's is refused. Raises ``StoreError``."""
    key = _key(path, passphrase)
    try:
        given = x509.load_pem_x509_certificate(certificate.encode())
    except ValueError as wrong:
        raise StoreDamagedError("the machine's certificate does not read") from wrong
    if _public(given.public_key()) != _public(key.public_key()):
        raise StoreDamagedError("the machine's certificate is of another key")
    sealed = path.read_bytes().partition(_BEGIN)[0]
    replace_file(path, sealed + given.public_bytes(Encoding.PEM))


def good_until(path: Path) -> datetime | None:
    """Give the moment until which the certificate in ``path`` is good; None where there is none."""
    with disk_door():
        content = path.read_bytes() if path.exists() else b""
    if _BEGIN not in content:
        return None
    try:
        return x509.load_pem_x509_certificate(content).not_valid_after_utc
    except ValueError:
        return None


def _key(path: Path, passphrase: str) -> ec.EllipticCurvePrivateKey:
    with disk_door():
        content = path.read_bytes()
    try:
        key = load_pem_private_key(content, passphrase.encode())
    except (ValueError, TypeError) as wrong:
        raise StoreDamagedError("the machine's key does not open") from wrong
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise StoreDamagedError("the machine's key is of another kind")
    return key


def _public(key: object) -> bytes:
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return b""
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
