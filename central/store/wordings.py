"""Under which wordings a FIR ever protected a victim, and which FIRs an alert named before: what is hidden stays so."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import Connection, select

from central.store.guarded_tables import former_firs, victim_wordings
from station_client.domain.redaction import folded_wording


class Wordings:
    """The wordings of each FIR, and the former FIRs of each alert."""

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

    def note_fir(self, uid: str, fir_key: str) -> None:
        """Note that an alert named a FIR until now."""
        if fir_key not in self.firs_of(uid):
            self._connection.execute(former_firs.insert().values(uid=uid, fir_key=fir_key))

    def firs_of(self, uid: str) -> frozenset[str]:
        """Name the FIRs that an alert named before."""
        query = select(former_firs.c.fir_key).where(former_firs.c.uid == uid)
        return frozenset(self._connection.execute(query).scalars())

    def alerts_of(self, fir_key: str) -> frozenset[str]:
        """Name the alerts that named a FIR before."""
        query = select(former_firs.c.uid).where(former_firs.c.fir_key == fir_key)
        return frozenset(self._connection.execute(query).scalars())

    def _put(self, fir_key: str, known: frozenset[str]) -> None:
        if known == self.of(fir_key):
            return
        mine, said = victim_wordings.c.fir_key == fir_key, json.dumps(sorted(known), ensure_ascii=False)
        changed = victim_wordings.update().where(mine).values(wordings=said)
        if not self._connection.execute(changed).rowcount:
            self._connection.execute(victim_wordings.insert().values(fir_key=fir_key, wordings=said))
