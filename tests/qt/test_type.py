"""The two scripts stand on one line: a label in Hindi alone beside one with a key or a number in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QPushButton, QRadioButton, QStyle, QWidget
from pytestqt.qtbot import QtBot

from station_client.domain.outbox import ItemState
from station_client.ports import SyncStatus
from tests.support.cells import painted
from tests.support.faces import NOW
from tests.support.work import item, receipt
from ui import theme
from ui.language import Speech
from ui.screens.outbox_page import OutboxPage
from ui.screens.receipts_page import ReceiptsPage

NARROWEST = 800  # beside the rail, of 1024


@pytest.mark.parametrize("scale", theme.SCALES)
@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold])
def test_hindi_alone_has_the_line_of_both_scripts(dressed: QApplication, scale: float, weight: QFont.Weight) -> None:
    """Whatever is centred in a row, a button or a field then stands as high as its neighbours."""
    font = QFont(dressed.font())
    font.setPointSizeF(theme.BASE_POINTS * scale)
    font.setWeight(weight)
    assert _line("हूँ", font) == _line("हूँ (P) 14:05", font)
    assert _line("हूँ", font)[0] == _line("(P) 14:05", font)[0]


def test_a_record_number_is_read_whole_in_hindi(dressed: QApplication, speech: Speech, qtbot: QtBot) -> None:
    """In the narrowest window too: the outbox says it behind the words that the centre has it."""
    assert dressed is not None
    speech.use("hi")
    done = item(3, ItemState.COMPLETE, record_number="2026-000123")
    outbox, receipts = OutboxPage(lambda: NOW), ReceiptsPage()
    for page in (outbox, receipts):
        qtbot.addWidget(page)
        page.resize(NARROWEST, 400)
        page.show()
    outbox.show_items((done,), SyncStatus(), done.author)
    receipts.show_receipts((receipt(done),), (done,))
    for table in (outbox.table, receipts.table):
        cell = table.model().index(0, 0)
        assert "2026-000123" in painted(table, cell)
        assert painted(table, cell) == cell.data()


@pytest.mark.parametrize("scale", theme.SCALES)
def test_small_signs_grow_with_the_letters(wear: Callable[..., None], qtbot: QtBot, scale: float) -> None:
    """What is ticked, what opens a menu, and a state's sign in a table are as large as the words beside them ask."""
    wear(scale=scale)
    least = theme.TICK * max(1.0, scale) - 1
    opens = QPushButton()
    opens.setMenu(QMenu(opens))
    metric = QStyle.PixelMetric
    signs: dict[QWidget, QStyle.PixelMetric] = {
        QCheckBox(): metric.PM_IndicatorWidth,
        QRadioButton(): metric.PM_ExclusiveIndicatorWidth,
        opens: metric.PM_MenuButtonIndicator,
    }
    for widget, sign in signs.items():
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert widget.style().pixelMetric(sign, None, widget) >= least
    page = OutboxPage(lambda: NOW)
    qtbot.addWidget(page)
    assert page.table.iconSize().height() == theme.icon_size()


def _line(text: str, font: QFont) -> tuple[float, float]:
    """Give how far a line of text reaches above and below what it stands on."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1_000)
    layout.endLayout()
    return line.ascent(), line.descent()
