"""What an officer is told while a password is typed, of which they see dots."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.seen import lines
from ui.language import Speech
from ui.widgets.password_form import PasswordForm

ANOTHER_SCRIPT = {
    "en": "These are no English letters: look at the keyboard's language.",
    "hi": "ये अंग्रेज़ी के अक्षर नहीं हैं: कीबोर्ड की भाषा देखें।",
}


def strike(form: PasswordForm, *letters: str) -> None:
    """Type letters as a keyboard of any script sends them."""
    for letter in letters:
        QApplication.sendEvent(form.field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_keyboard_of_another_script_is_noticed(
    qtbot: QtBot, speech: Speech, told: list[str], *, language: str
) -> None:
    """After an alert in Hindi the keyboard still writes Hindi: seen at the first sign and heard once."""
    speech.use(language)
    form = PasswordForm()
    qtbot.addWidget(form)
    form.show()
    strike(form, "s")
    assert ANOTHER_SCRIPT[language] not in lines(form)
    strike(form, "ि", "क")
    assert ANOTHER_SCRIPT[language] in lines(form)
    assert told == [ANOTHER_SCRIPT[language]]
    form.reset()
    assert ANOTHER_SCRIPT[language] not in lines(form)
