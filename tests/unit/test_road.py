"""The road to the centre: its name is looked for once, and its numbers are tried within the seconds given."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Iterator

import pytest

from station_client.errors import NoAnswerError
from sync.https.road import Road

NAME = "centre.example"


@contextlib.contextmanager
def listening() -> Iterator[int]:
    """Have somebody who takes connections, and give the port."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        yield one.getsockname()[1]


@contextlib.contextmanager
def silent() -> Iterator[int]:
    """Have a machine that answers nothing, as one behind a wall that drops: no room is left for a connection."""
    with contextlib.ExitStack() as held:
        full = held.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(2):
            one = held.enter_context(socket.socket())
            one.settimeout(0)
            one.connect_ex(full.getsockname())
        yield full.getsockname()[1]


def road(
    monkeypatch: pytest.MonkeyPatch, port: int, numbers: list[str], *, seconds: float = 5.0
) -> tuple[Road, list[str]]:
    """Give a road to a name of several numbers, and which names are asked for."""
    real, asked = socket.getaddrinfo, list[str]()

    def answered(host: str, port: int, *rest: int, **more: int) -> list[object]:
        asked.extend([host] if host == NAME else [])
        return [found for one in (numbers if host == NAME else [host]) for found in real(one, port, *rest, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", answered)
    return Road((NAME, port), proxied=False, last=lambda: None, seconds=seconds), asked


def test_a_name_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look at a name may take as long as a dead line lets it: the way, the connection and the name share one."""
    with listening() as port:
        one, asked = road(monkeypatch, port, ["127.0.0.1"])
        assert (one.way(), one.reach(), one.find()) == ("127.0.0.1", True, "127.0.0.1")
    assert asked == [NAME]


def test_another_number_takes_the_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """One machine of the centre's is down, or no way leads to one of its numbers: it is reached by the other."""
    with listening() as port:
        assert road(monkeypatch, port, ["127.0.0.2", "127.0.0.1"])[0].reach()
        assert road(monkeypatch, port, ["255.255.255.255", "127.0.0.1"])[0].reach()


def test_a_machine_that_refuses_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever number says so."""
    with listening() as port:
        pass
    assert not road(monkeypatch, port, ["127.0.0.1", "127.0.0.2"])[0].reach()


def test_silent_numbers_share_the_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody waits before a window for the answer: eight numbers take no longer than one."""
    with silent() as port:
        one, _ = road(monkeypatch, port, ["127.0.0.1"] * 8, seconds=1.0)
        began = time.monotonic()
        with pytest.raises(NoAnswerError):
            one.reach()
        assert time.monotonic() - began < 4.0
