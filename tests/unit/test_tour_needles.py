"""The tour's search of the disk finds what is planted, in every coding, and nothing else."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.tour import files, needles

TEXT = "तिरपाल के नीचे ग्यारह नीले ड्रम"


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
def test_text_is_found_in_every_coding(tmp_path: Path, code: str) -> None:
    """A text in the middle of other bytes is found as UTF-8 and as UTF-16."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "some.log").write_bytes(os.urandom(999) + TEXT.encode(code) + os.urandom(5))
    found = needles.search([tmp_path], needles.of_text("description", TEXT)).found
    assert [(one.file.name, one.what) for one in found] == [("some.log", "description")]


def test_json_escapes_are_found_too(tmp_path: Path) -> None:
    r"""A text that a log wrote as \u escapes is found."""
    (tmp_path / "log.json").write_text(TEXT.encode("ascii", "backslashreplace").decode(), "ascii")
    assert needles.search([tmp_path], needles.of_text("description", TEXT)).found


def test_part_of_a_text_is_found(tmp_path: Path) -> None:
    """Four words of a long text are enough."""
    long = "one two three four five six seven eight nine ten"
    (tmp_path / "cache").write_text("zzz five six seven eight zzz", "utf-8")
    assert needles.search([tmp_path], needles.of_words("description", long)).found


def test_bytes_of_each_made_file_are_found(tmp_path: Path) -> None:
    """Every file that the tour makes gives needles, and a copy of it is found."""
    chosen = files.make(tmp_path / "stick", 1)
    (tmp_path / "disk").mkdir()
    for path in chosen.good:
        wanted = needles.of_file(path)
        assert len(wanted) >= 4
        assert not needles.search([tmp_path / "disk"], wanted).found
        (tmp_path / "disk" / "copy").write_bytes(path.read_bytes())
        assert needles.search([tmp_path / "disk"], wanted).found
        (tmp_path / "disk" / "copy").unlink()


def test_the_search_finds_all_that_is_planted(tmp_path: Path) -> None:
    """Planted needles are all found, and the planted file is gone afterwards."""
    wanted = (*needles.of_words("text", TEXT), *needles.of_text("name", "Inspector Of Nowhere"))
    assert needles.missed_when_planted(tmp_path / "planted", wanted) == 0
    assert list(tmp_path.iterdir()) == []


def test_random_bytes_hold_nothing(tmp_path: Path) -> None:
    """An empty file and a sealed one hold no needle, and both are counted."""
    (tmp_path / "empty").touch()
    (tmp_path / "sealed").write_bytes(os.urandom(200_000))
    sweep = needles.search([tmp_path], needles.of_text("name", "Inspector Of Nowhere"))
    assert (sweep.files, sweep.bytes, sweep.found) == (2, 200_000, ())


def test_plain_database_opens_and_noise_does_not(tmp_path: Path) -> None:
    """The standard library's sqlite3 reads a plain database and refuses anything else."""
    with closing(sqlite3.connect(tmp_path / "plain.db")) as database:
        database.execute("CREATE TABLE one (two)")
    (tmp_path / "sealed.db").write_bytes(os.urandom(8192))
    assert needles.opens_with_sqlite(tmp_path / "plain.db")
    assert not needles.opens_with_sqlite(tmp_path / "sealed.db")


def test_folder_gives_five_kinds_first(tmp_path: Path) -> None:
    """From a folder, five files of five kinds come first, the others later, and made ones stand behind."""
    made = files.make(tmp_path / "made", 1)
    given = tmp_path / "given"
    given.mkdir()
    for name in ("a.jpg", "b.JPEG", "c.pdf", "d.doc", "e.xls", "f.png", "g.tif", "notes.txt"):
        (given / name).write_bytes(b"x")
    chosen = files.from_folder(given, made)
    assert [one.name for one in chosen.good[:5]] == ["a.jpg", "c.pdf", "d.doc", "e.xls", "f.png"]
    assert [one.name for one in chosen.more] == ["b.JPEG", "g.tif"]
    assert chosen.good[5:] == made.good


def test_a_file_that_is_gone_meanwhile_is_passed_over(tmp_path: Path) -> None:
    """Other programs' shared memory comes and goes while the disks are searched."""
    there = tmp_path / "there"
    there.write_bytes(b"a needle here")
    found = needles.search_files([tmp_path / "gone", there], (needles.Needle("it", b"needle"),))
    assert (found.files, [one.file for one in found.found]) == (1, [there])
