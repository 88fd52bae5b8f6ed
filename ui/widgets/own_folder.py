"""Where a file dialog begins: the officer's own documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def own_folder() -> Path:
    """Give the folder of documents, or the home where there is none: a dialog takes a missing one for a file's name."""
    places = QStandardPaths.StandardLocation
    documents = Path(QStandardPaths.writableLocation(places.DocumentsLocation))
    return documents if documents.is_dir() else Path(QStandardPaths.writableLocation(places.HomeLocation))
