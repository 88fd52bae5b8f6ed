"""A station's engine that sends what waits in its outbox: run as a process by a test, which kills it at any moment.

Each line of standard input is one life, as JSON: the folder, the centre's address and authority, the officer and the
tokens. The program is imported once; a life is a fork of it, whose number is told before it begins, and its end too.
"""

from __future__ import annotations

import json
import logging
import os
import random
import sys
import time
from datetime import datetime
from pathlib import Path

from station_client.errors import StationError
from station_client.ports import Tokens
from sync import stalls
from sync.https import HttpsTransport
from tests.support.stations import Station

ROUNDS = 50


def main() -> None:
    """Let one life after another begin, until no more is asked for."""
    logging.disable(logging.ERROR)  # what a kill does to the line is looked for at the other end
    for order in iter(sys.stdin.readline, ""):
        child = os.fork()
        if child == 0:
            send(json.loads(order))
            os._exit(0)
        say(str(child))
        os.waitpid(child, 0)
        say("ended")


def say(word: str) -> None:
    """Say one line at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def send(given: dict[str, str]) -> None:
    """Run rounds until nothing waits or somebody kills it."""
    line = HttpsTransport(given["centre"], ca_file=Path(given["authority"]))
    here = Station(Path(given["folder"]), line, given["machine"])
    until = datetime.fromisoformat(given["until"])
    here.purse.held = Tokens(given["access"], until, given["refresh"], until)
    here.open(given["login"])
    chance, good = random.Random(given["folder"]), time.monotonic()
    for _ in range(ROUNDS):
        try:
            if here.engine.sync_once().waiting == 0:
                break
            good = time.monotonic()
        except StationError:  # as the scheduler does while a line is gone
            time.sleep(stalls.pause(time.monotonic() - good, chance))


if __name__ == "__main__":
    main()
