"""How the commands speak: lines on standard output, passwords only where they were asked for."""

from __future__ import annotations

import getpass
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from central.errors import SetupError

PASSWORD_BYTES = 1024
_JOINERS = "\u200c\u200d"


class UnheardError(Exception):
    """Whoever read what a command says (``| head``) has had enough: nothing is wrong, and nobody is told more."""


def speak_utf8() -> None:
    """Have what is said be UTF-8 whatever the code page of the machine: an office's name is in Hindi too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=stream.errors)


def say(text: str) -> None:
    """Write a line for a person or a script. Raises ``UnheardError``."""
    write(text + "\n")


def say_row(row: Mapping[str, object]) -> None:
    """Write what others said as one line of JSON, with escapes for what ``say_one`` leaves out."""
    said = json.dumps(row, ensure_ascii=False)
    say("".join(char if _is_plain(char) else json.dumps(char)[1:-1] for char in said))


def say_one(*parts: str) -> None:
    """Write what others said as one line: without signs that would break it, or move a terminal."""
    shown = ("".join(char if _is_plain(char) else " " for char in one) for one in parts)
    say("  ".join(shown).rstrip())


def _is_plain(char: str) -> bool:
    return char.isprintable() or char in _JOINERS


def write(text: str) -> None:
    """Write a text as it is. Raises ``UnheardError`` where nobody reads it; what comes after it goes nowhere."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        raise UnheardError from None


def complain(text: str) -> None:
    """Write a line about what went wrong."""
    sys.stderr.write(f"station-central: {text}\n")


def read_password(descriptor: int | None) -> str:
    """Take a password from a file descriptor, or from a prompt, asked twice. Never from an argument."""
    if descriptor is not None:
        try:
            with os.fdopen(descriptor, "rb") as source:
                return source.read(PASSWORD_BYTES).decode().rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as wrong:
            raise SetupError("no password could be read from the file descriptor") from wrong
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("Once more: "):
        raise SetupError("the two passwords differ")
    return first


@contextmanager
def outlet(to: Path | None, descriptor: int | None) -> Iterator[Callable[[Mapping[str, str]], None]]:
    """Open the place for new passwords before they are made, so that none is made and lost.

    A file that only its owner can read and that was not there, a descriptor, or the screen once. What is
    handed out has left this process when the call returns.
    """
    try:
        handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600) if to is not None else descriptor
        sink = None if handle is None else os.fdopen(handle, "w", encoding="utf-8")
    except OSError as wrong:
        raise SetupError(f"the passwords could not be handed out: {wrong.strerror}") from wrong
    if sink is None:
        yield _show
        return
    try:
        with sink as opened:
            yield lambda passwords: _write(opened, passwords)
    except BaseException as wrong:
        if to is not None:
            to.unlink()
        if isinstance(wrong, OSError):
            raise SetupError(f"the passwords could not be handed out: {wrong.strerror}") from wrong
        raise
    if to is not None:
        say(f"passwords written to {to}, readable by you alone")


def _write(sink: TextIO, passwords: Mapping[str, str]) -> None:
    json.dump(dict(passwords), sink, ensure_ascii=False, indent=1)
    sink.flush()


def _show(passwords: Mapping[str, str]) -> None:
    say("passwords, shown this once:")
    for login, password in passwords.items():
        say(f"  {login}  {password}")
