"""A message that is being written outlasts the lock and the end of the program, as a draft of an alert does."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from station_client.domain.attachment import Attachment
from station_client.domain.ids import Sha256
from station_client.domain.message import Channel
from station_client.domain.messaging import Sketch
from station_client.services.messages import Messages
from station_client.services.presence import Presence


class BegunMessages:
    """What this officer has begun to write to other offices, one message of each way; nobody else sees it."""

    def __init__(self, presence: Presence, messages: Messages) -> None:
        """Keep for whoever is signed in."""
        self._presence = presence
        self._messages = messages
        self._writing = threading.Lock()

    def all(self) -> tuple[Sketch, ...]:
        """Give what was begun of each way, in the order of the pages; empty where there is nothing."""
        with self._presence.at_work() as opened:
            begun, login = opened.stores.desk.begun_messages, opened.who.officer.login
            return tuple(begun.one(login, channel) for channel in Channel)

    def keep(self, sketch: Sketch, had: frozenset[Sha256] | None) -> None:
        """Keep what stands on the form, as it stands there: nothing is checked yet.

        ``had`` names every file that the form ever had of this message: another that came to it meanwhile stays with
        it. None throws away what was kept before.
        """
        with self._presence.at_work() as opened, self._writing:
            begun, login = opened.stores.desk.begun_messages, opened.who.officer.login
            if had is not None:
                sketch = with_new(sketch, begun.one(login, sketch.channel), had)
            begun.keep(login, sketch)

    def attach(self, path: Path, beside: tuple[Attachment, ...], thrown_away: threading.Event) -> Attachment:
        """Inspect and seal a file for the e-mail that is begun, and keep it with that, unless it was thrown away since.

        It is there also where a lock, a sign-out or the end of the program comes before the form can show it. Raises
        ``AttachmentRefusedError``, ``DiskFullError``.
        """
        with self._presence.at_work() as opened:
            file = self._messages.attach(path, beside)
            begun, login = opened.stores.desk.begun_messages, opened.who.officer.login
            with self._writing:
                if not thrown_away.is_set():  # looked at in its turn: whoever throws it away keeps the empty form next
                    kept = begun.one(login, Channel.EMAIL)
                    begun.keep(login, replace(kept, files=with_file(kept.files, file)))
        return file


def with_new(sketch: Sketch, kept: Sketch, had: frozenset[Sha256]) -> Sketch:
    """Put to what stands on a form the files that came to what is kept of it, and that the form never ``had``."""
    files = sketch.files
    for one in kept.files:
        files = files if one.sha256 in had else with_file(files, one)
    return replace(sketch, files=files)


def with_file(files: tuple[Attachment, ...], file: Attachment) -> tuple[Attachment, ...]:
    """Put a file to others, once."""
    return files if any(one.sha256 == file.sha256 for one in files) else (*files, file)
