"""The look: colours, type and space, written once (design: a quiet, dense, legible office program).

Colours come from ``resources/styles/colours.json``; the style sheet is a template over them. Which
set is in use is read from the program's palette, so nothing here is kept in a global.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, fields
from functools import lru_cache
from string import Template
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QLoggingCategory, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from resources import path, text

GRID: Final = 4
INSIDE: Final = 8
BETWEEN: Final = 12
AROUND: Final = 16
PAGE: Final = (AROUND, BETWEEN, AROUND, BETWEEN)
"""The room around a page: left, above, right, below."""
ROW: Final = 30
TARGET: Final = 28
BASE_POINTS: Final = 10.5
SCALES: Final = (0.85, 1.0, 1.2, 1.45)
ICON: Final = 18
TICK: Final = 14
SCRIPTS: Final = ("Bengali", "Gujarati", "Gurmukhi", "Kannada", "Malayalam", "Oriya", "Tamil", "Telugu")
FAMILIES: Final = (
    "Noto Sans",
    "Noto Sans Devanagari",
    *(f"Noto Sans {one}" for one in SCRIPTS),
    "Noto Naskh Arabic",  # Urdu: Nastaliq needs lines twice as high, which no list has
    "Noto Sans",  # once more: Qt on Windows looks for a sign that a script's own font lacks (·) only further on
)
FONT_FILES: Final = (
    "NotoSans-Regular.ttf",
    "NotoSans-SemiBold.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansDevanagari-SemiBold.ttf",
    *(f"NotoSans{one}-Regular.ttf" for one in SCRIPTS),
    "NotoNaskhArabic-Regular.ttf",
)
AS_SYSTEM: Final = "system"
SETS: Final = ("light", "dark", "contrast")
THEMES: Final = (AS_SYSTEM, *SETS)
_WORN: Final = "theme-worn"
_LOOK: Final = "theme-look"
_FUSION: Final = "theme-fusion"


@dataclass(frozen=True, slots=True)
class Look:
    """What an officer chose of the look: text size, colours (one of ``THEMES``), lists that move by themselves."""

    scale: float = 1.0
    name: str = "light"
    scrolling: bool = False


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours; each text colour stands at 4.5:1 or better on ground and surface."""

    ground: str
    surface: str
    line: str
    text: str
    quiet: str
    example: str
    primary: str
    on_primary: str
    tint: str
    hover: str
    danger: str
    danger_tint: str
    warning: str
    warning_tint: str
    good: str
    good_tint: str

    def tone(self, name: str) -> str:
        """Give the colour of a tone (``text``, ``quiet``, ``primary``, ``danger``, ``warning``, ``good``)."""
        return str(getattr(self, name))


@lru_cache(maxsize=3)
def palette_set(name: str) -> Colours:
    """Give the colours of one of ``SETS``."""
    return Colours(**json.loads(text("styles/colours.json"))[name])


def colours(_widget: QWidget | None = None) -> Colours:
    """Give the colours that the program wears now (a widget's own palette is bent by the style sheet)."""
    return palette_set(worn())


def worn() -> str:
    """Name the set of colours that the program wears now."""
    app = QApplication.instance()
    return str((app.property(_WORN) if app else "") or "light")


def resolved(name: str) -> str:
    """Give the set that a choice means: for ``system``, high contrast or dark where the system asks for it."""
    if name in SETS:
        return name
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def look() -> Look:
    """Give what was chosen last."""
    app = QApplication.instance()
    chosen = app.property(_LOOK) if app else None
    return chosen if isinstance(chosen, Look) else Look()


def program() -> QApplication:
    """Begin the program in Fusion by its arguments: ``setStyle`` gives a style back, and the binding loads them all."""
    app = QApplication([sys.argv[0], "-style", "Fusion"])
    app.setProperty(_FUSION, True)  # noqa: FBT003 Qt's own shape
    return app


def wear(app: QApplication, *, scale: float = 1.0, name: str = "light", scrolling: bool = False) -> None:
    """Dress the program: Fusion, own palette, own type, own style sheet; widgets that stand draw their icons anew."""
    before, found = (worn(), look().scale), resolved(name)
    dressed = app.property(_WORN) is not None
    app.setProperty(_LOOK, Look(scale, name, scrolling))
    chosen = palette_set(found)
    app.setProperty(_WORN, found)
    if not app.property(_FUSION):
        app.setStyle("Fusion")
    load_fonts()
    font = QFont(list(FAMILIES))
    font.setPointSizeF(BASE_POINTS * scale)
    app.setFont(font)
    app.setPalette(_palette(chosen))
    app.setStyleSheet(style_sheet(chosen, scale))
    if dressed and before != (found, scale):
        icon.cache_clear()
        for widget in app.topLevelWidgets():
            app.postEvent(widget, QEvent(QEvent.Type.LanguageChange))  # every widget then says and draws itself


