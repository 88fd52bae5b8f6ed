"""The small parts: each says its thing in words, in both languages, and to a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from station_client.domain.attachment import Attachment, Kind, Verdict
from station_client.domain.ids import ItemId, Sha256
from station_client.domain.outbox import ItemState
from station_client.errors import LockedOutError, WrongPasswordError
from station_client.ports import Line, Phase, Reading, Removals, SyncStatus, Transfer
from tests.support.faces import NOW
from tests.support.hands import named, press, strike, write
from tests.support.seen import held, lines, offered
from tests.support.seen import words as words_on
from ui import theme, words
from ui.language import Speech
from ui.widgets.banner import Banner
from ui.widgets.button import RING_AT, button, name
from ui.widgets.chip import StateChip
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_error import FieldError
from ui.widgets.file_place import FilePlace
from ui.widgets.password_form import PasswordForm
from ui.widgets.rail import Place, Rail
from ui.widgets.status_line import StatusLine

BEFORE = NOW - timedelta(minutes=55)


def said(status: SyncStatus) -> str:
    """Give the sentence for a status."""
    line = StatusLine()
    line.set_status(status, NOW)
    return line.text()


def test_a_state_is_an_icon_and_a_word(qtbot: QtBot, speech: Speech) -> None:
    """The chip carries what follows, and speaks the other language at once."""
    chip = StateChip()
    qtbot.addWidget(chip)
    chip.set_word(words.item_state(ItemState.SENDING), "40 %")
    assert chip.text() == "Sending 40 %"
    assert chip.accessibleName() == "Sending 40 %"
    speech.use("hi")
    assert chip.text() == "भेजा जा रहा है 40 %"


def test_a_field_error_stands_under_its_field_and_is_told_with_it(qtbot: QtBot, speech: Speech) -> None:
    """The field's description carries the words, and loses them when it is right."""
    field = QLineEdit()
    error = FieldError(field)
    qtbot.addWidget(field)
    qtbot.addWidget(error)
    error.say("This is needed.")
    assert field.accessibleDescription() == "This is needed."
    assert field.property("wrong") == "yes"
    error.clear()
    assert (field.accessibleDescription(), error.text(), error.isHidden()) == ("", "", True)
    assert speech.code == "en"


