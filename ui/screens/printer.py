"""The way to paper: a preview of the pages, with the system's printers behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QStyle, QToolBar, QToolButton, QWidget

from station_client.errors import NotSignedInError
from station_client.services.verbs import Verbs
from ui import theme
from ui.language import current
from ui.printing.fir_pdf import Occasion

SIZE = QSize(1180, 720)
QT_CONTEXT = "QPrintPreviewDialog"
REST = "qt_toolbar_ext_button"
"""Qt's own name of the button behind which a bar keeps the tools that have no room."""


def occasion_of(verbs: Verbs) -> Occasion:
    """Say who prints now, from how old a copy, in which language, and whether it is training. ``NotSignedInError``."""
    signed_in = verbs.session.current()
    if signed_in is None:
        raise NotSignedInError
    last, training = verbs.sync.status().last_sync, verbs.settings.training
    return Occasion(signed_in.officer, last, verbs.clock.now(), current(), training=training)


def preview(draw: Callable[[QPagedPaintDevice], object], title: str, parent: QWidget) -> QDialog:
    """Open the preview of what ``draw`` draws; it blocks nothing and goes when it is closed.

    It is drawn as finely as a printer prints: in the screen's coarse dots lines break elsewhere than in the PDF.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog  # noqa: PLC0415 loaded with the first print

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.destroyed.connect(partial(_keep, printer))
    dialog.setWindowTitle(title)
    dialog.paintRequested.connect(draw)
    room = dialog.screen().availableSize()
    dialog.resize(SIZE.boundedTo(room))
    _open_to_the_keyboard(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _keep(_printer: object, *_gone: object) -> None:
    """Hold the printer for as long as the dialog, which does not own it."""


def _open_to_the_keyboard(dialog: QDialog) -> None:
    """Let Tab reach the tools, and Ctrl+P print: Qt gives its preview to the mouse alone.

    Printing, which one came for, stands first: a narrow tool bar cuts its end.
    """
    word = QCoreApplication.translate(QT_CONTEXT, "Print")  # Qt's own word, not one of ours
    bars = dialog.findChildren(QToolBar)
    for action in dialog.findChildren(QAction):
        if action.text() == word:
            action.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
            for bar in bars:
                bar.insertAction(bar.actions()[0], action)
    for tool in dialog.findChildren(QToolButton):
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tool.setAccessibleName(tool.toolTip() or tool.text() or QCoreApplication.translate("Printer", "More tools"))
    for bar in bars:
        _show_rest(bar)


def _show_rest(bar: QToolBar) -> None:
    """Let the button behind which a narrow bar keeps its rest be seen and hit: Qt's has 12 pixels at any text size."""
    rest = bar.findChild(QToolButton, REST)
    if not isinstance(rest, QToolButton):
        return
    wide = max(theme.TARGET, theme.icon_size() + 2 * theme.INSIDE)
    room = wide - bar.style().pixelMetric(QStyle.PixelMetric.PM_ToolBarExtensionExtent, None, bar)
    bar.setContentsMargins(0, 0, room, 0)  # the bar lays its own width out for the button, which reaches beyond it
    rest.setMinimumWidth(wide)
    rest.setStyleSheet("padding: 0;")  # what stands beside words leaves an icon no room
    rest.setIcon(theme.icon("down", theme.colours(bar).text))
    rest.setToolTip(rest.accessibleName())
