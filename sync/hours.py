"""Which files may travel now, where State IT set hours for them. Pure.

Text never waits, nor does anything of a High Alert: only the files of the other alerts do. The hours are IST.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from station_client.clock import to_ist
from station_client.domain.alert import Category


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours for files, from … to (not included), over midnight too; None is always."""

    span: tuple[time, time] | None = None

    def open_at(self, now: datetime) -> bool:
        """Tell whether files may travel at a moment."""
        if self.span is None:
            return True
        since, until = self.span
        at = to_ist(now).time()
        return since <= at < until if since < until else at >= since or at < until

    def lets(self, category: str, now: datetime) -> bool:
        """Tell whether the files of an alert of this category may travel at a moment."""
        return category == Category.HIGH_ALERT or self.open_at(now)

    def opens_at(self, now: datetime) -> datetime | None:
        """Give the moment from which files may travel again; None where they may now."""
        if self.span is None or self.open_at(now):
            return None
        local = to_ist(now)
        due = datetime.combine(local.date(), self.span[0], local.tzinfo)
        return (due if due > local else due + timedelta(days=1)).astimezone(now.tzinfo)
