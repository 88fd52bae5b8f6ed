"""The law follows the day of the offence; old and new sections find one another."""

from __future__ import annotations

from datetime import date

import pytest

from station_client.domain.law import counterpart, penal_code, procedure_code


@pytest.mark.parametrize(
    ("day", "penal", "procedure"),
    [(date(2024, 6, 30), "IPC", "CrPC"), (date(2024, 7, 1), "BNS", "BNSS")],
)
def test_the_day_of_the_offence_decides(day: date, penal: str, procedure: str) -> None:
    """The new codes hold from 1 July 2024."""
    assert (penal_code(day), procedure_code(day)) == (penal, procedure)


@pytest.mark.parametrize(
    ("old", "new"),
    [("366A", "96"), ("366B", "141"), ("370", "143"), ("370A", "144"), ("372", "98"), ("373", "99")],
)
def test_sections_on_trafficking_are_paired(old: str, new: str) -> None:
    """Each pair is found from both ends, however it is spaced."""
    assert counterpart("ipc", f" {old.lower()} ") == ("BNS", new)
    assert counterpart("BNS", new) == ("IPC", old)


def test_what_is_not_known_is_not_invented() -> None:
    """A section outside the pairs has no counterpart here."""
    assert counterpart("IPC", "302") is None
    assert counterpart("NDPS", "370") is None
