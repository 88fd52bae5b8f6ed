"""A changed client, over real HTTPS, on each kind of database: the centre decides, says so, and writes it down.

It has a real officer's password and a real machine, and does everything that the program itself never would.
"""

from __future__ import annotations

import hashlib
import io

import msgspec
import pytest

from station_client.errors import NotEntitledError, RefusalError, SessionExpiredError
from sync.protocol.codes import BATCH_ITEMS, Code, ItemReason, Outcome
from sync.protocol.enquiries import (
    FirAnswer,
    FirAsk,
    MarkAnswer,
    MarkAsk,
    ReportAnswer,
    ReportAsk,
    WholeAnswer,
    WholeAsk,
)
from sync.protocol.messages import Grant, PushBatch, Refresh
from sync.protocol.records import AlertRecord, FirRecord
from sync.protocol.slices import FileAsked, Have
from tests.support.centre import (
    CONSTABLE_A,
    JAILER,
    PASSWORD,
    SHO_A,
    SI_A,
    SI_B,
    STATION_B,
)
from tests.support.changed_client import OURS, THEIRS, Changed
from tests.support.ends import an_item
from tests.support.records import a_fir
from tests.support.sample_files import pdf

ELSEWHERE = f"{STATION_B}/2026/0007"


@pytest.mark.parametrize(
    ("signed_in", "author", "changes", "reason"),
    [
        (CONSTABLE_A, CONSTABLE_A, {}, ItemReason.NOT_ENTITLED),
        (SI_A, SI_A, {"category": "jail-break"}, ItemReason.NOT_ENTITLED),
        (SI_A, SHO_A, {}, ItemReason.UNKNOWN_AUTHOR),
        (SI_A, SI_B, {}, ItemReason.UNKNOWN_AUTHOR),
        (SI_A, "nobody", {}, ItemReason.UNKNOWN_AUTHOR),
        (SI_A, SI_A, {"category": "gossip"}, ItemReason.CATEGORY),
    ],
    ids=["no right", "another category", "an absent officer", "another station's", "nobody", "no category"],
)
def test_what_its_officer_may_not_send_is_not_recorded(
    changed: Changed, signed_in: str, author: str, changes: dict[str, str], reason: ItemReason
) -> None:
    """Whatever the window was made to show: the right is the author's, judged at the centre, and the rest goes on."""
    access = changed.enter(signed_in)
    item = msgspec.structs.replace(an_item(author), **changes)
    answer = changed.push(access, item)
    assert (answer.outcome, answer.reason) == (Outcome.REFUSED, reason)
    assert changed.noted("item-refused") == [f"{item.item_id} {reason}"]
    assert not [one for one in changed.end.records(access) if isinstance(one, AlertRecord)]


def test_it_recalls_and_corrects_nobody_elses_alert(changed: Changed) -> None:
    """Neither another office's, nor its own office's without the right to recall."""
    ours, theirs = changed.enter(), changed.enter(SI_B, THEIRS)
    written = an_item()
    changed.push(ours, written)
    edit = {"edits": written.item_id, "base_version": 1}
    for access, author, life in ((theirs, SI_B, ""), (theirs, SI_B, "recalled"), (ours, SI_A, "recalled")):
        sent = msgspec.structs.replace(an_item(author, description="It never happened at all."), life=life, **edit)
        assert changed.push(access, sent).reason == ItemReason.NOT_ENTITLED
    assert len(changed.noted("item-refused")) == 3
    (alert,) = (one for one in changed.end.records(ours) if isinstance(one, AlertRecord))
    assert (alert.version, alert.life) == (1, "active")


def test_it_asks_for_what_its_officer_has_no_right_to(changed: Changed) -> None:
    """A report, an identity, a mark: refused by name, each with a line that says what was asked for."""
    access = changed.enter()
    with pytest.raises(NotEntitledError):
        changed.line.enquire(access, ReportAsk(report="form-24", month="2026-08"), ReportAnswer)
    with pytest.raises(NotEntitledError):
        changed.line.enquire(
            access, MarkAsk(kind="fir", key=ELSEWHERE, sensitive=True, reason="needed for an inquiry"), MarkAnswer
        )
    lines = changed.noted("request-refused")
    assert [one.split()[0] for one in lines] == ["not-entitled"] * 2
    assert "/v1/reports/form-24" in lines[0]


def test_it_reads_no_other_offices_outbox(changed: Changed) -> None:
    """Files under way, receipts and their bytes are those of who claimed them; a guess is told nothing and noted."""
    data = pdf(pages=2)
    ours, theirs = changed.enter(), changed.enter(SI_B, THEIRS)
    changed.push(ours, an_item(files=(data,)))
    sha256 = hashlib.sha256(data).hexdigest()
    (held,) = changed.line.have(theirs, Have(files=(FileAsked(sha256=sha256, size=len(data)),))).files
    assert (held.refused, held.receipts) == (Code.NOT_ENTITLED, ())
    with pytest.raises(NotEntitledError):
        changed.end.put(theirs, data)
    with pytest.raises(RefusalError) as no:
        list(changed.line.get_blob(theirs, sha256=sha256))
    assert no.value.reason == Code.NOT_FOUND
    assert changed.noted("upload-unclaimed") == [sha256] * 2
    assert changed.noted("request-refused") == [f"not-found /v2/blobs/{sha256}"]


