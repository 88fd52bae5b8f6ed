"""Looks for what must not be there: case text, names, passwords and file bytes in clear, in any file on disk."""

from __future__ import annotations

import mmap
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

SLICE = 24
SLICES = 8
LEAST_VARIED = 12
TEXT_LEAST = 5


@dataclass(frozen=True, slots=True)
class Needle:
    """Bytes that must not be found; ``what`` names them without repeating them."""

    what: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """A needle that was found after all: where, and which."""

    file: Path
    what: str


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a search went through and what it found."""

    files: int
    bytes: int
    found: tuple[Found, ...]


def of_text(what: str, text: str) -> tuple[Needle, ...]:
    """Give a text's needles: as UTF-8 and as UTF-16 of both orders (Qt and the clipboard keep text so)."""
    if len(text) < TEXT_LEAST:
        return ()
    coded = {text.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")}
    escaped = text.encode("ascii", "backslashreplace")
    return tuple(Needle(what, data) for data in sorted(coded | {escaped}))


def of_words(what: str, text: str, *, words: int = 4) -> tuple[Needle, ...]:
    """Give needles for runs of ``words`` words, so that a part of a text is found as well as the whole."""
    split = text.split()
    runs = [" ".join(split[at : at + words]) for at in range(0, max(1, len(split) - words + 1), words)]
    return tuple(needle for run in runs for needle in of_text(what, run))


def of_file(path: Path) -> tuple[Needle, ...]:
    """Give needles for a file: slices spread over it that are varied enough to be its own."""
    data = path.read_bytes()
    step = max(SLICE, len(data) // (SLICES + 1))
    slices = [data[at : at + SLICE] for at in range(step, len(data) - SLICE + 1, step)] or [data[:SLICE]]
    varied = [one for one in slices if len(set(one)) >= LEAST_VARIED]
    return tuple(Needle(f"bytes of {path.name}", one) for one in varied[:SLICES])


def search(folders: Iterable[Path], needles: tuple[Needle, ...]) -> Sweep:
    """Look through every file under the folders; each needle is reported once a file."""
    return search_files(_files(folders), needles)


def search_files(paths: Iterable[Path], needles: tuple[Needle, ...]) -> Sweep:
    """Look through these files."""
    files = size = 0
    found: list[Found] = []
    for path in paths:
        try:
            length, inside = path.stat().st_size, _inside(path, needles)
        except FileNotFoundError:  # another program's, gone since it was listed
            continue
        files += 1
        size += length
        found += [Found(path, what) for what in sorted(inside)]
    return Sweep(files, size, tuple(found))


def missed_when_planted(folder: Path, needles: tuple[Needle, ...]) -> int:
    """Plant every needle in a file and count those that the search then does not find: it must be none."""
    folder.mkdir()
    planted = folder / "planted.bin"
    planted.write_bytes(b"".join(bytes(at % 97) + needle.data + b"\n" for at, needle in enumerate(needles)))
    apart = tuple(Needle(str(at), needle.data) for at, needle in enumerate(needles))
    found = len(search([folder], apart).found)
    planted.unlink()
    folder.rmdir()
    return len(needles) - found


def opens_with_sqlite(path: Path) -> bool:
    """Tell whether the standard library's sqlite3 can read this database."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        return False
    return True


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for base, _, names in os.walk(folder):
            for name in sorted(names):
                path = Path(base, name)
                if path.is_file() and not path.is_symlink():
                    yield path


def _inside(path: Path, needles: tuple[Needle, ...]) -> set[str]:
    if path.stat().st_size == 0:
        return set()
    with path.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as seen:
        return {needle.what for needle in needles if seen.find(needle.data) >= 0}
