"""One of the dashboard's seven windows: its name, its counts, and its list, which keeps an officer's place in it."""

from __future__ import annotations

import html
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from station_client.domain.alert import Category
from station_client.services.verbs import Verbs
from station_client.services.views import AlertWindow
from ui import theme, words
from ui.bridge import Bridge
from ui.language import say
from ui.models.alert_lines import AlertLines
from ui.widgets.alert_list import AlertList
from ui.widgets.button import button, label
from ui.widgets.empty_state import EmptyState

LONG_COUNTS = 32  # letters: thousands, which would widen a third of the page in the largest type
BETWEEN_COUNTS = "&nbsp;·&nbsp;"  # where a line of them ends then


class CategoryWindow(QFrame):
    """One window: its name, "n new of m", its list, or the sentence that says why it is empty.

    That of the High Alerts offers what may fill it: ``sync_asked``, or ``older_asked`` where the last days had none.
    """

    sync_asked = Signal()
    older_asked = Signal()

    def __init__(self, category: Category, verbs: Verbs, bridge: Bridge) -> None:
        """Build an empty window."""
        super().__init__()
        self.category = category
        high = category is Category.HIGH_ALERT
        theme.mark(self, role="high" if high else "window")
        self.model = AlertLines(bridge, partial(verbs.alerts.page, category), self)
        self.view = AlertList(verbs.clock.now, self.model.row_of)
        self.view.setModel(self.model)
        self._place = self.view.place()
        self.model.changing.connect(self._keep_place)
        self.model.changed.connect(self._return)
        self.view.unfold_asked.connect(partial(self._turn, unfold=True))
        self.view.fold_asked.connect(partial(self._turn, unfold=False))
        self._window: AlertWindow | None = None
        self._synced = True
        self._icon = QLabel()
        self._head = label(wrap=True)
        self._head.setTextFormat(Qt.TextFormat.RichText)  # its words are the program's own, never data
        self._counts = ""
        self.pause = button("plain", "pause")
        self._empty = EmptyState(small=True)
        self._empty.acted.connect(self._act)
        self._stack, self.head = QStackedLayout(), QHBoxLayout()
        self._lay_out(self.head)
        self.retranslate()

    def show_window(self, window: AlertWindow, *, synced: bool = True) -> None:
        """Show what the service gave; what is selected stays selected. Before the first sync "nothing" is no news."""
        self.model.show(window.lines)  # older lines may have changed where none of these has
        if (window, synced) == (self._window, self._synced):
            return
        self._window, self._synced = window, synced
        self._empty.wait(on=False)
        stood = self._empty.action().hasFocus()
        self._stack.setCurrentWidget(self.view if window.lines else self._empty)
        if stood and window.lines:
            self.view.setFocus()
        self.view.stand_on("")
        self._say()

    def fail(self) -> None:
        """Say that nothing could be read, unless something is shown: that stays."""
        if not self.known():
            self._empty.fail()

    def forget(self) -> None:
        """Drop everything of a case."""
        self._window = None
        self._empty.wait(on=False)
        self.model.show((), complete=True)
        self._keep_place()  # nor the names of alerts
        self._stack.setCurrentWidget(self._empty)
        self._say()

    def retranslate(self) -> None:
        """Set every word again."""
        word = words.category(self.category)
        tone = theme.colours(self).tone(word.tone if word.tone == "danger" else "quiet")
        self._icon.setPixmap(theme.sign(word.icon, tone))
        self._say()

    def stands(self) -> QWidget:
        """Give what one stands on: the list, or the action in its place."""
        return self.view if self.model.rowCount() else self._empty.action()

    def known(self) -> bool:
        """Tell whether it is known what there is in this window."""
        return self._window is not None

    def counts(self) -> str:
        """Give the counts as they are shown."""
        return self._counts

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self, head: QHBoxLayout) -> None:
        head.setContentsMargins(theme.INSIDE, theme.GRID, theme.INSIDE, 0)
        head.setSpacing(theme.INSIDE)
        head.addWidget(self._icon)
        head.addWidget(self._head, 1)
        if self.category is Category.HIGH_ALERT:
            head.addWidget(self.pause)
        else:
            self.pause.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._empty)  # not before the layout has its place: what it shows would be a window
        self._stack.addWidget(self.view)

    def _keep_place(self) -> None:
        self._place = self.view.place()

    def _return(self) -> None:
        place = self._place
        if place.focused and place.uid:
            self.model.reveal(place.uid)  # who stands on an alert never finds another one in its place
        self.view.return_to(place)

    def _turn(self, uid: str, *, unfold: bool) -> None:
        self.view.stand_on(self.model.turn(uid, unfold=unfold))

    def _act(self) -> None:
        (self.older_asked if self._synced else self.sync_asked).emit()

    def _offered(self, action: str) -> str:
        """Offer it once on the page, where one looks first."""
        return action if self.category is Category.HIGH_ALERT else ""

    def _say(self) -> None:
        word, window = say(words.category(self.category)), self._window
        counts = ""
        if window is None:
            self._empty.say(self.tr("Loading…"))
        elif not window.total and not self._synced:
            self._empty.say(self.tr("Nothing has come to this PC yet"), self._offered(self.tr("Sync now")))
        else:
            older = self._offered(self.tr("Search &older alerts"))
            self._empty.say(self.tr("Nothing in the last 30 days"), older)
        if window is not None and window.total:
            counts = self.tr("{new} new of {total}").format(new=f"{window.new:,}", total=f"{window.total:,}")
        if window is not None and window.acknowledged:
            counts += " · " + self.tr("{count} acknowledged").format(count=f"{window.acknowledged:,}")
        self._counts = counts
        quiet = theme.colours(self).quiet
        whole = counts.replace(" ", "&nbsp;")
        long = len(counts) > LONG_COUNTS and self.category is not Category.HIGH_ALERT  # which has the whole width
        self._head.setText(
            f'<span style="font-weight:600">{html.escape(word)}</span>{"<br>" if long else "&nbsp; "}'
            f'<span style="color:{quiet}">{whole.replace(BETWEEN_COUNTS, "&nbsp;· ") if long else whole}</span>'
        )
        self.view.setAccessibleName(f"{word}, {counts}" if counts else word)
