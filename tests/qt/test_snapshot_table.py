"""The ground of the tables: what Qt asks for and is not answered costs nothing; a heading is worded once."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from ui.models.snapshots import SnapshotTable

ACROSS = Qt.Orientation.Horizontal
ROLE = Qt.ItemDataRole


class _Counted(SnapshotTable[str]):
    """Counts how often its words are asked for."""

    signs = MappingProxyType({1: "attachment"})

    def __init__(self) -> None:
        super().__init__()
        self.named = self.worded = 0

    def headings(self) -> tuple[str, ...]:
        self.named += 1
        return ("Name", "Files")

    def cell(self, row: str, column: int) -> str:
        self.worded += 1
        return f"{row} {column}"


@pytest.fixture
def table(qtmodeltester: ModelTester) -> _Counted:
    """Give a small table that Qt's own tester has looked at."""
    made = _Counted()
    made.show_rows(("a", "b"))
    qtmodeltester.check(made)
    made.named = made.worded = 0
    return made


def test_a_heading_is_worded_once_for_what_shows_it(table: _Counted) -> None:
    """One question, one wording."""
    assert table.headerData(0, ACROSS) == "Name"
    assert table.named == 1


@pytest.mark.parametrize("role", [ROLE.FontRole, ROLE.BackgroundRole, ROLE.SizeHintRole, ROLE.TextAlignmentRole])
def test_no_heading_is_worded_for_how_it_looks(table: _Counted, role: Qt.ItemDataRole) -> None:
    """Fonts, colours and places need no words."""
    table.headerData(0, ACROSS, role)
    assert table.named == 0


def test_a_column_of_numbers_has_its_words_in_the_hint_and_for_the_screen_reader(table: _Counted) -> None:
    """The sign alone stands in the heading."""
    said = [table.headerData(1, ACROSS, role) for role in (ROLE.DisplayRole, ROLE.ToolTipRole, ROLE.AccessibleTextRole)]
    assert said == ["", "Files", "Files"]
    assert table.headerData(0, ACROSS, ROLE.ToolTipRole) is None
    assert table.headerData(2, ACROSS) is None
    assert table.headerData(0, Qt.Orientation.Vertical) is None


def test_a_cell_answers_what_it_has_and_words_nothing_for_the_rest(table: _Counted) -> None:
    """Colours and fonts are the style's."""
    at = table.index(1, 0)
    assert at.data(ROLE.UserRole) == "b"
    assert at.data(ROLE.BackgroundRole) is None
    assert table.worded == 0
    assert at.data() == "b 0"
    assert at.data(ROLE.AccessibleTextRole) == "Name: b 0, Files: b 1"
