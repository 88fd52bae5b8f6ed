"""The log for State IT: what the program did, never what a case says.

One file a day in ``logs/`` of the data folder, kept for 180 days (CERT-In). Only our own modules write into it,
libraries' messages may quote data; of an error only its kind and its place in the program are kept, never
its text. Each request to the centre has an id that the centre's log shows too.
"""

from __future__ import annotations

import logging
import secrets
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from logging.handlers import TimedRotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

FILE_NAME = "station-client.log"
DAYS = 180
OURS = ("station_client", "sync", "ui")

_log = logging.getLogger(__name__)


def request_id() -> str:
    """Make an id for one request: both logs name the request by it."""
    return secrets.token_hex(8)


def start(folder: Path) -> Callable[[], None]:
    """Begin to write the log in ``folder``; call what is returned to end it.

    A folder that cannot be written costs the log, not the work.
    """
    try:
        handler = TimedRotatingFileHandler(
            folder / FILE_NAME, when="midnight", backupCount=DAYS, encoding="utf-8", utc=True, delay=True
        )
    except OSError:
        return lambda: None
    handler.setFormatter(QuietFormatter())
    loggers = [logging.getLogger(name) for name in OURS]
    for one in loggers:
        one.addHandler(handler)
        one.setLevel(logging.INFO)
        one.propagate = False

    def stop() -> None:
        for one in loggers:
            one.removeHandler(handler)
        handler.close()

    return stop


def catch_unforeseen(err: TextIO) -> Callable[[], None]:
    """Have errors that nobody foresaw told by their kind and place, in every thread; call the result to end it.

    They go to the log while one is open, and always to ``err``.
    """
    handler = logging.StreamHandler(err)
    handler.setLevel(logging.ERROR)
    handler.setFormatter(QuietFormatter())
    for name in OURS:
        logging.getLogger(name).addHandler(handler)
    before = sys.excepthook, threading.excepthook

    def unforeseen(kind: type[BaseException], wrong: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, wrong, trace)
            return
        _log.critical("unforeseen", exc_info=(kind, wrong, trace))

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            unforeseen(args.exc_type, args.exc_value, args.exc_traceback)

    def stop() -> None:
        sys.excepthook, threading.excepthook = before
        for name in OURS:
            logging.getLogger(name).removeHandler(handler)

    sys.excepthook, threading.excepthook = unforeseen, in_thread
    return stop


class QuietFormatter(logging.Formatter):
    """One line a message, in UTC and in the PC's own time; an error by its kind and place only."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line, and the places of an error below it."""
        moment = datetime.fromtimestamp(record.created, UTC)
        local = moment.astimezone().strftime("%H:%M:%S%z")
        text = record.getMessage().replace("\n", " ")
        line = f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z ({local})"
        line = f"{line} {record.levelname} {record.name} [{record.threadName}] {text}"
        return f"{line}\n{places(record.exc_info[1])}" if record.exc_info and record.exc_info[1] else line


def places(wrong: BaseException) -> str:
    """Say what kind of error it was and where it came through, without a word of its text."""
    lines: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = wrong
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"  {type(cause).__module__}.{type(cause).__qualname__}")
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"    {Path(one.filename).name}:{one.lineno} {one.name}" for one in frames]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)
