"""A centre that answers wrongly: the true answer, changed on its way by a function of the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from sync.protocol.feed import News, Summary
from sync.protocol.frames import Frame
from sync.protocol.messages import BlobAnswer, PushAnswer, PushBatch
from sync.transport import Progress, Transport
from tests.support.lines import FaultyLine


@dataclass
class Lies:
    """What is done to each kind of answer; by default nothing."""

    frame: Callable[[Frame], Frame] = field(default=lambda frame: frame)
    summary: Callable[[Summary], Summary] = field(default=lambda summary: summary)
    news: Callable[[News], News] = field(default=lambda news: news)
    answer: Callable[[PushAnswer], PushAnswer] = field(default=lambda answer: answer)
    before_push: Callable[[PushBatch], None] = field(default=lambda _batch: None)
    verified: Callable[[BlobAnswer], BlobAnswer] = field(default=lambda answer: answer)
    pieces: Callable[[Iterator[bytes]], Iterator[bytes]] = field(default=lambda pieces: pieces)


class LyingLine(FaultyLine):
    """A line to a centre that lies as it is told."""

    def __init__(self, line: Transport) -> None:
        """Begin truthful."""
        super().__init__(line)
        self.lies = Lies()

    def feed(self, access: str, *, since: int, dictionary: str) -> Iterator[Frame]:
        """Stream frames, changed."""
        return map(self.lies.frame, super().feed(access, since=since, dictionary=dictionary))

    def summary(self, access: str, *, cursor: int) -> Summary:
        """Ask what a copy must hold; hear something else."""
        return self.lies.summary(super().summary(access, cursor=cursor))

    def wait(self, access: str, *, since: int, seconds: int) -> News:
        """Wait for news that are none."""
        return self.lies.news(super().wait(access, since=since, seconds=seconds))

    def push(self, access: str, batch: PushBatch) -> PushAnswer:
        """Hand items over; get a changed answer."""
        self.lies.before_push(batch)
        return self.lies.answer(super().push(access, batch))

    def put_blob(self, access: str, *, sha256: str, size: int, body: BinaryIO, progress: Progress) -> BlobAnswer:
        """Send a file; get a changed answer."""
        return self.lies.verified(super().put_blob(access, sha256=sha256, size=size, body=body, progress=progress))

    def get_blob(self, access: str, *, sha256: str) -> Iterator[bytes]:
        """Receive other bytes."""
        return self.lies.pieces(super().get_blob(access, sha256=sha256))
