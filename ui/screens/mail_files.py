"""The files of the e-mail that is being written: one after another, each refusal told; a lock loses none of them."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from station_client.domain.attachment import Attachment
from station_client.errors import NotSignedInError, StationError
from station_client.services.begun_messages import with_file
from ui.language import phrase_of
from ui.screens.begun import Begun
from ui.screens.message_page import MailPage
from ui.screens.screen import Screen


class MailFiles(QObject):
    """Attaches what was chosen for the e-mail on the page.

    While the window is locked the file under way is finished and kept with the e-mail, and the others wait; what was
    refused meanwhile is said when the page is shown again.
    """

    def __init__(self, screen: Screen, page: MailPage, begun: Begun) -> None:
        """Begin with nothing under way."""
        super().__init__(screen)
        self._screen, self._page, self._begun = screen, page, begun
        self._waiting: deque[Path] = deque()
        self._working: Path | None = None
        self._asleep = self._told_to_wait = False
        self._thrown_away = threading.Event()
        self._came: list[Attachment] = []
        self._refused: list[str] = []
        page.places.chosen.connect(self.add)
        page.places.pasted.connect(self._paste)
        page.places.removed.connect(self._detach)
        page.discarded.connect(self._drop)
        begun.brought.connect(self._show)

    def add(self, paths: Sequence[Path]) -> None:
        """Attach files from the disk."""
        if self._working is None:
            self._refused.clear()
            self._page.places.error.clear()
        self._waiting.extend(paths)
        self._next()

    def busy(self) -> bool:
        """Tell whether a file that was chosen is not attached yet."""
        return self._working is not None or bool(self._waiting)

    def tell_to_wait(self) -> None:
        """Say that the e-mail waits for its files, for as long as it does."""
        self._told_to_wait = True
        self._page.places.error.say(self.tr("A file is still being checked. Queue the e-mail when it is attached."))

    def put_away(self) -> None:
        """Show nothing of it: the program is being locked."""
        self._page.places.show_busy("")

    def _show(self) -> None:
        """Show what came while the page was put away, say what was refused, and go on."""
        came, self._came = self._came, []
        files = self._page.files
        for file in came:
            files = with_file(files, file)
        if files != self._page.files:
            self._page.show_files(files)
        self._say_refused()
        self._asleep = False
        self._next()

    def _next(self) -> None:
        if self._working is None and self._waiting and self._begun.shown and not self._asleep:
            self._working = self._waiting.popleft()
            self._thrown_away = threading.Event()
            attach = self._screen.verbs.begun_messages.attach
            work = partial(attach, self._working, self._page.files, self._thrown_away)
            self._screen.bridge.run(work, self._attached, self._not_attached, lane="attach")
        if self._told_to_wait and not self.busy():
            self._told_to_wait = False
            self._page.places.error.clear()
            self._say_refused()
        if self._begun.shown:
            said = self.tr("Checking and sealing {name}…")
            self._page.places.show_busy(said.format(name=self._working.name) if self._working else "")

    def _attached(self, file: Attachment) -> None:
        self._working = None
        wanted = not self._thrown_away.is_set()  # else it was kept with no e-mail either
        if wanted and self._begun.shown:
            self._page.show_files(with_file(self._page.files, file))
        elif wanted:
            self._came.append(file)
        self._next()

    def _not_attached(self, error: StationError) -> None:
        path, self._working = self._working, None
        if isinstance(error, NotSignedInError) and path is not None and not self._thrown_away.is_set():
            self._waiting.appendleft(path)  # locked before it was begun
            self._asleep = self._screen.verbs.session.current() is None
        elif not self._thrown_away.is_set():
            self._refused.append(str(phrase_of(error)))
            self._say_refused()
        self._next()

    def _say_refused(self) -> None:
        if self._refused and self._begun.shown:
            self._page.places.error.say("\n".join(self._refused))

    def _drop(self) -> None:
        """Forget what was chosen for an e-mail that was thrown away; what is under way comes to nothing."""
        self._waiting.clear()
        self._refused.clear()
        self._thrown_away.set()

    def _paste(self, _name: str, _picture: QImage) -> None:
        self._page.places.error.say(self.tr("Save the picture as a file and attach that."))

    def _detach(self, sha256: str) -> None:
        self._page.show_files(tuple(one for one in self._page.files if one.sha256 != sha256))
