"""A stream of frames, with what may be wrong with it said in the client's errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from station_client.errors import AnswerError, LineStalledError
from sync.protocol.codec import NotUnderstoodError
from sync.protocol.frames import CutShortError, Frame, FrameParser, read_frames


def frames_of(pieces: Iterable[bytes], parser: FrameParser) -> Iterator[Frame]:
    """Give the frames of a whole stream.

    Raises ``LineStalledError`` where it stops before its end, ``AnswerError`` where it is wrong.
    """
    try:
        yield from read_frames(pieces, parser)
    except CutShortError as cut:
        raise LineStalledError(str(cut)) from cut
    except NotUnderstoodError as wrong:
        raise AnswerError(f"a frame: {wrong}") from wrong


def frames_in(piece: bytes, parser: FrameParser) -> Iterator[Frame]:
    """Give the frames that one more piece completes. Raises ``AnswerError`` where it is wrong."""
    try:
        yield from parser.take(piece)
    except NotUnderstoodError as wrong:
        raise AnswerError(f"a frame: {wrong}") from wrong
