"""What a person does in the window: finds a thing by the name that is heard, presses it, chooses it, types into it.

Only what is shown is found, and only what is enabled is used; whoever looks in vain is told what there is.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar, overload

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QMenu, QPushButton, QWidget

from tests.support.seen import dialogs, heard
from ui.language import unmarked

HOUR = 3_600_000

Found = TypeVar("Found", bound=QWidget)


@overload
def named(page: QWidget, name: str) -> QWidget: ...


@overload
def named(page: QWidget, name: str, kind: type[Found]) -> Found: ...


def named(page: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    """Give the one thing on a page that is heard under this name."""
    shown = [(heard(one), one) for one in page.findChildren(kind) if one.isVisible()]
    found = [one for said, one in shown if said == name]
    there = sorted({said for said, _ in shown if said})
    assert len(found) == 1, f"{len(found)} things are named {name!r}; there are {there}"
    return found[0]


def button(page: QWidget, name: str) -> QAbstractButton:
    """Give the button of this name."""
    return named(page, name, QAbstractButton)


def press(page: QWidget, name: str) -> None:
    """Press the button of this name."""
    found = button(page, name)
    assert found.isEnabled(), f"{name!r} cannot be pressed now"
    found.click()


def field(page: QWidget, name: str) -> QLineEdit:
    """Give the field of this name."""
    return named(page, name, QLineEdit)


def write(page: QWidget, name: str, text: str, *, enter: bool = False) -> None:
    """Type into the field of this name, over what it holds; ``enter`` presses Enter after it."""
    found = field(page, name)
    assert found.isEnabled(), f"nothing can be typed into {name!r} now"
    found.selectAll()
    QTest.keyClick(found, Qt.Key.Key_Delete)
    QTest.keyClicks(found, text)
    if enter:
        QTest.keyClick(found, Qt.Key.Key_Return)


def save_as(page: QWidget, name: str, path: Path) -> None:
    """Press the button of this name, and say in the dialog that comes where to save it."""
    press(page, name)
    (asking,) = dialogs(page)
    asking.close()
    assert isinstance(asking, QFileDialog)
    asking.fileSelected.emit(str(path))


def strike(part: QWidget) -> None:
    """Let the clock by which a part of the window counts strike once, and not again by itself."""
    (clock,) = clocks(part)
    clock.setInterval(HOUR)
    clock.timeout.emit()


def clocks(part: QWidget) -> list[QTimer]:
    """Give the clocks that run in a part of the window."""
    return [one for one in part.findChildren(QTimer) if one.isActive()]


def menu(page: QWidget, name: str, *way: str) -> QMenu:
    """Open the menu of the button of this name, and on its way the menus in it."""
    found = named(page, name, QPushButton).menu()
    found.aboutToShow.emit()
    for step in way:
        within = _only(found, step).menu()
        assert isinstance(within, QMenu), f"{step!r} has no menu"
        found = within
        found.aboutToShow.emit()
    return found


def choices(shown: QMenu) -> list[str]:
    """Give what a menu offers, in its order."""
    return [unmarked(one.text()) for one in shown.actions() if one.isVisible() and not one.isSeparator()]


def choose(shown: QMenu, choice: str) -> None:
    """Choose one thing of a menu."""
    _only(shown, choice).trigger()


def _only(shown: QMenu, choice: str) -> QAction:
    found = [one for one in shown.actions() if one.isVisible() and unmarked(one.text()) == choice]
    assert len(found) == 1, f"{choice!r} is not offered once in {choices(shown)}"
    assert found[0].isEnabled(), f"{choice!r} cannot be chosen now"
    return found[0]
