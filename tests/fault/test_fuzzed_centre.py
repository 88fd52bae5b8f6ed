"""The centre answers what its own description allows, and what it does not, in the description's words."""

from __future__ import annotations

from pathlib import Path

from benchmarks.fuzz.run import asked


def test_no_answer_is_a_fault_or_not_described(tmp_path: Path, database_url: str) -> None:
    """A few questions of each kind at each path, the same at each run; `make fuzz-central` asks many more."""
    found = asked(tmp_path, examples=2, seed=20261128, database_url=database_url)
    assert found.wrong == []
    assert {200, 400, 401, 403, 404} <= found.statuses.keys()
