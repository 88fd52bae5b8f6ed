"""Hash reports in memory, for the tests of the receipt's window and of its paper."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from station_client.domain.attachment import Attachment, Kind, Verdict
from station_client.domain.ids import ItemId, MachineId
from station_client.domain.outbox import OutboxItem
from station_client.errors import StationError
from station_client.services.views import HashReport
from tests.support.faces import NOW


class _Items(Protocol):
    asked: list[str]

    def one(self, item_id: ItemId) -> OutboxItem:
        """Give one item."""


@dataclass
class FakeHashing:
    """Gives reports of the outbox's items; ``wrong`` is raised instead."""

    outbox: _Items
    wrong: StationError | None = None

    def for_paper(self, item_id: ItemId) -> HashReport:
        """Give the report, and remember the trace."""
        if self.wrong is not None:
            raise self.wrong
        self.outbox.asked.append(f"hashes {item_id}")
        return hash_report(self.outbox.one(item_id))


def hash_report(item: OutboxItem) -> HashReport:
    """Make the report of an item's files, attached three minutes before it was read again."""
    files = tuple(
        Attachment(
            sha256=one.sha256,
            size=one.size,
            name=one.name,
            kind=Kind(one.kind),
            verdict=Verdict.ACCEPT,
            sha1=hashlib.sha1(one.name.encode(), usedforsecurity=False).hexdigest(),
            md5=hashlib.md5(one.name.encode(), usedforsecurity=False).hexdigest(),
            attached_at=NOW - timedelta(minutes=3),
        )
        for one in item.files
    )
    return HashReport(item, files, MachineId("0192f0c1-7e30-7abc-8def-0123456789ab"), NOW)
