"""Figures from before this centre's time, from a CSV: all of a file or nothing.

Columns: state_code, month (``2022-06``), stations, log_ins, log_ins_month, alerts, alerts_month; further columns
(a note, the State's name) are for people.
"""

from __future__ import annotations

from pathlib import Path

from central.errors import IntakeError
from central.intake.sheets import rows
from central.store.unit import Store
from central.store.usage import Carried
from station_client.domain.report import is_month

NUMBERS = ("stations", "log_ins", "log_ins_month", "alerts", "alerts_month")
COLUMNS = ("state_code", "month", *NUMBERS)
LONGEST = 15


def take_carried(store: Store, path: Path) -> int:
    """Enter a file's figures, over what was entered for the same State and month; gives the rows read."""
    read = [(line, _figures(line, cells)) for line, cells in rows(path, COLUMNS)]
    with store.write() as unit:
        known = {one.code for one in unit.usage.states()}
        for line, one in read:
            if one.state_code not in known:
                raise IntakeError(line, f"no State has the code {one.state_code!r}")
        unit.usage.carry(one for _, one in read)
    return len(read)


def _figures(line: int, cells: dict[str, str]) -> Carried:
    if not is_month(cells["month"]):
        raise IntakeError(line, "a month is written as 2022-06")
    for name in NUMBERS:
        if not (cells[name].isascii() and cells[name].isdigit() and len(cells[name]) <= LONGEST):
            raise IntakeError(line, f"{name} is a whole number")
    one = Carried(cells["state_code"], cells["month"], *(int(cells[name]) for name in NUMBERS))
    if one.log_ins_month > one.log_ins or one.alerts_month > one.alerts:
        raise IntakeError(line, "a month has no more than all months")
    return one
