"""Errors and reasons in words: what happened, what is safe, what to do next.

Plain tables of English source texts with no Qt in them; the window translates them by
``ui.language``, the command line prints them as they are.
"""

from __future__ import annotations

from station_client.errors import (
    AttachmentRefusedError,
    ClockHidesCentreError,
    ClockWrongError,
    InputError,
    LockedOutError,
    NotLentError,
    RefusalError,
    SettingsError,
    StationError,
    TrailBrokenError,
)
from ui.phrases.errors import PHRASES
from ui.phrases.mark import CONTEXT, Phrase
from ui.phrases.reasons import REASONS, RECEIVED, UNKNOWN_REASON

__all__ = [
    "CONTEXT",
    "PHRASES",
    "REASONS",
    "RECEIVED",
    "Phrase",
    "english",
    "fillings",
    "of",
    "of_code",
    "reason",
    "received",
]


def of(error: StationError) -> Phrase:
    """Give the source phrase of an error, its ``{names}`` not filled in yet."""
    if isinstance(error, RefusalError) and error.code == RefusalError.code and error.reason in PHRASES:
        return PHRASES[error.reason]
    return of_code(error.code)


def of_code(code: str) -> Phrase:
    """Give the source phrase of an error's code; a code nobody knows is "unexpected"."""
    return PHRASES.get(code, PHRASES[StationError.code])


def reason(code: str) -> str:
    """Give the source text of one reason; a reason of a newer centre is said to be unknown."""
    return REASONS.get(code, UNKNOWN_REASON)


def received(code: str) -> str:
    """Give the source text of one reason where the file came from another station."""
    return RECEIVED.get(code) or reason(code)


def fillings(error: StationError) -> dict[str, str]:
    """Give what stands for each ``{name}`` of the error's phrase; ``reason`` is a source text itself."""
    filled: dict[str, str] = {"detail": error.detail}
    match error:
        case LockedOutError():
            filled["seconds"] = str(error.seconds)
        case ClockWrongError() | ClockHidesCentreError():
            filled["minutes"] = str(max(1, round(abs(error.skew_seconds) / 60)))
        case SettingsError():
            filled |= {"setting": error.setting, "why": error.reason}
        case AttachmentRefusedError():
            filled |= {"name": error.name, "reason": reason(error.reason)}
        case NotLentError():
            filled |= {"name": error.name, "reason": received(error.reason)}
        case TrailBrokenError():
            filled["number"] = str(error.number)
        case InputError():
            filled["reason"] = reason(error.reason)
    return filled


def english(error: StationError) -> Phrase:
    """Give the finished English phrase, for the command line and the log's reader."""
    source, happened = of(error), of(error).happened
    for name, value in fillings(error).items():
        happened = happened.replace("{" + name + "}", value)
    return Phrase(happened, source.safe, source.next)
