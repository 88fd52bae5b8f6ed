"""From one station to another: written with no line, sent, received, found, opened, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from station_client.clock import to_ist
from station_client.domain.alert import Attention, Category
from station_client.domain.draft import Draft
from station_client.domain.ids import AlertUid, DraftId, ItemId
from station_client.domain.outbox import ItemState
from station_client.errors import (
    AttachmentRefusedError,
    CentreUnreachableError,
    DraftIncompleteError,
    InputError,
    NotInCopyError,
)
from station_client.events import Part, StoreChanged
from station_client.services.verbs import Verbs
from station_client.services.views import SearchQuery
from tests.support.centre import PASSWORD, SHO_A, SI_A, SI_B, SmallCentre, small_centre
from tests.support.houses import Pc
from tests.support.sample_files import SHEET_MAIN, excel97, office, pdf, picture, word97

WORDS = "लापता बच्ची: a girl of eight, missing from the fair at Rampur."


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[SmallCentre]:
    """Open a small centre."""
    with small_centre(tmp_path / "centre") as made:
        yield made


@pytest.fixture
def pc(tmp_path: Path, centre: SmallCentre) -> Pc:
    """Set up station A's PC."""
    return Pc(tmp_path / "a", centre.centre)


@pytest.fixture
def a(pc: Pc) -> Iterator[Verbs]:
    """Sign the sub-inspector of station A in."""
    with pc.house() as verbs:
        verbs.session.sign_in(SI_A, PASSWORD)
        yield verbs


@pytest.fixture
def b(tmp_path: Path, centre: SmallCentre) -> Iterator[Verbs]:
    """Sign the sub-inspector of station B in, at another PC."""
    with Pc(tmp_path / "b", centre.centre).house() as verbs:
        verbs.session.sign_in(SI_B, PASSWORD)
        yield verbs


@pytest.fixture
def five(tmp_path: Path) -> list[Path]:
    """Lay out five files of five kinds."""
    made = {"a.jpg": picture("JPEG"), "b.pdf": pdf(), "c.docx": office(), "d.xls": excel97(), "e.doc": word97()}
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in made]


def written(verbs: Verbs, files: list[Path] | None = None) -> Draft:
    """Write a whole draft with files."""
    draft = replace(verbs.drafts.begin(), fir_text="FIR No. १२ of 26", category=Category.HIGH_ALERT, description=WORDS)
    draft = verbs.drafts.save(draft)
    for path in files or []:
        draft = verbs.drafts.attach(draft.draft_id, path)
    return draft


def test_an_alert_goes_from_one_station_to_the_other(pc: Pc, a: Verbs, b: Verbs, five: list[Path]) -> None:
    """Queued with no line, complete after it; at the other end it is found by number and words, file by file."""
    pc.cut = True
    item = a.drafts.submit(written(a, five).draft_id)
    assert item.state is ItemState.QUEUED
    assert a.drafts.mine() == ()
    assert a.sync.status().waiting == 1
    with pytest.raises(CentreUnreachableError):
        a.sync.sync_once()
    with pytest.raises(NotInCopyError):
        a.outbox.receipt(item.item_id)
    pc.cut = False
    a.sync.sync_once()
    receipt = a.outbox.receipt(item.item_id)
    assert a.outbox.one(item.item_id).state is ItemState.COMPLETE
    assert {one.sha256 for one in receipt.files} == {one.sha256 for one in item.files}
    assert a.outbox.receipts() == (receipt,)

    b.sync.sync_once()
    today = to_ist(b.clock.now()).date()
    for query in (
        SearchQuery(fir_number="12/2026"),
        SearchQuery(fir_number="31682034260012"),
        SearchQuery(words="missing girl"),
        SearchQuery(words="बच्ची"),
        SearchQuery(category=Category.HIGH_ALERT, since=today - timedelta(days=1), until=today),
    ):
        assert [one.uid for one in b.search.find(query).lines] == [AlertUid(item.item_id)], query
    for query in (
        SearchQuery(fir_number="13/2026"),
        SearchQuery(words="missing -girl"),
        SearchQuery(category=Category.SEIZURE),
        SearchQuery(since=today + timedelta(days=1)),
    ):
        assert b.search.find(query).lines == (), query
    view = b.alerts.view(AlertUid(item.item_id))
    assert view.files_here == {one.sha256 for one in item.files}  # a High Alert brings its files along
    for path, file in zip(five, view.alert.files, strict=True):
        b.files.ensure(file.sha256)
        with b.files.open(file.sha256) as source:
            assert source.read() == path.read_bytes()


