"""The one who carries: takes what is due, writes that it is under way, hands it over, and writes how that ended.

What is written before the try makes sure that a process which is killed in between leaves a recipient of whom nothing
is known, never one who gets the message twice. While a try lasts, a heartbeat says that its worker lives.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Self
from uuid import uuid4

from central.blobs import BlobFolder
from central.errors import Refused
from central.messages.carrier import Carrier, Enclosure, Errand, Outcome, Report, failed, later
from central.messages.holding import reason_to_hold
from central.store.messages import LEASE, Ending, Standing
from central.store.unit import Store, Unit
from station_client.clock import Clock
from station_client.domain.message import Delivery, DeliveryReason

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
MOST_TRIES = 30  # somewhat more than a day
QUIET_SECONDS = 1.0
STRUGGLE_SECONDS = 5.0
REPORTS_KEPT = 1000
_log = logging.getLogger("central.messages")


def wait_after(tries: int) -> timedelta:
    """Give how long to wait after so many tries that certainly failed: 30 s, a minute, two … an hour."""
    return min(FIRST_WAIT * (1 << min(max(tries - 1, 0), 16)), LONGEST_WAIT)


def ending_of(outcome: Outcome, tries: int, now: datetime) -> Ending:
    """Decide what a try leads to: another one later, or a state that stays."""
    if outcome.state is Delivery.QUEUED and tries >= MOST_TRIES:
        return Ending(Delivery.FAILED, DeliveryReason.TRIED_TOO_LONG, now)
    due = now + wait_after(tries) if outcome.state is Delivery.QUEUED else now
    return Ending(outcome.state, outcome.reason, due, outcome.handles)


class Postman:
    """Carries for one way out; any number of them, in any number of processes, share one queue."""

    def __init__(self, store: Store, folder: BlobFolder, clock: Clock, *, channel: str, carrier: Carrier) -> None:
        """Take what is due on ``channel`` out of ``store`` and give it to ``carrier``."""
        self._store = store
        self._folder = folder
        self._clock = clock
        self._channel = channel
        self._carrier = carrier
        self._worker = str(uuid4())
        self._early: list[Report] = []

    def step(self) -> bool:
        """Carry what is due longest; False where nothing is due."""
        taken = self._taken()
        if taken is None:
            self._listen()
            return False
        errand = self._errand(taken)
        outcome = errand if isinstance(errand, Outcome) else self._carried(errand)
        ending = ending_of(outcome, taken.attempts + 1, self._clock.now())
        self._keep(lambda unit: unit.queue.settle(taken, self._worker, ending, self._clock.now()))
        _log.info("message %s/%d: %s %s", taken.message_id, taken.position, ending.state, ending.reason)
        self._listen()
        return True

    def run(self, stop: threading.Event) -> None:
        """Carry until told to stop; a database that is away is waited for."""
        try:
            while not stop.is_set():
                try:
                    busy = self.step()
                except Refused as away:
                    _log.warning("messages wait: %s", away.code)
                    stop.wait(STRUGGLE_SECONDS)
                    continue
                except Exception as unforeseen:  # noqa: BLE001 the others' messages go on, whatever one of them met
                    _log.error("carrying failed: %s", type(unforeseen).__name__)
                    stop.wait(STRUGGLE_SECONDS)
                    continue
                if not busy:
                    stop.wait(QUIET_SECONDS)
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the line."""
        self._carrier.close()

    def _taken(self) -> Standing | None:
        with self._store.read() as unit:  # a look costs no writer's turn
            if not unit.queue.is_due(self._channel, self._clock.now()):
                return None
        with self._store.write() as unit:
            unit.queue.break_off(self._clock.now())
            return unit.queue.take(self._worker, self._channel, self._clock.now())

    def _carried(self, errand: Errand) -> Outcome:
        done = threading.Event()
        heart = threading.Thread(target=self._beat, args=(done,), name="heartbeat", daemon=True)
        heart.start()
        try:
            return self._carrier.carry(errand)
        finally:
            done.set()
            heart.join()

    def _beat(self, done: threading.Event) -> None:
        while not done.wait(LEASE.total_seconds() / 3):
            try:
                with self._store.write() as unit:
                    unit.queue.renew(self._worker, self._clock.now())
            except Refused as away:
                _log.warning("heartbeat missed: %s", away.code)

    def _keep(self, write: Callable[[Unit], object]) -> None:
        """Write how a try ended, however long the database is away: it was made, and must not be made again."""
        pause = threading.Event()
        while True:
            try:
                with self._store.write() as unit:
                    write(unit)
            except Refused as away:
                _log.warning("an outcome waits to be written: %s", away.code)
                pause.wait(STRUGGLE_SECONDS)
            else:
                return

    def _listen(self) -> None:
        """Write what the network said meanwhile; word of a part that nobody knows yet is kept for the next time."""
        said = (*self._early, *self._carrier.idle())
        if not said:
            return
        with self._store.write() as unit:
            unknown = [one for one in said if not take_report(unit, one, self._clock.now())]
        self._early = unknown[-REPORTS_KEPT:]

    def _errand(self, taken: Standing) -> Errand | Outcome:
        try:
            with self._store.read() as unit:
                letter = unit.messages.one(taken.message_id)
                office = unit.records.office(letter.office_code) if letter else None
                template = unit.templates.one(letter.template_id) if letter else None
                enclosed = unit.messages.files(taken.message_id)
                held = reason_to_hold(unit, letter, enclosed) if letter else None
        except Refused:
            return later(DeliveryReason.BUSY)
        if held is not None:
            return failed(held)
        try:
            files = tuple(Enclosure(one.name, one.kind, b"".join(self._folder.get(one.sha256))) for one in enclosed)
        except Refused:
            return failed(DeliveryReason.FILE_LOST)
        if letter is None:
            return failed(DeliveryReason.FILE_LOST)
        return Errand(
            reference=f"{taken.message_id}.{taken.position}",
            address=taken.address,
            subject=letter.subject,
            content=letter.content,
            written_at=letter.received_at,
            state_code=office.state_code if office else "",
            office=office.name if office else "",
            template_id=letter.template_id,
            entity_id=template.entity_id if template else "",
            files=files,
        )


def take_report(unit: Unit, one: Report, now: datetime) -> bool:
    """Write the network's word about a part; False where nobody knows the part."""
    reason = "" if one.arrived else DeliveryReason.NOT_DELIVERED
    return unit.queue.report(one.handle, now, arrived=one.arrived, reason=reason)


class Postmen:
    """One carrier for each way out, each in a thread of its own."""

    def __init__(self, postmen: Mapping[str, Postman]) -> None:
        """Start nothing yet."""
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=one.run, args=(self._stop,), name=f"messages-{channel}")
            for channel, one in postmen.items()
        ]

    def __enter__(self) -> Self:
        """Begin to carry."""
        for one in self._threads:
            one.start()
        return self

    def __exit__(self, *wrong: object) -> None:
        """End what is under way, and no more."""
        self._stop.set()
        for one in self._threads:
            one.join()

    def wait(self) -> None:
        """Stay until a signal ends this process."""
        self._stop.wait()
