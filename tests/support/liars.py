"""A centre that answers wrongly: the true answer, changed on its way by a function of the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from sync.protocol.messages import BlobAnswer, ChangePage, PushAnswer, PushBatch
from sync.transport import Progress, Transport
from tests.support.lines import FaultyLine


@dataclass
class Lies:
    """What is done to each kind of answer; by default nothing."""

    page: Callable[[ChangePage], ChangePage] = field(default=lambda page: page)
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

    def changes(self, access: str, *, since: int, rows: int) -> ChangePage:
        """Fetch one page, changed."""
        return self.lies.page(super().changes(access, since=since, rows=rows))

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
