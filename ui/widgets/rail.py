"""The rail on the left: the places of the window, by mouse, by arrow keys and by their own shortcut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import KeyButton, name


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its key, its icon, its English source text (context ``Rail``) and its shortcut."""

    key: str
    icon: str
    text: str
    shortcut: str


class _RailButton(KeyButton):
    """A place's button with what waits there at its right end."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.count = 0
        self.place = place
        self.setCheckable(True)
        self.setAutoDefault(False)
        theme.mark(self, kind="rail")
        self.toggled.connect(self.draw_icon)
        self.draw_icon()

    def draw_icon(self) -> None:
        """Draw the icon in the tone and size of the text beside it."""
        worn, side = theme.colours(self), theme.icon_size()
        self.setIconSize(QSize(side + theme.GRID, side))
        self.setIcon(theme.icon(self.place.icon, worn.primary if self.isChecked() else worn.quiet, side, theme.GRID))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, then the count or the shortcut at its right end."""
        super().paintEvent(event)
        worn = theme.colours(self)
        shown = str(self.count) if self.count else self.place.shortcut
        painter = QPainter(self)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        font.setWeight(font.Weight.DemiBold if self.count else font.Weight.Normal)
        painter.setFont(font)
        painter.setPen(worn.primary if self.count else worn.quiet)
        painter.setLayoutDirection(self.layoutDirection())
        before = theme.BETWEEN if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        end = QRect(before, 0, self.width() - theme.BETWEEN, self.height())
        painter.drawText(end, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()


class Rail(QFrame):
    """Shows the places that exist; a place that does not exist yet has no button."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        """Make a button and a shortcut for each place."""
        super().__init__(parent)
        theme.mark(self, role="rail")
        self._buttons: dict[str, _RailButton] = {}
        self._group = group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.INSIDE, theme.BETWEEN, theme.INSIDE, theme.BETWEEN)
        column.setSpacing(theme.GRID)
        for place in places:
            made = _RailButton(place)
            made.setAutoExclusive(True)  # a screen reader then says that it is one of several, not a box to tick
            made.clicked.connect(lambda _checked=False, key=place.key: self.chosen.emit(key))
            shortcut = QShortcut(QKeySequence(place.shortcut), self)
            shortcut.activated.connect(lambda key=place.key: self.chosen.emit(key))
            group.addButton(made)
            column.addWidget(made)
            self._buttons[place.key] = made
        column.addStretch()
        self.retranslate()

    def set_current(self, key: str) -> None:
        """Mark the place that is shown."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def leave(self) -> None:
        """Mark no place: what is shown is none of the rail's."""
        self._group.setExclusive(False)
        for one in self._buttons.values():
            one.setChecked(False)
        self._group.setExclusive(True)

    def set_count(self, key: str, count: int) -> None:
        """Show how much waits at a place."""
        made = self._buttons[key]
        if made.count != count:
            made.count = count
            self._say(made)
            made.update()

    def retranslate(self) -> None:
        """Name every place in the language of now."""
        self.setAccessibleName(self.tr("Places"))
        for made in self._buttons.values():
            self._say(made)
        longest = max(made.sizeHint().width() for made in self._buttons.values())
        self.setMinimumWidth(longest + self.fontMetrics().horizontalAdvance("Ctrl+0  ") + 2 * theme.BETWEEN)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say(self, made: _RailButton) -> None:
        made.draw_icon()
        text = QCoreApplication.translate("Rail", made.place.text)
        name(made, text, more=f"{text} ({made.place.shortcut})")
        if made.count:
            made.setAccessibleName(self.tr("{place}, {count} waiting").format(place=text, count=made.count))
