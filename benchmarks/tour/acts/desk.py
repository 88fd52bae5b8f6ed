"""The desk: the dashboard's seven windows, the status line, the rail, and pictures of all of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from benchmarks.tour import hands
from benchmarks.tour.scene import Scene
from station_client.services.together import DrawnLine
from station_client.services.views import AlertLine, AlertWindow
from ui.screens.dashboard import LINES, DashboardScreen

SYNC_SECONDS = 60.0


def dashboard(scene: Scene, *, alerts: int = 1) -> dict[str, object]:
    """Go to the dashboard and read its windows, once they show what the copy holds (at least so many alerts)."""
    go(scene, "Dashboard")
    page = scene.page(DashboardScreen)

    def read() -> list[dict[str, object]]:
        held = scene.verbs.alerts.dashboard(LINES).windows
        wanted = [_counts(one) for one in held]
        windows = [page.windows[one.category] for one in held]
        if [one.counts() for one in windows] != wanted or sum(one.total for one in held) < alerts:
            return []
        return [
            {"name": one.view.accessibleName(), "counts": one.counts(), "lines": one.model.rowCount()}
            for one in windows
        ]

    windows = hands.until(read, f"at least {alerts} alerts on the dashboard", seconds=SYNC_SECONDS)
    return {"windows": windows, "as_on": page.fresh.text(), "status": scene.window.workplace.status.text()}


def synced(scene: Scene, *, uid: str = "", seconds: float = SYNC_SECONDS) -> dict[str, object]:
    """Wait until a sync is through (or an alert is here) and read the status line."""
    verbs = scene.verbs

    def through() -> bool:
        status = verbs.sync.status()
        here = not uid or any(line.uid == uid for line in _newest(scene))
        return status.last_sync is not None and not status.running and here

    hands.until(through, f"a sync to be through{' with the alert in it' if uid else ''}", seconds=seconds)
    status = verbs.sync.status()
    hands.settle()
    return {
        "pulled": status.pulled,
        "head": status.head,
        "line": status.line,
        "said": scene.window.workplace.status.text(),
    }


def sync_now(scene: Scene) -> dict[str, object]:
    """Press the status line's button."""
    hands.press("Sync now")
    return {"said": scene.window.workplace.status.text()}


def status(scene: Scene, *, line: str = "", seconds: float = 30.0) -> dict[str, object]:
    """Read the status line, once the line is as expected."""
    verbs = scene.verbs
    if line:
        hands.until(lambda: verbs.sync.status().line == line, f"the line to be {line}", seconds=seconds)
        hands.settle(200)
    now = verbs.sync.status()
    return {"said": scene.window.workplace.status.text(), "line": now.line, "waiting": now.waiting, "error": now.error}


def in_window(scene: Scene, *, uid: str, category: str) -> dict[str, object]:
    """Find an alert in its window of the dashboard."""
    go(scene, "Dashboard")
    page = scene.page(DashboardScreen)
    window = next(one for name, one in page.windows.items() if name == category)

    def here(record: object) -> bool:
        return isinstance(record, DrawnLine) and record.line.uid == uid

    index = hands.row(window.view, here, f"the alert in the window {category}", seconds=SYNC_SECONDS)
    return {"row": index.row(), "window": window.view.accessibleName(), "headline": index.data()}


def picture(scene: Scene, *, path: str, window: str = "") -> dict[str, object]:
    """Take a picture of the window, or of another one whose title begins so."""
    target = hands.until(
        lambda: next((one for one in hands.windows() if not window or one.windowTitle().startswith(window)), None),
        f"a window “{window}”",
    )
    if not window:
        target = scene.window
    return {"bytes": hands.picture(target, Path(path)), "title": target.windowTitle()}


def close_window(scene: Scene, *, title: str) -> dict[str, object]:
    """Close a window of its own with Escape."""
    del scene

    def look() -> QWidget | None:
        return next((one for one in hands.windows() if one.windowTitle().startswith(title)), None)

    window = hands.until(look, f"a window “{title}”")
    window.activateWindow()
    hands.until(window.isActiveWindow, f"“{title}” to be active")
    hands.key(window, Qt.Key.Key_Escape)
    hands.until(lambda: look() is None, f"“{title}” to close")
    return {"windows": len(hands.windows())}


def language(scene: Scene) -> dict[str, object]:
    """Change to the other language and read the rail."""
    hands.click(
        next(one for one in hands.seen(QPushButton, inside=scene.window.workplace.top) if one.text() in _LANGUAGES)
    )
    hands.settle(200)
    return {"rail": [one.text() for one in hands.seen(QPushButton, inside=scene.window.workplace.rail)]}


def go(scene: Scene, place: str) -> None:
    """Choose a place of the rail."""
    hands.press(place, inside=scene.window.workplace.rail)


def _newest(scene: Scene) -> list[AlertLine]:
    return [line for window in scene.verbs.alerts.dashboard(20).windows for line in window.lines]


_LANGUAGES = ("हिन्दी", "English")


def _counts(window: AlertWindow) -> str:
    """Say a window's counts as the dashboard does."""
    acknowledged = f" · {window.acknowledged} acknowledged" if window.acknowledged else ""
    return f"{window.new} new of {window.total}{acknowledged}" if window.total else ""
