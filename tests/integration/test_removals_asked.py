"""A large removal on the command line: said, agreed to by a flag, once, with a trace."""

from __future__ import annotations

from pathlib import Path

from sync.protocol.records import GoneRecord
from tests.support.centre import PASSWORD, SI_A, small_centre
from tests.support.houses import Pc
from tests.support.scenes import an_alert
from tests.support.terminals import terminal


def test_it_is_said_then_agreed_to_and_traced(tmp_path: Path) -> None:
    """Without the flag nothing is taken out, and the command fails by name; with it the copy follows the centre."""
    with small_centre(tmp_path / "centre") as small:
        pc = Pc(tmp_path / "pc", small.centre)
        with pc.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
        at = terminal(pc)
        small.put(*(an_alert(f"u{number}") for number in range(60)))
        assert at.table("sync")["status"]["removals"] is None
        small.put(*(GoneRecord(sequence=0, kind="alert", key=f"u{number}") for number in range(60)))
        assert at.run("sync", "--json") != 0
        assert "too-many-gone" in at.out
        assert at.table("search", "van")["page"]["count"] == 60
        assert at.table("sync", "--accept-removals")["status"]["removals"] is None
        assert at.table("search", "van")["page"]["count"] == 0
        acts = [(one["act"], one["subject"]) for one in at.table("audit", "list")["entries"]]
        assert [subject for act, subject in acts if act == "removals-agreed"] == ["60 of 68"]
