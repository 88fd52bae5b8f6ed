"""``audit verify``, ``audit list``: the trail of who did what on this PC, and the proof that it is whole."""

from __future__ import annotations

from datetime import UTC

from station_client.clock import shown_skew, to_ist
from station_client.commands.doors import Call
from station_client.commands.entering import signed_in
from station_client.commands.say import Answer
from station_client.store.desk import AuditEntry


def verify(call: Call) -> Answer:
    """Prove the whole chain. Raises ``TrailBrokenError`` naming the first entry that is not as it was written."""
    with signed_in(call) as verbs:
        count, held = verbs.audit.verify(), verbs.audit.page(limit=1).held
        lines = (f"the audit trail is whole: {count} entries", f"the centre has it up to entry {held}")
        return Answer({"entries": count, "at_centre": held}, lines)


def entries(call: Call) -> Answer:
    """List the newest entries, in UTC, in IST, and by how much this PC's clock was ahead of the centre's."""
    with signed_in(call) as verbs:
        found = verbs.audit.entries()[-call.given.limit :]
        return Answer({"entries": [_table(one) for one in found]}, tuple(map(_line, found)))


def _table(one: AuditEntry) -> dict[str, object]:
    return {
        "number": one.number,
        "login": one.login,
        "act": one.act,
        "subject": one.subject,
        "at": one.at,
        "at_ist": to_ist(one.at),
        "skew_seconds": one.skew_seconds,
    }


def _line(one: AuditEntry) -> str:
    when = f"{one.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}  {to_ist(one.at):%d/%m/%Y %H:%M:%S} IST"
    return f"{one.number}  {when}  clock {shown_skew(one.skew_seconds)} s  {one.login}  {one.act}  {one.subject}"
