"""Settings and help: choices show at once and are kept; what State IT fixed is shown as fixed; help is searched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from resources import text as read
from station_client.config import Settings
from tests.support.faces import Face
from tests.support.seen import beside, lines, text, words
from ui import theme
from ui.application import Choices
from ui.bridge import Bridge
from ui.language import Speech
from ui.models.help_pages import pages
from ui.screens.help import HelpScreen
from ui.screens.settings import SettingsScreen
from ui.widgets.button import button


@pytest.fixture
def undressed(dressed: QApplication) -> Iterator[QApplication]:
    """Let a test wear what it likes."""
    yield dressed
    theme.wear(dressed)


def test_choices_are_kept_and_unsound_ones_passed_over(face: Face) -> None:
    """What was chosen is there after a restart; a file from elsewhere can break nothing."""
    chosen = Choices(face.settings)
    chosen.choose("theme", "contrast")
    chosen.choose("scrolling", False)  # noqa: FBT003 a choice's value
    chosen.choose("scale", 7.0)
    chosen.choose("keep", "nothing")
    chosen.keep()
    again = Choices(face.settings)
    assert (again.theme, again.scrolling, again.scale) == ("contrast", False, 1.0)
    assert Choices(replace(face.settings, fixed=frozenset({"theme"}))).theme == "system"
    (face.settings.profile / "face.json").write_text('["theme"]', "utf-8")
    assert Choices(face.settings).theme == "system"


def test_a_note_has_the_room_of_its_line(face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """No gap stands between what belongs together; what is not said takes no room."""
    screen = SettingsScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.resize(1000, 700)
    screen.show()
    screen.activate()
    note, box, below = text(screen, "follows this PC"), screen.boxes["theme"], screen.scrolling
    qtbot.waitUntil(lambda: 0 < note.height() < 1.5 * note.fontMetrics().height())
    assert note.geometry().top() - box.geometry().bottom() <= theme.BETWEEN
    assert below.geometry().top() - note.geometry().bottom() <= theme.BETWEEN
    language, size = screen.boxes["language"].geometry(), screen.boxes["scale"].geometry()
    assert size.top() - language.bottom() <= theme.BETWEEN


def test_a_choice_is_told_and_what_is_fixed_cannot_be_chosen(face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """Each choice carries its name and value; a fixed one is shown so, in words."""
    fixed: Settings = replace(face.settings, fixed=frozenset({"scale"}), centre_url="https://centre.gov.in")
    screen = SettingsScreen(replace(face.verbs(), settings=fixed), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    box = screen.boxes["theme"]
    with qtbot.waitSignal(screen.chosen) as told:
        box.setCurrentIndex(box.findData("dark"))
        box.activated.emit(box.currentIndex())
    assert told.args == ["theme", "dark"]
    assert not screen.boxes["scale"].isEnabled()
    assert "Fixed by State IT." in lines(screen)
    assert beside(screen, "Files travel") == "at any time"
    assert beside(screen, "Files take of the line") == "all there is"
    night = replace(fixed, sync_hours=(time(22), time(6)), bytes_per_second=64 * 1024)
    other = SettingsScreen(replace(face.verbs(), settings=night), bridge)
    qtbot.addWidget(other)
    other.show()
    assert beside(other, "Files travel").startswith("from 22:00 to 06:00 IST")
    assert beside(other, "Files take of the line") == "64 KB each second at the most"
    assert beside(screen, "Central server") == "https://centre.gov.in"


@pytest.mark.parametrize("name", theme.SETS)
def test_words_stand_out_in_every_theme(name: str) -> None:
    """Each tone is read on each ground at 4.5:1 or better."""
    worn = theme.palette_set(name)
    tones = [worn.tone(one) for one in ("text", "quiet", "primary", "danger", "warning", "good")]
    found = {(tone, ground): contrast(tone, ground) for tone in tones for ground in (worn.ground, worn.surface)}
    found |= {(worn.text, ground): contrast(worn.text, ground) for ground in (worn.tint, worn.hover)}
    found |= {(worn.on_primary, worn.primary): contrast(worn.on_primary, worn.primary)}
    assert {pair: ratio for pair, ratio in found.items() if ratio < 4.5} == {}


def contrast(one: str, other: str) -> float:
    """Reckon the contrast of two colours as WCAG 2 does."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    """Reckon how light a colour is."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_button_follows_the_colours(undressed: QApplication, qtbot: QtBot) -> None:
    """An icon that was drawn dark on light is drawn anew for the dark set."""
    made = button("", "save")
    qtbot.addWidget(made)
    before = made.icon().pixmap(18, 18).toImage()
    theme.wear(undressed, name="dark")
    qtbot.waitUntil(lambda: made.icon().pixmap(18, 18).toImage() != before)
    assert theme.worn() == "dark"


@pytest.mark.parametrize("scale", [1.0, 1.45])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_no_title_of_help_is_cut(  # noqa: PLR0917 what it stands on
    face: Face, bridge: Bridge, speech: Speech, undressed: QApplication, qtbot: QtBot, language: str, scale: float
) -> None:
    """A title stands on one line, or on two: none loses its last word to dots."""
    theme.wear(undressed, scale=scale)
    speech.use(language)
    screen = HelpScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.resize(1100, 660)
    screen.show()
    metrics = screen.titles.fontMetrics()
    room = screen.titles.viewport().width() - 2 * 12  # the style's room beside an item, and the view's own
    lines = {row: screen.titles.visualItemRect(screen.titles.item(row)).height() for row in range(len(pages(language)))}
    cut = [
        screen.titles.item(row).text()
        for row, height in lines.items()
        if metrics.horizontalAdvance(screen.titles.item(row).text()) > room and height < 1.8 * metrics.height()
    ]
    assert cut == []


def test_help_is_found_in_both_languages(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Any word of a page finds it, in Hindi its English one too; what is about it stands first; none is said."""
    screen = HelpScreen(face.verbs(), bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.query.setText("gd reason")
    assert [screen.titles.item(row).text() for row in range(screen.titles.count())] == ["Write a new alert"]
    assert "register" in screen.page.toPlainText()
    screen.query.setText("FIR")
    assert screen.titles.item(0).text() == "Open and print an FIR"
    assert screen.titles.count() > 1
    assert "No page" not in words(screen)
    screen.query.setText("zebra")
    cross = screen.query.findChild(QToolButton)
    assert cross is not None
    assert cross.text() == "Clear"  # heard, and drawn as the program's own signs are
    assert cross.icon().pixmap(16).toImage() == theme.icon("close", theme.colours().text).pixmap(16).toImage()
    none = text(screen, "No page has these words.")
    assert not screen.page.isVisible()  # no box to read nothing in
    assert none.width() == screen.titles.width() == screen.query.width()
    screen.query.clear()
    speech.use("hi")
    assert screen.titles.count() == len(pages("en")) == len(pages("hi"))
    assert "डैशबोर्ड" in screen.page.toPlainText()
    screen.query.setText("fir print")
    assert screen.titles.item(0).text() == "एफआईआर खोलना और प्रिंट करना"
    assert read("help/hi.md")
