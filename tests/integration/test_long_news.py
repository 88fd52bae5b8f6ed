"""What is new after a long absence: a little over the control connection, and the rest where bulk belongs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from station_client.domain.ids import AlertUid
from station_client.errors import AnswerError
from sync.protocol.codes import NEWS_BYTES
from sync.protocol.frames import Frame
from tests.support.liars import LyingLine
from tests.support.records import uneven
from tests.support.scenes import Scene, an_alert, synced_once

MANY = 700


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Give a station that has synced once and was away while much was written."""
    with synced_once(tmp_path, LyingLine) as made:
        made.small.put(*(an_alert(f"u{at}", category="seizure", description=uneven(at)) for at in range(MANY)))
        yield made


def asked(scene: Scene) -> list[tuple[int, int | None]]:
    """Note with which cursor and for how many bytes each stream is asked for from now on."""
    found: list[tuple[int, int | None]] = []
    usual = scene.line.feed

    def feed(access: str, *, since: int, dictionary: str, most: int | None = None) -> Iterator[Frame]:
        found.append((since, most))
        return usual(access, since=since, dictionary=dictionary, most=most)

    scene.line.feed = feed  # type: ignore[method-assign]  # it only listens
    return found


def test_the_rest_comes_over_the_connection_for_bulk(scene: Scene) -> None:
    """The second stream goes on where the first one stopped, and the copy is what it must be."""
    streams, before = asked(scene), scene.here.stores.replica.feed.cursor()
    assert scene.here.engine.sync_once().error == ""
    (first, few), (second, all_of_it) = streams
    assert (first, few, all_of_it) == (before, NEWS_BYTES, None)
    assert before < second < scene.here.stores.replica.feed.cursor()
    assert all(scene.here.stores.replica.alerts.one(AlertUid(f"u{at}")) for at in (0, MANY - 1))


def test_few_are_one_stream(scene: Scene) -> None:
    """Most news are."""
    scene.here.engine.sync_once()
    scene.small.put(an_alert("new"))
    streams = asked(scene)
    scene.here.engine.sync_once()
    assert [most for _, most in streams] == [NEWS_BYTES]


def test_a_centre_that_always_has_more_is_not_listened_to_for_ever(scene: Scene) -> None:
    """It stops where nobody asked it to: a wrong answer, and what was stored stays."""
    assert isinstance(scene.line, LyingLine)

    def lie(frame: Frame) -> Frame:
        return frame if frame.end is None else replace(frame, end=msgspec.structs.replace(frame.end, more=True))

    scene.line.lies.frame = lie
    with pytest.raises(AnswerError, match="nobody asked"):
        scene.here.engine.sync_once()
    assert scene.here.stores.replica.alerts.one(AlertUid("u0")) is not None
