"""A message that is being written outlasts the lock and the end of the program, as a draft of an alert does."""

from __future__ import annotations

from station_client.domain.message import Channel
from station_client.domain.messaging import Sketch
from station_client.services.presence import Presence


class BegunMessages:
    """What this officer has begun to write to other offices, one message of each way; nobody else sees it."""

    def __init__(self, presence: Presence) -> None:
        """Keep for whoever is signed in."""
        self._presence = presence

    def all(self) -> tuple[Sketch, ...]:
        """Give what was begun of each way, in the order of the pages; empty where there is nothing."""
        with self._presence.at_work() as opened:
            begun, login = opened.stores.desk.begun_messages, opened.who.officer.login
            return tuple(begun.one(login, channel) for channel in Channel)

    def keep(self, sketch: Sketch) -> None:
        """Keep what stands on the form, as it stands there: nothing is checked yet."""
        with self._presence.at_work() as opened:
            opened.stores.desk.begun_messages.keep(opened.who.officer.login, sketch)
