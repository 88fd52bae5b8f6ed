"""Icons keep step with the words beside them: as large as the text, and never touching it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.button import button, name


@pytest.fixture
def large(dressed: QApplication) -> Iterator[None]:
    """Wear the largest text for one test."""
    theme.wear(dressed, scale=theme.SCALES[-1])
    yield
    theme.wear(dressed)


@pytest.mark.usefixtures("dressed")
def test_an_icon_leaves_room_before_its_words_only(qtbot: QtBot) -> None:
    """A button with words has a wider picture than one whose icon stands alone."""
    spoken, alone = button("plain", "lock"), button("plain", "lock")
    for one in (spoken, alone):
        qtbot.addWidget(one)
    name(spoken, "Lock")
    name(alone, "Lock", shown=False)
    assert spoken.iconSize().width() == alone.iconSize().width() + theme.GRID
    assert alone.iconSize().width() == theme.ICON


@pytest.mark.usefixtures("large")
def test_an_icon_grows_with_the_text(qtbot: QtBot) -> None:
    """At the largest text a button's and a label's icons are drawn as large, not scaled down from a finer one."""
    side = round(theme.ICON * theme.SCALES[-1])
    made = button("plain", "lock")
    qtbot.addWidget(made)
    drawn = made.icon().pixmap(made.iconSize(), 1.0)
    assert (drawn.deviceIndependentSize().height(), theme.icon_size()) == (side, side)
    assert theme.sign("queued", theme.colours().quiet).deviceIndependentSize().height() == side


def test_what_stands_is_drawn_again_in_the_new_size(dressed: QApplication, qtbot: QtBot) -> None:
    """A button that was made before the text grew has grown with it."""
    made = button("plain", "lock")
    qtbot.addWidget(made)
    made.show()
    try:
        theme.wear(dressed, scale=1.2)
        qtbot.waitUntil(lambda: made.iconSize().height() == round(theme.ICON * 1.2))
    finally:
        theme.wear(dressed)
