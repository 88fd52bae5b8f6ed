"""``report``, ``want-fir``, ``ask-centre``: what is asked beyond the copy, and what can be counted in it."""

from __future__ import annotations

from pathlib import Path

from station_client.commands.doors import Call
from station_client.commands.entering import signed_in
from station_client.commands.say import Answer, moment
from station_client.domain.report import Report, ReportName
from station_client.security.durable import replace_file
from station_client.services.reports import AT_THE_CENTRE
from station_client.services.views import SearchQuery
from station_client.sheets.writing import as_sheet
from ui import report_words


def report(call: Call) -> Answer:
    """Make a report: the centre's over the line, the others from this PC's copy; write it as a sheet if asked to."""
    given = call.given
    name = ReportName(given.report)
    with signed_in(call) as verbs:
        month = given.month or verbs.reports.this_month()
        found = verbs.reports.ask(name, month) if name in AT_THE_CENTRE else verbs.reports.local(name, month)
        if given.to is not None:
            found = verbs.reports.for_paper(found)
    if given.to is not None:
        _write(found, given.to)
    lines = ("\t".join(str(cell) for cell in row) for row in (_headings(found), *found.rows))
    return Answer({"report": found, "to": given.to}, (*lines, f"as on {moment(found.as_on)}"))


def want_fir(call: Call) -> Answer:
    """Wish for an FIR that the copy does not hold, sync, and say what came of it."""
    with signed_in(call) as verbs:
        key = verbs.firs.parse(call.given.number).key
        verbs.firs.want(key)
        verbs.sync.sync_once()
        said = verbs.firs.wanted(key)
    state = "here" if said is None else said or "waiting"
    return Answer({"key": key, "state": state}, (f"FIR {key}: {state}",))


def ask_centre(call: Call) -> Answer:
    """Search at the centre; nothing of it is stored here."""
    given = call.given
    query = SearchQuery(fir_number=given.fir, words=" ".join(given.words), category=given.category)
    with signed_in(call) as verbs:
        found = verbs.search.ask_centre(query, given.before, given.limit)
    lines = (
        f"{moment(one.issued_at)}  {one.category}  {one.fir_shown}  {one.place}  {one.headline}"
        for one in found.page.lines
    )
    more = [f"more: --before {found.page.next_row}"] if found.page.next_row is not None else []
    return Answer({"page": found.page, "as_on": found.as_on}, (*lines, f"as on {moment(found.as_on)}", *more))


def _headings(found: Report) -> list[str]:
    return [report_words.column(name).text for name in found.columns]


def _write(found: Report, path: Path) -> None:
    """Write a report as CSV or XLSX, by the name's ending. Raises ``StoreError``."""
    note = f"{found.name}, {found.month}, {found.as_on.isoformat()}"
    ending = ".xlsx" if path.suffix.lower() == ".xlsx" else ".csv"
    replace_file(path, as_sheet(ending, found.name, _headings(found), found.rows, note))
