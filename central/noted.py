"""What a change of an officer's account at the centre's own machine leaves in the audit trail; never a password."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from central.rights import Account
from central.store.unit import Unit

BY = "station-central"
"""Who does what is done by command line, where nobody signs in."""
_SAID = ("name", "rank", "office_code")


def note_account(unit: Unit, now: datetime, before: Account | None, after: Account, *, password: bool) -> None:
    """Note each thing that is another now: the account, its rights one by one, whether a password was set."""
    for act, what in _changes(before, after, password=password):
        subject = f"{after.login} {what}".strip()
        unit.trail.add(now, login=BY, machine_id="", act=act, subject=subject)


def _changes(before: Account | None, after: Account, *, password: bool) -> Iterator[tuple[str, str]]:
    had: frozenset[str] = frozenset()
    if before is None:
        yield "officer-added", after.office_code
    else:
        had = frozenset({*before.acts, *before.categories})
        yield from (("officer-changed", name) for name in _SAID if getattr(before, name) != getattr(after, name))
    has = frozenset({*after.acts, *after.categories})
    yield from (("rights-granted", one) for one in sorted(has - had))
    yield from (("rights-withdrawn", one) for one in sorted(had - has))
    if after.active != (before is None or before.active):
        yield "officer-restored" if after.active else "officer-withdrawn", ""
    if password and before is not None:
        yield "password-set", ""
