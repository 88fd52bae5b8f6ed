"""An alert that could not leave is shown back in the queue at once: the faces are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_client.domain.outbox import ItemState
from station_client.errors import CentreUnreachableError
from station_client.events import Part, StoreChanged
from tests.support.lines import Fault
from tests.support.scenes import synced_once


def test_faces_are_told_that_nothing_left(tmp_path: Path) -> None:
    """With no line the last news about the outbox comes after the item is queued again, not while it was leaving."""
    with synced_once(tmp_path) as scene:
        item_id = scene.here.write("Hue and cry: a white van without a number plate.")
        told: list[ItemState] = []

        def hear(event: object) -> None:
            if isinstance(event, StoreChanged) and Part.OUTBOX in event.parts:
                told.append(scene.here.item(item_id).state)

        stop = scene.here.bus.listen(hear)
        scene.strike(Fault.CUT)
        with pytest.raises(CentreUnreachableError):
            scene.here.engine.sync_once()
        stop()
        assert told[-1:] == [ItemState.QUEUED]
