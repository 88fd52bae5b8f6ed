"""A look at a file in a process of its own, bounded in time and memory.

A file that crashes a decoder, loops for ever or unpacks without end costs that process, and is refused;
the officer's program goes on. The file travels over a pipe: nothing of it touches the disk.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from station_client.domain.attachment import Inspection, Kind, Limits, Verdict
from station_client.domain.reasons import Reason
from station_client.inspection.child import COMMAND
from station_client.inspection.examine import refused_at_once
from station_client.inspection.leaf import COMMAND as LEAF_COMMAND
from station_client.inspection.leaf import MOST_PIXELS

SECONDS = 30

Inspect = Callable[[str, bytes, Limits], Inspection]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a file: its number from 0 of so many, and its picture (red, green, blue, row by row)."""

    number: int
    pages: int
    width: int
    height: int
    marks: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which page is wanted (from 0), of a file of which kind, and how long its longer side may be."""

    number: int = 0
    kind: Kind = Kind.PDF
    most_pixels: int = MOST_PIXELS


Draw = Callable[[bytes, Wanted], Leaf | None]


def inspect(
    name: str, data: bytes, limits: Limits, *, program: tuple[str, ...] = (), seconds: float = SECONDS
) -> Inspection:
    """Inspect a file apart from this process. Never raises, never takes longer than ``seconds``.

    ``program`` is the command that runs ``child.main``; by default this very program.
    """
    if (reason := refused_at_once(name, len(data), limits)) in (Reason.EMPTY, Reason.TOO_LARGE):
        return _refused(reason)
    head = json.dumps({"name": name, "limit": limits.bytes_per_file}).encode() + b"\n"
    try:
        done = subprocess.run(  # noqa: S603 the program itself, with a fixed argument
            [*(program or this_program()), COMMAND],
            input=head + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        return _refused(Reason.TOO_MUCH_INSIDE)
    except OSError:
        return _refused(Reason.UNREADABLE)
    return _read(done.stdout) if done.returncode == 0 else _refused(Reason.CORRUPT)


def draw(data: bytes, wanted: Wanted, *, program: tuple[str, ...] = (), seconds: float = SECONDS) -> Leaf | None:
    """Draw one page of a PDF or of a picture apart from this process; None where that cannot be done. Never raises."""
    head = json.dumps({"page": wanted.number, "kind": wanted.kind, "pixels": wanted.most_pixels}).encode() + b"\n"
    try:
        done = subprocess.run(  # noqa: S603 the program itself, with a fixed argument
            [*(program or this_program()), LEAF_COMMAND],
            input=head + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    return _leaf(done.stdout, wanted.number) if done.returncode == 0 else None


def _leaf(answer: bytes, number: int) -> Leaf | None:
    """Read the drawing, trusting no more of it than its form."""
    head, _break, marks = answer.partition(b"\n")
    try:
        table = json.loads(head)
        pages, width, height = (int(table[key]) for key in ("pages", "width", "height"))
    except (ValueError, KeyError, TypeError):
        return None
    if min(pages, width, height) < 1 or max(width, height) > MOST_PIXELS + 1 or len(marks) != 3 * width * height:
        return None
    return Leaf(min(number, pages - 1), pages, width, height, marks)


def this_program() -> tuple[str, ...]:
    """Name the command that starts this program again, frozen or from source."""
    return (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "station_client")


def _read(answer: bytes) -> Inspection:
    """Read the child's verdict, trusting no more of it than its form."""
    try:
        table = json.loads(answer)
        kind = Kind(table["kind"]) if table["kind"] else None
        return Inspection(Verdict(table["verdict"]), kind, tuple(str(Reason(one)) for one in table["reasons"]))
    except (ValueError, KeyError, TypeError):
        return _refused(Reason.CORRUPT)


def _refused(reason: Reason | None) -> Inspection:
    return Inspection(Verdict.REJECT, None, (str(reason or Reason.CORRUPT),))
