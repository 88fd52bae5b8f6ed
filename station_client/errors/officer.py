"""What an officer can put right: what was typed or chosen, and who is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


class StationError(Exception):
    """Something an officer must be told; ``code`` finds its words."""

    code: ClassVar[str] = "unexpected"

    def __init__(self, detail: str = "") -> None:
        """Keep ``detail``: a line for the log of State IT, never with case data or a secret."""
        super().__init__(detail)
        self.detail = detail


class InputError(StationError):
    """One field must be changed; ``reason`` is a code that ``ui/phrases.py`` words."""

    code = "input"

    def __init__(self, field: str, reason: str, detail: str = "") -> None:
        """Name the ``field`` and the ``reason`` it cannot stand."""
        super().__init__(detail or f"{field}: {reason}")
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps an alert from being sent: the field and the reason's code."""

    field: str
    reason: str


class DraftIncompleteError(InputError):
    """The alert cannot be sent yet; each problem names its field."""

    code = "draft-incomplete"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Carry every problem, so that all are shown at once."""
        first = problems[0] if problems else Problem("draft", "empty")
        super().__init__(first.field, first.reason)
        self.problems = problems


class AttachmentRefusedError(InputError):
    """This file cannot be attached; ``reason`` says why (mismatch, corrupt, too-large …)."""

    code = "attachment-refused"

    def __init__(self, name: str, reason: str, detail: str = "") -> None:
        """Keep the file's shown ``name`` (already made harmless) and the ``reason``."""
        super().__init__("attachment", reason, detail)
        self.name = name


class NotLentError(InputError):
    """This attachment is not handed to another program; ``reason`` says why (mismatch, corrupt, too-much-inside …)."""

    code = "not-lent"

    def __init__(self, name: str, reason: str) -> None:
        """Keep the file's shown ``name`` (already made harmless) and the ``reason``."""
        super().__init__("attachment", reason)
        self.name = name


class SignInError(StationError):
    """The officer is not signed in."""

    code = "sign-in"


class WrongPasswordError(SignInError):
    """The name and the password do not belong together."""

    code = "wrong-password"


class LockedOutError(SignInError):
    """Too many wrong passwords: wait."""

    code = "locked-out"

    def __init__(self, seconds: int) -> None:
        """``seconds`` until another try is taken."""
        super().__init__(f"{seconds} s")
        self.seconds = seconds


class PictureNeededError(SignInError):
    """The centre wants a picture to be read before it looks at the password."""

    code = "challenge"


class PictureWrongError(PictureNeededError):
    """That is not what the picture shows."""

    code = "picture-wrong"


class CodeNeededError(SignInError):
    """The password is right, and the centre wants this officer's one-time code with it."""

    code = "one-time-code"


class CodeWrongError(CodeNeededError):
    """The one-time code does not count: mistyped, too old, or used before."""

    code = "code-wrong"


class FirstSignInNeedsLineError(SignInError):
    """This officer has not signed in on this PC yet, and the first time needs the line."""

    code = "first-sign-in-needs-line"


class VouchNeededError(SignInError):
    """A new officer on this PC needs an officer who is signed in to let them in."""

    code = "vouch-needed"


class NotSignedInError(SignInError):
    """The vault is closed; nothing of a case can be read."""

    code = "not-signed-in"
