"""What the command line is handed by ``station_client.app``: the house, the window, the printer, the terminal."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TextIO

from station_client.config import Settings
from station_client.domain.office import Officer
from station_client.domain.redaction import PaperFir
from station_client.services.verbs import Verbs


class OpenHouse(Protocol):
    """A house that is open: its verbs, and the way to close it."""

    @property
    def verbs(self) -> Verbs:
        """Give every verb a person has."""

    def close(self) -> None:
        """Sign out and let go of the data folder."""


class PrintFir(Protocol):
    """Whoever prints an FIR into a PDF."""

    def __call__(  # noqa: PLR0913 what a print states about itself
        self, fir: PaperFir, path: Path, *, printed_by: Officer, as_on: datetime | None, now: datetime, language: str
    ) -> int:
        """Print, and give the number of pages."""


@dataclass(frozen=True, slots=True)
class Doors:
    """The outside of the command line; ``run_window`` opens a data folder's window and gives the exit code.

    ``run_training`` does so over a made-up station, in a language.
    """

    open_house: Callable[[Settings], OpenHouse]
    run_window: Callable[[Path], int]
    run_training: Callable[[str], int]
    print_fir: PrintFir
    ask_password: Callable[[str], str]
    source: TextIO
    out: TextIO
    err: TextIO


@dataclass(frozen=True, slots=True)
class Call:
    """One command as it was given."""

    given: Namespace
    settings: Settings
    doors: Doors