def load_fonts() -> None:
    """Register the program's own fonts, so that every script shows on a bare PC."""
    # Qt warns each time that Noto Sans has no Devanagari, before it takes the next family: it is meant so.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(path(f"fonts/{name}")))


def style_sheet(chosen: Colours, scale: float = 1.0) -> str:
    """Fill the style sheet's template with colours and sizes."""
    values, stark = {one.name: getattr(chosen, one.name) for one in fields(Colours)}, chosen == palette_set("contrast")
    tick = 2 * round(TICK / 2 * max(1.0, scale))  # even, so that a ring of it is round
    sizes = {
        "families": ", ".join(f'"{one}"' for one in FAMILIES),
        "base": f"{BASE_POINTS * scale:.2f}pt",
        "small": f"{BASE_POINTS * scale * 0.9:.2f}pt",
        "heading": f"{BASE_POINTS * scale * 1.1:.2f}pt",
        "title": f"{BASE_POINTS * scale * 1.45:.2f}pt",
        "target": f"{round(TARGET * max(1.0, scale)) - 2}px",
        "icon": f"{icon_size(scale)}px",
        "tick": f"{tick}px",
        "round": f"{tick // 2 + 1}px",
        "dot": f"{tick - 8}px",
        "drop": f"{tick + 12}px",
        "set": "light" if chosen == palette_set("light") else "dark",
        "shut": "dashed" if stark else "solid",  # its quiet is hardly less than its text
        "shut_edge": chosen.line if stark else "transparent",
        "icons": path("icons").as_posix(),
    }
    return Template(text("styles/station.qss")).substitute(values | sizes)


def mark(widget: QWidget, **names: str) -> None:
    """Set the properties that the style sheet reads, and let the style look again."""
    for name, value in names.items():
        widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else the style has not looked yet, and will
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def icon_size(scale: float = 0.0) -> int:
    """Give the side of an icon beside text of that size (of what is worn now), in pixels."""
    return round(ICON * (scale or look().scale))


def sign(name: str, colour: str) -> QPixmap:
    """Draw an icon for a label, as large as the words beside it ask."""
    side = icon_size()
    return icon(name, colour, side).pixmap(QSize(side, side))


@lru_cache(maxsize=256)
def icon(name: str, colour: str, size: int = 0, gap: int = 0) -> QIcon:
    """Draw an icon in a colour (``colours(widget).text``); crisp on every screen of this PC.

    ``size`` is its side, by default that of the text that is worn.
    ``gap`` is room in pixels between it and the words behind it, where a widget leaves too little.
    """
    drawn, side, screens = QIcon(), size or icon_size(), QGuiApplication.screens()
    sharpest = max((one.devicePixelRatio() for one in screens), default=1.0)
    for ratio in (1, 2) if sharpest > 1 else (1,):
        drawn.addPixmap(_pixmap(name, colour, side, gap, ratio))
        drawn.addPixmap(_pixmap(name, colours().quiet, side, gap, ratio), QIcon.Mode.Disabled)
    return drawn


def _pixmap(name: str, colour: str, size: int, gap: int, ratio: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 loaded with the first icon, not with the module

    drawing = text(f"icons/{name}.svg").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    pixmap = QPixmap(QSize(size + gap, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    before = gap if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
    renderer.render(painter, QRectF(before * ratio, 0, size * ratio, size * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _palette(chosen: Colours) -> QPalette:
    role, palette = QPalette.ColorRole, QPalette()
    for part, colour in {
        role.Window: chosen.ground,
        role.WindowText: chosen.text,
        role.Base: chosen.surface,
        role.AlternateBase: chosen.ground,
        role.ToolTipBase: chosen.surface,
        role.ToolTipText: chosen.text,
        role.PlaceholderText: chosen.example,
        role.Text: chosen.text,
        role.Button: chosen.surface,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.danger,
        role.Link: chosen.primary,
        role.LinkVisited: chosen.primary,
        role.Highlight: chosen.primary,
        role.HighlightedText: chosen.on_primary,
        role.Mid: chosen.line,
        role.Dark: chosen.quiet,
        role.Light: chosen.surface,
        role.Midlight: chosen.hover,
        role.Shadow: chosen.line,
    }.items():
        palette.setColor(part, QColor(colour))
    for part in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(chosen.quiet))
    return palette
