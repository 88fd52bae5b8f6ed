"""A letter of an alert, opened in another program: asked first, and never behind the lock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from station_client.domain.alert import AttachedFile
from station_client.domain.attachment import Kind, lent_name
from station_client.domain.ids import AlertUid, Sha256
from station_client.store.lent import LentFiles
from tests.support.alert_page import file_row
from tests.support.faces import Face, alert
from tests.support.hands import button, press
from tests.support.sample_files import office
from tests.support.seen import dialogs, heard, lines, there, words
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.alert import AlertScreen
from ui.widgets.elided import ElidedLabel
from ui.widgets.file_rows import FileRows

ONE = AlertUid("alert-1")
OPEN, SAVE = "Open list.docx", "Save a copy of list.docx"


class _Programs(QObject):
    """Stands where the system's other programs would."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, address: QUrl) -> None:
        """Open a file."""
        self.opened.append(Path(address.toLocalFile()))


@pytest.fixture
def programs() -> Iterator[_Programs]:
    """Hear what is given to other programs."""
    heard = _Programs()
    QDesktopServices.setUrlHandler("file", heard, "take")  # type: ignore[arg-type] # bytes only in its stubs
    yield heard
    QDesktopServices.unsetUrlHandler("file")


class _Lending:
    """Lends the bytes of a test's own files."""

    def __init__(self, face: Face, folder: Path) -> None:
        self._face, self._lent = face, LentFiles(folder)

    def lend(self, sha256: Sha256, name: str, kind: Kind) -> Path:
        """Lend it."""
        return self._lent.lend(self._face.files.open(sha256), lent_name(name, kind))

    def take_back(self) -> None:
        """Take everything back."""
        self._lent.take_back()


LETTER = office()
MACRO = office(parts={"word/vbaProject.bin": b"macro"})


def lock(screen: AlertScreen) -> None:
    """Do with the page what the window does at the lock."""
    screen.sleep()
    screen.hide()


def lent_from(
    face: Face, bridge: Bridge, qtbot: QtBot, folder: Path, content: bytes = LETTER, *, away: bool = False
) -> AlertScreen:
    """Show an alert with a letter, and ask for the letter."""
    file = face.files.put("list.docx", "docx", content)
    face.alerts.away = away
    face.alerts.put(alert(1, files=(file,)))
    screen = AlertScreen(face.verbs(lending=_Lending(face, folder)), bridge)
    qtbot.addWidget(screen)
    screen.resize(1100, 700)  # as wide as in the window: the buttons have their words
    screen.show()
    screen.show_one(ONE)
    qtbot.waitUntil(lambda: "list.docx" in lines(screen))
    assert button(screen, OPEN).text() == "Open…"
    press(screen, OPEN)
    qtbot.waitUntil(lambda: button(screen, SAVE).isEnabled() and file_row(screen, "list.docx").found is not None)
    return screen


def question(screen: AlertScreen) -> QMessageBox:
    """Give what is asked over the page."""
    (asked,) = dialogs(screen)
    assert isinstance(asked, QMessageBox)
    return asked


def test_a_letter_is_lent_to_another_program_after_a_warning(  # noqa: PLR0917 what it stands on
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, programs: _Programs, tmp_path: Path
) -> None:
    """Enter does not open it; of a sound one nothing more is said than where the copy lies."""
    assert speech.code == "en"
    screen = lent_from(face, bridge, qtbot, tmp_path / "lent")
    asked = question(screen)
    assert heard(asked.defaultButton()) == "Do not open"
    assert asked.informativeText().startswith("A copy lies in clear")
    assert not programs.opened
    press(asked, "Open it")
    qtbot.waitUntil(lambda: bool(programs.opened))
    (path,) = programs.opened
    assert (path.name, path.read_bytes()) == ("list.docx", LETTER)
    assert button(screen, OPEN).isEnabled()


