"""``python -m benchmarks.window``: first paint, the event loop while alerts are taken in, a table of a million rows.

A real house with a real encrypted store; its pages of alerts are made before, and taken in on a thread beside the
window as the sync thread takes them in, in this one process. Ends with one line of JSON; exit 0 says that it ran.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.store.made_up import MadeUp
from benchmarks.window.gaps import Heartbeat, share, time_share
from station_client.events import Part, StoreChanged
from station_client.services.verbs import Verbs
from station_client.store.replica.changes import Changes
from tests.support.centre import PASSWORD, SI_A, small_centre
from tests.support.houses import Pc

SETTLE_MILLISECONDS: Final = 500
SCROLLS: Final = 400
FRAME_MS: Final = 16.0
LONGEST_MS: Final = 50.0
ROOT: Final = Path(__file__).resolve().parents[2]

Facts = dict[str, Any]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.window", description=__doc__)
    parser.add_argument("--alerts", type=int, default=100_000)
    parser.add_argument("--rows", type=int, default=1_000_000)
    asked = parser.parse_args(argv)
    _compile()
    pages = list(MadeUp(seed=11, rows=asked.alerts).pages())
    with tempfile.TemporaryDirectory() as folder, small_centre(Path(folder) / "centre") as centre:
        pc = Pc(Path(folder) / "station", centre.centre)
        pc.folder.mkdir()
        with pc.house() as verbs:
            verbs.session.sign_in(SI_A, PASSWORD)
            facts = measured(verbs, pages, asked.rows)
    for one in facts["goals"]:
        print(f"{'met ' if one['met'] else 'MISSED'} {one['what']}: {one['value']} {one['unit']} (goal {one['goal']})")
    print(f"bench-ui: {json.dumps(facts)}")
    return 0


def _compile() -> None:
    """Have every module's bytecode at hand, as an installed program has it, whatever the environment says."""
    for package in ("ui", "station_client", "sync", "resources"):
        compileall.compile_dir(ROOT / package, quiet=1)


def measured(verbs: Verbs, pages: list[Changes], rows: int) -> Facts:
    """Measure one after the other over one window."""
    begun = time.perf_counter()
    from shiboken6 import delete  # noqa: PLC0415 what the window loads is part of the first paint

    from ui import theme  # noqa: PLC0415 the same
    from ui.bridge import Bridge  # noqa: PLC0415 the same
    from ui.main_window import MainWindow  # noqa: PLC0415 the same

    app = theme.program()
    theme.wear(app)
    bridge = Bridge(verbs.bus)
    window = MainWindow(verbs, bridge)
    window.show()
    window.repaint()
    first_paint = (time.perf_counter() - begun) * 1000
    window.gate.signed_in.emit(verbs.session.current())
    settled()
    heart, seconds = applied(verbs, pages)
    scrolled = million(rows)
    window.close()
    bridge.close()
    delete(window)  # before the program itself, which else goes first and takes what the window still holds
    goals = [
        _goal("first paint, from the first import of Qt", 200.0, first_paint),
        _goal("event-loop gaps, p99", FRAME_MS, share(heart.gaps, 0.99)),
        _goal("event-loop gaps, longest", LONGEST_MS, max(heart.gaps)),
        _goal(f"a table of {rows:,} rows scrolled anywhere, p99 of a step", FRAME_MS, share(scrolled, 0.99)),
    ]
    return told(heart, sum(len(page.alerts) for page in pages), seconds) | {"goals": goals}


def told(heart: Heartbeat, alerts: int, seconds: float) -> Facts:
    """Say what the beats were like while so many alerts were taken in."""
    return {
        "alerts": alerts,
        "alerts_per_s": round(alerts / seconds),
        "gaps": len(heart.gaps),
        "gap_ms_below_which_99_percent_of_time": round(time_share(heart.gaps, 0.99), 1),
        "over_16_ms": sum(gap > FRAME_MS for gap in heart.gaps),
        "over_50_ms": sum(gap > LONGEST_MS for gap in heart.gaps),
        "window_itself_ms": {"p99": round(share(heart.own, 0.99), 1), "longest": round(max(heart.own), 1)},
        "whole_program_ms": {"p99": round(share(heart.program, 0.99), 1), "longest": round(max(heart.program), 1)},
    }


def settled() -> None:
    """Let the window do what it does after a sign-in.

    As in the program the event loop itself runs: a test's own wait sleeps ten milliseconds at a time, and keeps the
    interpreter from every other thread while it does.
    """
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415 see ``measured``

    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MILLISECONDS, loop.quit)
    loop.exec()


def applied(verbs: Verbs, pages: list[Changes]) -> tuple[Heartbeat, float]:
    """Take every page in beside the window, telling of each as the engine does; give its beats and the seconds."""
    from PySide6.QtCore import QEventLoop, QMetaObject, Qt  # noqa: PLC0415 see ``measured``

    replica, heart, loop = verbs.session.stores().replica, Heartbeat(), QEventLoop()

    def take() -> None:
        try:
            for page in pages:
                replica.feed.apply(page)
                verbs.bus.tell(StoreChanged(frozenset({Part.ALERTS, Part.FIRS})))
        finally:
            QMetaObject.invokeMethod(loop, "quit", Qt.ConnectionType.QueuedConnection)

    thread = threading.Thread(target=take, name="sync")
    begun = time.perf_counter()
    heart.start()
    thread.start()
    loop.exec()
    seconds = time.perf_counter() - begun
    heart.stop()
    thread.join()
    return heart, seconds


def million(rows: int) -> list[float]:
    """Scroll a table of so many rows to places all over it and paint each; give the milliseconds."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 see ``measured``

    from tests.support.work import item, receipt  # noqa: PLC0415 the same
    from ui.models.receipts import Confirmed, ReceiptsModel  # noqa: PLC0415 the same
    from ui.widgets.row_table import RowTable  # noqa: PLC0415 the same

    one = Confirmed(receipt(item(1)), item(1))
    model = ReceiptsModel()
    model.show_rows((one,) * rows)
    table = RowTable(model)
    table.resize(1100, 600)
    table.show()
    bar, dice, taken = table.verticalScrollBar(), random.Random(3), []  # noqa: S311 repeatable
    for _ in range(SCROLLS):
        begun = time.perf_counter()
        bar.setValue(dice.randint(0, bar.maximum()))
        table.viewport().repaint()
        taken.append((time.perf_counter() - begun) * 1000)
        QApplication.processEvents()
    table.close()
    return taken


def _goal(what: str, goal: float, value: float) -> Facts:
    return {"what": what, "goal": goal, "value": round(value, 1), "unit": "ms", "met": value <= goal}


if __name__ == "__main__":
    sys.exit(main())
