"""A finished file gets its name, also where another program looks at it for a moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from station_client.security.durable import put_in_place


def refusing(times: int) -> Callable[[Path, Path], Path]:
    """Rename as a system that refuses it so many times, as Windows does while a scanner has the file open."""
    left, rename = iter(range(times)), Path.replace

    def replace(part: Path, target: Path) -> Path:
        if next(left, None) is not None:
            raise PermissionError(13, "in use")
        return rename(part, target)

    return replace


def parts(folder: Path) -> tuple[Path, Path]:
    """Write an old file and a new one beside it."""
    part, path = folder / "new.part", folder / "small.json"
    part.write_bytes(b"new")
    path.write_bytes(b"old")
    return part, path


def test_a_file_that_is_looked_at_gets_its_name_a_moment_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many tries as there are waits, and one."""
    part, path = parts(tmp_path)
    monkeypatch.setattr(Path, "replace", refusing(2))
    put_in_place(part, path, waits=(0.0, 0.0))
    assert path.read_bytes() == b"new"
    assert not part.exists()


def test_a_file_that_stays_refused_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody believes that it was written; the old one is whole."""
    part, path = parts(tmp_path)
    monkeypatch.setattr(Path, "replace", refusing(3))
    with pytest.raises(PermissionError):
        put_in_place(part, path, waits=(0.0, 0.0))
    assert path.read_bytes() == b"old"
