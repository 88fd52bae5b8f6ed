"""A work that was begun is finished by whom it was begun for, whoever locks or signs out meanwhile."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

import pytest

from station_client import app
from station_client.config import Settings
from station_client.domain.alert import Category
from station_client.domain.attachment import ENDINGS, Inspection, Kind, Limits, Verdict, ending
from station_client.domain.ids import Sha256
from station_client.domain.outbox import ItemState
from station_client.errors import InputError, NotInCopyError, NotLentError, NotSignedInError, StationError, StoreError
from station_client.services.search import EARLIEST, LATEST
from station_client.services.verbs import Verbs
from station_client.services.views import SearchQuery
from station_client.store.lent import LentFiles
from tests.support.casework import private
from tests.support.centre import PASSWORD, SI_A, SmallCentre
from tests.support.houses import MemoryKeychain, Pc, ShiftedClock
from tests.support.loopback import Loopback

Copying = Callable[[LentFiles, BinaryIO, str], Path]


@dataclass
class SlowLook:
    """An inspection that takes as long as a test says."""

    begun: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)

    def __call__(self, name: str, data: bytes, limits: Limits) -> Inspection:
        """Accept it, later."""
        assert name
        assert len(data) <= limits.bytes_per_file
        self.begun.set()
        self.go_on.wait(30)
        return Inspection(Verdict.ACCEPT, ENDINGS.get(ending(name)))


@pytest.fixture
def look() -> SlowLook:
    """Give an inspection that waits."""
    return SlowLook()


@pytest.fixture
def verbs(tmp_path: Path, centre: SmallCentre, look: SlowLook, monkeypatch: pytest.MonkeyPatch) -> Iterator[Verbs]:
    """Sign an officer in, in a house where inspections take their time and what is lent lies in the data folder."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    house = app.build(
        Settings(profile=tmp_path / "pc"),
        keychain=MemoryKeychain(),
        transport=Loopback(centre.centre),
        inspect=look,
        background=False,
    )
    house.verbs.session.sign_in(SI_A, PASSWORD)
    yield house.verbs
    look.go_on.set()
    house.close()


def attaching(verbs: Verbs, look: SlowLook) -> tuple[str, threading.Thread]:
    """Begin to attach a file; give the draft's id once the inspection is under way."""
    draft = verbs.drafts.begin()
    work = threading.Thread(target=verbs.drafts.attach_bytes, args=(draft.draft_id, "a.pdf", b"%PDF-1.4 a"))
    work.start()
    assert look.begun.wait(30)
    return draft.draft_id, work


def test_a_file_that_was_begun_before_the_lock_is_in_the_draft_after_it(verbs: Verbs, look: SlowLook) -> None:
    """The lock hides everything at once; the file is there when the officer is back."""
    draft_id, work = attaching(verbs, look)
    verbs.session.lock()
    with pytest.raises(NotSignedInError):
        verbs.drafts.mine()
    look.go_on.set()
    work.join(30)
    verbs.session.unlock(PASSWORD)
    (draft,) = verbs.drafts.mine()
    assert (draft.draft_id, [one.name for one in draft.files]) == (draft_id, ["a.pdf"])


def test_a_sign_out_waits_for_a_file_that_was_begun(verbs: Verbs, look: SlowLook) -> None:
    """Nothing new can be begun meanwhile; the file is there after the next sign-in."""
    _, work = attaching(verbs, look)
    leaving = threading.Thread(target=verbs.session.sign_out)
    leaving.start()
    until = verbs.clock.monotonic() + 30
    while verbs.session.current() and verbs.clock.monotonic() < until:
        pass
    leaving.join(1)  # it must not end by itself, however long it is given
    assert leaving.is_alive()
    with pytest.raises(NotSignedInError):
        verbs.drafts.begin()
    look.go_on.set()
    work.join(30)
    leaving.join(30)
    verbs.session.sign_in(SI_A, PASSWORD)
    assert [one.name for one in verbs.drafts.mine()[0].files] == ["a.pdf"]


