"""What the engine needs of a line, whatever carries it.

``sync.https`` carries it over TLS; the tests' loopback carries it straight into a centre in the same
process. Every method may raise ``LineError`` or ``RefusalError`` (``station_client.errors``) and nothing else;
what ``body`` and ``progress`` raise passes through untouched. ``CentreUnreachableError`` and
``CertificateNotTrustedError`` promise that nothing of the request reached the centre.

The centre's streams (frames, range sets, long-poll) will be further methods here; these stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol

from sync.protocol.messages import (
    ChangePage,
    Grant,
    Health,
    PushAnswer,
    PushBatch,
    Refresh,
    SignIn,
)
from sync.protocol.slices import Have, Held, SliceAnswer

Progress = Callable[[int], None]


class Line(Protocol):
    """The line itself, whatever is asked over it."""

    def halt(self) -> None:
        """Cut what a round has under way; what a person waits for (a file, a sign-in) goes on."""

    def close(self) -> None:
        """Cut whatever is under way, from any thread, and let go; a later question begins on a fresh connection."""


class FileLine(Protocol):
    """The bytes of files, as seen from the end of a line. ``access`` is an access token."""

    def have(self, access: str, ask: Have) -> Held:
        """Ask what the centre lacks of each file."""

    def put_slice(  # noqa: PLR0913 where a slice belongs takes four words
        self, access: str, *, sha256: str, size: int, offset: int, length: int, body: BinaryIO, progress: Progress
    ) -> SliceAnswer:
        """Send ``length`` bytes that belong at ``offset``; ``progress`` is told the bytes that the line has taken."""

    def get_blob(self, access: str, *, sha256: str, offset: int = 0) -> Iterator[bytes]:
        """Receive a file's bytes from ``offset`` on, in pieces; the caller verifies the hash."""


class Transport(FileLine, Line, Protocol):
    """The centre, as seen from the end of a line. ``access`` is an access token."""

    def health(self) -> Health:
        """Ask who is there and what time it has."""

    def sign_in(self, ask: SignIn) -> Grant:
        """Let an officer in by password. Raises ``WrongPasswordError``, ``LockedOutError``."""

    def refresh(self, ask: Refresh) -> Grant:
        """Get a new access token. Raises ``SessionExpiredError``, ``MachineRevokedError``."""

    def changes(self, access: str, *, since: int, rows: int) -> ChangePage:
        """Fetch one page of changes after ``since``."""

    def push(self, access: str, batch: PushBatch) -> PushAnswer:
        """Hand over pending items; a repeat gets the same answer."""
