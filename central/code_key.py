"""The key that seals the secrets of one-time codes: it lies in the centre's folder, never in its database.

Door to their cryptography: AES-256-GCM, each secret bound to its officer's login.
"""

from __future__ import annotations

import base64
import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from central.errors import Refused, SetupError
from central.receipt_keys import read_private, write_whole
from sync.protocol.codes import Code

FILE = "codes.key"
KEY_BYTES, NONCE_BYTES, NAME_SIGNS = 32, 12, 8
MARK = "s1."
"""How a sealed secret begins; a secret in clear is base 32, which has no dot."""


def is_sealed(kept: str) -> bool:
    """Tell whether what is kept of a secret is sealed."""
    return kept.startswith(MARK)


class CodeKey:
    """One key, its owner's alone to read (0600), made when the first secret is sealed."""

    def __init__(self, folder: Path | None) -> None:
        """Look into ``folder``, which need not be there; None is for whoever has no secrets."""
        self._path = folder / FILE if folder is not None else None

    @property
    def there(self) -> bool:
        """Tell whether the key is there."""
        return self._path is not None and self._path.exists()

    def seals(self, kept: str) -> bool:
        """Tell whether this key sealed what is kept of a secret."""
        return self.there and kept.startswith(f"{MARK}{_named(self._key())}.")

    def make(self) -> None:
        """Make the key. Raises ``SetupError`` where it cannot be kept."""
        if self._path is None:
            raise SetupError("there is no folder for the key of one-time codes")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._path, os.urandom(KEY_BYTES).hex().encode(), 0o600)
        except OSError as wrong:
            raise SetupError(f"the key of one-time codes cannot be written: {wrong.strerror}") from wrong

    def seal(self, secret: str, login: str) -> str:
        """Seal a secret for one officer."""
        key, nonce = self._key(), os.urandom(NONCE_BYTES)
        sealed = AESGCM(key).encrypt(nonce, secret.encode(), login.encode())
        return f"{MARK}{_named(key)}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"

    def open(self, kept: str, login: str) -> str:
        """Open a secret. Raises ``Refused`` where its key is not here: without it no code can be judged."""
        if not self.seals(kept):
            raise Refused(Code.FAULT, f"the key of one-time codes is not the one in {FILE}")
        raw = base64.urlsafe_b64decode(kept.rpartition(".")[2])
        try:
            return AESGCM(self._key()).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], login.encode()).decode()
        except InvalidTag as wrong:
            raise Refused(Code.FAULT, "a secret of one-time codes was changed") from wrong

    def _key(self) -> bytes:
        try:
            if self._path is None or not self._path.exists():
                raise SetupError(f"{FILE} is not in the folder of the keys")
            key = bytes.fromhex(read_private(self._path).decode("ascii").strip())
        except (OSError, ValueError) as wrong:
            raise SetupError(f"the key of one-time codes at {self._path} cannot be read") from wrong
        if len(key) != KEY_BYTES:
            raise SetupError(f"the key of one-time codes at {self._path} is not whole")
        return key


def _named(key: bytes) -> str:
    return hashlib.sha256(b"codes" + key).hexdigest()[:NAME_SIGNS]
