"""Row ids that are dates: newest first is highest first, and a span of days is a span of ids.

``(minutes since 2000-01-01 UTC) << 10 | (crc32(uid) & 1023)``, one higher while it is taken. The low bits are
hashed because the index of words slows down when they are all zero. The id is local; ``uid`` is the identity.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from typing import Final

BITS: Final = 10
MASK: Final = (1 << BITS) - 1
LAST_ROW: Final = (1 << 62) - 1
"""Beyond every row that is given."""

_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
_MOST_MINUTES: Final = (1 << 40) - 1
_CALENDAR_END: Final = datetime(9999, 12, 31, tzinfo=UTC)
_CALENDAR_MINUTES: Final = int((_CALENDAR_END - _EPOCH).total_seconds() // 60)


def first_row(moment: datetime) -> int:
    """Give the lowest row id that ``moment``'s minute can have."""
    minutes = int((moment - _EPOCH).total_seconds() // 60)
    return min(max(minutes, 0), _MOST_MINUTES) << BITS


def moment_of(row: int) -> datetime:
    """Give the minute that a row id stands for; the calendar's end for one beyond it."""
    minutes = row >> BITS
    return _EPOCH + timedelta(minutes=minutes) if minutes < _CALENDAR_MINUTES else _CALENDAR_END


def wanted_row(moment: datetime, uid: str) -> int:
    """Give the row id a record would like to have."""
    return first_row(moment) | (zlib.crc32(uid.encode()) & MASK)


def give_rows(wanted: Iterable[tuple[str, int]], next_free: Callable[[int], int]) -> dict[str, int]:
    """Give each uid a row of its own, in the order of what they want; ``next_free`` knows what is taken already.

    Going upwards, everything between what one wants and the last row that was given is taken: nothing is tried twice.
    """
    given: dict[str, int] = {}
    last = -1
    for uid, row in sorted(wanted, key=itemgetter(1)):
        given[uid] = last = next_free(max(row, last + 1))
    return given
