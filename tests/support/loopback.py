"""A line with nothing in between: questions go straight into a centre of this process.

It is the centre's own verbs that answer; every message is still written and read as on the wire, and every
refusal becomes the same error as over HTTPS.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, TypeVar

import msgspec

from central.centre import Centre
from central.dispatches import Reader
from central.enquiries import told
from central.errors import Refused
from central.feed import LARGEST
from central.slices import Slice
from central.snapshots import pieces
from station_client.errors import LineStalledError
from sync.mapping.frames import frames_of
from sync.mapping.refusals import error_of
from sync.protocol.answered import answer_of
from sync.protocol.answering import sheet_of
from sync.protocol.bundle import bundled, unbundled
from sync.protocol.codec import decode, encode
from sync.protocol.dictionary import dictionary as trained
from sync.protocol.dictionary import newest
from sync.protocol.door import Challenge, ChallengeAsk
from sync.protocol.enquiries import Enquiry, FirAsk, KeysAsk, MarkAsk, ReportAsk, SearchAsk, WholeAsk
from sync.protocol.feed import News, SnapshotCard, Summary
from sync.protocol.frames import Frame, FrameParser
from sync.protocol.messages import (
    Grant,
    Health,
    PushAnswer,
    PushBatch,
    Refresh,
    Refusal,
    SignIn,
)
from sync.protocol.outgoing import MessageAnswers, MessageBatch, MessagePage, TemplateList
from sync.protocol.slices import Have, Held, SliceAnswer
from sync.protocol.trail import TrailAnswer, TrailBatch
from sync.transport import Heard, Progress

PIECE = 8 * 1024
Bend = Callable[[Iterator[bytes]], Iterator[bytes]]
"""What a line does to the bytes of a stream on their way; by default nothing."""

Message = TypeVar("Message", bound=msgspec.Struct)


class Loopback:
    """``sync.transport.Transport`` straight into a centre."""

    def __init__(self, centre: Centre | Callable[[], Centre]) -> None:
        """Speak with ``centre``; where it may be restarted, with whichever is there at the moment."""
        self._find = centre if callable(centre) else lambda: centre
        self._cut = threading.Event()
        self._heeded = threading.local()
        self.bent: Bend = lambda pieces: pieces

    def health(self, *, bulk: bool = False) -> Health:  # noqa: ARG002 one kind of connection
        """Ask who is there."""
        return self._told(Health, lambda: self._find().health())

    def sign_in(self, ask: SignIn) -> Grant:
        """Let an officer in by password."""
        return self._told(Grant, lambda: self._find().sign_in(carried(ask)))

    def challenge(self, ask: ChallengeAsk) -> Challenge:
        """Get a picture to read, or a question."""
        return self._told(Challenge, lambda: self._find().challenge(carried(ask)))

    def refresh(self, ask: Refresh, *, beside: bool = False) -> Grant:
        """Get a new access token; there is one way, whoever needs it."""
        del beside
        return self._told(Grant, lambda: self._find().refresh(carried(ask)))

    def feed(self, access: str, *, since: int, dictionary: str, most: int | None = None) -> Iterator[Frame]:
        """Stream what is newer."""
        with refusals():
            ask = self._find().gazette.feed
            stream = ask(access, since=since, dictionary=dictionary, most=LARGEST if most is None else most)
            yield from frames_of(self.bent(stream), FrameParser(since=since, dictionary=trained(dictionary)))

    def wait(self, access: str, *, since: int, seconds: int, dictionary: str | None = None) -> Heard:
        """Look again and again, as often as a test can bear, until something is new or the line is cut."""
        cut = getattr(self._heeded, "cut", None) or self._cut
        for _ in range(1 + seconds * 50):
            news = self._told(News, lambda: self._news(access, since))
            if news.head != since or not seconds or cut.wait(0.02):
                break
        if cut.is_set():
            raise LineStalledError("cut")
        frames = self._brought(access, since, dictionary) if news.head > since and dictionary is not None else ()
        return Heard.brought(frames) if frames else Heard.told(news)

    def snapshot(self, access: str) -> SnapshotCard:
        """Ask for the file of a first copy."""
        return self._told(SnapshotCard, lambda: self._find().gazette.snapshot(access))

    def first_copy(self, access: str) -> tuple[SnapshotCard, Iterator[bytes]]:
        """Ask for it and its bytes."""
        card = self.snapshot(access)
        return card, self.snapshot_bytes(access, sha256=card.sha256, offset=0)

    def snapshot_bytes(self, access: str, *, sha256: str, offset: int) -> Iterator[bytes]:
        """Receive its bytes."""
        with refusals():
            size, path = self._find().gazette.snapshot_file(access, sha256=sha256)
            yield from self.bent(pieces(path, offset, size - offset))

    def summary(self, access: str, *, cursor: int) -> Summary:
        """Ask what a copy must hold."""
        return self._told(Summary, lambda: self._find().gazette.summary(access, cursor=cursor))

    def push(self, access: str, batch: PushBatch) -> PushAnswer:
        """Hand over pending items in columns; they are answered in a sheet, as over HTTPS."""
        sent = unbundled(bundled(batch, newest()), newest())
        answer = self._told(PushAnswer, lambda: self._find().push(access, sent, together=True))
        sheet = sheet_of(answer, sent)
        return answer if sheet is None else answer_of(carried(sheet), batch)

    def messages(self, access: str, batch: MessageBatch) -> MessageAnswers:
        """Hand over messages."""
        return self._told(MessageAnswers, lambda: self._find().messages.take(access, carried(batch)))

    def message_states(self, access: str, *, since: int) -> MessagePage:
        """Ask what became of them."""
        return self._told(MessagePage, lambda: self._find().messages.states(access, since))

    def templates(self, access: str) -> TemplateList:
        """Ask for the templates."""
        return self._told(TemplateList, lambda: self._find().messages.templates(access))

    def trail(self, access: str, batch: TrailBatch) -> TrailAnswer:
        """Hand over the audit trail."""
        return self._told(TrailAnswer, lambda: self._find().trail(access, carried(batch)))

    def have(self, access: str, ask: Have) -> Held:
        """Ask what is missing."""
        return self._told(Held, lambda: self._find().slices.have(access, carried(ask)))

    def put_slice(
        self, access: str, *, sha256: str, size: int, offset: int, length: int, body: BinaryIO, progress: Progress
    ) -> SliceAnswer:
        """Send a slice."""
        with refusals():
            arriving = self._find().slices.begin(access, Slice(sha256, size, offset, length))
        try:
            sent = 0
            while piece := body.read(min(PIECE, length - sent)):
                progress(sent)
                with refusals():
                    arriving.take(piece)
                sent += len(piece)
            answer = self._told(SliceAnswer, arriving.end)
        finally:
            arriving.close()
        progress(length)
        return answer

    def get_blob(self, access: str, *, sha256: str, offset: int = 0, bulk: bool = False) -> Iterator[bytes]:
        """Receive a file's bytes."""
        del bulk  # a line in one process has no limit and is cut for nobody
        with refusals():
            _, pieces = self._find().get_blob(access, sha256=sha256, offset=offset)
            yield from pieces

    def enquire(self, access: str, ask: Enquiry, kind: type[Message]) -> Message:
        """Ask what a person asks."""
        desk = self._find().enquiries
        match ask:
            case FirAsk():
                return _answered(kind, lambda: desk.fir(access, carried(ask)))
            case SearchAsk():
                return _answered(kind, lambda: desk.search(access, carried(ask)))
            case ReportAsk():
                return _answered(kind, lambda: told(desk.report(access, carried(ask))))
            case WholeAsk():
                return _answered(kind, lambda: desk.whole(access, carried(ask)))
            case KeysAsk():
                return _answered(kind, desk.receipt_keys)
            case MarkAsk():
                return _answered(kind, lambda: desk.mark(access, carried(ask)))

    @contextmanager
    def heeding(self) -> Iterator[None]:
        """Heed a cut from here on."""
        before, self._heeded.cut = getattr(self._heeded, "cut", None), self._cut
        try:
            yield
        finally:
            self._heeded.cut = before

    def halt(self) -> None:
        """Cut what is held; every other question here ends by itself."""
        self._cut.set()
        self._cut = threading.Event()

    def close(self) -> None:
        """Cut what is held."""
        self.halt()

    def _news(self, access: str, since: int) -> News:
        gazette = self._find().gazette
        scope, standing = gazette.arrived(access)
        return gazette.news(scope, since, standing)

    def _brought(self, access: str, since: int, dictionary: str) -> tuple[Frame, ...]:
        """Give the frames that come with the news, if they do."""
        gazette = self._find().gazette
        with refusals():
            (sent,) = gazette.dispatches.sent([Reader(access, gazette.arrived(access)[0], since, since, dictionary)])
        parser = FrameParser(since=since, dictionary=trained(dictionary))
        return () if sent is None else tuple(frames_of(self.bent(iter((sent,))), parser))

    def _told(self, kind: type[Message], ask: Callable[[], Message]) -> Message:
        with refusals():
            return decode(encode(ask()), kind)


def _answered(kind: type[Message], ask: Callable[[], msgspec.Struct]) -> Message:
    """Write an answer, and read it as the client does."""
    with refusals():
        return decode(encode(ask()), kind)


def carried(message: Message) -> Message:
    """Write and read a message, as the wire does."""
    return decode(encode(message), type(message))


@contextmanager
def refusals() -> Iterator[None]:
    """Turn the centre's refusal into the client's error by way of the wire."""
    try:
        yield
    except Refused as no:
        said = Refusal(code=no.code, detail=no.detail, request_id="loopback", retry_after=no.retry_after)
        raise error_of(carried(said)) from no
