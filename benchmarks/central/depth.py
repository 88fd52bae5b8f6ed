"""What a question costs at a size of the tables: the centre's own verbs, in this process, on the real PostgreSQL."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from benchmarks.central.load import item
from benchmarks.central.nation import YEAR, Client, token_of
from benchmarks.store.gauges import percentiles
from central.centre import Centre
from central.house import open_house
from central.settings import Settings
from central.store.tallies import Scope
from station_client.domain.alert import Category
from sync.protocol.enquiries import FirAsk, SearchAsk
from sync.protocol.messages import PushBatch

Facts = dict[str, Any]
TIMES: Final = 60
FAR: Final = 20
PAGE: Final = 500
SEARCHES: Final[dict[str, Callable[[Client], SearchAsk]]] = {
    "search: FIR number": lambda one: SearchAsk(fir=f"{one.office.code}/{YEAR}/0020"),
    "search: common word": lambda _one: SearchAsk(words="motorcycle"),
    "search: two common words": lambda _one: SearchAsk(words="motorcycle station"),
    "search: phrase": lambda _one: SearchAsk(words='"motor cycle"'),
    "search: word, district and dates": lambda one: SearchAsk(
        words="motorcycle", district=one.office.district_code, since="2024-01-01", until="2026-06-30"
    ),
    "search: name across scripts": lambda _one: SearchAsk(words="ramesh"),
    "search: nothing found": lambda _one: SearchAsk(words="zzzqqq"),
}


def measured(url: str, folder: Path, clients: list[Client], secret: str, *, seed: int = 5) -> Facts:
    """Ask each kind of question so many times for officers by chance; times in milliseconds."""
    house = open_house(Settings(folder=folder, database_url=url))
    try:
        with house.store.read() as unit:
            head = unit.records.head()
        return _asked(house.centre, clients, secret, head, random.Random(seed))  # noqa: S311 repeatable
    finally:
        house.close()


def _asked(centre: Centre, clients: list[Client], secret: str, head: int, dice: random.Random) -> Facts:
    every = tuple({Scope(alerts=True, firs_of_state=one.office.state_code) for one in clients})

    def token(one: Client) -> str:
        return token_of(secret, one.number)

    verbs: dict[str, Callable[[Client], object]] = {
        "who asks": lambda one: centre.gazette.arrived(token(one))[0],
        "news for every State": lambda _one: centre.gazette.standing(every),
        f"feed: the last {FAR}": lambda one: list(
            centre.gazette.feed(token(one), since=head - FAR - dice.randrange(1000), dictionary="")
        ),
        f"feed: a page of {PAGE} from anywhere": lambda one: centre.changes(
            token(one), since=dice.randrange(head), rows=PAGE
        ),
        "summary": lambda one: centre.gazette.summary(token(one), cursor=head),
        "FIR by number": lambda one: centre.enquiries.fir(token(one), FirAsk(key=f"{one.office.code}/{YEAR}/0001")),
    }
    verbs |= {name: _searched(centre, ask, token) for name, ask in SEARCHES.items()}
    verbs["push of one item"] = lambda one: centre.push(
        token(one), PushBatch(items=(item(one.login, Category.SEIZURE),))
    )
    return {name: _timed(verb, clients, dice) for name, verb in verbs.items()}


def _searched(
    centre: Centre, ask: Callable[[Client], SearchAsk], token: Callable[[Client], str]
) -> Callable[[Client], object]:
    return lambda one: centre.enquiries.search(token(one), ask(one))


def _timed(verb: Callable[[Client], object], clients: list[Client], dice: random.Random) -> Facts:
    verb(clients[0])
    found = []
    for _ in range(TIMES):
        one = dice.choice(clients)
        began = time.perf_counter()
        verb(one)
        found.append(time.perf_counter() - began)
    return percentiles(found)


def grown(sizes: list[Facts]) -> Facts:
    """Say how many times as much each question costs (p50) at each size as at the first."""
    first = sizes[0]["ms"]
    return {
        name: [round(one["ms"][name]["p50"] / max(first[name]["p50"], 0.001), 2) for one in sizes] for name in first
    }
