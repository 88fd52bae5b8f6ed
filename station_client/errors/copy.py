"""What keeps this PC's copy from being what the centre says it is."""

from __future__ import annotations

from station_client.errors.centre import AnswerError


class TooManyGoneError(AnswerError):
    """The centre withdraws so much of the copy at once that a person must agree first; nothing was taken out."""

    code = "too-many-gone"

    def __init__(self, count: int = 0, held: int = 0) -> None:
        """Keep how many records are to leave, of how many this PC holds."""
        super().__init__(f"{count} of {held}")
        self.count = count
        self.held = held


class CopyDiffersError(AnswerError):
    """The copy was read anew and still is not what the centre counts."""

    code = "copy-differs"
