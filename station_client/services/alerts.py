"""Reading alerts: the seven windows, lists that page on, one alert whole; seen and acknowledged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from station_client.clock import Clock
from station_client.domain.alert import Alert, Attention, Category, Life, headline, life_at
from station_client.domain.ids import AlertUid
from station_client.domain.redaction import for_paper
from station_client.errors import NotInCopyError
from station_client.events import Bus, Part, StoreChanged
from station_client.ports import SyncControl
from station_client.services.audit import Audit
from station_client.services.deeds import Deed
from station_client.services.presence import Presence
from station_client.services.views import AlertLine, AlertView, AlertWindow, Dashboard, PaperAlert
from station_client.store.desk import Desk
from station_client.store.replica.changes import StoredAlert

COUNT_DAYS = 30


class Alerts:
    """What the stations of the country have sent, as this PC's copy holds it."""

    def __init__(self, presence: Presence, sync: SyncControl, audit: Audit, clock: Clock, bus: Bus) -> None:
        """Read as whoever is signed in."""
        self._presence = presence
        self._sync = sync
        self._audit = audit
        self._clock = clock
        self._bus = bus

    def dashboard(self, lines: int = 20) -> Dashboard:
        """Give the seven windows: newest lines, and the counts of the last 30 days."""
        windows = tuple(self._window(category, lines) for category in Category)
        return Dashboard(windows, self._sync.status().last_sync)

    def page(self, category: Category | None, before: int | None = None, limit: int = 50) -> tuple[AlertLine, ...]:
        """Give the next lines of a category (None: of all), newest first, older than row ``before``."""
        stores = self._presence.stores()
        stored = stores.replica.alerts.page(category=category, before=before, limit=limit)
        attention = attention_of(stores.desk, [one.alert.uid for one in stored])
        return lines_of(stored, attention, self._clock.now())

    def view(self, uid: AlertUid) -> AlertView:
        """Give everything about one alert. Raises ``NotInCopyError``."""
        stores = self._presence.stores()
        alert = self._one(uid)
        return AlertView(
            alert=replace(alert, life=life_at(alert, self._clock.now())),
            attention=attention_of(stores.desk, [uid])[uid],
            files_here=frozenset(one.sha256 for one in alert.files if stores.blobs.has(one.sha256)),
            fir_here=bool(alert.fir_key) and stores.replica.firs.one(alert.fir_key) is not None,
        )

    def mark_seen(self, uid: AlertUid) -> None:
        """Remember that somebody here has looked at the alert; never takes an acknowledgement back."""
        self._mark(uid, Attention.SEEN)

    def acknowledge(self, uid: AlertUid) -> None:
        """Put the officer's name to having taken note of the alert. Raises ``NotInCopyError``."""
        self._one(uid)
        if self._mark(uid, Attention.ACKNOWLEDGED):
            self._audit.record(Deed.ACKNOWLEDGED, uid)

    def for_paper(self, uid: AlertUid) -> PaperAlert:
        """Give an alert as it may be printed or saved, and note that it is: no paper without its trace.

        Raises ``NotInCopyError``, and where the trace cannot be kept.
        """
        replica, alert = self._presence.stores().replica, self._one(uid)
        standing = replace(alert, life=life_at(alert, self._clock.now()))
        shown, withheld = for_paper(standing, replica.firs.one(alert.fir_key) if alert.fir_key else None)
        state = next((one.name for one in replica.directory.states() if one.code == alert.state_code), "")
        self._audit.record(Deed.ALERT_EXPORTED, uid)
        return PaperAlert(shown, state, withheld)

    def _one(self, uid: AlertUid) -> Alert:
        alert = self._presence.stores().replica.alerts.one(uid)
        if alert is None:
            raise NotInCopyError("alert")
        return alert

    def _mark(self, uid: AlertUid, attention: Attention) -> bool:
        login = self._presence.officer().login
        moved = self._presence.stores().desk.attention.mark(uid, attention, login, self._clock.now())
        if moved:
            self._bus.tell(StoreChanged(frozenset({Part.ALERTS})))
        return moved

    def _window(self, category: Category, lines: int) -> AlertWindow:
        stores = self._presence.stores()
        recent = stores.replica.alerts.recent(category, self._clock.now() - timedelta(days=COUNT_DAYS))
        counts = Counter(attention_of(stores.desk, recent).values())
        return AlertWindow(
            category,
            total=len(recent),
            new=counts[Attention.NEW],
            lines=self.page(category, limit=lines),
            acknowledged=counts[Attention.ACKNOWLEDGED],
        )


def attention_of(desk: Desk, uids: Collection[AlertUid]) -> dict[AlertUid, Attention]:
    """Say for each alert what was done with it here."""
    done = desk.attention.of(uids)
    new = [uid for uid, one in done.items() if one is Attention.NEW]
    return with_own_seen(done, desk.outbox.written_here(new))


def with_own_seen(done: Mapping[AlertUid, Attention], own: Collection[str]) -> dict[AlertUid, Attention]:
    """Count an alert that was written on this PC as seen here: it is no news to the station that sent it."""
    return {uid: Attention.SEEN if one is Attention.NEW and uid in own else one for uid, one in done.items()}


def lines_of(
    stored: tuple[StoredAlert, ...], attention: Mapping[AlertUid, Attention], now: datetime
) -> tuple[AlertLine, ...]:
    """Turn stored alerts into lines of a list, as they stand ``now``."""
    return tuple(
        _line(one.row, one.alert, attention.get(one.alert.uid, Attention.NEW), life_at(one.alert, now))
        for one in stored
    )


def _line(row: int, alert: Alert, attention: Attention, life: Life) -> AlertLine:
    return AlertLine(
        uid=alert.uid,
        row=row,
        category=alert.category,
        life=life,
        attention=attention,
        headline=headline(alert.description),
        fir_key=alert.fir_key,
        fir_shown=alert.fir_shown,
        gd_number=alert.gd_number,
        place=", ".join(part for part in (alert.office_name, alert.district_name) if part),
        issued_at=alert.issued_at,
        received_at=alert.received_at,
        record_number=alert.record_number,
        files=len(alert.files),
    )
