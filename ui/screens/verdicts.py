"""What this PC finds in the files of one page: looked at one after another, apart from the program; nothing is kept."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject

from station_client.domain.attachment import Inspection
from station_client.errors import StationError
from station_client.services.files import Files
from ui.bridge import Bridge
from ui.screens.thumbnails import LANE
from ui.widgets.file_rows import FileRow


class Verdicts(QObject):
    """Asks for the verdict of each row once; what comes after the page was left goes nowhere."""

    def __init__(self, files: Files, bridge: Bridge, parent: QObject) -> None:
        """Begin with none."""
        super().__init__(parent)
        self._files, self._bridge = files, bridge
        self._asked: dict[str, FileRow] = {}
        self._left = threading.Event()

    def ask(self, row: FileRow) -> None:
        """Have a row say what is found in its file, whose bytes are here."""
        sha256 = row.file.sha256
        if row.found is not None or self._asked.get(sha256) is row:
            return
        self._asked[sha256] = row
        files, name, left = self._files, row.file.name, self._left

        def work() -> Inspection | None:
            return None if left.is_set() else files.judge(sha256, name)

        self._bridge.run(work, partial(self._judged, row), partial(self._failed, row), lane=LANE)

    def forget(self) -> None:
        """Give up whatever was asked for, also what still waits its turn: it is of a case."""
        self._left.set()
        self._left = threading.Event()
        self._asked.clear()

    def _failed(self, row: FileRow, _error: StationError) -> None:
        """Say nothing, for opening the file says what is wrong; it may be asked for again."""
        self._judged(row, None)

    def _judged(self, row: FileRow, found: Inspection | None) -> None:
        if self._asked.get(row.file.sha256) is not row:
            return
        if found is None:  # gone meanwhile: asked for again once it is back
            del self._asked[row.file.sha256]
        elif row.found is None:
            row.show_found(found)
