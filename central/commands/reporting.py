"""What the commands about reports and pillars do, in an open house."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import msgspec

from central.commands.speech import say, write
from central.enquiries import told
from central.errors import SetupError
from central.house import House
from central.intake.carried import take_carried
from central.intake.pillars import CsvOfPillars, integrate, take_pillars
from central.reports.files import CSV, written
from central.reports.made import made
from station_client.domain.pillars import Pillar
from station_client.domain.report import ReportName, month_of

Arguments = argparse.Namespace


def report(house: House, asked: Arguments) -> None:
    """Make a report and write it: to a file, or on the screen as CSV or JSON."""
    now = house.clock.now()
    month = asked.month or month_of(now)
    with house.store.read() as unit:
        found = made(unit, asked.act, month, state_code=asked.state, now=now)
    if asked.form == "json":
        body = json.dumps(msgspec.to_builtins(told(found)), ensure_ascii=False, indent=1).encode() + b"\n"
    else:
        body = written(found, asked.form)
    if asked.to is not None:
        _write(asked.to, body)
        say(f"report: {found.name} {found.month}, {len(found.rows)} rows, in {asked.to}")
        return
    if asked.form not in ("json", CSV):
        raise SetupError("a workbook is written to a file: --to FILE.xlsx")
    write(body.decode("utf-8-sig").replace("\r\n", "\n"))


def carry_over(house: House, asked: Arguments) -> None:
    """Enter figures from before this centre's time."""
    say(f"carry-over: {take_carried(house.store, asked.file)} rows")


def pillars_import(house: House, asked: Arguments) -> None:
    """Attach what the pillars did to their FIRs."""
    read, changed = take_pillars(house.store, CsvOfPillars(asked.file))
    say(f"pillars: {read} events read, {changed} FIRs changed")


def pillars_state(house: House, asked: Arguments) -> None:
    """Note with which pillars a State exchanges."""
    integrate(house.store, asked.state, tuple(asked.pillars))
    say(f"pillars: {asked.state} is integrated with {', '.join(asked.pillars) or 'none'}")


def add_words(verbs: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    """Describe these commands."""
    room = verbs.add_parser("reports", help="count what was done").add_subparsers(dest="act", required=True)
    for name in ReportName:
        one = room.add_parser(name, parents=[shared], help=f"make the report {name}")
        one.add_argument("--month", default="", metavar="2026-08", help="this month, unless it is said")
        one.add_argument("--state", default="", metavar="CODE", help="whose stations, for data-quality")
        one.add_argument("--as", dest="form", choices=("csv", "xlsx", "json"), default="csv")
        one.add_argument("--to", type=Path, metavar="FILE")
    carry = room.add_parser("carry-over", help="figures from before this centre's time")
    carried = carry.add_subparsers(dest="deed", required=True).add_parser("import", parents=[shared])
    carried.add_argument("file", type=Path, metavar="FILE.csv")
    pillars = verbs.add_parser("pillars", help="courts, prisons, prosecution, forensics")
    acts = pillars.add_subparsers(dest="act", required=True)
    events = acts.add_parser("import", parents=[shared], help="attach the events of FILE.csv to their FIRs")
    events.add_argument("file", type=Path, metavar="FILE.csv")
    state = acts.add_parser("state", parents=[shared], help="say with which pillars a State is integrated")
    state.add_argument("state", metavar="CODE")
    state.add_argument("pillars", nargs="*", metavar="PILLAR", help=f"of: {', '.join(Pillar)}")


def _write(path: Path, body: bytes) -> None:
    try:
        path.write_bytes(body)
    except OSError as wrong:
        raise SetupError(f"the report could not be written: {wrong.strerror}") from wrong
