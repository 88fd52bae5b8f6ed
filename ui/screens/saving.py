"""The part of the editor that keeps what is typed: within a second, on leaving a field, before anything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from station_client.clock import to_ist
from station_client.domain.draft import Draft
from station_client.errors import StationError
from station_client.services.verbs import Verbs
from ui.bridge import Bridge

WAIT_MILLISECONDS = 900
AGAIN_MILLISECONDS = 5000


class Saving(QObject):
    """Saves one draft as it is typed; works of the lane keep their order, so the last keystroke wins."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, verbs: Verbs, bridge: Bridge, typed: Callable[[Draft], Draft], parent: QObject) -> None:
        """``typed`` gives the draft as it stands on the screen."""
        super().__init__(parent)
        self._verbs = verbs
        self._bridge = bridge
        self._typed = typed
        self._draft: Draft | None = None
        self._unsaved = False
        self._rescued: dict[str, Draft] = {}
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MILLISECONDS)
        self._timer.timeout.connect(self.flush)

    def show(self, draft: Draft | None) -> None:
        """Keep another draft from now on."""
        self.drop()
        self._draft = draft
        self.retranslate()

    def took(self, draft: Draft) -> None:
        """Take note of the draft as the store holds it now."""
        self._draft = draft
        self.retranslate()

    def note(self) -> None:
        """Something was typed: save it soon. The wait is not begun anew by the next key."""
        self._unsaved = self._draft is not None
        if self._unsaved and not self._timer.isActive():
            self._timer.start(WAIT_MILLISECONDS)

    def flush(self) -> None:
        """Queue what is not saved yet, now."""
        self._timer.stop()
        if not self._unsaved or self._draft is None:
            return
        self._unsaved = False
        typed = self._typed(self._draft)
        failed = partial(self._not_saved, typed)
        self._bridge.run(partial(self._verbs.drafts.save, typed), self._saved, failed, lane="desk")

    def rescued(self, kept: Draft) -> Draft:
        """Give what could not be saved when the draft was put away, else the draft as it is kept."""
        typed = self._rescued.pop(str(kept.draft_id), None)
        return replace(typed, version=kept.version, files=kept.files) if typed else kept

    def drop(self) -> None:
        """Forget what is not saved: the draft is being thrown away or another one comes."""
        self._timer.stop()
        self._unsaved = False

    def retranslate(self) -> None:
        """Say when it was saved."""
        if self._draft is None:
            self.said.emit("")
            return
        if self._draft.empty:
            self.said.emit(self.tr("Saved on this PC as you type"))
            return
        at = to_ist(self._draft.saved_at).strftime("%H:%M:%S")
        self.said.emit(self.tr("Saved on this PC {time}").format(time=at))

    def _saved(self, draft: Draft) -> None:
        if self._draft is not None and draft.draft_id == self._draft.draft_id:
            self.took(draft)

    def _not_saved(self, typed: Draft, error: StationError) -> None:
        if self._draft is not None and self._draft.draft_id == typed.draft_id:
            self._unsaved = True  # it is still on the screen, and is tried again
            self._timer.start(AGAIN_MILLISECONDS)
        else:
            self._rescued[str(typed.draft_id)] = typed
        self.failed.emit(error)
