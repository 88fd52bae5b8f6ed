"""Where the words that were looked for stand in what is shown."""

from __future__ import annotations

import pytest

from station_client.text.highlight import find
from station_client.text.query import parse


@pytest.mark.parametrize(
    ("line", "text", "shown"),
    [
        ("motorcycles", "A black Motorcycle and two motorcycles.", ["Motorcycle", "motorcycles"]),
        ("mohd", "मोहम्मद आरिफ़ / Mohammed Arif", ["मोहम्मद", "Mohammed"]),
        ("जमीन", "ज़मीन का झगड़ा", ["ज़मीन"]),
        ("2026", "FIR 0123/२०२६", ["२०२६"]),
        ("", "anything", []),
        ("gold", "nothing here", []),
        ('"river bank"', "the River's bank", ["River", "bank"]),
    ],
)
def test_what_met_is_marked_in_the_text_as_it_is(line: str, text: str, shown: list[str]) -> None:
    """Spans are of the shown text, whatever spelling it has."""
    assert [text[start:end] for start, end in find(text, parse(line).terms)] == shown
