"""The messages that were written here: what failed is said first, and what was refused can be handed in again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_client.domain.alert import AttachedFile
from station_client.domain.ids import ItemId, Sha256
from station_client.domain.message import Channel, Delivery, DeliveryReason, Message, MessageState, Recipient
from tests.support.cells import painted
from tests.support.faces import NOW, OFFICER
from tests.support.seen import lines
from ui import theme
from ui.language import Speech
from ui.models.messages import ADDRESS, FOR_EACH, state_text
from ui.screens.sent_page import SentPage

PEOPLE = (
    Recipient("a@up.gov.in", "A", Delivery.DELIVERED, at=NOW),
    Recipient("b@up.gov.in", "B", Delivery.HANDED_OVER, at=NOW),
    Recipient("c@up.gov.in", "C", Delivery.FAILED, DeliveryReason.ADDRESS_REFUSED, NOW),
)
SENT = Message(
    ItemId("m"), OFFICER.login, Channel.EMAIL, PEOPLE, "Help.", NOW, 0.0, "Help", state=MessageState.AT_CENTRE
)


@pytest.fixture
def page(qtbot: QtBot, speech: Speech) -> SentPage:
    """Give the page in English."""
    assert speech.code == "en"
    made = SentPage(lambda: NOW)
    qtbot.addWidget(made)
    made.retranslate()
    made.show()
    return made


def test_what_failed_is_said_first(page: SentPage) -> None:
    """A narrow column cuts the end, and an officer must not read that it arrived where for one it did not."""
    page.show_messages((SENT,), OFFICER.login)
    assert state_text(SENT) == "Failed 1 · Handed over 1 · Delivered 1"
    assert page.sentence.text().startswith("It did not reach everyone: the list above says whom, and why.")
    assert not page.retry.isEnabled()


def test_nobody_is_asked_to_choose_where_there_is_no_message(page: SentPage) -> None:
    """One sentence says that nothing was written; the recipients' place comes with the first message."""
    page.show_messages((), OFFICER.login)
    assert page.empty.isVisible()
    assert "Choose a message to see its recipients." not in lines(page)
    assert not page.people.isVisible()
    page.show_messages((SENT,), OFFICER.login)
    assert page.people.isVisible()


def test_what_was_written_can_be_read_again(page: SentPage) -> None:
    """Whole, with its files and who wrote it; the list has room for a line only, and reading goes on where it was."""
    long = "\n".join(f"Line {one}" for one in range(60))
    file = AttachedFile(Sha256("0" * 64), 20_480, "photo.jpg", "jpeg")
    page.show_messages((replace(SENT, content=long, files=(file,)), replace(SENT, message_id=ItemId("n"))), "si")
    page.chosen.setCurrentWidget(page.text)
    said = page.text.toPlainText()
    assert said.startswith("Help\n\nLine 0\n")
    assert said.endswith(f"Line 59\n\nAttachments:\nphoto.jpg (20 KB)\n\nWritten by {OFFICER.login}")
    bar = page.text.verticalScrollBar()
    bar.setValue(20)
    page.show_messages((replace(SENT, content=long, files=(file,), missing=("0" * 64,)),), "si")
    assert bar.value() == 20
    page.show_messages((), "")
    assert not page.text.toPlainText()


@pytest.mark.parametrize(("login", "may"), [(OFFICER.login, True), ("pnegi", False)])
def test_a_refused_one_is_handed_in_again_by_its_author(page: SentPage, qtbot: QtBot, login: str, *, may: bool) -> None:
    """As it is; a colleague who sees it cannot."""
    page.show_messages((replace(SENT, state=MessageState.REFUSED, reason="hourly-limit"),), login)
    assert page.retry.isEnabled() is may
    assert "Try again in an hour" in page.sentence.text()
    if may:
        with qtbot.waitSignal(page.again) as asked:
            page.retry.click()
        assert asked.args == ["m"]


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("scale", theme.SCALES)
def test_where_it_stands_for_each_is_read_whole(
    page: SentPage, speech: Speech, wear: Callable[..., None], language: str, scale: float
) -> None:
    """On the smallest screen, at any size; at the usual one the address too, and nothing is scrolled sideways."""
    speech.use(language)
    wear(scale=scale)
    page.resize(1366 - 240, 600)
    long = replace(PEOPLE[1], address="sho.rishikesh@uttarakhandpolice.gov.in")
    page.show_messages((replace(SENT, recipients=(PEOPLE[0], long, PEOPLE[2])),), OFFICER.login)
    QApplication.processEvents()
    for row in range(3):
        state = page.recipients.index(row, FOR_EACH)
        assert painted(page.people, state) == state.data()
        if scale <= 1.0:
            address = page.recipients.index(row, ADDRESS)
            assert painted(page.people, address) == address.data()
    assert page.people.horizontalScrollBar().maximum() == 0


def test_who_reads_a_message_reads_it_on_when_another_comes(page: SentPage) -> None:
    """One that is queued stands above it; of one that is taken out, the next comes into its place."""
    sent = [replace(SENT, message_id=ItemId(f"m{at}"), content=f"Help {at}.") for at in range(5)]
    page.show_messages(sent[1:], OFFICER.login)
    page.table.selectRow(2)
    page.show_messages(sent, OFFICER.login)
    assert "Help 3." in page.text.toPlainText()
    page.show_messages([*sent[:3], sent[4]], OFFICER.login)
    assert "Help 4." in page.text.toPlainText()
