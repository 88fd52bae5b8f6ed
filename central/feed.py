"""The change feed: what an office is entitled to, in the centre's order, a page at a time."""

from __future__ import annotations

from central.errors import Refused
from central.rights import Actor
from central.store.bodies import read_body
from central.store.tallies import Scope
from central.store.unit import Store
from station_client.clock import Clock
from sync.protocol.codes import PAGE_BYTES, PAGE_ROWS, Code
from sync.protocol.messages import ChangePage

LARGEST = 2**62


def scope_of(actor: Actor) -> Scope:
    """Say what of the feed a machine's office is entitled to: where one officer may look, alerts and the State's FIRs.

    A machine has one copy and one cursor for all its officers, so it is never the officer of the moment who
    decides what is passed over; what each of them is shown is decided where they look.
    """
    return Scope(alerts=actor.office_looks, firs_of_state=actor.state_code if actor.office_looks else "")


class Feed:
    """Changes since a sequence that the client already has."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Read the changes from ``store``."""
        self._store = store
        self._clock = clock

    def page(self, actor: Actor, since: int, rows: int) -> ChangePage:
        """Give one page after ``since``: at most ``rows`` records and about eight megabytes."""
        if not 0 <= since <= LARGEST or rows < 1:
            raise Refused(Code.NOT_UNDERSTOOD, "since or rows cannot be")
        wanted = min(rows, PAGE_ROWS)
        bodies: list[bytes] = []
        size, last, more = 0, since, False
        with self._store.read() as unit:
            head = unit.records.head()
            scope = scope_of(actor)
            until = head if scope.alerts else unit.records.before_first_case(since, head)
            for sequence, body in unit.records.after(since, until, scope, wanted + 1):
                if len(bodies) == wanted or (bodies and size + len(body) > PAGE_BYTES):
                    more = True
                    break
                bodies.append(body)
                size += len(body)
                last = sequence
        return ChangePage(
            since=since,
            cursor=last if more else max(until, since),
            head=head,
            more=more,
            server_time=self._clock.now(),
            records=tuple(read_body(body) for body in bodies),
        )
