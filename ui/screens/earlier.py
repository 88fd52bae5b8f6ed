"""The part of the editor that brings back what was typed before."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from station_client.clock import to_ist
from station_client.domain.alert import headline
from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId
from station_client.domain.particulars import composed
from station_client.services.verbs import Verbs
from ui.bridge import Bridge
from ui.widgets.button import button, name


class Earlier(QObject):
    """A button that opens a menu of the earlier versions; choosing one makes a new version of it."""

    wanted = Signal()
    brought = Signal(object)
    failed = Signal(object)

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QObject) -> None:
        """Begin with no draft. ``wanted`` is emitted before anything is asked: save what is on the screen."""
        super().__init__(parent)
        self._verbs = verbs
        self._bridge = bridge
        self._draft_id: DraftId | None = None
        self.button = button()
        self.menu = QMenu(self.button)
        self.button.clicked.connect(self.ask)

    def show(self, draft: Draft | None) -> None:
        """Stand on another draft; nothing of the one before stays in the menu."""
        self._draft_id = draft.draft_id if draft is not None else None
        self.menu.close()
        self.menu.clear()

    def retranslate(self) -> None:
        """Set the button's words."""
        name(self.button, self.tr("&Earlier versions…"), more=self.tr("Bring back what was typed before"))

    def ask(self) -> None:
        """Save, then ask for the versions of this draft."""
        if self._draft_id is None:
            return
        self.wanted.emit()
        work = partial(self._verbs.drafts.versions, self._draft_id)
        self._bridge.run(work, partial(self._offer, self._draft_id), self.failed.emit, lane="desk")

    def _offer(self, draft_id: DraftId, versions: tuple[Draft, ...]) -> None:
        if draft_id != self._draft_id:
            return
        self.menu.clear()
        for one in versions:
            at = to_ist(one.saved_at).strftime("%d/%m/%Y %H:%M:%S")
            said = headline(composed(one)) or one.fir_text or one.gd_number
            entry = self.menu.addAction(f"{at}   {said}".replace("&", "&&"))
            entry.triggered.connect(partial(self._back, draft_id, one.version))
        if not versions:
            self.menu.addAction(self.tr("There is no earlier version yet")).setEnabled(False)
        self.menu.popup(self.button.mapToGlobal(QPoint(0, -self.menu.sizeHint().height())))

    def _back(self, draft_id: DraftId, version: int, *_checked: object) -> None:
        self.wanted.emit()
        work = partial(self._verbs.drafts.back_to, draft_id, version)
        self._bridge.run(work, partial(self._brought, draft_id), self.failed.emit, lane="desk")

    def _brought(self, draft_id: DraftId, draft: Draft) -> None:
        if draft_id == self._draft_id:
            self.brought.emit(draft)
