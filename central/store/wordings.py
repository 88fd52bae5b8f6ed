"""Under which wordings a FIR ever protected a victim, and which FIRs an alert names beside its own, or ever named.

What is hidden of either stays so.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from central.store.guarded_tables import former_firs, victim_wordings
from station_client.domain.redaction import folded_wording


class Wordings:
    """The wordings of each FIR, and the other FIRs of each alert."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the transaction of ``connection``."""
        self._connection = connection

    def of(self, fir_key: str) -> frozenset[str]:
        """Give the wordings to hide, as they were written."""
        return self.of_firs((fir_key,)).get(fir_key, frozenset())

    def of_firs(self, fir_keys: Collection[str]) -> dict[str, frozenset[str]]:
        """Give the wordings to hide of several FIRs, by their keys."""
        query = select(victim_wordings).where(victim_wordings.c.fir_key.in_(fir_keys))
        return {row.fir_key: frozenset(json.loads(row.wordings)) for row in self._connection.execute(query)}

    def add(self, fir_key: str, more: Collection[str]) -> None:
        """Hide more wordings for good."""
        self._put(fir_key, self.of(fir_key).union(more))

    def open(self, fir_key: str, told: Collection[str]) -> None:
        """Hide no more what the FIR, which protects nobody now, tells itself."""
        plain = {folded_wording(one) for one in told}
        self._put(fir_key, frozenset(one for one in self.of(fir_key) if folded_wording(one) not in plain))

    def note_firs(self, named: Mapping[str, Collection[str]]) -> None:
        """Note of alerts which FIRs they named until now, or name in their words."""
        wanted = {(uid, key) for uid, keys in named.items() for key in keys}
        if not wanted:
            return
        of_these = former_firs.c.uid.in_({uid for uid, _ in wanted})
        noted = self._connection.execute(select(former_firs.c.uid, former_firs.c.fir_key).where(of_these))
        fresh = sorted(wanted - {(uid, key) for uid, key in noted})
        if fresh:
            self._connection.execute(former_firs.insert(), [{"uid": uid, "fir_key": key} for uid, key in fresh])

    def firs_of(self, uid: str) -> frozenset[str]:
        """Name the FIRs that are noted of an alert beside its own."""
        query = select(former_firs.c.fir_key).where(former_firs.c.uid == uid)
        return frozenset(self._connection.execute(query).scalars())

    def alerts_of(self, fir_key: str) -> frozenset[str]:
        """Name the alerts of which a FIR is noted beside their own."""
        query = select(former_firs.c.uid).where(former_firs.c.fir_key == fir_key)
        return frozenset(self._connection.execute(query).scalars())

    def _put(self, fir_key: str, known: frozenset[str]) -> None:
        if known == self.of(fir_key):
            return
        mine, said = victim_wordings.c.fir_key == fir_key, json.dumps(sorted(known), ensure_ascii=False)
        changed = victim_wordings.update().where(mine).values(wordings=said)
        if not self._connection.execute(changed).rowcount:
            self._connection.execute(victim_wordings.insert().values(fir_key=fir_key, wordings=said))
