"""Finding alerts: by number, by words in any script, by category, dates and place; newest first."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from itertools import chain
from typing import Final, NamedTuple

from sqlalchemy import Connection, text

from station_client.domain.alert import Category
from station_client.store.database import Database
from station_client.store.replica import by_words
from station_client.store.replica.alerts import stored
from station_client.store.replica.by_words import MOST_COUNTED, Found, Given
from station_client.store.replica.changes import SearchRows, StoredAlert
from station_client.store.replica.endings import Share, shares, written
from station_client.store.replica.match import Facets, Wanted, wanted
from station_client.store.replica.rows import LAST_ROW, first_row
from station_client.store.replica.vocabulary import likely
from station_client.text import index
from station_client.text.query import Query, parse

FIRST_PAGES, MOST_PAGES, LEAST_PAGES = 64, 500, 1
STEP_SECONDS: Final = 0.08  # a step is to hold the write lock so long; the next is made larger or smaller

_CHANGES: Final = text("SELECT total_changes()")
_ORDER_ALONE: Final = 1  # what the order to merge counts for where nothing is merged
_BY_DATE: Final = (
    "SELECT alerts.row, alerts.body FROM (SELECT row AS found FROM {source}"
    " WHERE row >= :low AND row < :high ORDER BY row DESC LIMIT :limit)"
    " JOIN alerts ON alerts.row = found ORDER BY found DESC"
)
_TOLD: Final = text("CREATE VIRTUAL TABLE IF NOT EXISTS temp.told USING fts5vocab('main', 'words', 'row')")
_STATUSES: Final = text("SELECT term FROM temp.told WHERE term >= :first AND term < :last")
_SPELT: Final = text(
    "SELECT json_extract(CAST(firs.body AS TEXT), '$.status') FROM"
    " (SELECT rowid AS found FROM words WHERE words MATCH :match ORDER BY rowid DESC LIMIT 1)"
    " JOIN alerts ON alerts.row = found"
    " JOIN firs ON firs.key = json_extract(CAST(alerts.body AS TEXT), '$.fir_key')"
)
_COUNT_DATES: Final = "SELECT count(*) FROM (SELECT 1 FROM {source} WHERE row >= :low AND row < :high LIMIT :limit)"


class Page(NamedTuple):
    """Where a page begins, how long it is, and by which moment ends are over."""

    before: int | None
    limit: int
    now: str


class Search:
    """Find alerts in the index of words."""

    def __init__(self, database: Database) -> None:
        """Stand on the replica's file."""
        self._database = database
        self._pages = FIRST_PAGES

    def find(  # noqa: PLR0913 each narrows by one thing and is named by keyword
        self,
        *,
        words: str = "",
        fir_numbers: Sequence[str] = (),
        category: Category | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        district_code: str = "",
        office_code: str = "",
        lives: tuple[str, ...] = (),
        now: datetime | None = None,
        status: str = "",
        typing: bool = False,
        before: int | None = None,
        limit: int = 50,
    ) -> SearchRows:
        """Find alerts that meet everything given, newest first; go on from the last one's row (``before``).

        ``fir_numbers``: any one of them, in any form; ``lives``: any one of them, at the moment ``now`` (as the feed
        told them, where there is none); ``status``: the code of the alert's FIR; ``typing``: the last word may be half
        typed; ``since`` is included, ``until`` is not (UTC, by when the centre received the alert). No text can make
        it fail.
        """
        query = parse(words, typing=typing)
        facets = Facets(category or "", district_code, office_code, lives, status, since, until)
        page = Page(before, limit, written(now) if now is not None else "")
        with self._database.read() as connection:
            rows, count = _whole(connection, query, fir_numbers, facets, page)
        return SearchRows(rows, min(count, MOST_COUNTED), capped=count > MOST_COUNTED, terms=query.terms)

    def likely(self, beginning: str) -> tuple[str, ...]:
        """Give the commonest words that begin so (normalised), for completing what is typed."""
        with self._database.read() as connection:
            return likely(connection, beginning)

    def statuses(self) -> tuple[str, ...]:
        """List the case statuses of the alerts' FIRs, as the centre spells them; the index alone is asked for them."""
        first, last = index.status_span()
        with self._database.read() as connection:
            connection.execute(_TOLD)
            terms = connection.execute(_STATUSES, {"first": first, "last": last}).scalars().all()
            spelt = {connection.execute(_SPELT, {"match": f'tags : "{one}"'}).scalar() for one in terms}
        return tuple(sorted(str(one) for one in spelt if one))

    def tidy(self) -> bool:
        """Merge a little of the index, for moments when nobody waits; tell whether there was anything to merge."""
        begun = time.monotonic()
        with self._database.write() as connection:
            before = connection.execute(_CHANGES).scalar_one()
            connection.execute(text("INSERT INTO words(words, rank) VALUES('merge', :pages)"), {"pages": self._pages})
            merged = int(connection.execute(_CHANGES).scalar_one() - before) > _ORDER_ALONE
        fits = int(self._pages * STEP_SECONDS / max(time.monotonic() - begun, 0.001))
        self._pages = min(max(fits, LEAST_PAGES), 2 * self._pages, MOST_PAGES)
        return merged


def _whole(
    connection: Connection, query: Query, numbers: Sequence[str], facets: Facets, page: Page
) -> tuple[tuple[StoredAlert, ...], int]:
    """Give a page of what every share gives, the newest of all, and how much they are together."""
    lexicon = partial(likely, connection)
    parts = [
        _look(connection, wanted(query, numbers, share.facets, lexicon), share, page)
        for share in shares(connection, facets, page.now)
    ]
    found = sorted(chain.from_iterable(rows for rows, _ in parts), key=lambda one: one.row, reverse=True)
    return tuple(found[: page.limit]), sum(count for _, count in parts)


def _look(connection: Connection, asked: Wanted, share: Share, page: Page) -> Found:
    """Give a page of what meets everything within the dates, and how much does in all (counted up to the cap)."""
    low = first_row(share.facets.since) if share.facets.since is not None else 0
    high = first_row(share.facets.until) if share.facets.until is not None else LAST_ROW
    span: Given = {"low": low, "high": high, "now": page.now, "limit": MOST_COUNTED + 1}
    within: Given = span | {"high": high if page.before is None else min(high, page.before), "limit": page.limit}
    if match := asked.expression:
        return by_words.look(connection, asked, share, span | {"match": match}, within | {"match": match})
    rows = stored(connection.execute(share.put(_BY_DATE), within))
    count = len(rows)
    if page.before is not None or count == page.limit:  # else the first page is all there is
        count = int(connection.execute(share.put(_COUNT_DATES), span).scalar_one())
    return rows, count
