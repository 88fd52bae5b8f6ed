"""The desk's copies by name: numbered, because a clock may be set back, and dated, so that a person knows their age.

``desk-000042-20261121T142233Z.db``. What was kept before a change of form (``desk-0001.db``) comes last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

NEWEST: Final = 2
HOURS: Final = 6
DAYS: Final = 7

_NAME: Final = re.compile(r"desk-(\d{6,})-(\d{8}T\d{6}Z)\.db")
_MOMENT: Final = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of the desk: its number grows with each, ``taken_at`` is UTC by this PC's clock."""

    path: Path
    number: int
    taken_at: datetime


def listed(folder: Path) -> tuple[Copy, ...]:
    """List the second copies, newest first."""
    found = [(one, _NAME.fullmatch(one.name)) for one in folder.glob("desk-*.db")]
    made = (Copy(one, int(name[1]), _moment(name[2])) for one, name in found if name)
    return tuple(sorted(made, key=lambda one: one.number, reverse=True))


def of_older_forms(folder: Path) -> tuple[Copy, ...]:
    """List what was kept before changes of form, newest first."""
    found = [one for one in folder.glob("desk-*.db") if re.fullmatch(r"desk-\d{4}\.db", one.name)]
    return tuple(Copy(one, 0, datetime.fromtimestamp(one.stat().st_mtime, UTC)) for one in sorted(found, reverse=True))


def next_path(folder: Path, now: datetime) -> Path:
    """Name the copy that is made next."""
    newest = next(iter(listed(folder)), None)
    number = newest.number + 1 if newest else 1
    return folder / f"desk-{number:06d}-{now.astimezone(UTC).strftime(_MOMENT)}.db"


def outlived(copies: Sequence[Copy]) -> tuple[Copy, ...]:
    """Name the copies that may go: all but the two newest, the last of each of six hours and of each of seven days."""
    kept = {one.number for one in copies[:NEWEST]}
    for form, most in (("%Y%m%d%H", HOURS), ("%Y%m%d", DAYS)):
        last: dict[str, int] = {}
        for one in copies:
            last.setdefault(one.taken_at.strftime(form), one.number)
        kept |= set(list(last.values())[:most])
    return tuple(one for one in copies if one.number not in kept)


def _moment(text: str) -> datetime:
    try:
        return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)
    except ValueError:  # nobody's name but a person's: it counts, as a very old one
        return datetime.min.replace(tzinfo=UTC)
