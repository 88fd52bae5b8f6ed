"""The bytes of files, both ways: sent where the centre lacks them, fetched where this PC does; the hash decides.

Each file is whole (issue C makes it slices); a file the centre has already is not sent again.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from station_client.domain.ids import ItemId, Sha256
from station_client.domain.outbox import ItemState, OutboxItem
from station_client.errors import AnswerError, RefusalError, StoreError, WrongBytesError
from station_client.events import Part
from sync.errand import Errand
from sync.protocol.codes import BLOB_BYTES
from sync.protocol.messages import ReceiptRecord

_log = logging.getLogger(__name__)

FILE_NOT_HERE = "unreadable"
FILE_REFUSED = "files"

Keep = Callable[[ReceiptRecord], OutboxItem | None]


class UnreadableError(Exception):
    """The sealed file itself cannot be read as it was attached; whatever else fails is not the file's fault."""


class SealedBody:
    """A sealed file on its way out, which tells its own damage from everything else that may go wrong with it."""

    def __init__(self, body: BinaryIO) -> None:
        """Read ``body``."""
        self._body = body

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes. Raises ``UnreadableError``."""
        try:
            return self._body.read(size)
        except (StoreError, OSError) as damaged:
            raise UnreadableError from damaged

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place in the file."""
        return self._body.seek(offset, whence)


class Blobs:
    """Carries files for one officer's session; ``keep`` stores the receipts that come back."""

    def __init__(self, errand: Errand, keep: Keep) -> None:
        """Work for one officer's session."""
        self._errand = errand
        self._keep = keep
        self._desk = errand.stores.desk
        self._folder = errand.stores.blobs

    def send(self, item_id: ItemId, missing: tuple[Sha256, ...]) -> Iterator[Sha256]:
        """Send an item's missing files; yields after each, so that news may pass between two files.

        A file that cannot be sent sets its item aside with a reason. Raises ``LineError``, and
        ``RefusalError`` where the officer, not the file, is refused.
        """
        item = self._desk.outbox.one(item_id)
        if item is None or item.state is not ItemState.RECEIVED:
            return
        done = item.bytes_total - sum(one.size for one in item.files if one.sha256 in missing)
        for file in item.files:
            if file.sha256 not in missing or file.sha256 in self._verified(item_id):
                continue
            self._errand.check()
            if not self._send_one(item, file.sha256, file.size, done):
                return
            done += file.size
            yield file.sha256
        self._errand.board.settled()

    def fetch(self, sha256: Sha256) -> None:
        """Bring a file into the sealed folder; nothing is kept unless its hash is the one asked for."""
        if self._folder.has(sha256):
            return
        board, transport = self._errand.board, self._errand.transport

        def coming(done: int) -> None:
            self._errand.check()
            board.fetched(sha256, done)

        def receive(access: str) -> None:
            self._folder.adopt(sha256, verified(transport.get_blob(access, sha256=sha256), sha256, coming))

        try:
            self._errand.ask(receive)
        finally:
            board.change(lambda old: replace(old, download=None))
        self._errand.tell(Part.BLOBS)

    def _verified(self, item_id: ItemId) -> frozenset[Sha256]:
        """Give the files the centre has verified since: one that two alerts name is sent once."""
        receipt = self._desk.receipts.one(item_id)
        return frozenset(one.sha256 for one in receipt.files) if receipt else frozenset()

    def _send_one(self, item: OutboxItem, sha256: Sha256, size: int, done: int) -> bool:
        board, transport = self._errand.board, self._errand.transport

        def progress(sent: int) -> None:
            self._errand.check()
            board.carried(item.item_id, done + sent, item.bytes_total)

        def send(access: str) -> tuple[ReceiptRecord, ...]:
            with self._opened(sha256) as sealed:
                body = cast("BinaryIO", SealedBody(sealed))  # as much of a file as a line uses
                answer = transport.put_blob(access, sha256=sha256, size=size, body=body, progress=progress)
            if answer.sha256 != sha256 or answer.size != size:
                raise AnswerError("the centre verified another file than the one that was sent")
            return answer.receipts

        try:
            receipts = self._errand.ask(send)
        except UnreadableError:
            _log.exception("a file of an outbox item cannot be read here")
            self._set_aside(item, FILE_NOT_HERE)
            return False
        except RefusalError as refused:
            if type(refused) is not RefusalError:
                raise
            self._set_aside(item, FILE_REFUSED)
            return False
        for record in receipts:
            self._keep(record)
        board.count(self._desk.outbox.items())
        self._errand.tell(Part.OUTBOX, Part.RECEIPTS)
        return True

    def _opened(self, sha256: Sha256) -> BinaryIO:
        try:
            return self._folder.open(sha256)
        except StoreError as gone:
            raise UnreadableError from gone

    def _set_aside(self, item: OutboxItem, reason: str) -> None:
        """Stop trying, visibly; what the centre has of the alert stays there."""
        self._errand.board.settled()
        aside = replace(item, state=ItemState.SET_ASIDE, reason=reason)
        self._desk.outbox.update(aside, expected={ItemState.RECEIVED})
        self._errand.board.count(self._desk.outbox.items())
        self._errand.tell(Part.OUTBOX)


def verified(pieces: Iterator[bytes], sha256: Sha256, coming: Callable[[int], None]) -> Iterator[bytes]:
    """Pass pieces on, telling how many bytes came.

    Raises ``WrongBytesError`` at the end, or at once beyond the limit, if they are not the file.
    """
    digest = hashlib.sha256()
    size = 0
    for piece in pieces:
        size += len(piece)
        coming(size)
        if size > BLOB_BYTES:
            raise WrongBytesError(f"more than {BLOB_BYTES} bytes")
        digest.update(piece)
        yield piece
    if digest.hexdigest() != sha256:
        raise WrongBytesError(f"{size} bytes with another hash")
