"""Messages: an e-mail and an SMS being written, what is wrong with them, and what became of those that were written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QMessageBox, QWidget

from benchmarks.gallery import made_up
from benchmarks.gallery.correspondence import with_messages
from benchmarks.gallery.held import holding
from benchmarks.gallery.scene import Act, Scene, at, go
from benchmarks.gallery.waiting import opened, until_calm
from station_client.domain.office import Act as Right
from station_client.domain.reasons import Field, Reason
from station_client.errors import CentreUnreachableError, DraftIncompleteError, Problem
from tests.support.faces import OFFICER
from tests.support.work import Desk
from ui.main_window import MainWindow
from ui.screens.messages import MessagesScreen

MAIL, SMS, WRITTEN = range(3)
MANY: Final = 3_000
WRONG: Final = (
    Problem(Field.RECIPIENTS, Reason.MISSING),
    Problem(Field.SUBJECT, Reason.MISSING),
    Problem(Field.CONTENT, Reason.VICTIM_NAMED),
)


def _filled(folder: Path) -> Desk:
    return with_messages(made_up.filled(folder), filled=True)


def _thousands(folder: Path) -> Desk:
    return with_messages(made_up.filled(folder), filled=True, many=MANY)


def _empty(folder: Path) -> Desk:
    return with_messages(made_up.empty(folder), filled=False)


def _without_right(folder: Path) -> Desk:
    desk = _filled(folder)
    rights = replace(OFFICER.rights, acts=frozenset(Right) - {Right.MESSAGE})
    desk.face.session.officers = (replace(OFFICER, rights=rights),)
    return desk


def _page(number: int, row: int = 0, words: str = "") -> Act:
    """Turn to a page; choose a message there, or type words of an office."""

    def act(window: MainWindow, _desk: Desk) -> None:
        screen = at(window, "messages", MessagesScreen)
        screen.tabs.setCurrentIndex(number)
        if words:
            screen.mail.picker.words.setText(words)
        elif number == WRITTEN:
            screen.sent.table.selectRow(row)

    return act


def _text(window: MainWindow, _desk: Desk) -> None:
    """Read what a message says."""
    sent = at(window, "messages", MessagesScreen).sent
    _page(WRITTEN)(window, _desk)
    sent.chosen.setCurrentWidget(sent.text)


def _cascade(window: MainWindow, _desk: Desk) -> None:
    """Choose an office by State and district, and type an address that is none."""
    picker = at(window, "messages", MessagesScreen).mail.picker
    picker.state.setCurrentIndex(2)
    until_calm(window)
    picker.district.setCurrentIndex(1)
    until_calm(window)
    picker.offices.selectRow(2)
    picker.typed.setText("sho.rishikesh at police")
    picker.add_typed.click()


def _wrong(window: MainWindow, _desk: Desk) -> None:
    screen = at(window, "messages", MessagesScreen)
    screen.mail.content.setPlainText("The girl, Sunita d/o Ram Lal of Rampur, is with her aunt.")
    screen._not_queued(screen.mail, DraftIncompleteError(WRONG))  # noqa: SLF001 as the answer does


def _failed(window: MainWindow, _desk: Desk) -> None:
    at(window, "messages", MessagesScreen)._failed(CentreUnreachableError())  # noqa: SLF001 as the answer does


def _discarded(window: MainWindow, _desk: Desk) -> QWidget:
    page = at(window, "messages", MessagesScreen).mail
    page.discard.click()
    return opened(page, QMessageBox)


SCENES: Final = (
    Scene("messages-mail", _filled, _page(MAIL, words="dehradun")),
    Scene("messages-mail-empty", _empty, _page(MAIL)),
    Scene("messages-mail-cascade", _filled, _cascade),
    Scene("messages-mail-wrong", _empty, _wrong),
    Scene("messages-mail-discard", _filled, _discarded),
    Scene("messages-sms", _filled, _page(SMS)),
    Scene("messages-sms-none", _empty, _page(SMS)),
    Scene("messages-written", _filled, _page(WRITTEN)),
    Scene("messages-written-text", _filled, _text),
    Scene("messages-queued", _filled, _page(WRITTEN, row=1)),
    Scene("messages-refused", _filled, _page(WRITTEN, row=2)),
    Scene("messages-thousands", _thousands, _page(WRITTEN)),
    Scene("messages-empty", _empty, _page(WRITTEN)),
    Scene("messages-loading", holding(_filled, "messages", "all"), go("messages"), under_way=True),
    Scene("messages-failed", _filled, _failed),
    Scene("messages-without-right", _without_right, _page(MAIL)),
)
