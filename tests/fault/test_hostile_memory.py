"""A real TLS server that sends bombs and streams without end: refused by name, in bounded memory and time."""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache

import pytest
import zstandard

from sync.protocol.codes import FEED_MEDIA_TYPE
from sync.protocol.frames import PAYLOAD_BYTES, Encoding, Kind, Stored, write_frame
from tests.support.authority import Authority, Pair
from tests.support.centre_process import PROJECT
from tests.support.peers import OWN_ID, peer, reply, request_id
from tests.support.streams import records_frame, some_records

MOST_GROWN = 30 * 1024 * 1024
MEGABYTE = bytes(1024 * 1024)
ENOUGH = 400  # of pieces of a megabyte: far beyond what may be held

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's memory here")


def head(media: str, extra: str = "", status: str = "200 OK") -> bytes:
    """Begin an answer that says nothing of its length."""
    text = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{extra}Connection: close\r\n"
    return text.encode() + b"X-Request-Id: " + OWN_ID + b"\r\n\r\n"


def message_without_end() -> Iterator[bytes]:
    """Begin a message, and never end it."""
    yield head("application/json") + b'{"head": "'
    for _ in range(ENOUGH):
        yield b" " * len(MEGABYTE)


@cache
def packed_message() -> bytes:
    """Pack a message of 200 MB into 200 kB, once."""
    return gzip.compress(b'{"a": "' + MEGABYTE * 200 + b'"}', compresslevel=1)


def gzip_bomb() -> Iterator[bytes]:
    """Say a message of 200 MB in 200 kB."""
    yield head("application/json", "Content-Encoding: gzip\r\n") + packed_message()


@cache
def packed_frame() -> bytes:
    """Pack 400 MB into a few bytes, once."""
    bomb = zstandard.ZstdCompressor(level=1).compressobj()
    return b"".join(bomb.compress(MEGABYTE) for _ in range(ENOUGH)) + bomb.flush()


def frame_bomb() -> Iterator[bytes]:
    """Send a frame whose few bytes unpack to 400 MB, where its header says eight."""
    stored = Stored(Encoding.ZSTD, packed_frame(), PAYLOAD_BYTES)
    yield head(FEED_MEDIA_TYPE) + write_frame(Kind.RECORDS, 9, 2, stored)


def frame_of_a_giant() -> Iterator[bytes]:
    """Announce a frame of four gigabytes, and begin to send it."""
    good = bytearray(records_frame(some_records(1, 3), 3))
    good[14:18] = b"\xff\xff\xff\xff"
    yield head(FEED_MEDIA_TYPE) + bytes(good)
    for _ in range(ENOUGH):
        yield MEGABYTE


def wrong_checksum() -> Iterator[bytes]:
    """Send a frame whose last byte was changed."""
    good = bytearray(records_frame(some_records(1, 3), 3))
    good[-1] ^= 1
    yield head(FEED_MEDIA_TYPE) + bytes(good)


def another_range() -> Iterator[bytes]:
    """Answer with a part that begins behind the one that was asked for."""
    yield head("application/octet-stream", "Content-Range: bytes 5000-9999/10000\r\n", "206 Partial") + MEGABYTE


def part_of_nothing() -> Iterator[bytes]:
    """Answer with a part that does not say which."""
    yield head("application/octet-stream", "Content-Range: bytes */10\r\n", "206 Partial") + MEGABYTE


def headers_without_end() -> Iterator[bytes]:
    """Begin an answer whose headers never stop."""
    yield b"HTTP/1.1 200 OK\r\n"
    for number in range(100_000):
        yield f"X-{number}: {'a' * 1000}\r\n".encode()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Give the State's authority."""
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def good(authority: Authority) -> Pair:
    """Give a certificate that is in order."""
    return authority.issue("good")


@pytest.mark.parametrize(
    ("lie", "ask", "met"),
    [
        (message_without_end, "news", "NotTheCentreError"),
        (gzip_bomb, "health", "NotTheCentreError"),
        (frame_bomb, "feed", "AnswerError|NotTheCentreError"),
        (frame_of_a_giant, "feed", "AnswerError|NotTheCentreError"),
        (wrong_checksum, "feed", "AnswerError|NotTheCentreError"),
        (another_range, "blob", "NotTheCentreError"),
        (part_of_nothing, "blob", "NotTheCentreError"),
        (headers_without_end, "health", "LineStalledError|NotTheCentreError|LineCutError|CentreUnreachableError"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_hostile_server_is_refused_in_bounded_memory(
    lie: Callable[[], Iterator[bytes]], ask: str, met: str, authority: Authority, good: Pair
) -> None:
    """Whatever it sends: a name for it, and no more than 30 MB."""
    next(lie())  # to make a bomb may take longer than the station waits: it is made before anybody asks

    def answer(connection: socket.socket, asked: bytes) -> None:
        if b"/v2/summary" in asked:
            connection.sendall(reply("503 Busy").replace(OWN_ID, request_id(asked)))
            return
        with contextlib.suppress(OSError):
            for piece in lie():
                connection.sendall(piece.replace(OWN_ID, request_id(asked)))

    with peer(answer, good) as there:
        order = json.dumps({"url": there.url, "authority": str(authority.file), "ask": ask})
        done = subprocess.run(
            (sys.executable, "-m", "tests.support.hostile_child"),
            input=order + "\n", cwd=PROJECT, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
    told = json.loads(done.stdout)
    assert told["met"] in met.split("|"), told
    assert told["grown"] < MOST_GROWN, told
