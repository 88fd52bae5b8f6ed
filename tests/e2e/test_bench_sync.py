"""The benchmark's own station and centre: what it measures with is the program as it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.sync import centre
from benchmarks.sync.link import Loopback
from benchmarks.sync.trial import Trials
from benchmarks.sync.works import WORKS, Kind

ROWS = 60


@pytest.mark.e2e
@pytest.mark.timeout(180)
def test_a_trial_runs_from_the_centre_s_making_to_its_figures(tmp_path: Path) -> None:
    """A centre is filled and served, a PC enrolled and synced, and drafts reach their receipts."""
    drafts = replace(next(one for one in WORKS if one.kind is Kind.DRAFTS), line=None, rows=ROWS)
    template, head = centre.filled(tmp_path, ROWS)
    link = Loopback()
    try:
        trials = Trials(link, drafts, template=template, head=head, payload=0)
        try:
            told = trials.run(seed=1)
        finally:
            trials.close()
    finally:
        link.close()
    assert told["seconds"] > 0
