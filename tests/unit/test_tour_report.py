"""The tour's account: a line a step, one line of JSON, and no success that was not verified."""

from __future__ import annotations

import json

import pytest

from benchmarks.tour.play import check
from benchmarks.tour.process import StepFailedError
from benchmarks.tour.report import Report


def _last(said: str) -> dict[str, object]:
    table: dict[str, object] = json.loads(said.strip().splitlines()[-1].removeprefix("demo: "))
    return table


def test_verified_steps_make_a_success(capsys: pytest.CaptureFixture[str]) -> None:
    """A step that holds is told with what was seen, and the last line says ok."""
    report = Report("demo")
    with report.step(1, "One") as step:
        step.saw("three seen", count=3)
    report.goal("how fast", goal=2.0, value=1.23456, unit="s")
    assert report.close()
    said = capsys.readouterr().out
    assert "✓ 1. One" in said
    assert "three seen" in said
    table = _last(said)
    assert table["ok"] is True
    assert table["goals"] == [{"what": "how fast", "goal": 2.0, "value": 1.235, "unit": "s", "met": True}]


def test_failed_step_fails_the_tour(capsys: pytest.CaptureFixture[str]) -> None:
    """A step that does not hold stops the tour and is named in plain words."""
    report = Report("demo")
    with pytest.raises(StepFailedError), report.step(1, "One"):
        check(holds=False, otherwise="the outbox is not empty")
    assert not report.close()
    said = capsys.readouterr().out
    assert "✗ 1. One" in said
    assert "The tour stopped: step 1 (One): the outbox is not empty" in said
    assert _last(said)["ok"] is False


def test_no_step_is_no_success(capsys: pytest.CaptureFixture[str]) -> None:
    """A tour that ran nothing has shown nothing."""
    assert not Report("demo").close()
    assert _last(capsys.readouterr().out)["ok"] is False


def test_missed_goal_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """A goal that is not met is reported, and the tour is still a success."""
    report = Report("demo")
    with report.step(1, "One"):
        pass
    report.goal("files here", goal=5, value=4, unit="files", at_most=False)
    assert report.close()
    assert '"met": false' in capsys.readouterr().out


def test_what_was_not_run_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """What was left out stands in the account."""
    report = Report("demo", not_run=["step 2: Two"])
    with report.step(1, "One"):
        pass
    report.close()
    said = capsys.readouterr().out
    assert "Not run: step 2: Two" in said
    assert _last(said)["not_run"] == ["step 2: Two"]
