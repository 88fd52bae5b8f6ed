"""The words for errors and reasons: filled in, finished, and without a word an officer would not know."""

from __future__ import annotations

import re

import pytest

from resources import path
from station_client.domain.alert import Attention, Category, Life
from station_client.domain.attachment import Kind, Verdict
from station_client.domain.office import OfficeKind
from station_client.domain.outbox import ItemState
from station_client.domain.reasons import Field
from station_client.errors import (
    AttachmentRefusedError,
    ClockWrongError,
    InputError,
    LockedOutError,
    NotLentError,
    RefusalError,
    SettingsError,
    StationError,
)
from ui import phrases, words

JARGON = re.compile(
    r"\b(connectivity|server|client|database|exception|null|timeout|token|backend|HTTP|TLS|UUID)\b", re.IGNORECASE
)
FILLED = [
    (LockedOutError(30), "wait 30 s"),
    (ClockWrongError(-700.0), "wrong by 12 min"),
    (ClockWrongError(4.0), "wrong by 1 min"),
    (SettingsError("centre_url", "must be an https address"), "centre_url (must be an https address)"),
    (AttachmentRefusedError("a.pdf", "empty"), "a.pdf was not attached. The file is empty"),
    (NotLentError("a.docx", "corrupt"), "a.docx is not opened in another program. The file is damaged."),
    (NotLentError("a.docx", "macro"), "carries macros"),
    (InputError("fir", "fir-form"), "not an FIR number"),
    (RefusalError("busy"), "The centre is busy"),
    (RefusalError("from-a-newer-centre"), "The centre did not take it"),
]


@pytest.mark.parametrize(("error", "said"), FILLED, ids=lambda one: getattr(one, "code", None))
def test_a_phrase_is_filled_in(error: StationError, said: str) -> None:
    """Seconds, minutes, names and reasons stand where the braces were."""
    phrase = phrases.english(error)
    assert said in phrase.happened
    assert "{" not in str(phrase)


def test_an_unknown_code_still_says_something() -> None:
    """A newer peer's code is not a crash."""
    assert phrases.of_code("never-heard-of") == phrases.PHRASES["unexpected"]
    assert phrases.reason("never-heard-of") == phrases.reasons.UNKNOWN_REASON


def test_no_jargon() -> None:
    """'Line', not 'connectivity'."""
    said = [
        *(str(phrase) for phrase in phrases.PHRASES.values()),
        *phrases.REASONS.values(),
        *phrases.RECEIVED.values(),
    ]
    assert [one for one in said if JARGON.search(one)] == []


def test_every_word_has_its_shape() -> None:
    """Each state has a word, and its icon exists."""
    shapes = [
        *map(words.category, Category),
        *map(words.life, Life),
        *map(words.attention, Attention),
        *map(words.item_state, ItemState),
        *map(words.kind, Kind),
        *map(words.verdict, Verdict),
        *map(words.judged, Verdict),
        words.kind("something new"),
        words.draft(),
    ]
    assert [one for one in shapes if not path(f"icons/{one.icon}.svg").is_file()] == []
    assert all(words.office_kind(kind).text for kind in OfficeKind)
    assert all(words.field(name).text != name for name in Field)


def test_states_are_told_apart_by_word_and_by_shape() -> None:
    """'Queued' can never be mistaken for 'received': neither word nor icon is shared."""
    states = [words.item_state(one) for one in (ItemState.QUEUED, ItemState.COMPLETE, ItemState.REFUSED)]
    assert len({one.text for one in states}) == 3
    assert len({one.icon for one in states}) == 3
