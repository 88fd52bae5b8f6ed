"""``search``, ``show``, ``export-fir``: what this PC's copy holds."""

from __future__ import annotations

from pathlib import Path

from station_client.commands.doors import Call
from station_client.commands.entering import signed_in
from station_client.commands.say import Answer, moment
from station_client.domain.attachment import harmless_name
from station_client.domain.fir import Fir
from station_client.domain.ids import AlertUid, is_uuid7
from station_client.domain.reasons import Field, Reason
from station_client.domain.redaction import redacted
from station_client.errors import InputError, NotInCopyError
from station_client.services.verbs import Verbs
from station_client.services.views import AlertLine, AlertView, SearchQuery


def search(call: Call) -> Answer:
    """Find alerts by FIR number, or by words, category and dates."""
    given = call.given
    query = SearchQuery(
        fir_number=given.fir,
        words=" ".join(given.words),
        category=given.category,
        since=given.since,
        until=given.until,
        district_code=given.district,
        office_code=given.office,
        lives=tuple(given.life),
        status=given.status,
    )
    with signed_in(call) as verbs:
        page = verbs.search.find(query, given.before, given.limit)
    counted = f"{page.count:,}{'+' if page.capped else ''} found"
    going_on = [f"more: --before {page.next_row}"] if page.next_row is not None else []
    return Answer({"page": page}, (*map(_alert_line, page.lines), counted, *going_on))


def show(call: Call) -> Answer:
    """Show one alert by its uid, or an FIR by its number, masked as on paper."""
    what = call.given.what.strip()
    with signed_in(call) as verbs:
        if is_uuid7(what):
            return _show_alert(call, verbs, AlertUid(what))
        found = _one_fir(verbs, what)
        fir = redacted(verbs.firs.one(found.key))
        as_on = verbs.sync.status().last_sync
    return Answer({"fir": fir, "as_on": as_on}, (*fir_lines(fir), f"as on {moment(as_on)}"))


def export_fir(call: Call) -> Answer:
    """Print an FIR into a PDF, masked as the law wants it."""
    target: Path = call.given.target
    with signed_in(call) as verbs:
        fir = verbs.firs.for_paper(_one_fir(verbs, call.given.number).key)
        pages = call.doors.print_fir(
            fir,
            target,
            printed_by=verbs.session.officer(),
            as_on=verbs.sync.status().last_sync,
            now=verbs.clock.now(),
            language=call.given.language,
        )
    table = {"key": fir.key, "target": target, "pages": pages, "bytes": target.stat().st_size}
    return Answer(table, (f"FIR {fir.shown} of {fir.station_name}: {pages} pages in {target}",))


def _show_alert(call: Call, verbs: Verbs, uid: AlertUid) -> Answer:
    view = verbs.alerts.view(uid)
    saved: list[Path] = []
    if call.given.files is not None:
        folder: Path = call.given.files
        for number, one in enumerate(view.alert.files, 1):
            verbs.files.ensure(one.sha256)
            target = folder / f"{number}-{harmless_name(one.name)}"
            verbs.files.save_as(one.sha256, target)
            saved.append(target)
    verbs.alerts.mark_seen(uid)
    return Answer({"alert": view, "saved": saved}, (*_view_lines(view), *(f"written: {one}" for one in saved)))


def _one_fir(verbs: Verbs, text: str) -> Fir:
    """Give the one FIR that is meant; where several stations have the number, each key is named."""
    found = verbs.firs.candidates(text)
    if not found:
        raise NotInCopyError("FIR")
    if len(found) > 1:
        raise InputError(Field.FIR, Reason.SEVERAL, ", ".join(one.key for one in found))
    return found[0]


def _alert_line(line: AlertLine) -> str:
    number = f"FIR {line.fir_shown}" if line.fir_shown else f"GD {line.gd_number}"
    files = f" [{line.files}]" if line.files else ""
    return f"{moment(line.issued_at)}  {line.category}  {number}  {line.place}  {line.headline}{files}  {line.uid}"


def _view_lines(view: AlertView) -> tuple[str, ...]:
    one = view.alert
    number = f"FIR {one.fir_shown} ({one.fir_key})" if one.fir_key else f"GD {one.gd_number}: {one.gd_reason}"
    return (
        f"№ {one.record_number}  {one.category}  {one.life}",
        f"{one.office_name}, {one.district_name}  {moment(one.issued_at)}",
        number,
        *one.description.splitlines(),
        *(f"{file.sha256}  {file.size}  {file.name}" for file in one.files),
    )


def fir_lines(fir: Fir) -> tuple[str, ...]:
    """Write what a person reads first of an FIR."""
    form = fir.form
    return (
        f"FIR {fir.shown}  {fir.station_name}, {fir.district_name}  {fir.status}",
        f"registered {moment(fir.registered_at)}",
        *(f"{one.act} {one.section}" for one in form.acts),
        *form.contents.splitlines(),
    )