def test_no_copy_is_without_its_trace(verbs: Verbs, look: SlowLook, tmp_path: Path) -> None:
    """The trace is there before the copy is, and the copy is this user's alone."""
    look.go_on.set()
    draft = verbs.drafts.attach_bytes(verbs.drafts.begin().draft_id, "a.pdf", b"%PDF-1.4 a")
    sha256 = draft.files[0].sha256
    (tmp_path / "taken").mkdir()
    with pytest.raises(StoreError):
        verbs.files.save_as(sha256, tmp_path / "taken")
    assert verbs.audit.entries()[-1].act == "file-saved"
    verbs.files.save_as(sha256, tmp_path / "copy.pdf")
    assert private(tmp_path / "copy.pdf")
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix == ".part") == []


def test_a_lent_copy_has_its_trace_and_goes_with_the_lock(verbs: Verbs, look: SlowLook) -> None:
    """A letter lies in clear for another program until the lock, the sign-out or the next start."""
    look.go_on.set()
    draft = verbs.drafts.attach_bytes(verbs.drafts.begin().draft_id, "a.pdf", b"%PDF-1.4 a")
    sha256 = draft.files[0].sha256
    with pytest.raises(NotLentError):
        verbs.lending.lend(sha256, "a.pdf", Kind.PDF)
    with pytest.raises(NotLentError):
        verbs.lending.lend(sha256, "a.exe", Kind.DOCX)
    path = verbs.lending.lend(sha256, "a.docx", Kind.DOCX)
    entry = verbs.audit.entries()[-1]
    assert (entry.act, entry.subject) == ("file-lent", sha256)
    assert (path.name, path.read_bytes()) == ("a.docx", b"%PDF-1.4 a")
    verbs.session.lock()
    assert not path.exists()
    with pytest.raises(NotSignedInError):
        verbs.lending.lend(sha256, "a.docx", Kind.DOCX)
    verbs.session.unlock(PASSWORD)
    again = verbs.lending.lend(sha256, "a.docx", Kind.DOCX)
    verbs.session.sign_out()
    assert not again.exists()


