"""How good a station's data is: what State IT shows a station that it should set right. Counts only, never a text."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TextIO

from central.house import House
from central.store.unit import Unit
from station_client.domain.alert import Life
from sync.protocol.records import AlertRecord, FirRecord, OfficeRecord

SHORT = 40
STALE = timedelta(days=180)
LATE = timedelta(hours=24)
COLUMNS = (
    *("office_code", "office_name", "district_code", "state_code", "alerts", "alerts_active"),
    *("alerts_active_over_180_days", "alerts_without_fir", "alerts_whose_fir_is_not_here", "alerts_with_short_text"),
    *("alerts_like_another", "alerts_received_after_24_h", "firs", "firs_without_sections", "firs_without_contents"),
)


@dataclass
class Quality:
    """What was counted of one office, by the names of ``COLUMNS``."""

    office: OfficeRecord
    counts: Counter[str] = field(default_factory=Counter)
    named: Counter[tuple[str, str]] = field(default_factory=Counter)

    def row(self) -> dict[str, object]:
        """Give the office's row of the report."""
        self.counts["alerts_like_another"] = sum(times - 1 for times in self.named.values())
        who = {
            "office_code": self.office.code,
            "office_name": self.office.name,
            "district_code": self.office.district_code,
            "state_code": self.office.state_code,
        }
        return {**{name: self.counts[name] for name in COLUMNS}, **who}


def qualities(house: House, station: str = "") -> list[Quality]:
    """Count over every office of the directory, or over one."""
    now = house.clock.now()
    with house.store.read() as unit:
        offices = (one for one in unit.soundness.every("office") if isinstance(one, OfficeRecord))
        found = {one.code: Quality(one) for one in offices if station in ("", one.code)}
        _alerts(unit, found, now)
        _firs(unit.soundness.every("fir", station), found)
    return list(found.values())


def write_csv(found: Iterable[Quality], sink: TextIO) -> None:
    """Write the report as a table."""
    writer = csv.DictWriter(sink, COLUMNS)
    writer.writeheader()
    writer.writerows(_harmless(one.row()) for one in found)


def _alerts(unit: Unit, found: dict[str, Quality], now: datetime) -> None:
    for alert in unit.soundness.every("alert"):
        if isinstance(alert, AlertRecord) and alert.office_code in found:
            one = found[alert.office_code]
            one.counts.update(_of_alert(alert, now))
            if alert.fir_key:
                one.named[alert.fir_key, alert.category] += 1
                one.counts["alerts_whose_fir_is_not_here"] += unit.records.one("fir", alert.fir_key) is None


def _of_alert(alert: AlertRecord, now: datetime) -> Iterator[str]:
    yield "alerts"
    if alert.life == Life.ACTIVE:
        yield "alerts_active"
        if now - alert.issued_at > STALE:
            yield "alerts_active_over_180_days"
    if not alert.fir_key:
        yield "alerts_without_fir"
    if len(alert.description) < SHORT:
        yield "alerts_with_short_text"
    if alert.received_at - alert.issued_at > LATE:
        yield "alerts_received_after_24_h"


def _firs(firs: Iterable[object], found: dict[str, Quality]) -> None:
    for fir in firs:
        if isinstance(fir, FirRecord) and fir.station_code in found:
            counts = found[fir.station_code].counts
            counts["firs"] += 1
            counts["firs_without_sections"] += not fir.form.acts
            counts["firs_without_contents"] += not fir.form.contents.strip()


def _harmless(row: dict[str, object]) -> dict[str, object]:
    """Keep a spreadsheet from taking an office's name for a formula."""
    return {key: f"'{value}" if str(value)[:1] in "=+-@" and str(value)[:1] else value for key, value in row.items()}
