"""The facts of an alert: FIR, place, sender, times and record number, each under its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from station_client.services.views import AlertView
from ui import theme, words
from ui.language import day_time, say
from ui.widgets.button import button, label, name
from ui.widgets.freshness import Freshness

LINK_ROOM = 6  # pixels that a link has before its sign, for the ring of the focus


class AlertFacts(QWidget):
    """A small table; the FIR is a button that opens it."""

    def __init__(self, fresh: Freshness | None = None) -> None:
        """Begin empty; ``fresh`` tells below them how old the copy is, where they are from it."""
        super().__init__()
        self._view: AlertView | None = None
        self.fir = button("link", "fir")
        self._fir_note = label("quiet")
        fir_row = QHBoxLayout()
        fir_row.addSpacing(-LINK_ROOM)
        fir_row.addWidget(self.fir)
        fir_row.addWidget(self._fir_note, 1)
        self._names = {
            key: label("quiet")
            for key in ("fir", "entry", "place", "author", "issued", "received", "changes", "until", "record")
        }
        self._values = {key: label(wrap=True) for key in self._names if key != "fir"}
        for value in self._values.values():
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        table = self._table = QFormLayout(self)
        table.setContentsMargins(0, 0, 0, 0)
        table.setVerticalSpacing(theme.GRID)
        table.setHorizontalSpacing(theme.AROUND)
        self._names["changes"].setAlignment(Qt.AlignmentFlag.AlignTop)
        table.addRow(self._names["fir"], fir_row)
        for key, value in self._values.items():
            table.addRow(self._names[key], value)
        self._names["copy"] = label("quiet")
        if fresh is not None:
            table.addRow(self._names["copy"], fresh)
        self._say()

    def show_facts(self, view: AlertView) -> None:
        """Show the facts of this alert."""
        self._view = view
        self._say()

    def forget(self) -> None:
        """Drop everything of the case."""
        self._view = None
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self._names["fir"].setText(self.tr("FIR"))
        self._names["entry"].setText(self.tr("GD entry"))
        self._names["place"].setText(self.tr("Place"))
        self._names["author"].setText(self.tr("Sent by"))
        self._names["issued"].setText(self.tr("Written"))
        self._names["received"].setText(self.tr("Received by the centre"))
        self._names["changes"].setText(self.tr("Changed"))
        self._names["until"].setText(self.tr("Counts until"))
        self._names["record"].setText(self.tr("Record number"))
        self._names["copy"].setText(self.tr("This PC's copy"))
        if self._view is None:
            for value in self._values.values():
                value.clear()
            name(self.fir, "")
            self.fir.hide()
            self._fir_note.clear()
            return
        alert = self._view.alert
        self._table.setRowVisible(self._names["fir"], bool(alert.fir_key))
        self.fir.setVisible(bool(alert.fir_key))
        name(self.fir, self.tr("FIR {number}").format(number=alert.fir_shown))
        self._fir_note.setText("" if self._view.fir_here else self.tr("not on this PC yet"))
        reason = f": {alert.gd_reason}" if alert.gd_reason else ""
        self._values["entry"].setText(self.tr("GD {number}{reason}").format(number=alert.gd_number, reason=reason))
        self._table.setRowVisible(self._values["entry"], not alert.fir_key)
        place = ", ".join(part for part in (alert.office_name, alert.district_name) if part)
        self._values["place"].setText(place)
        self._values["author"].setText(alert.author)
        self._values["issued"].setText(day_time(alert.issued_at))
        self._values["received"].setText(day_time(alert.received_at))
        changes = (f"{say(words.life(one.life))} · {day_time(one.at)} · {one.author}" for one in alert.changes)
        self._values["changes"].setText("\n".join(changes))
        self._table.setRowVisible(self._values["changes"], bool(alert.changes))
        until = alert.expires_at
        self._values["until"].setText(day_time(until) if until else "")
        self._table.setRowVisible(self._values["until"], until is not None)
        self._values["record"].setText(f"№ {alert.record_number}")
