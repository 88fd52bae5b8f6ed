"""What the feed keeps back, given to one officer who may have it and says why; each time leaves its own trace.

The feed is shared by a whole State's stations and kept on their PCs, so nobody's identity is ever in it. An officer
asks for it here: it is shown, and stored nowhere.
"""

from __future__ import annotations

import unicodedata

from central.entitlement import is_theirs, may_have
from central.errors import Refused
from central.rights import Actor
from central.store.disclosures import Disclosure
from central.store.guarded import CASES
from central.store.unit import Store, Unit
from station_client.clock import Clock
from station_client.domain.office import Act
from station_client.domain.redaction import WHY_LEAST, WHY_LENGTH
from sync.protocol.codes import Code
from sync.protocol.enquiries import MarkAnswer, MarkAsk, WholeAnswer, WholeAsk
from sync.protocol.records import AlertRecord, FirRecord

VICTIM_READ = "victim-read"
SENSITIVE_READ = "sensitive-read"
MARKED, UNMARKED = "marked-sensitive", "unmarked-sensitive"
NOT_GIVEN = "whole-not-given"


class Withheld:
    """The desk at which one asks for what the feed does not tell."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Read from ``store``."""
        self._store = store
        self._clock = clock

    def give(self, actor: Actor, ask: WholeAsk) -> WholeAnswer:
        """Give a record whole. The victim's identity takes the right to it; a sensitive record its office or the rank.

        Raises ``Refused``: ``not-entitled`` without the rights, ``not-found`` for what is not there, not kept back, or
        not this officer's to know of, which are not told apart.
        """
        reason = _reason(ask.reason)
        actor.require(Act.VIEW)
        with self._store.write() as unit:
            kept = unit.records.guarded.one(ask.kind, ask.key)
            if kept is not None and may_have(unit, actor, kept):
                unnamed, sees = unit.records.guarded.without(kept.record), actor.account.may(Act.SEE_VICTIM)
                record = kept.record if sees else unnamed
                act = VICTIM_READ if sees and unnamed != kept.record else SENSITIVE_READ
                number = self._note(unit, actor, ask, act, reason)
                return WholeAnswer(
                    number=number,
                    sensitive=kept.sensitive,
                    server_time=self._clock.now(),
                    alert=record if isinstance(record, AlertRecord) else None,
                    fir=record if isinstance(record, FirRecord) else None,
                )
        with self._store.write() as unit:
            self._note(unit, actor, ask, NOT_GIVEN, reason)
        if not actor.account.may(Act.SEE_VICTIM):
            raise Refused(Code.NOT_ENTITLED, "the right to see victims is needed")
        raise Refused(Code.NOT_FOUND, "no such record, or nothing of it is kept back from this officer")

    def mark(self, actor: Actor, ask: MarkAsk) -> MarkAnswer:
        """Mark a record of the officer's State sensitive, or take the mark off; the feed tells it as gone meanwhile."""
        reason = _reason(ask.reason)
        actor.require(Act.MARK_SENSITIVE)
        with self._store.write() as unit:
            record = unit.records.one(ask.kind, ask.key) if ask.kind in CASES else None
            if not isinstance(record, AlertRecord | FirRecord) or not is_theirs(unit, actor, record.state_code):
                raise Refused(Code.NOT_FOUND, "no such record, or not of this State")
            kept = unit.records.guarded.one(ask.kind, ask.key)
            if ask.sensitive != (kept is not None and kept.sensitive):
                unit.records.put(record, sensitive=ask.sensitive)
            number = self._note(unit, actor, ask, MARKED if ask.sensitive else UNMARKED, reason)
        return MarkAnswer(number=number, sensitive=ask.sensitive, server_time=self._clock.now())

    def _note(self, unit: Unit, actor: Actor, ask: WholeAsk | MarkAsk, act: str, reason: str) -> int:
        now = self._clock.now()
        unit.trail.add(now, login=actor.login, machine_id=actor.machine_id, act=act, subject=f"{ask.kind} {ask.key}")
        line = Disclosure(
            now, actor.login, actor.machine_id, actor.office_code, act, ask.kind[:16], ask.key[:80], reason
        )
        return unit.disclosures.add(line)


def _reason(text: str) -> str:
    """Hold a reason against its length; it is kept for whoever looks into the trace."""
    said = " ".join(text.split())
    if not WHY_LEAST <= len(said) <= WHY_LENGTH or any(unicodedata.category(one) in {"Cc", "Cs"} for one in said):
        raise Refused(Code.NOT_UNDERSTOOD, f"a reason of {WHY_LEAST} to {WHY_LENGTH} signs is needed")
    return said
