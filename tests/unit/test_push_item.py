"""An outbox item, written for the wire: whatever the PC's clock said, it can be said there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from sync.mapping.items import push_item
from sync.protocol.codec import decode, encode
from sync.protocol.messages import PushItem
from tests.support.casework import draft, item_of


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), 2000),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=5, minutes=30))), 2000),
        (datetime(9999, 12, 31, tzinfo=UTC), 2199),
        (datetime(2026, 8, 14, tzinfo=UTC), 2026),
    ],
)
def test_an_alert_of_a_pc_with_an_empty_battery_still_goes_out(clock: datetime, said: int) -> None:
    """Its moment is the nearest that the wire carries, the same at each try; nothing of it is refused for that."""
    item = item_of(draft(), queued_at=clock, skew_seconds=-3e11)
    sent = decode(encode(push_item(item)), PushItem)
    assert sent.written_at.year == said
    assert sent == push_item(item)
