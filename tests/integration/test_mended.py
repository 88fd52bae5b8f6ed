"""What an officer is told, and what the trail says, when a file of the store was damaged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from station_client.services.deeds import Deed
from tests.support.centre import PASSWORD, SI_A, small_centre
from tests.support.houses import Pc


def test_a_damaged_desk_is_told_once_and_leaves_a_trace(tmp_path: Path) -> None:
    """The draft is back with no line, the sign-in says which copy it is, and so does the audit trail."""
    with small_centre(tmp_path / "centre") as made:
        pc = Pc(tmp_path / "a", made.centre)
        with pc.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
            draft = verbs.drafts.save(replace(verbs.drafts.begin(), description="A tractor was taken."))
        pc.cut = True
        (tmp_path / "a" / "desk.db").write_bytes(b"\xde\xad\xbe\xef" * 4096)
        with pc.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
            (mended,) = verbs.repairs.met()
            assert (mended.store, verbs.drafts.mine()) == ("desk", (draft,))
            trail = [(one.act, one.subject) for one in verbs.audit.entries()]
            assert (Deed.DESK_RESTORED, mended.set_aside) in trail
        with pc.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
            assert verbs.repairs.met() == ()


def test_a_damaged_replica_is_filled_again_by_the_centre(tmp_path: Path) -> None:
    """It is said, and the next sync brings everything."""
    with small_centre(tmp_path / "centre") as made:
        pc = Pc(tmp_path / "a", made.centre)
        with pc.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
            head = verbs.sync.sync_once().head
        (tmp_path / "a" / "replica.db").write_bytes(b"\xde\xad\xbe\xef" * 4096)
        with pc.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
            assert [one.store for one in verbs.repairs.met()] == ["replica"]
            assert verbs.session.stores().replica.feed.cursor() == 0
            verbs.sync.sync_once()
            assert verbs.session.stores().replica.feed.cursor() == head
            assert Deed.COPY_BEGUN_ANEW in [one.act for one in verbs.audit.entries()]
