"""What a training can do that no station can: play what the centre would answer."""

from __future__ import annotations

from typing import Protocol

from station_client.domain.ids import ItemId


class Rehearsing(Protocol):
    """Only a training's house has one; at a station there is none, and no code of it is loaded."""

    def step(self, item_id: ItemId) -> None:
        """Move an item of the outbox one step towards a receipt that is made up."""
