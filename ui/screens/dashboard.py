"""The dashboard: the seven windows by their exact names, High Alerts apart and first."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from station_client.domain.alert import Category
from station_client.domain.ids import AlertUid
from station_client.errors import StationError
from station_client.events import Part
from station_client.services.verbs import Verbs
from station_client.services.views import AlertWindow, Dashboard
from ui import theme
from ui.bridge import Bridge
from ui.language import phrase_of
from ui.screens.category_window import CategoryWindow
from ui.screens.screen import Screen
from ui.widgets.button import label, name
from ui.widgets.column_area import ColumnArea
from ui.widgets.drift import Drift
from ui.widgets.freshness import Freshness

COLUMNS = 3
BEFORE_PAUSE = 2
LINES = 20
MINUTE_MILLISECONDS = 60_000


class DashboardScreen(Screen):
    """Asks for the dashboard when shown and when alerts change; never blanks what was there."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the seven windows."""
        super().__init__(verbs, bridge, parent)
        self._asking = False
        self._again = False
        self._focused = False
        self._due: dict[Category, AlertWindow] = {}
        self._synced = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._show_next)
        self._minute = QTimer(self, interval=MINUTE_MILLISECONDS)
        self._minute.timeout.connect(self._ask)
        self.windows = {one: CategoryWindow(one, verbs, bridge) for one in Category}
        self.drift = Drift([window.view for window in self.windows.values()], LINES, self)
        self._pause = self.windows[Category.HIGH_ALERT].pause
        self._pause.clicked.connect(self._hold)
        self._hint = label("small")
        self.windows[Category.HIGH_ALERT].sync_asked.connect(verbs.sync.sync_now)
        self.windows[Category.HIGH_ALERT].older_asked.connect(lambda: self.go.emit("search"))
        self.fresh = Freshness(verbs, bridge)
        self.windows[Category.HIGH_ALERT].head.insertWidget(BEFORE_PAUSE, self.fresh)
        self._lay_out()
        for window in self.windows.values():
            window.view.opened.connect(self.open_alert)
            window.view.fir_opened.connect(self.open_fir)
            window.view.acknowledged.connect(self._acknowledge)
            window.model.failed.connect(self._not_come)
        bridge.store_changed.connect(self._changed)
        self.retranslate()

    def activate(self) -> None:
        """Ask for what is there now, and again each minute: an alert whose time is over tells nobody that it is."""
        self._move()
        self._minute.start()
        self._focused = False
        self._ask()
        self._take_focus()

    def leave(self) -> None:
        """Stop asking while nobody looks; what is still to be laid out would take the keyboard from another page."""
        for rests in (self.drift, self._turn, self._minute):
            rests.stop()
        self._due.clear()

    def sleep(self) -> None:
        """Drop everything of a case."""
        self.leave()
        for window in self.windows.values():
            window.forget()

    def title(self) -> str:
        """Give the words for the window's title."""
        return self.tr("Dashboard")

    def retranslate(self) -> None:
        """Set every word again; the windows say themselves."""
        self._hint.setText(self.tr("Enter opens · Space acknowledges · Ctrl+Enter opens the FIR"))
        self._hint.setVisible(theme.look().scale < theme.SCALES[-1])  # all seven windows stand whole on 1366×768 then
        self._move()

    def _hold(self) -> None:
        """Let the lists stand still until the same button, or the lock, lets them go on."""
        self.drift.held = not self.drift.held
        self._move()

    def _move(self) -> None:
        """Let the lists move on by themselves where that was chosen, and say what the button does."""
        wanted = theme.look().scrolling
        self._pause.setVisible(wanted and any(window.model.rowCount() for window in self.windows.values()))
        if wanted and self.isVisible():
            self.drift.start()
        else:
            self.drift.stop()
        self._pause.draw("play" if self.drift.held else "pause")
        said = self.tr("Let the lists move on") if self.drift.held else self.tr("Let the lists stand still")
        name(self._pause, said, shown=False)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(theme.INSIDE)
        rest = [one for one in Category if one is not Category.HIGH_ALERT]
        for place, category in enumerate(rest):
            grid.addWidget(self.windows[category], place // COLUMNS, place % COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        inside = QWidget()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ColumnArea(inside))
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(theme.BETWEEN, theme.INSIDE, theme.BETWEEN, theme.GRID)
        whole.setSpacing(theme.INSIDE)
        whole.addWidget(self.windows[Category.HIGH_ALERT], 4)
        whole.addLayout(grid, 7)
        whole.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignRight)

    def _changed(self, parts: frozenset[Part]) -> None:
        if self.isVisible() and Part.ALERTS in parts:
            self._ask()

    def _ask(self) -> None:
        if self._asking:
            self._again = True
            return
        self._asking = True
        alerts = self.verbs.alerts
        self.bridge.run(lambda: alerts.dashboard(LINES), self._show, self._failed)

    def _show(self, dashboard: Dashboard) -> None:
        self._answered()
        if not self.isVisible():
            return
        self._synced = dashboard.as_on is not None
        self._due |= {one.category: one for one in dashboard.windows}  # what was due already keeps its turn
        if not self._turn.isActive():
            self._show_next()

    def _show_next(self) -> None:
        """Show one window in each turn of the event loop: to lay out and paint all seven keeps a key waiting."""
        if not self._due:
            self._move()
            self._take_focus()
            return
        category = next(iter(self._due))
        self.windows[category].show_window(self._due.pop(category), synced=self._synced)
        self._turn.start()

    def _take_focus(self) -> None:
        """Stand on the first window that has lines, so that the arrow keys work at once; else on its action."""
        windows = tuple(self.windows.values())
        if self._focused or any(window.view.hasFocus() for window in windows):
            return
        filled = [window for window in windows if window.model.rowCount()]
        if filled or all(window.known() for window in windows):
            (filled or windows)[0].stands().setFocus()
            self._focused = True

    def _failed(self, error: StationError) -> None:
        self._answered()
        if self.isVisible():  # the lock ends what is asked: after it the windows are asked for anew
            for window in self.windows.values():
                window.fail()
        self._not_come(error)

    def _not_come(self, error: StationError) -> None:
        if self.isVisible():
            self.notice.emit("warning", str(phrase_of(error)))

    def _answered(self) -> None:
        self._asking = False
        if self._again:
            self._again = False
            self._ask()

    def _acknowledge(self, uid: str) -> None:
        alerts = self.verbs.alerts
        self.bridge.run(lambda: alerts.acknowledge(AlertUid(uid)), self._ask_after, self._failed, lane="desk")

    def _ask_after(self, _nothing: None) -> None:
        self._ask()