def test_the_seven_windows_count_what_is_new(a: Verbs, b: Verbs) -> None:
    """A new alert stands in its window until somebody here has seen or acknowledged it."""
    item = a.drafts.submit(written(a).draft_id)
    a.sync.sync_once()
    b.sync.sync_once()
    board = b.alerts.dashboard()
    assert [one.category for one in board.windows] == list(Category)
    assert [(one.total, one.new) for one in board.windows] == [(1, 1), *[(0, 0)] * 6]
    assert board.as_on is not None
    uid = AlertUid(item.item_id)
    b.alerts.mark_seen(uid)
    assert b.alerts.dashboard().windows[0].new == 0
    b.alerts.acknowledge(uid)
    b.alerts.mark_seen(uid)
    assert b.alerts.page(Category.HIGH_ALERT)[0].attention is Attention.ACKNOWLEDGED
    assert b.alerts.page(None, before=b.alerts.page(None)[0].row) == ()
    with pytest.raises(NotInCopyError):
        b.alerts.acknowledge(AlertUid("nothing"))


def test_an_alert_is_no_news_to_the_station_that_sent_it(a: Verbs, b: Verbs) -> None:
    """Where it was written it counts as seen, in the windows, in a search and opened; elsewhere it is new."""
    item = a.drafts.submit(written(a).draft_id)
    a.sync.sync_once()
    b.sync.sync_once()
    assert [one.alerts.dashboard().windows[0].new for one in (a, b)] == [0, 1]
    assert a.alerts.page(Category.HIGH_ALERT)[0].attention is Attention.SEEN
    assert a.search.find(SearchQuery(words="missing")).lines[0].attention is Attention.SEEN
    assert a.alerts.view(AlertUid(item.item_id)).attention is Attention.SEEN


def test_a_draft_is_kept_as_typed_and_an_empty_one_is_used_again(a: Verbs) -> None:
    """What was typed comes back; beginning twice makes one empty draft, and none is listed."""
    first = a.drafts.begin()
    assert a.drafts.begin() == first
    assert a.drafts.mine() == ()
    kept = a.drafts.save(replace(first, description="half a sen"))
    assert a.drafts.one(first.draft_id) == kept
    assert a.drafts.mine() == (kept,)
    assert a.drafts.save(kept) == kept
    assert a.drafts.begin().draft_id != first.draft_id


def test_typing_never_loses_a_file(a: Verbs, five: list[Path]) -> None:
    """A save with an older picture of the draft leaves the files that came meanwhile."""
    before = written(a)
    a.drafts.attach(before.draft_id, five[0])
    after = a.drafts.save(replace(before, description="typed while the file was attached"))
    assert [one.name for one in after.files] == ["a.jpg"]
    assert a.drafts.detach(after.draft_id, after.files[0].sha256).files == ()


def test_a_bad_file_is_refused_and_leaves_nothing(a: Verbs, pc: Pc, tmp_path: Path) -> None:
    """The reason is named, the draft stays as it was, and no sealed file is left behind."""
    draft = written(a)
    (tmp_path / "bad.pdf").write_bytes(b"MZ this is a program")
    with pytest.raises(AttachmentRefusedError) as refused:
        a.drafts.attach(draft.draft_id, tmp_path / "bad.pdf")
    assert (refused.value.name, refused.value.reason) == ("bad.pdf", "mismatch")
    assert a.drafts.one(draft.draft_id) == draft
    assert list((pc.folder / "blobs").iterdir()) == []


def test_five_files_and_each_once(a: Verbs, five: list[Path], tmp_path: Path) -> None:
    """The sixth is refused, and so is the same content under another name."""
    draft = written(a, five[:4])
    (tmp_path / "copy.jpg").write_bytes(five[0].read_bytes())
    with pytest.raises(AttachmentRefusedError) as refused:
        a.drafts.attach(draft.draft_id, tmp_path / "copy.jpg")
    assert refused.value.reason == "duplicate"
    a.drafts.attach_bytes(draft.draft_id, "sheet.xlsx", office(SHEET_MAIN))
    with pytest.raises(AttachmentRefusedError) as refused:
        a.drafts.attach(draft.draft_id, five[4])
    assert refused.value.reason == "too-many"


def test_an_incomplete_draft_is_not_sent(a: Verbs) -> None:
    """Every problem is told, and the draft is still a draft."""
    draft = a.drafts.save(replace(a.drafts.begin(), description="too little else"))
    with pytest.raises(DraftIncompleteError) as incomplete:
        a.drafts.submit(draft.draft_id)
    assert [one.field for one in incomplete.value.problems] == ["fir", "category"]
    assert a.drafts.mine() == (draft,)
    assert a.outbox.items() == ()


