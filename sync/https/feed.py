"""What the centre streams, over HTTPS: frames as they come, the bytes of a snapshot, and a question that it holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import requests

from sync.https import answers
from sync.https.enquiries import HttpsEnquiries
from sync.https.messages import HttpsMessages
from sync.https.transport import MESSAGE_BYTES, Question
from sync.mapping.frames import frames_of
from sync.protocol import codes
from sync.protocol.dictionary import dictionary as trained
from sync.protocol.feed import News, SnapshotCard, Summary
from sync.protocol.frames import Frame, FrameParser
from sync.transport import Heard


class HttpsTransport(HttpsMessages, HttpsEnquiries):
    """The centre over TLS, as ``sync.transport.Transport`` has it."""

    def feed(self, access: str, *, since: int, dictionary: str, most: int | None = None) -> Iterator[Frame]:
        """Stream what is newer than ``since``; closing the generator cuts it."""
        query = f"?since={since}" + (f"&dictionary={dictionary}" if dictionary else "")
        query += f"&most={most}" if most is not None else ""
        parser = FrameParser(since=since, dictionary=trained(dictionary))
        session = self._bulk if most is None else self._control
        with self._asked(Question("GET", codes.PATH_FEED, access, query), session) as response:
            answers.check(response, codes.FEED_MEDIA_TYPE, self._deadline(self._patience.message))
            yield from frames_of(answers.pieces(response, self._deadline(self._patience.blob)), parser)

    def wait(self, access: str, *, since: int, seconds: int, dictionary: str | None = None) -> Heard:
        """Let the centre hold the question until something is new, on the control connection."""
        query = f"?since={since}&seconds={seconds}" + (f"&dictionary={dictionary}" if dictionary else "")
        accept = "" if dictionary is None else f"{codes.FEED_MEDIA_TYPE}, {codes.MEDIA_TYPE}"
        question = Question("GET", codes.PATH_NEWS, access, query, accept=accept)
        late = self._deadline(seconds + self._patience.message)
        with self._asked(question, self._control, patient=seconds) as response:
            if dictionary is None or answers.media_type(response) != codes.FEED_MEDIA_TYPE:
                return Heard.told(answers.message(response, News, MESSAGE_BYTES, late))
            answers.check(response, codes.FEED_MEDIA_TYPE, late)
            parser = FrameParser(since=since, dictionary=trained(dictionary))
            body = answers.whole(response, codes.CARRIED_BYTES, late)
            return Heard.brought(tuple(frames_of((body,), parser)))

    def snapshot(self, access: str) -> SnapshotCard:
        """Ask for the file of a first copy."""
        return self._message(Question("GET", codes.PATH_SNAPSHOT, access), SnapshotCard)

    def first_copy(self, access: str) -> tuple[SnapshotCard, Iterator[bytes]]:
        """Ask for the file of a first copy; a centre that only describes it is asked for its bytes then."""
        question = Question("GET", codes.PATH_SNAPSHOT, access, accept=codes.FEED_MEDIA_TYPE)
        late = self._deadline(self._patience.message)
        with ExitStack() as held:
            response = held.enter_context(self._asked(question, self._bulk))
            card = answers.card(response, late)
            if card is not None:
                return card, self._rest(held.pop_all(), response)
            card = answers.message(response, SnapshotCard, MESSAGE_BYTES, late)
        return card, self.snapshot_bytes(access, sha256=card.sha256, offset=0)

    def snapshot_bytes(self, access: str, *, sha256: str, offset: int) -> Iterator[bytes]:
        """Receive a snapshot's bytes from ``offset`` on; a centre that ignores the range is read past what is here."""
        question = Question("GET", codes.PATH_SNAPSHOTS, access, f"/{sha256}", offset=offset)
        with self._asked(question, self._bulk) as response:
            answers.check(response, codes.FEED_MEDIA_TYPE, self._deadline(self._patience.message))
            pieces = answers.pieces(response, self._deadline(self._patience.blob))
            yield from beyond(pieces, 0 if response.status_code == PARTIAL else offset)

    def _rest(self, held: ExitStack, response: requests.Response) -> Iterator[bytes]:
        with held:
            yield from answers.pieces(response, self._deadline(self._patience.blob))

    def summary(self, access: str, *, cursor: int) -> Summary:
        """Ask what a copy must hold."""
        return self._message(Question("GET", codes.PATH_SUMMARY, access, f"?cursor={cursor}"), Summary)


PARTIAL = 206


def beyond(pieces: Iterator[bytes], skipped: int) -> Iterator[bytes]:
    """Give what lies behind the first ``skipped`` bytes."""
    for piece in pieces:
        if rest := piece[skipped:]:
            yield rest
        skipped = max(0, skipped - len(piece))
