"""A PDF drawn in memory and put on the disk whole: a full disk never leaves half a print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPdfWriter

from station_client import __version__
from station_client.security.durable import replace_file
from ui.printing.headless import ensure_gui

MEDIA_TYPE = "application/json"


def write_pdf(
    path: Path, title: str, draw: Callable[[QPdfWriter], int], records: Mapping[str, bytes] | None = None
) -> int:
    """Write what ``draw`` draws to ``path``, with ``records`` (JSON) attached; give the number of pages.

    Raises ``DiskFullError``, ``ProfileUnwritableError`` or ``StoreError`` where it cannot be written.
    """
    ensure_gui()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(f"Station Client {__version__}")
    for name, record in (records or {}).items():
        writer.addFileAttachment(name, record, MEDIA_TYPE)
    pages = draw(writer)
    buffer.close()
    replace_file(path, bytes(content.data()))
    return pages
