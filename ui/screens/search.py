"""Finding alerts in this PC's copy, with or without a line, while the question is being typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_client.clock import to_ist
from station_client.domain.fir_number import parse
from station_client.domain.reasons import Field
from station_client.errors import InputError, StationError
from station_client.events import Part
from station_client.ports import Line
from station_client.services.verbs import Verbs
from station_client.services.views import AlertLine, SearchPage, SearchQuery
from ui import theme
from ui.bridge import Bridge
from ui.language import phrase_of, reason
from ui.models import results
from ui.models.results import ResultsModel
from ui.models.snapshots import SHORTER
from ui.screens.beyond import BeyondDialog, ask_centre
from ui.screens.exporting import Exporting
from ui.screens.screen import Screen
from ui.screens.search_aids import SearchAids
from ui.widgets.banner import Banner
from ui.widgets.button import button, label, name
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.freshness import Freshness
from ui.widgets.marked_text import MarkedText
from ui.widgets.row_table import RowTable, TableOrEmpty
from ui.widgets.search_form import SearchForm
from ui.widgets.short_word import ShortWord

WAIT_MILLISECONDS = 180
PATIENCE_MILLISECONDS = 400
NOTHING = SearchQuery()
NO_RESULTS = SearchPage((), 0, capped=False, next_row=None)


class SearchScreen(Screen):
    """Two modes as in Cri-MAC, a count, and the results with the FIR link and the attachments last."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the screen with nothing asked yet."""
        super().__init__(verbs, bridge, parent)
        self._asked = NOTHING
        self._page: SearchPage | None = None
        self._demanded = False
        self._title = label("title")
        self._fresh = Freshness(verbs, bridge)
        self.form = SearchForm(lambda: to_ist(verbs.clock.now()).date())
        self.banner = Banner()
        self.count = label("strong")
        self._hint = ElidedLabel("small")
        self.beyond, self.sheet_button = button("", "sync"), button("", "sheet")
        self.aids = SearchAids(self, self.form)
        self.exporting = Exporting(self)
        self.model = ResultsModel(verbs.clock.now, self)
        self.table = RowTable(self.model)
        self.table.share((10, 26, 44, 24, 10, 3), wide=results.TEXT)
        self.table.setItemDelegateForColumn(results.CATEGORY, ShortWord(SHORTER, self.table))
        for column in (results.TEXT, results.PLACE):
            self.table.setItemDelegateForColumn(column, MarkedText(results.MARKED, SHORTER, self.table))
        self.empty = EmptyState("search")
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MILLISECONDS)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._lay_out()
        self._listen()
        self.retranslate()

    def title(self) -> str:
        """Name the place."""
        return self.tr("Search")

    def activate(self) -> None:
        """Stand ready to type; what was found is asked for again."""
        self.form.stand()
        self.aids.refresh()
        self._search()

    def come_back(self) -> None:
        """Stand on the result that was opened."""
        self.activate()
        if self.model.rowCount():
            self.table.setFocus()

    def sleep(self) -> None:
        """Show nothing of a case; the question stays out of sight with it."""
        self._timer.stop()
        self._patience.stop()
        self.exporting.stop()
        self.form.use(NOTHING)
        self.aids.sleep()
        self._asked, self._page = NOTHING, None
        for window in self.findChildren(BeyondDialog):
            window.close()
        self.model.show_page(NO_RESULTS)
        self._say_count()

    def show_one(self, key: str) -> None:
        """Look for words or an FIR number given from elsewhere."""
        self.form.use(SearchQuery(fir_number=key) if parse(key) else SearchQuery(words=key))
        self.activate()

    def use(self, query: SearchQuery) -> None:
        """Ask this question, as if it had been typed."""
        self.form.use(query)
        self._search()

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self._title.setText(self.tr("Search"))
        self.table.setAccessibleName(self.tr("Results"))
        self._hint.setText(self.tr("Enter opens the alert · Ctrl+Enter opens the FIR"))
        name(self.beyond, self.tr("Ask the ce&ntre"))
        name(self.sheet_button, self.tr("Save as ta&ble…"), more=self.tr("Ctrl+S"))
        self.aids.saved.retranslate()
        self._say_line()
        self.form.retranslate()
        self.model.retranslate()
        self.table.fit()
        self._say_count()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._fresh)
        head.addWidget(self.aids.saved)
        under = QHBoxLayout()
        under.addWidget(self.count, 1)
        under.addWidget(self._hint)
        for part in (self.sheet_button, self.beyond):
            under.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(*theme.PAGE)
        column.setSpacing(theme.INSIDE)
        column.addLayout(head)
        column.addWidget(self.form)
        column.addWidget(self.banner)
        column.addLayout(under)
        column.addWidget(self.exporting.strip)
        column.addWidget(TableOrEmpty(self.table, self.empty), 1)

    def _listen(self) -> None:
        self.form.changed.connect(self._wait)
        self.form.down.connect(self._into_results)
        self.empty.acted.connect(self.form.search_words)
        self.beyond.clicked.connect(self._ask_centre)
        self.sheet_button.clicked.connect(self._save_table)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._save_table)
        self.aids.wanted.connect(self._into_results)
        self.aids.failed.connect(self._failed)
        self.bridge.sync_moved.connect(self._say_line)
        self._timer.timeout.connect(self._search)
        self._patience.timeout.connect(self._say_looking)
        self.model.older_wanted.connect(self._older)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            key = QShortcut(QKeySequence(keys), self.table)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.activated.connect(self._open_fir)
        self.bridge.store_changed.connect(self._store_changed)

    def _wait(self) -> None:
        """Wait for the next key; nothing is demanded of what is half typed."""
        self._demanded = False
        self.form.show_error(None)
        self._timer.start()

    def _search(self) -> None:
        """Ask for the first page; the newest question wins."""
        self._timer.stop()
        query = self.form.query()
        self._asked = query
        if query == NOTHING:
            self._show(query, NO_RESULTS)
            return
        work = partial(self.verbs.search.find, query)
        self._patience.start()
        self.bridge.run(work, partial(self._show, query), self._failed, lane="search", latest=True)

    def _older(self, before: int) -> None:
        work = partial(self.verbs.search.find, self._asked, before)
        self.bridge.run(work, partial(self._add, self._asked), self._no_older, lane="search-older")

    def _show(self, query: SearchQuery, page: SearchPage) -> None:
        if query != self._asked:
            return
        self._patience.stop()
        self._page = page
        self.banner.clear()
        self.form.show_error(None)
        self.model.show_page(page)
        self.empty.wait(on=False)
        self._say_count()

    def _add(self, query: SearchQuery, page: SearchPage) -> None:
        if query == self._asked:
            self.model.add_page(page)

    def _no_older(self, error: StationError) -> None:
        self.model.give_up()
        self._failed(error)

    def _failed(self, error: StationError) -> None:
        """Say what is wrong: a number half typed is no fault yet; results stay unless they answer another question."""
        self._patience.stop()
        if isinstance(error, InputError):
            self._page = NO_RESULTS
            self.model.show_page(NO_RESULTS)
            self.empty.wait(on=False)
            self._say_count()
            words = error.field == Field.FIR and any(letter.isalpha() for letter in self._asked.fir_number)
            self.empty.say(reason(error.reason), self.tr("&Search these words") if words else "")
            if self._demanded or error.field != Field.FIR:
                self.form.show_error(error)
        else:
            self._say_count()
            if not self.model.rowCount():
                self.count.clear()
                self.empty.fail()
            self.banner.say("warning", str(phrase_of(error)))

    def _save_table(self) -> None:
        """Save what is found as a table, if anything is."""
        if self.sheet_button.isEnabled():
            self.exporting.ask(self._asked)

    def _ask_centre(self) -> None:
        """Look at the centre, apart from what this PC's copy holds."""
        query = self.form.query()
        if query != NOTHING:
            ask_centre(self, query)

    def _say_line(self) -> None:
        """Offer the centre only where it answers; else say why not."""
        here = self.verbs.sync.status().line is Line.GOOD
        self.beyond.setEnabled(here)
        self.beyond.setToolTip("" if here else self.tr("There is no line to the centre now."))

    def _say_looking(self) -> None:
        """Say that what is shown answers an earlier question, and that nobody knows yet whether there is anything."""
        self.count.setText(self.tr("Searching…"))
        self.empty.wait(self.count.text(), on=True)
        self.count.setAccessibleName(self.count.text())

    def _say_count(self) -> None:
        page = self._page
        self.sheet_button.setEnabled(page is not None and bool(page.lines))
        self.aids.saved.may_keep(may=self._asked != NOTHING)
        if page is None or self._asked == NOTHING:
            self.count.clear()
            self.empty.say(self.tr("Type an FIR number, or choose words, category and dates. No line is needed."))
        elif not page.lines:
            self.count.setText(self.tr("Nothing found"))
            self.empty.say(
                self.tr("This PC's copy holds no alert on this FIR. Look at the number and the year.")
                if self._asked.fir_number
                else self.tr("This PC's copy holds nothing like that. Try fewer words, or wider dates.")
            )
        else:
            number = f"{page.count:,}+" if page.capped else f"{page.count:,}"
            self.count.setText(self.tr("{number} found, newest first").format(number=number))
        self.count.setAccessibleName(self.count.text())

    def _store_changed(self, parts: frozenset[Part]) -> None:
        resting = self.table.verticalScrollBar().value() == 0 and not self.table.hasFocus()
        if Part.ALERTS in parts and self.isVisible() and resting:
            self._search()

    def _into_results(self) -> None:
        self._demanded = True
        self._search()
        if self.model.rowCount():
            self.table.setFocus()

    def _line(self) -> AlertLine | None:
        chosen = self.table.snapshot()
        return chosen if isinstance(chosen, AlertLine) else None

    def _open(self) -> None:
        if line := self._line():
            self.open_alert.emit(str(line.uid))

    def _open_fir(self) -> None:
        line = self._line()
        if line is not None and line.fir_key:
            self.open_fir.emit(line.fir_key)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == results.FIR:
            self._open_fir()
        elif index.column() == results.FILES and (line := self._line()) and line.files:
            self.open_alert.emit(str(line.uid))
