"""The two scripts stand on one line: a label in Hindi alone beside one with a key or a number in it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication

from ui import theme


@pytest.mark.parametrize("scale", theme.SCALES)
@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold])
def test_hindi_alone_has_the_line_of_both_scripts(dressed: QApplication, scale: float, weight: QFont.Weight) -> None:
    """Whatever is centred in a row, a button or a field then stands as high as its neighbours."""
    font = QFont(dressed.font())
    font.setPointSizeF(theme.BASE_POINTS * scale)
    font.setWeight(weight)
    assert _line("हूँ", font) == _line("हूँ (P) 14:05", font)
    assert _line("हूँ", font)[0] == _line("(P) 14:05", font)[0]


def _line(text: str, font: QFont) -> tuple[float, float]:
    """Give how far a line of text reaches above and below what it stands on."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1_000)
    layout.endLayout()
    return line.ascent(), line.descent()
