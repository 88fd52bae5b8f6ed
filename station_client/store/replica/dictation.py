"""The words of a large page, worked out by two: this process, and one beside it while this one writes.

The other one (``store.scribe``) begins at the page's front. What it has not come to when it is wanted is taken from the
page's end and worked out here, by the same code; so is everything if the other one was never there, is slow, or dies.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from station_client.domain.alert import Alert
from station_client.domain.fir import Fir
from station_client.inspection.sandbox import this_program
from station_client.store.scribe import Scribe
from station_client.store.scribing import COMMAND, Page
from station_client.text import index
from station_client.text.index import Entry
from station_client.text.pieces import Pieces

_log = logging.getLogger(__name__)

LEAST: Final = 200
"""Alerts in a page from which on another process is worth asking: a first copy has a thousand, news has few."""

PART: Final = 40
PATIENCE_SECONDS: Final = 20
MOST_FAILURES: Final = 3
"""Processes that were given up, after which none is started any more."""


class Dictation:
    """Who is asked for words: nobody at first, a process beside this one from the first large page on."""

    def __init__(self, program: Sequence[str] = (), *, alone: bool = False) -> None:
        """Start nothing yet; ``program`` runs ``scribing.main``, by default this very program; ``alone``: never ask."""
        self._program = program
        self._guard = Lock()
        self._scribe: Scribe | None = None
        self._number = 0
        self._failures = 0
        self._closed = alone

    def begin(self, alerts: Sequence[Alert], firs: Mapping[str, Fir | None]) -> Asked | None:
        """Let it begin with the words of alerts and their FIRs; None where they are few, or nobody can be asked."""
        scribe = self._there() if len(alerts) >= LEAST else None
        if scribe is None:
            return None
        asked = Asked(scribe, self._number)
        for start in range(0, len(alerts), PART):
            asked.hand_over(alerts[start : start + PART], firs)
        self._number += len(asked.parts)
        return asked

    def forget(self) -> None:
        """End the other process, and with it what it remembers; the next large page starts it anew."""
        with self._guard:
            scribe, self._scribe = self._scribe, None
        if scribe is not None:
            scribe.end()

    def close(self) -> None:
        """End the other process for good."""
        self._closed = True
        self.forget()

    def _there(self) -> Scribe | None:
        if self._scribe is not None and self._scribe.stale:
            self._failures += self._scribe.failed
            self.forget()
        with self._guard:
            if self._scribe is None and not self._closed and self._failures < MOST_FAILURES:
                try:
                    self._scribe = Scribe((*(self._program or this_program()), COMMAND))
                except OSError as wrong:
                    _log.warning("no process for words beside this one: %s", type(wrong).__name__)
                    self._closed = True  # nor would there be for the next page
            return self._scribe


@dataclass(slots=True)
class _Part:
    """Some alerts of a page: their words, once they are there."""

    alerts: Sequence[Alert]
    firs: Mapping[str, Fir]
    entries: Sequence[Entry] = ()


@dataclass(slots=True)
class Asked:
    """A page that the other process is at work on."""

    _scribe: Scribe
    _first: int
    parts: list[_Part] = field(default_factory=list)
    _place: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Where an alert stands, by its identity: it is the very object that was handed over, or another."""

    def hand_over(self, alerts: Sequence[Alert], firs: Mapping[str, Fir | None]) -> None:
        """Ask for the words of some more alerts."""
        told = {key: fir for key in {one.fir_key for one in alerts} if (fir := firs.get(key)) is not None}
        number = len(self.parts)
        self.parts.append(_Part(alerts, told))
        self._scribe.ask(Page(self._first + number, tuple(alerts), told))
        self._place.update((id(one), (number, at)) for at, one in enumerate(alerts))

    def entry(self, alert: Alert, fir: Fir | None, pieces: Pieces) -> Entry:
        """Give the words of an alert: the other process's where it was asked for just these, else worked out here."""
        number, at = self._place.get(id(alert), (-1, 0))
        if number < 0 or self.parts[number].firs.get(alert.fir_key) is not fir:
            return index.entry(alert, fir, pieces)
        while not self.parts[number].entries:
            self._go_on(number, pieces)
        return self.parts[number].entries[at]

    def hear(self, pieces: Pieces, *, wait: float) -> bool:
        """Take one answer, if one comes within so many seconds; one to a page before is of no use."""
        found = self._scribe.answer(wait)
        if found is None:
            return False
        pieces.fresh.extend(found.fresh)
        at = found.number - self._first
        if 0 <= at < len(self.parts) and len(found.entries) == len(self.parts[at].alerts):
            self.parts[at].entries = self.parts[at].entries or found.entries
        return True

    def _go_on(self, wanted: int, pieces: Pieces) -> None:
        """Take what has come; else work at the page's end meanwhile, or wait where that is all at work already."""
        if self.hear(pieces, wait=0):
            return
        last = next(at for at in reversed(range(len(self.parts))) if not self.parts[at].entries)
        if last > wanted + 1 and not self._scribe.gone:
            self._scribe.ask(Page(self._first + last, leave=True))
            self._work(last, pieces)
        elif not self.hear(pieces, wait=PATIENCE_SECONDS):
            if not self._scribe.gone:
                self._scribe.give_up("it is silent")
            self._work(wanted, pieces)

    def _work(self, number: int, pieces: Pieces) -> None:
        part = self.parts[number]
        part.entries = [index.entry(one, part.firs.get(one.fir_key), pieces) for one in part.alerts]
