"""Messages from the screen to a real mail server and SMS centre, over the real house and a real centre."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from station_client.domain.message import Channel, Delivery, MessageState, Recipient
from station_client.domain.messaging import Sketch
from station_client.services.verbs import Verbs
from sync.protocol.records import OfficeRecord
from tests.support.centre import DSP, PASSWORD, STATION_B, SmallCentre, small_centre
from tests.support.houses import Pc
from tests.support.mail_server import MailServer, mail_server
from tests.support.messages import ADDRESS, NUMBER, TEMPLATE, mail_settings, postman, put_away, register, smpp_settings
from tests.support.records import an_alert
from tests.support.sample_files import pdf
from tests.support.seen import lines
from tests.support.smsc import Smsc, smsc
from tests.support.spoken import nameless
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.messages import MessagesScreen
from ui.widgets.discard_question import DiscardQuestion


@pytest.fixture
def server(tmp_path: Path) -> Iterator[MailServer]:
    """Run a mail server."""
    with mail_server(tmp_path / "mail") as made:
        yield made


@pytest.fixture
def provider() -> Iterator[Smsc]:
    """Run an SMS centre."""
    with smsc() as made:
        yield made


@pytest.fixture
def small(tmp_path: Path, server: MailServer, provider: Smsc) -> Iterator[SmallCentre]:
    """Give a centre with both ways out, whose directory says how a station is reached."""
    with small_centre(tmp_path / "centre", **mail_settings(server), **smpp_settings(provider)) as made:
        register(made)
        reached = {"email": ADDRESS, "mobile": NUMBER[3:]}
        made.put(
            OfficeRecord(
                sequence=0,
                code=STATION_B,
                kind="police-station",
                name="RISHIKESH",
                district_code="49",
                state_code="05",
                **reached,
            )
        )
        yield made
        put_away()


@pytest.fixture
def pc(tmp_path: Path, small: SmallCentre) -> Pc:
    """Give an officer's PC."""
    return Pc(tmp_path / "pc", small.centre)


@pytest.fixture
def verbs(pc: Pc) -> Iterator[Verbs]:
    """Sign the officer in who may do everything, with the directory and the templates here."""
    with pc.house() as made:
        made.session.sign_in(DSP, PASSWORD)
        made.sync.sync_once()
        yield made


@pytest.fixture
def screen(verbs: Verbs, qtbot: QtBot, speech: Speech) -> Iterator[MessagesScreen]:
    """Give the screen, shown and filled."""
    assert speech.code == "en"
    with ExitStack() as ends:
        bridge = Bridge(verbs.bus)
        ends.callback(bridge.close)
        made = MessagesScreen(verbs, bridge)
        qtbot.addWidget(made)
        made.resize(1120, 600)
        made.show()
        made.activate()
        qtbot.waitUntil(lambda: made.mail.picker.state.count() == 3 and made.sms.template.count() == 3)
        yield made


