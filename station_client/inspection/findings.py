"""What a look into a file found: its kind and its warnings, or the reason why it is refused."""

from __future__ import annotations

from dataclasses import dataclass

from station_client.domain.attachment import Kind
from station_client.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class Finding:
    """A file that is whole: ``kind`` by content (None: encrypted, so the name decides) and its warnings."""

    kind: Kind | None
    warnings: tuple[Reason, ...] = ()


class RefusedFileError(Exception):
    """This file cannot be taken; ``reason`` says why."""

    def __init__(self, reason: Reason) -> None:
        """Keep the ``reason``; what the library said may quote the file, so it is dropped."""
        super().__init__(str(reason))
        self.reason = reason
