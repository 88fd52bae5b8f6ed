"""Where lines stand on pages: every line once, in order, none below the foot."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.printing.paginate import Measured, paginate

ROOM = 100.0

rows = st.lists(
    st.builds(
        Measured,
        lines=st.lists(st.floats(1, 30), min_size=1, max_size=40).map(tuple),
        before=st.floats(0, 10),
        padding=st.sampled_from([0.0, 2.5]),
        keep=st.booleans(),
    ),
    max_size=20,
)


@given(rows)
def test_every_line_is_printed_once_and_in_order(measured: list[Measured]) -> None:
    """Nothing is lost or printed twice, whatever the lengths."""
    wanted = [(at, line) for at, row in enumerate(measured) for line in range(len(row.lines))]
    placed = [
        (one.row, line) for page in paginate(measured, ROOM) for one in page for line in range(one.first, one.last)
    ]
    assert placed == wanted


@given(rows)
def test_nothing_stands_below_the_foot(measured: list[Measured]) -> None:
    """Each placed stretch ends above the foot of its page, and begins below the one before."""
    for page in paginate(measured, ROOM):
        y = 0.0
        for one in page:
            assert one.y >= y
            y = one.y + one.height
        assert y <= ROOM + 1e-6


def test_a_table_that_goes_on_repeats_its_heading() -> None:
    """The second page of a table begins with the heading of the first."""
    heading = Measured((10.0,), heading=True, keep=True, table=1)
    pages = paginate([heading, *(Measured((10.0,), table=1) for _ in range(15))], ROOM)
    assert len(pages) == 2
    assert pages[1][0].repeated
    assert pages[1][0].row == 0


def test_a_heading_is_never_left_alone() -> None:
    """A row that is kept with its next goes to the next page with it."""
    full, label, text = Measured((85.0,)), Measured((10.0,), keep=True), Measured((10.0, 10.0))
    pages = paginate([full, label, text], ROOM)
    assert [one.row for one in pages[1]] == [1, 2]


def test_a_long_text_is_broken_between_lines() -> None:
    """A text longer than the rest of the page fills it and goes on."""
    pages = paginate([Measured((10.0,) * 25)], ROOM)
    assert [(page[0].first, page[0].last) for page in pages] == [(0, 10), (10, 20), (20, 25)]
