"""A line that fails as it is told: before a question, after it, in the middle of a file, or by asking twice."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from enum import StrEnum
from functools import partial
from itertools import repeat
from typing import BinaryIO, TypeVar, cast

from station_client.errors import CentreUnreachableError, LineStalledError
from sync.protocol.door import Challenge, ChallengeAsk
from sync.protocol.enquiries import Enquiry
from sync.protocol.feed import SnapshotCard, Summary
from sync.protocol.frames import Frame
from sync.protocol.messages import (
    Grant,
    Health,
    PushAnswer,
    PushBatch,
    Refresh,
    SignIn,
)
from sync.protocol.outgoing import MessageAnswers, MessageBatch, MessagePage, TemplateList
from sync.protocol.slices import Have, Held, SliceAnswer
from sync.protocol.trail import TrailAnswer, TrailBatch
from sync.transport import Heard, Message, Progress, Transport

Answer = TypeVar("Answer")
Piece = TypeVar("Piece")


class Fault(StrEnum):
    """What happens to one question."""

    NONE = "none"
    CUT = "cut"  # it never leaves
    LOST = "lost"  # it is done, and the answer is lost
    DOUBLED = "doubled"  # it arrives twice; the second answer comes back
    HALVED = "halved"  # the line dies in the middle of its bytes
    LATE = "late"  # its answer is given up, and it arrives after others that were asked later


class FaultyLine:
    """``sync.transport.Transport`` over another one; takes one fault for each question."""

    def __init__(self, line: Transport, faults: Iterable[Fault] = repeat(Fault.NONE)) -> None:
        """After the last fault the line is whole."""
        self._line = line
        self._faults = iter(faults)
        self._turn = threading.RLock()
        self.story: list[str] = []

    def meet(self, *faults: Fault) -> None:
        """Let the next questions meet these faults."""
        self._faults = iter(faults)

    def health(self, *, bulk: bool = False) -> Health:
        """Ask who is there."""
        return self._carry("health bulk" if bulk else "health", lambda: self._line.health(bulk=bulk))

    def sign_in(self, ask: SignIn) -> Grant:
        """Let an officer in by password."""
        return self._carry("sign-in", lambda: self._line.sign_in(ask))

    def challenge(self, ask: ChallengeAsk) -> Challenge:
        """Get a picture to read, or a question."""
        return self._carry("challenge", lambda: self._line.challenge(ask))

    def refresh(self, ask: Refresh, *, beside: bool = False) -> Grant:
        """Get a new access token."""
        return self._carry("refresh", lambda: self._line.refresh(ask, beside=beside))

    def feed(self, access: str, *, since: int, dictionary: str, most: int | None = None) -> Iterator[Frame]:
        """Stream what is newer; halved means that the line dies behind the first frame."""
        ask = partial(self._line.feed, access, since=since, dictionary=dictionary, most=most)
        return self._stream(self._next(f"feed {since}"), ask)

    def wait(self, access: str, *, since: int, seconds: int, dictionary: str | None = None) -> Heard:
        """Let the centre hold the question: no story, for it takes no part in a round."""
        return self._line.wait(access, since=since, seconds=seconds, dictionary=dictionary)

    def snapshot(self, access: str) -> SnapshotCard:
        """Ask for the file of a first copy."""
        return self._carry("snapshot", lambda: self._line.snapshot(access))

    def first_copy(self, access: str) -> tuple[SnapshotCard, Iterator[bytes]]:
        """Ask for it and its bytes; halved means that the line dies behind the first of them."""
        fault = self._next("first copy")
        return self._line.snapshot(access), self._stream(fault, lambda: self._line.first_copy(access)[1])

    def snapshot_bytes(self, access: str, *, sha256: str, offset: int) -> Iterator[bytes]:
        """Receive its bytes; halved means that the line dies behind the first of them."""
        ask = partial(self._line.snapshot_bytes, access, sha256=sha256, offset=offset)
        return self._stream(self._next(f"bytes {offset}"), ask)

    def summary(self, access: str, *, cursor: int) -> Summary:
        """Ask what a copy must hold."""
        return self._carry("summary", lambda: self._line.summary(access, cursor=cursor))

    def push(self, access: str, batch: PushBatch) -> PushAnswer:
        """Hand over pending items."""
        return self._carry(f"push {len(batch.items)}", lambda: self._line.push(access, batch))

    def messages(self, access: str, batch: MessageBatch) -> MessageAnswers:
        """Hand over messages."""
        return self._carry(f"messages {len(batch.items)}", lambda: self._line.messages(access, batch))

    def message_states(self, access: str, *, since: int) -> MessagePage:
        """Ask what became of them: no story, for it is asked beside a round's work."""
        return self._line.message_states(access, since=since)

    def templates(self, access: str) -> TemplateList:
        """Ask for the templates: no story either."""
        return self._line.templates(access)

    def trail(self, access: str, batch: TrailBatch) -> TrailAnswer:
        """Hand over the audit trail."""
        return self._carry(f"trail {len(batch.entries)}", lambda: self._line.trail(access, batch))

    def have(self, access: str, ask: Have) -> Held:
        """Ask what is missing."""
        return self._carry(f"have {len(ask.files)}", lambda: self._line.have(access, ask))

    def put_slice(
        self, access: str, *, sha256: str, size: int, offset: int, length: int, body: BinaryIO, progress: Progress
    ) -> SliceAnswer:
        """Send a slice; doubled means sent whole a second time."""
        fault = self._next(f"put {sha256[:8]} {length}")
        where = {"sha256": sha256, "size": size, "offset": offset, "length": length}
        if fault is Fault.HALVED:
            half = Torn(body, self._torn(length))
            return self._line.put_slice(access, **where, body=half, progress=progress)  # type: ignore[arg-type]  # as much of a file as is read

        def put() -> SliceAnswer:
            again = cast("BinaryIO", io.BytesIO(data))
            return self._line.put_slice(access, **where, body=again, progress=told)  # type: ignore[arg-type]  # the four words

        told = unheard if fault is Fault.LATE else progress  # whoever gave it up may be gone when it arrives
        data = body.read(length) if fault is not Fault.CUT else b""
        return self._strike(fault, put)

    def get_blob(self, access: str, *, sha256: str, offset: int = 0, bulk: bool = False) -> Iterator[bytes]:
        """Receive a file's bytes, or some of them."""
        fault = self._next(f"get {sha256[:8]}")
        if fault is Fault.CUT:
            raise CentreUnreachableError("cut")
        for piece in self._line.get_blob(access, sha256=sha256, offset=offset, bulk=bulk):
            if fault in {Fault.HALVED, Fault.LOST, Fault.LATE}:
                yield piece[: self._torn(len(piece))]
                raise LineStalledError("cut in the middle")
            yield piece

    def carried(self) -> int:
        """Count the bytes of the slices that were to be sent."""
        return sum(int(step.split(":")[0].split()[2]) for step in self.story if step.startswith("put"))

    def enquire(self, access: str, ask: Enquiry, kind: type[Message]) -> Message:
        """Ask what a person asks."""
        return self._carry("enquire", lambda: self._line.enquire(access, ask, kind))

    def heeding(self) -> AbstractContextManager[None]:
        """Heed what the other one does."""
        return self._line.heeding()

    def halt(self) -> None:
        """Cut what is under way."""
        self._line.halt()

    def close(self) -> None:
        """Let go."""
        self._line.close()

    def _torn(self, length: int) -> int:
        """Give the byte behind which the line dies."""
        return length // 2

    def _stream(self, fault: Fault, ask: Callable[[], Iterator[Piece]]) -> Iterator[Piece]:
        if fault is Fault.CUT:
            raise CentreUnreachableError("cut")
        if fault is Fault.DOUBLED:
            list(ask())
        for piece in ask():
            if fault is not Fault.LOST:
                yield piece
            if fault in {Fault.HALVED, Fault.LOST}:
                raise LineStalledError("cut in the middle")

    def _carry(self, name: str, ask: Callable[[], Answer]) -> Answer:
        return self._strike(self._next(name), ask)

    def _next(self, name: str) -> Fault:
        with self._turn:
            fault = next(self._faults, Fault.NONE)
            self.story.append(f"{name}: {fault}")
        return fault

    def _strike(self, fault: Fault, ask: Callable[[], Answer]) -> Answer:
        if fault is Fault.CUT:
            raise CentreUnreachableError("cut")
        if fault is Fault.DOUBLED:
            ask()
        answer = ask()
        if fault in {Fault.LOST, Fault.HALVED}:
            raise LineStalledError("the answer was lost")
        return answer


def unheard(_sent: int) -> None:
    """Tell nobody how far a slice is."""


class Torn:
    """A body whose reading ends the line half-way."""

    def __init__(self, body: BinaryIO, left: int) -> None:
        """Give ``left`` bytes, then no more."""
        self._body = body
        self._left = left

    def read(self, size: int = -1) -> bytes:
        """Give what is left, then cut."""
        if self._left <= 0:
            raise LineStalledError("cut in the middle")
        piece = self._body.read(min(self._left, size) if size >= 0 else self._left)
        self._left -= len(piece)
        return piece
