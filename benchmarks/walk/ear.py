"""What a screen reader hears: names, roles and states over AT-SPI, and what has the focus now.

The bus of the station's own session is asked, as Orca would ask it; nothing of the program is reached into.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ROOT: Final = "/org/a11y/atspi/accessible/root"
REGISTRY: Final = "org.a11y.atspi.Registry"
ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
ENABLED, FOCUSABLE, FOCUSED, SHOWING = 8, 11, 12, 25
MANY: Final = 4000
PATIENCE: Final = 30.0
OF_A_LIST: Final = frozenset({"list item", "table cell", "table row header", "table column header", "page tab"})
BY_ARROWS: Final = OF_A_LIST | {"radio button"}


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that a screen reader can tell of."""

    bus: str
    path: str
    name: str
    role: str
    states: frozenset[int]
    description: str = ""

    @property
    def focusable(self) -> bool:
        """Tell whether the keyboard can come to it, as it stands on the screen now."""
        return {ENABLED, FOCUSABLE, SHOWING} <= self.states and self.role != "filler"  # a page of tabs leads on to them


class Ear:
    """Listens to one session's accessibility bus."""

    def __init__(self, session_bus: str) -> None:
        """Find the bus by asking the session, as every screen reader does."""
        asking = open_dbus_connection(session_bus)
        where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        address = asking.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=PATIENCE).body[0]
        asking.close()
        self._bus: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        """Listen no more."""
        self._bus.close()

    def everything(self) -> Iterator[Heard]:
        """Tell of everything that stands in the windows on the screen, outermost first."""
        waiting = [(bus, path) for bus, path in self._children(REGISTRY, ROOT)]
        count = 0
        while waiting and count < MANY:
            bus, path = waiting.pop(0)
            heard = self._hear(bus, path)
            count += 1
            if heard is None:
                continue
            if heard.role != "application":
                yield heard
            if heard.role == "application" or (SHOWING in heard.states and heard.role not in OF_A_LIST):
                waiting.extend(self._children(bus, path))

    def focused(self) -> Heard | None:
        """Tell what has the focus; of a list the list itself, for every list says that its current row has it."""
        found = [one for one in self.everything() if {FOCUSABLE, FOCUSED} <= one.states and one.role not in OF_A_LIST]
        return found[-1] if found else None

    def text(self, one: Heard) -> str:
        """Read the text that stands in a field."""
        where = DBusAddress(one.path, one.bus, "org.a11y.atspi.Text")
        reply = self._ask(new_method_call(where, "GetText", "ii", (0, -1)))
        return str(reply[0]) if reply else ""

    def wait(self, wanted: str, *, role: str = "", seconds: float = PATIENCE) -> Heard:
        """Wait until something with these words in its name stands on the screen."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for one in self.everything():
                if wanted in one.name and (not role or one.role == role) and SHOWING in one.states:
                    return one
            time.sleep(0.2)
        message = f"nothing that says “{wanted}” came within {seconds:.0f} s"
        raise NotHeardError(message)

    def _hear(self, bus: str, path: str) -> Heard | None:
        where = DBusAddress(path, bus, ACCESSIBLE)
        role = self._ask(new_method_call(where, "GetRoleName"))
        states = self._ask(new_method_call(where, "GetState"))
        name, about = (self._ask(Properties(where).get(one)) for one in ("Name", "Description"))
        if not role or not states or not name:
            return None  # it went away meanwhile
        low, high = states[0]
        bits = frozenset(bit for bit in range(64) if (low | high << 32) >> bit & 1)
        return Heard(bus, path, str(name[0][1]), str(role[0]), bits, str(about[0][1]) if about else "")

    def _children(self, bus: str, path: str) -> list[tuple[str, str]]:
        found = self._ask(new_method_call(DBusAddress(path, bus, ACCESSIBLE), "GetChildren"))
        return [(str(one[0]), str(one[1])) for one in found[0]] if found else []

    def _ask(self, message: Any) -> tuple[Any, ...]:  # noqa: ANN401 the library's own message
        try:
            reply = self._bus.send_and_get_reply(message, timeout=PATIENCE)
        except TimeoutError:
            return ()
        return tuple(reply.body) if reply.header.message_type is MessageType.method_return else ()


class NotHeardError(Exception):
    """What had to be heard was not."""