@pytest.mark.parametrize("worn", theme.SETS)
def test_the_focus_is_seen_on_a_button_of_the_main_deed(qtbot: QtBot, wear: Callable[..., None], *, worn: str) -> None:
    """A ring in the colour of its words, for the one around it is hardly told from its own ground."""
    wear(name=worn)
    made = button("primary")
    name(made, "Submit")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()

    def ring() -> str:
        return made.grab().toImage().pixelColor(made.width() // 2, RING_AT).name().upper()

    made.clearFocus()
    assert ring() != theme.colours().on_primary.upper()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    assert ring() == theme.colours().on_primary.upper()


def test_a_banner_is_told_to_who_only_listens(qtbot: QtBot, told: list[str]) -> None:
    """Once for each sentence, and not of a page that is out of sight."""
    page = QWidget()
    qtbot.addWidget(page)
    banner = Banner(page)
    banner.say("quiet", "Nobody sees it.")
    page.show()
    for _twice in range(2):
        banner.say("warning", "The disk is full.")
    assert told == ["The disk is full."]


def test_a_banner_says_one_thing_with_one_action(qtbot: QtBot, speech: Speech) -> None:
    """It can be acted on and put away."""
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("warning", "The centre asks for your password again.", "Enter password")
    assert banner.text()
    with qtbot.waitSignal(banner.acted):
        press(banner, "Enter password")
    with qtbot.waitSignal(banner.closed):
        press(banner, "Close this notice")
    assert banner.isHidden()
    assert speech.code == "en"


def test_nothing_is_one_sentence_and_one_action(qtbot: QtBot, speech: Speech) -> None:
    """The empty state offers what changes it."""
    empty = EmptyState()
    qtbot.addWidget(empty)
    empty.say("No draft yet.", "Write one")
    empty.show()
    with qtbot.waitSignal(empty.acted):
        press(empty, "Write one")
    assert "No draft yet." in lines(empty)
    assert speech.code == "en"


def test_the_rail_shows_only_places_that_exist(qtbot: QtBot, speech: Speech) -> None:
    """Data decides the buttons; what waits is counted and spoken."""
    rail = Rail(
        (Place("dashboard", "dashboard", "Dashboard", "Ctrl+1"), Place("my-work", "my-work", "My work", "Ctrl+2"))
    )
    qtbot.addWidget(rail)
    rail.set_count("my-work", 3)
    rail.set_current("my-work")
    rail.show()
    assert offered(rail) == ["Dashboard", "My work, 3 waiting"]
    assert named(rail, "My work, 3 waiting", QAbstractButton).isChecked()
    speech.use("hi")
    with qtbot.waitSignal(rail.chosen, check_params_cb=lambda key: key == "dashboard"):
        press(rail, "डैशबोर्ड")


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (SyncStatus(), "Line not tried yet · not synced yet · nothing waits to be sent"),
        (SyncStatus(Line.GOOD, NOW, NOW), "Line good · last sync 14:05 IST · nothing waits to be sent"),
        (
            SyncStatus(Line.NONE, BEFORE, BEFORE, waiting=2, error="centre-unreachable"),
            "No line since 13:10 · last sync 13:10 IST · 2 queued on this PC · nothing lost",
        ),
        (
            SyncStatus(Line.GOOD, NOW, NOW, waiting=1, running=True, transfer=Transfer(ItemId("a"), 40, 100, 9.0)),
            "Line good · last sync 14:05 IST · sending 40 %, less than a minute left · 1 queued on this PC",
        ),
        (
            SyncStatus(Line.GOOD, NOW, NOW - timedelta(days=2), phase=Phase.FETCHING, reading=Reading(1200, 5000, 0.0)),
            "Line good · last sync 12/03/2026 14:05 IST · fetching 1,200 of 5,000 · nothing waits to be sent",
        ),
        (
            SyncStatus(Line.GOOD, NOW, None, phase=Phase.FIRST_COPY, reading=Reading(1200, 10000, 20.0)),
            "Line good · not synced yet · first copy: 1,200 of 10,000, about 7 min left · nothing waits to be sent",
        ),
        (
            SyncStatus(Line.GOOD, NOW, phase=Phase.READING_ANEW, reading=Reading(4800, 5000, 0.0)),
            "Line good · not synced yet · copy is read anew: 4,800 of 5,000 · nothing waits to be sent",
        ),
        (
            SyncStatus(Line.GOOD, NOW, NOW, error="too-many-gone", removals=Removals(400, 1000)),
            "Line good · last sync 14:05 IST · 400 removals held back · nothing waits to be sent",
        ),
        (
            SyncStatus(Line.REFUSED, NOW, NOW, error="clock-wrong", skew_seconds=-700.0),
            "This PC's clock is wrong by 12 min · last sync 14:05 IST · nothing waits to be sent · nothing lost",
        ),
        (
            SyncStatus(Line.GOOD, NOW, NOW, refused=1),
            "Line good · last sync 14:05 IST · 1 refused: see My work · nothing waits to be sent",
        ),
        (
            SyncStatus(Line.GOOD, NOW, NOW, waiting=1, files_from=NOW + timedelta(hours=1)),
            "Line good · last sync 14:05 IST · 1 queued on this PC · files from 15:05",
        ),
        (
            SyncStatus(Line.NONE, NOW, NOW, error="captive-portal"),
            (
                "A log-in page of the network answered in the centre's place · last sync 14:05 IST · "
                "nothing waits to be sent · nothing lost"
            ),
        ),
    ],
)
def test_the_status_line_tells_the_truth(status: SyncStatus, sentence: str, qtbot: QtBot, speech: Speech) -> None:
    """Line, last sync, what waits, what is safe."""
    assert qtbot is not None
    assert speech.code == "en"
    assert said(status) == sentence


