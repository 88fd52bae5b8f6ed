"""The body of an answer as it is read: watched while somebody waits for it, and no faster than the pace."""

from __future__ import annotations

from typing import Any

from sync.https.connections import Pace
from sync.https.watch import UnderWay
from sync.stalls import Doing


class Reading:
    """urllib3's own body, which says when it is waited for. Everything else passes through."""

    def __init__(self, raw: Any, under_way: UnderWay, pace: Pace) -> None:  # noqa: ANN401 urllib3 has several kinds
        """Read ``raw``."""
        self._raw = raw
        self._under_way = under_way
        self._pace = pace

    def read1(self, size: int, *, decode_content: bool = True) -> bytes:
        """Give the next bytes that have come."""
        self._under_way.doing = Doing.READING
        try:
            piece: bytes = self._raw.read1(size, decode_content=decode_content)
        finally:
            self._under_way.doing = Doing.PATIENT  # whoever reads is busy with it: silence proves nothing now
        self._pace(len(piece))
        return piece

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 as above
        return getattr(self._raw, name)
