"""The audit trail of this PC: who did what and when, whether the centre has it, and the proof that it is whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_client.domain.ids import Login
from station_client.errors import StationError
from station_client.services.verbs import Verbs
from station_client.services.views import TrailPage
from ui import theme, words
from ui.bridge import Bridge
from ui.language import phrase_of, say
from ui.models.trail import DEED, TrailModel
from ui.screens.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.button import button, label, name
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_table import RowTable, TableOrEmpty

NOTHING = TrailPage((), None, 0, 0)


class TrailScreen(Screen):
    """A table with two filters, and the button that proves the trail."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the page empty."""
        super().__init__(verbs, bridge, parent)
        self._title, self.state = label("title"), label("quiet")
        self.banner = Banner()
        self._officer_caption, self._deed_caption = label("strong"), label("strong")
        self.officer, self.deed = QComboBox(), QComboBox()
        self._officer_caption.setBuddy(self.officer)
        self._deed_caption.setBuddy(self.deed)
        self.verify_button, self.back_button = button("primary", "acknowledged"), button("link", "back")
        self.model = TrailModel(self)
        self.table = RowTable(self.model)
        self.table.share((6, 17, 21, 29, 34, 8, 12), wide=4, kept={1, DEED}, least=8)  # worth more than on what
        self.empty = EmptyState("eye")
        self._page: TrailPage | None = None
        self._officers: tuple[tuple[Login, str], ...] = ()
        self._wrong = self._proving = False
        self._lay_out()
        self._listen()
        self.retranslate()

    def title(self) -> str:
        """Name the place."""
        return self.tr("Audit trail")

    def activate(self) -> None:
        """Ask for the newest entries and whose they are."""
        self._ask_to_show(self.verbs.audit.officers, self._offer, self._failed, lane="trail-officers")
        self._search()

    def sleep(self) -> None:
        """Show nothing of what anybody did."""
        self.banner.clear()
        self._page = None
        self.model.show_page(NOTHING)
        self._say_state()

    def retranslate(self) -> None:
        """Set every word of the page."""
        self._title.setText(self.title())
        self.table.setAccessibleName(self.title())
        self._officer_caption.setText(self.tr("&Officer"))
        self.officer.setAccessibleName(self.tr("Officer"))
        self._deed_caption.setText(self.tr("A&ct"))
        self.deed.setAccessibleName(self.tr("Act"))
        name(self.back_button, self.tr("&Back"))
        self._say_verify()
        self._fill(self.deed, [(one, say(words.deed(one))) for one in words.deeds()], self.tr("All acts"))
        self._offer(self._officers)
        self.model.retranslate()
        self.table.fit()
        self._say_state()

    def _lay_out(self) -> None:
        head, filters = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.state)
        filters.setSpacing(theme.INSIDE)
        pairs: tuple[tuple[QLabel, QComboBox], ...] = (
            (self._officer_caption, self.officer),
            (self._deed_caption, self.deed),
        )
        for caption, choice in pairs:
            filters.addWidget(caption)
            filters.addWidget(choice)
            filters.addSpacing(theme.BETWEEN)
        filters.addStretch()
        filters.addWidget(self.back_button)
        filters.addWidget(self.verify_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*theme.PAGE)
        column.setSpacing(theme.INSIDE)
        column.addLayout(head)
        column.addLayout(filters)
        column.addWidget(self.banner)
        column.addWidget(TableOrEmpty(self.table, self.empty), 1)

    def _listen(self) -> None:
        self.officer.currentIndexChanged.connect(self._search)
        self.deed.currentIndexChanged.connect(self._search)
        self.verify_button.clicked.connect(self._verify)
        self.back_button.clicked.connect(lambda: self.go.emit("back"))
        self.model.older_wanted.connect(self._older)
        self.bridge.sync_moved.connect(self._sync_moved)

    def _asked(self) -> tuple[str, str]:
        return str(self.officer.currentData() or ""), str(self.deed.currentData() or "")

    def _search(self) -> None:
        """Ask for the newest entries that fit; the newest question wins."""
        login, act = asked = self._asked()
        self._wrong = False
        work = partial(self.verbs.audit.page, login=login, act=act)
        self._ask_to_show(work, partial(self._show, asked), self._failed, lane="trail")

    def _older(self, before: int) -> None:
        login, act = asked = self._asked()
        work = partial(self.verbs.audit.page, before=before, login=login, act=act)
        add = partial(self._hear, partial(self._add, asked))
        self.bridge.run(work, add, self._no_older, lane="trail-older")

    def _show(self, asked: tuple[str, str], page: TrailPage) -> None:
        if asked == self._asked():
            self._page = page
            self.model.show_page(page)
            self._say_state()
            self.stand(self.table)

    def _add(self, asked: tuple[str, str], page: TrailPage) -> None:
        if asked == self._asked():
            self.model.add_page(page)

    def _no_older(self, error: StationError) -> None:
        self.model.give_up()
        self.banner.say("warning", str(phrase_of(error)))

    def _offer(self, officers: tuple[tuple[Login, str], ...]) -> None:
        self._officers = officers
        shown = [(str(login), f"{name} ({login})" if name else str(login)) for login, name in officers]
        self._fill(self.officer, shown, self.tr("All officers"))

    def _fill(self, choice: QComboBox, rows: list[tuple[str, str]], everything: str) -> None:
        """Fill a filter anew; what was chosen stays chosen."""
        chosen = choice.currentData()
        choice.blockSignals(True)  # noqa: FBT003 Qt's own shape
        choice.clear()
        for data, text in (("", everything), *rows):
            choice.addItem(text, data)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
        choice.blockSignals(False)  # noqa: FBT003 as above

    def _sync_moved(self) -> None:
        """Show what has reached the centre meanwhile, where the officer has not scrolled away."""
        if self.isVisible() and self.table.verticalScrollBar().value() == 0:
            self._search()

    def _verify(self) -> None:
        if self._proving:
            return
        self._proving = True
        self._say_verify()
        self.bridge.run(self.verbs.audit.verify, self._proved, self._broken, lane="trail-proof", latest=True)

    def _proved(self, count: int) -> None:
        self._proving = False
        self._say_verify()
        text = self.tr("The audit trail is whole: all {count} entries are as they were written, in their order.")
        self.banner.say("good", text.format(count=f"{count:,}"))

    def _broken(self, error: StationError) -> None:
        self._proving = False
        self._say_verify()
        self.banner.say("warning", str(phrase_of(error)))

    def _failed(self, error: StationError) -> None:
        self._wrong = True
        self._say_state()
        self.banner.say("warning", str(phrase_of(error)))

    def _say_verify(self) -> None:
        name(self.verify_button, self.tr("Verifying…") if self._proving else self.tr("&Verify the trail"))

    def _say_state(self) -> None:
        page = self._page
        if self._wrong:
            self.empty.say(self.tr("The audit trail cannot be shown now."))
        elif page is None:
            self.empty.say(self.tr("Reading…"))
        else:
            self.empty.say(self.tr("Nothing like that stands in the audit trail."))
        if page is None:
            self.state.clear()
        elif page.held >= page.last:
            self.state.setText(self.tr("{count} entries; the centre has all of them").format(count=f"{page.last:,}"))
        else:
            text = self.tr("{count} entries; {waiting} not yet at the centre")
            self.state.setText(text.format(count=f"{page.last:,}", waiting=f"{page.last - page.held:,}"))
