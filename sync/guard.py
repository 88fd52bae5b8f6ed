"""Against 'everything is gone': how much one sync may take out of the copy before a person is asked. Pure."""

from __future__ import annotations

from typing import Final

MOST_SHARE: Final = 0.20
ALWAYS_ALLOWED: Final = 50


def too_many(leaving: int, held: int, agreed: int = 0) -> bool:
    """Tell whether ``leaving`` of ``held`` records are more than may go unasked; ``agreed`` a person has said yes to.

    A fault or a break-in at the centre must not empty every station's copy by a night's sync. A few may always go,
    so that a small copy asks nobody about a week's closed cases.
    """
    return leaving > max(agreed, ALWAYS_ALLOWED) and leaving > held * MOST_SHARE
