"""What State IT of a State looks after: the State's own offices. A central agency within it is no State's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, select, true

from central.store.bodies import read_body
from central.store.tables import records
from station_client.domain.office import OfficeKind
from sync.protocol.records import OfficeRecord

_MARK = "\\"
Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Look(Generic[Kind]):
    """What is looked for: those of a kind, with a part of a name or a code, in one State (empty: all); so many rows."""

    state_code: str
    which: Kind
    words: str = ""
    skip: int = 0
    most: int = 50


def theirs(connection: Connection, state_code: str) -> ColumnElement[bool]:
    """Say of a query's offices (``records``) which a steward looks after; without a State all of them."""
    if not state_code:
        return true()
    agencies = [one.code for one in _offices(connection, state_code) if one.kind == OfficeKind.CENTRAL_AGENCY]
    return and_(records.c.state_code == state_code, records.c.key.not_in(agencies))


def named(connection: Connection, state_code: str, words: str) -> list[str]:
    """Give the codes of the State's offices whose names have the words that are looked for."""
    folded = words.casefold()
    return [one.code for one in _offices(connection, state_code) if folded in one.name.casefold()]


def office_name(body: bytes) -> str:
    """Give the name of an office by its record."""
    office = read_body(body)
    return office.name if isinstance(office, OfficeRecord) else ""


def like(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Say that a column has the words in it, whatever signs they are of."""
    plain = words.replace(_MARK, _MARK * 2).replace("%", _MARK + "%").replace("_", _MARK + "_")
    return column.ilike(f"%{plain}%", escape=_MARK)


def _offices(connection: Connection, state_code: str) -> list[OfficeRecord]:
    of_state = records.c.state_code == state_code if state_code else true()
    query = select(records.c.body).where(records.c.kind == "office", ~records.c.gone, of_state)
    read = (read_body(body) for body in connection.execute(query).scalars())
    return [one for one in read if isinstance(one, OfficeRecord)]
