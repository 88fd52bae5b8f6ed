"""What a phrase is, and the mark by which the translators' tool finds one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

CONTEXT: Final = "phrases"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What happened, what is safe all the same, and what to do next; ``{names}`` are filled in."""

    happened: str
    safe: str
    next: str

    def __str__(self) -> str:
        """Give the whole as one line."""
        return " ".join(part for part in (self.happened, self.safe, self.next) if part)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text for translation and give it back."""
    return text
