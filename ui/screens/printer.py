"""The way to paper: a preview of the pages, with the system's printers behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QToolBar, QToolButton, QWidget

from station_client.errors import NotSignedInError
from station_client.services.verbs import Verbs
from ui.language import current
from ui.printing.fir_pdf import Occasion

SIZE = QSize(1180, 720)
QT_CONTEXT = "QPrintPreviewDialog"


def occasion_of(verbs: Verbs) -> Occasion:
    """Say who prints now, from how old a copy, in which language, and whether it is training. ``NotSignedInError``."""
    signed_in = verbs.session.current()
    if signed_in is None:
        raise NotSignedInError
    last, training = verbs.sync.status().last_sync, verbs.settings.training
    return Occasion(signed_in.officer, last, verbs.clock.now(), current(), training=training)


def preview(draw: Callable[[QPagedPaintDevice], object], title: str, parent: QWidget) -> QDialog:
    """Open the preview of what ``draw`` draws; it blocks nothing and goes when it is closed."""
    from PySide6.QtPrintSupport import QPrintPreviewDialog  # noqa: PLC0415 loaded with the first print

    dialog = QPrintPreviewDialog(parent)  # makes and owns its printer
    dialog.setWindowTitle(title)
    dialog.paintRequested.connect(draw)
    room = dialog.screen().availableSize()
    dialog.resize(SIZE.boundedTo(room))
    _open_to_the_keyboard(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _open_to_the_keyboard(dialog: QDialog) -> None:
    """Let Tab reach the tools, and Ctrl+P print: Qt gives its preview to the mouse alone.

    Printing, which one came for, stands first: a narrow tool bar cuts its end.
    """
    word = QCoreApplication.translate(QT_CONTEXT, "Print")  # Qt's own word, not one of ours
    for action in dialog.findChildren(QAction):
        if action.text() == word:
            action.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
            for bar in dialog.findChildren(QToolBar):
                bar.insertAction(bar.actions()[0], action)
    for tool in dialog.findChildren(QToolButton):
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tool.setAccessibleName(tool.toolTip() or tool.text() or QCoreApplication.translate("Printer", "More tools"))
