"""Who asks, and what the centre lets them do. Pure: what a client claims of itself is never asked."""

from __future__ import annotations

from dataclasses import dataclass

from central.errors import Refused
from station_client.domain.alert import Category
from station_client.domain.office import Act
from sync.protocol.codes import Code

NAME_LENGTH = 64


def is_name(text: str) -> bool:
    """Tell whether a login or a machine's id can be one: 1 to 64 signs, each of them visible."""
    return 0 < len(text) <= NAME_LENGTH and text.isprintable()


def plain_login(login: str) -> str:
    """Bring a login to the one spelling in which it is kept."""
    return login.strip().lower()


@dataclass(frozen=True, slots=True)
class Account:
    """An officer as the centre keeps them; ``acts`` and ``categories`` are their rights."""

    login: str
    name: str
    rank: str
    office_code: str
    acts: tuple[str, ...]
    categories: tuple[str, ...]
    active: bool = True

    def may(self, act: Act) -> bool:
        """Tell whether this officer may do ``act``."""
        return self.active and act in self.acts

    def may_upload(self, category: Category) -> bool:
        """Tell whether an alert of this category by this officer is taken."""
        return self.may(Act.UPLOAD) and category in self.categories


@dataclass(frozen=True, slots=True)
class Actor:
    """The officer behind a request, the enrolled machine they sit at, and that machine's office.

    ``office_looks``: an active officer of that office may look, whoever asks.
    """

    account: Account
    machine_id: str
    office_code: str
    state_code: str
    office_looks: bool = True

    @property
    def login(self) -> str:
        """Name the officer."""
        return self.account.login

    def require(self, act: Act) -> None:
        """Refuse the request unless the officer may do ``act``."""
        if not self.account.may(act):
            raise Refused(Code.NOT_ENTITLED, f"{act} is not among this officer's rights")
