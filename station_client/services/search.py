"""Finding alerts: by FIR number, or by words, category and dates together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final

from station_client.clock import IST, Clock
from station_client.domain import fir_number
from station_client.domain.alert import HEADLINE_LENGTH, life_at
from station_client.domain.ids import OfficeCode
from station_client.domain.reasons import Field, Reason
from station_client.errors import InputError
from station_client.services.alerts import attention_of, lines_of
from station_client.services.asking import Asking
from station_client.services.presence import Presence
from station_client.services.views import AlertLine, Beyond, FoundPlace, SearchPage, SearchQuery
from station_client.store.replica.changes import StoredAlert
from station_client.text import highlight

MOST_DISTRICTS, MOST_OFFICES = 8, 30
EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2999, 12, 31)  # no alert lies beyond either, and the calendar's own ends are not reckoned with


class Search:
    """The search over this PC's copy; it needs no line."""

    def __init__(self, presence: Presence, asking: Asking, clock: Clock) -> None:
        """Read as whoever is signed in."""
        self._presence = presence
        self._asking = asking
        self._clock = clock

    def find(self, query: SearchQuery, before: int | None = None, limit: int = 50) -> SearchPage:
        """Give a page of results, newest first, older than row ``before``.

        Words are forgiven anything; a FIR number that is none and turned dates raise ``InputError``.
        """
        if query.since and query.until and query.since > query.until:
            raise InputError(Field.DATES, Reason.DATES_TURNED)
        stores, now = self._presence.stores(), self._clock.now()
        rows = stores.replica.search.find(
            words=query.words,
            fir_numbers=_spellings(query.fir_number),
            category=query.category,
            since=_day_starts(query.since),
            until=_day_ends(query.until),
            district_code=query.district_code,
            office_code=OfficeCode(query.office_code),
            lives=tuple(one.value for one in query.lives),
            now=now,
            status=query.status,
            typing=query.typing,
            before=before,
            limit=limit,
        )
        lines = lines_of(rows.rows, attention_of(stores.desk, [one.alert.uid for one in rows.rows]), now)
        lines = tuple(map(partial(_around, rows.terms), lines, rows.rows))
        more = lines[-1].row if len(lines) == limit else None
        return SearchPage(lines, rows.count, rows.capped, more, rows.terms)

    def statuses(self) -> tuple[str, ...]:
        """List the case statuses that one can ask for: those of the FIRs of this PC's alerts, in the centre's words."""
        return self._presence.stores().replica.search.statuses()

    def places(self, words: str) -> tuple[FoundPlace, ...]:
        """Give districts, then offices, whose name holds every word as typed; the first few of each."""
        if not words.strip():
            return ()
        directory = self._presence.stores().replica.directory
        districts = directory.find_districts(words, MOST_DISTRICTS)
        offices = directory.find(words, MOST_OFFICES)
        return (
            *(FoundPlace(one.name, within, district_code=one.code) for one, within in districts),
            *(FoundPlace(one.name, within, office_code=one.code) for one, within in offices),
        )

    def ask_centre(self, query: SearchQuery, before: int | None = None, limit: int = 50) -> Beyond:
        """Look at the centre for what the copy may not hold; nothing of it is stored here.

        The centre is asked by everything but the case's status, of which it answers with any.

        Raises ``InputError`` as ``find`` does, ``LineError``, ``RefusalError``, ``AnswerError``.
        """
        if query.since and query.until and query.since > query.until:
            raise InputError(Field.DATES, Reason.DATES_TURNED)
        _spellings(query.fir_number)
        with self._presence.at_work() as opened:
            found, now = self._asking.search(query, before, limit), self._clock.now()
            alerts = tuple(one for one in found.alerts if not query.lives or life_at(one, now) in query.lives)
            rows = tuple(StoredAlert(-at, one) for at, one in enumerate(alerts, 1))
            lines = lines_of(rows, attention_of(opened.stores.desk, [one.uid for one in alerts]), now)
        lines = tuple(map(partial(_around, found.terms), lines, rows))
        page = SearchPage(lines, len(lines), capped=False, next_row=found.next_row, terms=found.terms)
        return Beyond(page, {one.uid: one.description for one in alerts}, found.as_on)


def _around(terms: tuple[str, ...], line: AlertLine, found: StoredAlert) -> AlertLine:
    """Show the words that were looked for, where the alert's first sentence has none of them."""
    if not terms or highlight.find(line.headline, terms):
        return line
    words = highlight.excerpt(found.alert.description, terms, HEADLINE_LENGTH)
    return replace(line, headline=words) if words else line


def _spellings(text: str) -> tuple[str, ...]:
    """Give what the copy may hold for a typed number: its key, or its short form at every station."""
    if not text.strip():
        return ()
    number = fir_number.parse(text)
    if number is None:
        raise InputError(Field.FIR, Reason.FIR_FORM)
    return (number.key,) if number.station else (number.shown,)


def _day_starts(day: date | None) -> datetime | None:
    return datetime.combine(_within(day), time.min, IST) if day else None


def _day_ends(day: date | None) -> datetime | None:
    return datetime.combine(_within(day) + timedelta(days=1), time.min, IST) if day else None


def _within(day: date) -> date:
    return min(max(day, EARLIEST), LATEST)
