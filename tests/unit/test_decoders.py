"""A type is learnt by one thread at a time: a half-learnt one kills the process."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from threading import Event

from station_client.decoders import decoder_of

INSIDE, GO = Event(), Event()
LEARNT: list[str] = []


def held() -> type[int]:
    """Stand in the middle of learning a class, where the half of it is already written on it."""
    LEARNT.append("sooner")
    INSIDE.set()
    assert GO.wait(30)
    return int


@dataclass(frozen=True)
class Sooner:
    """A class whose second field takes its time to be learnt."""

    first: str
    second: held()  # type: ignore[valid-type] # looked at when the class is learnt


def test_who_asks_second_waits_until_the_first_has_learnt_it() -> None:
    """Both get the one whole decoder; without that, the second is at once given one of the half."""
    with ThreadPoolExecutor(2) as both:
        first = both.submit(decoder_of, Sooner)
        assert INSIDE.wait(30)
        second = both.submit(decoder_of, Sooner)
        wait([second], timeout=0.2)  # long enough to get it wrong
        GO.set()
        assert first.result(30) is second.result(30)
    assert LEARNT == ["sooner"]
    assert decoder_of(Sooner).decode(b'{"first":"a","second":1}') == Sooner("a", 1)
