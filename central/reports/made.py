"""Which report is made how."""

from __future__ import annotations

from datetime import datetime

from central.errors import Refused
from central.reports.alerts import by_category, by_month, by_state
from central.reports.form24 import form_24
from central.reports.quality import quality
from central.store.unit import Unit
from station_client.domain.report import Report, ReportName, is_month
from sync.protocol.codes import Code


def made(unit: Unit, name: str, month: str, *, state_code: str, now: datetime) -> Report:
    """Make a report by its name. Raises ``Refused``."""
    if not is_month(month):
        raise Refused(Code.NOT_UNDERSTOOD, "a month is written as 2026-08")
    match name:
        case ReportName.FORM_24:
            return form_24(unit, month, now)
        case ReportName.BY_CATEGORY:
            return by_category(unit, month, now)
        case ReportName.BY_STATE:
            return by_state(unit, month, now)
        case ReportName.BY_MONTH:
            return by_month(unit, month, now)
        case ReportName.QUALITY:
            return quality(unit, state_code, month, now)
        case _:
            raise Refused(Code.NOT_FOUND, "there is no such report")