def test_what_no_program_opens_is_taken_back_and_said(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, tmp_path: Path, *, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No copy lies in clear for nothing."""
    assert speech.code == "en"
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _address: False)
    screen = lent_from(face, bridge, qtbot, tmp_path / "lent")
    with qtbot.waitSignal(screen.notice) as said:
        press(question(screen), "Open it")
    assert said.args is not None
    assert "No program" in said.args[1]
    qtbot.waitUntil(lambda: not list((tmp_path / "lent").iterdir()))


def test_nothing_is_lent_behind_the_lock(  # noqa: PLR0917 what it stands on
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, programs: _Programs, tmp_path: Path
) -> None:
    """The question goes with the page; a copy that comes too late is taken back unopened."""
    assert speech.code == "en"
    screen = lent_from(face, bridge, qtbot, tmp_path / "lent")
    press(question(screen), "Open it")
    lock(screen)
    qtbot.waitUntil(bridge.idle)
    qtbot.waitUntil(lambda: not list((tmp_path / "lent").iterdir()))
    assert not programs.opened
    screen.show()
    screen.activate()
    qtbot.waitUntil(lambda: there(screen, OPEN))
    press(screen, OPEN)
    qtbot.waitUntil(lambda: bool(dialogs(screen)))
    lock(screen)
    assert not dialogs(screen)


def test_the_question_names_the_macros(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, tmp_path: Path
) -> None:
    """Also where the letter had to be brought first: nobody is asked before it was looked at."""
    assert speech.code == "en"
    screen = lent_from(face, bridge, qtbot, tmp_path / "lent", MACRO, away=True)
    found = "The file carries macros (small programs). Do not let"
    assert question(screen).informativeText().startswith(f"Take care: {found}")
    assert "Take care" in lines(file_row(screen, "list.docx"))
    assert found in words(file_row(screen, "list.docx"))


def test_what_is_not_sound_can_only_be_saved(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, tmp_path: Path
) -> None:
    """No question: the page says why."""
    assert speech.code == "en"
    screen = lent_from(face, bridge, qtbot, tmp_path / "lent", b"no letter", away=True)
    assert not dialogs(screen)
    assert not there(screen, OPEN)
    assert button(screen, SAVE).isEnabled()
    assert (
        button(screen, SAVE).accessibleDescription() == "Not sound: What is inside is not what the name's ending says."
    )


def test_a_question_goes_with_its_alert(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, tmp_path: Path
) -> None:
    """The centre withdraws the alert while the officer thinks: nothing is left to press."""
    assert speech.code == "en"
    screen = lent_from(face, bridge, qtbot, tmp_path / "lent")
    assert dialogs(screen)
    del face.alerts.stored[ONE]
    screen.activate()
    qtbot.waitUntil(lambda: not dialogs(screen))


@pytest.mark.parametrize("wanted", [OPEN, SAVE])
def test_a_file_that_a_correction_took_away_is_not_given_out(  # noqa: PLR0917 what it stands on
    face: Face,
    bridge: Bridge,
    speech: Speech,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    wanted: str,
) -> None:
    """It went while the officer was asked: whether to open it, or where to save it."""
    assert speech.code == "en"
    screen = lent_from(face, bridge, qtbot, tmp_path / "lent")

    def taken_away(*_asked: object) -> tuple[str, str]:
        face.alerts.put(alert(1))
        qtbot.waitUntil(lambda: not there(screen, OPEN))
        return str(tmp_path / "list.docx"), ""

    asked = question(screen)
    if wanted == OPEN:
        taken_away()
        press(asked, "Open it")
    else:
        press(asked, "Do not open")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", taken_away)
        press(screen, SAVE)
    qtbot.waitUntil(bridge.idle)
    assert list(tmp_path.iterdir()) == []


def test_rows_of_one_alert_look_alike_at_any_width(speech: Speech, qtbot: QtBot) -> None:
    """A letter's button has a longer word than a picture's: all show words or none does, and no short name is cut."""
    assert speech.code == "en"
    rows = FileRows()
    qtbot.addWidget(rows)
    kinds = (("number plate.png", "png"), ("statement.docx", "docx"), ("memo.pdf", "pdf"))
    files = tuple(AttachedFile(Sha256(str(at) * 64), 9, told, kind) for at, (told, kind) in enumerate(kinds))
    rows.show_files(files, frozenset())
    rows.show()
    names = [one for one in rows.findChildren(ElidedLabel) if one.text() in {told for told, _ in kinds}]
    saves = [button(rows, f"Save a copy of {told}") for told, _ in kinds]
    assert len(names) == len(kinds)
    for wide in range(400, 700, 4):
        rows.resize(wide, 400)
        qtbot.waitUntil(lambda: all(one.shown() == one.text() for one in names))
        assert len({bool(one.text()) for one in saves}) == 1
