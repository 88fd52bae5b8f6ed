"""Hands on the real window: finds what an officer would find, clicks and types as an officer would.

Keys and mouse go through QTest; Hindi comes as an input method commits it. Nothing here calls a screen's own methods.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QEventLoop, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

W = TypeVar("W", bound=QWidget)
T = TypeVar("T")
WAIT_SECONDS = 20.0
PAUSE = 10
MENU_MILLISECONDS = 150
LEFT = Qt.MouseButton.LeftButton


class NotSeenError(Exception):
    """What an officer would look for is not on the screen."""


def windows() -> list[QWidget]:
    """Give the windows that are open, the active one first."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]
    active = QApplication.activeModalWidget() or QApplication.activeWindow()
    return sorted(shown, key=lambda one: one is not active)


def seen(kind: type[W], name: str = "", *, inside: QWidget | None = None) -> Iterator[W]:
    """Give the visible widgets of a kind whose object name, spoken name or shown words are ``name``."""
    for root in [inside] if inside is not None else windows():
        for widget in [root, *root.findChildren(kind)]:
            if isinstance(widget, kind) and widget.isVisible() and (not name or _called(widget, name)):
                yield widget


def find(kind: type[W], name: str = "", *, inside: QWidget | None = None, seconds: float = WAIT_SECONDS) -> W:
    """Wait until such a widget is there and give it."""
    return until(
        lambda: next(seen(kind, name, inside=inside), None), f"{kind.__name__} “{name}”", seconds=seconds, inside=inside
    )


def until(
    look: Callable[[], T | None], what: str, *, seconds: float = WAIT_SECONDS, inside: QWidget | None = None
) -> T:
    """Let the program run until ``look`` finds something; say what was missing, and what was there instead."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise NotSeenError(f"not seen in {seconds:.0f} s: {what}; on the screen: {' / '.join(words(inside))[:600]}")
        settle(PAUSE)


def click(widget: QWidget) -> None:
    """Click where an officer would; a disabled button is a failure, not a click."""
    until(widget.isEnabled, f"{_label(widget)} to be enabled")
    QTest.mouseClick(widget, LEFT)


def press(name: str, *, inside: QWidget | None = None) -> None:
    """Click the button of that name."""
    click(find(QAbstractButton, name, inside=inside))


def from_menu(button: QPushButton, text: str) -> None:
    """Open a button's menu and choose an entry by its words."""
    missed: list[str] = []

    def choose_entry() -> None:
        menu = next(seen(QMenu), None)
        entry = next((one for one in menu.actions() if _plain(one.text()) == text), None) if menu else None
        if menu is None or entry is None:
            missed.append(text)
            if menu is not None:
                menu.close()
            return
        QTest.mouseClick(menu, LEFT, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(entry).center())

    QTimer.singleShot(MENU_MILLISECONDS, choose_entry)  # the menu runs a loop of its own until it is closed
    click(button)
    if missed:
        raise NotSeenError(f"the menu entry “{text}”")


def name_file(press_it: Callable[[], None], path: str) -> None:
    """Do what opens a file dialog, type a path into it and press Enter; works whether or not the dialog blocks.

    Qt's own dialog may give the first Enter to its list of proposals: like a person, press it again then.
    """
    named: list[str] = []

    def answer() -> None:
        dialog = next(seen(QFileDialog), None)
        if dialog is None:
            return
        field = next(seen(QLineEdit, "fileNameEdit", inside=dialog))
        if not field.hasFocus():  # before its window is the active one, Qt writes a proposal over what is typed
            QTest.mouseClick(field, LEFT)
            return
        asking.stop()  # typing lets the program run, and this must not begin anew meanwhile
        if field.text() != path:
            write(field, path)
        key(field, Qt.Key.Key_Return)
        named.append(path)
        asking.start()

    asking = QTimer(interval=MENU_MILLISECONDS)
    asking.timeout.connect(answer)
    asking.start()
    press_it()
    until(lambda: named and not any(seen(QFileDialog)), f"the file dialog to take {path}")
    asking.stop()


def write(widget: QWidget, text: str) -> None:
    """Put the cursor into a field and type; what was there is replaced."""
    target = widget.viewport() if isinstance(widget, QTextEdit | QPlainTextEdit) else widget
    QTest.mouseClick(target, LEFT)
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    if text:
        add(widget, text)


