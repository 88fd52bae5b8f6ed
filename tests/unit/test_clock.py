"""What is said of a clock."""

from __future__ import annotations

import pytest

from station_client.clock import shown_skew


@pytest.mark.parametrize(
    ("seconds", "shown"), [(-0.04, "+0.0"), (0.0, "+0.0"), (0.06, "+0.1"), (-0.06, "-0.1"), (-1200.44, "-1200.4")]
)
def test_a_clock_that_is_right_is_not_behind(seconds: float, shown: str) -> None:
    """Minus nothing would make an officer look for a fault."""
    assert shown_skew(seconds) == shown
