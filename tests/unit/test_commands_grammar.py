"""The command line's grammar, its exit codes and its two ways of printing."""

from __future__ import annotations

import codecs
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from station_client import errors
from station_client.commands.counter import COMMANDS, take
from station_client.commands.doors import Doors, OpenHouse
from station_client.commands.exits import Exit, exit_of
from station_client.commands.parser import parser
from station_client.commands.plain import plain
from station_client.commands.say import in_utf8, moment, printable, trouble
from station_client.config import FILE_NAME, Settings, load
from station_client.domain.alert import Category
from station_client.errors import (
    DraftIncompleteError,
    InputError,
    LockedOutError,
    Problem,
    ProfileInUseError,
    StationError,
)

MADE: dict[type[StationError], StationError] = {
    errors.InputError: InputError("fir", "fir-form"),
    errors.DraftIncompleteError: DraftIncompleteError((Problem("fir", "fir-form"),)),
    errors.AttachmentRefusedError: errors.AttachmentRefusedError("a.pdf", "mismatch"),
    errors.NotLentError: errors.NotLentError("a.docx", "mismatch"),
    errors.LockedOutError: LockedOutError(30),
    errors.ClockWrongError: errors.ClockWrongError(400.0),
    errors.SettingsError: errors.SettingsError("centre_url", "is not set"),
}


def all_errors(kind: type[StationError] = StationError) -> Iterator[type[StationError]]:
    """List every error below one."""
    for one in kind.__subclasses__():
        if not one.__name__.startswith("_"):  # told on by its own module, never to a command
            yield one
        yield from all_errors(one)


def doors(out: io.StringIO, err: io.StringIO, wrong: Exception | None = None) -> Doors:
    """Give doors that lead nowhere, or fail."""

    def closed(_settings: Settings) -> OpenHouse:
        raise wrong or AssertionError("no house was to be opened")

    return Doors(
        open_house=closed,
        run_window=lambda profile: 0 if (profile / FILE_NAME).is_file() else 99,
        run_training=lambda language: {"en": 31, "hi": 32}[language],
        print_fir=lambda *_args, **_named: 0,
        ask_password=lambda _prompt: "",
        source=io.StringIO(),
        out=out,
        err=err,
    )


def test_training_has_a_window_of_its_own(tmp_path: Path) -> None:
    """In the language that was asked for, whatever data folder is named; without the word it is a station's day."""
    nowhere = doors(io.StringIO(), io.StringIO())
    assert take(["run", "--training"], nowhere) == 31
    assert take(["--training", "--language", "hi", "--profile", str(tmp_path)], nowhere) == 32
    assert take(["run", "--profile", str(tmp_path)], nowhere) == 99


@pytest.mark.parametrize("kind", list(all_errors()))
def test_every_error_has_its_familys_exit_code(kind: type[StationError]) -> None:
    """No error that is drawn ends as 'unexpected'."""
    assert exit_of(MADE.get(kind) or kind()) not in (Exit.DONE, Exit.UNEXPECTED, Exit.USAGE)


def test_exit_codes_are_the_documented_ones() -> None:
    """Scripts rely on the numbers: they stand in docs/command-line.md and never move."""
    text = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text("utf-8")
    for one in Exit:
        assert f"\n| {int(one)} | " in text


def test_every_command_is_documented() -> None:
    """Each command of the grammar stands in the document."""
    text = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text("utf-8")
    for name in COMMANDS:
        assert f"`{name}" in text, name


@pytest.mark.parametrize(
    "words",
    [
        ["search", "--category", "none"],
        ["search", "--since", "yesterday"],
        ["search", "--limit", "0"],
        ["draft"],
        ["nonsense"],
        ["configure"],
        ["sign-in", "--password", "secret"],
    ],
)
def test_what_is_not_understood_ends_with_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A mistake in the words is argparse's own exit code, and a password is no argument."""
    with pytest.raises(SystemExit) as ended:
        take(words, doors(io.StringIO(), io.StringIO()))
    assert ended.value.code == Exit.USAGE
    assert capsys.readouterr().out == ""


def test_days_are_read_in_both_forms() -> None:
    """As a script writes them and as the form has them."""
    given = parser().parse_args(["search", "--since", "2026-11-21", "--until", "22/11/2026", "red", "lorry"])
    assert (given.since, given.until, given.words) == (date(2026, 11, 21), date(2026, 11, 22), ["red", "lorry"])


def test_no_command_means_the_window(tmp_path: Path) -> None:
    """A bare call, and one with options only, open the window on the folder."""
    out, err = io.StringIO(), io.StringIO()
    assert take(["--profile", str(tmp_path)], doors(out, err)) == 99
    take(["configure", "--profile", str(tmp_path), "--centre", "https://centre.example"], doors(out, err))
    assert load(tmp_path).centre_url == "https://centre.example"
    assert take(["run", "--profile", str(tmp_path)], doors(out, err)) == 0


def test_settings_that_cannot_be_used_end_with_ten(tmp_path: Path) -> None:
    """Whatever is asked for, and what is wrong is named."""
    (tmp_path / "station.toml").write_text('centre_url = "http://centre.example"\n')
    err = io.StringIO()
    assert take(["sync", "--profile", str(tmp_path)], doors(io.StringIO(), err)) == Exit.SETTINGS
    assert "centre_url" in err.getvalue()


