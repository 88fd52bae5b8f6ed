"""``draft hand-over``, ``earlier``, ``discard`` …: what becomes of a draft besides being sent."""

from __future__ import annotations

from station_client.commands.doors import Call
from station_client.commands.entering import signed_in
from station_client.commands.say import Answer, moment
from station_client.commands.writing import draft_line
from station_client.domain.alert import headline
from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, ItemId, Sha256
from station_client.domain.particulars import composed


def hand_over(call: Call) -> Answer:
    """Give a draft to another officer of this PC."""
    with signed_in(call) as verbs:
        given = verbs.drafts.hand_over(DraftId(call.given.draft), call.given.to)
        return Answer({"draft": given}, (f"{draft_line(given)}  is {given.author}'s now",))


def earlier(call: Call) -> Answer:
    """List a draft's earlier versions, newest first, or bring one of them back."""
    draft_id, version = DraftId(call.given.draft), call.given.bring_back
    with signed_in(call) as verbs:
        if version is not None:
            brought = verbs.drafts.back_to(draft_id, version)
            return Answer({"draft": brought}, (draft_line(brought),))
        found = verbs.drafts.versions(draft_id)
        return Answer({"versions": found}, tuple(map(_version_line, found)) or ("no earlier version",))


def discard(call: Call) -> Answer:
    """Throw a draft away; it leaves a trace."""
    with signed_in(call) as verbs:
        verbs.drafts.discard(DraftId(call.given.draft))
        return Answer({"discarded": call.given.draft}, (f"{call.given.draft}  discarded",))


def take_back(call: Call) -> Answer:
    """Make a draft again of an item that the centre does not have."""
    with signed_in(call) as verbs:
        draft = verbs.outbox.take_back(ItemId(call.given.item))
        return Answer({"draft": draft, "problems": verbs.drafts.problems(draft)}, (draft_line(draft),))


def detach(call: Call) -> Answer:
    """Take a file off a draft."""
    with signed_in(call) as verbs:
        draft = verbs.drafts.detach(DraftId(call.given.draft), Sha256(call.given.sha256))
        return Answer({"draft": draft}, (draft_line(draft),))


def _version_line(one: Draft) -> str:
    return f"{one.version}  saved {moment(one.saved_at)}  {headline(composed(one))}"
