"""Two real stations: from the moment an officer submits a High Alert until it is in the other station's sealed copy."""

from __future__ import annotations

import tempfile
import threading
import time
from pathlib import Path
from typing import Any, Final

from benchmarks.central.processes import STATION, Ordered
from benchmarks.store.gauges import percentiles
from tests.support.centre import PASSWORD

Facts = dict[str, Any]
PATIENCE: Final = 120.0


def measured(url: str, authority: Path, logins: tuple[str, str], head: int, times: int) -> Facts:
    """Let one station send and the other hear, so many times; the programs' own engines, TLS and stores."""
    with tempfile.TemporaryDirectory(prefix="bench-central-") as place:
        sender, hearer = Ordered(STATION), Ordered(STATION)
        try:
            for number, (one, login) in enumerate(zip((sender, hearer), logins, strict=True)):
                folder = str(Path(place) / str(number))
                given = {"url": url, "authority": str(authority), "folder": folder}
                one.ask("open", login=login, password=PASSWORD, **given)
                first = one.ask("pull", cursor=head, seconds=PATIENCE)
            found = [_once(sender, hearer, head) for _ in range(times)]
        finally:
            sender.end()
            hearer.end()
    heard = [one for one in found if one is not None]
    facts: Facts = {"times": times, "heard": len(heard), "first_copy_s": first["seconds"]}
    return facts | ({"submit_to_store_ms": percentiles(heard) | {"last": round(max(heard) * 1000, 1)}} if heard else {})


def _once(sender: Ordered, hearer: Ordered, head: int) -> float | None:
    told: Facts = {}
    cursor = int(hearer.ask("pull", cursor=head, seconds=PATIENCE)["cursor"])

    def hear() -> None:
        told.update(hearer.ask("pull", cursor=cursor + 1, seconds=PATIENCE))

    listening = threading.Thread(target=hear)
    listening.start()
    began = time.monotonic()
    sender.ask("urgent", seconds=PATIENCE)
    listening.join()
    return None if told["seconds"] is None else float(told["began"]) + float(told["seconds"]) - began
