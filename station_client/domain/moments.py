"""A date, and perhaps a time, as officers type it: 27/11/2026, 27-11-26 18:30, 27112026 1830 hrs. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time

_WRITTEN = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\D+(\d{1,2})[:.]?(\d{2}))?"
    r"|(\d{2})(\d{2})(\d{4})(?:\D+(\d{2})[:.]?(\d{2}))?"
)
_AFTER = re.compile(r"\s*(?:hrs?|hours|ist|बजे)\.?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day in IST, with the time of day where it is known."""

    day: date
    at: time | None = None

    def before(self, other: Moment) -> bool:
        """Tell whether this is surely before the other; on the same day only where both times are known."""
        if self.day != other.day:
            return self.day < other.day
        return self.at is not None and other.at is not None and self.at < other.at


def read_moment(text: str) -> Moment | None:
    """Read a date with or without a time; None where the text is neither. Two digits of a year are of this century."""
    digits = "".join(
        str(unicodedata.decimal(sign)) if unicodedata.category(sign) == "Nd" else sign
        for sign in unicodedata.normalize("NFKC", text)
    )
    found = _WRITTEN.fullmatch(_AFTER.sub("", digits).strip())
    if found is None:
        return None
    day, month, year, hour, minute = found.groups()[:5] if found[1] else found.groups()[5:]
    try:
        whole = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))  # noqa: PLR2004 two digits
        return Moment(whole, time(int(hour), int(minute)) if hour else None)
    except ValueError:
        return None
