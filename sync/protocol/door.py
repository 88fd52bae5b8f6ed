"""What the centre asks of whoever typed wrong passwords: to read a picture, or to answer a question in words."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from sync.protocol.bounds import Name, Seconds, Whole, Word

PATH_CHALLENGE = "/v1/challenge"
MOST_SIDE = 1024
MOST_DOTS = 16 * 1024

Side = Annotated[int, Meta(ge=0, le=MOST_SIDE)]
Dots = Annotated[bytes, Meta(max_length=MOST_DOTS)]


class ChallengeAsk(msgspec.Struct, frozen=True, kw_only=True):
    """A picture for a login, please; or, for who cannot read one, a question ``in_words`` of a ``language``."""

    login: Word
    in_words: bool = False
    language: Word = "en"


class Challenge(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be read, good for one answer within ``seconds``: a picture of ``dots``, or a ``question``.

    ``dots`` are rows from the top, one bit a dot, each row padded to whole bytes, the leftmost dot in the highest bit;
    1 is ink.
    """

    challenge: Word
    seconds: Seconds
    question: Name = ""
    width: Side = 0
    height: Side = 0
    dots: Dots = b""


def is_sound(challenge: Challenge) -> bool:
    """Tell whether there is something to read, and as many dots as the picture's sides say."""
    rows: Whole = (challenge.width + 7) // 8 * challenge.height
    return bool(challenge.question) if not rows else len(challenge.dots) == rows
