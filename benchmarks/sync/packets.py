"""One direction of an emulated line, packet by packet: rate, delay, seeded loss, a queue that drops its tail.

Pure: it is told the time and gives the moment at which a packet arrives, or None where it never does.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

IP_HEADER = 20
TCP = 6
SYN = 2
WRAP = 1 << 32
QUEUE_BYTES = 48_000
MOVING_BYTES = 8_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line's quality: kbit/s of IP packets each way, milliseconds there *and back*, per cent of packets lost."""

    kbit: float
    round_trip_ms: float
    loss: float

    def __str__(self) -> str:
        return f"{self.kbit:g} kbit/s, {self.round_trip_ms:g} ms there and back, {self.loss:g} % loss"

    @property
    def bytes_per_second(self) -> float:
        """The rate in bytes."""
        return self.kbit * 125


@dataclass(frozen=True, slots=True)
class Segment:
    """What a packet of TCP says of itself."""

    flow: tuple[bytes, int, int]
    sequence: int
    payload: int
    opens: bool


@dataclass(slots=True)
class Counted:
    """What went one way: ``bytes`` of IP were carried; ``written`` are what programs gave to TCP, each byte once."""

    packets: int = 0
    bytes: int = 0
    payload: int = 0
    written: int = 0
    lost: int = 0
    queue_dropped: int = 0
    cut_dropped: int = 0


@dataclass(slots=True)
class Way:
    """One direction; ``line`` None carries everything at once."""

    line: Line | None = None
    seed: int = 0
    counted: Counted = field(default_factory=Counted)
    since_return: int = 0
    _busy_until: float = 0.0
    _dice: random.Random = field(default_factory=random.Random)
    _newest: dict[tuple[bytes, int, int], int] = field(default_factory=dict)

    def shape(self, line: Line | None, seed: int) -> None:
        """Take another quality and begin to count anew."""
        self.line, self.seed = line, seed
        self._dice = random.Random(seed)  # noqa: S311 the same packets are lost in every run of a seed
        self._busy_until = 0.0
        self.counted = Counted()
        self.since_return = 0

    def send(self, packet: bytes, now: float, *, cut: bool) -> float | None:
        """Put a packet on the line; give the moment at which it arrives, None where it is lost."""
        segment = segment_of(packet)
        if segment is not None:
            self._note(segment)
        if cut:
            self.counted.cut_dropped += 1
            return None
        if self.line is None:
            self._carry(packet, segment)
            return now
        rate = self.line.bytes_per_second
        begins = max(self._busy_until, now)
        if (begins - now) * rate > QUEUE_BYTES:
            self.counted.queue_dropped += 1
            return None
        self._busy_until = begins + len(packet) / rate
        self._carry(packet, segment)
        if self._dice.random() < self.line.loss / 100:
            self.counted.lost += 1
            return None
        self.since_return += segment.payload if segment is not None else 0
        return self._busy_until + self.line.round_trip_ms / 2000

    def _carry(self, packet: bytes, segment: Segment | None) -> None:
        self.counted.packets += 1
        self.counted.bytes += len(packet)
        self.counted.payload += segment.payload if segment is not None else 0

    def _note(self, segment: Segment) -> None:
        """Count the bytes of a connection that were never on this way before; what TCP repeats counts once."""
        end = (segment.sequence + segment.payload + segment.opens) % WRAP
        if segment.opens or segment.flow not in self._newest:
            if self._newest.get(segment.flow) == end:
                return  # the same greeting again
            self._newest[segment.flow] = end
            self.counted.written += segment.payload
            return
        new = (end - self._newest[segment.flow]) % WRAP
        if 0 < new < WRAP // 2:
            self.counted.written += new
            self._newest[segment.flow] = end


def segment_of(packet: bytes) -> Segment | None:
    """Read a packet's TCP header; None for any other packet."""
    if len(packet) < IP_HEADER + 20 or packet[0] >> 4 != 4 or packet[9] != TCP:
        return None
    start = (packet[0] & 15) * 4
    if len(packet) < start + 20:
        return None
    source, target = (int.from_bytes(packet[at : at + 2], "big") for at in (start, start + 2))
    sequence = int.from_bytes(packet[start + 4 : start + 8], "big")
    payload = int.from_bytes(packet[2:4], "big") - start - (packet[start + 12] >> 4) * 4
    return Segment((packet[12:20], source, target), sequence, max(0, payload), bool(packet[start + 13] & SYN))
