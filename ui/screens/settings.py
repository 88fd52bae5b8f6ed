"""Settings: what an officer may choose for the window, and what State IT has decided, shown as decided."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from station_client.config import Settings
from station_client.services.verbs import Verbs
from ui import language, theme
from ui.bridge import Bridge
from ui.language import current, size, unmarked
from ui.screens.screen import Screen
from ui.widgets.button import label
from ui.widgets.card_page import CardPage

CARD_WIDTH: Final = 720
MINUTE: Final = 60


class SettingsScreen(Screen):
    """Each choice shows at once; ``chosen`` carries its name and value to whoever keeps it."""

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Build both tables."""
        super().__init__(verbs, bridge, parent)
        self._heading, self._own, self._given = label("title"), label("heading"), label("heading")
        self.boxes = {"language": QComboBox(), "scale": QComboBox(), "theme": QComboBox()}
        self.scrolling = QCheckBox()
        self._captions = {key: label() for key in self.boxes}
        self._notes = {key: label("small", wrap=True) for key in (*self.boxes, "scrolling")}
        self._facts: dict[str, tuple[QLabel, QLabel]] = {
            key: (label("quiet"), label(wrap=True))
            for key in ("centre", "sync", "hours", "rate", "lock", "files", "password")
        }
        self._lay_out()
        for key, box in self.boxes.items():
            self._captions[key].setBuddy(box)
            box.activated.connect(lambda _place, key=key: self.chosen.emit(key, self.boxes[key].currentData()))
        self.scrolling.clicked.connect(lambda on: self.chosen.emit("scrolling", on))
        self.retranslate()

    def activate(self) -> None:
        """Show what is chosen now."""
        self._show()
        self.boxes["language"].setFocus()

    def title(self) -> str:
        """Give the words for the window's title."""
        return self.tr("Settings")

    def retranslate(self) -> None:
        """Set every word again."""
        self._heading.setText(self.tr("Settings"))
        self._own.setText(self.tr("How this window looks"))
        self._given.setText(self.tr("Decided by State IT"))
        captions = (self.tr("Lan&guage"), self.tr("Te&xt size"), self.tr("&Colours"))
        for caption, (key, box) in zip(captions, self.boxes.items(), strict=True):
            self._captions[key].setText(caption)
            box.setAccessibleName(unmarked(caption))
        self.scrolling.setText(self.tr("The dashboard's lists &move on by themselves"))
        self.scrolling.setAccessibleName(unmarked(self.scrolling.text()))
        self._notes["theme"].setText(self.tr("“As the system” follows this PC: dark and high contrast too."))
        self._notes["scrolling"].setText(
            self.tr("They stand still under the pointer, with the focus, and by the pause button.")
        )
        self._show()

    def _lay_out(self) -> None:
        card = QFrame()
        column = QVBoxLayout(card)
        column.setContentsMargins(*([theme.AROUND] * 4))
        column.setSpacing(theme.BETWEEN)
        own, given = QGridLayout(), QFormLayout()  # a form keeps room for lines that a note does not have
        for table in (own, given):
            table.setHorizontalSpacing(theme.AROUND)
            table.setVerticalSpacing(theme.INSIDE)
        for row, (key, box) in enumerate(self.boxes.items()):
            own.addWidget(self._captions[key], 2 * row, 0)
            own.addWidget(box, 2 * row, 1)
            own.addWidget(self._notes[key], 2 * row + 1, 1)
        own.setColumnStretch(1, 1)
        for part in (self.scrolling, self._notes["scrolling"]):
            own.addWidget(part, own.rowCount(), 0, 1, 2)
        for name, value in self._facts.values():
            given.addRow(name, value)
        column.addWidget(self._own)
        column.addLayout(own)
        column.addWidget(self._given)
        column.addLayout(given)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(CardPage(self._heading, card, CARD_WIDTH))

    def _show(self) -> None:
        look, fixed = theme.look(), self.verbs.settings.fixed
        offered: dict[str, list[tuple[str, object]]] = {
            "language": [(name, code) for code, name in language.offered().items()],
            "scale": list(zip(self._sizes(), theme.SCALES, strict=True)),
            "theme": list(zip(self._colours(), theme.THEMES, strict=True)),
        }
        now: dict[str, object] = {"language": current(), "scale": look.scale, "theme": look.name}
        for key, box in self.boxes.items():
            box.clear()
            for text, value in offered[key]:
                box.addItem(text, value)
            box.setCurrentIndex(box.findData(now[key]))
            self._fix(box, key, fixed)
        self.scrolling.setChecked(look.scrolling)
        self._fix(self.scrolling, "scrolling", fixed)
        self._say_facts(self.verbs.settings)

    def _fix(self, widget: QWidget, key: str, fixed: frozenset[str]) -> None:
        """Show what State IT has fixed as fixed, in words."""
        widget.setEnabled(key not in fixed)
        if key in fixed:
            self._notes[key].setText(self.tr("Fixed by State IT."))
        self._notes[key].setVisible(bool(self._notes[key].text()))

    def _say_facts(self, settings: Settings) -> None:
        files = self.tr("{count} for each alert, {size} each").format(
            count=settings.files_per_alert, size=size(settings.bytes_per_file)
        )
        keys = self.tr("password alone") if settings.password_only else self.tr("password and this PC's keychain")
        said = {
            "centre": (self.tr("Central server"), settings.centre_url or self.tr("none yet")),
            "sync": (self.tr("Sync"), self.tr("every {count} seconds").format(count=settings.sync_seconds)),
            "hours": (self.tr("Files travel"), self._hours(settings)),
            "rate": (self.tr("Files take of the line"), self._rate(settings.bytes_per_second)),
            "lock": (self.tr("Locks itself"), self._lock(settings.lock_seconds)),
            "files": (self.tr("Attachments"), files),
            "password": (self.tr("What guards the data"), keys),
        }
        for key, (name, value) in said.items():
            self._facts[key][0].setText(name)
            self._facts[key][1].setText(value)

    def _hours(self, settings: Settings) -> str:
        if settings.sync_hours is None:
            return self.tr("at any time")
        since, until = (f"{one:%H:%M}" for one in settings.sync_hours)
        return self.tr("from {since} to {until} IST; text and High Alerts at any time").format(since=since, until=until)

    def _rate(self, most: int) -> str:
        return self.tr("{size} each second at the most").format(size=size(most)) if most else self.tr("all there is")

    def _lock(self, seconds: int) -> str:
        if not seconds:
            return self.tr("never")
        return self.tr("after {count} minutes").format(count=max(1, round(seconds / MINUTE)))

    def _sizes(self) -> tuple[str, ...]:
        return self.tr("Small"), self.tr("Normal"), self.tr("Large"), self.tr("Very large")

    def _colours(self) -> tuple[str, ...]:
        return self.tr("As the system"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast")
