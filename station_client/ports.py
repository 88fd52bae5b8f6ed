"""The doors that others open for the core: the keychain, the centre's sign-in, the engine's controls.

Each is a Protocol with a real implementation elsewhere (``security.keychain``, ``sync``), handed in
by ``station_client.app``; tests hand in others.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from station_client.domain.ids import ItemId, Login, MachineId, Sha256
from station_client.domain.office import Officer


class Keychain(Protocol):
    """The PC's own keychain; holds one thing: the machine's secret."""

    def name(self) -> str:
        """Say which keychain it is, for State IT (``SecretService``, ``WinVault`` …)."""

    def read(self, entry: str) -> bytes | None:
        """Give the secret of ``entry``, or None where there is none. Raises ``KeychainError``."""

    def write(self, entry: str, secret: bytes) -> None:
        """Keep the secret of ``entry``. Raises ``KeychainError``."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What lets the engine speak for an officer; held in memory and, sealed, in the desk."""

    access: str
    access_until: datetime
    refresh: str
    refresh_until: datetime


@dataclass(frozen=True, slots=True)
class Granted:
    """The centre let the officer in; ``skew_seconds`` is this PC's clock minus the centre's."""

    officer: Officer
    tokens: Tokens
    centre: str
    skew_seconds: float


@dataclass(frozen=True, slots=True)
class Proof:
    """What an officer gives the centre beside the password, once it has asked for it; empty until then.

    ``answer`` says what the picture ``challenge`` shows; ``code`` is a one-time code.
    """

    challenge: str = ""
    answer: str = ""
    code: str = ""


NO_PROOF = Proof()


@dataclass(frozen=True, slots=True)
class Puzzle:
    """What is to be read before the centre looks at a password again: a ``question`` in words, or a picture.

    ``dots`` are rows from the top, one bit a dot, each row in whole bytes, the leftmost in the highest bit; 1 is ink.
    """

    challenge: str
    question: str
    width: int
    height: int
    dots: bytes


class TokenBook(Protocol):
    """Where the engine finds the signed-in officer's tokens, and leaves fresh ones."""

    def read(self) -> Tokens | None:
        """Give the tokens, or None where the centre must be asked by password first."""

    def write(self, tokens: Tokens) -> None:
        """Keep fresh tokens in place of the old ones."""

    def learn(self, officer: Officer) -> None:
        """Keep the officer, with their rights, as the centre describes them with the fresh tokens."""


class SignInDoor(Protocol):
    """The way to the centre's sign-in; every method may raise ``LineError`` or ``RefusalError``."""

    def sign_in(self, *, login: Login, password: str, machine_id: MachineId, proof: Proof = NO_PROOF) -> Granted:
        """Let an officer in by password.

        Raises ``WrongPasswordError``, ``LockedOutError``, ``ClockWrongError``, and ``PictureNeededError`` or
        ``CodeNeededError`` where the centre wants more than the password.
        """

    def puzzle(self, *, login: Login, in_words: bool, language: str) -> Puzzle:
        """Get a picture to read for this login's next try, or a question ``in_words`` of a ``language``."""


class LineDoctor(Protocol):
    """Whoever can try the way to the centre step by step; what a step gives is a detail for State IT."""

    def connected(self) -> str | None:
        """Look whether this PC is on a network at all; None where the system does not tell.

        Raises ``NoNetworkError``, ``NoAddressError``.
        """

    def reach(self) -> str | None:
        """Look for a way to the centre, or to the proxy before it, and connect once. Raises ``LineError``.

        None where it cannot be told, because the name is not known.
        """

    def find(self) -> str:
        """Find out where the centre, or the proxy before it, is. Raises ``NameNotFoundError``."""

    def pass_proxy(self) -> bool:
        """Go through the State's proxy; False where there is none. Raises ``ProxyRefusedError``."""

    def prove(self) -> bool:
        """Let it prove to be the centre; False where nobody came so far. Raises ``CertificateNotTrustedError``."""

    def skew_seconds(self) -> float | None:
        """Give this PC's clock minus the centre's, if it answered just now."""

    def greet(self) -> str:
        """Say who answered. Raises ``LineError``, ``RefusalError``."""


