"""``trail``: what was done at the centre, and what the stations' PCs say was done on them, to be read by its keeper."""

from __future__ import annotations

import argparse
from datetime import date, datetime, time, timedelta

from central.commands.speech import say_one, say_row
from central.house import House
from central.store.passage import Passage
from station_client.clock import IST, shown_skew, to_ist
from sync.protocol.bounds import FIRST_YEAR, LAST_YEAR

Arguments = argparse.Namespace
NEWEST = 200


def own(house: House, asked: Arguments) -> None:
    """Show the centre's own trail: who signed in, what was changed, what was refused to whom; never case data."""
    with house.store.read() as unit:
        for one in unit.trail.lines(_passage(asked)):
            row = {name: getattr(one, name) for name in one.__slots__} | {"at": one.at.isoformat()}
            if asked.json:
                say_row(row)
            else:
                say_one(_ist(one.at), one.login or "-", one.machine_id or "-", one.act, one.subject)


def stations(house: House, asked: Arguments) -> None:
    """Show the trails of the stations' PCs as these handed them over, in the order in which they came."""
    with house.store.read() as unit:
        for one in unit.station_trails.lines(_passage(asked)):
            told = one.entry
            row = {name: getattr(told, name) for name in told.__struct_fields__}
            row |= {"machine_id": one.machine_id, "strand": one.strand, "received_at": one.received_at.isoformat()}
            if asked.json:
                say_row(row | {"at": told.at.isoformat()})
                continue
            clock = f"(on the PC {_ist(told.at)}, clock {shown_skew(told.skew_seconds)} s)"
            deed = (told.login or "-", told.act, told.subject or "-")
            say_one(_ist(one.received_at), one.machine_id, str(told.number), *deed, clock)


def _passage(asked: Arguments) -> Passage:
    """Read which lines are wanted; days are those of the wall clock in India."""
    return Passage(
        since=_midnight(asked.since) if asked.since else None,
        until=_midnight(asked.until + timedelta(days=1)) if asked.until else None,
        login=asked.login,
        machine_id=asked.machine,
        act=asked.only,
        most=max(asked.newest, 0),
    )


def _day(said: str) -> date:
    """Read a day, of a year that any line can be of."""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        day = date.min
    if not FIRST_YEAR <= day.year < LAST_YEAR:
        raise argparse.ArgumentTypeError(f"{said!r} is no day; one is written 2026-08-31")
    return day


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), IST)


def _ist(moment: datetime) -> str:
    return f"{to_ist(moment):%d/%m/%Y %H:%M:%S} IST"


def add_words(verbs: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """Describe these commands."""
    room = verbs.add_parser("trail", help="the audit trails, to be read").add_subparsers(dest="act", required=True)
    says = {"centre": "show what was done here, and refused", "stations": "show what was done on the stations' PCs"}
    for name, what in says.items():
        one = room.add_parser(name, parents=[shared], help=what, description=f"{what}; the oldest line first")
        for day, which in (("since", "from this day on"), ("until", "up to this day")):
            one.add_argument(f"--{day}", type=_day, metavar="2026-08-31", help=which)
        one.add_argument("--login", default="", help="one officer's lines only")
        one.add_argument("--machine", default="", metavar="ID", help="one PC's lines only")
        one.add_argument("--only", default="", metavar="ACT", help="lines of one act only, such as sign-in")
        one.add_argument("--newest", type=int, default=NEWEST, metavar="N", help=f"the last N ({NEWEST}); 0 is all")
        one.add_argument("--json", action="store_true", help="one JSON object a line")


TRAILS = {"centre": own, "stations": stations}
