"""What the centre found beyond this PC's copy: shown apart, with its own moment, and stored nowhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout

from station_client.domain.ids import AlertUid
from station_client.errors import StationError
from station_client.services.views import AlertLine, Beyond, SearchQuery
from ui import theme
from ui.language import day_time, phrase_of
from ui.models import results
from ui.models.results import ResultsModel
from ui.models.snapshots import SHORTER
from ui.screens.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.button import label
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_table import RowTable, TableOrEmpty
from ui.widgets.short_word import ShortWord

SIZE = QSize(980, 560)
TEXT_HIGH = 130


def ask_centre(screen: Screen, query: SearchQuery) -> BeyondDialog:
    """Ask the centre and show its answer in a window over ``screen``; it closes with Escape and with the lock."""
    dialog = BeyondDialog(screen, query)
    dialog.open()
    return dialog


class BeyondDialog(QDialog):
    """The centre's results, newest first, and the whole text of the chosen one."""

    def __init__(self, screen: Screen, query: SearchQuery) -> None:
        """Ask at once."""
        super().__init__(screen)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._screen, self._query = screen, query
        self._texts: dict[AlertUid, str] = {}
        self.said = label("quiet", wrap=True)
        self.banner = Banner()
        self.model = ResultsModel(screen.verbs.clock.now, self)
        self.table = RowTable(self.model)
        self.table.share((10, 26, 44, 24, 10, 3), wide=results.TEXT)
        for narrow in (results.CATEGORY, results.PLACE):
            self.table.setItemDelegateForColumn(narrow, ShortWord(SHORTER, self.table))
        self.empty = EmptyState("search")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setMaximumHeight(TEXT_HIGH)
        self.text.hide()  # as long as there is nothing to choose, nobody stands in an empty box
        column = QVBoxLayout(self)
        column.setSpacing(theme.INSIDE)
        for part in (self.said, self.banner):
            column.addWidget(part)
        column.addWidget(TableOrEmpty(self.table, self.empty), 1)
        column.addWidget(self.text)
        self.setWindowTitle(self.tr("From the centre"))
        self.table.setAccessibleName(self.tr("Results from the centre"))
        self.text.setAccessibleName(self.tr("The whole text"))
        self.empty.say(self.tr("Asking the centre…"))
        self.table.row_changed.connect(self._choose)
        self.model.older_wanted.connect(self._ask)
        self.resize((SIZE * theme.look().scale).boundedTo(self.screen().availableSize()))
        screen.bridge.session_changed.connect(self.close)
        self._ask(None)

    def _ask(self, before: int | None) -> None:
        work = partial(self._screen.verbs.search.ask_centre, self._query, before)
        self._screen.bridge.run(work, partial(self._show, before), self._failed, lane="ask-centre")

    def _show(self, before: int | None, found: Beyond) -> None:
        self._texts |= found.texts
        if before is None:
            self.model.show_page(found.page)
            self.text.setVisible(bool(found.page.lines))
            self.table.setFocus()
        else:
            self.model.add_page(found.page)
        sentence = self.tr("From the centre, as on {time}. Nothing of it is kept on this PC.")
        self.said.setText(sentence.format(time=day_time(found.as_on)))
        self.empty.say(self.tr("The centre found nothing like that either."))

    def _failed(self, error: StationError) -> None:
        self.model.give_up()
        if self.model.rowCount():
            self.banner.say("warning", str(phrase_of(error)))
        else:
            self.empty.say(str(phrase_of(error)))

    def _choose(self) -> None:
        chosen = self.table.snapshot()
        self.text.setPlainText(self._texts.get(chosen.uid, "") if isinstance(chosen, AlertLine) else "")
