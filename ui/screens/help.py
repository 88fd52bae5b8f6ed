"""Help: short pages in the officer's language, with no line, found by any word in them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QKeySequence, QShortcut, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from station_client.services.verbs import Verbs
from ui import theme
from ui.bridge import Bridge
from ui.language import current
from ui.models.help_pages import HelpPage, pages
from ui.screens.screen import Screen
from ui.widgets.button import label
from ui.widgets.training import TrainingDoor

LIST_WIDTH = 280
CLEAR = "_q_qlineeditclearaction"  # Qt names its own so


class HelpScreen(Screen):
    """Titles on the left, narrowed by what is typed; the page on the right."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build the list and the page."""
        super().__init__(verbs, bridge, parent)
        self._heading, self._none = label("title"), label("quiet", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.query = QLineEdit()
        self.query.setClearButtonEnabled(True)
        self.query.textChanged.connect(self._narrow)
        self.titles = QListWidget()
        self.query.returnPressed.connect(self.titles.setFocus)
        self.titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.titles.setWordWrap(True)
        self.titles.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.titles.currentRowChanged.connect(self._show)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        policy = self.page.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # where no page has the words, the list stays as wide as it was
        self.page.setSizePolicy(policy)
        self._found: list[HelpPage] = []
        left, both, whole = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for part in (self.query, self.titles, self._none):
            left.addWidget(part)
        if not verbs.settings.training:
            left.addWidget(TrainingDoor())
        both.setSpacing(theme.BETWEEN)
        both.addLayout(left)
        both.addWidget(self.page, 1)
        whole.setContentsMargins(*theme.PAGE)
        whole.addWidget(self._heading)
        whole.addLayout(both, 1)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, lambda: self.go.emit("back"))
        self.retranslate()

    def activate(self) -> None:
        """Begin at the search field."""
        self.query.setFocus()

    def title(self) -> str:
        """Give the words for the window's title."""
        return self.tr("Help")

    def retranslate(self) -> None:
        """Set every word again, the pages too."""
        self._heading.setText(self.tr("Help"))
        self.query.setPlaceholderText(self.tr("A word to find"))
        self.query.setAccessibleName(self.tr("A word to find"))
        for clear in self.query.findChildren(QAction, CLEAR):
            clear.setIcon(theme.icon("close", theme.colours(self).text))  # Qt's own is dark on dark
            clear.setText(self.tr("Clear"))
        wide = round(LIST_WIDTH * max(1.0, theme.look().scale))
        self.query.setFixedWidth(wide)
        self.titles.setFixedWidth(wide)
        self._none.setFixedWidth(wide)
        self.titles.setAccessibleName(self.tr("Pages"))
        self.page.setAccessibleName(self.tr("Page"))
        self._none.setText(self.tr("No page has these words. Try one word, or a shorter one."))
        self._narrow()

    def _narrow(self) -> None:
        """Leave the pages that have every word that was typed, first those that are about it."""
        words = self.query.text()
        found = (one for one in pages(current()) if one.tells_of(words))
        self._found = sorted(found, key=lambda one: not one.is_about(words))
        self.titles.clear()
        self.titles.addItems([one.title for one in self._found])
        self._none.setVisible(not self._found)
        self.titles.setVisible(bool(self._found))
        self.page.setVisible(bool(self._found))
        self.titles.setCurrentRow(0 if self._found else -1)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._found):
            page = self._found[row]
            self.page.setMarkdown(f"## {page.title}\n\n{page.body}")
            _in_our_weights(self.page.document())
        elif not self._found:
            self.page.clear()


def _in_our_weights(document: QTextDocument) -> None:
    """Set in 600 what markdown sets in 700, which our faces do not have: Qt would smear one of them."""
    cursor, block = QTextCursor(document), document.begin()
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    while block.isValid():
        for one in block.textFormats():
            if one.format.fontWeight() > QFont.Weight.DemiBold:
                cursor.setPosition(block.position() + one.start)
                cursor.setPosition(cursor.position() + one.length, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(look)
        block = block.next()
