"""A centre that answers what cannot be right about slices: refused by name, nothing lost, and never for ever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from station_client.domain.outbox import ItemState
from station_client.errors import AnswerError, NotEntitledError, RefusalError
from sync.protocol.codes import Code
from sync.protocol.slices import SliceAnswer
from tests.support.liars import WRONG_HELD, Lies, LyingLine, of_each
from tests.support.scenes import Scene, synced_once
from tests.support.stations import pdf


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Give a station whose line can be told to lie; it has synced once, truthfully."""
    with synced_once(tmp_path, LyingLine) as made:
        yield made


def lies_of(scene: Scene) -> Lies:
    """Give what the scene's line is told to lie."""
    assert isinstance(scene.line, LyingLine)
    return scene.line.lies


@pytest.mark.parametrize("lie", WRONG_HELD)
def test_a_wrong_word_about_what_is_missing_ends_the_round(scene: Scene, lie: str) -> None:
    """Ranges that cannot be, files nobody asked about, and bytes that are missing for ever."""
    item_id = scene.here.write(files=(pdf("evidence", 5000),))
    lies = lies_of(scene)
    lies.held = WRONG_HELD[lie]
    lies.verified = lambda answer: msgspec.structs.replace(answer, held=0, receipts=())
    with pytest.raises(AnswerError):
        scene.here.engine.sync_once()
    assert scene.here.item(item_id).state is ItemState.RECEIVED
    assert scene.here.engine.status().error == "wrong-answer"
    lies.held, lies.verified = Lies().held, Lies().verified
    scene.here.engine.sync_once()
    assert scene.here.item(item_id).state is ItemState.COMPLETE


def test_more_held_than_there_is_is_refused(scene: Scene) -> None:
    """A slice's answer is judged as well."""
    item_id = scene.here.write(files=(pdf("evidence", 5000),))
    lies_of(scene).verified = lambda answer: msgspec.structs.replace(answer, held=answer.size + 1)
    with pytest.raises(AnswerError):
        scene.here.engine.sync_once()
    assert scene.here.item(item_id).state is ItemState.RECEIVED


def test_a_wrong_hash_is_tried_once_more_and_then_set_aside(scene: Scene) -> None:
    """Something spoilt the bytes at the centre once: the file goes again. Twice: it is set aside, visibly."""
    once, twice = scene.here.write(files=(pdf("once", 900),)), scene.here.write(files=(pdf("twice", 900),))
    spoilt: list[str] = [scene.here.item(one).files[0].sha256 for one in (once, twice, twice)]

    def spoil(answer: SliceAnswer) -> SliceAnswer:
        if answer.sha256 in spoilt:
            spoilt.remove(answer.sha256)
            raise RefusalError(Code.HASH_MISMATCH)
        return answer

    lies = lies_of(scene)
    lies.verified = spoil
    lies.held = of_each(lambda one: msgspec.structs.replace(one, missing=((0, one.size),), receipts=()))
    scene.here.engine.sync_once()
    assert scene.here.item(once).state is ItemState.COMPLETE
    assert (scene.here.item(twice).state, scene.here.item(twice).reason) == (ItemState.SET_ASIDE, "files")


def test_a_file_that_may_not_be_sent_is_said_as_what_it_is(scene: Scene) -> None:
    """The office claims it no more: the officer is told, and the item waits."""
    item_id = scene.here.write(files=(pdf("evidence", 5000),))
    lies_of(scene).held = of_each(lambda one: msgspec.structs.replace(one, missing=(), refused=Code.NOT_ENTITLED))
    with pytest.raises(NotEntitledError):
        scene.here.engine.sync_once()
    assert scene.here.item(item_id).state is ItemState.RECEIVED
