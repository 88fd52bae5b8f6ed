"""Both ways of the attachments' benchmark give back what went in."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.vault.trial import WAYS


@pytest.mark.parametrize("way", sorted(WAYS))
def test_a_file_goes_in_and_comes_out_whole(tmp_path: Path, way: str) -> None:
    """Each way checks the hash itself; only the copy is in clear."""
    source, folder = tmp_path / "source", tmp_path / way
    source.write_bytes(b"a made-up attachment " * 10_000)
    folder.mkdir()
    times = WAYS[way](source, folder)
    assert min(times.values()) > 0
    (written,) = folder.iterdir()
    assert (b"made-up" in written.read_bytes()) is (way == "copied")