def test_ids_that_it_guesses_are_told_nothing(changed: Changed) -> None:
    """A FIR of another State is as little there as one that nobody registered; each guess leaves a line."""
    access = changed.enter()
    changed.end.small.put(_elsewhere())
    said = set()
    for key in (ELSEWHERE, f"{STATION_B}/2026/9999"):
        with pytest.raises(RefusalError) as no:
            changed.line.enquire(access, FirAsk(key=key), FirAnswer)
        said.add((no.value.reason, no.value.detail.split("(")[0]))
        with pytest.raises(RefusalError):
            changed.line.enquire(access, WholeAsk(kind="fir", key=key, reason="I wish to know"), WholeAnswer)
    assert len(said) == 1
    assert changed.noted("fir-not-given") == [ELSEWHERE, f"{STATION_B}/2026/9999"]
    assert len(changed.noted("whole-not-given")) == 2


def test_a_replay_records_nothing_again(changed: Changed) -> None:
    """From its own machine it gets the same receipt; from another office, or changed, it is refused and noted."""
    ours, theirs = changed.enter(), changed.enter(SI_B, THEIRS)
    item = an_item()
    first = changed.push(ours, item)
    assert changed.push(ours, item).receipt == first.receipt
    assert changed.noted("item-refused") == []
    stolen = changed.push(theirs, item)
    forged = changed.push(ours, msgspec.structs.replace(item, description="Something else was found there."))
    assert (stolen.reason, stolen.receipt) == (forged.reason, forged.receipt) == (ItemReason.ID_REUSED, None)
    assert len(changed.noted("item-refused")) == 2
    assert len([one for one in changed.end.records(ours) if isinstance(one, AlertRecord)]) == 1


def test_a_replayed_refresh_ends_the_session(changed: Changed) -> None:
    """Whoever kept an old token, or says it is another machine, has both copies put out."""
    first = changed.end.let_in()
    second = changed.line.refresh(_refresh(first))
    changed.line.summary(second.access_token, cursor=0)
    for stolen in (first, second):
        with pytest.raises(SessionExpiredError):
            changed.line.refresh(_refresh(stolen))
    third = changed.end.let_in()
    for machine in (THEIRS, OURS):
        with pytest.raises(SessionExpiredError):
            changed.line.refresh(_refresh(third, machine))
    assert (changed.noted("refresh-reused"), changed.noted("refresh-elsewhere")) == ([OURS], [THEIRS])


def test_a_swapped_attachment_is_not_kept(changed: Changed) -> None:
    """Other bytes under the claimed hash, and bytes of another kind than they are called: thrown away and noted."""
    claimed, other = pdf(pages=1), b"MZ" + b"\x90" * 400
    access = changed.enter()
    sha256 = hashlib.sha256(claimed).hexdigest()
    changed.push(access, an_item(files=(claimed,)))
    swapped, size = io.BytesIO(claimed[:-1] + b"!"), len(claimed)
    with pytest.raises(RefusalError) as no:
        changed.line.put_slice(
            access, sha256=sha256, size=size, offset=0, length=size, body=swapped, progress=lambda _sent: None
        )
    assert no.value.reason == Code.HASH_MISMATCH
    assert changed.noted("request-refused") == [f"hash-mismatch /v2/blobs/{sha256}"]
    changed.push(access, an_item(files=(other,)))
    with pytest.raises(RefusalError) as no:
        changed.end.put(access, other)
    assert no.value.reason == Code.HASH_MISMATCH
    assert changed.noted("upload-of-another-kind") == [hashlib.sha256(other).hexdigest()]
    for data in (claimed, other):
        with pytest.raises(RefusalError):
            list(changed.line.get_blob(access, sha256=hashlib.sha256(data).hexdigest()))


def test_a_batch_beyond_the_limit_is_noted(changed: Changed) -> None:
    """The program never sends one."""
    access = changed.enter(JAILER, "machine-j")
    with pytest.raises(RefusalError) as no:
        changed.line.push(access, PushBatch(items=tuple(an_item(JAILER) for _ in range(BATCH_ITEMS + 1))))
    assert no.value.reason == Code.TOO_LARGE
    assert changed.noted("request-refused") == ["too-large /v1/outbox"]


def test_a_line_in_the_trail_has_no_case_and_no_secret(changed: Changed) -> None:
    """Whatever was tried, ids and codes are all that stands there."""
    access = changed.enter(CONSTABLE_A)
    changed.push(access, an_item(CONSTABLE_A, description="The victim is called Sunita and lives at the mill."))
    with changed.end.small.house.store.read() as unit:
        written = repr(unit.trail.all())
    for word in ("Sunita", "mill", access, PASSWORD):
        assert word not in written


def _refresh(grant: Grant, machine: str = OURS) -> Refresh:
    return Refresh(refresh_token=grant.refresh_token, machine_id=machine)


def _elsewhere() -> FirRecord:
    """Register a FIR in another State."""
    place = {"station_code": STATION_B, "station_name": "RISHIKESH", "district_code": "49", "state_code": "05"}
    return msgspec.structs.replace(a_fir(7), key=ELSEWHERE, shown="0007/2026", **place)
