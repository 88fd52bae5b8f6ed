"""What the linters cannot say about the house, held by a machine all the same."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from station_client import errors
from station_client.domain.reasons import Reason
from sync.protocol.codes import Code, ItemReason
from ui import phrases

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("station_client", "ui", "sync", "central", "resources")
LINES_PER_FILE = 300
LINES_PER_FUNCTION = 40
PUBLIC_METHODS = 8
NAMES_THAT_SAY_NOTHING = frozenset({"utils", "util", "helpers", "helper", "manager", "common", "misc"})
TOP_LEVEL = frozenset(
    {
        *("station_client", "ui", "sync", "resources", "tests", "build.spec", "pyproject.toml", "README.md"),
        *("central", "benchmarks", "packaging", "docs"),
        *(".ci", ".gitignore", "Makefile", "LICENSE", "CONTRIBUTING.md"),
    }
)


@cache
def tracked() -> tuple[Path, ...]:
    """Give every file that belongs to the project, tracked or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return tuple(ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file())


def python_files() -> tuple[Path, ...]:
    """Give every Python file of the project."""
    return tuple(path for path in tracked() if path.suffix == ".py")


@cache
def shipped_trees() -> tuple[tuple[str, ast.Module], ...]:
    """Parse every module that is not a test or a benchmark, once."""
    shipped = (path for path in python_files() if path.relative_to(ROOT).parts[0] in SHIPPED)
    return tuple((path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))) for path in shipped)


def error_classes() -> tuple[type[errors.StationError], ...]:
    """Give every error of the drawn tree."""
    found = [thing for thing in vars(errors).values() if inspect.isclass(thing)]
    return tuple(thing for thing in found if issubclass(thing, errors.StationError))


def test_no_file_is_longer_than_a_person_reads() -> None:
    """A module of more than 300 lines is two modules."""
    lengths = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in python_files()}
    assert {name: lines for name, lines in lengths.items() if lines > LINES_PER_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    """A function of more than 40 lines decides and does at once."""
    long = {
        f"{name}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for name, tree in shipped_trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    }
    assert {name: lines for name, lines in long.items() if lines > LINES_PER_FUNCTION} == {}


def test_no_class_has_more_verbs_than_a_person_keeps_in_mind() -> None:
    """A class has eight public methods at the most; Qt's own overrides (camelCase) do not count."""
    wide: dict[str, int] = {}
    for name, tree in shipped_trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                verbs = [
                    one
                    for one in node.body
                    if isinstance(one, ast.FunctionDef)
                    and not one.name.startswith("_")
                    and one.name == one.name.lower()
                    and not any(isinstance(mark, ast.Name) and mark.id == "property" for mark in one.decorator_list)
                ]
                if len(verbs) > PUBLIC_METHODS:
                    wide[f"{name}:{node.lineno} {node.name}"] = len(verbs)
    assert wide == {}


def test_names_say_what_a_thing_is() -> None:
    """No room is called utils, helpers, manager, common or misc."""
    parts = {part for path in tracked() for part in (*path.relative_to(ROOT).parts[:-1], path.stem)}
    assert parts & NAMES_THAT_SAY_NOTHING == frozenset()


def test_the_top_level_is_the_agreed_one() -> None:
    """The user asked for this top level; nothing else stands beside it."""
    top = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert top - TOP_LEVEL == frozenset()


def test_every_command_that_is_told_has_a_rule() -> None:
    """What the documents tell a reader to ``make`` is made: a target without a rule does nothing, and says nothing."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    rules = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    told = set(re.findall(r"[a-z-]+", makefile.split(".PHONY:", 1)[1].split("\n\n", 1)[0]))
    for page in (path for path in tracked() if path.suffix == ".md"):
        told |= set(re.findall(r"`make ([a-z-]+)", page.read_text("utf-8")))
    assert told - rules == set()


@pytest.mark.parametrize("error", error_classes(), ids=lambda error: error.__name__)
def test_every_error_has_words(error: type[errors.StationError]) -> None:
    """Each error says what happened, that nothing is lost, and what to do."""
    phrase = phrases.PHRASES[error.code]
    assert phrase.happened
    assert phrase.next


@pytest.mark.parametrize("error", error_classes(), ids=lambda error: error.__name__)
def test_every_error_is_drawn(error: type[errors.StationError]) -> None:
    """The tree at the top of ``errors.py`` shows each error, so a reader sees the whole family."""
    assert errors.__doc__ is not None
    assert error.__name__ in errors.__doc__


def test_every_error_has_a_code_of_its_own() -> None:
    """Two errors with one code would share words that fit only one."""
    codes = [error.code for error in error_classes()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("reason", [*Reason, *ItemReason])
def test_every_reason_has_words(reason: str) -> None:
    """Each reason against a field or an item is said in words with its remedy."""
    assert phrases.REASONS[reason]


@pytest.mark.parametrize("code", list(Code))
def test_every_code_of_the_wire_has_words(code: Code) -> None:
    """Each of the centre's refusals is said in words, whatever screen it reaches."""
    assert phrases.PHRASES[code].happened
