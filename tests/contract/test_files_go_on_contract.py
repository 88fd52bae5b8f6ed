"""A cut in the middle of files: the next round uses the line at once, and sends again only what was under way."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import BinaryIO

import pytest

from station_client.domain.ids import ItemId
from station_client.domain.outbox import ItemState
from station_client.errors import LineStalledError, NotEntitledError
from sync.protocol.codes import Code
from sync.protocol.slices import SliceAnswer
from sync.transport import Progress
from tests.support.ends import End, opened
from tests.support.lines import Fault, FaultyLine
from tests.support.stations import Station, pdf, station

SIZE = 300_000
MANY = 3
PATIENCE = 10.0  # less than a lane waits at its gate
MOMENT = 0.3


class CutLine(FaultyLine):
    """Cut where it is told to be; a question that is named in ``waits`` is not answered before a slice has arrived.

    ``until``: slices wait until this question is asked. ``refuses``: so many slices are refused.
    """

    slices: Iterator[Fault] = repeat(Fault.NONE)
    asking: Iterator[Fault] = repeat(Fault.NONE)
    waits: frozenset[str] = frozenset()
    until = ""
    refuses = 0

    def whole(self) -> None:
        """Be whole again, with nothing told of before."""
        self.arrived, self.asked = threading.Event(), threading.Event()
        self.slices = self.asking = repeat(Fault.NONE)
        self.story.clear()

    def put_slice(
        self, access: str, *, sha256: str, size: int, offset: int, length: int, body: BinaryIO, progress: Progress
    ) -> SliceAnswer:
        """Send a slice, and say that one was answered."""
        answer = super().put_slice(
            access, sha256=sha256, size=size, offset=offset, length=length, body=body, progress=progress
        )
        self.arrived.set()
        return answer

    def _next(self, name: str) -> Fault:
        kind = name.split(maxsplit=1)[0]
        if kind == self.until:
            self.asked.set()
        if kind == "put" and self.until:
            assert self.asked.wait(PATIENCE), f"files wait for the end of the {self.until}"
        if kind in self.waits:
            assert self.arrived.wait(PATIENCE), f"files wait for the {kind}"
        with self._turn:
            self.story.append(name)
            if kind == "put" and self.refuses:
                self.refuses -= 1
                self.arrived.set()
                raise NotEntitledError(Code.NOT_ENTITLED, "nobody claimed it")
            faults = {"put": self.slices, "have": self.asking}
            return next(faults[kind]) if kind in faults else Fault.NONE


@pytest.fixture(params=["loopback", "https"])
def end(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[End]:
    """Give a fresh centre and each kind of line to it."""
    with opened(request.param, tmp_path) as made:
        yield made


@pytest.fixture
def line(end: End) -> CutLine:
    """Give a line that can be cut."""
    made = CutLine(end.line)
    made.whole()
    return made


@pytest.fixture
def here(line: CutLine, tmp_path: Path) -> Iterator[Station]:
    """Give a station that has synced once."""
    with station(tmp_path / "station", line) as made:
        made.sign_in()
        made.engine.sync_once()
        line.whole()
        yield made


def cut_in_the_middle(here: Station, line: CutLine, fault: Fault = Fault.LOST) -> tuple[ItemId, int]:
    """Write an alert with files and lose the line over them; give it, and the bytes that were carried."""
    item_id = here.write(files=tuple(pdf(f"page {n}", SIZE) for n in range(MANY)))
    line.slices = chain([Fault.NONE] * 6, repeat(fault))
    line.asking = chain([Fault.NONE], repeat(Fault.LOST))
    with pytest.raises(LineStalledError):
        here.engine.sync_once()
    assert here.item(item_id).state is ItemState.RECEIVED
    carried = line.carried()
    line.whole()
    return item_id, carried


@pytest.mark.parametrize("fault", [Fault.LOST, Fault.HALVED])
def test_what_was_never_sent_goes_on_before_anything_is_asked(fault: Fault, here: Station, line: CutLine) -> None:
    """Neither the texts' repeat, nor what the centre lacks, nor news: the line that came back is used at once."""
    item_id, carried = cut_in_the_middle(here, line, fault)
    line.waits = frozenset({"push", "have", "feed"})
    status = here.engine.sync_once()
    assert (status.error, here.item(item_id).state) == ("", ItemState.COMPLETE)
    whole = MANY * len(pdf("page 0", SIZE))
    assert whole - carried <= line.carried() <= whole, "only what was under way, and nothing of it more than once"


def test_a_text_that_waits_goes_before_them_alone(here: Station, line: CutLine) -> None:
    """It may be a High Alert: no byte of a file stands before it."""
    item_id, _ = cut_in_the_middle(here, line)
    here.write("Written while the line was gone.")
    came: list[bool] = []
    push = line._line.push

    def late(access: str, batch: object) -> object:
        came.append(line.arrived.wait(MOMENT))
        return push(access, batch)  # type: ignore[arg-type]  # handed through

    line._line.push = late  # type: ignore[method-assign,assignment]  # looks before it hands over
    here.engine.sync_once()
    assert came == [False]
    assert here.item(item_id).state is ItemState.COMPLETE


def test_a_slice_that_left_before_the_centre_was_asked_is_not_judged(here: Station, line: CutLine) -> None:
    """A centre that was restored meanwhile knows of no such file yet: the text is repeated, then its word counts."""
    item_id, _ = cut_in_the_middle(here, line)
    line.refuses, line.waits = 1, frozenset({"push"})
    status = here.engine.sync_once()
    assert (status.error, status.refused, here.item(item_id).state) == ("", 0, ItemState.COMPLETE)


def test_news_beside_files_hold_none_of_them_back(here: Station, line: CutLine) -> None:
    """Only a text does: the question for news is answered after a slice that left while it was asked."""
    item_id = here.write(files=(pdf("page", SIZE),))
    line.until, line.waits = "feed", frozenset({"feed"})
    here.engine.sync_once()
    assert here.item(item_id).state is ItemState.COMPLETE
