"""What is read of an alert in a list, however narrow the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category, Life
from tests.support.faces import NOW, Face, alert
from ui.bridge import Bridge
from ui.language import Speech
from ui.models.alert_lines import AlertLines
from ui.widgets.alert_list import AlertList

SMALL_WINDOW, WIDE_WINDOW = 340, 1_080  # of the dashboard on 1366×768, in the largest letters
STATION = "THANA NISATOLA"


class _Hand(QPainter):
    """A painter that remembers what it wrote."""

    def __init__(self, on: QImage) -> None:
        super().__init__(on)
        self.written: list[str] = []

    def drawText(self, *given: object) -> None:  # type: ignore[override] # noqa: N802 one of Qt's many shapes
        """Write it, and remember it without the signs that keep its direction."""
        super().drawText(*given)  # type: ignore[call-overload] # as it was called
        self.written.append(str(given[-1]).strip("\u2068\u2069"))


def read(face: Face, bridge: Bridge, qtbot: QtBot, *, wide: int, life: Life = Life.ACTIVE) -> list[str]:
    """Give every text of an alert's row in a list of this width."""
    face.alerts.put(replace(alert(7), office_name=STATION, district_name="Hachesaabad", life=life))
    model = AlertLines(bridge)
    model.show(face.alerts.page(Category.HIGH_ALERT), complete=True)
    view = AlertList(lambda: NOW, model.row_of)
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(wide, 200)
    option, sheet = QStyleOptionViewItem(), QImage(wide, 200, QImage.Format.Format_RGB32)
    option.rect = QRect(0, 0, wide, view.itemDelegate().sizeHint(option, QModelIndex()).height())
    hand = _Hand(sheet)
    view.itemDelegate().paint(hand, option, model.index(0, 0))
    hand.end()
    return hand.written


@pytest.mark.parametrize("life", Life)
@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_narrow_list_names_the_station_whole(
    face: Face, bridge: Bridge, speech: Speech, wear: Callable[..., None], qtbot: QtBot, *, language: str, life: Life
) -> None:
    """The word "FIR" and that of its life give their room to it; the number and the sign of its life stay."""
    speech.use(language)
    wear(scale=1.45)
    written = read(face, bridge, qtbot, wide=SMALL_WINDOW, life=life)
    assert "0007/2026" in written
    assert {STATION, "NISATOLA"} & {one.partition(",")[0] for one in written}


def test_a_wide_list_says_everything(
    face: Face, bridge: Bridge, speech: Speech, wear: Callable[..., None], qtbot: QtBot
) -> None:
    """Nothing is shortened where there is room."""
    assert speech.code == "en"
    wear(scale=1.45)
    written = read(face, bridge, qtbot, wide=WIDE_WINDOW, life=Life.EXPIRED)
    assert {"FIR 0007/2026", f"{STATION}, Hachesaabad", "Expired"} <= set(written)