def test_an_email_from_the_cascade_to_the_mail_server(
    screen: MessagesScreen, pc: Pc, small: SmallCentre, server: MailServer, qtbot: QtBot
) -> None:
    """State, district, office; typed beside it; queued without a line, delivered to each, told on the screen."""
    picker, verbs = screen.mail.picker, screen.verbs
    picker.state.setCurrentIndex(picker.state.findText("UTTARAKHAND"))
    qtbot.waitUntil(lambda: picker.district.count() == 2)
    picker.district.setCurrentIndex(1)
    qtbot.waitUntil(lambda: picker.contacts.rowCount() == 1)
    qtbot.keyClick(picker.offices, Qt.Key.Key_Return)
    picker.typed.setText("someone@example.com")
    qtbot.keyClick(picker.typed, Qt.Key.Key_Return)
    assert [(one.address, one.shown) for one in picker.recipients] == [
        (ADDRESS, "RISHIKESH, DEHRADUN"),
        ("someone@example.com", ""),
    ]
    assert "An address outside gov.in and nic.in is among them. Check that it may know this." in lines(picker)
    notice = pc.folder.with_name("notice.pdf")
    notice.write_bytes(pdf())
    screen.files.add([notice])
    qtbot.waitUntil(lambda: len(screen.mail.files) == 1, timeout=20_000)
    screen.mail.subject.setText("Wanted vehicle")
    screen.mail.content.setPlainText("Call 9876543210 if you see UP 30 AB 1234.")
    pc.cut = True
    screen.mail.send.click()
    qtbot.waitUntil(lambda: screen.sent.model.rowCount() == 1)
    (message,) = verbs.messages.all()
    assert (message.state, message.content) == (MessageState.QUEUED, "Call XXXXXX3210 if you see UP 30 AB 1234.")
    assert screen.sent.model.cell(message, 0) == "Queued on this PC"
    assert not screen.mail.picker.recipients
    pc.cut = False
    verbs.sync.sync_once()
    one = postman(small, "email")
    assert one.step()
    assert one.step()
    verbs.sync.sync_once()
    (message,) = verbs.messages.all()
    assert [each.delivery for each in message.recipients] == [Delivery.HANDED_OVER, Delivery.HANDED_OVER]
    assert [letter["To"] for letter in server.letters] == [ADDRESS, "someone@example.com"]
    assert [file.get_content() for file in server.letters[0].iter_attachments()] == [pdf()]
    qtbot.waitUntil(lambda: screen.sent.model.rowCount() == 1 and screen.sent.model.rows[0] == message)
    assert "Only “Delivered” is arrival" in screen.sent.sentence.text()


def test_a_short_message_of_a_template(
    screen: MessagesScreen, verbs: Verbs, small: SmallCentre, provider: Smsc, qtbot: QtBot
) -> None:
    """An office found by typing, the words filled in, the parts counted as it is typed; what is missing is said."""
    screen.tabs.setCurrentWidget(screen.sms)
    page = screen.sms
    page.picker.words.setText("rishi dehra")
    qtbot.waitUntil(lambda: page.picker.contacts.rowCount() == 1)
    page.picker.add_office.click()
    page.picker.typed.setText("5852 234567")
    page.picker.add_typed.click()
    assert "six" not in page.picker.error.text()
    assert "mobile number" in page.picker.error.text()
    page.send.click()
    qtbot.waitUntil(lambda: bool(page.errors["template"].text()))  # type: ignore[index] # a Field is its text
    page.template.setCurrentIndex(page.template.findText(TEMPLATE.name))
    page.words[0].setText("UP30AB1234")
    page.words[1].setText("हरिद्वार")
    assert "parts: 1 " in page.counted.text()
    assert "Hindi letters" in page.counted.text()
    qtbot.keyClick(page.words[1], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: screen.sent.model.rowCount() == 1)
    verbs.sync.sync_once()
    one = postman(small, "sms")
    assert one.step()
    assert provider.taken[0].text == TEMPLATE.filled(("UP30AB1234", "हरिद्वार"))
    provider.receipt("part-1")
    while verbs.messages.all()[0].recipients[0].delivery is not Delivery.DELIVERED:
        one.step()
        verbs.sync.sync_once()
    qtbot.waitUntil(lambda: screen.sent.model.rows[0].recipients[0].delivery is Delivery.DELIVERED)


def test_what_is_being_written_outlasts_the_lock(screen: MessagesScreen, qtbot: QtBot) -> None:
    """Nothing of it is on the page while it is locked; after the unlock it is as it was; thrown away, it is gone."""
    screen.tabs.setCurrentWidget(screen.sms)
    page = screen.sms
    assert page.picker.add("9876543210")
    page.template.setCurrentIndex(page.template.findText(TEMPLATE.name))
    page.words[0].setText("UP30AB1234")
    screen.mail.content.setPlainText("Kindly look out")
    screen.leave()
    screen.sleep()
    assert page.sketch().empty
    assert screen.mail.sketch().empty
    assert not page.isEnabled()
    screen.activate()
    qtbot.waitUntil(page.isEnabled)
    assert page.words[0].text() == "UP30AB1234"
    assert [one.address for one in page.picker.recipients] == ["+919876543210"]
    assert screen.mail.content.toPlainText() == "Kindly look out"
    page.discard.click()
    question = page.findChildren(DiscardQuestion)[0]
    assert question.text().startswith("Discard the message")
    question.discard.click()
    assert page.sketch().empty
    qtbot.waitUntil(lambda: screen.verbs.begun_messages.all()[1].empty)
    assert screen.verbs.begun_messages.all()[0].content == "Kindly look out"


