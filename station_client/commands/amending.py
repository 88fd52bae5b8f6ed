"""``alert``: changes of alerts that were sent, by the office that sent them."""

from __future__ import annotations

from station_client.commands.doors import Call
from station_client.commands.entering import signed_in
from station_client.commands.say import Answer
from station_client.commands.writing import draft_line, item_line
from station_client.domain.ids import AlertUid


def correct(call: Call) -> Answer:
    """Begin a correction as a draft."""
    with signed_in(call) as verbs:
        draft = verbs.amending.correct(AlertUid(call.given.alert))
        return Answer({"draft": draft, "problems": verbs.drafts.problems(draft)}, (draft_line(draft),))


def located(call: Call) -> Answer:
    """Say that what an alert is about was found."""
    with signed_in(call) as verbs:
        item = verbs.amending.located(AlertUid(call.given.alert), _why(call))
        return Answer({"item": item}, (item_line(item),))


def recall(call: Call) -> Answer:
    """Take an alert back."""
    with signed_in(call) as verbs:
        item = verbs.amending.recall(AlertUid(call.given.alert), _why(call))
        return Answer({"item": item}, (item_line(item),))


def _why(call: Call) -> str:
    return call.doors.source.read() if call.given.why == "-" else str(call.given.why)
