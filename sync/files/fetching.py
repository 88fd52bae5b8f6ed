"""Files that this PC lacks, fetched from where they broke off; the hash decides whether they are kept."""

from __future__ import annotations

from dataclasses import replace

from station_client.domain.ids import Sha256
from station_client.errors import RefusalError, WrongBytesError
from station_client.events import Part
from station_client.store.arriving import Arriving
from sync.errand import Errand
from sync.protocol.codes import BLOB_BYTES


class Fetching:
    """Fetches files for one officer's session."""

    def __init__(self, errand: Errand, *, bulk: bool = False) -> None:
        """Work for one officer's session; ``bulk``: nobody waits for the files."""
        self._errand = errand
        self._bulk = bulk

    def fetch(self, sha256: Sha256) -> None:
        """Bring a file into the sealed folder; nothing is kept as the file unless its hash is the one asked for.

        Raises ``LineError`` (what came is gone on with the next time), ``RefusalError``, ``WrongBytesError``.
        """
        if self._errand.stores.blobs.has(sha256):
            return
        try:
            self._errand.ask(lambda access: self._receive(access, sha256))
        finally:
            self._errand.board.change(lambda old: replace(old, download=None))
        self._errand.tell(Part.BLOBS)

    def _receive(self, access: str, sha256: Sha256) -> None:
        with self._errand.stores.blobs.arriving(sha256) as arriving:
            try:
                self._take(access, sha256, arriving)
            except WrongBytesError:
                arriving.spoil()
                raise
            except RefusalError as refused:
                if type(refused) is RefusalError:
                    arriving.spoil()  # the centre has no such file, or none that goes on from there
                raise

    def _take(self, access: str, sha256: Sha256, arriving: Arriving) -> None:
        line = self._errand.transport
        for piece in line.get_blob(access, sha256=sha256, offset=arriving.size, bulk=self._bulk):
            self._errand.check()
            if arriving.size + len(piece) > BLOB_BYTES:
                raise WrongBytesError(f"more than {BLOB_BYTES} bytes")
            arriving.write(piece)
            self._errand.board.fetched(sha256, arriving.size)
        if arriving.sha256() != sha256:
            raise WrongBytesError(f"{arriving.size} bytes with another hash")
