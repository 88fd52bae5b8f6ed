"""Why a case's events stand in an unusual order: asked for only when their dates do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from station_client.domain.drafting import GD_REASON_LENGTH
from station_client.domain.order import Disorder
from station_client.domain.particular_words import ORDER, STOP
from ui import theme
from ui.language import current, unmarked
from ui.widgets.button import label
from ui.widgets.field_error import FieldError


class OrderReason(QWidget):
    """A warning in words and the field for the reason, which goes out with the alert."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._found: tuple[Disorder, ...] = ()
        self._warning = label("warning", wrap=True)
        self.field = QLineEdit(maxLength=GD_REASON_LENGTH)
        self.title = label("strong", buddy=self.field)
        self.error = FieldError(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.AROUND, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for part in (self._warning, self.title, self.field, self.error):
            column.addWidget(part)
        self.hide()

    def show_disorders(self, found: Sequence[Disorder]) -> None:
        """Say what stands the wrong way round; hidden where nothing does, with the reason kept."""
        self._found = tuple(found)
        self.setVisible(bool(found))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        hindi = current() == "hi"
        said = "; ".join(ORDER[one].hi if hindi else ORDER[one].en for one in self._found)
        self._warning.setText(said + (STOP.hi if hindi else STOP.en) if said else "")
        self.title.setText(self.tr("&Reason, which goes out with the alert"))
        self.field.setAccessibleName(unmarked(self.title.text()))
