"""What a person is told of an error: its code, and the words that the window and the command line have for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from station_client.errors import StationError
from ui.phrases import PHRASES


@contextmanager
def told(code: str) -> Iterator[None]:
    """Expect exactly this error, and words for it that say what happened and what to do."""
    with pytest.raises(StationError) as met:
        yield
    assert met.value.code == code, f"told {met.value.code} ({met.value.detail})"
    phrase = PHRASES[code]
    assert phrase.happened
    assert phrase.next
