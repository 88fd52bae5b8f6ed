"""Form-24, the usage report by State/UT: log-ins and alerts since the launch and in one month.

Figures from before this centre's time are entered as data for each State and month (``carry-over import``): a
State's newest entry up to the month is what its own counts of later months are added to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from central.store.unit import Unit
from central.store.usage import Carried
from station_client.domain.office import OfficeKind
from station_client.domain.report import Cell, Column, Report, ReportName, after, begins

COLUMNS = (
    Column.NUMBER,
    Column.STATE,
    Column.STATIONS,
    Column.LOG_INS,
    Column.LOG_INS_MONTH,
    Column.ALERTS,
    Column.ALERTS_MONTH,
)


@dataclass(slots=True)
class _State:
    """What is added up for one State."""

    carried: Carried
    stations: int = 0
    log_ins: Counter[str] = field(default_factory=Counter)
    alerts: int = 0
    alerts_month: int = 0


def form_24(unit: Unit, month: str, now: datetime) -> Report:
    """Make the report of a month."""
    states = {one.code: _State(Carried(one.code, "", 0, 0, 0, 0, 0)) for one in unit.usage.states()}
    for entry in unit.usage.carried(month):
        if entry.state_code in states:
            states[entry.state_code].carried = entry
    place: dict[str, str] = {}
    for office in unit.usage.offices():
        place[office.code] = office.state_code
        if office.kind == OfficeKind.POLICE_STATION and office.state_code in states:
            states[office.state_code].stations += 1
    for code, when, tally in unit.usage.log_ins():
        if when <= month and (here := states.get(place.get(code, ""))) and when > here.carried.month:
            here.log_ins[when] += tally
    _count_alerts(unit, states, place, month)
    names = {one.code: one.name for one in unit.usage.states()}
    rows = (_row(number, names[code], one, month) for number, (code, one) in enumerate(states.items(), 1))
    return Report(ReportName.FORM_24, month, COLUMNS, tuple(rows), now)


def _count_alerts(unit: Unit, states: dict[str, _State], place: dict[str, str], month: str) -> None:
    """Add up what was sent; all States that go on from the same entry are counted with one question."""
    end = begins(after(month))
    in_month = unit.usage.uploads(begins(month), end)
    for base in {one.carried.month for one in states.values()}:
        sent = unit.usage.uploads(begins(after(base)) if base else None, end)
        mine = {code: one for code, one in states.items() if one.carried.month == base}
        for state, total in _by_state(sent.items(), place):
            if state in mine:
                mine[state].alerts += total
        if base != month:
            for state, total in _by_state(in_month.items(), place):
                if state in mine:
                    mine[state].alerts_month += total


def _by_state(counts: Iterable[tuple[str, int]], place: dict[str, str]) -> Iterable[tuple[str, int]]:
    return ((place.get(code, ""), count) for code, count in counts)


def _row(number: int, name: str, one: _State, month: str) -> tuple[Cell, ...]:
    base = one.carried
    then = base.month == month
    return (
        number,
        name,
        base.stations if then else one.stations,
        base.log_ins + sum(one.log_ins.values()),
        base.log_ins_month if then else one.log_ins[month],
        base.alerts + one.alerts,
        base.alerts_month if then else one.alerts_month,
    )
