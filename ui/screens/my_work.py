"""What this officer is writing, what waits on this PC, and what the centre has received."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId, ItemId, Login
from station_client.domain.outbox import WAITING_STATES, OutboxItem, Receipt
from station_client.errors import StationError
from station_client.events import Part
from station_client.services.verbs import Verbs
from station_client.services.views import KnownOfficer
from ui import theme
from ui.bridge import Bridge
from ui.language import phrase_of
from ui.screens.drafts_page import DraftsPage
from ui.screens.outbox_page import OutboxPage
from ui.screens.receipts_page import ReceiptsPage
from ui.screens.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.button import label
from ui.widgets.freshness import Freshness

AT_ONCE = 1000
WORK_PARTS = frozenset({Part.DRAFTS, Part.OUTBOX, Part.RECEIPTS})


class Work(NamedTuple):
    """All that the screen shows, asked for at once."""

    drafts: tuple[Draft, ...]
    items: tuple[OutboxItem, ...]
    receipts: tuple[Receipt, ...]
    names: Mapping[str, str] = MappingProxyType({})
    left: frozenset[Login] = frozenset()  # officers whose items may be taken back for them


class MyWorkScreen(Screen):
    """Drafts, outbox and receipts, each in a table with what may be done."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the three pages."""
        super().__init__(verbs, bridge, parent)
        self._title = label("title")
        self.banner = Banner()
        self.drafts = DraftsPage(verbs.clock.now)
        self.outbox = OutboxPage(verbs.clock.now, training=verbs.rehearsing is not None)
        self.receipts = ReceiptsPage()
        self.tabs = QTabWidget()
        for page in (self.drafts, self.outbox, self.receipts):
            self.tabs.addTab(page, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(*theme.PAGE)
        column.setSpacing(theme.INSIDE)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(Freshness(verbs, bridge))
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self.tabs, 1)
        self._work: Work | None = None
        self._chosen = False
        self._limit = AT_ONCE
        self._listen()
        self._wait(on=True)
        self.retranslate()

    def title(self) -> str:
        """Name the place."""
        return self.tr("My work")

    def activate(self) -> None:
        """Ask for everything anew."""
        verbs, limit = self.verbs, self._limit
        self.drafts.whole.setVisible(self._in_charge())
        whole = self.drafts.whole.isChecked() and self._in_charge()

        def ask() -> Work:
            drafts = verbs.drafts.of_station(limit) if whole else verbs.drafts.mine(limit)
            names = {str(one.login): one.name for one in verbs.session.known_officers()} if whole else {}
            outbox = verbs.outbox
            return Work(drafts, outbox.items(), outbox.receipts(), names, outbox.left_behind())

        self._ask_to_show(ask, self._show, self._not_come, lane="my-work")

    def leave(self) -> None:
        """Open the page with the news the next time."""
        self._chosen = False

    def sleep(self) -> None:
        """Show nothing of a case, and of the station's work no more than one's own next time."""
        self._limit = AT_ONCE
        self.drafts.whole.setChecked(False)
        self._show(Work((), (), ()))
        self._wait(on=True)

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self._title.setText(self.tr("My work"))
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.tr("My work"))
        for page in (self.drafts, self.outbox, self.receipts):
            page.retranslate()
        self._count()

    def _listen(self) -> None:
        self.drafts.opened.connect(self.edit_draft)
        self.drafts.new_wanted.connect(lambda: self.go.emit("new-alert"))
        self.drafts.discarded.connect(self._discard)
        self.drafts.colleagues_wanted.connect(self._ask_colleagues)
        self.drafts.handed_over.connect(self._hand_over)
        self.drafts.whole_wanted.connect(lambda _whole: self.activate())
        self.drafts.more_wanted.connect(self._show_more)
        self.outbox.receipt_wanted.connect(self.open_receipt)
        self.outbox.alike_wanted.connect(self.open_alert)
        self.outbox.taken_back.connect(self._take_back)
        self.outbox.retried.connect(self._retry)
        self.outbox.played.connect(self._play)
        self.receipts.opened.connect(self.open_receipt)
        self.tabs.tabBarClicked.connect(self._choose)
        self.bridge.store_changed.connect(self._store_changed)
        self.bridge.sync_moved.connect(self._sync_moved)

    def _wait(self, *, on: bool) -> None:
        """Count nothing, and call nothing empty, before it is known."""
        for page in (self.drafts, self.outbox, self.receipts):
            page.empty.wait(on=on)
        if on:
            self._work = None
            self._count()

    def _show(self, work: Work) -> None:
        self._wait(on=False)
        self._work = work
        self.drafts.model.names = work.names
        self.drafts.show_drafts(work.drafts, self._login(), more=len(work.drafts) >= self._limit)
        self.outbox.show_items(work.items, self.verbs.sync.status(), self._login(), left=work.left)
        self.receipts.show_receipts(work.receipts, work.items)
        self._count()
        if not self._chosen and (work.drafts or work.items or work.receipts):
            waiting = [one for one in work.items if one.state in WAITING_STATES or one.reason]
            page = self.outbox if waiting or not work.drafts else self.drafts
            self.tabs.setCurrentWidget(page)
            self._chosen = True
            self.stand(page.table if page.table.model().rowCount() else None)

    def _count(self) -> None:
        counts = ["", "", ""]
        if self._work is not None:
            drafts, items, receipts, *_rest = self._work
            more = "+" if len(drafts) >= self._limit else ""
            counts = [f"  {len(drafts):,}{more}", f"  {len(items):,}", f"  {len(receipts):,}"]
        for at, named in enumerate((self.tr("&Drafts"), self.tr("&Outbox"), self.tr("&Receipts"))):
            self.tabs.setTabText(at, named + counts[at])

    def _login(self) -> str:
        signed_in = self.verbs.session.current()
        return str(signed_in.officer.login) if signed_in else ""

    def _in_charge(self) -> bool:
        signed_in = self.verbs.session.current()
        return signed_in is not None and signed_in.officer.rights.in_charge

    def _show_more(self) -> None:
        self._limit += AT_ONCE
        self.activate()

    def _choose(self, _tab: int) -> None:
        self._chosen = True

    def _store_changed(self, parts: frozenset[Part]) -> None:
        if parts & WORK_PARTS and self.isVisible():
            self.activate()

    def _sync_moved(self) -> None:
        if self.isVisible():
            self.outbox.show_status(self.verbs.sync.status())

    def _discard(self, draft_id: str) -> None:
        work = partial(self.verbs.drafts.discard, DraftId(draft_id))
        self.bridge.run(work, lambda _done: self.activate(), self._failed, lane="desk")

    def _ask_colleagues(self) -> None:
        if self.verbs.session.lists_officers():
            self.bridge.run(self.verbs.session.known_officers, self._offer, self._failed, lane="desk")
        else:
            self.drafts.ask_login()

    def _offer(self, officers: tuple[KnownOfficer, ...]) -> None:
        self.drafts.offer([one for one in officers if str(one.login) != self._login()])

    def _hand_over(self, draft_id: str, login: str) -> None:
        work = partial(self.verbs.drafts.hand_over, DraftId(draft_id), login)
        self.bridge.run(work, self._handed_over, self._failed, lane="desk")

    def _handed_over(self, _draft: Draft) -> None:
        self.banner.say("quiet", self.tr("Handed over: the draft is the other officer's now."))
        self.activate()

    def _take_back(self, item_id: str) -> None:
        work = partial(self.verbs.outbox.take_back, ItemId(item_id))
        self.bridge.run(work, self._taken_back, self._failed, lane="desk")

    def _taken_back(self, draft: Draft) -> None:
        if str(draft.author) != self._login():
            self.drafts.whole.setChecked(True)
            self.banner.say("quiet", self.tr("Taken back: it is a draft again. Hand it over to who is to send it."))
            self.tabs.setCurrentWidget(self.drafts)
            self.activate()
            return
        self.notice.emit("quiet", self.tr("Taken back: it is a draft again and will not be sent."))
        self.edit_draft.emit(str(draft.draft_id))

    def _retry(self, item_id: str) -> None:
        work = partial(self.verbs.outbox.retry, ItemId(item_id))
        self.bridge.run(work, lambda _done: self.activate(), self._failed, lane="desk")

    def _play(self, item_id: str) -> None:
        if self.verbs.rehearsing is not None:
            work = partial(self.verbs.rehearsing.step, ItemId(item_id))
            self.bridge.run(work, lambda _done: self._played(), self._failed, lane="desk")

    def _played(self) -> None:
        self.verbs.sync.sync_now()  # it counts what waits anew
        self.activate()

    def _not_come(self, error: StationError) -> None:
        for page in (self.drafts, self.outbox, self.receipts):
            page.empty.fail()
        self._failed(error)

    def _failed(self, error: StationError) -> None:
        self.banner.say("warning", str(phrase_of(error)))
