"""The exit codes: one for each family of error, the same for ever (docs/command-line.md)."""

from __future__ import annotations

from enum import IntEnum

from station_client.errors import (
    AnswerError,
    ClockWrongError,
    InputError,
    KeychainError,
    LineError,
    RefusalError,
    SettingsError,
    SignInError,
    StationError,
    StoreError,
    TrailBrokenError,
)


class Exit(IntEnum):
    """What a script reads when a command has ended."""

    DONE = 0
    UNEXPECTED = 1
    USAGE = 2
    INPUT = 3
    SIGN_IN = 4
    LINE = 5
    REFUSED = 6
    CLOCK = 7
    STORE = 8
    KEYCHAIN = 9
    SETTINGS = 10
    ANSWER = 11
    TRAIL = 12
    INTERRUPTED = 130


_FAMILIES: tuple[tuple[type[StationError], Exit], ...] = (
    (InputError, Exit.INPUT),
    (SignInError, Exit.SIGN_IN),
    (LineError, Exit.LINE),
    (RefusalError, Exit.REFUSED),
    (AnswerError, Exit.ANSWER),
    (ClockWrongError, Exit.CLOCK),
    (TrailBrokenError, Exit.TRAIL),
    (KeychainError, Exit.KEYCHAIN),
    (StoreError, Exit.STORE),
    (SettingsError, Exit.SETTINGS),
)


def exit_of(error: StationError) -> Exit:
    """Give the exit code of an error's family."""
    return next((code for family, code in _FAMILIES if isinstance(error, family)), Exit.UNEXPECTED)
