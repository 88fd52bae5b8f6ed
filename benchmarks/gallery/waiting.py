"""How long a picture waits: until what it is to show stands there, never for a while."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.main_window import MainWindow

Kind = TypeVar("Kind", bound=QWidget)

PATIENCE: Final = 90.0
"""Seconds, on a PC that does much besides."""
TURN: Final = 20
CALM: Final = 5
SHORT: Final = 1_000
"""Milliseconds: what a window puts off for less is still part of what it was asked for, as a search while one types."""


def until(what: str, true: Callable[[], object]) -> None:
    """Wait for a condition; ``TimeoutError`` says in words ``what`` did not come."""
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(what)
        QTest.qWait(TURN)


def until_calm(window: MainWindow, held: Callable[[], int] = lambda: 0) -> None:
    """Wait until every answer has come but those held back, and nothing is due, for some turns of the loop together."""
    bridge, turns = window._bridge, 0  # noqa: SLF001 that of every screen

    def calm() -> bool:
        nonlocal turns
        turns = turns + 1 if bridge.idle(besides=held()) else 0
        if turns == CALM and _due(window):  # looking through the whole window takes a while: done last
            turns = 0
        return turns == CALM

    until("the end of what the window was about", calm)


def opened(parent: QWidget, kind: type[Kind]) -> Kind:
    """Wait for a dialog of this kind over ``parent``, and give it."""

    def shown() -> list[Kind]:
        return [one for one in parent.findChildren(kind) if one.isVisible()]

    until(f"a {kind.__name__}", shown)
    return shown()[-1]


def pages(parent: QWidget) -> QPrintPreviewDialog:
    """Wait for the pages that are shown before they are printed, and give their dialog."""
    dialog = opened(parent, QPrintPreviewDialog)
    shown = dialog.findChild(QPrintPreviewWidget)
    until("a page", lambda: isinstance(shown, QPrintPreviewWidget) and shown.pageCount())
    return dialog


def _due(window: MainWindow) -> bool:
    timers = window.findChildren(QTimer)
    return any(one.isActive() and one.isSingleShot() and one.interval() < SHORT for one in timers)
