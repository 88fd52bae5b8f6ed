"""What is remembered of an officer, their tokens and the clock comes back as it was, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from station_client.domain.alert import Category
from station_client.domain.ids import Login, OfficeCode
from station_client.domain.office import Act, Office, OfficeKind, Officer, Rights
from station_client.ports import Tokens
from station_client.services.desk_notes import DeskTokens, keep_officer, keep_skew, kept_officer, kept_skew

OFFICER = Officer(
    Login("ASharma"),
    "अनिल शर्मा",
    "Sub-Inspector",
    Office(OfficeCode("31682034"), OfficeKind.PRISON, "RAMPUR", "150", "09", "a@up.gov.in", "+919999999999"),
    Rights(frozenset({Act.UPLOAD, Act.VIEW}), frozenset(Category)),
    "HARDOI",
    "UTTAR PRADESH",
)


class Shelf(dict[str, str]):
    """The desk's settings in memory."""

    def put(self, name: str, value: str) -> None:
        """Keep the text."""
        self[name] = value


def test_an_officer_comes_back_whole() -> None:
    """Name, office and rights are as the centre said them; the log-in's case does not matter."""
    shelf = Shelf()
    keep_officer(shelf, OFFICER)
    assert kept_officer(shelf, Login("asharma")) == OFFICER


def test_tokens_come_back_and_belong_to_one_officer() -> None:
    """An officer never speaks with another's tokens."""
    shelf, until = Shelf(), datetime(2026, 11, 22, tzinfo=UTC)
    tokens = Tokens("a", until, "r", until)
    DeskTokens(shelf, Login("asharma")).write(tokens)
    assert DeskTokens(shelf, Login("asharma")).read() == tokens
    assert DeskTokens(shelf, Login("rkverma")).read() is None


@pytest.mark.parametrize("note", ["", "{", "[]", "null", "{}", '{"login": 1, "office": {}}', '{"access": "a"}'])
def test_a_note_that_cannot_be_read_counts_as_none(note: str) -> None:
    """Another version's note sends the officer to the centre; it does not stop the program."""
    shelf = Shelf({"officer/x": note, "tokens/x": note})
    assert kept_officer(shelf, Login("x")) is None
    assert DeskTokens(shelf, Login("x")).read() is None


def test_the_measured_clock_comes_back() -> None:
    """The skew last measured stays with the PC."""
    shelf = Shelf()
    assert kept_skew(shelf) == 0.0
    keep_skew(shelf, -12.75)
    assert kept_skew(shelf) == -12.75
    shelf["skew"] = "soon"
    assert kept_skew(shelf) == 0.0
