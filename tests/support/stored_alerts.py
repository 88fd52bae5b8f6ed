"""Alerts and files for the window's tests: the services' own API over snapshots in memory."""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from station_client.domain.alert import Alert, AttachedFile, Attention, Category, Life, headline
from station_client.domain.attachment import Inspection, Kind, Limits
from station_client.domain.fir import Fir
from station_client.domain.ids import AlertUid, OfficeCode, Sha256
from station_client.domain.redaction import for_paper
from station_client.errors import NotInCopyError, StationError
from station_client.events import Bus, Part, StoreChanged
from station_client.inspection import sandbox
from station_client.inspection.examine import examine
from station_client.inspection.sandbox import Leaf, Wanted
from station_client.services.views import AlertLine, AlertView, AlertWindow, Dashboard, PaperAlert

NOW = datetime(2026, 3, 14, 8, 35, tzinfo=UTC)  # 14:05 IST


@dataclass
class FakeAlerts:
    """Alerts in memory, newest first by their sequence; their files are here, or all ``away`` at the centre.

    ``as_on`` is the last sync, None before the first.
    """

    bus: Bus
    stored: dict[AlertUid, Alert] = field(default_factory=dict)
    attention: dict[AlertUid, Attention] = field(default_factory=dict)
    error: StationError | None = None
    threads: set[str] = field(default_factory=set)
    away: bool = False
    firs: dict[str, Fir] = field(default_factory=dict)
    exports: list[AlertUid] = field(default_factory=list)
    untraced: StationError | None = None
    as_on: datetime | None = NOW - timedelta(minutes=2)

    def put(self, *alerts: Alert) -> None:
        """Keep alerts and tell it."""
        for one in alerts:
            self.stored[one.uid] = one
        self.bus.tell(StoreChanged(frozenset({Part.ALERTS})))

    def dashboard(self, lines: int = 20) -> Dashboard:
        """Give the seven windows."""
        self.threads.add(threading.current_thread().name)
        if self.error is not None:
            raise self.error
        return Dashboard(tuple(self._window(one, lines) for one in Category), self.as_on)

    def page(self, category: Category | None, before: int | None = None, limit: int = 50) -> tuple[AlertLine, ...]:
        """Give the next lines."""
        chosen = [
            one
            for one in sorted(self.stored.values(), key=lambda one: -one.sequence)
            if (category is None or one.category is category) and (before is None or one.sequence < before)
        ]
        return tuple(self._line(one) for one in chosen[:limit])

    def view(self, uid: AlertUid) -> AlertView:
        """Give one alert whole."""
        if uid not in self.stored:
            raise NotInCopyError("alert")
        alert = self.stored[uid]
        here = frozenset(one.sha256 for one in alert.files if not self.away)
        return AlertView(alert, self.attention.get(uid, Attention.NEW), here, fir_here=bool(alert.fir_key))

    def for_paper(self, uid: AlertUid) -> PaperAlert:
        """Give one as it may be printed, its FIR being here or not, unless the trail cannot be written."""
        if self.untraced is not None:
            raise self.untraced
        self.exports.append(uid)
        alert = self.view(uid).alert
        shown, withheld = for_paper(alert, self.firs.get(alert.fir_key))
        return PaperAlert(shown, "Uttar Pradesh", withheld)

    def mark_seen(self, uid: AlertUid) -> None:
        """Remember that it was looked at."""
        if self.attention.get(uid, Attention.NEW) is Attention.NEW:
            self._mark(uid, Attention.SEEN)

    def acknowledge(self, uid: AlertUid) -> None:
        """Acknowledge it."""
        self._mark(uid, Attention.ACKNOWLEDGED)

    def _mark(self, uid: AlertUid, attention: Attention) -> None:
        self.attention[uid] = attention
        self.bus.tell(StoreChanged(frozenset({Part.ALERTS})))

    def _window(self, category: Category, lines: int) -> AlertWindow:
        shown = self.page(category, limit=10_000)
        new = sum(one.attention is Attention.NEW for one in shown)
        done = sum(one.attention is Attention.ACKNOWLEDGED for one in shown)
        return AlertWindow(category, total=len(shown), new=new, lines=shown[:lines], acknowledged=done)

    def _line(self, one: Alert) -> AlertLine:
        return AlertLine(
            uid=one.uid,
            row=one.sequence,
            category=one.category,
            life=one.life,
            attention=self.attention.get(one.uid, Attention.NEW),
            headline=headline(one.description),
            fir_key=one.fir_key,
            fir_shown=one.fir_shown,
            gd_number=one.gd_number,
            place=f"{one.office_name}, {one.district_name}",
            issued_at=one.issued_at,
            received_at=one.received_at,
            record_number=one.record_number,
            files=len(one.files),
        )


@dataclass
class FakeFiles:
    """Files in memory."""

    held: dict[str, bytes] = field(default_factory=dict)

    def ensure(self, sha256: Sha256) -> None:
        """Tell where they are missing."""
        if sha256 not in self.held:
            raise NotInCopyError("file")

    def open(self, sha256: Sha256) -> BinaryIO:
        """Open the bytes."""
        return io.BytesIO(self.held[sha256])

    def page(self, sha256: Sha256, number: int) -> Leaf | None:
        """Picture a page as the real service does, in a process of its own."""
        return sandbox.draw(self.held[sha256], Wanted(number))

    def thumbnail(self, sha256: Sha256, kind: Kind) -> Leaf | None:
        """Picture it small as the real service does, in a process of its own."""
        return sandbox.draw(self.held[sha256], Wanted(0, kind, 96)) if sha256 in self.held else None

    def judge(self, sha256: Sha256, name: str) -> Inspection | None:
        """Look at them by the real rules, in this process."""
        return examine(name, self.held[sha256], Limits()) if sha256 in self.held else None

    def here(self, sha256: Sha256) -> bool:
        """Tell whether they are here."""
        return sha256 in self.held

    def save_as(self, sha256: Sha256, target: Path) -> None:
        """Write them out."""
        target.write_bytes(self.held[sha256])

    def put(self, name: str, kind: str, content: bytes) -> AttachedFile:
        """Keep bytes and name them."""
        digest = Sha256(sha256(content).hexdigest())
        self.held[digest] = content
        return AttachedFile(digest, len(content), name, kind)


def alert(number: int, category: Category = Category.HIGH_ALERT, **changes: object) -> Alert:
    """Make an alert; the higher the number, the newer."""
    moment = NOW - timedelta(minutes=17 * (1000 - number))
    made = Alert(
        uid=AlertUid(f"alert-{number}"),
        record_number=f"2026-{number:06}",
        category=category,
        life=Life.ACTIVE,
        description=f"Hue & Cry number {number}. A child of seven is missing since the evening market.",
        fir_key=f"31682034/2026/{number}",
        fir_shown=f"{number:04}/2026",
        gd_number="",
        gd_reason="",
        office_code=OfficeCode("31682034"),
        office_name="Thana Sandila",
        district_code="150",
        district_name="Hardoi",
        state_code="09",
        author="R. K. Verma",
        issued_at=moment,
        received_at=moment,
        expires_at=None,
        version=1,
        sequence=number,
    )
    return replace(made, **changes)  # type: ignore[arg-type] # a test names real fields
