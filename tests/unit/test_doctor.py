"""The way to the centre, tried while something else of the program lets go of the line."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

import pytest

from station_client.clock import SystemClock
from station_client.errors import LineCutError
from sync.doctor import Doctor
from sync.protocol.codes import PROTOCOL
from sync.protocol.messages import Health


class CutLine:
    """A line whose first questions are cut."""

    def __init__(self, cuts: int) -> None:
        """Cut so many."""
        self.cuts = cuts

    def health(self) -> Health:
        """Answer, or be cut."""
        self.cuts -= 1
        if self.cuts >= 0:
            raise LineCutError("closed")
        return Health(centre="State", protocol=PROTOCOL, oldest_protocol=PROTOCOL, server_time=datetime.now(UTC))


def test_a_question_that_is_cut_once_is_asked_again() -> None:
    """A withdrawal closes the stores, and with them every question under way; it is not the line that is at fault."""
    doctor = Doctor(cast("Any", CutLine(1)), SystemClock())
    doctor.prove()
    assert doctor.greet() == "State"


def test_a_line_that_is_cut_twice_is_said_to_be_cut() -> None:
    """Then it is the line."""
    doctor = Doctor(cast("Any", CutLine(2)), SystemClock())
    doctor.prove()
    with pytest.raises(LineCutError):
        doctor.greet()
