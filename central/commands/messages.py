"""The commands about messages: what waits, what did not arrive, once more, and the one who carries."""

from __future__ import annotations

import argparse
import json
from contextlib import AbstractContextManager, nullcontext

from central.commands.speech import say
from central.errors import SetupError
from central.house import House
from central.messages.postman import Postmen
from central.messages.registered import take_templates
from central.messages.ways import postmen
from central.noted import BY


def carrying(house: House) -> Postmen:
    """Give those who carry while stations are answered: one for each way out that is set up."""
    return Postmen(postmen(house.settings, house.store, house.blobs, house.clock))


def nobody() -> AbstractContextManager[None]:
    """Carry nothing here: another process does."""
    return nullcontext()


def run(house: House) -> None:
    """Carry until the system ends this process."""
    made = postmen(house.settings, house.store, house.blobs, house.clock)
    if not made:
        raise SetupError("no way out is set up: mail_host, sms_host or sms_url in centre.toml")
    say(f"carrying: {', '.join(sorted(made))}")
    with Postmen(made) as carriers:
        carriers.wait()


def listed(house: House, asked: argparse.Namespace) -> None:
    """Count recipients by state, and name each message that did not reach somebody, or may not have."""
    with house.store.read() as unit:
        counts, troubled = unit.message_counts.tally(), unit.message_counts.troubled()
    if asked.json:
        rows = [{"message": one.message_id, "state": one.state, "reason": one.reason} for one in troubled]
        say(json.dumps({"recipients": counts, "troubled": rows}))
        return
    say(", ".join(f"{state} {number}" for state, number in sorted(counts.items())) or "no messages")
    for one in troubled:
        say(f"{one.message_id}  {one.state}  {one.reason}")


def again(house: House, asked: argparse.Namespace) -> None:
    """Hand a message over again to those whom it did not reach, or may not have; a person has looked into it."""
    with house.store.write() as unit:
        now = house.clock.now()
        number = unit.queue.again(asked.message_id, now)
        if not number:
            raise SetupError("no recipient of such a message failed or is in doubt")
        unit.trail.add(now, login=BY, machine_id="", act="message-retried", subject=asked.message_id)
    say(f"queued again for {number}")


def take_list(house: House, asked: argparse.Namespace) -> None:
    """Make a file the list of the templates that may be used."""
    read, changed = take_templates(house.store, asked.file)
    say(f"templates: {read} read, {changed} new, changed or withdrawn")
