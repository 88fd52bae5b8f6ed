"""A report as a file: CSV or XLSX, with its headings in words and the moment it was made."""

from __future__ import annotations

from station_client.clock import to_ist
from station_client.domain.report import Report
from station_client.sheets.writing import as_csv, as_xlsx

CSV = "csv"
XLSX = "xlsx"
MEDIA = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
HEADINGS = {
    "number": "S.No",
    "state": "State/UT",
    "district": "District",
    "station": "Police station",
    "code": "Code",
    "stations": "Police stations",
    "log-ins": "Log-ins since launch",
    "log-ins-month": "Log-ins in the month",
    "alerts": "Alerts since launch",
    "alerts-month": "Alerts in the month",
    "category": "Category",
    "month": "Month",
    "without-fir": "Alerts without a FIR",
    "unlinked": "Alerts whose FIR is not here",
    "duplicates": "Duplicates",
    "gaps": "Empty fields of FIRs",
}


def written(report: Report, form: str) -> bytes:
    """Give a report as a file of ``form``, its totals below."""
    headings = [HEADINGS.get(one, one) for one in report.columns]
    rows = (*report.rows, ("Total", *report.totals[1:])) if report.rows else ()
    note = f"{report.name}, {report.month}, as on {to_ist(report.as_on):%d/%m/%Y %H:%M} IST"
    return as_csv(headings, rows, note) if form == CSV else as_xlsx(report.name, headings, rows, note)