def test_a_folder_in_use_ends_with_eight(tmp_path: Path) -> None:
    """While the window is open a command says so."""
    out, err = io.StringIO(), io.StringIO()
    assert take(["sync", "--profile", str(tmp_path)], doors(out, err, ProfileInUseError())) == Exit.STORE
    assert "already running" in err.getvalue()


@pytest.mark.parametrize("as_json", [False, True])
def test_what_nobody_foresaw_shows_no_data(tmp_path: Path, as_json: bool) -> None:  # noqa: FBT001 a parameter of the test
    """A script sees 'unexpected', not a traceback with a case in it."""
    out, err = io.StringIO(), io.StringIO()
    words = ["sync", "--profile", str(tmp_path), *(["--json"] if as_json else [])]
    assert take(words, doors(out, err, ValueError("Ramesh Kumar"))) == Exit.UNEXPECTED
    assert "Ramesh" not in out.getvalue() + err.getvalue()
    assert (json.loads(out.getvalue())["error"]["code"] == "unexpected") if as_json else err.getvalue()


def test_an_interrupt_has_its_own_code(tmp_path: Path) -> None:
    """Ctrl-C is no error of the program."""
    interrupted = doors(io.StringIO(), io.StringIO(), KeyboardInterrupt())  # type: ignore[arg-type] # it is raised all the same
    assert take(["sync", "--profile", str(tmp_path)], interrupted) == Exit.INTERRUPTED


def test_trouble_is_told_in_words_and_in_codes() -> None:
    """The same error for a person and for a script."""
    wrong = DraftIncompleteError((Problem("description", "missing"), Problem("category", "missing")))
    out, err = io.StringIO(), io.StringIO()
    trouble(out, err, wrong, as_json=False)
    assert out.getvalue() == ""
    assert "description: " in err.getvalue()
    trouble(out, err, wrong, as_json=True)
    told = json.loads(out.getvalue())["error"]
    assert [one["field"] for one in told["problems"]] == ["description", "category"]
    assert (told["code"], told["field"]) == ("draft-incomplete", "description")


@dataclass(frozen=True)
class Thing:
    """A record with every kind of value."""

    when: datetime
    day: date
    category: Category
    names: frozenset[str]
    parts: tuple[object, ...]


def test_records_become_plain_tables() -> None:
    """Moments, codes, sets and records within records."""
    moment_ = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
    thing = Thing(
        moment_, date(2026, 11, 21), Category.SEIZURE, frozenset("ba"), (None, True, 1, 1.5, {"path": Path("x")})
    )
    assert plain(thing) == {
        "when": "2026-11-21T08:30:00+00:00",
        "day": "2026-11-21",
        "category": "seizure-recovery",
        "names": ["a", "b"],
        "parts": [None, True, 1, 1.5, {"path": "x"}],
    }


def test_moments_are_said_in_ist() -> None:
    """An officer reads the wall's time."""
    assert moment(datetime(2026, 11, 21, 20, 0, tzinfo=UTC)) == "22/11/2026 01:30 IST"
    assert moment(None) == "never"


def test_a_terminal_is_not_commanded_by_what_it_shows() -> None:
    """Escape sequences in a text from outside are not passed on; joiners of Indic scripts are."""
    assert printable("a\x1b[2Jb\u202ec क\u200dष") == "a [2Jb c क\u200dष"


def test_what_comes_through_a_pipe_is_utf8_whatever_the_code_page() -> None:
    """On Windows a pipe has a code page without Hindi: it would break off a list, and garble a text that comes in."""
    page = io.TextIOWrapper(typed := io.BytesIO(), encoding="cp1252", errors="strict")
    in_utf8(page).write("थाना रामपुर")
    page.flush()
    assert typed.getvalue() == "थाना रामपुर".encode()
    for mark in (b"", codecs.BOM_UTF8):  # Windows' own programs put it first
        source = io.TextIOWrapper(io.BytesIO(mark + "मोटरसाइकिल".encode()), encoding="cp1252")
        assert in_utf8(source, "utf-8-sig").read() == "मोटरसाइकिल"


def test_a_program_with_a_window_says_nothing_to_nobody() -> None:
    """Windows gives such a program no streams."""
    trouble(in_utf8(None), in_utf8(None), ProfileInUseError(), as_json=False)


@pytest.mark.parametrize(
    "words",
    [
        ["station_client", "configure", "--centre", "https://centre.gov.in", "--json", "--profile"],
        ["central", "init", "--folder"],
    ],
    ids=lambda words: words[0],
)
def test_both_programs_speak_utf8_into_a_pipe(words: list[str], tmp_path: Path) -> None:
    """A folder's name in Hindi is enough to end them else."""
    folder = tmp_path / "थाना"
    windows = os.environ | {"PYTHONIOENCODING": "cp1252"}
    done = subprocess.run([sys.executable, "-m", *words, str(folder)], env=windows, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert "थाना" in done.stdout.decode("utf-8")
