"""An alert on its way to paper: printed or saved as PDF, with its trace first, as this PC's copy may tell it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from station_client.domain.alert import Alert
from station_client.domain.attachment import harmless_name
from station_client.domain.ids import AlertUid
from station_client.errors import StationError
from station_client.services.verbs import Verbs
from station_client.services.views import PaperAlert
from ui import theme
from ui.bridge import Bridge
from ui.language import phrase_of
from ui.printing.alert_pdf import draw_alert, save_alert
from ui.screens.printer import occasion_of, preview
from ui.widgets.button import button, name
from ui.widgets.tab_order import come_last


class AlertPrint(QWidget):
    """Two buttons; without an alert they are hidden, and their keys do nothing."""

    notice = Signal(str, str)

    def __init__(self, verbs: Verbs, bridge: Bridge) -> None:
        """Begin with no alert."""
        super().__init__()
        self._verbs, self._bridge = verbs, bridge
        self._uid = AlertUid("")
        self._record = ""
        self._dialog: QFileDialog | None = None
        self.print_button, self.pdf_button = button("", "print"), button("", "export")
        self.print_button.clicked.connect(self._preview)
        self.pdf_button.clicked.connect(self._ask_path)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._preview)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._ask_path)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.INSIDE)
        row.addWidget(self.print_button)
        row.addWidget(self.pdf_button)
        row.addStretch(1)
        self.retranslate()
        self.forget()

    def stand_on(self, alert: Alert) -> None:
        """Offer paper of this alert."""
        self._uid, self._record = alert.uid, alert.record_number
        come_last(self.window(), self.print_button, self.pdf_button)  # the alert's files were made just now
        self.show()

    def forget(self) -> None:
        """Offer nothing and keep nothing of the case."""
        self._uid, self._record = AlertUid(""), ""
        self.hide()

    def retranslate(self) -> None:
        """Set every word again."""
        name(self.print_button, self.tr("Prin&t…"), more=self.tr("Ctrl+P"))
        name(self.pdf_button, self.tr("Save as P&DF…"), more=self.tr("Ctrl+S"))

    def print_to(self, path: Path) -> None:
        """Print the alert into a PDF; that it is leaves a trace before there is a file."""
        if not self._uid:
            return
        uid, occasion, alerts = self._uid, occasion_of(self._verbs), self._verbs.alerts
        self._bridge.run(
            lambda: save_alert(alerts.for_paper(uid), path, occasion),
            partial(self._printed, path),
            self._not_printed,
            lane="desk",
        )

    def _preview(self) -> None:
        if not self._uid:
            return
        uid, occasion = self._uid, occasion_of(self._verbs)

        def show(paper: PaperAlert) -> None:
            if uid == self._uid and self.isVisible():  # the window may have been locked meanwhile
                preview(partial(draw_alert, paper, occasion=occasion), self.tr("Alert"), self)

        self._bridge.run(partial(self._verbs.alerts.for_paper, uid), show, self._not_printed, lane="desk")

    def _ask_path(self) -> None:
        if not self._uid:
            return
        self._dialog = QFileDialog(self, self.tr("Save as PDF"))
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setNameFilter(self.tr("PDF document (*.pdf)"))
        self._dialog.setDefaultSuffix("pdf")
        self._dialog.selectFile(harmless_name(f"alert-{self._record}.pdf".replace("/", "-")))
        self._dialog.fileSelected.connect(lambda path: self.print_to(Path(path)))
        self._dialog.open()

    def _printed(self, path: Path, pages: int) -> None:
        sentence = self.tr("Saved as {name}, %n page(s).", "", pages)
        self.notice.emit("good", sentence.format(name=path.name))

    def _not_printed(self, error: StationError) -> None:
        self.notice.emit("warning", str(phrase_of(error)))
