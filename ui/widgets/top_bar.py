"""The bar at the top: the station, the officer and their menu, the language, the lock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from station_client.domain.office import Officer
from station_client.services.views import KnownOfficer
from ui import theme
from ui.language import next_language
from ui.widgets.button import button, name
from ui.widgets.elided import ElidedLabel

LANGUAGE_KEYS: Final = "Ctrl+Shift+L"


class TopBar(QFrame):
    """Says whose desk this is."""

    language_asked = Signal()
    lock_asked = Signal()
    sign_out_asked = Signal()
    others_asked = Signal()
    switch_asked = Signal(str)
    place_asked = Signal(str)
    scale_asked = Signal(float)

    def __init__(self, scale: float, *, language_fixed: bool, parent: QWidget | None = None) -> None:
        """``language_fixed``: State IT has decided the language."""
        super().__init__(parent)
        theme.mark(self, role="bar")
        self._officer: Officer | None = None
        self._station = ElidedLabel("heading")
        self._who = button("plain", "officer")
        self._language = button("plain", "language")
        self._language.clicked.connect(self.language_asked)
        if language_fixed:
            self._language.hide()
        self._lock = button("plain", "lock")
        self._lock.setShortcut(QKeySequence("Ctrl+L"))
        self._lock.clicked.connect(self.lock_asked)
        self._make_menu(scale)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.AROUND, theme.GRID, theme.INSIDE, theme.GRID)
        row.setSpacing(theme.GRID)
        row.addWidget(self._station, 1)
        for part in (self._who, self._language, self._lock):
            row.addWidget(part)
        self.retranslate()

    def set_officer(self, officer: Officer | None) -> None:
        """Show whose desk it is; nobody's while locked or signed out."""
        self._officer = officer
        self.set_others(())
        self.retranslate()

    def set_others(self, officers: Sequence[KnownOfficer]) -> None:
        """Offer the other officers of this PC; nothing where there are none, or where they are not to be listed."""
        here = self._officer.login if self._officer is not None else ""
        others = [one for one in officers if here and one.login != here]
        self._others_menu.clear()
        for one in others:
            action = self._others_menu.addAction(f"{one.name} · {one.rank}".replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, login=one.login: self.switch_asked.emit(login))
        self._others_menu.menuAction().setVisible(bool(others))

    def station(self) -> str:
        """Give the station as it is shown."""
        return self._station.text()

    def retranslate(self) -> None:
        """Set every word again."""
        officer = self._officer
        self._station.setText("Station Client" if officer is None else _station(officer))
        who = "" if officer is None else f"{officer.name} · {officer.rank}".replace("&", "&&")
        name(self._who, who)
        self._who.setAccessibleName(self.tr("Officer's menu"))
        other = next_language()
        name(self._language, other, more=f"{other} ({LANGUAGE_KEYS})")
        name(self._lock, self.tr("Lock"), more=self.tr("Lock (Ctrl+L)"))
        self._lock.setShortcut(QKeySequence("Ctrl+L"))
        self._sign_out.setText(self.tr("Sign &out"))
        self._others_menu.setTitle(self.tr("S&witch officer"))
        self._officers.setText(self.tr("O&fficers of this PC…"))
        self._trail.setText(self.tr("Audit t&rail…"))
        self._settings.setText(self.tr("S&ettings…"))
        self._help.setText(self.tr("&Help"))
        self._sizes_menu.setTitle(self.tr("&Text size"))
        words = (self.tr("Small"), self.tr("Normal"), self.tr("Large"), self.tr("Very large"))
        for action, word in zip(self._sizes.actions(), words, strict=True):
            action.setText(word)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _make_menu(self, scale: float) -> None:
        menu = QMenu(self)
        self._sizes_menu = menu.addMenu("")
        self._sizes = QActionGroup(self)
        for one in theme.SCALES:
            action = QAction(self)
            action.setCheckable(True)
            action.setChecked(abs(one - scale) < 0.01)  # noqa: PLR2004 the same size, up to rounding
            action.triggered.connect(lambda _checked=False, chosen=one: self.scale_asked.emit(chosen))
            self._sizes.addAction(action)
            self._sizes_menu.addAction(action)
        self._officers, self._trail = menu.addAction(""), menu.addAction("")
        self._officers.setShortcut(QKeySequence("Ctrl+Shift+O"))
        self._officers.triggered.connect(lambda: self.place_asked.emit("officers"))
        self._trail.setShortcut(QKeySequence("Ctrl+Shift+T"))
        self._trail.triggered.connect(lambda: self.place_asked.emit("trail"))
        menu.addSeparator()
        self._settings = menu.addAction("")
        self._settings.setShortcut(QKeySequence("Ctrl+,"))
        self._settings.triggered.connect(lambda: self.place_asked.emit("settings"))
        self._help = menu.addAction("")
        self._help.triggered.connect(lambda: self.place_asked.emit("help"))
        menu.addSeparator()
        self._others_menu = menu.addMenu("")
        menu.aboutToShow.connect(self.others_asked)
        self._sign_out = menu.addAction("")
        self._sign_out.setShortcut(QKeySequence("Ctrl+Shift+Q"))
        self._sign_out.triggered.connect(self.sign_out_asked)
        self._who.setMenu(menu)


def _station(officer: Officer) -> str:
    parts = (officer.office.name, officer.district_name, officer.state_name)
    return ", ".join(part for part in parts if part)
