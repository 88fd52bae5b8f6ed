"""A centre that answers wrongly: the true answer, changed on its way by a function of the test."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

import msgspec

from station_client.errors import LineStalledError
from sync.protocol.feed import Summary
from sync.protocol.frames import Frame
from sync.protocol.messages import FileClaim, PushAnswer, PushBatch, ReceiptRecord
from sync.protocol.slices import FileHeld, Have, Held, SliceAnswer
from sync.transport import Heard, Progress, Transport
from tests.support.centre import SHO_A
from tests.support.lines import FaultyLine

STRANGER = "0198a7c4-5e1b-7c3d-9f20-6b7a8c9d0e1f"


@dataclass
class Lies:
    """What is done to each kind of answer; by default nothing."""

    frame: Callable[[Frame], Frame] = field(default=lambda frame: frame)
    summary: Callable[[Summary], Summary] = field(default=lambda summary: summary)
    news: Callable[[Heard], Heard] = field(default=lambda news: news)
    answer: Callable[[PushAnswer], PushAnswer] = field(default=lambda answer: answer)
    before_push: Callable[[PushBatch], None] = field(default=lambda _batch: None)
    before_slice: Callable[[str], None] = field(default=lambda _sha256: None)
    held: Callable[[Held], Held] = field(default=lambda held: held)
    verified: Callable[[SliceAnswer], SliceAnswer] = field(default=lambda answer: answer)
    pieces: Callable[[Iterator[bytes]], Iterator[bytes]] = field(default=lambda pieces: pieces)

    def lose_files(self, *, after: int = 0) -> None:
        """Let the line go where the files begin, behind so many slices: none arrives, nor what is missing of them."""
        left, gone = iter(range(after)), threading.Event()
        if not after:
            gone.set()

        def cut(_sha256: str) -> None:
            if next(left, None) is None:
                gone.set()
                raise LineStalledError("cut")

        def lost(held: Held) -> Held:
            if gone.is_set():
                raise LineStalledError("cut")
            return held

        self.before_slice, self.held = cut, lost

    def carry_files(self) -> None:
        """Let files arrive again."""
        true = Lies()
        self.before_slice, self.held = true.before_slice, true.held


class LyingLine(FaultyLine):
    """A line to a centre that lies as it is told."""

    def __init__(self, line: Transport) -> None:
        """Begin truthful."""
        super().__init__(line)
        self.lies = Lies()

    def feed(self, access: str, *, since: int, dictionary: str, most: int | None = None) -> Iterator[Frame]:
        """Stream frames, changed."""
        return map(self.lies.frame, super().feed(access, since=since, dictionary=dictionary, most=most))

    def summary(self, access: str, *, cursor: int) -> Summary:
        """Ask what a copy must hold; hear something else."""
        return self.lies.summary(super().summary(access, cursor=cursor))

    def wait(self, access: str, *, since: int, seconds: int, dictionary: str | None = None) -> Heard:
        """Wait for news that are none."""
        return self.lies.news(super().wait(access, since=since, seconds=seconds, dictionary=dictionary))

    def push(self, access: str, batch: PushBatch) -> PushAnswer:
        """Hand items over; get a changed answer."""
        self.lies.before_push(batch)
        return self.lies.answer(super().push(access, batch))

    def have(self, access: str, ask: Have) -> Held:
        """Ask what is missing; get a changed answer."""
        return self.lies.held(super().have(access, ask))

    def put_slice(
        self, access: str, *, sha256: str, size: int, offset: int, length: int, body: BinaryIO, progress: Progress
    ) -> SliceAnswer:
        """Send a slice, unless its file is refused before; get a changed answer."""
        self.lies.before_slice(sha256)
        where = {"sha256": sha256, "size": size, "offset": offset, "length": length}
        return self.lies.verified(super().put_slice(access, **where, body=body, progress=progress))  # type: ignore[arg-type]  # the four words

    def get_blob(self, access: str, *, sha256: str, offset: int = 0, bulk: bool = False) -> Iterator[bytes]:
        """Receive other bytes."""
        return self.lies.pieces(super().get_blob(access, sha256=sha256, offset=offset, bulk=bulk))


def with_receipt(answer: PushAnswer, change: Callable[[ReceiptRecord], ReceiptRecord]) -> PushAnswer:
    """Change the receipt of the first item."""
    first, *rest = answer.answers
    assert first.receipt is not None
    lie = msgspec.structs.replace(first, receipt=change(first.receipt))
    return msgspec.structs.replace(answer, answers=(lie, *rest))


FORGERIES: dict[str, Callable[[ReceiptRecord], ReceiptRecord]] = {
    "another-item": lambda one: msgspec.structs.replace(one, item_id=STRANGER, alert_uid=STRANGER),
    "another-alert": lambda one: msgspec.structs.replace(one, alert_uid=STRANGER),
    "another-author": lambda one: msgspec.structs.replace(one, author=SHO_A),
    "another-file": lambda one: msgspec.structs.replace(
        one, files=(FileClaim(sha256="ab" * 32, size=5, name="x.pdf", kind="pdf"),)
    ),
    "complete-without-files": lambda one: msgspec.structs.replace(one, complete_at=one.received_at),
    "no-number": lambda one: msgspec.structs.replace(one, record_number=""),
}


def of_each(change: Callable[[FileHeld], FileHeld]) -> Callable[[Held], Held]:
    """Change what is said of each file."""
    return lambda held: msgspec.structs.replace(held, files=tuple(change(one) for one in held.files))


WRONG_HELD: dict[str, Callable[[Held], Held]] = {
    "outside": of_each(lambda one: msgspec.structs.replace(one, missing=((0, one.size + 1),))),
    "turned": of_each(lambda one: msgspec.structs.replace(one, missing=((500, 900), (0, 100)))),
    "empty": of_each(lambda one: msgspec.structs.replace(one, missing=((5, 5),))),
    "of-another-file": of_each(lambda one: msgspec.structs.replace(one, sha256="ab" * 32)),
    "of-another-size": of_each(lambda one: msgspec.structs.replace(one, size=one.size + 1)),
    "of-none": lambda held: msgspec.structs.replace(held, files=()),
    "too-many": lambda held: msgspec.structs.replace(held, files=held.files * 2),
    "goes-on-missing": of_each(lambda one: msgspec.structs.replace(one, missing=((0, one.size),))),
}
