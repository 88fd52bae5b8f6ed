"""Offices as they are called."""

from __future__ import annotations

import pytest

from station_client.domain.office import station_of


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("THANA NISATOLA, Hachesaabad", "NISATOLA"),
        ("P.S. Kotwali Nagar, Hardoi", "Kotwali Nagar"),
        ("PS Sandila", "Sandila"),
        ("थाना रामपुर, हरदोई", "रामपुर"),
        ("MAHILA THANA, Hardoi", "MAHILA THANA"),
        ("Thana, Thane", "Thana"),
        ("Psychiatric Ward", "Psychiatric Ward"),
        ("", ""),
    ],
)
def test_a_station_s_own_name_is_what_is_left_of_a_place(place: str, named: str) -> None:
    """The word for a station goes only where a name follows it."""
    assert station_of(place) == (place.partition(",")[0], named)
