"""The door to the PC's own keychain, which holds the machine's secret and nothing else.

Only keychains that guard what they hold are used, each asked for by name: never a file in clear,
never whatever a scan would find.
"""

from __future__ import annotations

import base64
import binascii
import importlib
import logging
import sys
from typing import Final, Protocol

from keyring.backend import KeyringBackend

from station_client.errors import KeychainError, KeychainMissingError, MachineSecretMissingError
from station_client.security import cipher
from station_client.security.vault_card import VaultCard

SERVICE: Final = "Station Client"

_BACKENDS: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    "win32": (("WinVault", "keyring.backends.Windows", "WinVaultKeyring"),),
    "darwin": (("macOS Keychain", "keyring.backends.macOS", "Keyring"),),
    "linux": (
        ("SecretService", "keyring.backends.SecretService", "Keyring"),
        ("KWallet", "keyring.backends.kwallet", "DBusKeyring"),
    ),
}

_log = logging.getLogger(__name__)


class SecretStore(Protocol):
    """Whoever keeps the machine's secret (``station_client.ports.Keychain`` is one)."""

    def read(self, entry: str) -> bytes | None:
        """Give the secret of ``entry``, or None where there is none."""

    def write(self, entry: str, secret: bytes) -> None:
        """Keep the secret of ``entry``."""


class SystemKeychain:
    """The keychain of this PC's desktop."""

    def __init__(self, name: str, backend: KeyringBackend) -> None:
        """Stand on one backend of the allowed ones."""
        self._name = name
        self._backend = backend

    @classmethod
    def find(cls) -> SystemKeychain | None:
        """Find the keychain that is running here; None where there is none."""
        for name, module, kind in _BACKENDS.get(sys.platform, ()):
            try:
                backend = getattr(importlib.import_module(module), kind)
                if backend.priority > 0:
                    return cls(name, backend())
            except Exception as wrong:  # noqa: BLE001 each backend fails in its own library's words: it is not here
                _log.info("keychain %s is not here: %s", name, type(wrong).__name__)
        return None

    def name(self) -> str:
        """Say which keychain it is, for State IT."""
        return self._name

    def read(self, entry: str) -> bytes | None:
        """Give the secret of ``entry``, or None where there is none. Raises ``KeychainError``."""
        try:
            text = self._backend.get_password(SERVICE, entry)
        except Exception as wrong:  # each backend has errors of its own; this is their door
            raise KeychainError(f"{self._name}: {type(wrong).__name__}") from wrong
        if text is None:
            return None
        try:
            return base64.b64decode(text, validate=True)
        except binascii.Error as wrong:
            raise KeychainError(f"{self._name}: the entry is not a secret of ours") from wrong

    def write(self, entry: str, secret: bytes) -> None:
        """Keep the secret of ``entry``. Raises ``KeychainError``."""
        try:
            self._backend.set_password(SERVICE, entry, base64.b64encode(secret).decode())
        except Exception as wrong:  # as above
            raise KeychainError(f"{self._name}: {type(wrong).__name__}") from wrong


def machine_secret(vault: VaultCard, keychain: SecretStore | None, *, password_only: bool) -> bytes | None:
    """Give the machine's secret for this vault; None in the password-only mode.

    A vault that is already here decides its own mode. A missing secret is made anew only where no
    vault is here yet. Raises ``KeychainMissingError``, ``MachineSecretMissingError``.
    """
    exists = vault.exists()
    if vault.password_only() if exists else password_only:
        return None
    if keychain is None:
        raise KeychainMissingError("no keychain is running")
    entry = vault.entry
    secret = keychain.read(entry)
    if exists:
        if secret is None:
            raise MachineSecretMissingError("the keychain has no entry for this vault")
        vault.prove_machine(secret)
        return secret
    if secret is None:
        secret = cipher.new_key()
        keep_secret(keychain, entry, secret)
    return secret


def keep_secret(keychain: SecretStore, entry: str, secret: bytes) -> None:
    """Keep a secret and prove that it was kept. Raises ``KeychainError``."""
    keychain.write(entry, secret)
    if keychain.read(entry) != secret:
        raise KeychainError("the keychain did not keep what it was given")
