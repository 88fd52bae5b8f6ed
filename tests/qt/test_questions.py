"""What is asked before something that cannot be undone: in the program's own colours, and never by a hasty Enter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from station_client.domain.attachment import Inspection, Kind, Verdict
from ui import theme
from ui.widgets.discard_question import DiscardQuestion
from ui.widgets.lend_question import LendQuestion
from ui.widgets.outside_question import OutsideQuestion
from ui.widgets.question import SIGN, Question
from ui.widgets.remove_question import RemoveQuestion

ASKED: tuple[Callable[[QWidget], Question], ...] = (
    DiscardQuestion,
    OutsideQuestion,
    lambda page: LendQuestion("list.docx", Inspection(Verdict.WARN, Kind.DOCX), page),
    lambda page: RemoveQuestion("Inspector Pooja Negi", page, keychain=True),
)


@pytest.mark.parametrize("worn", theme.SETS)
@pytest.mark.parametrize("ask", ASKED)
def test_a_question_wears_the_programs_sign_and_keeps_by_default(
    qtbot: QtBot, wear: Callable[..., None], ask: Callable[[QWidget], Question], worn: str
) -> None:
    """The sign is drawn in the colour of a warning that is worn; Enter and Escape both leave everything as it is."""
    wear(name=worn)
    page = QWidget()
    qtbot.addWidget(page)
    question = ask(page)
    own = theme.icon("warning", theme.palette_set(worn).warning, SIGN).pixmap(QSize(SIGN, SIGN))
    assert question.iconPixmap().toImage() == own.toImage()
    assert question.defaultButton() is question.escapeButton()
    assert len(question.buttons()) == 2
