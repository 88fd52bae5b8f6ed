"""What an officer asks of the centre, over nothing, for the window's tests: amendments, and pictures to read."""

from __future__ import annotations

from dataclasses import dataclass, field

from station_client.domain.alert import Life
from station_client.domain.draft import Draft
from station_client.domain.ids import AlertUid, DraftId, Login
from station_client.errors import StationError
from station_client.ports import Puzzle
from tests.support.stored_alerts import NOW

DOTS = b"\x0f" * 192


@dataclass
class FakeProving:
    """Draws a chequered picture, or asks what two and two is; ``error`` is what the line says."""

    drawn: list[tuple[str, bool, str]] = field(default_factory=list)
    error: StationError | None = None

    def puzzle(self, login: str, *, in_words: bool, language: str) -> Puzzle:
        """Draw one."""
        if self.error is not None:
            raise self.error
        self.drawn.append((login, in_words, language))
        challenge = f"challenge-{len(self.drawn)}"
        return Puzzle(challenge, "Two and two?", 0, 0, b"") if in_words else Puzzle(challenge, "", 64, 24, DOTS)


@dataclass
class FakeAmending:
    """What may be made of alerts, as a test says, and what was."""

    may: frozenset[Life] = frozenset()
    made: list[tuple[str, str, str]] = field(default_factory=list)

    def allowed(self, _uid: AlertUid) -> frozenset[Life]:
        """Say what may be made of it."""
        return self.may

    def correct(self, uid: AlertUid) -> Draft:
        """Begin a draft."""
        self.made.append((uid, "correct", ""))
        return Draft(DraftId("a-correction"), Login("rkverma"), NOW, NOW, edits=uid, base_version=1)

    def located(self, uid: AlertUid, why: str) -> None:
        """Settle it."""
        self.made.append((uid, "located", why))

    def recall(self, uid: AlertUid, why: str) -> None:
        """Take it back."""
        self.made.append((uid, "recall", why))
