"""A terminal in memory: what the command line reads, asks and prints."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from station_client import app
from station_client.commands.counter import take
from station_client.commands.doors import Doors
from station_client.config import Settings
from station_client.domain.fir import Fir
from station_client.domain.office import Officer
from tests.support.centre import PASSWORD
from tests.support.houses import Pc


@dataclass
class Terminal:
    """One PC's terminal; ``code``, ``out`` and ``err`` are of the last command."""

    folder: Path
    open_house: Callable[[Settings], app.House]
    password: str = PASSWORD
    code: int = 0
    out: str = ""
    err: str = ""
    printed: list[Fir] = field(default_factory=list)
    windows: list[Path] = field(default_factory=list)

    def run(self, *words: str, source: str = "") -> int:
        """Give one command and keep what it printed."""
        out, err = io.StringIO(), io.StringIO()
        doors = Doors(
            open_house=self.open_house,
            run_window=self._window,
            run_training=lambda _language: 0,
            print_fir=self._print,
            ask_password=lambda _prompt: self.password,
            source=io.StringIO(source),
            out=out,
            err=err,
        )
        self.code = take([*words, "--profile", str(self.folder)], doors)
        self.out, self.err = out.getvalue(), err.getvalue()
        return self.code

    def table(self, *words: str, source: str = "") -> dict[str, Any]:
        """Give one command with ``--json`` and read its table."""
        self.run(*words, "--json", source=source)
        (line,) = self.out.splitlines()
        table: dict[str, Any] = json.loads(line)
        assert table["ok"] is (self.code == 0)
        return table

    def _window(self, profile: Path) -> int:
        self.windows.append(profile)
        return 0

    def _print(
        self, fir: Fir, path: Path, *, printed_by: Officer, as_on: datetime | None, now: datetime, language: str
    ) -> int:
        self.printed.append(fir)
        path.write_text(f"{fir.key} {printed_by.login} {as_on is not None} {now.year} {language}")
        return 1


def terminal(pc: Pc) -> Terminal:
    """Sit down at a PC's terminal."""
    return Terminal(pc.folder, partial(pc.build))
