"""What the engine needs of a line, whatever carries it.

``sync.https`` carries it over TLS; the tests' loopback carries it straight into a centre in the same
process. Every method may raise ``LineError`` or ``RefusalError`` (``station_client.errors``) and nothing else;
what ``body`` and ``progress`` raise passes through untouched. ``CentreUnreachableError`` and
``CertificateNotTrustedError`` promise that nothing of the request reached the centre.

What the centre says in frames was decompressed, checked and put in order before it is given (``sync.protocol.frames``);
a stream that is cut ends in a ``LineError``, and what was given before counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Protocol, TypeVar

import msgspec

from station_client.domain.alert import Category, Life
from station_client.errors import AnswerError
from sync.protocol.door import Challenge, ChallengeAsk
from sync.protocol.enquiries import Enquiry
from sync.protocol.feed import News, SnapshotCard, Summary
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
from sync.protocol.records import AlertRecord
from sync.protocol.slices import Have, Held, SliceAnswer
from sync.protocol.trail import TrailAnswer, TrailBatch

Progress = Callable[[int], None]
Message = TypeVar("Message", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Heard:
    """What the centre said to a question for news (``sync.protocol.feed.News``); ``frames`` are what came with it.

    They are a whole stream from the cursor that was asked with, its END frame included; where the centre sent none
    there are none.
    """

    head: int
    server_time: datetime
    high_alerts: bool = False
    frames: tuple[Frame, ...] = ()

    @classmethod
    def told(cls, news: News) -> Heard:
        """Hear where the feed stands."""
        return cls(news.head, news.server_time, news.high_alerts)

    @classmethod
    def brought(cls, frames: tuple[Frame, ...]) -> Heard:
        """Hear a whole stream."""
        end = frames[-1].end if frames else None
        if end is None:
            raise AnswerError("a stream without an end")
        return cls(end.head, end.server_time, any(map(_hurries, frames)), frames)


def _hurries(frame: Frame) -> bool:
    """Tell whether an active High Alert is in a frame."""
    alerts = (one for one in frame.records if isinstance(one, AlertRecord))
    return any(one.category == Category.HIGH_ALERT and one.life == Life.ACTIVE for one in alerts)


class Line(Protocol):
    """The line itself, whatever is asked over it."""

    def heeding(self) -> AbstractContextManager[None]:
        """Let a cut that comes inside count for what this thread asks inside, also before it is on its way.

        Whoever first looks whether it may ask and then asks does both inside: a question that the centre holds would
        else outlast a sign-out that came between.
        """

    def halt(self) -> None:
        """Cut what a round has under way; what a person waits for (a file, a sign-in) goes on."""

    def close(self) -> None:
        """Cut whatever is under way, from any thread, and let go; a later question begins on a fresh connection."""


class Feed(Protocol):
    """What the centre tells, as seen from the end of a line. ``access`` is an access token."""

    def feed(self, access: str, *, since: int, dictionary: str, most: int | None = None) -> Iterator[Frame]:
        """Stream what is newer than ``since``: frames up to the END frame, of one answer; closing it cuts the stream.

        ``dictionary`` is the id of the trained dictionary that may be used (``sync.protocol.dictionary``), or empty.
        ``most`` bytes and no more are asked for over the control connection (``End.more`` says that there are more);
        without it the stream comes over the one for bulk.
        Raises ``CursorTooOldError`` where withdrawals since then are forgotten: the copy is then made anew.
        """

    def wait(self, access: str, *, since: int, seconds: int, dictionary: str | None = None) -> Heard:
        """Wait up to ``seconds`` until something newer than ``since`` is there; asked on the control connection.

        ``dictionary``: as of ``feed``, for frames that come with the news; None asks for none.
        """

    def snapshot(self, access: str) -> SnapshotCard:
        """Ask for the file of a first copy. Raises ``RefusalError`` (``not-found``) where the stream must do."""

    def first_copy(self, access: str) -> tuple[SnapshotCard, Iterator[bytes]]:
        """Ask for the file of a first copy and read it from its first byte on, in one question.

        The bytes are to be read, or closed once the first was. Raises what ``snapshot`` raises.
        """

    def snapshot_bytes(self, access: str, *, sha256: str, offset: int) -> Iterator[bytes]:
        """Receive a snapshot's bytes from ``offset`` on; ``FrameParser`` reads them, the caller verifies the hash.

        Raises ``RefusalError`` (``not-found``) where the centre has replaced it: ask for the card again.
        """

    def summary(self, access: str, *, cursor: int) -> Summary:
        """Ask what a copy must hold; it says so of ``cursor`` only where its own cursor is the same."""


class FileLine(Protocol):
    """The bytes of files, as seen from the end of a line. ``access`` is an access token."""

    def have(self, access: str, ask: Have) -> Held:
        """Ask what the centre lacks of each file."""

    def put_slice(  # noqa: PLR0913 where a slice belongs takes four words
        self, access: str, *, sha256: str, size: int, offset: int, length: int, body: BinaryIO, progress: Progress
    ) -> SliceAnswer:
        """Send ``length`` bytes that belong at ``offset``; ``progress`` is told the bytes that the line has taken."""

    def get_blob(self, access: str, *, sha256: str, offset: int = 0, bulk: bool = False) -> Iterator[bytes]:
        """Receive a file's bytes from ``offset`` on, in pieces; the caller verifies the hash.

        ``bulk``: nobody waits for it, so that a pause cuts it and the State's limit holds it.
        """


class MessageLine(Protocol):
    """Messages to other offices, as seen from the end of a line. ``access`` is an access token."""

    def messages(self, access: str, batch: MessageBatch) -> MessageAnswers:
        """Hand over waiting messages; a repeat gets the same answer."""

    def message_states(self, access: str, *, since: int) -> MessagePage:
        """Ask what became of this machine's messages after ``since``."""

    def templates(self, access: str) -> TemplateList:
        """Ask for the registered texts of short messages."""


class Enquiries(Protocol):
    """What a person asks beyond the feed; a pause does not cut it."""

    def enquire(self, access: str, ask: Enquiry, kind: type[Message]) -> Message:
        """Ask for a FIR, a search or a report, and read the answer as a ``kind``."""


class Door(Protocol):
    """What is asked before a sign-in."""

    def challenge(self, ask: ChallengeAsk) -> Challenge:
        """Get a picture to read, or a question in words."""


class Transport(Door, Line, Feed, FileLine, MessageLine, Enquiries, Protocol):
    """The centre, as seen from the end of a line. ``access`` is an access token."""

    def health(self, *, bulk: bool = False) -> Health:
        """Ask who is there and what time it has; ``bulk``: what goes on, where the line was gone, goes over bulk."""

    def sign_in(self, ask: SignIn) -> Grant:
        """Let an officer in by password. Raises ``WrongPasswordError``, ``LockedOutError``."""

    def refresh(self, ask: Refresh, *, beside: bool = False) -> Grant:
        """Get a new access token; ``beside``: for what a person waits for beside a round.

        Raises ``SessionExpiredError``, ``MachineRevokedError``.
        """

    def push(self, access: str, batch: PushBatch) -> PushAnswer:
        """Hand over pending items; a repeat gets the same answer."""

    def trail(self, access: str, batch: TrailBatch) -> TrailAnswer:
        """Hand over entries of the audit trail; a repeat changes nothing."""
