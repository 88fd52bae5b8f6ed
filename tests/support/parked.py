"""Questions for news that wait in this process."""

from __future__ import annotations

import asyncio

from central.web.parking import Parking


async def never() -> None:
    """Be a client that stays."""
    await asyncio.Event().wait()


async def parked(parking: Parking, number: int) -> None:
    """Let the loop run until so many wait."""
    while parking.parked != number:  # noqa: ASYNC110 a parking has no event for that, and needs none
        await asyncio.sleep(0.01)
