"""How large what the wire carries may be: each field's limits, so that nothing absurd gets past its reading.

Limits are wider than the field's own rules (those are judged with a reason of their own) and far narrower than
what harms a clock, a database or a screen. ``codec.decode`` holds them, and the years of every moment besides.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final

from msgspec import Meta

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2200
MOST_SKEW: Final = 1e10
MOST_FILES: Final = 100
MOST_CHANGES: Final = 100
MOST_EVENTS: Final = 500

_MOST: Final = 2**63 - 1
_MOST_SECONDS: Final = 2**31 - 1

Moment = Annotated[datetime, Meta(tz=True)]
Whole = Annotated[int, Meta(ge=0, le=_MOST)]
"""A sequence, a cursor, a size, a version: what a database's whole number holds."""
Seconds = Annotated[int, Meta(ge=0, le=_MOST_SECONDS)]
Skew = Annotated[float, Meta(ge=-MOST_SKEW, le=MOST_SKEW)]

Word = Annotated[str, Meta(max_length=200)]
"""A code, a key, a hash, a login, a number as people write it."""
Name = Annotated[str, Meta(max_length=1000)]
Secret = Annotated[str, Meta(max_length=8192)]
Text = Annotated[str, Meta(max_length=100_000)]
Words = Annotated[tuple[Word, ...], Meta(max_length=1000)]
