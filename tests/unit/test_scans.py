"""What lies in the scan folder is offered newest first: nothing hostile or unfit; and nothing there is touched."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from station_client.config import parse
from station_client.domain.attachment import Limits
from station_client.errors import InputError, StationError
from station_client.services.scans import MOST_OFFERED, scans

HOSTILE = "bill\u202efdp.pdf"


def put(folder: Path, name: str, *, minute: int = 0, size: int = 10) -> Path:
    """Put a file into the folder, last written at that minute."""
    path = folder / name
    path.write_bytes(b"x" * size)
    at = datetime(2026, 11, 28, 9, minute, tzinfo=UTC).timestamp()
    os.utime(path, (at, at))
    return path


def test_the_newest_come_first_and_what_is_unfit_is_not_offered(tmp_path: Path) -> None:
    """Other kinds, empty and too large files, hidden and half-written ones, folders, and links that lead elsewhere."""
    put(tmp_path, "first.pdf", minute=1)
    put(tmp_path, "second.TIF", minute=2)
    for name, size in (
        ("a.exe", 9),
        ("empty.pdf", 0),
        ("huge.pdf", 101),
        (".part.pdf", 9),
        ("~lock.docx", 9),
        ("no", 9),
    ):
        put(tmp_path, name, size=size)
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "link.pdf").symlink_to("/etc/hostname")
    found = scans(tmp_path, Limits(bytes_per_file=100))
    assert [one.name for one in found] == ["second.TIF", "first.pdf"]
    assert found[0].at == datetime(2026, 11, 28, 9, 2, tzinfo=UTC)
    assert (tmp_path / "first.pdf").read_bytes() == b"x" * 10


def test_a_hostile_name_is_shown_harmless(tmp_path: Path) -> None:
    """The path stays as it is, so that the file is found; only what is shown is mended."""
    path = put(tmp_path, HOSTILE)
    (found,) = scans(tmp_path, Limits())
    assert found.path == path
    assert "\u202e" not in found.name


def test_a_scanner_without_a_clock_is_read_too(tmp_path: Path) -> None:
    """One such file would else shut the whole folder, on Windows."""
    os.utime(put(tmp_path, "old.pdf"), (-86_400.0, -86_400.0))
    put(tmp_path, "new.pdf")
    assert [one.name for one in scans(tmp_path, Limits())] == ["new.pdf", "old.pdf"]


def test_a_full_folder_offers_its_newest(tmp_path: Path) -> None:
    """A folder that nobody ever empties does not become a menu without end."""
    for number in range(MOST_OFFERED + 5):
        put(tmp_path, f"{number}.pdf", minute=number)
    assert [one.name for one in scans(tmp_path, Limits())][:2] == ["24.pdf", "23.pdf"]
    assert len(scans(tmp_path, Limits())) == MOST_OFFERED


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    """A share that is off is no empty folder; where none is set, nothing is offered."""
    with pytest.raises(InputError) as gone:
        scans(tmp_path / "share", Limits())
    assert gone.value.reason == "scan-folder"
    assert scans(None, Limits()) == ()


def test_state_it_names_the_folder(tmp_path: Path) -> None:
    """In ``station.toml``; a folder that is off for the day keeps no program shut."""
    assert parse(tmp_path, {"scan_folder": "scans"}).scan_folder == tmp_path / "scans"
    with pytest.raises(StationError):
        parse(tmp_path, {"scan_folder": 3})
