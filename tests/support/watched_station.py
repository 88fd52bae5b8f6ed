"""A station's program that works without end while its disk is watched: run as a process by a test.

Standard input brings one JSON line: the data folder, the files to attach, and how it shall crash, if it shall.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.soak.pc import NOWHERE, OFFICER, PASSWORD, HeldKeychain
from station_client import app, logs
from station_client.config import Settings
from station_client.domain.alert import Category
from station_client.domain.outbox import ItemState
from station_client.store.replica.changes import Changes
from tests.support.casework import alert, fir, receipt_of

DRAFTED = "A girl of eight in a yellow frock, missing from the fair at Rampur since noon."
HEARD = "Two brothers of Lalpur sell stolen tractors behind the sugar mill at Harakh."
FIR_NUMBER = "4711/2026"
ROUNDS_BEFORE_A_CRASH = 2


class UnforeseenError(Exception):
    """Something that nobody foresaw; its text holds case text, as a library's may."""


def work(house: app.House, files: list[str], number: int) -> None:
    """Write, attach, submit, take in a page and a receipt, search."""
    drafts, stores = house.verbs.drafts, house.verbs.session.stores()
    typed = replace(drafts.begin(), fir_text=FIR_NUMBER, category=Category.SEIZURE, description=DRAFTED)
    draft = drafts.save(typed)
    for path in files:
        draft = drafts.attach(draft.draft_id, Path(path))
    item = drafts.submit(draft.draft_id)
    news = tuple(alert(number * 50 + at, description=HEARD) for at in range(50))
    stores.replica.feed.apply(Changes(cursor=number + 1, alerts=news, firs=(fir(number),)))
    complete = replace(item, state=ItemState.COMPLETE, record_number="CM-2026-000042")
    stores.desk.outbox.update(complete, receipt_of(complete))
    house.verbs.alerts.dashboard()
    stores.replica.search.find(words="tractors sugar mill", since=datetime(2026, 1, 1, tzinfo=UTC))
    with house.verbs.files.open(draft.files[0].sha256) as file:
        file.read()


def main() -> None:
    """Begin, say so, and work until killed or until the crash that was ordered."""
    given = json.loads(sys.stdin.readline())
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))  # as some PCs have it
    logs.catch_unforeseen(sys.stderr)
    settings = Settings(profile=Path(given["folder"]), centre_url=NOWHERE)
    house = app.build(settings, keychain=HeldKeychain())
    house.verbs.session.sign_in(OFFICER.login, PASSWORD)
    number = 0
    while True:
        work(house, given["files"], number)
        number += 1
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        if number == ROUNDS_BEFORE_A_CRASH and given["crash"] == "signal":
            os.kill(os.getpid(), signal.SIGABRT)
        if number == ROUNDS_BEFORE_A_CRASH and given["crash"] == "error":
            raise UnforeseenError(DRAFTED)


if __name__ == "__main__":
    main()
