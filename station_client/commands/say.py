"""What a command says: lines for a person, or one JSON table for a script. Nothing else ever goes to the output."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TextIO

from station_client.clock import to_ist
from station_client.commands.plain import plain
from station_client.domain.reasons import Reason
from station_client.errors import DraftIncompleteError, InputError, StationError
from ui import phrases


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found: ``table`` for a script, ``lines`` for a person."""

    table: dict[str, object]
    lines: tuple[str, ...] = ()


def answer(out: TextIO, said: Answer, *, as_json: bool) -> None:
    """Print a command's answer."""
    if as_json:
        _write(
            out, [json.dumps({"ok": True} | {key: plain(one) for key, one in said.table.items()}, ensure_ascii=False)]
        )
    else:
        _write(out, map(printable, said.lines))


def trouble(out: TextIO, err: TextIO, error: StationError, *, as_json: bool) -> None:
    """Print what went wrong: what happened, whether anything is lost, what to do next."""
    phrase = phrases.english(error)
    problems = [
        {"field": one.field, "reason": one.reason, "words": phrases.reason(one.reason)}
        for one in (error.problems if isinstance(error, DraftIncompleteError) else ())
    ]
    if as_json:
        table: dict[str, object] = {"code": error.code, "happened": phrase.happened, "safe": phrase.safe}
        table |= {"next": phrase.next, "problems": problems}
        if isinstance(error, InputError):
            table |= {"field": error.field, "reason": error.reason, "detail": error.detail}
        _write(out, [json.dumps({"ok": False, "error": table}, ensure_ascii=False)])
        return
    if type(error) is InputError:  # its words speak of "this": say of what
        phrase = replace(phrase, happened=f"{error.field}: {phrase.happened}")
    _write(err, [phrase.happened, *(f"  {one['field']}: {one['words']}" for one in problems)])
    if isinstance(error, InputError) and error.reason == Reason.SEVERAL:
        _write(err, [f"  {error.detail}"])
    _write(err, [f"{phrase.safe} {phrase.next}".strip()])


def moment(at: datetime | None) -> str:
    """Write a moment as an officer reads it: the day, and the time in IST."""
    return f"{to_ist(at):%d/%m/%Y %H:%M} IST" if at else "never"


def printable(text: str) -> str:
    """Take control characters out of a line: a terminal obeys some of them."""
    return "".join(char if char.isprintable() or char in "\t\u200c\u200d" else " " for char in text)


def in_utf8(stream: TextIO | None, form: str = "utf-8") -> TextIO:
    """Have a stream carry UTF-8 whatever the code page: none of those that Windows gives to a pipe can write Hindi.

    A program with a window has no streams on Windows (None): what is said to nobody goes nowhere.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=form, errors=stream.errors)
    return io.StringIO() if stream is None else stream


def _write(out: TextIO, lines: Iterable[str]) -> None:
    out.writelines(line + "\n" for line in lines)
    out.flush()
