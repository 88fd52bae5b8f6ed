"""What was hidden from the author of a correction is put back where it is clear which belongs where."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from central.amending import CHANGES_KEPT, amended, carried_over
from station_client.domain.alert import Life
from sync.protocol.records import AlertRecord

KEPT = "Kamla Vati d/o Ram Lal of Rampur was followed by a white car, number UP30AB1234."
KNOWN = frozenset({"Kamla Vati", "Ram Lal"})


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        (
            "••• d/o ••• of Rampur was followed by a black car.",
            "Kamla Vati d/o Ram Lal of Rampur was followed by a black car.",
        ),
        ("Miss ••• d/o •••, resident of Rampur.", "Miss Kamla Vati d/o Ram Lal, resident of Rampur."),
        ("Nothing is hidden in this sentence.", "Nothing is hidden in this sentence."),
        ("••• of Rampur was followed.", None),
        ("The father ••• of Rampur, his daughter •••.", None),
        ("••• d/o ••• of Rampur, says •••.", None),
    ],
)
def test_two_names_come_back_only_where_they_stood(said: str, stands: str | None) -> None:
    """As many marks as before, in their order, each beside a word of before; anything else is not clear."""
    assert carried_over(said, KEPT, KNOWN) == stands


def test_one_name_comes_back_wherever_its_author_left_a_mark() -> None:
    """Nothing else can be meant, whichever letters it is written in."""
    kept = "KAMLA VATI left home. Who sees Kamla  Vati calls the station."
    known = frozenset({"Kamla Vati"})
    assert carried_over("Look for •••!", kept, known) == "Look for KAMLA VATI!"
    assert carried_over("••• left home. Who sees ••• calls.", kept, known) == (
        "KAMLA VATI left home. Who sees Kamla  Vati calls."
    )


def test_marks_that_hide_nothing_stay_as_they_are() -> None:
    """An alert that was written with dots is corrected with dots."""
    assert carried_over("Number ••• was seen.", "Number ••• was seen twice.", KNOWN) == "Number ••• was seen."
    assert carried_over("Number ••• was seen.", "A number was seen.", frozenset()) == "Number ••• was seen."


def test_a_mark_of_the_author_s_own_beside_a_hidden_name_keeps_its_place() -> None:
    """What was dots in the centre's own text becomes dots again."""
    kept = "Car ••• took Kamla Vati away."
    assert carried_over("Red car ••• took ••• away.", kept, KNOWN) == "Red car ••• took Kamla Vati away."


def test_an_alert_keeps_the_newest_fifty_of_its_changes() -> None:
    """A record of the feed stays small, however often an office says an alert anew; its version counts every change."""
    noon = datetime(2026, 11, 29, 12, tzinfo=UTC)
    places = ("office_code", "office_name", "district_code", "district_name", "state_code")
    words: dict[str, Any] = dict.fromkeys(places, "") | {
        "uid": "1",
        "record_number": "1",
        "category": "wanted",
        "life": "active",
        "author": "a",
    }
    first = AlertRecord(sequence=1, version=1, description="0", issued_at=noon, received_at=noon, **words)
    now = first
    for number in range(1, CHANGES_KEPT + 2):
        at = noon + timedelta(minutes=number)
        said = AlertRecord(
            sequence=1, version=1, description=str(number), issued_at=noon, received_at=at, **words | {"author": "b"}
        )
        now = amended(now, said, Life.LOCATED if number == CHANGES_KEPT + 1 else "")
    assert CHANGES_KEPT == 50, "docs/wire.md says so"
    assert [one.at for one in now.changes] == [noon + timedelta(minutes=number) for number in range(2, 52)]
    assert [one.life for one in now.changes[-2:]] == [Life.CORRECTED, Life.LOCATED]
    assert (now.version, now.life, now.description, now.author) == (52, Life.LOCATED, "50\n\n51", "a")
