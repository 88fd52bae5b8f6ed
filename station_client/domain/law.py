"""Which law an offence falls under, and where a section of the old code stands in the new one.

The date of occurrence decides, not the date of the report: before 1 July 2024 the Indian Penal
Code, from that day the Bharatiya Nyaya Sanhita, and with it the codes of procedure and of evidence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from station_client.domain.sections import PAIRS

NEW_LAW_FROM = date(2024, 7, 1)
ACTS: Final = ("IPC", "BNS", "CrPC", "BNSS", "IEA", "BSA")

_SECTION: Final = re.compile(r"([0-9]{1,3}[A-Z]{0,2})(?:\(([0-9a-z]+)\))?.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of an act; ``part`` is its sub-section (``1`` of ``103(1)``), empty where the whole is meant."""

    act: str
    number: str
    part: str = ""

    @property
    def shown(self) -> str:
        """Give it as it is written after its act: ``103(1)``."""
        return f"{self.number}({self.part})" if self.part else self.number

    @property
    def whole(self) -> Section:
        """Give the section that this is a part of."""
        return Section(self.act, self.number)


_Found = Mapping[Section, tuple[Section, ...]]


def penal_code(occurred: date) -> str:
    """Name the penal code for an offence of that day: ``IPC`` or ``BNS``."""
    return "BNS" if occurred >= NEW_LAW_FROM else "IPC"


def procedure_code(occurred: date) -> str:
    """Name the code of procedure for an offence of that day: ``CrPC`` or ``BNSS``."""
    return "BNSS" if occurred >= NEW_LAW_FROM else "CrPC"


def section(act: str, text: str) -> Section | None:
    """Read a section as it is written (``366 a``, ``103(1)``); None where it is none, or the act is not known here."""
    name = next((one for one in ACTS if one.casefold() == act.strip().casefold()), None)
    head, bracket, rest = re.sub(r"[\s-]", "", text).partition("(")
    match = _SECTION.fullmatch(head.upper() + bracket + rest.lower())
    return None if name is None or match is None else Section(name, match[1], match[2] or "")


def counterparts(one: Section) -> tuple[Section, ...]:
    """Give where a section stands in the other code; none where the official table has no row for it.

    A whole section stands wherever its parts do; a part of which no row speaks stands where the table puts its whole.
    """
    rows, wholes = _pairs()
    return (rows.get(one) or rows.get(one.whole, ())) if one.part else wholes.get(one, ())


def known(number: str) -> tuple[Section, ...]:
    """Give the sections of this number (``366A``) in every act that has one in the official table."""
    return tuple(one for act in ACTS if (one := Section(act, number)) in _pairs()[1])


@cache
def _pairs() -> tuple[_Found, _Found]:
    """Read the table once, from either end: by its rows as they are, and by whole sections."""
    rows: defaultdict[Section, dict[Section, None]] = defaultdict(dict)
    wholes: defaultdict[Section, dict[Section, None]] = defaultdict(dict)
    for (old_act, new_act), pairs in PAIRS.items():
        for pair in pairs.split():
            written, others = pair.split("=")
            for other in others.split(","):
                old, new = section(old_act, written), section(new_act, other)
                if old is not None and new is not None:
                    for one, far in ((old, new), (new, old)):
                        rows[one][far] = None
                        wholes[one.whole][far] = None
    return {one: tuple(far) for one, far in rows.items()}, {one: tuple(far) for one, far in wholes.items()}
