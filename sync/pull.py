"""News from the centre, page by page; each page and its cursor go into the copy in one transaction.

A cut costs at most the page in flight. Nothing is ever removed because a page did not name it: only a
tombstone withdraws a record, and only from the copy.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from station_client import __version__
from station_client.domain.alert import Life
from station_client.domain.ids import AlertUid, ItemId
from station_client.errors import AnswerError
from station_client.events import HighAlertArrived
from sync.errand import RESTORED, Errand
from sync.mapping.records import Sorted, sort
from sync.protocol.codes import FIRST_PAGE_ROWS, PAGE_ROWS
from sync.protocol.messages import ChangePage

_log = logging.getLogger(__name__)

NEWER_WORDS = "newer-words"


class Pull:
    """Brings the copy up to the centre's head."""

    def __init__(self, errand: Errand) -> None:
        """Work for one officer's session."""
        self._errand = errand
        self._feed = errand.stores.replica.feed

    def run(self) -> bool:
        """Fetch until nothing more waits; tell whether the centre turned out to be restored.

        Raises ``LineError``, ``RefusalError``, ``AnswerError``, ``StoreError``; what was applied stays.
        """
        self._reread_newer_words()
        restored = False
        first_copy = self._feed.cursor() == 0
        more = True
        while more:
            self._errand.check()
            since = self._feed.cursor()
            page = self._page(since)
            if page.head < since:
                if restored:
                    raise AnswerError(f"the head went back twice, to {page.head}")
                restored = first_copy = True
                _log.warning("the centre was restored: its head %d is below the cursor %d", page.head, since)
                self._errand.stores.desk.settings.put(RESTORED, page.server_time.isoformat())
                self._feed.read_again()
                continue
            if fault := page_fault(page, since):
                raise AnswerError(f"page after {since}: {fault}")
            self._apply(page, alarm=not first_copy)
            more = page.more
        return restored

    def _page(self, since: int) -> ChangePage:
        rows = PAGE_ROWS if since else FIRST_PAGE_ROWS
        transport = self._errand.transport
        return self._errand.timed(
            lambda access: transport.changes(access, since=since, rows=rows), lambda page: page.server_time
        )

    def _apply(self, page: ChangePage, *, alarm: bool) -> None:
        """Store a page; a station's first copy is history and raises no alarms."""
        found = sort(page.records)
        if found.newer_words:
            _log.warning("the centre uses words this version does not know: %d", len(found.newer_words))
            self._feed.put_setting(NEWER_WORDS, __version__)
        applied = self._feed.apply(found.changes(page.cursor))
        count = len(page.records)
        self._errand.board.change(lambda old: replace(old, pulled=old.pulled + count, head=max(page.head, page.cursor)))
        self._errand.tell(*applied.parts)
        if alarm:
            self._alarm(found, frozenset(applied.new_high_alerts))

    def _alarm(self, found: Sorted, new: frozenset[str]) -> None:
        """Tell of each High Alert that was not here before and still stands; nobody hurries for a closed one."""
        for alert in found.alerts:
            rings = alert.uid in new and alert.uid in found.alarming and alert.life is Life.ACTIVE
            if rings and not self._was_sent_from_here(alert.uid):
                self._errand.bus.tell(HighAlertArrived(alert.uid))

    def _was_sent_from_here(self, uid: AlertUid) -> bool:
        """Tell whether the alert went out from this PC: its people know it already."""
        return self._errand.stores.desk.outbox.one(ItemId(uid)) is not None

    def _reread_newer_words(self) -> None:
        """Make the copy anew where an older version of the program met words that this one may know.

        Not before the centre has answered: a copy with a few odd words is worth more than none.
        """
        met_by = self._feed.setting(NEWER_WORDS)
        if met_by and met_by != __version__:
            self._page(0)
            self._feed.start_over()


def page_fault(page: ChangePage, since: int) -> str:
    """Say in what a page breaks the rules of the feed; empty where it keeps them."""
    if page.since != since:
        return f"it answers for {page.since}"
    if page.cursor < since:
        return f"its cursor {page.cursor} goes back"
    if page.more and page.cursor == since:
        return "it says more and does not move"
    if page.cursor > page.head:
        return f"its cursor {page.cursor} is beyond the head {page.head}"
    before = since
    for record in page.records:
        if not before < record.sequence <= page.cursor:
            return f"sequence {record.sequence} after {before}, cursor {page.cursor}"
        before = record.sequence
    return ""
