"""Looking: an alert and its files, the search in its two modes, a FIR in its window and on paper."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QPushButton, QWidget

from benchmarks.tour import hands
from benchmarks.tour.acts.desk import go
from benchmarks.tour.scene import Scene
from station_client.clock import to_ist
from station_client.domain.alert import Category
from station_client.domain.ids import AlertUid
from station_client.services.together import DrawnLine
from station_client.services.views import AlertLine, SearchQuery
from ui.screens.alert import AlertScreen
from ui.screens.dashboard import DashboardScreen
from ui.screens.fir import FirScreen
from ui.screens.search import SearchScreen
from ui.widgets.file_rows import PICTURES, FileRow

FETCH_SECONDS = 60.0
TEXTS = 60


def open_alert(scene: Scene, *, uid: str, category: str) -> dict[str, object]:
    """Open an alert from its window of the dashboard, with Enter, and read it."""
    go(scene, "Dashboard")
    dashboard = scene.page(DashboardScreen)
    view = next(one.view for name, one in dashboard.windows.items() if name == category)
    line = hands.row(view, lambda one: isinstance(one, DrawnLine) and one.line.uid == uid, "the alert")
    hands.open_row(view, line)
    page = scene.page(AlertScreen)
    held = scene.verbs.alerts.view(AlertUid(uid))
    shown = hands.until(
        lambda: held.alert.description in hands.words(page) and " ".join(hands.words(page)), "the alert's text"
    )
    hands.until(lambda: len(list(hands.seen(FileRow, inside=page))) == len(held.alert.files), "the alert's files")
    files = [
        {
            "name": one.name,
            "sha256": one.sha256,
            "size": one.size,
            "kind": one.kind,
            "here": one.sha256 in held.files_here,
        }
        for one in held.alert.files
    ]
    return {"description": held.alert.description, "files": files, "fir": held.alert.fir_shown, "shown": shown}


def open_file(scene: Scene, *, sha256: str, target: str) -> dict[str, object]:
    """Open a picture inside the program, and save a copy of any file where the officer chooses."""
    page = scene.page(AlertScreen)
    row = hands.until(
        lambda: next((one for one in hands.seen(FileRow, inside=page) if one.file.sha256 == sha256), None),
        "the file's row",
    )
    begun = time.monotonic()
    pictured = ""
    if row.file.kind in PICTURES:
        name = f"Picture {row.file.name}"
        hands.press(f"Open {row.file.name}", inside=row)
        hands.until(lambda: _spoken(page, name), f"the picture {row.file.name}", seconds=FETCH_SECONDS)
        pictured = name
    written = Path(target)
    save = hands.find(QPushButton, f"Save a copy of {row.file.name}", inside=row)
    hands.name_file(lambda: hands.click(save), target)
    hands.until(
        lambda: written.exists() and written.stat().st_size == row.file.size and save.isEnabled(),
        f"a copy of {row.file.name}",
        seconds=FETCH_SECONDS,
    )
    return {"pictured": pictured, "seconds": time.monotonic() - begun, "shown": hands.words(row)}


def search_fir(scene: Scene, *, number: str, uid: str) -> dict[str, object]:
    """Search by FIR number alone."""
    page = _empty_search(scene)
    hands.click(page.form.by_number)
    hands.write(page.form.number, number)
    return _found(scene, page, uid, SearchQuery(fir_number=number))


def search_words(scene: Scene, *, words: str, uid: str) -> dict[str, object]:
    """Search by words, of any time and any category."""
    page = _empty_search(scene)
    hands.write(page.form.words, words)
    return _found(scene, page, uid, SearchQuery(words=words))


def search_days(scene: Scene, *, category: str, uid: str) -> dict[str, object]:
    """Search by category between two dates: yesterday and today."""
    page = _empty_search(scene)
    form = page.form
    hands.choose(form.category, category)
    hands.choose(form.period, -1)
    now = to_ist(scene.verbs.clock.now())
    today = QDate(now.year, now.month, now.day)
    _write_date(form.since, today.addDays(-1))
    _write_date(form.until, today)
    since, until = now.date() - timedelta(days=1), now.date()
    return _found(scene, page, uid, SearchQuery(category=Category(category), since=since, until=until))


def open_fir(scene: Scene, *, uid: str) -> dict[str, object]:
    """Open the FIR of a result with Ctrl+Enter and read its window."""
    page = scene.page(SearchScreen)
    index = hands.row(
        page.table, lambda one: isinstance(one, AlertLine) and one.uid == uid, "the alert among the results"
    )
    hands.choose_row(page.table, index)
    page.table.setFocus()
    hands.key(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window = hands.find(FirScreen)
    text = hands.until(window.page.toPlainText, "the FIR's text")
    return {"title": window.window().windowTitle(), "characters": len(text), "shown": text[:400]}


def print_fir(scene: Scene, *, target: str) -> dict[str, object]:
    """Save the FIR that is open as a PDF."""
    del scene
    window = hands.find(FirScreen)
    begun = time.monotonic()
    hands.name_file(lambda: hands.click(window.pdf_button), target)
    said = hands.until(
        lambda: next((one for one in hands.words(window.window()) if one.startswith("Saved as")), ""), "the PDF"
    )
    return {"said": said, "seconds": time.monotonic() - begun}


def own_fir(scene: Scene) -> dict[str, object]:
    """Choose a FIR of the officer's own station from the copy: one that no law hides."""
    who = scene.verbs.session.current()
    assert who is not None
    page = scene.verbs.search.find(SearchQuery(office_code=who.officer.office.code), limit=200)
    firs = scene.verbs.session.stores().replica.firs
    for line in page.lines:
        fir = firs.one(line.fir_key) if line.fir_key else None
        if fir is not None and fir.station_code == who.officer.office.code and not fir.victim_protected:
            form = fir.form
            return {
                "key": fir.key,
                "shown": fir.shown,
                "contents": form.contents,
                "names": [form.complainant.name, *(one.name for one in form.accused)],
            }
    raise hands.NotSeenError("no FIR of the officer's own station in the copy")


