"""A search by words: how many alerts meet it, up to a cap, and a page of them, newest first.

Words that are marked (``marks``) are not walked where the marks hold: of a stretch in which they do not all meet
nothing is asked. Where nothing else narrows the search the marks are the answer; else the index is asked of what they
leave.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from sqlalchemy import Connection, text

from station_client.store.replica import marks
from station_client.store.replica.alerts import stored
from station_client.store.replica.changes import StoredAlert
from station_client.store.replica.endings import Share
from station_client.store.replica.marks import Stretch
from station_client.store.replica.match import Wanted

MOST_COUNTED: Final = 10_000
MOST_LEGS: Final = 8
"""Pieces of the copy that the index is asked of one by one; where there are more it is asked of the whole."""
MOST_NARROWED: Final = 3
"""The same where something else is asked for, too, of which each piece may cost as much as the whole."""
MOST_LISTED: Final = 15_000
"""Rows of such a piece that one thing may be found in: two stretches of them. More are as dear as the whole."""

_NEWEST: Final = (
    "SELECT alerts.row, alerts.body FROM (SELECT rowid AS found FROM words WHERE words MATCH :match"
    " AND rowid >= :low AND rowid < :high{also} ORDER BY rowid DESC LIMIT :limit)"
    " JOIN alerts ON alerts.row = found ORDER BY found DESC"
)
_BY_ROWS: Final = text(
    "SELECT row, body FROM alerts WHERE row IN (SELECT value FROM json_each(:rows)) ORDER BY row DESC LIMIT :limit"
)
_KEPT: Final = "SELECT row FROM alerts WHERE row IN (SELECT value FROM json_each(:rows)){also} ORDER BY row"
_EVERY_ONE: Final = (
    "SELECT count(*), group_concat(rowid) FROM (SELECT rowid FROM words WHERE words MATCH :match"
    " AND rowid >= :low AND rowid < :high{also} LIMIT :limit)"
)

Given = dict[str, int | str]
Found = tuple[tuple[StoredAlert, ...], int]
"""A page of alerts, and how many there are in all (counted up to one more than the cap)."""


class Leg(NamedTuple):
    """Rows from ``low`` to before ``high`` in which everything may meet; ``bits`` say where, if marks alone tell."""

    low: int
    high: int
    stretch: Stretch | None = None
    bits: int = 0


def look(connection: Connection, wanted: Wanted, share: Share, span: Given, page: Given) -> Found:
    """Count what meets within ``span``, and give the newest within ``page``, which ends no later."""
    legs = _legs(connection, wanted, share, int(span["low"]), int(span["high"]))
    found = _by_legs(connection, wanted, share, legs, page) if legs is not None else None
    return _walked(connection, share, span, page) if found is None else found


def _walked(connection: Connection, share: Share, span: Given, page: Given) -> Found:
    """Count, and take the page from what was counted: words that hardly meet are walked once, in the quicker order."""
    count, listed = _every_one(connection, share, span)
    if count > MOST_COUNTED:  # they meet often: the newest are found at once
        return stored(connection.execute(share.put(_NEWEST), page)), count
    return _of_rows(connection, [row for row in listed if row < int(page["high"])], page), count


def _every_one(connection: Connection, share: Share, span: Given) -> tuple[int, list[int]]:
    count, listed = connection.execute(share.put(_EVERY_ONE), span).one()
    return count, sorted(map(int, listed.split(","))) if listed else []


def _of_rows(connection: Connection, rows: list[int], page: Given) -> tuple[StoredAlert, ...]:
    """Give the newest of these rows, which are in order, as many as the page holds."""
    if not rows:
        return ()
    newest = json.dumps(rows[-int(page["limit"]) :])
    return stored(connection.execute(_BY_ROWS, {"rows": newest, "limit": page["limit"]}))


def _legs(connection: Connection, wanted: Wanted, share: Share, low: int, high: int) -> Iterable[Leg] | None:
    """Cut the span into what is left to look at, the newest first; None where the marks are of no help."""
    if len(wanted.words) <= 1:
        return None
    units = marks.units(connection, wanted.words)
    among = marks.stretches(connection, low, high) if len(units) > 1 else []
    if not among:
        return None
    cut = _cut(connection, list(units.values()), among, low, high)
    if len(units) == len(set(wanted.words)) and not (wanted.facets or wanted.unwanted or share.also):
        return cut if _gaps(among, low, high) <= MOST_LEGS else None
    asked = [Leg(one.low, one.high) for one in islice(cut, MOST_NARROWED + 1)]
    return asked if len(asked) <= MOST_NARROWED else None


def _gaps(among: list[Stretch], low: int, high: int) -> int:
    edges = [high, *(edge for one in among for edge in (one.high, one.low)), low]
    return sum(above != below for above, below in zip(edges[::2], edges[1::2], strict=True))


def _cut(
    connection: Connection, units: list[tuple[int, ...]], among: list[Stretch], low: int, high: int
) -> Iterator[Leg]:
    """Give the pieces between the stretches, and the stretches in which everything that is marked meets."""
    for stretch, bits in marks.met(connection, units, among):
        if stretch.high < high:
            yield Leg(stretch.high, high)
        if bits:
            yield Leg(stretch.low, stretch.high, stretch, bits)
        high = stretch.low
    if low < high:
        yield Leg(low, high)


def _by_legs(connection: Connection, wanted: Wanted, share: Share, legs: Iterable[Leg], page: Given) -> Found | None:
    """Go from leg to leg; None where one is so long that the whole is to be walked."""
    rows: list[int] = []
    count, limit, before = 0, int(page["limit"]), int(page["high"])
    for leg in legs:
        here: list[int] = []
        if leg.stretch is None:
            asked = _in_leg(connection, wanted, share, leg, page)
            if asked is None:
                return None
            here, count = asked, count + len(asked)
        else:
            count += leg.bits.bit_count()
            if len(rows) < limit and leg.low < before:
                here = marks.rows_at(connection, leg.stretch, leg.bits, before=before, most=limit - len(rows))
        if len(rows) < limit:
            rows = [row for row in here if row < before][len(rows) - limit :] + rows
        elif count > MOST_COUNTED:
            break
    return _of_rows(connection, rows, page), count


def _in_leg(connection: Connection, wanted: Wanted, share: Share, leg: Leg, page: Given) -> list[int] | None:
    """Give the rows of a leg that meet everything; None where it is long.

    One thing is asked after the other: of several together the index walks on to its end, whatever the leg's.
    """
    rows: set[int] = set()
    for number, asked in enumerate((*wanted.words, *wanted.facets, *wanted.unwanted)):
        span: Given = {"match": asked, "low": leg.low, "high": leg.high, "limit": MOST_LISTED + 1}
        _, listed = _every_one(connection, Share(share.facets), span)
        if len(listed) > MOST_LISTED:
            return None
        if not number:
            rows.update(listed)
        elif number < len(wanted.words) + len(wanted.facets):
            rows.intersection_update(listed)
        else:
            rows.difference_update(listed)
        if not rows:
            return []
    if not share.also:
        return sorted(rows)
    kept = {"rows": json.dumps(sorted(rows)), "now": page["now"]}
    return list(connection.execute(share.put(_KEPT), kept).scalars())
