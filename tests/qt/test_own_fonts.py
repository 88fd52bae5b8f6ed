"""Every word is in the program's own fonts and of the chosen size, whatever fonts the PC has for lists and menus."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication, QListView, QMenu, QMessageBox, QTableView, QWidget
from pytestqt.qtbot import QtBot

from ui import theme

OF_THE_PC = ("QAbstractItemView", "QMenu", "QMessageBox")


def told_by_windows() -> None:
    """Have Windows tell of its own fonts, as it does at the start and at each change of its colours."""
    for name in OF_THE_PC:
        QApplication.setFont(QFont("Monospace", 6), name)  # type: ignore[arg-type] # its stub says bytes


@pytest.fixture
def windows(dressed: QApplication) -> Iterator[QApplication]:
    """Give the program on such a PC."""
    told_by_windows()
    yield dressed
    QApplication.setFont(dressed.font())  # for all: those of the classes go


@pytest.mark.parametrize("make", [QListView, QTableView, QMenu, QMessageBox])
def test_lists_and_menus_have_the_chosen_size(windows: QApplication, make: Callable[[], QWidget], qtbot: QtBot) -> None:
    """A list that stayed small would be read by nobody who chose the large size, and cut where it is drawn."""
    one = make()
    qtbot.addWidget(one)
    for scale in theme.SCALES:
        theme.wear(windows, scale=scale, name="light")
        told_by_windows()
        one.ensurePolished()
        assert one.font().families() == list(theme.FAMILIES)
        assert one.font().pointSizeF() == pytest.approx(theme.BASE_POINTS * scale, abs=0.01)


@pytest.mark.parametrize("text", ["लाइन अच्छी · पिछला सिंक 14:03", "थाना… – “क” № 7", "தமிழ் · ০১ · ગુજરાતી"])
@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold])
def test_no_sign_between_two_scripts_is_an_empty_box(dressed: QApplication, text: str, weight: QFont.Weight) -> None:
    """Qt on Windows asks only the fonts after the one of the script; on Linux it asks every font of the PC."""
    font = QFont(dressed.font())
    font.setWeight(weight)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = [(run.rawFont().familyName(), run.glyphIndexes()) for run in layout.glyphRuns()]
    assert [name for name, glyphs in runs if 0 in glyphs] == []
    assert {name for name, _ in runs} <= set(theme.FAMILIES)
