"""The search at the centre: the stations' own query language over everything that an office may see."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from central.errors import Refused
from central.feed import scope_of
from central.rights import Actor
from central.store.bodies import read_body
from central.store.findings import LAST_ROW, first_row
from central.store.spellings import Facets
from central.store.unit import Store
from station_client.clock import IST, Clock
from station_client.domain import fir_number
from station_client.domain.office import Act
from station_client.text.query import parse
from sync.protocol.codes import FOUND_ROWS, Code
from sync.protocol.enquiries import SearchAnswer, SearchAsk
from sync.protocol.records import AlertRecord

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2200, 1, 1)


class Search:
    """Finds alerts for an officer who may look."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Look in ``store``."""
        self._store = store
        self._clock = clock

    def find(self, actor: Actor, ask: SearchAsk) -> SearchAnswer:
        """Give a page of results, newest first. Raises ``Refused``; no words can make it fail."""
        actor.require(Act.VIEW)
        if not 1 <= ask.rows <= FOUND_ROWS:
            raise Refused(Code.NOT_UNDERSTOOD, f"rows are 1 to {FOUND_ROWS}")
        query = parse(ask.words)
        low, high = _span(ask)
        with self._store.read() as unit:
            if not scope_of(actor).alerts:
                raise Refused(Code.NOT_ENTITLED, "this office is told of no alerts")
            found = unit.findings.find(
                query,
                numbers=_numbers(ask.fir),
                facets=Facets(ask.category, ask.district, ask.office),
                low=low,
                high=high,
                rows=ask.rows,
            )
        alerts = tuple(one for one in (read_body(body) for _, body in found) if isinstance(one, AlertRecord))
        going_on = found[-1][0] if len(found) == ask.rows else 0
        return SearchAnswer(alerts=alerts, next=going_on, terms=query.terms[:1000], server_time=self._clock.now())


def _span(ask: SearchAsk) -> tuple[int, int]:
    """Give the rows between which to look."""
    since, until = _day(ask.since, "since"), _day(ask.until, "until")
    low = first_row(datetime.combine(since, time.min, IST)) if since else 0
    high = first_row(datetime.combine(until + timedelta(days=1), time.min, IST)) if until else LAST_ROW
    return low, min(high, ask.before, LAST_ROW) if ask.before else high


def _day(text: str, name: str) -> date | None:
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError as wrong:
        raise Refused(Code.NOT_UNDERSTOOD, f"{name} is a day as 2026-08-01") from wrong
    return None if day is None else min(max(day, FIRST_DAY), LAST_DAY)


def _numbers(text: str) -> tuple[str, ...]:
    if not text.strip():
        return ()
    number = fir_number.parse(text)
    if number is None:
        raise Refused(Code.NOT_UNDERSTOOD, "fir is no FIR number")
    return (number.key,) if number.station else (number.shown,)