def add(widget: QWidget, text: str) -> None:
    """Type on, key by key; letters that are on no Latin keyboard come as an input method commits them."""
    for line_number, line in enumerate(text.split("\n")):
        if line_number:
            QTest.keyClick(widget, Qt.Key.Key_Return)
        for word in line.split(" "):
            if word.isascii():
                QTest.keyClicks(widget, word)
            else:
                committed = QInputMethodEvent()
                committed.setCommitString(word)
                QApplication.sendEvent(widget, committed)
            QTest.keyClick(widget, Qt.Key.Key_Space)
        QTest.keyClick(widget, Qt.Key.Key_Backspace)


def type_keys(widget: QWidget, letters: str) -> None:
    """Type letters of the Latin keyboard, with nothing before or after."""
    QTest.keyClicks(widget, letters)


def key(widget: QWidget, one: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key."""
    QTest.keyClick(widget, one, held)


def choose(box: QComboBox, data: object) -> str:
    """Choose a box's entry by the value it stands for, with the keyboard; gives the words shown."""
    wanted = next((at for at in range(box.count()) if box.itemData(at) == data), -1)
    if wanted < 0:
        raise NotSeenError(f"{_label(box)} does not offer {data!r}")
    box.setFocus()
    for _ in range(box.count()):
        if box.currentIndex() == wanted:
            break
        key(box, Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up)
    if box.currentIndex() != wanted:
        raise NotSeenError(f"{_label(box)} cannot be set to {data!r}")
    return box.currentText()


def rows(view: QAbstractItemView) -> list[QModelIndex]:
    """Give a list's rows."""
    model: QAbstractItemModel = view.model()
    return [model.index(at, 0, view.rootIndex()) for at in range(model.rowCount(view.rootIndex()))]


def row(
    view: QAbstractItemView, fits: Callable[[object], bool], what: str, *, seconds: float = WAIT_SECONDS
) -> QModelIndex:
    """Wait for the row whose record fits."""

    def look() -> QModelIndex | None:
        return next((one for one in rows(view) if fits(one.data(Qt.ItemDataRole.UserRole))), None)

    return until(look, what, seconds=seconds, inside=view)


def choose_row(view: QAbstractItemView, index: QModelIndex) -> None:
    """Go to a row with a click."""
    view.scrollTo(index)
    settle()
    place = view.visualRect(index)
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place.topRight() - QPoint(8, -6))
    until(lambda: view.currentIndex().row() == index.row(), "the row to be chosen")


def open_row(view: QAbstractItemView, index: QModelIndex) -> None:
    """Go to a row with a click and open it with Enter."""
    choose_row(view, index)
    key(view, Qt.Key.Key_Return)


def words(inside: QWidget | None = None) -> list[str]:
    """Read the words on the screen: labels, buttons and fields."""
    found: list[str] = []
    for root in [inside] if inside is not None else windows():
        for label in root.findChildren(QWidget):
            if isinstance(label, QLabel | QAbstractButton | QLineEdit) and label.isVisible() and label.text():
                hidden = isinstance(label, QLineEdit) and label.echoMode() is not QLineEdit.EchoMode.Normal
                found.append("••••" if hidden else label.text())
    return found


def settle(milliseconds: int = 80) -> None:
    """Let the program finish what it began, as it runs by itself.

    A test's own wait sleeps, and keeps the interpreter from the program's other threads while it does.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # which a loop within a loop leaves lying


def picture(window: QWidget, path: Path) -> int:
    """Take a picture of a window; gives its size in bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    settle()
    if not window.grab().save(str(path)):
        raise NotSeenError(f"no picture could be written to {path.name}")
    return path.stat().st_size


def _called(widget: QWidget, name: str) -> bool:
    if name in (widget.objectName(), widget.accessibleName()):
        return True
    return isinstance(widget, QLabel | QAbstractButton) and _plain(widget.text()) == name


def _plain(text: str) -> str:
    """Take the mnemonics out of a button's words."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _label(widget: QWidget) -> str:
    return widget.accessibleName() or widget.objectName() or type(widget).__name__
