"""Where alerts stand in their life by the clock: the end of one may be over before any line has told it.

The index of words holds the life that the feed told; what is over since is found by the index ``alerts_ending``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, NamedTuple

from sqlalchemy import Connection, TextClause, text

from station_client.domain.alert import Life
from station_client.store.replica.match import Facets

_END: Final = "rtrim(json_extract(CAST(body AS TEXT), '$.expires_at'), 'Z')"  # the index's own words
# by its index: else the planner reads the whole copy through for a few rows
_WHERE: Final = f"WHERE life IN ('active', 'corrected') AND {_END} IS NOT NULL AND {_END} <= :now"
_OVER: Final = f"SELECT row FROM alerts INDEXED BY alerts_ending {_WHERE}"  # noqa: S608 our own names
_ANY: Final = text(f"SELECT EXISTS ({_OVER})")
_STANDING: Final = frozenset({Life.ACTIVE.value, Life.CORRECTED.value})


class Share(NamedTuple):
    """One part of what is asked for: what narrows it in the index of words, there and without words of which rows.

    ``also`` is a condition in SQL (``+``: the words are walked once, not looked up row by row), ``source`` what has the
    rows where no word is asked for.
    """

    facets: Facets
    also: str = ""
    source: str = "alerts"

    def put(self, asked: str) -> TextClause:
        """Put what narrows it into our own question, where that leaves room for it."""
        return text(asked.format(also=self.also, source=self.source))


def shares(connection: Connection, facets: Facets, now: str) -> tuple[Share, ...]:
    """Part a search by lives into what the feed told so, less what is over since, and what is over by the clock."""
    if not facets.lives or not connection.execute(_ANY, {"now": now}).scalar():
        return (Share(facets),)
    told = Share(facets, f" AND +rowid NOT IN ({_OVER})" if _STANDING & set(facets.lives) else "")
    if Life.EXPIRED.value not in facets.lives:
        return (told,)
    return told, Share(replace(facets, lives=()), f" AND +rowid IN ({_OVER})", f"({_OVER})")


def written(now: datetime) -> str:
    """Write a moment so that it stands in order with the ends: UTC, as those are without their ``Z``."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
