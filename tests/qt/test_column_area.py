"""A page that scrolls: what has the focus stays in sight when the page grows over it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.hands import clocks
from ui.widgets.column_area import ColumnArea


def test_a_field_stays_in_sight_when_what_stands_above_it_grows(dressed: QApplication, qtbot: QtBot) -> None:
    """A message, or another field, comes above it a moment after it was given the focus."""
    assert dressed is not None
    inside, above, field = QWidget(), QWidget(), QLineEdit()
    column = QVBoxLayout(inside)
    column.addWidget(above)
    column.addWidget(field)
    area = ColumnArea(inside)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    field.setFocus()
    qtbot.waitUntil(lambda: not clocks(area))
    for high in (400, 900):
        above.setMinimumHeight(high)
        qtbot.waitUntil(lambda high=high: field.y() >= high)  # type: ignore[misc] # the loop's own
        qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
