"""Records of a file on their way into the feed, a page at a time: what is new by a few statements, the rest one by one.

Of an older register nearly all is new. One by one a record costs some twenty statements, which is days for a State.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from central.errors import IntakeError
from central.intake.sheets import put_changed
from central.store.arrivals import as_told
from central.store.bodies import identity, readable_body
from central.store.findings import Texts
from central.store.naming import named_by
from central.store.unit import Unit
from sync.protocol.codec import NotUnderstoodError
from sync.protocol.records import AlertRecord, FirRecord

PAGE = 500

Entry = AlertRecord | FirRecord
Page = list[tuple[int, Entry]]


def pages(entries: Iterable[tuple[int, Entry]], most: int = PAGE) -> Iterator[Page]:
    """Part records, each with its line, so that no page names one twice: the later of two is then a change."""
    page: Page = []
    here: set[tuple[str, str]] = set()
    for line, record in entries:
        kind, key, _ = identity(record)
        if page and (len(page) == most or (kind, key) in here):
            yield page
            page, here = [], set()
        page.append((line, record))
        here.add((kind, key))
    if page:
        yield page


def put_page(unit: Unit, page: Page) -> int:
    """Keep the records of a page; tell how many are new or changed. Raises ``IntakeError`` for a line."""
    records = [record for _, record in page]
    alerts = _new_alerts(unit, [one for one in records if isinstance(one, AlertRecord)])
    firs = _new_firs(unit, [one for one in records if isinstance(one, FirRecord)])
    try:
        unit.arrivals.put_firs(firs)
        hidden = unit.arrivals.hidden(frozenset().union(*map(named_by, alerts)))
        unit.arrivals.put([(one, as_told(one, hidden)) for one in alerts], Texts())
    except NotUnderstoodError as wrong:
        raise IntakeError(_unreadable(page), str(wrong)) from wrong
    new = {one.uid for one in alerts} | {one.key for one in firs}
    rest = [(line, *identity(one)[:2], one) for line, one in page if identity(one)[1] not in new]
    return len(new) + sum(put_changed(unit, *one) for one in rest)


def _new_alerts(unit: Unit, alerts: Sequence[AlertRecord]) -> list[AlertRecord]:
    known = unit.arrivals.known([one.uid for one in alerts]) if alerts else frozenset()
    return [one for one in alerts if one.uid not in known]


def _new_firs(unit: Unit, firs: Sequence[FirRecord]) -> list[FirRecord]:
    """Give the FIRs that are new and touch nothing else; one that protects a victim is looked at by itself."""
    open_ones = [one for one in firs if not one.victim_protected]
    met = unit.arrivals.met([one.key for one in open_ones]) if open_ones else frozenset()
    return [one for one in open_ones if one.key not in met]


def _unreadable(page: Page) -> int:
    """Give the line of the first record that no station could read."""
    for line, record in page:
        try:
            readable_body(record)
        except NotUnderstoodError:
            return line
    return page[-1][0]