class Line(StrEnum):
    """What the engine knows of the line, from the centre's own answers."""

    NOT_TRIED = "not-tried"
    GOOD = "good"
    NONE = "none"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Transfer:
    """One item under way: file bytes done of all its file bytes, and the rate in bytes a second."""

    item_id: ItemId
    done: int
    total: int
    rate: float

    @property
    def seconds_left(self) -> int | None:
        """Reckon how long the rest takes; None where that cannot be said yet."""
        return round(max(0, self.total - self.done) / self.rate) if self.rate > 0 else None


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a person fetches: the bytes that came so far, and the rate in bytes a second."""

    sha256: Sha256
    done: int
    rate: float


class Phase(StrEnum):
    """What the engine does at this moment."""

    RESTING = "resting"
    LISTENING = "listening"  # the centre will answer as soon as something is new
    ASKING = "asking"
    FIRST_COPY = "first-copy"
    FETCHING = "fetching"
    READING_ANEW = "reading-anew"
    SENDING_FILES = "sending-files"


@dataclass(frozen=True, slots=True)
class Reading:
    """How far the copy is on its way: records of all that are to come (0: not known), and records a second."""

    done: int
    total: int
    rate: float

    @property
    def seconds_left(self) -> int | None:
        """Reckon how long the rest takes; None where that cannot be said yet."""
        if self.rate <= 0 or self.total <= 0:
            return None
        return round(max(0, self.total - self.done) / self.rate)


@dataclass(frozen=True, slots=True)
class Removals:
    """So many records of those this PC holds the centre withdraws at once; they stay until a person agrees."""

    count: int
    held: int


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """The truth about the line and what waits here, the same for the window and the command line.

    ``since`` is when the line took its present state; ``error`` is the code of the last error
    (``ui/phrases.py`` words it), empty after a success. Moments are UTC by this PC's clock.
    ``skew_seconds`` is None until the engine has measured it since the start. ``last_contact`` is when the centre
    last answered anything; ``pulled`` counts the records of this round. ``files_from`` is the moment from which
    the State's hours let files travel again; None where they may now.
    """

    line: Line = Line.NOT_TRIED
    since: datetime | None = None
    last_sync: datetime | None = None
    waiting: int = 0
    refused: int = 0
    running: bool = False
    paused: bool = False
    error: str = ""
    next_try: datetime | None = None
    transfer: Transfer | None = None
    download: Download | None = None
    pulled: int = 0
    head: int = 0
    skew_seconds: float | None = None
    phase: Phase = Phase.RESTING
    reading: Reading | None = None
    removals: Removals | None = None
    last_contact: datetime | None = None
    files_from: datetime | None = None


class SyncControl(Protocol):
    """What a person may ask of the engine."""

    def status(self) -> SyncStatus:
        """Say where things stand, at once and from memory."""

    def sync_now(self, *, accept_removals: bool = False) -> None:
        """Ask for a sync as soon as the engine can; returns at once.

        ``accept_removals`` agrees to what the centre withdraws, for that sync only, and to no more than is held back
        by now.
        """

    def pause(self) -> None:
        """Send and fetch nothing until ``resume``, after a restart of the program too."""

    def resume(self) -> None:
        """Go on after ``pause``."""

    def sync_once(self) -> SyncStatus:
        """Run one whole sync on the calling thread (the command line).

        Raises ``LineError``, ``RefusalError``, ``AnswerError``, ``StoreError``; a refused item is no error,
        it is in the status.
        """

    def fetch_file(self, sha256: Sha256) -> None:
        """Bring a file's bytes into the sealed folder, on the calling thread, and verify its hash.

        Raises ``LineError``, ``RefusalError``, ``AnswerError``, ``DiskFullError``.
        """
