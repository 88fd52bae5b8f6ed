"""Step 8: nothing in clear on either disk. The search is itself tried on a planted file first."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.tour import needles
from benchmarks.tour.case import FIRST, MORE, SECOND
from benchmarks.tour.needles import Needle
from benchmarks.tour.offline import LAST_WORDS
from benchmarks.tour.play import Play, check
from benchmarks.tour.report import HEADING, Step

DATABASES = 2


def search_disks(play: Play, step: Step) -> None:
    """Close both programs and look for the case in every file that they left."""
    codes = {name: station.close() for name, station in play.running.items()}
    check(holds=set(codes.values()) == {0}, otherwise=f"a program did not end well: exit codes {codes}")
    for place in play.places.values():
        printed = place.log.read_text("utf-8", "replace")
        check(holds="Traceback" not in printed, otherwise=f"{place.name} printed an error: {printed[-600:]}")
    wanted = _wanted(play)
    missed = needles.missed_when_planted(play.stage.work / "planted", wanted)
    check(holds=missed == 0, otherwise=f"the search itself missed {missed} planted needles")
    disks = [place.folder for place in play.places.values()]
    sweep = needles.search(disks, wanted)
    shown = "; ".join(f"{one.what} in {one.file.relative_to(play.stage.work)}" for one in sweep.found[:5])
    check(holds=not sweep.found, otherwise=f"found in clear: {shown}")
    outside = _outside(play)
    strays = needles.search_files(outside, wanted)
    shown = "; ".join(f"{one.what} in {one.file}" for one in strays.found[:5])
    check(holds=not strays.found, otherwise=f"found in clear outside the PC's folder: {shown}")
    databases = [path for disk in disks for path in sorted(disk.rglob("*.db"))]
    check(holds=len(databases) >= DATABASES * len(disks), otherwise=f"only {len(databases)} databases are there")
    readable = [path.name for path in databases if needles.opens_with_sqlite(path)]
    check(holds=not readable, otherwise=f"the standard sqlite3 opens {readable}")
    step.saw(
        f"{len(wanted)} needles (case texts, FIR contents, officers' names, passwords, bytes and names of the files; "
        f"as UTF-8, UTF-16 and escaped) in {sweep.files} files of {sweep.bytes / 1e6:.1f} MB on both PCs and "
        f"{strays.files} new files of the system's temporary folders: found 0; the same search found every needle in "
        f"a planted file; {len(databases)} databases, none opens with the standard sqlite3. Not searched: the centre's "
        "own folder (no station), the officers' sticks, the printed FIR and the pictures (the officer's own exports)",
        needles=len(wanted),
        files=sweep.files,
        bytes=sweep.bytes,
        found=0,
        databases=len(databases),
    )
    play.report.goal(
        "places with case data in clear", goal=0, value=len(sweep.found) + len(strays.found), unit="places"
    )


def _wanted(play: Play) -> tuple[Needle, ...]:
    found: list[Needle] = []
    for text in (play.description, LAST_WORDS, FIRST.description, SECOND.description, MORE, play.fir["contents"]):
        found += needles.of_words("case text", text)
    for text in play.texts:
        found += needles.of_words("text of the copy", text, words=6)
    for name in (*play.names, *play.fir["names"]):
        found += needles.of_text("a name", name)
    for password in play.the_centre().passwords.values():
        found += needles.of_text("a password", password)
    for path in play.brought:
        found += needles.of_file(path)
        found += needles.of_text("a file's name", path.name)
    once = {needle.data: needle for needle in found}
    return tuple(once.values())


def _outside(play: Play) -> list[Path]:
    """Give the temporary files that are newer than this tour, but for its own output where that is kept in one."""
    folders = {Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp"), Path("/dev/shm")}  # noqa: S108 searched, not used
    found = [path for folder in folders for path in folder.glob("*") if path.is_file() and not path.is_symlink()]
    newer = [path for path in found if path.stat().st_mtime >= play.stage.begun]
    heading = (Needle("the tour's own output", HEADING.encode()),)
    return [path for path in newer if not needles.search_files([path], heading).found]
