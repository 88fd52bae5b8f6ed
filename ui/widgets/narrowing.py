"""What narrows a search besides words and dates: where, the alert's own state, the state of its case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from station_client.domain.alert import Life
from station_client.services.views import FoundPlace, SearchQuery
from ui import theme, words
from ui.language import say, unmarked
from ui.widgets.button import label
from ui.widgets.place_field import PlaceField


class Narrowing(QWidget):
    """One row of fields; ``changed`` at each change, ``places_asked`` for what is typed as a place."""

    changed = Signal()
    places_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing narrowed."""
        super().__init__(parent)
        self.place, self.life, self.case = PlaceField(), QComboBox(), QComboBox()
        fields: tuple[QLineEdit | QComboBox, ...] = (self.place, self.life, self.case)
        self._labels = {one: label("strong", buddy=one) for one in fields}
        for value in ("", *(str(one) for one in Life)):
            self.life.addItem("", value)
        self.case.addItem("", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.INSIDE)
        for one in fields:
            row.addWidget(self._labels[one])
            row.addWidget(one, 2 if one is self.place else 0)
        for combo in (self.life, self.case):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.currentIndexChanged.connect(self.changed)
        self.place.chosen.connect(self.changed)
        self.place.asked.connect(self.places_asked)

    def narrow(self, query: SearchQuery) -> SearchQuery:
        """Put to a question what is chosen here."""
        place, life = self.place.place, self.life.currentData()
        return replace(
            query,
            lives=(Life(life),) if life else (),
            status=str(self.case.currentData() or ""),
            district_code=place.district_code if place else "",
            office_code=place.office_code if place else "",
            place=self.place.text() if place else "",
        )

    def use(self, query: SearchQuery) -> None:
        """Show what a question narrows by."""
        self.life.setCurrentIndex(max(0, self.life.findData(str(query.lives[0] if query.lives else ""))))
        if query.status and self.case.findData(query.status) < 0:
            self._add_case(query.status)  # a status that no FIR of the copy has any more still narrows
        self.case.setCurrentIndex(max(0, self.case.findData(query.status)))
        found = FoundPlace(query.place, "", office_code=query.office_code) if query.office_code else None
        if query.district_code:
            found = FoundPlace(query.place, "", district_code=query.district_code)
        self.place.choose(found)
        if found is not None:
            self.place.setText(query.place)  # as it was chosen, in whatever language

    def show_cases(self, statuses: Sequence[str]) -> None:
        """Offer the case statuses that the copy knows; what was chosen stays chosen."""
        chosen = str(self.case.currentData() or "")
        self.case.blockSignals(True)  # noqa: FBT003 Qt's own way
        while self.case.count() > 1:
            self.case.removeItem(1)
        for one in dict.fromkeys((*statuses, *filter(None, [chosen]))):
            self._add_case(one)
        self.case.setCurrentIndex(max(0, self.case.findData(chosen)))
        self.case.blockSignals(False)  # noqa: FBT003 Qt's own way

    def retranslate(self) -> None:
        """Set every word."""
        titles: dict[QLineEdit | QComboBox, str] = {
            self.place: self.tr("P&lace"),
            self.life: self.tr("S&tatus"),
            self.case: self.tr("Case &state"),
        }
        for widget, title in titles.items():
            self._labels[widget].setText(title)
            widget.setAccessibleName(unmarked(title))
        self.place.setPlaceholderText(self.tr("Part of a district's or a station's name"))
        for at in range(self.life.count()):
            value = self.life.itemData(at)
            self.life.setItemText(at, say(words.life(Life(value))) if value else self.tr("Any status"))
        self.case.setItemText(0, self.tr("Any"))
        for at in range(1, self.case.count()):
            self.case.setItemText(at, say(words.case_status(self.case.itemData(at))))

    def _add_case(self, status: str) -> None:
        self.case.addItem(say(words.case_status(status)), status)
