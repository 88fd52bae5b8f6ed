"""The fingerprint of a certificate's key, by which State IT pins the centre: a renewed one keeps it."""

from __future__ import annotations

import hashlib

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def key_pin(certificate: bytes) -> str:
    """Give the SHA-256 (hexadecimal) of the public key (SPKI) of a certificate in DER. Raises ``ValueError``."""
    key = x509.load_der_x509_certificate(certificate).public_key()
    return hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()
