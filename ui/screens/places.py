"""The places behind the rail: each screen is imported and made when it is first asked for."""

from __future__ import annotations

import importlib
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from station_client.services.verbs import Verbs
from ui.bridge import Bridge
from ui.screens.own_window import OwnWindow
from ui.screens.screen import Screen
from ui.widgets.rail import Place
from ui.words import QT_TRANSLATE_NOOP

PLACES: Final = (
    Place("dashboard", "dashboard", QT_TRANSLATE_NOOP("Rail", "Dashboard"), "Ctrl+1"),
    Place("new-alert", "new-alert", QT_TRANSLATE_NOOP("Rail", "New alert"), "Ctrl+N"),
    Place("my-work", "my-work", QT_TRANSLATE_NOOP("Rail", "My work"), "Ctrl+2"),
    Place("messages", "mail", QT_TRANSLATE_NOOP("Rail", "Messages"), "Ctrl+3"),
    Place("search", "search", QT_TRANSLATE_NOOP("Rail", "Search"), "Ctrl+F"),
    Place("reports", "sheet", QT_TRANSLATE_NOOP("Rail", "Reports"), "Ctrl+4"),
    Place("what-is-wrong", "information", QT_TRANSLATE_NOOP("Rail", "What is wrong?"), "Ctrl+9"),
)

_SCREENS: Final = {
    "dashboard": ("ui.screens.dashboard", "DashboardScreen"),
    "new-alert": ("ui.screens.editor", "EditorScreen"),
    "my-work": ("ui.screens.my_work", "MyWorkScreen"),
    "messages": ("ui.screens.messages", "MessagesScreen"),
    "search": ("ui.screens.search", "SearchScreen"),
    "reports": ("ui.screens.reports", "ReportsScreen"),
    "alert": ("ui.screens.alert", "AlertScreen"),
    "add-officer": ("ui.screens.add_officer", "AddOfficerScreen"),
    "officers": ("ui.screens.officers", "OfficersScreen"),
    "trail": ("ui.screens.trail", "TrailScreen"),
    "fir": ("ui.screens.fir", "FirScreen"),
    "receipt": ("ui.screens.receipt", "ReceiptScreen"),
    "what-is-wrong": ("ui.screens.what_is_wrong", "WhatIsWrongScreen"),
    "settings": ("ui.screens.settings", "SettingsScreen"),
    "help": ("ui.screens.help", "HelpScreen"),
}
OWN_WINDOWS: Final = frozenset({"fir", "receipt"})
ABOUT_ONE: Final = frozenset({"new-alert", "alert"})
OF_THE_MENU: Final = frozenset({"officers", "add-officer", "trail", "settings", "help"})


class Places(QStackedWidget):
    """Shows one screen at a time; FIRs and receipts open in windows of their own."""

    went = Signal(str, str)
    notice = Signal(str, str)
    chosen = Signal(str, object)
    title_changed = Signal()

    def __init__(self, verbs: Verbs, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Begin with no screen made."""
        super().__init__(parent)
        self._verbs, self._bridge = verbs, bridge
        self.screens: dict[str, Screen] = {}
        self.windows: list[OwnWindow] = []
        self.last = "dashboard"  # the place of the rail that "back" leads to

    def show_place(self, place: str, key: str = "", *, back: bool = False) -> None:
        """Show a place; ``key`` names the one thing where the place is about one."""
        if place in OWN_WINDOWS:
            self._open_window(place, key)
            return
        if place in {one.key for one in PLACES}:
            self.last = place
        shown = self._screen(place)
        before = self.currentWidget()
        if isinstance(before, Screen) and before is not shown:
            before.leave()
        self.setCurrentWidget(shown)
        if back:
            shown.come_back()
        elif place in ABOUT_ONE or key:
            shown.show_one(key)
        else:
            shown.activate()
        shown.stand()

    def title(self) -> str:
        """Give the words for the window's title."""
        shown = self.currentWidget()
        return shown.title() if isinstance(shown, Screen) else ""

    def leave(self) -> None:
        """Let the shown screen and every window queue what is unsaved."""
        for screen in self._shown():
            screen.leave()

    def sleep(self) -> None:
        """Queue what is unsaved, close dialogs and windows, drop what is shown of a case."""
        self.leave()
        for dialog in self.window().findChildren(QDialog):  # a preview of what is printed outlives a hidden parent
            dialog.close()
        for window in self.windows:
            window.hide()
            window.close()
        self.windows.clear()
        for screen in self.screens.values():
            screen.sleep()

    def wake(self) -> None:
        """Show again what was shown before the lock."""
        shown = self.currentWidget()
        if isinstance(shown, Screen):
            shown.activate()

    def begin(self) -> None:
        """Begin afresh for an officer who has just signed in."""
        self.end()

    def end(self) -> None:
        """Forget every screen: the next officer gets new ones."""
        for screen in self.screens.values():
            self.removeWidget(screen)
            screen.hide()
            screen.deleteLater()
        self.screens.clear()

    def _shown(self) -> list[Screen]:
        shown = self.currentWidget()
        inside = [shown] if isinstance(shown, Screen) else []
        return [*inside, *(window.screen_shown for window in self.windows)]

    def _screen(self, place: str) -> Screen:
        if place not in self.screens:
            made = self._make(place)
            self.screens[place] = made
            self.addWidget(made)
            made.notice.connect(self.notice)
            made.title_changed.connect(self.title_changed)
        return self.screens[place]

    def _make(self, place: str) -> Screen:
        module, class_name = _SCREENS[place]
        made: Screen = getattr(importlib.import_module(module), class_name)(self._verbs, self._bridge, self)
        made.open_alert.connect(lambda uid: self.went.emit("alert", uid))
        made.open_fir.connect(lambda key: self.went.emit("fir", key))
        made.open_receipt.connect(lambda item: self.went.emit("receipt", item))
        made.edit_draft.connect(lambda draft: self.went.emit("new-alert", draft))
        made.write_to.connect(lambda uid: self.went.emit("messages", uid))
        made.go.connect(lambda place: self.went.emit(place, ""))
        made.chosen.connect(self.chosen)
        return made

    def _open_window(self, place: str, key: str) -> None:
        screen = self._make(place)
        window = OwnWindow(screen, self.window())
        self.windows.append(window)
        window.destroyed.connect(lambda: self._closed(window))
        screen.show_one(key)
        window.show()

    def _closed(self, window: OwnWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)
