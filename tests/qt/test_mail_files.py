"""Files on their way into an e-mail while the window locks, or it is thrown away: none is lost, none strays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from station_client.domain.attachment import Inspection, Limits
from station_client.domain.message import Channel
from tests.support.centre import DSP, PASSWORD, small_centre
from tests.support.houses import Pc
from tests.support.sample_files import pdf
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.messages import MessagesScreen
from ui.widgets.discard_question import DiscardQuestion


@pytest.fixture
def screen(tmp_path: Path, qtbot: QtBot, speech: Speech) -> Iterator[MessagesScreen]:
    """Give the screen of an officer who may write messages, over a real house; the centre is not there."""
    assert speech.code == "en"
    with ExitStack() as ends:
        small = ends.enter_context(small_centre(tmp_path / "centre"))
        verbs = ends.enter_context(Pc(tmp_path / "pc", small.centre).house())
        verbs.session.sign_in(DSP, PASSWORD)
        bridge = Bridge(verbs.bus)
        ends.callback(bridge.close)
        made = MessagesScreen(verbs, bridge)
        qtbot.addWidget(made)
        made.show()
        made.activate()
        qtbot.waitUntil(made.mail.isEnabled)
        yield made


@dataclass
class SlowCheck:
    """The check of files, which waits for a test."""

    screen: MessagesScreen
    begun: Event = field(default_factory=Event)
    go: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        """Take the place of the true one, and have it done in its time."""
        attaching = self.screen.verbs.messages._attaching  # noqa: SLF001 a check that takes long is put inside
        self._true, attaching._inspect = attaching._inspect, self.inspect  # noqa: SLF001 the same

    def inspect(self, name: str, data: bytes, limits: Limits) -> Inspection:
        """Look at it when the test lets it."""
        self.begun.set()
        assert self.go.wait(20)
        return self._true(name, data, limits)

    def kept(self) -> list[str]:
        """Name the files that are kept with the e-mail, also behind the lock."""
        opened = self.screen.verbs.session.behind()
        assert opened is not None
        sketch = opened.stores.desk.begun_messages.one(opened.who.officer.login, Channel.EMAIL)
        return [file.name for file in sketch.files]


@pytest.fixture
def chosen(tmp_path: Path) -> list[Path]:
    """Give three files, of which the last is none that the centre takes."""
    made = [tmp_path / "one.pdf", tmp_path / "two.pdf", tmp_path / "bad.pdf"]
    for path in made[:2]:
        path.write_bytes(pdf(pages=1 + made.index(path)))
    made[2].write_bytes(b"no such thing")
    return made


def shown_files(screen: MessagesScreen) -> list[str]:
    """Name the files on the page."""
    return [file.name for file in screen.mail.files]


@pytest.mark.parametrize("anew", [False, True], ids=["unlocked", "begun anew"])
def test_files_whose_check_ends_behind_the_lock_are_there_after_it(
    screen: MessagesScreen, qtbot: QtBot, chosen: list[Path], *, anew: bool
) -> None:
    """The one under way is kept with the e-mail, the others wait; what is refused is said. So after a sign-out too."""
    check, session = SlowCheck(screen), screen.verbs.session
    screen.mail.content.setPlainText("Kindly look out")
    screen.files.add(chosen)
    qtbot.waitUntil(check.begun.is_set)
    screen.sleep()
    screen.hide()
    qtbot.waitUntil(lambda: screen.bridge.idle(besides=1))
    session.lock()
    check.go.set()
    qtbot.waitUntil(lambda: check.kept() == ["one.pdf"], timeout=20_000)
    session.unlock(PASSWORD)
    there = MessagesScreen(screen.verbs, screen.bridge) if anew else screen
    qtbot.addWidget(there)
    there.show()
    there.activate()
    qtbot.waitUntil(lambda: shown_files(there)[:1] == ["one.pdf"])
    assert there.mail.content.toPlainText() == "Kindly look out"
    if not anew:
        qtbot.waitUntil(lambda: "bad.pdf" in there.mail.places.error.text(), timeout=20_000)
        assert shown_files(there) == ["one.pdf", "two.pdf"]


@pytest.mark.parametrize("locked", [False, True])
def test_no_file_goes_with_another_email_than_its_own(
    screen: MessagesScreen, qtbot: QtBot, chosen: list[Path], *, locked: bool
) -> None:
    """While it is checked the e-mail is not queued without it; one that was thrown away gives it to no other."""
    check, session = SlowCheck(screen), screen.verbs.session
    screen.mail.content.setPlainText("Kindly look out")
    screen.files.add(chosen[:1])
    qtbot.waitUntil(check.begun.is_set)
    screen.mail.send.click()
    assert "still being checked" in screen.mail.places.error.text()
    screen.mail.discard.click()
    screen.mail.findChildren(DiscardQuestion)[0].discard.click()
    if locked:
        screen.sleep()
        screen.hide()
        qtbot.waitUntil(lambda: screen.bridge.idle(besides=1))
        session.lock()
    check.go.set()
    qtbot.waitUntil(lambda: not screen.files.busy(), timeout=20_000)
    assert not screen.mail.places.error.text(), "nothing is checked any more"
    if locked:
        session.unlock(PASSWORD)
        screen.show()
        screen.activate()
        qtbot.waitUntil(screen.bridge.idle)
    screen.leave()
    qtbot.waitUntil(screen.bridge.idle)
    assert shown_files(screen) == check.kept() == []
    assert screen.verbs.messages.all() == ()


@pytest.mark.parametrize("discarded", [False, True], ids=["kept", "thrown away"])
def test_a_file_that_came_before_the_form_knew(
    screen: MessagesScreen, qtbot: QtBot, chosen: list[Path], *, discarded: bool
) -> None:
    """It is kept, the form has not heard, and what was typed before is kept at the lock: the file is not lost by it.

    Where the e-mail is thrown away just then, the file goes with it.
    """
    screen.mail.content.setPlainText("Kindly look out")
    thrown_away = screen.files._thrown_away  # noqa: SLF001 the file came by the form's own way, and it has not heard
    screen.verbs.begun_messages.attach(chosen[0], (), thrown_away)
    if discarded:
        screen.mail.discard.click()
        screen.mail.findChildren(DiscardQuestion)[0].discard.click()
        screen.mail.content.setPlainText("Another")
    screen.sleep()
    qtbot.waitUntil(screen.bridge.idle)
    kept = screen.verbs.begun_messages.all()[0]
    assert kept.content == ("Another" if discarded else "Kindly look out")
    assert [file.name for file in kept.files] == ([] if discarded else ["one.pdf"])
