"""Who says that an officer is who they say: the centre's own accounts, or a State's identity provider, by one port."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from central import passwords
from central.settings import Cost


@dataclass(frozen=True, slots=True)
class Person:
    """Who it is as the provider knows them; empty where it says nothing and the centre's own word stands."""

    name: str = ""
    rank: str = ""
    office_code: str = ""


class IdentityProvider(Protocol):
    """Whoever can tell a right password from a wrong one. Rights are never the provider's: they are the centre's."""

    def prove(self, login: str, password: str, kept: str | None) -> Person | None:
        """Give who this is, or None where login and password do not belong together.

        ``kept`` is what the centre keeps of this login's password, None where nobody has the login. Raises ``Refused``
        where the provider cannot be asked now; that is no wrong password.
        """


class PasswordAccounts:
    """The centre's own accounts: Argon2id, the same time whether or not anybody has the login."""

    def __init__(self, cost: Cost) -> None:
        """Check at the usual ``cost`` where nobody has a login."""
        self._cost = cost

    @cached_property
    def _nobody(self) -> str:
        """Stand in for the password of a login that nobody has, so that it takes as long to be refused."""
        return passwords.hashed(passwords.new_token(), self._cost)

    def prove(self, login: str, password: str, kept: str | None) -> Person | None:
        """Check what is kept."""
        del login
        typed = password[: passwords.PASSWORD_MOST + 1]
        right = passwords.matches(typed, kept or self._nobody)
        return Person() if right and kept is not None else None
