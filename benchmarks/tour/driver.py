"""Takes the conductor's orders inside the program and answers with what was seen.

Orders come as JSON lines on standard input, answers go out on a pipe of their own; both run in the window's
own event loop, between its other work.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.tour.acts import ACTS
from benchmarks.tour.hands import NotSeenError
from benchmarks.tour.scene import Scene
from station_client import app
from station_client.errors import StationError
from ui.main_window import MainWindow

PIECE = 65536


class Driver:
    """Takes one order at a time and answers it; ends the program when the orders end."""

    def __init__(self, scene: Scene, reports: int) -> None:
        """Tell that the window is up, and listen."""
        self._scene = scene
        self._reports = reports
        self._kept = b""
        self._orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._orders.activated.connect(self._hear)
        self._tell({"ok": True, "seen": {"title": scene.window.windowTitle(), "pid": os.getpid()}})

    def _hear(self) -> None:
        self._orders.setEnabled(False)
        piece = os.read(sys.stdin.fileno(), PIECE)
        if not piece:
            self._scene.window.close()
            QApplication.quit()
            return
        self._kept += piece
        while b"\n" in self._kept:
            line, _, self._kept = self._kept.partition(b"\n")
            self._tell(self._do(json.loads(line)))
        self._orders.setEnabled(True)

    def _do(self, order: dict[str, Any]) -> dict[str, object]:
        try:
            return {"ok": True, "seen": ACTS[order["act"]](self._scene, **order["given"])}
        except (NotSeenError, StationError) as missing:
            return {"ok": False, "error": f"{type(missing).__name__}: {missing}"}
        except Exception as unforeseen:  # noqa: BLE001 the conductor must hear of it, whatever it is
            return {"ok": False, "error": " ".join(traceback.format_exception(unforeseen)[-3:])}

    def _tell(self, seen: dict[str, object]) -> None:
        os.write(self._reports, json.dumps(seen, default=str).encode() + b"\n")


def drive(reports: int, arguments: Sequence[str]) -> int:
    """Run the program with its own arguments and hold its window; give its exit code."""
    held: list[Driver] = []

    def on_window(window: QWidget, house: app.House) -> None:
        assert isinstance(window, MainWindow)
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        held.append(Driver(Scene(window, house), reports))

    return app.main(list(arguments), on_window=on_window)
