"""A line of bad weather: any question may be lost, doubled, late, or cut behind any byte of what it carries.

Something may also be done in the middle of a round, just before one of its questions.

What befalls a question follows from the seed, its name and how often it was asked, not from the order in which
threads come to ask: a seed tells much the same story each time.
"""

from __future__ import annotations

import contextlib
import random
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from station_client.errors import LineStalledError, StationError
from sync.transport import Heard
from tests.support.lines import Fault, FaultyLine
from tests.support.loopback import Loopback

Answer = TypeVar("Answer")
Piece = TypeVar("Piece")

WEATHER = (*[Fault.NONE] * 6, Fault.CUT, Fault.LOST, Fault.DOUBLED, Fault.HALVED, Fault.LATE)
LONGEST_CUT = 60_000
SHORT_CUT = 2_000
COMES_NOW = 0.3


class StormyLine(FaultyLine):
    """Takes its faults from the seed while ``storm`` lasts; ``tell`` hears of each that strikes."""

    def __init__(self, line: Loopback, seed: str, tell: Callable[[str], None]) -> None:
        """Begin calm, over a line of this process."""
        super().__init__(line)
        self.storm = False
        self._seed = seed
        self._tell = tell
        self._asked: Counter[str] = Counter()
        self._late: list[Callable[[], object]] = []
        self._left = -1
        self.on_the_way: Callable[[], object] | None = None
        """What happens between the centre's answer to a question for news and its arrival."""
        self._meanwhile: tuple[int, Callable[[str], None]] | None = None
        line.bent = self._bend

    def amid(self, question: int, act: Callable[[str], None]) -> None:
        """Do something before the question of that number from now on, 0 the next, on whichever thread asks it.

        ``act`` is told the question's name.
        """
        self._meanwhile = (question, act)

    def uneventful(self) -> None:
        """Forget what was to be done where so many questions were not asked."""
        self._meanwhile = None

    def wait(self, access: str, *, since: int, seconds: int, dictionary: str | None = None) -> Heard:
        """Ask for news and what comes with them; the line may die in the middle, or the answer take long."""
        fault = self._next(f"news {since}")
        ask = partial(super().wait, access, since=since, seconds=seconds, dictionary=dictionary)
        if fault in {Fault.HALVED, Fault.LATE}:
            self._left, fault = self._torn(SHORT_CUT), Fault.NONE
        try:
            heard = self._strike(fault, ask)
        finally:
            self._left = -1
        if self.on_the_way is not None:
            self.on_the_way()
        return heard

    def deliver(self, chance: float = 1.0) -> None:
        """Let questions that were held up on their way arrive now, each by chance; nobody hears the answer."""
        with self._turn:
            held, self._late = self._late, []
        for ask in held:
            if self._random("arrival", len(self.story)).random() >= chance:
                self._late.append(ask)
                continue
            self._tell("    a late question arrives")
            with contextlib.suppress(StationError):
                ask()

    def _next(self, name: str) -> Fault:
        if self._late and self.storm:
            self.deliver(COMES_NOW)
        with self._turn:
            self._asked[name] += 1
            fault = self._random(name, self._asked[name]).choice(WEATHER) if self.storm else Fault.NONE
            self.story.append(name)
            act = self._due()
        if act is not None:
            act(name)
        if fault is not Fault.NONE:
            self._tell(f"    {name}: {fault}")
        return fault

    def _due(self) -> Callable[[str], None] | None:
        """Count a question; give what is to be done before it."""
        if self._meanwhile is None:
            return None
        left, act = self._meanwhile
        self._meanwhile = (left - 1, act) if left else None
        return None if left else act

    def _strike(self, fault: Fault, ask: Callable[[], Answer]) -> Answer:
        if fault is Fault.LATE:
            self._late.append(ask)
            raise LineStalledError("it is still on its way")
        return super()._strike(fault, ask)

    def _stream(self, fault: Fault, ask: Callable[[], Iterator[Piece]]) -> Iterator[Piece]:
        if fault in {Fault.HALVED, Fault.LATE}:
            self._left = self._torn(LONGEST_CUT)
            fault = Fault.NONE
        try:
            yield from super()._stream(fault, ask)
        finally:
            self._left = -1

    def _torn(self, length: int) -> int:
        """Give the byte behind which the line dies: any of them, the first as well as the last."""
        return int(length ** self._random("byte", len(self.story)).random()) - 1

    def _bend(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            if 0 <= self._left < len(piece):
                yield piece[: self._left]
                raise LineStalledError("cut in the middle of the stream")
            self._left -= len(piece) if self._left >= 0 else 0
            yield piece

    def _random(self, name: str, turn: int) -> random.Random:
        return random.Random(f"{self._seed} {name} {turn}")