def test_a_queued_item_can_be_taken_back_with_its_files(a: Verbs, five: list[Path]) -> None:
    """It is the same draft again, and can be submitted anew; what is complete stays sent."""
    draft = written(a, five[:1])
    item = a.drafts.submit(draft.draft_id)
    back = a.outbox.take_back(item.item_id)
    assert (back.draft_id, back.files, back.description) == (draft.draft_id, draft.files, draft.description)
    assert a.outbox.items() == ()
    again = a.drafts.submit(back.draft_id)
    a.sync.sync_once()
    with pytest.raises(InputError) as sent:
        a.outbox.take_back(again.item_id)
    assert sent.value.reason == "already-sent"
    with pytest.raises(InputError):
        a.outbox.retry(again.item_id)


def test_another_officers_work_is_seen_and_not_changed(a: Verbs) -> None:
    """The outbox is the station's; each item and draft is its author's, and is sent whoever is signed in."""
    a.session.add_officer(SHO_A, PASSWORD)
    item = a.drafts.submit(written(a).draft_id)
    other = a.drafts.save(replace(a.drafts.begin(), description="of the sub-inspector"))
    a.session.sign_in(SHO_A, PASSWORD)
    assert a.drafts.mine() == ()
    with pytest.raises(InputError) as wrong:
        a.drafts.one(other.draft_id)
    assert wrong.value.reason == "other-author"
    with pytest.raises(InputError) as wrong:
        a.outbox.take_back(item.item_id)
    assert wrong.value.reason == "other-author"
    a.sync.sync_once()
    assert a.outbox.receipt(item.item_id).author == SI_A


def test_what_is_not_here_is_said(a: Verbs) -> None:
    """Unknown ids are 'not in this copy', never an accident."""
    with pytest.raises(NotInCopyError):
        a.drafts.one(DraftId("x"))
    with pytest.raises(NotInCopyError):
        a.outbox.one(ItemId("x"))
    with pytest.raises(NotInCopyError):
        a.alerts.view(AlertUid("x"))
    with pytest.raises(NotInCopyError):
        a.firs.one("x/2026/1")


def test_a_discarded_draft_is_gone_and_traced(a: Verbs) -> None:
    """Only its author's word removes a draft, and that leaves a trace without case text."""
    draft = written(a)
    a.drafts.discard(draft.draft_id)
    assert a.drafts.mine() == ()
    last = a.audit.entries()[-1]
    assert (last.act, last.subject) == ("draft-discarded", draft.draft_id)
    assert all(WORDS not in one.subject for one in a.audit.entries())


def test_faces_are_told_what_changed(a: Verbs) -> None:
    """Each change names its part of the store, once."""
    told: list[object] = []
    a.bus.listen(told.append)
    draft = written(a)
    told.clear()
    a.drafts.submit(draft.draft_id)
    assert StoreChanged(frozenset({Part.DRAFTS, Part.OUTBOX})) in told


def test_a_file_is_written_in_clear_only_where_the_officer_said(a: Verbs, five: list[Path], tmp_path: Path) -> None:
    """The export is whole or not there, replaces what was there, and leaves a trace."""
    draft = written(a, five[:1])
    sha256 = draft.files[0].sha256
    target = tmp_path / "out" / "evidence.jpg"
    target.parent.mkdir()
    target.write_bytes(b"older")
    a.files.save_as(sha256, target)
    assert target.read_bytes() == five[0].read_bytes()
    assert [path.name for path in target.parent.iterdir()] == ["evidence.jpg"]
    assert (a.audit.entries()[-1].act, a.audit.entries()[-1].subject) == ("file-saved", sha256)


def test_the_engine_works_by_itself_while_an_officer_is_signed_in(tmp_path: Path, centre: SmallCentre) -> None:
    """With the window's sync thread nothing has to be asked for; signing out stops it."""
    with Pc(tmp_path / "c", centre.centre).house(background=True) as verbs:
        received: list[object] = []
        verbs.session.sign_in(SI_A, PASSWORD)
        item = verbs.drafts.submit(written(verbs).draft_id)
        until = verbs.clock.monotonic() + 20
        while not received and verbs.clock.monotonic() < until:
            received = [one for one in verbs.outbox.receipts() if one.item_id == item.item_id and one.complete_at]
        assert received
        verbs.session.sign_out()
        assert verbs.session.current() is None
