"""Attachments in an S3-compatible store: the same contract as the folder's. Door to obstore.

A file is gathered and proved on the centre's own disk and only then put, in one request, so that an object is there
whole or not at all. What the store answers that it should not becomes *busy*: the station tries again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import S3Store

from central.blobs import HEAD, BlobFolder, Reading, container, is_hash
from central.errors import Refused, SetupError
from central.settings import LOOPBACK, Settings
from central.store.items import Stored
from sync.protocol.codes import Code

RETRY = 10
TRIES = 2
PATIENCE = "20s"
MAY_BE_READ = 1024 * 1024


def blobs_of(settings: Settings) -> BlobFolder:
    """Give where a centre's attachments lie: its folder, or the bucket that is set. Raises ``SetupError``."""
    return BlobBucket(settings) if settings.blob_url else BlobFolder(settings.blobs)


class BlobBucket(BlobFolder):
    """Bytes in a bucket; what is still coming in lies in the folder."""

    def __init__(self, settings: Settings) -> None:
        """Use the bucket of ``blob_url`` (``s3://bucket/prefix``); nothing is asked of it yet."""
        super().__init__(settings.blobs)
        place, endpoint = urlsplit(settings.blob_url), urlsplit(settings.s3_endpoint)
        if place.scheme != "s3" or not place.netloc:
            raise SetupError("blob_url is like s3://bucket/prefix")
        plain = endpoint.scheme == "http"
        if plain and endpoint.hostname not in LOOPBACK:
            raise SetupError("s3_endpoint: only a store on this very machine may be spoken to without TLS")
        self._prefix = place.path.strip("/")
        try:
            self._store = S3Store(
                place.netloc,
                endpoint=settings.s3_endpoint or None,
                region=settings.s3_region,
                access_key_id=settings.s3_key or None,
                secret_access_key=settings.s3_secret or None,
                virtual_hosted_style_request=not settings.s3_endpoint,
                client_options={"allow_http": plain, "timeout": PATIENCE},
                retry_config={"max_retries": TRIES},
            )
        except BaseError as wrong:
            raise SetupError(f"the store of attachments cannot be used: {type(wrong).__name__}") from wrong

    def adopt(self, part: Path, sha256: str) -> None:
        """Put a proved file under its name; the same bytes once more change nothing."""
        key = self._key(sha256)
        with _answering():
            obstore.put(self._store, key, part, use_multipart=False)
        part.unlink(missing_ok=True)

    def get(self, sha256: str, offset: int = 0) -> Reading:
        """Give a file's bytes in pieces, from ``offset`` on."""
        key = self._key(sha256)
        with _answering():
            source = obstore.open_reader(self._store, key, buffer_size=MAY_BE_READ)
            source.seek(offset)
        return _FromBucket(source)

    def stored(self, sha256: str) -> Stored | None:
        """Say what lies under a hash, from the store itself; None where nothing does."""
        key, size = self._key(sha256), self._found(sha256)
        if size is None:
            return None
        with _answering():
            head = bytes(obstore.get_range(self._store, key, start=0, end=min(HEAD, size))) if size else b""
        return Stored(sha256, size, container(head))

    def has(self, sha256: str) -> bool:
        """Tell whether the bytes are there."""
        return self._found(sha256) is not None

    def size(self, sha256: str) -> int:
        """Count the bytes of a file that is there."""
        size = self._found(sha256)
        if size is None:
            raise Refused(Code.NOT_FOUND, "these bytes are not here")
        return size

    def _found(self, sha256: str) -> int | None:
        try:
            with _answering():
                return int(obstore.head(self._store, self._key(sha256))["size"])
        except Refused as no:
            if no.code != Code.NOT_FOUND:
                raise
            return None

    def _key(self, sha256: str) -> str:
        if not is_hash(sha256):
            raise Refused(Code.NOT_UNDERSTOOD, "not a SHA-256")
        return "/".join(filter(None, (self._prefix, sha256[:2], sha256)))


class _FromBucket(Reading):
    """A file on its way out of the bucket, a range of it at a time."""

    def __init__(self, source: obstore.ReadableFile) -> None:
        self._reader: obstore.ReadableFile | None = source

    def __next__(self) -> bytes:
        piece = b""
        if self._reader is not None:
            with _answering():
                piece = bytes(self._reader.read(MAY_BE_READ))
        if not piece:
            self.close()
            raise StopIteration
        return piece

    def close(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()


@contextmanager
def _answering() -> Iterator[None]:
    """Turn what the store answers into the wire's words; its own words may name keys and hosts."""
    try:
        yield
    except (NotFoundError, FileNotFoundError):
        raise Refused(Code.NOT_FOUND, "these bytes are not here") from None
    except (BaseError, OSError) as wrong:
        raise Refused(Code.BUSY, f"the store of attachments: {type(wrong).__name__}", RETRY) from None
