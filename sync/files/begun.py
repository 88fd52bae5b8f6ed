"""What one sending of files leaves to the next, also where it broke off in the middle."""

from __future__ import annotations

from dataclasses import dataclass, field

from station_client.domain.ids import ItemId, Sha256
from sync.files.pace import Pace
from sync.files.plan import Plan
from sync.protocol.ranges import Ranges

Missing = dict[ItemId, tuple[Sha256, ...]]


@dataclass(slots=True)
class Begun:
    """The line's pace, and the files that were still to go when a sending broke off.

    ``untouched`` is what surely never left of a file, also of one that is new: it may go before the centre was asked.
    """

    pace: Pace = field(default_factory=Pace)
    lacking: Missing = field(default_factory=dict)
    untouched: dict[Sha256, Ranges] = field(default_factory=dict)

    def leave(self, plan: Plan) -> None:
        """Take down what a sending has still in its plan; nothing where it came to its end."""
        self.lacking = lacking(plan)
        self.untouched.clear()  # whoever hands over texts adds to this very one
        self.untouched |= {one.sha256: one.missing for one in plan.files.values() if one.missing}


def lacking(plan: Plan) -> Missing:
    """Give the files that are still to be sent, by item."""
    items = dict.fromkeys(item for sha256 in plan.order for item in plan.files[sha256].items)
    return {item: tuple(one for one in plan.order if item in plan.files[one].items) for item in items}