def texts(scene: Scene) -> dict[str, object]:
    """Give texts of the copy's alerts and FIRs: what the search of the disk must not find."""
    alerts, firs = scene.verbs.alerts, scene.verbs.session.stores().replica.firs
    lines = [line for category in Category for line in alerts.page(category, None, TEXTS // 4)]
    found = [alerts.view(line.uid).alert.description for line in lines]
    contents = [fir.form.contents for line in lines[:TEXTS] if line.fir_key and (fir := firs.one(line.fir_key))]
    return {"texts": [one for one in (*found, *contents) if one]}


def _empty_search(scene: Scene) -> SearchScreen:
    """Go to the search and take every question out, so that no earlier result can be taken for a new one."""
    go(scene, "Search")
    page = scene.page(SearchScreen)
    hands.click(page.form.by_number)
    hands.write(page.form.number, "")
    hands.click(page.form.by_words)
    hands.choose(page.form.category, "")
    hands.choose(page.form.period, 0)
    hands.write(page.form.words, "")
    hands.until(lambda: page.model.rowCount() == 0 and not page.count.text(), "an empty search to show nothing")
    return page


def _found(scene: Scene, page: SearchScreen, uid: str, query: SearchQuery) -> dict[str, object]:
    """Wait until the table shows what the service itself answers to this question, the alert among it."""
    begun = time.monotonic()
    answer = scene.verbs.search.find(query)
    wanted = [line.uid for line in answer.lines]
    if uid not in wanted:
        raise hands.NotSeenError(f"the alert is not among the {answer.count} results of {query}")
    hands.until(lambda: [line.uid for line in page.model.rows] == wanted, f"the results of {query}")
    took = time.monotonic() - begun
    return {"count": answer.count, "said": page.count.text(), "row": wanted.index(AlertUid(uid)), "seconds": took}


def _write_date(field: QDateEdit, day: QDate) -> None:
    hands.until(field.isVisible, "the fields of the dates")
    field.activateWindow()
    hands.until(field.isActiveWindow, "the window to be active")
    field.clearFocus()
    field.setFocus(Qt.FocusReason.TabFocusReason)  # the day is then chosen, and the figures lead on to month and year
    hands.type_keys(field, day.toString("ddMMyyyy"))
    hands.until(lambda: field.date() == day, f"the date {day.toString('dd/MM/yyyy')}")


def _spoken(page: AlertScreen, name: str) -> bool:
    return any(one.accessibleName() == name for one in hands.seen(QWidget, inside=page))
