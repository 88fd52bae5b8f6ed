"""Buttons: a word, perhaps an icon, one of four kinds; always with a name for the screen reader."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.language import unmarked

_ICON_TONES: Final = {"primary": "on_primary", "link": "primary"}
RING: Final = 2
RING_AT: Final = 4  # pixels from the edge: beside the ring that the style sheet draws around it


class KeyButton(QPushButton):
    """A button that Enter presses as Space does, wherever it stands (Qt's own hears Enter in dialogs only).

    Its icon is drawn in the colours that are worn, and again when others are.
    """

    _drawn = ""

    def draw(self, icon: str) -> None:
        """Draw an icon in the tone and size of the words beside it, and with room before them (Fusion leaves 4 px)."""
        self._drawn = icon
        tone = theme.colours(self).tone(_ICON_TONES.get(str(self.property("kind") or ""), "text"))
        side, gap = theme.icon_size(), theme.GRID if self.text() else 0
        self.setIcon(theme.icon(icon, tone, side, gap))
        self.setIconSize(QSize(side + gap, side))

    def weigh(self, *, main: bool) -> None:
        """Look like the main deed of the page, or like any other."""
        theme.mark(self, kind="primary" if main else "")
        if self._drawn:
            self.draw(self._drawn)

    def setText(self, text: str) -> None:
        """Take the words; an icon that stood alone makes room for them."""
        super().setText(text)
        if self._drawn:
            self.draw(self._drawn)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again: the language's change is also sent for other colours."""
        if event.type() == QEvent.Type.LanguageChange and self._drawn:
            self.draw(self._drawn)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring of the focus inside as well, where the button's own ground would hide the one around it."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("kind") == "primary":
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.colours(self).on_primary), RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(RING_AT, RING_AT, -RING_AT, -RING_AT), RING, RING)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if not event.isAutoRepeat():  # what opened this page may still be held down
                self.click()
        else:
            super().keyPressEvent(event)


def button(kind: str = "", icon: str = "", parent: QWidget | None = None) -> KeyButton:
    """Make a button; set its text in ``retranslate`` by ``name``."""
    made = KeyButton(parent)
    made.setAutoDefault(False)
    if kind:
        theme.mark(made, kind=kind)
    if icon:
        made.draw(icon)
    return made


def name(widget: QPushButton, text: str, *, more: str = "", shown: bool = True) -> None:
    """Give a button its words: on it (or only in its hint, where an icon must do) and for the screen reader."""
    widget.setText(text if shown else "")
    plain = unmarked(text)
    widget.setAccessibleName(plain)
    widget.setToolTip(more or ("" if shown else plain))


class Label(QLabel):
    """A label that begins where lines of the window begin: Qt lets words of another script stand far from their names.

    Where one reads from the left, a text written from the right still begins there, as a reader of it expects.
    """

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._begin()

    def changeEvent(self, event: QEvent) -> None:
        """Turn with the window."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._begin()
        super().changeEvent(event)

    def _begin(self) -> None:
        across, sides = Qt.AlignmentFlag.AlignHorizontal_Mask, Qt.AlignmentFlag
        if self.alignment() & sides.AlignHCenter:
            return
        begins = sides.AlignRight | sides.AlignAbsolute if self.isRightToLeft() else sides.AlignLeft
        self.setAlignment((self.alignment() & ~across) | begins)


def label(role: str = "", *, wrap: bool = False, buddy: QWidget | None = None) -> QLabel:
    """Make a label of one of the style sheet's roles; plain text only, so no data can be markup."""
    made = Label()
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        theme.mark(made, role=role)
    if wrap:
        made.setWordWrap(True)
        policy = made.sizePolicy()  # keeps "height for width", so that a text takes the room its lines need
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        made.setSizePolicy(policy)
    if buddy is not None:
        made.setBuddy(buddy)
    return made
