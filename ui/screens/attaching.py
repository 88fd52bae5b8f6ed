"""The part of the editor that brings files: one after another, each refusal told with its file."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, Sha256
from station_client.errors import NotSignedInError, Problem, StationError
from station_client.services.verbs import Verbs
from ui.bridge import Bridge
from ui.language import phrase_of, reason
from ui.screens.scan_menu import ScanMenu
from ui.screens.thumbnails import Thumbnails
from ui.widgets.attachment_places import AttachmentPlaces, png


@dataclass(frozen=True, slots=True)
class _File:
    """One file on its way into a draft, whichever draft is shown meanwhile."""

    draft_id: DraftId
    name: str
    attach: Callable[[], Draft]


class Attaching(QObject):
    """Attaches and detaches the files of the draft that is shown; ``changed`` gives it, ``busy`` whether it works.

    ``turned`` comes when another draft is shown. What was chosen goes into its own draft, also while another one is
    shown. While the window is locked the file under way is finished, and the others wait until their draft is shown
    again.
    """

    changed = Signal(object)
    busy = Signal(bool)
    turned = Signal()

    def __init__(self, verbs: Verbs, bridge: Bridge, places: AttachmentPlaces, parent: QObject) -> None:
        """Work for the ``places`` on the screen."""
        super().__init__(parent)
        self._verbs = verbs
        self._bridge = bridge
        self._places = places
        self._thumbnails = Thumbnails(verbs, bridge, self)
        self._draft_id: DraftId | None = None
        self._waiting: deque[_File] = deque()
        self._working: _File | None = None
        self._asleep = False
        self._missed: DraftId | None = None
        self._refused: list[str] = []
        self._unsaid: dict[DraftId, list[str]] = {}
        self._said_busy = False
        places.chosen.connect(self.add)
        self.scans = ScanMenu(verbs, bridge, places.scan, self)
        self.scans.chosen.connect(self.add)
        self.scans.failed.connect(self._failed)
        places.pasted.connect(self.paste)
        places.removed.connect(lambda sha256: self.remove(Sha256(sha256)))

    def show(self, draft: Draft | None) -> None:
        """Show another draft's files, or none."""
        self._draft_id = draft.draft_id if draft else None
        self.turned.emit()
        self._places.error.clear()
        self._places.show_busy("")
        self._show_files(draft)
        self._said_busy = False
        if draft is None:
            self.scans.close()
            return
        self._refused = self._unsaid.pop(draft.draft_id, [])
        if self._refused:
            self._places.error.say("\n".join(self._refused))
        if self._missed == draft.draft_id:  # its file came after it was read and before it is shown
            self._missed = None
            ask = partial(self._verbs.drafts.one, draft.draft_id)
            self._bridge.run(ask, self._took, self._failed, lane="desk")
        self._asleep = False
        QTimer.singleShot(0, self, self._next)  # after the editor has set its own buttons

    def add(self, paths: Sequence[Path]) -> None:
        """Attach files from the disk."""
        if self._draft_id is None:
            return
        draft_id = self._draft_id
        self._begin(_File(draft_id, path.name, partial(self._verbs.drafts.attach, draft_id, path)) for path in paths)

    def paste(self, name: str, picture: QImage) -> None:
        """Attach a picture that was copied."""
        if self._draft_id is None:
            return
        draft_id, drafts = self._draft_id, self._verbs.drafts
        self._begin([_File(draft_id, name, lambda: drafts.attach_bytes(draft_id, name, png(picture)))])

    def remove(self, sha256: Sha256) -> None:
        """Take a file off the draft."""
        if self._draft_id is None:
            return
        self._refused.clear()
        self._places.error.clear()
        work = partial(self._verbs.drafts.detach, self._draft_id, sha256)
        self._bridge.run(work, self._took, self._failed, lane="desk")

    def checking(self) -> bool:
        """Tell whether a file of the draft that is shown is under way."""
        return self._said_busy

    def refused(self) -> bool:
        """Tell whether a file that was chosen for this draft was not taken."""
        return bool(self._refused)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong with the files as a whole."""
        if problems:
            self._places.error.say(reason(problems[0].reason))

    def _begin(self, files: Iterable[_File]) -> None:
        if self._working is None:
            self._refused.clear()
            self._places.error.clear()
        self._waiting.extend(files)
        self._next()

    def _next(self) -> None:
        if self._working is None and self._waiting and not self._asleep:
            self._working = self._waiting.popleft()
            self._bridge.run(self._working.attach, self._attached, self._refuse, lane="attach")
        self._say_busy()

    def _say_busy(self) -> None:
        """Say which file of the draft that is shown is under way."""
        if self._draft_id is None:
            return
        under_way = [one for one in (self._working, *self._waiting) if one and one.draft_id == self._draft_id]
        said = self.tr("Checking and sealing {name}…").format(name=under_way[0].name) if under_way else ""
        self._places.show_busy(said)
        if bool(under_way) != self._said_busy:
            self._said_busy = bool(under_way)
            self.busy.emit(self._said_busy)

    def _attached(self, draft: Draft) -> None:
        self._working = None
        if draft.draft_id != self._draft_id:
            self._missed = draft.draft_id
        self._took(draft)
        self._next()

    def _refuse(self, error: StationError) -> None:
        file, self._working = self._working, None
        if isinstance(error, NotSignedInError) and file is not None:  # locked before it was begun
            self._asleep = True
            self._waiting.appendleft(file)
        elif file is not None and file.draft_id != self._draft_id:
            self._unsaid.setdefault(file.draft_id, []).append(str(phrase_of(error)))
        else:
            self._failed(error)
        self._next()

    def _took(self, draft: Draft) -> None:
        if draft.draft_id == self._draft_id:
            self._show_files(draft)
            self.changed.emit(draft)

    def _show_files(self, draft: Draft | None) -> None:
        """Show the files, and have their small pictures drawn; of no draft, drop those too."""
        self._places.show_files(draft.files if draft else ())
        if draft is None:
            self._thumbnails.forget()
        for place, file in zip(self._places.places, draft.files if draft else (), strict=False):
            if not place.picture.pictured():
                self._thumbnails.ask(file.sha256, file.kind, partial(self._pictured, file.sha256))

    def _pictured(self, sha256: Sha256, image: QImage) -> None:
        self._places.show_picture(sha256, image)

    def _failed(self, error: StationError) -> None:
        if self._draft_id is None:
            return
        self._refused.append(str(phrase_of(error)))
        self._places.error.say("\n".join(self._refused))
