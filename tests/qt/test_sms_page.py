"""A short message whose registered text State IT changes while an officer fills it in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from station_client.domain.message import Channel
from station_client.domain.messaging import Sketch
from station_client.domain.sms import Template
from tests.support.messages import TEMPLATE
from tests.support.seen import lines
from ui.language import Speech
from ui.screens.sms_page import SmsPage

OTHER = Template("1107160000000000999", "Missing child", "A child is missing: {#var#}. -UPPOLICE")
LONGER = replace(TEMPLATE, text="Look out for the vehicle {#var#} near {#var#}, call {#var#}. -UPPOLICE")
SHORTER = replace(TEMPLATE, text="Look out for the vehicle {#var#}. -UPPOLICE")
TYPED = ("UP30AB1234", "Haridwar")


@pytest.fixture
def page(speech: Speech, qtbot: QtBot) -> SmsPage:
    """Give a page on which a text is chosen and filled in, with the keyboard in its second word."""
    assert speech.code == "en"
    made = SmsPage()
    qtbot.addWidget(made)
    made.retranslate()
    made.show_templates((TEMPLATE, OTHER))
    made.show()
    made.template.setCurrentIndex(1)
    for field, word in zip(made.words, TYPED, strict=True):
        field.setText(word)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.words[1].setFocus()
    return made


def typed(page: SmsPage) -> tuple[str, ...]:
    """Give the words in their fields."""
    return tuple(field.text() for field in page.words)


def news(page: SmsPage) -> str:
    """Give what is told of a change, which is read under the choice and heard with it."""
    told = page.template.accessibleDescription()
    read = [one for one in lines(page) if one == told or "State IT" in one or "Without a place" in one]
    assert read == ([told] if told else [])
    return told


def test_a_place_that_is_still_empty_is_seen_in_the_text(page: SmsPage, speech: Speech) -> None:
    """Nobody reads "near ." as a text that is ready; it is counted as it would go out."""
    page.words[1].clear()
    assert page.preview.toPlainText() == "Look out for vehicle UP30AB1234 near [Word 2]. -UPPOLICE"
    assert "Characters: 48" in page.counted.text()
    speech.use("hi")
    page.retranslate()
    assert "[शब्द 2]" in page.preview.toPlainText()
    page.words[1].setText("Haridwar")
    assert "[" not in page.preview.toPlainText()


def test_another_text_that_is_registered_touches_nothing(page: SmsPage) -> None:
    """Nor a list that comes in another order."""
    before = tuple(page.words)
    page.show_templates((replace(OTHER, text="{#var#} is missing. -UPPOLICE"), TEMPLATE))
    assert tuple(page.words) == before
    assert (typed(page), page.words[1].hasFocus(), news(page)) == (TYPED, True, "")


def test_a_text_that_was_changed_keeps_what_still_fits(page: SmsPage, qtbot: QtBot) -> None:
    """The words stay in their places, the keyboard too; the change is told until another text is chosen."""
    page.show_templates((LONGER, OTHER))
    assert page.sketch() == Sketch(Channel.SMS, template=LONGER, variables=(*TYPED, ""))
    assert page.words[1].hasFocus()
    assert news(page) == "State IT changed the text “Wanted vehicle”. Read it again before you queue it."
    qtbot.keyClicks(page.words[2], "112")
    assert page.preview.toPlainText() == LONGER.filled((*TYPED, "112"))
    page.template.setCurrentIndex(2)
    assert not news(page)


def test_words_that_lost_their_places_are_told(page: SmsPage, speech: Speech) -> None:
    """Nothing that was typed goes without a word, in both languages; what goes out holds nothing of it."""
    page.show_templates((SHORTER, OTHER))
    assert page.sketch() == Sketch(Channel.SMS, template=SHORTER, variables=TYPED[:1])
    assert news(page).endswith("Without a place now: Haridwar")
    assert page.template.hasFocus()
    speech.use("hi")
    page.retranslate()
    assert "Haridwar" in news(page)
    assert "State IT" not in news(page)
    speech.use("en")


def test_a_text_that_was_taken_back_leaves_its_words_for_the_next(page: SmsPage) -> None:
    """They are kept with the message, told, and put into the text that is chosen in its place."""
    page.show_templates((OTHER,))
    begun = page.sketch()
    assert begun == Sketch(Channel.SMS, variables=TYPED)
    assert news(page) == (
        "State IT took the text “Wanted vehicle” back. Choose another one. Without a place now: UP30AB1234 · Haridwar"
    )
    page.clear()
    assert page.sketch().empty
    assert not news(page)
    page.show_sketch(begun)
    assert news(page) == "Without a place now: UP30AB1234 · Haridwar"
    page.template.setFocus(Qt.FocusReason.OtherFocusReason)
    page.template.setCurrentIndex(1)
    assert typed(page) == TYPED[:1]
    assert news(page) == "Without a place now: Haridwar"
    page.template.setCurrentIndex(0)
    assert news(page) == "Without a place now: UP30AB1234 · Haridwar", "nor does the next choice lose any"


def test_what_was_begun_before_the_change_comes_back_with_it(page: SmsPage) -> None:
    """After the lock or a new start the text is the one that is registered now, and the officer is told."""
    page.clear()
    page.show_templates((LONGER, OTHER))
    page.show_sketch(Sketch(Channel.SMS, template=TEMPLATE, variables=TYPED))
    assert page.sketch() == Sketch(Channel.SMS, template=LONGER, variables=(*TYPED, ""))
    assert "changed the text “Wanted vehicle”" in news(page)


def test_the_count_says_how_much_goes_into_a_part(page: SmsPage) -> None:
    """In words of the desk: which letters were written, not the names of alphabets."""
    assert "English letters alone: 160 in one part" in page.counted.text()
    for typed in ("हरिद्वार", "₹ 500"):
        page.words[1].setText(typed)
        assert "with Hindi letters or signs like ₹: 70 in one part" in page.counted.text()
