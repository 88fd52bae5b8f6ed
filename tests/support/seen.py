"""What a person finds in the window: by the words that are read and the names that are heard, not by how it is built.

Only what is shown is found; whoever looks in vain is told what there is.
"""

from __future__ import annotations

from typing import TypeVar, overload

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ui.language import unmarked

Found = TypeVar("Found", bound=QWidget)


def heard(widget: QWidget) -> str:
    """Give the name by which a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def said(context: str, source: str) -> str:
    """Give the program's own words in the language of now, as they are heard; ``context`` is whose words they are."""
    return unmarked(QCoreApplication.translate(context, source))


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


def there(page: QWidget, name: str) -> bool:
    """Tell whether anything that is heard under this name is shown."""
    return any(one.isVisible() and heard(one) == name for one in page.findChildren(QWidget))


def button(page: QWidget, name: str) -> QAbstractButton:
    """Give the button of this name."""
    return named(page, name, QAbstractButton)


def offered(page: QWidget) -> list[str]:
    """Give the names of all buttons that are shown, in the order in which they are read."""
    return [heard(one) for one in _in_order(page) if isinstance(one, QAbstractButton)]


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


def lines(page: QWidget) -> list[str]:
    """Give every text that is shown, each as it stands, in the order in which they are read."""
    return [text for one in _in_order(page) if (text := _text(one))]


def words(page: QWidget) -> str:
    """Give everything that is shown to be read."""
    return "\n".join(lines(page))


def held(page: QWidget) -> str:
    """Give all that a page holds, shown or not, read or only heard: of a case nothing may be left behind the lock."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    parts = (page, *page.findChildren(QWidget))
    texts = ((_text(one), one.accessibleName(), one.accessibleDescription(), one.toolTip()) for one in parts)
    return "\n".join(text for four in texts for text in four if text)


def text(page: QWidget, part: str) -> QLabel:
    """Give the one text on a page that has these words in it."""
    found = [one for one in page.findChildren(QLabel) if one.isVisible() and part in one.text()]
    assert len(found) == 1, f"{part!r} stands there {len(found)} times: {lines(page)}"
    return found[0]


def beside(page: QWidget, caption: str) -> str:
    """Give what stands behind a caption, in its line."""
    captions = [one for one in _in_order(page) if _text(one) == caption]
    assert len(captions) == 1, f"{caption!r} stands there {len(captions)} times: {lines(page)}"
    at, card = _place(captions[0]), captions[0].parentWidget()
    behind = [one for one in _in_order(card or page) if _place(one).left() > at.right()]
    return " ".join(_text(one) for one in behind if _reaches(_place(one), at.center().y()) and _text(one))


def _in_order(page: QWidget) -> list[QWidget]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    shown = (one for one in (page, *page.findChildren(QWidget)) if one.isVisible())
    return sorted(shown, key=lambda one: (_place(one).top(), _place(one).left()))


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def _reaches(place: QRect, height: int) -> bool:
    return place.top() <= height <= place.bottom()


def _text(widget: QWidget) -> str:
    match widget:
        case QLabel():
            return unmarked(widget.text()) if widget.buddy() is not None else widget.text()
        case QAbstractButton():
            return unmarked(widget.text())
        case QLineEdit():
            return widget.displayText() if widget.echoMode() is QLineEdit.EchoMode.Normal else ""
        case QComboBox():
            return widget.currentText()
        case QPlainTextEdit() | QTextEdit():
            return widget.toPlainText()
    return ""