def test_no_copy_is_made_behind_a_lock_that_came_meanwhile(
    verbs: Verbs, look: SlowLook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To look at a file takes seconds, and so may copying it: the officer may lock in either."""
    look.go_on.set()
    draft = verbs.drafts.attach_bytes(verbs.drafts.begin().draft_id, "a.pdf", b"%PDF-1.4 a")
    sha256 = draft.files[0].sha256
    for lock_at in ("judge", "copy"):
        if lock_at == "judge":
            look.go_on.clear()
            look.begun.clear()
        else:
            copying = LentFiles.lend

            def locked(lent: LentFiles, source: BinaryIO, name: str, copying: Copying = copying) -> Path:
                verbs.session.lock()
                return copying(lent, source, name)

            monkeypatch.setattr(LentFiles, "lend", locked)
        failed: list[StationError] = []
        work = threading.Thread(target=_lend, args=(verbs, sha256, failed))
        work.start()
        if lock_at == "judge":
            assert look.begun.wait(30)
            verbs.session.lock()
            look.go_on.set()
        work.join(30)
        assert [type(one) for one in failed] == [NotSignedInError]
        assert not list(tmp_path.rglob("a.docx"))
        verbs.session.unlock(PASSWORD)


def _lend(verbs: Verbs, sha256: Sha256, failed: list[StationError]) -> None:
    try:
        verbs.lending.lend(sha256, "a.docx", Kind.DOCX)
    except StationError as wrong:
        failed.append(wrong)


def test_a_printed_receipt_leaves_a_trace(verbs: Verbs) -> None:
    """Which item's, and by whom; before the centre's word there is neither paper nor trace."""
    item = verbs.drafts.submit(
        verbs.drafts.save(
            replace(verbs.drafts.begin(), fir_text="1/26", category=Category.SEIZURE, description="words " * 5)
        ).draft_id
    )
    with pytest.raises(NotInCopyError):
        verbs.outbox.for_paper(item.item_id)
    assert not any(one.act == "receipt-printed" for one in verbs.audit.entries())
    verbs.sync.sync_once()
    paper = verbs.outbox.for_paper(item.item_id)
    assert (paper.receipt, paper.item.record_number) == (
        verbs.outbox.receipt(item.item_id),
        paper.receipt.record_number,
    )
    last = verbs.audit.entries()[-1]
    assert (last.act, last.subject, last.login) == ("receipt-printed", item.item_id, SI_A)


def test_what_the_centre_has_is_sent_on_and_not_sent_anew(verbs: Verbs) -> None:
    """An item set aside for its file after the centre took its text: no way back, and a retry stays received."""
    draft = replace(verbs.drafts.begin(), fir_text="1/26", category=Category.SEIZURE, description="words " * 5)
    item = verbs.drafts.submit(verbs.drafts.save(draft).draft_id)
    desk = verbs.session.stores().desk
    desk.outbox.update(replace(item, state=ItemState.SET_ASIDE, reason="unreadable", record_number="CM-1"))
    with pytest.raises(InputError) as sent:
        verbs.outbox.take_back(item.item_id)
    assert sent.value.reason == "already-sent"
    verbs.outbox.retry(item.item_id)
    assert verbs.outbox.one(item.item_id).state is ItemState.RECEIVED
    desk.outbox.update(replace(item, state=ItemState.REFUSED, reason="files"))
    verbs.outbox.retry(item.item_id)
    assert verbs.outbox.one(item.item_id).state is ItemState.QUEUED
    with pytest.raises(InputError):
        verbs.outbox.retry(item.item_id)
    assert [one.act for one in verbs.audit.entries()][-3:] == ["submitted", "retried", "retried"]


def test_days_at_the_calendars_ends_find_what_there_is(verbs: Verbs) -> None:
    """A typed year 1 or 9999 is no accident."""
    for since, until in ((EARLIEST.min, LATEST.max), (None, LATEST.max), (LATEST.max, LATEST.max)):
        assert verbs.search.find(SearchQuery(words="x", since=since, until=until)).count == 0
    with pytest.raises(InputError):
        verbs.search.find(SearchQuery(since=LATEST.max, until=EARLIEST.min))


def test_a_clock_that_was_set_right_counts_as_right(tmp_path: Path, centre: SmallCentre) -> None:
    """A measure of nothing is a measure: the old day of difference is forgotten."""
    clock = ShiftedClock()
    pc = Pc(tmp_path / "pc", centre.centre, clock=clock)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        clock.ahead = timedelta(days=1)
        verbs.sync.sync_once()
        assert verbs.audit.skew() == pytest.approx(86400, abs=5)
        clock.ahead = timedelta(0)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        assert verbs.sync.status().skew_seconds is None
        assert verbs.audit.skew() == pytest.approx(86400, abs=5)
        verbs.sync.sync_once()
        assert verbs.audit.skew() == pytest.approx(0, abs=5)


def test_what_nothing_names_is_swept_when_the_window_opens(tmp_path: Path, centre: SmallCentre) -> None:
    """After a day, once, beside the work; what a draft names stays."""
    pc = Pc(tmp_path / "pc", centre.centre)
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        blobs = verbs.session.stores().blobs
        verbs.sync.sync_once()  # until the copy is whole nobody knows what alerts name, and nothing is swept
        left, fresh = blobs.put(io.BytesIO(b"left"), limit=9), tmp_path / "pc" / "blobs" / "fresh.part"
        for one in (tmp_path / "pc" / "blobs").iterdir():
            os.utime(one, (1, 1))
        fresh.write_bytes(b"")
    with pc.house(background=True) as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        blobs = verbs.session.stores().blobs
        verbs.session.sign_out()
        assert not blobs.has(left.sha256)
        assert fresh.exists()
