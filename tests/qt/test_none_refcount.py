"""A guard against a fatal version of the binding: PySide6 6.12 loses a reference to None on each void call."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000
NOISE = 50


def test_void_calls_do_not_consume_none(qtbot: QtBot) -> None:
    """A thousand void calls leave None's count where it was; the faulty version dies after about 5,700."""
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("x")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("x")
    assert sys.getrefcount(None) > before - NOISE
