"""``whole …`` and ``sensitive …``: what no PC holds, asked of the centre with a reason."""

from __future__ import annotations

from station_client.commands.doors import Call
from station_client.commands.entering import signed_in
from station_client.commands.reading import fir_lines
from station_client.commands.say import Answer


def whole_fir(call: Call) -> Answer:
    """Show an FIR whole, its victim named, to an officer who may know; nothing of it is kept here."""
    with signed_in(call) as verbs:
        found = verbs.disclosure.fir(verbs.firs.parse(call.given.key).key, call.given.why)
    lines = (f"informant: {found.fir.form.complainant.name}", *fir_lines(found.fir))
    return Answer({"fir": found.fir, "number": found.number}, (*lines, f"the centre's trace {found.number}"))


def whole_alert(call: Call) -> Answer:
    """Show an alert whole; as ``whole fir``."""
    with signed_in(call) as verbs:
        found = verbs.disclosure.alert(call.given.key, call.given.why)
    lines = (f"№ {found.alert.record_number}  {found.alert.category}", *found.alert.description.splitlines())
    return Answer({"alert": found.alert, "number": found.number}, (*lines, f"the centre's trace {found.number}"))


def mark(call: Call) -> Answer:
    """Mark a record sensitive: the feed tells it as gone, its own office and the rank are given it on asking."""
    return _marked(call, sensitive=True)


def unmark(call: Call) -> Answer:
    """Take the mark off: the feed tells the record again."""
    return _marked(call, sensitive=False)


def _marked(call: Call, *, sensitive: bool) -> Answer:
    given = call.given
    with signed_in(call) as verbs:
        key = verbs.firs.parse(given.key).key if given.kind == "fir" else given.key
        number = verbs.disclosure.mark(given.kind, key, given.why, sensitive=sensitive)
    table = {"kind": given.kind, "key": key, "sensitive": sensitive, "number": number}
    word = "sensitive" if sensitive else "not sensitive"
    return Answer(table, (f"{given.kind} {key}: {word}; the centre's trace {number}",))
