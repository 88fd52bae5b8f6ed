"""Finding an office: what was not found is told from what was not asked for, and a part from the whole."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from station_client.domain.ids import OfficeCode
from station_client.domain.message import Channel
from station_client.domain.office import District, Office, OfficeKind
from station_client.services.addresses import MOST_FOUND, Contact
from tests.support.seen import lines
from ui.language import Speech
from ui.screens.recipient_picker import RecipientPicker

FIRST = f"These are the first {MOST_FOUND}. Type more to find others."


def found(count: int) -> tuple[Contact, ...]:
    """Give so many offices."""
    offices = (Office(OfficeCode(str(at)), OfficeKind.POLICE_STATION, f"Thana {at}", "51", "9") for at in range(count))
    return tuple(Contact(one, "HARDOI", "sho@up.gov.in") for one in offices)


def said(picker: RecipientPicker, begins: str) -> bool:
    """Tell whether a line is seen that begins so."""
    return any(one.startswith(begins) for one in lines(picker))


@pytest.fixture
def picker(qtbot: QtBot, speech: Speech) -> RecipientPicker:
    """Give one in English, with a district to choose."""
    assert speech.code == "en"
    made = RecipientPicker(Channel.EMAIL)
    qtbot.addWidget(made)
    made.retranslate()
    made.show_districts((District("51", "9", "HARDOI"),))
    made.show()
    return made


def test_words_that_no_office_has_are_told(picker: RecipientPicker, qtbot: QtBot, speech: Speech) -> None:
    """Before anything is typed, and with a district, it says what to do instead."""
    assert said(picker, "Type a part")
    with qtbot.waitSignal(picker.words_typed):
        picker.words.setText("zzz")
    picker.show_contacts(())
    assert said(picker, "No office")
    speech.use("hi")
    picker.retranslate()
    assert said(picker, "इस पीसी की प्रति में ऐसे")
    speech.use("en")
    picker.district.setCurrentIndex(1)
    picker.show_contacts(())
    assert said(picker, "Type a part")


def test_the_first_of_many_are_not_taken_for_all(picker: RecipientPicker, qtbot: QtBot) -> None:
    """Fifty that were found by words are the first fifty; a whole district is whole."""
    with qtbot.waitSignal(picker.words_typed):
        picker.words.setText("thana")
    picker.show_contacts(found(MOST_FOUND))
    assert FIRST in lines(picker)
    picker.show_contacts(found(MOST_FOUND - 1))
    assert FIRST not in lines(picker)
    picker.district.setCurrentIndex(1)
    picker.show_contacts(found(MOST_FOUND))
    assert FIRST not in lines(picker)
