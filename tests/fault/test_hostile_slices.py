"""A centre that answers what cannot be right about slices: refused by name, nothing lost, and never for ever."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from station_client.domain.outbox import ItemState
from station_client.errors import (
    AnswerError,
    LineStalledError,
    MachineRevokedError,
    NotEntitledError,
    OfficerRevokedError,
    RefusalError,
    UpdateNeededError,
)
from sync.files.pace import FEWEST
from sync.mapping.refusals import error_of
from sync.protocol.codes import Code
from sync.protocol.messages import Refusal
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
    lies_of(scene).held = WRONG_HELD["goes-on-missing"]
    with pytest.raises(AnswerError, match="answered for another file"):
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


NOBODY = {
    Code.NOT_ENTITLED: NotEntitledError,
    Code.MACHINE_REVOKED: MachineRevokedError,
    Code.OFFICER_REVOKED: OfficerRevokedError,
    Code.UPDATE_NEEDED: UpdateNeededError,
}


@pytest.mark.parametrize("code", NOBODY)
def test_a_no_to_every_slice_ends_the_round_also_where_they_left_early(scene: Scene, code: Code) -> None:
    """One that left before the centre was asked is asked about; from then on a no is a no, and the item waits."""
    item_id = scene.here.write(files=(pdf("evidence", 5000),))
    refused = refusing(scene, code)
    with pytest.raises(NOBODY[code]):
        scene.here.engine.sync_once()
    assert scene.here.item(item_id).state is ItemState.RECEIVED
    assert len(refused) <= 2


@pytest.mark.parametrize("code", NOBODY)
def test_after_a_no_nothing_leaves_before_the_centre_is_asked(scene: Scene, code: Code) -> None:
    """Only a line that broke off is gone on with: who was refused hands over texts and asks what is missing."""
    item_id = scene.here.write(files=(pdf("evidence", 300_000),))
    lies_of(scene).lose_files(after=2)
    with pytest.raises(LineStalledError):
        scene.here.engine.sync_once()
    lies_of(scene).carry_files()
    refusing(scene, code)
    with pytest.raises(NOBODY[code]):
        scene.here.engine.sync_once()
    lies_of(scene).before_slice = Lies().before_slice
    scene.line.story.clear()
    scene.here.engine.sync_once()
    asked = [step.split()[0] for step in scene.line.story]
    assert asked.index("push") < asked.index("have") < asked.index("put")
    assert scene.here.item(item_id).state is ItemState.COMPLETE


def test_what_is_refused_while_its_files_go_on_goes_no_further(scene: Scene) -> None:
    """Its author is told, and no byte of it leaves after that word."""
    item_id = scene.here.write(files=(pdf("evidence", 300_000),))
    lies_of(scene).lose_files(after=2)
    with pytest.raises(LineStalledError):
        scene.here.engine.sync_once()
    lies_of(scene).carry_files()
    told = threading.Event()
    late: list[str] = []

    def no(_batch: object) -> None:
        told.set()
        raise RefusalError(Code.NOT_UNDERSTOOD)

    def look(sha256: str) -> None:
        assert told.wait(10), "no slice is let through before the refusal"
        late.append(sha256)
        raise RefusalError(Code.NOT_ENTITLED)

    lies_of(scene).before_push, lies_of(scene).before_slice = no, look
    scene.here.engine.sync_once()
    assert (scene.here.item(item_id).state, scene.here.item(item_id).reason) == (ItemState.SET_ASIDE, "not-understood")
    assert len(late) <= FEWEST, "what was under way when the word came, and nothing more"


def refusing(scene: Scene, code: Code) -> list[str]:
    """Let the centre refuse every slice; give those it refused, as they come."""
    refused: list[str] = []

    def no(sha256: str) -> None:
        refused.append(sha256)
        raise error_of(Refusal(code=code, detail="refused"))

    lies_of(scene).before_slice = no
    return refused
