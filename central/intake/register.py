"""A legacy table on its way in: row by row, in batches that are kept whole, with a report of what could not come in.

Nothing is doubled by a second time, and nothing is lost by a kill in the middle: a batch and how far the file is are
one transaction, and the same command with ``resume`` goes on behind the last one.
"""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from central.errors import IntakeError
from central.house import House
from central.intake.headings import ALERTS, FIRS, NEEDED, named
from central.intake.legacy import Row, RowError, alert_of, fir_of, station_code
from central.intake.masked import MASKED, masked_cell
from central.intake.pages import Entry, Page, pages, put_page
from central.intake.tables import Cells, table
from central.store.unit import Unit
from sync.protocol.codec import NotUnderstoodError, decode, encode
from sync.protocol.records import FirRecord, OfficeRecord, Record

BATCH = 500
REGISTERS = frozenset({".csv", ".xlsx"})
REPORT = ("row", "field", "reason")
_PIECE = 1024 * 1024

Reject = Callable[[int, RowError], None]


@dataclass(frozen=True, slots=True)
class Wish:
    """How a table is to be taken in: only looked at, with a report to a file, from where it stopped."""

    dry_run: bool = False
    report: Path | None = None
    resume: bool = False


@dataclass
class Told:
    """What became of a table's rows; ``before`` were in already when it was resumed."""

    read: int = 0
    good: int = 0
    changed: int = 0
    rejected: int = 0
    before: int = 0


def take_register(house: House, path: Path, kind: str, wish: Wish) -> Told:
    """Take a table of ``alerts`` or ``firs`` in. Raises ``IntakeError`` where the file as a whole cannot be read."""
    rows = table(path)
    known = ALERTS if kind == "alerts" else FIRS
    _, heading = next(rows, (0, ()))
    places = named(heading, known, NEEDED[kind])
    name, told = _name(path, kind), Told()
    with house.store.read() as unit:
        told.before = unit.counters.value(name) if wish.resume else 0
    reader = _Reader(kind, places)
    with _report(wish.report) as reject:
        while batch := list(islice(rows, BATCH)):
            told.read += len(batch)
            with house.store.read() as unit:
                entries = list(reader.good(unit, batch, partial(_rejected, told, reject)))
            told.good += len(entries)
            last = batch[-1][0]
            if not wish.dry_run and last > told.before:
                told.changed += _keep(house, name, entries, last)
    return told


def _keep(house: House, name: str, entries: Page, last: int) -> int:
    with house.store.write() as unit:
        changed = sum(put_page(unit, page) for page in pages(entries))
        unit.counters.raise_to(name, last)
    return changed


class _Reader:
    """What a table's rows mean at this centre."""

    def __init__(self, kind: str, places: Mapping[str, int]) -> None:
        self._kind, self._places = kind, places
        self._offices: dict[str, tuple[OfficeRecord, str] | None] = {}

    def good(self, unit: Unit, batch: list[tuple[int, Cells]], reject: Reject) -> Iterator[tuple[int, Entry]]:
        """Give what can come in, and name what cannot."""
        read = [(number, self._read(unit, cells)) for number, cells in batch]
        met = unit.arrivals.met([one.key for _, one in read if isinstance(one, FirRecord)])
        for number, one in read:
            if isinstance(one, RowError):
                reject(number, one)
            elif isinstance(one, FirRecord) and one.key in met and _is_whole(unit.records.one("fir", one.key)):
                reject(number, RowError("fir_number", "the centre has the whole FIR already"))
            else:
                yield number, one

    def _read(self, unit: Unit, cells: Cells) -> Entry | RowError:
        """Give what a row says, or why it cannot come in."""
        row = {field: cells[place] if place < len(cells) else "" for field, place in self._places.items()}
        try:
            return self._entry(unit, row)
        except RowError as wrong:
            return wrong

    def _entry(self, unit: Unit, row: Row) -> Entry:
        if field := masked_cell(row):
            raise RowError(field, MASKED)
        code = station_code(row)
        if code not in self._offices:
            office = unit.records.office(code)
            self._offices[code] = None if office is None else (office, unit.records.place_names(office)[0])
        found = self._offices[code]
        if found is None:
            raise RowError("station_code", "the directory has no such office")
        made: Entry = alert_of(row, *found) if self._kind == "alerts" else fir_of(row, *found)
        try:
            return decode(encode(made), type(made))  # what a station could not read must not get into the feed
        except NotUnderstoodError:
            raise RowError("", "no station could read this row") from None


def _is_whole(there: Record | None) -> bool:
    """Tell whether a FIR has more than a register's row could say: such a row must not replace it."""
    if not isinstance(there, FirRecord):
        return False
    form = there.form
    return there.version > 1 or any((form.signatory.name, form.information_at, form.action.registered, form.gd_number))


def _rejected(told: Told, write: Reject, number: int, wrong: RowError) -> None:
    told.rejected += 1
    write(number, wrong)


def _name(path: Path, kind: str) -> str:
    """Name a table by what is in it, so that a changed file is never taken for one that was half in."""
    digest = hashlib.sha256(kind.encode())
    try:
        with path.open("rb") as source:
            while piece := source.read(_PIECE):
                digest.update(piece)
    except OSError as wrong:
        raise IntakeError(0, f"the file cannot be read: {wrong.strerror}") from wrong
    return f"import-{digest.hexdigest()[:32]}"


@contextmanager
def _report(path: Path | None) -> Iterator[Reject]:
    """Open the report, readable by its owner alone; without one, rejected rows are only counted."""
    if path is None:
        yield lambda _number, _wrong: None
        return
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as wrong:
        raise IntakeError(0, f"the report cannot be written: {wrong.strerror}") from wrong
    with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as sink:
        writer = csv.writer(sink)
        writer.writerow(REPORT)
        yield lambda number, wrong: writer.writerow((number, wrong.field, wrong.reason))
