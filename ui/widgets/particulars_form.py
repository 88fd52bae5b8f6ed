"""What alerts of a category mostly say, a small field each; none must be filled in, and all of it can stay folded."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from station_client.domain.alert import Category
from station_client.domain.law import penal_code, procedure_code
from station_client.domain.moments import read_moment
from station_client.domain.particular_words import WORDS, Spoken
from station_client.domain.particulars import (
    FIELDS,
    LANGUAGE,
    MOMENTS,
    OCCURRED,
    PARTICULAR_LENGTH,
    SECTIONS,
    other_code,
)
from ui import theme
from ui.language import LANGUAGES, current, reason
from ui.widgets.button import button, label, name

COLUMNS = 2


class ParticularsForm(QWidget):
    """Shows the fields of a category; ``edited`` at each change, ``left`` on leaving a field.

    What was typed for one category is kept while another one is looked at.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin folded, with no category."""
        super().__init__(parent)
        self._category: Category | None = None
        self._typed: dict[str, str] = {}
        self.fields: dict[str, QLineEdit] = {}
        self._labels: dict[str, QLabel] = {}
        self.fold = button("plain", "next")
        self.fold.setCheckable(True)
        self._language = QComboBox()
        for code, own in LANGUAGES.items():
            self._language.addItem(own, code)
        self._law = label("small", wrap=True)
        self._protected = label("small", wrap=True)
        self._inside = QWidget()
        self._grid = QGridLayout()
        self._lay_out()
        self.fold.toggled.connect(self._folded)
        self._language.activated.connect(self._language_chosen)

    def show_told(self, category: Category | None, told: Mapping[str, str]) -> None:
        """Show what was filled in; unfolded where anything was."""
        self._take_away()  # what the draft before had must not be read as this one's
        self._typed = dict(told)
        self._category = None
        self.choose(category)
        self._language.setCurrentIndex(max(0, self._language.findData(told.get(LANGUAGE, current()))))
        self.fold.setChecked(any(field.text() for field in self.fields.values()))

    def choose(self, category: Category | None) -> None:
        """Ask what this category asks for."""
        if category == self._category and self.fields:
            return
        self._keep()
        self._category = category
        self._take_away()
        for place, key in enumerate(FIELDS[category] if category else ()):
            self._add(place, key)
        self.retranslate()

    def told(self) -> tuple[tuple[str, str], ...]:
        """Give what is filled in now, in the order of the form; the language only where anything is."""
        self._keep()
        filled = tuple((key, text) for key, text in self._typed.items() if text.strip() and key != LANGUAGE)
        return (*filled, (LANGUAGE, str(self._language.currentData()))) if filled else ()

    def stand_on_first_wrong(self) -> None:
        """Put the focus on the first date that cannot be read."""
        self.fold.setChecked(True)
        wrong = (self.fields[key] for key in MOMENTS if key in self.fields and not _reads(self.fields[key]))
        next(wrong, self.fold).setFocus()

    def retranslate(self) -> None:
        """Set every word."""
        self.setVisible(bool(self.fields))
        name(self.fold, self.tr("Particu&lars, field by field"), more=self.tr("Optional: they are added to the text"))
        self._language.setAccessibleName(self.tr("Language of the particulars"))
        self._language.setToolTip(self._language.accessibleName())
        self._protected.setText(
            self.tr(
                "Never name a victim of a sexual offence or trafficking, a child who is a victim, witness, accused or "
                "in need of care, or their family."
            )
        )
        for key, field in self.fields.items():
            word = WORDS[key]
            self._labels[key].setText(_in(word.label))
            field.setAccessibleName(_in(word.label))
            field.setPlaceholderText(_in(word.example))
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a field was left: only then is a date scolded."""
        if event.type() == QEvent.Type.FocusOut:
            self._look()
            self.left.emit()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.fold)
        head.addStretch()
        head.addWidget(self._language)
        self._grid.setHorizontalSpacing(theme.BETWEEN)
        self._grid.setVerticalSpacing(2)
        for at in range(COLUMNS):
            self._grid.setColumnStretch(at, 1)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(theme.AROUND, 0, 0, 0)
        inside.setSpacing(theme.GRID)
        inside.addLayout(self._grid)
        inside.addWidget(self._law)
        inside.addWidget(self._protected)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.GRID)
        whole.addLayout(head)
        whole.addWidget(self._inside)
        self._folded(open_=False)

    def _add(self, place: int, key: str) -> None:
        field = QLineEdit(self._typed.get(key, ""), maxLength=PARTICULAR_LENGTH)
        title = label("small", buddy=field)
        row, column = 2 * (place // COLUMNS), place % COLUMNS
        self._grid.addWidget(title, row, column)
        self._grid.addWidget(field, row + 1, column)
        field.textChanged.connect(self._edited)
        field.installEventFilter(self)
        self.fields[key], self._labels[key] = field, title
        before = self._language if not place else list(self.fields.values())[-2]
        QWidget.setTabOrder(before, field)

    def _take_away(self) -> None:
        for old in (*self.fields.values(), *self._labels.values()):
            old.hide()
            old.deleteLater()
        self.fields, self._labels = {}, {}

    def _folded(self, open_: bool) -> None:  # noqa: FBT001 Qt's signal gives it so
        self._inside.setVisible(open_)
        self._language.setVisible(open_)
        self.fold.draw("down" if open_ else "next")
        if open_ and self.fold.hasFocus() and self.fields:
            next(iter(self.fields.values())).setFocus()

    def _keep(self) -> None:
        self._typed |= {key: field.text() for key, field in self.fields.items()}

    def _edited(self) -> None:
        self._say_law()
        self.edited.emit()

    def _language_chosen(self) -> None:
        self.edited.emit()

    def _look(self) -> None:
        """Mark each date that cannot be read, and say under which law the offence falls."""
        for key in MOMENTS:
            field = self.fields.get(key)
            if field is not None:
                theme.mark(field, wrong="" if _reads(field) else "yes")
                field.setAccessibleDescription("" if _reads(field) else reason("moment-form"))
        self._say_law()

    def _say_law(self) -> None:
        occurred = self.fields[OCCURRED].text() if OCCURRED in self.fields else ""
        moment = read_moment(occurred)
        self._law.setVisible(moment is not None)
        if moment is None:
            return
        codes = (penal_code(moment.day), procedure_code(moment.day))
        said = self.tr("An offence of that day falls under {penal} and {procedure}.")
        pairs = other_code(self.fields[SECTIONS].text(), occurred)
        more = "; ".join(f"{one} → {other}" for one, other in pairs)
        self._law.setText(" ".join((said.format(penal=codes[0], procedure=codes[1]), more)).strip())
        theme.mark(self._law, role="warning" if pairs else "small")


def _reads(field: QLineEdit) -> bool:
    return not field.text().strip() or read_moment(field.text()) is not None


def _in(word: Spoken) -> str:
    return word.hi if current() == "hi" else word.en
