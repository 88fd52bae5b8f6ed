"""The forms a column of values takes on the wire, each read back exactly; ``docs/wire.md`` draws them.

A form is a JSON array whose first member names it. Nothing that is read here may grow beyond what its bytes paid
for: every list is counted against one allowance (``Allowance``) before it is made.
"""

from __future__ import annotations

import msgspec

MOST_CELLS = 1_000_000

Scalar = str | int | float | bool | None


class Plain(msgspec.Struct, array_like=True, frozen=True, tag="v", forbid_unknown_fields=True):
    """The values themselves."""

    values: tuple[Scalar, ...]


class Same(msgspec.Struct, array_like=True, frozen=True, tag="=", forbid_unknown_fields=True):
    """One value for every row."""

    value: Scalar


class Steps(msgspec.Struct, array_like=True, frozen=True, tag="+", forbid_unknown_fields=True):
    """Whole numbers, each as the difference to the one before; the first to 0."""

    steps: tuple[int, ...]


class Moments(msgspec.Struct, array_like=True, frozen=True, tag="@", forbid_unknown_fields=True):
    """Moments in ``parts`` of a second since 1970 (1 or 1,000,000), as differences; null is no moment."""

    parts: int
    steps: tuple[int | None, ...]


class Picks(msgspec.Struct, array_like=True, frozen=True, tag="*", forbid_unknown_fields=True):
    """The different texts once, then which of them each row has."""

    texts: tuple[str, ...]
    picks: tuple[int, ...]


class Uuids(msgspec.Struct, array_like=True, frozen=True, tag="u", forbid_unknown_fields=True):
    """UUIDs: the first 48 bits (of version 7, the milliseconds) as differences, the other ten bytes in base64."""

    steps: tuple[int, ...]
    rest: str


class Hashes(msgspec.Struct, array_like=True, frozen=True, tag="x", forbid_unknown_fields=True):
    """Lower-case hexadecimal of ``size`` bytes each, all of them in one base64."""

    size: int
    rest: str


class Numbered(msgspec.Struct, array_like=True, frozen=True, tag="#", forbid_unknown_fields=True):
    """One ``prefix``, then a number of at least ``width`` digits, as differences."""

    prefix: str
    width: int
    steps: tuple[int, ...]


class Lists(msgspec.Struct, array_like=True, frozen=True, tag="[", forbid_unknown_fields=True):
    """How many members each row's list has, then all members as one column."""

    counts: Column
    members: Column


class Objects(msgspec.Struct, array_like=True, frozen=True, tag="{", forbid_unknown_fields=True):
    """A column for each field."""

    fields: dict[str, Column]


Column = Plain | Same | Steps | Moments | Picks | Uuids | Hashes | Numbered | Lists | Objects


class Table(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """All records of one kind in a frame."""

    kind: str
    rows: int
    columns: dict[str, Column]
