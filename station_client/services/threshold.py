"""What can be known of this PC before anyone has signed in: whether a vault is here, and who may open it."""

from __future__ import annotations

from station_client.domain.ids import Login
from station_client.ports import Keychain
from station_client.security.keychain import machine_secret
from station_client.security.keyslots import Vault
from station_client.services.views import KnownOfficer


class Threshold:
    """The vault from outside."""

    def __init__(self, vault: Vault, keychain: Keychain | None, *, password_only: bool) -> None:
        """``password_only``: State IT allows a new vault without a keychain; an old one decides itself."""
        self._vault = vault
        self._keychain = keychain
        self._password_only = password_only

    def vault_exists(self) -> bool:
        """Tell whether anyone has signed in on this PC yet."""
        return self._vault.exists()

    def lists_officers(self) -> bool:
        """Tell whether the officers of this PC can be listed; in the password-only mode the login is asked."""
        return self._vault.exists() and not self._vault.password_only()

    def known_officers(self) -> tuple[KnownOfficer, ...]:
        """List who can sign in here with no line. Raises ``KeychainError`` where the machine's secret is gone."""
        if not self.lists_officers():
            return ()
        return tuple(KnownOfficer(one.login, one.name, one.rank) for one in self._vault.officers(self._secret()))

    def first_time(self, login: str) -> bool:
        """Tell whether this officer's next sign-in on this PC would be the first, and needs the line."""
        return not self._vault.exists() or not self._vault.has_slot(as_login(login), self._secret())

    def _secret(self) -> bytes | None:
        """Give the machine's secret, made on the first day only; None in the password-only mode."""
        return machine_secret(self._vault, self._keychain, password_only=self._password_only)


def as_login(text: str) -> Login:
    """Take a log-in name as typed."""
    return Login(text.strip())
