"""How many records of each kind the copy holds, and a digest of them, kept with every change.

A record counts with ``kind|key|sequence``: the first 16 bytes of its SHA-256, as a number. The digest is their sum,
so that the order in which records came does not matter, and one that comes or goes costs one addition. What stands
under no sequence (kept from before the centre was restored, or not yet named again by a new reading) does not count.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection

from station_client.store.replica.changes import Changes, GoneKind

MODULUS: Final = 1 << 128
PLACE_OF: Final[dict[GoneKind, tuple[str, str]]] = {
    GoneKind.ALERT: ("alerts", "uid"),
    GoneKind.FIR: ("firs", "key"),
    GoneKind.STATE: ("states", "code"),
    GoneKind.DISTRICT: ("districts", "code"),
    GoneKind.OFFICE: ("offices", "code"),
}
"""Where each kind stands: its table and the column of its key."""

Held = dict[tuple[GoneKind, str], int]
"""Records that stand in the copy: kind and key → sequence."""

_AT_ONCE: Final = 50_000


@dataclass(frozen=True, slots=True)
class Tally:
    """The records of the copy: a count for each kind, and one digest of them all."""

    counts: Mapping[str, int] = field(default_factory=dict)
    digest: int = 0

    def moved(self, before: Held, after: Held) -> Tally:
        """Give the tally after records that stood as ``before`` stand as ``after``."""
        counts, digest = dict(self.counts), self.digest
        for sign, held in ((-1, before), (1, after)):
            for (kind, key), sequence in held.items():
                if sequence > 0:
                    counts[kind.value] = counts.get(kind.value, 0) + sign
                    digest += sign * weight(kind.value, key, sequence)
        return Tally({kind: count for kind, count in counts.items() if count}, digest % MODULUS)

    def written(self) -> str:
        """Write it as a note."""
        return json.dumps([self.digest, self.counts])

    @property
    def records(self) -> int:
        """Give how many records there are."""
        return sum(self.counts.values())


def read(note: str) -> Tally:
    """Read a tally from its note."""
    digest, counts = json.loads(note)
    return Tally(counts, digest)


def weight(kind: str, key: str, sequence: int) -> int:
    """Give what one record adds to the digest."""
    return int.from_bytes(sha256(f"{kind}|{key}|{sequence}".encode()).digest()[:16], "big")


def held(connection: Connection, kind: GoneKind, keys: Sequence[str]) -> Held:
    """Say which records of these keys stand in the copy."""
    if not keys:
        return {}
    table, column = PLACE_OF[kind]
    asked = f"SELECT {column}, sequence FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))"  # noqa: S608 our own names
    found = connection.exec_driver_sql(asked, (json.dumps(keys),))
    return {(kind, key): sequence for key, sequence in found}


def touched(connection: Connection, changes: Changes) -> Held:
    """Say which of the records that a change names stand in the copy now."""
    found: Held = {}
    for kind in GoneKind:
        gone = (one.key for one in changes.gone if one.kind == kind.value)
        found |= held(connection, kind, list(dict.fromkeys((*changes.keys(kind), *gone))))
    return found


def count_anew(connection: Connection) -> Tally:
    """Count every record; for a copy that was never counted (a million take about twelve seconds)."""
    tally = Tally()
    for kind, (table, column) in PLACE_OF.items():
        rows = connection.exec_driver_sql(f"SELECT {column}, sequence FROM {table}")  # noqa: S608 our own names
        while part := rows.fetchmany(_AT_ONCE):
            tally = tally.moved({}, {(kind, key): sequence for key, sequence in part})
    return tally
