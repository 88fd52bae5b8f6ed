"""A first copy over HTTPS: one question where the centre knows it, two where it does not, and nothing believed."""

from __future__ import annotations

import hashlib
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from station_client.errors import LineStalledError, NotTheCentreError
from sync.https import HttpsTransport
from sync.https.transport import Patience
from sync.protocol.codec import encode
from sync.protocol.codes import FEED_MEDIA_TYPE, PATH_SNAPSHOT, SNAPSHOT_HEADER
from sync.protocol.feed import SnapshotCard
from tests.support.authority import Authority, Pair
from tests.support.peers import OWN_ID, Answering, peer, reply, request_id

BYTES = b"the very bytes of a file of frames"
NOW = datetime(2026, 8, 14, 6, 30, tzinfo=UTC)
CARD = SnapshotCard(sha256=hashlib.sha256(BYTES).hexdigest(), size=len(BYTES), cursor=7, rows=3, made_at=NOW)
HURRIED = Patience(connect=5.0, silence=0.4, message=5.0, blob=5.0)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """Give the State's authority."""
    return Authority(tmp_path)


@pytest.fixture
def good(authority: Authority) -> Pair:
    """Give a certificate that is in order."""
    return authority.issue("good")


def told(card: str, body: bytes = BYTES) -> bytes:
    """Write a snapshot's bytes as an answer, with what its head says of them."""
    return reply(media=FEED_MEDIA_TYPE, body=body, extra=f"{SNAPSHOT_HEADER}: {card}\r\n")


def older(connection: socket.socket, head: bytes) -> None:
    """Answer as a centre of protocol 2 did that knew the file's description alone."""
    whole = head.startswith(f"GET {PATH_SNAPSHOT} ".encode())
    answer = reply(body=encode(CARD)) if whole else reply(media=FEED_MEDIA_TYPE, body=BYTES)
    connection.sendall(answer.replace(OWN_ID, request_id(head)))


@pytest.mark.parametrize(("answer", "questions"), [(told(encode(CARD).decode()), 1), (older, 2)])
def test_one_question_is_enough_and_two_do(
    answer: bytes | Answering, questions: int, authority: Authority, good: Pair
) -> None:
    """The same card and the same bytes, whichever centre answers."""
    with peer(answer, good) as there:
        line = HttpsTransport(there.url, ca_file=authority.file)
        card, coming = line.first_copy("token")
        assert (card, b"".join(coming)) == (CARD, BYTES)
        line.close()
    assert len(there.heads) == questions


@pytest.mark.parametrize("card", ["", "{}", "x" * 5000, encode(CARD).decode().replace(CARD.sha256, "../../etc")])
def test_a_card_that_is_none_is_not_the_centres(card: str, authority: Authority, good: Pair) -> None:
    """Nothing of the bytes is used, and the connection is let go."""
    with peer(told(card), good) as there:
        line = HttpsTransport(there.url, ca_file=authority.file)
        with pytest.raises(NotTheCentreError):
            line.first_copy("token")
        line.close()


def test_bytes_that_stop_are_a_stall(authority: Authority, good: Pair) -> None:
    """What came before counts; the rest is asked for again."""

    def stop(connection: socket.socket, head: bytes) -> None:
        connection.sendall(told(encode(CARD).decode()).replace(OWN_ID, request_id(head))[:-4])
        connection.recv(1)

    with peer(stop, good) as there:
        line = HttpsTransport(there.url, ca_file=authority.file, patience=HURRIED)
        _, coming = line.first_copy("token")
        assert next(coming) == BYTES[:-4]
        with pytest.raises(LineStalledError):
            next(coming)
        line.close()
