"""The centre's authority for its stations' machines: it signs one key for each enrolled machine, and no other after it.

It lies in the centre's folder beside the server's certificate, trusts nobody else and is trusted by nobody else.
"""

from __future__ import annotations

import hashlib
import os
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from central.errors import Refused, SetupError
from sync.protocol.codes import Code

AUTHORITY_FILE = "machines.pem"
KEY_FILE = "machines.key"
KEPT_FOLDER = "machines"
AUTHORITY_DAYS = 3650
MACHINE_DAYS = 365
SLACK = timedelta(days=2)  # a station's clock may be behind


class MachineAuthority:
    """Signs the keys of machines; ``kept`` remembers whose key is whose."""

    def __init__(self, folder: Path) -> None:
        """Work in ``folder``, the centre's own for TLS."""
        self._folder = folder

    def file(self, now: datetime) -> Path:
        """Give the authority's certificate, made on the first day. Raises ``SetupError``."""
        path = self._folder / AUTHORITY_FILE
        try:
            if not path.exists():
                self._make(now)
        except OSError as wrong:
            raise SetupError(f"the authority for machines cannot be made: {wrong.strerror}") from wrong
        return path

    def sign(self, request: str, machine_id: str, now: datetime, *, shown: str) -> tuple[str, datetime]:
        """Sign a machine's key; one that has another key must show that one's certificate, or be released.

        Raises ``Refused``.
        """
        asked = _read(request)
        key = asked.public_key()
        pin = hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()
        kept = self._kept(machine_id)
        if kept.exists() and kept.read_text("ascii") != pin and shown != machine_id:
            raise Refused(Code.MACHINE_CERTIFICATE, "this machine has another key; State IT can release it")
        self.file(now)
        authority = x509.load_pem_x509_certificate((self._folder / AUTHORITY_FILE).read_bytes())
        own = load_pem_private_key((self._folder / KEY_FILE).read_bytes(), None)
        if not isinstance(own, ec.EllipticCurvePrivateKey):
            raise SetupError("the authority for machines has another kind of key")
        until = now.replace(microsecond=0) + timedelta(days=MACHINE_DAYS)
        made = (
            x509.CertificateBuilder(authority.subject, _name(machine_id), key, x509.random_serial_number())
            .not_valid_before(now - SLACK)
            .not_valid_after(until)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=True)
            .sign(own, hashes.SHA256())
        )
        kept.parent.mkdir(mode=0o700, exist_ok=True)
        _write(kept, pin.encode(), 0o600)
        return made.public_bytes(Encoding.PEM).decode(), until

    def release(self, machine_id: str) -> bool:
        """Forget a machine's key, so that it may bring a new one; tell whether there was one."""
        kept = self._kept(machine_id)
        there = kept.exists()
        kept.unlink(missing_ok=True)
        return there

    def _kept(self, machine_id: str) -> Path:
        return self._folder / KEPT_FOLDER / hashlib.sha256(machine_id.encode()).hexdigest()

    def _make(self, now: datetime) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        name = _name("Station Client machines")
        made = (
            x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
            .not_valid_before(now - SLACK)
            .not_valid_after(now + timedelta(days=AUTHORITY_DAYS))
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .sign(key, hashes.SHA256())
        )
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(self._folder / KEY_FILE, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), 0o600)
        _write(self._folder / AUTHORITY_FILE, made.public_bytes(Encoding.PEM), 0o644)


def _read(request: str) -> x509.CertificateSigningRequest:
    """Read a request and its proof that who asks has the key. Raises ``Refused``."""
    try:
        asked = x509.load_pem_x509_csr(request.encode())
        key = asked.public_key()
        sound = isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1)
        sound = sound and asked.is_signature_valid
    except ValueError:
        raise Refused(Code.NOT_UNDERSTOOD, "request: not a request for a certificate") from None
    if not sound:
        raise Refused(Code.NOT_UNDERSTOOD, "request: its key is not a P-256 one, or it did not sign")
    return asked


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _write(path: Path, content: bytes, mode: int) -> None:
    part = path.with_name(path.name + ".part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(handle, "wb") as sink:
        sink.write(content)
    part.replace(path)
