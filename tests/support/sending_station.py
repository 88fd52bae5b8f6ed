"""A station's engine that sends what waits in its outbox: run as a process by a test, which kills it at any moment.

Standard input brings one JSON line: the folder, the centre's address and authority, the officer and the tokens.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

from station_client.errors import StationError
from station_client.ports import Tokens
from sync.https import HttpsTransport
from tests.support.stations import Station

ROUNDS = 50


def main() -> None:
    """Say that it begins, then run rounds until nothing waits or somebody kills it."""
    given = json.loads(sys.stdin.readline())
    line = HttpsTransport(given["centre"], ca_file=Path(given["authority"]))
    here = Station(Path(given["folder"]), line, given["machine"])
    until = datetime.fromisoformat(given["until"])
    here.purse.held = Tokens(given["access"], until, given["refresh"], until)
    here.open(given["login"])
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    for _ in range(ROUNDS):
        try:
            if here.engine.sync_once().waiting == 0:
                break
        except StationError as wrong:
            sys.stdout.write(f"{wrong.code}\n")
            sys.stdout.flush()
    sys.stdout.write("done\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
