"""The station's own program at the near end of the line: engine, TLS, encrypted store and audit are its own.

Orders come as lines of JSON, what was seen goes back the same way; the password travels in an order, over the pipe.
Moments are of the monotonic clock, which all processes of a machine share.
"""

from __future__ import annotations

import io
import json
import random
import re
import resource
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PIL import Image

from benchmarks.store.gauges import peak_megabytes
from station_client import app
from station_client.config import Settings
from station_client.domain.alert import Category
from station_client.domain.draft import Draft
from station_client.domain.ids import ItemId
from station_client.domain.outbox import ItemState
from station_client.events import Event, Part, StoreChanged
from station_client.inspection.examine import examine

Facts = dict[str, Any]
LOOK_SECONDS: Final = 0.25
REQUEST: Final = re.compile(r"(GET|POST|PUT) (\S+) \d+ (\d+) ms")
SECRET: Final = bytes(range(32))
URGENT: Final = "Two men took a child from the bus stand of Rampur at about 2015 hrs in a white car towards Bareilly."


class HeldKeychain:
    """A keychain that holds one made-up secret: nothing of a real one is touched."""

    def __init__(self) -> None:
        """Begin with the secret there."""
        self._held: dict[str, bytes] = {}

    def name(self) -> str:
        """Say which keychain it is."""
        return "held"

    def read(self, entry: str) -> bytes | None:
        """Give the secret."""
        return self._held.get(entry, SECRET)

    def write(self, entry: str, secret: bytes) -> None:
        """Keep a secret."""
        self._held[entry] = secret


class Seat:
    """The officer's place at this PC."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        self._house: app.House | None = None
        self._moved = threading.Event()
        self._first_rows: float | None = None

    def open(self, *, url: str, authority: str, folder: str, login: str, password: str) -> Facts:
        """Sign in for the first time, paused: nothing is fetched before it is asked for."""
        settings = Settings(profile=Path(folder), centre_url=url, ca_file=Path(authority))
        house = self._house = app.build(settings, keychain=HeldKeychain(), inspect=examine)
        house.verbs.bus.listen(self._hear)
        house.verbs.sync.pause()
        house.verbs.session.sign_in(login, password)
        return {}

    def pull(self, *, cursor: int, seconds: float) -> Facts:
        """Resume, and wait until the copy has come so far."""
        house = self._opened()
        began = self._begin()
        house.verbs.sync.resume()
        feed = house.verbs.session.stores().replica.feed
        done = self._wait(lambda: feed.cursor() >= cursor, seconds)
        first = self._first_rows
        return {
            "began": began,
            "first_rows_s": None if first is None else round(first - began, 2),
            "seconds": None if done is None else round(done - began, 2),
            "cursor": feed.cursor(),
            "error": house.verbs.sync.status().error,
        }

    def write(self, *, texts: list[str]) -> Facts:
        """Write alerts without files and submit them."""
        return {"items": [self._submitted(Category.SEIZURE, text) for text in texts]}

    def attach(self, *, count: int, side: int, seed: int) -> Facts:
        """Write an alert with files and submit it; gives the bytes of the files."""
        drafts = self._opened().verbs.drafts
        draft = drafts.begin()
        draft = drafts.save(_typed(draft, Category.SEIZURE, URGENT))
        dice = random.Random(seed)  # noqa: S311 repeatable is what it must be
        for number in range(count):
            draft = drafts.attach_bytes(draft.draft_id, f"photo {number}.png", _picture(dice, side))
        item = drafts.submit(draft.draft_id)
        return {"items": [item.item_id], "bytes": sum(one.size for one in item.files)}

    def send(self, *, items: list[str], complete: bool, seconds: float) -> Facts:
        """Resume, and wait until the centre has the items, or has them with all their files."""
        house = self._opened()
        began = time.monotonic()
        house.verbs.sync.resume()
        done = self._wait(lambda: self._arrived(items, complete=complete), seconds)
        took = None if done is None else round(done - began, 2)
        return {"began": began, "seconds": took, "error": house.verbs.sync.status().error}

    def urgent(self, *, seconds: float) -> Facts:
        """Write and submit a High Alert while something else may be under way; wait for its receipt."""
        began = time.monotonic()
        item = self._submitted(Category.HIGH_ALERT, URGENT)
        done = self._wait(lambda: self._arrived([item], complete=False), seconds)
        return {"seconds": None if done is None else round(done - began, 2)}

    def pause(self) -> Facts:
        """Stop sending and fetching."""
        self._opened().verbs.sync.pause()
        return {}

    def usage(self) -> Facts:
        """Give the processor time used so far, the most memory, and the requests so far."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        facts: Facts = {"cpu_s": used.ru_utime + used.ru_stime, "peak_mb": peak_megabytes(), "at": time.monotonic()}
        return facts | {"requests": asked_of(self._opened().verbs.settings.profile / "logs")}

    def close(self) -> Facts:
        """Sign out and leave."""
        if self._house is not None:
            self._house.close()
        return {}

    def _begin(self) -> float:
        """Forget which rows came before; give the moment."""
        self._first_rows = None
        return time.monotonic()

    def _opened(self) -> app.House:
        assert self._house is not None
        return self._house

    def _hear(self, event: Event) -> None:
        if isinstance(event, StoreChanged) and Part.ALERTS in event.parts and self._first_rows is None:
            self._first_rows = time.monotonic()
        self._moved.set()

    def _wait(self, look: Callable[[], bool], seconds: float) -> float | None:
        """Give the moment at which something was so; None where it never was in time."""
        until = time.monotonic() + seconds
        while not look():
            if time.monotonic() > until:
                return None
            self._moved.wait(LOOK_SECONDS)
            self._moved.clear()
        return time.monotonic()

    def _arrived(self, items: list[str], *, complete: bool) -> bool:
        outbox = self._opened().verbs.session.stores().desk.outbox
        if len(items) > 1:
            waiting = (ItemState.QUEUED, ItemState.SENDING)
            states = {str(one.item_id): one.state for one in outbox.items()}
            return all(states[one] not in waiting for one in items)
        found = outbox.one(ItemId(items[0]))
        return found is not None and (found.state is ItemState.COMPLETE or (bool(found.record_number) and not complete))

    def _submitted(self, category: Category, text: str) -> str:
        drafts = self._opened().verbs.drafts
        draft = drafts.save(_typed(drafts.begin(), category, text))
        return str(drafts.submit(draft.draft_id).item_id)


def asked_of(logs: Path) -> dict[str, Facts]:
    """Count the requests that the program's own log names: how many of each, and their milliseconds together."""
    counted: dict[str, Facts] = {}
    for path in sorted(logs.glob("*.log*")):
        for method, where, took in REQUEST.findall(path.read_text("utf-8", "replace")):
            one = counted.setdefault(f"{method} {where}", {"count": 0, "ms": 0})
            one["count"] += 1
            one["ms"] += int(took)
    return counted


def _typed(draft: Draft, category: Category, text: str) -> Draft:
    """Fill in what an officer would."""
    return replace(draft, fir_text="12/2026", category=category, description=text)


def _picture(dice: random.Random, side: int) -> bytes:
    """Draw a PNG of noise: nothing makes it smaller."""
    sink = io.BytesIO()
    Image.frombytes("L", (side, side), dice.randbytes(side * side)).save(sink, "PNG")
    return sink.getvalue()


def main() -> int:
    """Take orders until they end."""
    seat = Seat()
    try:
        for line in sys.stdin:
            order = json.loads(line)
            answer = getattr(seat, order.pop("do"))(**order)
            print(json.dumps(answer), flush=True)
    finally:
        seat.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
