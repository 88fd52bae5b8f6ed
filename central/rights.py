"""Who asks, and what the centre lets them do. Pure: what a client claims of itself is never asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from central.errors import Refused
from station_client.domain.alert import Category
from station_client.domain.office import Act
from sync.protocol.codes import Code

NAME_LENGTH = 64


def is_name(text: str) -> bool:
    """Tell whether a login or a machine's id can be one: 1 to 64 signs, each of them visible."""
    return 0 < len(text) <= NAME_LENGTH and text.isprintable()


_SENIOR = re.compile(
    r"((addl|additional|dy|deputy|jt|joint|spl|special) ?)?"
    r"(dsp|dysp|sdpo|acp|asp|sp|ssp|dcp|jcp|cp|dig|digp|ig|igp|adg|adgp|dg|dgp)"
    r"|((assistant|asst|deputy|dy|additional|addl|senior) )?superintendent( of police)?"
    r"|((assistant|asst|deputy|dy|additional|addl|joint|jt|special|spl) )?commissioner( of police)?"
    r"|((deputy|dy|additional|addl) )?inspector general( of police)?"
    r"|((additional|addl|special|spl) )?director general( of police)?"
    r"|circle officer|sub divisional police officer"
    r"|क्षेत्राधिकारी|पुलिस उपाधीक्षक|((उप|सहायक|अपर|अतिरिक्त|वरिष्ठ) )?पुलिस (उप )?अधीक्षक"
    r"|((सहायक|उप|अपर|अतिरिक्त|संयुक्त|विशेष) )?पुलिस (उप )?आयुक्त"
    r"|((उप|अपर|अतिरिक्त) )?पुलिस (उप )?महा(निरीक्षक|निदेशक)"
)


def is_senior(rank: str) -> bool:
    """Tell whether a rank is Deputy Superintendent of Police or above, however it is written.

    What is added in brackets does not count. A rank that is not known is not senior: a prison's or an office's
    superintendent is none, nor is a *deputy* of something else.
    """
    bare = re.sub(r"\([^()]*\)|-|\.\s", " ", rank.casefold()).replace(".", "")
    return _SENIOR.fullmatch(" ".join(bare.split())) is not None


def plain_login(login: str) -> str:
    """Bring a login to the one spelling in which it is kept."""
    return login.strip().lower()


@dataclass(frozen=True, slots=True)
class Account:
    """An officer as the centre keeps them; ``acts`` and ``categories`` are their rights.

    Of ``acts`` only those count that the rank may have (``standing``).
    """

    login: str
    name: str
    rank: str
    office_code: str
    acts: tuple[str, ...]
    categories: tuple[str, ...]
    active: bool = True

    def may(self, act: Act) -> bool:
        """Tell whether this officer may do ``act``."""
        return self.active and act in self.standing

    @property
    def standing(self) -> tuple[str, ...]:
        """Give the acts that count: to mark sensitive takes the rank besides, whoever wrote it down or changed it."""
        return tuple(one for one in self.acts if one != Act.MARK_SENSITIVE or is_senior(self.rank))

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
