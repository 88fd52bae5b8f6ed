"""Paper without a window: the Qt application and the fonts that painting text needs.

The command line prints on machines with no display; the window has both already.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFontDatabase, QGuiApplication

from resources import path

FONTS = tuple(sorted(one.name for one in path("fonts").glob("*.ttf")))


def ensure_gui() -> QGuiApplication:
    """Give the Qt application, making one that needs no display where none runs; load the program's fonts."""
    running = QGuiApplication.instance()
    if not isinstance(running, QGuiApplication):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        running = QGuiApplication(["station-client"])
        QLoggingCategory.setFilterRules("qt.text.font.db=false")  # as in ui.theme: the next family has Devanagari
        for name in FONTS:
            QFontDatabase.addApplicationFont(str(path(f"fonts/{name}")))
    return running
