"""Every place of the window, in both languages: whoever hears it finds each widget, and no key means two things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from station_client.services.views import SearchQuery
from tests.support.diagnoses import FakeDiagnosis
from tests.support.faces import Face, alert
from tests.support.spoken import nameless
from tests.support.work import Desk
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.places import _SCREENS, OWN_WINDOWS, Places
from ui.screens.search import SearchScreen

ROLELESS = {QAccessible.Role.NoRole}
SYNC_NOW = "Alt+Y"  # at the foot of every place


EVERY = [(place, language) for place in sorted(set(_SCREENS) - OWN_WINDOWS) for language in ("en", "hi")]


@pytest.mark.parametrize("shown", EVERY, ids="-".join)
def test_it_is_heard(shown: tuple[str, str], face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """A name and a role for whatever takes the focus, its key unsaid; an underlined letter belongs to one thing."""
    (place, language), desk = shown, Desk(face)
    face.alerts.put(*(alert(number) for number in range(3)))
    speech.use(language)
    verbs = replace(desk.verbs, diagnosis=FakeDiagnosis())  # type: ignore[arg-type] # in memory
    places = Places(verbs, bridge)
    qtbot.addWidget(places)
    places.resize(1100, 660)
    places.show()
    key = {"alert": "alert-1", "new-alert": desk.drafts.begin().draft_id}.get(place, "")
    places.show_place(place, key)
    qtbot.waitUntil(bridge.idle)
    screen = places.screens[place]
    assert screen.title()
    assert nameless(screen) == []
    assert roleless(screen) == []
    assert [name for name in names(screen) if re.search(r"&\w|\(\w\)", name)] == []
    if isinstance(screen, SearchScreen):
        screen.use(SearchQuery(words="a"))  # its longer form, with the line and with results
        qtbot.waitUntil(bridge.idle)
        screen.table.setFocus()
    for part in screen.findChildren(QWidget):
        part.setEnabled(True)  # whatever state the page comes into
    for _page in every_page(screen):
        assert [letter for letter, count in Counter([SYNC_NOW, *letters(screen)]).items() if count > 1] == []
        assert nameless(screen) == []


def every_page(screen: QWidget) -> Iterator[int]:
    """Turn to each page of a screen that has several; each has its letter."""
    books = screen.findChildren(QTabWidget)
    assert [one for book in books for one in map(book.tabText, range(book.count())) if "&" not in one] == []
    if not books:
        yield 0
    for book in books:
        for at in range(book.count()):
            book.setCurrentIndex(at)
            yield at


def names(screen: QWidget) -> list[str]:
    """Give the names that were set by hand, as they are spoken."""
    return [one.accessibleName() for one in screen.findChildren(QWidget) if one.focusPolicy().value]


def roleless(screen: QWidget) -> list[str]:
    """Name the focusable widgets whose role a screen reader cannot tell."""
    seen = (one for one in screen.findChildren(QWidget) if one.focusPolicy().value and one.isVisibleTo(screen))
    heard = ((one, QAccessible.queryAccessibleInterface(one)) for one in seen)
    return [type(one).__name__ for one, spoken in heard if spoken.role() in ROLELESS]


def letters(screen: QWidget) -> list[str]:
    """Give the underlined letters of what can be seen and used."""
    buttons = [one.text() for one in screen.findChildren(QAbstractButton) if usable(one, screen)]
    labels = [one.text() for one in screen.findChildren(QLabel) if one.buddy() is not None and usable(one, screen)]
    bars = (one for one in screen.findChildren(QTabBar) if usable(one, screen))
    tabs = [bar.tabText(at) for bar in bars for at in range(bar.count())]
    keys = (QKeySequence.mnemonic(one).toString() for one in (*buttons, *labels, *tabs))
    return [key for key in keys if key]


def usable(widget: QWidget, screen: QWidget) -> bool:
    """Tell whether an officer can use it now."""
    return widget.isVisibleTo(screen) and widget.isEnabledTo(screen)
