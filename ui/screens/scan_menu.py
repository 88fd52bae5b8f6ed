"""The part of the editor that offers what lies in the scan folder: a menu of its newest files."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from station_client.services.scans import Scan
from station_client.services.verbs import Verbs
from ui.bridge import Bridge
from ui.language import date_chip, size


class ScanMenu(QObject):
    """Asks for the folder's files when its button is pressed; ``chosen`` carries the paths, ``failed`` the error."""

    chosen = Signal(object)
    failed = Signal(object)

    def __init__(self, verbs: Verbs, bridge: Bridge, button: QPushButton, parent: QObject) -> None:
        """Stand behind ``button``, which is hidden where State IT has set no folder."""
        super().__init__(parent)
        self._verbs, self._bridge, self._button = verbs, bridge, button
        self.menu = QMenu(button)
        self._wanted = False
        button.setVisible(verbs.settings.scan_folder is not None)
        button.clicked.connect(self.ask)

    def ask(self) -> None:
        """Look into the folder, off the GUI thread: it may be a share that is slow."""
        self._wanted = True
        self._bridge.run(self._verbs.drafts.scanned, self._offer, self.failed.emit, lane="scans", latest=True)

    def close(self) -> None:
        """Show no name of a file any more, nor those that are still looked for."""
        self._wanted = False
        self.menu.close()
        self.menu.clear()

    def _offer(self, found: tuple[Scan, ...]) -> None:
        if not self._wanted:
            return
        self.menu.clear()
        now = self._verbs.clock.now()
        for one in found:
            text = f"{date_chip(one.at, now)}   {one.name}   {size(one.size)}".replace("&", "&&")
            self.menu.addAction(text).triggered.connect(partial(self._choose, one))
        if not found:
            self.menu.addAction(self.tr("Nothing in the scan folder can be attached")).setEnabled(False)
        self.menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _choose(self, one: Scan, *_checked: object) -> None:
        self.chosen.emit([one.path])
