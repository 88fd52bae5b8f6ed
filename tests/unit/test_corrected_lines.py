"""What a page that is read again makes of the lines that were held: pure, over any lists."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from station_client.domain.alert import Attention, Category
from station_client.events import Bus
from station_client.services.views import AlertLine
from tests.support.stored_alerts import FakeAlerts, alert
from ui.models.rereading import corrected

ROWS = st.sets(st.integers(1, 60), max_size=40)
ONE = FakeAlerts(Bus())
ONE.put(alert(1))
(LINE,) = ONE.page(Category.HIGH_ALERT)


def lines(rows: set[int], attention: Attention) -> tuple[AlertLine, ...]:
    """Give lines of these rows, newest first."""
    return tuple(replace(LINE, row=row, attention=attention) for row in sorted(rows, reverse=True))


@given(held=ROWS, now=ROWS, size=st.integers(1, 9), newest=st.integers(1, 60))
def test_read_from_the_newest_down_every_line_is_as_it_is_now(
    held: set[int], now: set[int], size: int, newest: int
) -> None:
    """Changed, withdrawn and come between: all is as now down to the last line that was held; the newest stay."""
    before, truth = lines(held, Attention.NEW), lines(now, Attention.SEEN)
    last = before[-1].row if before else 0
    found, below = before, newest
    while True:
        page = tuple(line for line in truth if line.row < below)[:size]
        found = corrected(found, page, below=below, newest=newest)
        if not page or page[-1].row <= last:
            break
        below = page[-1].row
    above = tuple(line for line in before if line.row >= newest)
    expected = tuple(line for line in truth if last <= line.row < newest) if before else ()
    assert found == (*above, *expected)


@given(held=ROWS, now=ROWS, size=st.integers(1, 9), below=st.integers(1, 60), newest=st.integers(1, 60))
def test_a_page_touches_nothing_but_its_own_rows(
    held: set[int], now: set[int], size: int, below: int, newest: int
) -> None:
    """What is newer than the page, or was read later than it, stays; the order is kept; nothing is added at the end."""
    before = lines(held, Attention.NEW)
    page = tuple(line for line in lines(now, Attention.SEEN) if line.row < below)[:size]
    found = corrected(before, page, below=below, newest=newest)
    rows = [line.row for line in found]
    assert rows == sorted(set(rows), reverse=True)
    assert [one for one in found if one.row >= newest] == [one for one in before if one.row >= newest]
    assert not before or all(row >= before[-1].row for row in rows)