def test_the_status_line_never_says_sent_for_queued(qtbot: QtBot, speech: Speech) -> None:
    """Whatever the line does, what waits is 'queued on this PC'."""
    assert qtbot is not None
    assert speech.code == "en"
    for line in Line:
        assert "queued on this PC" in said(replace(SyncStatus(line, NOW, NOW), waiting=3))


def test_a_cut_text_stays_whole_for_the_reader(qtbot: QtBot, speech: Speech) -> None:
    """Only the painting is cut."""
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("Thana Rampur, Dist. Hardoi, Uttar Pradesh")
    label.resize(60, 20)
    label.show()
    assert label.text().endswith("Uttar Pradesh")
    assert label.toolTip() == label.text()
    assert speech.code == "en"


def test_an_attached_files_name_keeps_its_ending(qtbot: QtBot, speech: Speech) -> None:
    """Cut in the middle, also where the file is shown before its place is laid out."""
    place = FilePlace(0)
    assert place.picture.height() == theme.icon_size()  # an empty place is a line high, before any file is shown too
    assert not place.picture.pixmap().isNull()
    qtbot.addWidget(place)
    name = "statement of the second witness.docx"
    place.show_file(Attachment(Sha256("0" * 64), 12_000, name, Kind.DOCX, Verdict.ACCEPT))
    for wide in (700, 260):
        place.resize(wide, 40)
        place.show()
        shown = place.findChildren(ElidedLabel)[0].shown()
        assert shown.endswith(".docx")
        assert shown.startswith("state")
        assert (shown == name) is (wide == 700)
    assert name in place.text()
    place.show_file(None)
    assert name not in held(place)
    assert speech.code == "en"


def key(letter: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QKeyEvent:
    """Make a key press as a keyboard with or without Caps Lock sends it."""
    return QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), modifiers, letter)


def test_caps_lock_is_noticed(qtbot: QtBot, speech: Speech) -> None:
    """A capital without Shift gives it away; a capital with Shift does not."""
    form = PasswordForm()
    qtbot.addWidget(form)
    form.show()
    QApplication.sendEvent(form.field, key("A"))
    assert "Caps Lock is on." in lines(form)
    QApplication.sendEvent(form.field, key("a"))
    assert "Caps Lock is on." not in lines(form)
    QApplication.sendEvent(form.field, key("A", Qt.KeyboardModifier.ShiftModifier))
    assert "Caps Lock is on." not in lines(form)
    assert speech.code == "en"


def test_a_lockout_is_counted_down(qtbot: QtBot, speech: Speech) -> None:
    """No try is taken until the seconds are over; then the words go by themselves."""
    form = PasswordForm()
    qtbot.addWidget(form)
    form.set_words("Sign in", "Signing in…")
    form.show()
    form.fail(LockedOutError(3))
    assert "wait 3 s" in words_on(form)
    with qtbot.assertNotEmitted(form.submitted):
        write(form, "Password", "x", enter=True)
    strike(form)
    assert "wait 2 s" in words_on(form)
    for _second in range(2):
        strike(form)
    assert "wait" not in words_on(form)
    with qtbot.waitSignal(form.submitted):
        press(form, "Sign in")
    assert speech.code == "en"


def test_a_wrong_password_is_forgotten_when_typing_begins(qtbot: QtBot, speech: Speech) -> None:
    """The words go with the first new letter; the password is never kept."""
    form = PasswordForm()
    qtbot.addWidget(form)
    form.fail(WrongPasswordError())
    form.show()
    assert form.field.text() == ""
    assert "do not belong together" in words_on(form)
    write(form, "Password", "n")
    assert "do not belong together" not in words_on(form)
    assert speech.code == "en"
