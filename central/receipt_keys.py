"""The centre's keys for receipts (Ed25519): one signs, all public halves stay, so that an old receipt can be checked.

They lie in the centre's own folder. Door to their cryptography.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from central.errors import SetupError
from station_client.domain.receipt_proof import key_id

PRIVATE_FILE = "receipts.key"
PUBLIC_ENDING = ".pub.pem"


@dataclass(frozen=True, slots=True)
class Signer:
    """The key that signs, by its name."""

    key_id: str
    private: Ed25519PrivateKey

    def sign(self, text: str) -> bytes:
        """Sign a receipt's lines."""
        return self.private.sign(text.encode())

    @property
    def public(self) -> bytes:
        """Give the public half."""
        return _raw(self.private.public_key())


class ReceiptKeys:
    """The folder of the keys; the private half is its owner's alone to read (0600)."""

    def __init__(self, folder: Path) -> None:
        """Look into ``folder``, which need not be there."""
        self._folder = folder

    def signer(self) -> Signer | None:
        """Give the key that signs now; None where none was made. Raises ``SetupError`` for one that cannot be read."""
        path = self._folder / PRIVATE_FILE
        if not path.exists():
            return None
        try:
            found = load_pem_private_key(read_private(path), None)
        except (OSError, ValueError) as wrong:
            raise SetupError(f"the key for receipts at {path} cannot be read") from wrong
        if not isinstance(found, Ed25519PrivateKey):
            raise SetupError("the key for receipts is of another kind")
        return Signer(key_id(_raw(found.public_key())), found)

    def public(self) -> dict[str, bytes]:
        """Give every public half by its name, that of the signing key among them."""
        found: dict[str, bytes] = {}
        for path in sorted(self._folder.glob(f"*{PUBLIC_ENDING}")):
            try:
                key = load_pem_public_key(path.read_bytes())
            except (OSError, ValueError) as wrong:
                raise SetupError(f"the public key {path} cannot be read") from wrong
            if isinstance(key, Ed25519PublicKey):
                found[key_id(_raw(key))] = _raw(key)
        return found

    def pem(self) -> str:
        """Give every public half as whoever checks a printed receipt is given them."""
        return "".join(
            Ed25519PublicKey.from_public_bytes(raw)
            .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
            .decode("ascii")
            for raw in self.public().values()
        )

    def make(self) -> str:
        """Make the first key and give its name. Raises ``SetupError`` where there is one."""
        if (self._folder / PRIVATE_FILE).exists():
            raise SetupError("there is a key for receipts; `keys rotate` makes the next")
        return self._new()

    def rotate(self) -> str:
        """Make the next key, forget the private half of the one before, and give the new name."""
        if self.signer() is None:
            raise SetupError("there is no key for receipts; `keys make` makes the first")
        return self._new()

    def _new(self) -> str:
        private = Ed25519PrivateKey.generate()
        public = private.public_key()
        name = key_id(_raw(public))
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            spki = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
            write_whole(
                self._folder / f"{name}{PUBLIC_ENDING}", spki, 0o644
            )  # first: nothing is signed that nobody can check
            pkcs8 = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            write_whole(self._folder / PRIVATE_FILE, pkcs8, 0o600)
        except OSError as wrong:
            raise SetupError(f"the key for receipts cannot be written: {wrong.strerror}") from wrong
        return name


def _raw(public: Ed25519PublicKey) -> bytes:
    return public.public_bytes(Encoding.Raw, PublicFormat.Raw)


def read_private(path: Path) -> bytes:
    """Read a file that is its owner's alone. Raises ``SetupError`` where others can read it, and ``OSError``."""
    if open_to_others(path.stat().st_mode):
        raise SetupError(f"{path} can be read by others: chmod 600")
    return path.read_bytes()


def open_to_others(mode: int, system: str = os.name) -> bool:
    """Tell whether a file's mode lets others read it; Windows' says nothing of it, there the folder's list decides."""
    return system != "nt" and bool(mode & 0o077)


def write_whole(path: Path, content: bytes, mode: int) -> None:
    """Write a file that never has wider rights than ``mode``, and appears whole and durable."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as sink:
        sink.write(content)
        sink.flush()
        os.fsync(sink.fileno())
    part.replace(path)
