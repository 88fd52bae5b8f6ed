"""``draft``, ``outbox``, ``receipts``: what officers here write, and what the centre answered."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from station_client.commands.doors import Call
from station_client.commands.entering import signed_in
from station_client.commands.say import Answer, moment
from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, ItemId
from station_client.domain.outbox import ItemState, OutboxItem, Receipt


def draft_new(call: Call) -> Answer:
    """Begin a draft with what was given."""
    with signed_in(call) as verbs:
        draft = verbs.drafts.save(_typed(verbs.drafts.begin(), call))
        return Answer({"draft": draft, "problems": verbs.drafts.problems(draft)}, (draft_line(draft),))


def draft_edit(call: Call) -> Answer:
    """Change what was given, and nothing else."""
    with signed_in(call) as verbs:
        draft = verbs.drafts.save(_typed(verbs.drafts.one(DraftId(call.given.draft)), call))
        return Answer({"draft": draft, "problems": verbs.drafts.problems(draft)}, (draft_line(draft),))


def draft_attach(call: Call) -> Answer:
    """Attach files, one after another; the first that is refused ends the command."""
    with signed_in(call) as verbs:
        draft = verbs.drafts.one(DraftId(call.given.draft))
        for path in call.given.files:
            draft = verbs.drafts.attach(draft.draft_id, path)
        files = tuple(f"{one.sha256}  {one.size}  {one.verdict}  {one.name}" for one in draft.files)
        return Answer({"draft": draft}, (draft_line(draft), *files))


def draft_submit(call: Call) -> Answer:
    """Put a draft into the outbox; it is sent by the next sync."""
    with signed_in(call) as verbs:
        item = verbs.drafts.submit(DraftId(call.given.draft))
        return Answer({"item": item}, (item_line(item),))


def draft_list(call: Call) -> Answer:
    """List the officer's drafts, last saved first; for who is in charge also all of the station's."""
    with signed_in(call) as verbs:
        drafts = verbs.drafts.of_station() if call.given.station else verbs.drafts.mine()
        lines = (f"{draft_line(one)}{f'  {one.author}' if call.given.station else ''}" for one in drafts)
        return Answer({"drafts": drafts}, tuple(lines) or ("no drafts",))


def outbox(call: Call) -> Answer:
    """List the station's outbox, newest first; hand a refused item in again first, where that is asked."""
    with signed_in(call) as verbs:
        if call.given.again:
            verbs.outbox.retry(ItemId(call.given.again))
        items = verbs.outbox.items()
        return Answer(
            {"items": items},
            tuple(line for one in items for line in (item_line(one), *_alike_lines(one))) or ("nothing in the outbox",),
        )


def receipts(call: Call) -> Answer:
    """List the centre's receipts, or show one."""
    with signed_in(call) as verbs:
        if call.given.item:
            one = verbs.outbox.receipt(ItemId(call.given.item))
            return Answer({"receipt": one}, _receipt_lines(one))
        found = verbs.outbox.receipts()
        return Answer({"receipts": found}, tuple(line for one in found for line in _receipt_lines(one)) or ("none",))


def _alike_lines(item: OutboxItem) -> tuple[str, ...]:
    return tuple(f"  may be the same as № {one.record_number} from {one.office} ({one.why})" for one in item.alike)


def _typed(draft: Draft, call: Call) -> Draft:
    given: Namespace = call.given
    description = given.description
    if description == "-":
        description = call.doors.source.read()
    changes = {
        "fir_text": given.fir,
        "gd_number": given.gd,
        "gd_reason": given.gd_reason,
        "category": given.category,
        "description": description,
    }
    return replace(draft, **{name: value for name, value in changes.items() if value is not None})


def draft_line(draft: Draft) -> str:
    """Write a draft as one line."""
    number = draft.fir_text or draft.gd_number or "no number"
    saved = f"saved {moment(draft.saved_at)}"
    return f"{draft.draft_id}  {number}  {draft.category or 'no category'}  {len(draft.files)} files  {saved}"


def item_line(item: OutboxItem) -> str:
    """Write an item of the outbox as one line."""
    number = f"FIR {item.fir_shown}" if item.fir_shown else f"GD {item.gd_number}"
    word = f"{item.state}" + (f" № {item.record_number}" if item.record_number else "")
    why = f" ({item.reason})" if item.reason else ""
    if item.bytes_total and item.state is not ItemState.COMPLETE:
        word += f" {item.bytes_sent:,}/{item.bytes_total:,} bytes"
    return f"{item.item_id}  {word}{why}  {number}  {item.author_shown}  {moment(item.queued_at)}"


def _receipt_lines(one: Receipt) -> tuple[str, ...]:
    files = tuple(f"  {file.sha256}  {file.size}  {file.name}" for file in one.files)
    whole = f"complete {moment(one.complete_at)}" if one.complete_at else "files under way"
    return (f"№ {one.record_number}  received {moment(one.received_at)}  {whole}  {one.item_id}", *files)