def test_what_could_not_be_kept_at_the_lock_comes_back(screen: MessagesScreen, qtbot: QtBot) -> None:
    """The desk took nothing any more when it was put away: it stands on the page again, and is kept then."""
    screen.mail.content.setPlainText("Kindly look out")
    screen.verbs.session.lock()
    screen.sleep()
    qtbot.waitUntil(screen.bridge.idle)
    assert screen.mail.sketch().empty
    screen.verbs.session.unlock(PASSWORD)
    screen.activate()
    qtbot.waitUntil(screen.mail.isEnabled)
    assert screen.mail.content.toPlainText() == "Kindly look out"
    screen.leave()
    qtbot.waitUntil(screen.bridge.idle)
    assert screen.verbs.begun_messages.all()[0].content == "Kindly look out"


def test_every_part_has_a_name_in_both_languages(screen: MessagesScreen, speech: Speech) -> None:
    """For the screen reader, and after a change of language."""
    for code in ("hi", "en"):
        speech.use(code)
        assert nameless(screen) == []


def test_an_alert_is_answered_by_an_email_to_its_office(
    screen: MessagesScreen, small: SmallCentre, qtbot: QtBot
) -> None:
    """The office's address and the alert's number stand there; an e-mail being written goes to nobody else for it."""
    there = an_alert(office_code=STATION_B)
    nowhere = an_alert(2, office_code="00000000", office_name="Thana Elsewhere")
    small.put(there, nowhere)
    screen.verbs.sync.sync_once()
    screen.mail.content.setPlainText("About another case.")
    screen.show_one(there.uid)
    qtbot.waitUntil(lambda: "An e-mail is being written" in screen.banner.text())
    assert not screen.mail.picker.recipients
    assert (screen.mail.subject.text(), screen.mail.content.toPlainText()) == ("", "About another case.")
    screen.mail.clear()
    screen.show_one(there.uid)
    qtbot.waitUntil(lambda: bool(screen.mail.picker.recipients))
    assert [one.address for one in screen.mail.picker.recipients] == [ADDRESS]
    assert screen.mail.subject.text() == f"Your alert № {there.record_number}"
    screen.mail.clear()
    screen.show_one(nowhere.uid)
    qtbot.waitUntil(lambda: "no e-mail address of Thana Elsewhere" in screen.banner.text())
    assert not screen.mail.picker.recipients


def test_a_reply_that_comes_first_leaves_a_short_message_as_it_was_begun(
    screen: MessagesScreen, small: SmallCentre, qtbot: QtBot
) -> None:
    """Before the registered texts are on the page, the short message is not either: it would lose its text for good."""
    begun = Sketch(Channel.SMS, (Recipient("+919876543210"),), template=TEMPLATE, variables=("UP30AB1234", "Haridwar"))
    screen.verbs.begun_messages.keep(begun, None)
    small.put(alert := an_alert(office_code=STATION_B))
    screen.verbs.sync.sync_once()
    fresh, texts = MessagesScreen(screen.verbs, screen.bridge), Event()
    qtbot.addWidget(fresh)
    fresh.show()
    screen.bridge.run(texts.wait, lambda _done: None, lambda _error: None, lane="messages")
    fresh.show_one(alert.uid)
    qtbot.waitUntil(lambda: bool(fresh.mail.subject.text()))
    texts.set()
    qtbot.waitUntil(lambda: fresh.sms.template.count() == 3)
    assert fresh.sms.sketch() == begun
    fresh.leave()
    qtbot.waitUntil(screen.bridge.idle)
    assert screen.verbs.begun_messages.all()[1] == begun
