"""How long the centre holds an answer for a client: for as long as the client takes of it."""

from __future__ import annotations

import asyncio

from central.web import connection


class Held:
    """A transport that holds bytes for a client."""

    def __init__(self) -> None:
        """Hold more than a slow line carries in ten looks."""
        self.size, self.aborted = 12 * connection.LEAST_READ, False

    def get_write_buffer_size(self) -> int:
        """Say how much is held."""
        return self.size

    def abort(self) -> None:
        """End the connection."""
        self.aborted = True


def test_a_client_that_reads_slowly_is_left_alone() -> None:
    """What is held for it takes longer than the limit to leave: a first copy over 64 kbit/s does so for minutes."""
    held, left = Held(), []

    async def read() -> None:
        limit = connection._Taking(asyncio.get_running_loop(), 0.1, held)  # type: ignore[arg-type]  # as much of one as is asked
        limit.start()
        for _ in range(10):
            await asyncio.sleep(0.05)
            held.size -= connection.LEAST_READ
        left.append(held.aborted)
        await asyncio.sleep(0.5)  # it looks away

    asyncio.run(read())
    assert (left, held.aborted) == ([False], True)
