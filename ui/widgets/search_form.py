"""What to look for: by FIR number, or by category, words and dates together, as in Cri-MAC."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from station_client.domain.alert import Category
from station_client.domain.fir_number import LONGEST
from station_client.domain.reasons import Field
from station_client.errors import InputError
from station_client.services.views import SavedSearch, SearchQuery
from ui import theme, words
from ui.language import reason, say, unmarked
from ui.widgets.button import label
from ui.widgets.date_field import DateField
from ui.widgets.field_error import FieldError
from ui.widgets.narrowing import Narrowing

WORDS_LONGEST = 200
PERIODS = (0, 7, 30, 365, -1)  # days back; 0 is any time, -1 is between two dates
BETWEEN_DATES = -1


class SearchForm(QWidget):
    """Gives a ``SearchQuery``; ``changed`` at each change, ``down`` when the officer wants the results."""

    changed = Signal()
    down = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Begin with the FIR number; ``today`` fills the dates, and moves on while the program stays open."""
        super().__init__(parent)
        self._today, self._filled = today, today()
        self.by_number = QRadioButton()
        self.by_words = QRadioButton()
        self.number = QLineEdit(maxLength=LONGEST)
        self.words = QLineEdit(maxLength=WORDS_LONGEST)
        self.category = QComboBox()
        self.period = QComboBox()
        self.narrowing = Narrowing()
        self.since = DateField()
        self.until = DateField()
        self._labels = {
            widget: label("strong", buddy=widget) for widget in (self.number, self.words, self.category, self.period)
        }
        self.number_error = FieldError(self.number)
        self.dates_error = FieldError(self.since)
        self._dash = label()
        self._modes = QStackedWidget()
        self._fill()
        self._lay_out()
        self._listen()

    def query(self) -> SearchQuery:
        """Give what is asked for now."""
        if self.by_number.isChecked():
            return SearchQuery(fir_number=self.number.text().strip())
        days = self.period.currentData()
        chosen = self.category.currentData()
        between = days == BETWEEN_DATES
        since = self.since.day() if between else self._today() - timedelta(days=days) if days else None
        asked = SearchQuery(
            words=self.words.text().strip(),
            category=Category(chosen) if chosen else None,
            since=since,
            until=self.until.day() if between else None,
            typing=self.words.hasFocus(),
        )
        return self.narrowing.narrow(asked)

    def saved(self) -> SavedSearch:
        """Give what is asked for now as it may be kept: a span that ends today ends today tomorrow too."""
        days = 0 if self.by_number.isChecked() else max(0, int(self.period.currentData()))
        query = self.query()
        return SavedSearch(replace(query, since=None) if days else query, days)

    def use_saved(self, one: SavedSearch) -> None:
        """Ask what was kept."""
        self.use(one.query)
        if one.days:
            self.period.setCurrentIndex(max(0, self.period.findData(one.days)))

    def use(self, query: SearchQuery) -> None:
        """Fill the form from a query, without telling of each field."""
        self.blockSignals(True)  # noqa: FBT003 Qt's own way
        if query != SearchQuery():  # asking nothing leaves the mode as it is
            self.by_number.setChecked(bool(query.fir_number))
            self.by_words.setChecked(not query.fir_number)
        self.number.setText(query.fir_number)
        self.words.setText(query.words)
        self.category.setCurrentIndex(max(0, self.category.findData(str(query.category or ""))))
        self.narrowing.use(query)
        between = query.since is not None or query.until is not None
        self.period.setCurrentIndex(self.period.findData(BETWEEN_DATES if between else 0))
        if query.since:
            self.since.show_day(query.since)
        self.until.show_day(query.until or self._today())
        self.blockSignals(False)  # noqa: FBT003 Qt's own way
        self._look()

    def stand(self) -> None:
        """Put the focus where one types; a span that ended with the day of the last time ends with this one."""
        if self._today() != self._filled:
            if self.until.day() == self._filled:
                self.until.show_day(self._today())
            self._filled = self._today()
        field = self.number if self.by_number.isChecked() else self.words
        field.setFocus()
        field.selectAll()

    def search_words(self) -> None:
        """Take what stands in the number's field as words, and search them."""
        self.words.setText(self.number.text().strip())
        self.number.clear()
        self.by_words.setChecked(True)

    def show_error(self, error: InputError | None) -> None:
        """Say what is wrong under its field, or that nothing is."""
        self.number_error.clear()
        self.dates_error.clear()
        if error is not None:
            wrong = self.dates_error if error.field == Field.DATES else self.number_error
            wrong.say(reason(error.reason))

    def retranslate(self) -> None:
        """Set every word."""
        self.by_number.setText(self.tr("By &FIR number"))
        self.by_words.setText(self.tr("By category, &words and dates"))
        titles: dict[QLineEdit | QComboBox, str] = {
            self.number: self.tr("FIR nu&mber"),
            self.words: self.tr("W&ords"),
            self.category: self.tr("&Category"),
            self.period: self.tr("&Dates"),
        }
        for widget, title in titles.items():
            self._labels[widget].setText(title)
            widget.setAccessibleName(unmarked(title))
        self.since.setAccessibleName(self.tr("From date"))
        self.until.setAccessibleName(self.tr("To date"))
        self._dash.setText(self.tr("to"))
        for radio in (self.by_number, self.by_words):
            radio.setAccessibleName(unmarked(radio.text()))
        self.number.setPlaceholderText(self.tr("0123/2026, or the full number"))
        self.words.setPlaceholderText(self.tr('English or हिन्दी; "whole phrase"; -without'))
        for at in range(self.category.count()):
            value = self.category.itemData(at)
            self.category.setItemText(at, say(words.category(Category(value))) if value else self.tr("All categories"))
        self.narrowing.retranslate()
        names = (
            self.tr("Any time"),
            self.tr("Last 7 days"),
            self.tr("Last 30 days"),
            self.tr("Last year"),
            self.tr("Between…"),
        )
        for at, text in enumerate(names):
            self.period.setItemText(at, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrow down lead into the results."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self.by_number.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.by_number)
        group.addButton(self.by_words)
        for value in ("", *(str(one) for one in Category)):
            self.category.addItem("", value)
        for days in PERIODS:
            self.period.addItem("", days)
        month_ago = self._filled - timedelta(days=30)
        for field, at in ((self.since, month_ago), (self.until, self._filled)):
            field.show_day(at)
            field.hide()
        self._dash.hide()

    def _lay_out(self) -> None:
        modes = QHBoxLayout()
        modes.setSpacing(theme.AROUND)
        for mode in (self.by_number, self.by_words):
            modes.addWidget(mode)
        modes.addStretch()
        self._modes.addWidget(self._number_page())
        self._modes.addWidget(self._words_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(modes)
        for part in (self._modes, self.number_error, self.dates_error):
            column.addWidget(part)
        self._look()

    def _number_page(self) -> QWidget:
        number = QWidget()
        number_row = QHBoxLayout(number)
        number_row.setContentsMargins(0, 0, 0, 0)
        number_row.addWidget(self._labels[self.number])
        number_row.addWidget(self.number, 1)
        number_row.addStretch(1)
        return number

    def _words_page(self) -> QWidget:
        both = QWidget()
        grid = QVBoxLayout(both)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.GRID)
        first, row = QHBoxLayout(), QHBoxLayout()
        for line in (first, row):
            line.setSpacing(theme.INSIDE)
            grid.addLayout(line)
        first.addWidget(self._labels[self.words])
        first.addWidget(self.words, 1)
        row.addWidget(self._labels[self.category])
        row.addWidget(self.category, 1)
        row.addWidget(self._labels[self.period])
        for part in (self.period, self.since, self._dash, self.until):
            row.addWidget(part)
        grid.addWidget(self.narrowing)
        self.category.setMinimumContentsLength(12)
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.category.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return both

    def _listen(self) -> None:
        for line in (self.number, self.words):
            line.textChanged.connect(self.changed)
        self.by_number.toggled.connect(self._mode)
        self.category.currentIndexChanged.connect(self.changed)
        self.narrowing.changed.connect(self.changed)
        self.period.currentIndexChanged.connect(self._period)
        self.since.dateChanged.connect(self.changed)
        self.until.dateChanged.connect(self.changed)

    def _mode(self) -> None:
        self._look()
        self.stand()
        self.changed.emit()

    def _period(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        at = 0 if self.by_number.isChecked() else 1
        self._modes.setCurrentIndex(at)
        for index in range(self._modes.count()):  # the page that is not shown takes no room
            policy = QSizePolicy.Policy.Preferred if index == at else QSizePolicy.Policy.Ignored
            if page := self._modes.widget(index):
                page.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        between = self.period.currentData() == BETWEEN_DATES
        for part in (self.since, self._dash, self.until):
            part.setVisible(between)
