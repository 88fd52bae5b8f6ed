"""What a person sees and hears of the window: texts as they are read, in their order, and names as they are spoken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, takewhile

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ui.language import unmarked

ROUNDS = 3  # a text asks for a height, the page that scrolls gives it a width, and it asks again


def heard(widget: QWidget) -> str:
    """Give the name by which a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def worded(context: str, source: str) -> str:
    """Give the program's own words in the language of now, as they are heard; ``context`` is whose words they are."""
    return unmarked(QCoreApplication.translate(context, source))


def there(page: QWidget, name: str) -> bool:
    """Tell whether anything that is heard under this name is shown."""
    return any(one.isVisible() and heard(one) == name for one in page.findChildren(QWidget))


def offered(page: QWidget) -> list[str]:
    """Give the names of all buttons that are shown, in the order in which they are read."""
    return [heard(one) for one in _in_order(page) if isinstance(one, QAbstractButton)]


def lines(page: QWidget) -> list[str]:
    """Give every text that is shown, each as it stands, in the order in which they are read."""
    return [text for one in _in_order(page) if (text := _text(one))]


def words(page: QWidget) -> str:
    """Give everything that is shown to be read."""
    return "\n".join(lines(page))


def text(page: QWidget, part: str) -> QLabel:
    """Give the one text on a page that has these words in it."""
    found = [one for one in page.findChildren(QLabel) if one.isVisible() and part in one.text()]
    assert len(found) == 1, f"{part!r} stands there {len(found)} times: {lines(page)}"
    return found[0]


def beside(page: QWidget, caption: str) -> str:
    """Give what stands behind a caption, in its line."""
    across = row(page, caption)
    return " ".join(across[across.index(caption) + 1 :])


def row(page: QWidget, caption: str) -> list[str]:
    """Give the texts that stand in one line with a caption, itself among them, from left to right."""
    texts = [one for one in _in_order(page) if _text(one)]
    captions = [one for one in texts if _text(one) == caption]
    assert len(captions) == 1, f"{caption!r} stands there {len(captions)} times: {[_text(one) for one in texts]}"
    card, height = captions[0].parentWidget() or page, _place(captions[0]).center().y()
    across = [one for one in texts if card.isAncestorOf(one) and _reaches(_place(one), height)]
    return [_text(one) for one in sorted(across, key=lambda one: _place(one).left())]


def dialogs(page: QWidget) -> list[QDialog]:
    """Give the dialogs that stand open over a page."""
    return [one for one in page.findChildren(QDialog) if one.isVisible()]


def held(page: QWidget) -> str:
    """Give all that a page holds, shown or not, read or only heard: of a case nothing may be left behind the lock."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    parts = (page, *page.findChildren(QWidget))
    texts = [text for one in parts for text in (*_besides(one), one.accessibleName(), one.accessibleDescription())]
    choices = [text for one in page.findChildren(QAction) for text in (one.text(), one.toolTip())]
    return "\n".join(text for text in (*texts, *choices) if text)


def _besides(widget: QWidget) -> Iterator[str]:
    """Give a part's own words, and those that stand around them: in tabs, in an empty field, above a window."""
    yield from (_text(widget), widget.toolTip(), widget.windowTitle())
    match widget:
        case QLineEdit():
            yield widget.placeholderText()
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))


def _in_order(page: QWidget) -> list[QWidget]:
    for _round in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    shown = (one for one in (page, *page.findChildren(QWidget)) if one.isVisible())
    return sorted(shown, key=lambda one: (_place(one).top(), _place(one).left()))


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def _reaches(place: QRect, height: int) -> bool:
    return place.top() <= height <= place.bottom()


def _text(widget: QWidget) -> str:
    found = ""
    match widget:
        case QLabel():
            found = unmarked(widget.text()) if widget.buddy() is not None else widget.text()
            if widget.textFormat() is Qt.TextFormat.RichText:
                found = QTextDocumentFragment.fromHtml(found).toPlainText()
        case QAbstractButton():
            found = unmarked(widget.text())
        case QLineEdit():
            found = widget.displayText() if widget.echoMode() is QLineEdit.EchoMode.Normal else ""
        case QComboBox():
            found = widget.currentText()
        case QPlainTextEdit() | QTextEdit():
            found = widget.toPlainText()
        case QAbstractItemView() if (model := widget.model()) is not None:
            found = "\n".join(" · ".join(_cells(model, row)) for row in range(model.rowCount(QModelIndex())))
    return found


def _cells(model: QAbstractItemModel, row: int) -> Iterator[str]:
    cells = (model.index(row, column) for column in count())
    for at in takewhile(QModelIndex.isValid, cells):
        yield str(at.data(Qt.ItemDataRole.AccessibleTextRole) or at.data() or "")
