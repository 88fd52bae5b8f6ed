"""The page of one alert, shown, and what stands on it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Alert, AttachedFile
from station_client.domain.ids import AlertUid
from tests.support.faces import Face
from tests.support.seen import lines
from ui.bridge import Bridge
from ui.screens.alert import AlertScreen
from ui.widgets.file_rows import FileRow

ONE = AlertUid("alert-1")


def picture(face: Face) -> AttachedFile:
    """Keep a small picture."""
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkBlue)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return face.files.put("scene.png", "png", bytes(buffer.data().data()))


def shown(face: Face, bridge: Bridge, qtbot: QtBot, *alerts: Alert) -> AlertScreen:
    """Show the first alert, of those that are there and these, until it is told as seen and its files are named."""
    face.alerts.put(*alerts)
    screen = AlertScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.resize(1000, 640)
    screen.show()
    screen.show_one(ONE)
    names = [file.name for file in face.alerts.stored[ONE].files]
    qtbot.waitUntil(lambda: any(one in ("Seen", "Acknowledged") for one in lines(screen)))
    qtbot.waitUntil(lambda: all(name in lines(screen) for name in names))
    return screen


def file_row(page: QWidget, file_name: str) -> FileRow:
    """Give the row of a file."""
    (row,) = (one for one in page.findChildren(FileRow) if one.file.name == file_name and one.isVisible())
    return row
