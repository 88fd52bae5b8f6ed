"""Writing an alert: nothing typed is lost, everything wrong is said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from station_client.domain.ids import DraftId
from station_client.errors import DiskFullError
from tests.support.faces import Face
from tests.support.printed_firs import protected_fir
from tests.support.spoken import nameless
from tests.support.work import Desk
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.editor import EditorScreen
from ui.widgets.discard_question import DiscardQuestion

TEXT = "A child of seven is missing since the evening market."


def only(desk: Desk) -> DraftId:
    """Give the id of the only draft."""
    return next(iter(desk.drafts.held))


def fill(editor: EditorScreen) -> None:
    """Fill in what an alert needs."""
    editor.form.fir.setText("123/26")
    editor.form.category.setCurrentIndex(editor.form.category.findData(str(Category.HIGH_ALERT)))
    editor.form.description.setPlainText(TEXT)


def test_what_is_typed_is_saved_within_two_seconds(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """Typing alone saves, off the GUI thread, and the officer is told when."""
    qtbot.keyClicks(editor.form.fir, "123/26")
    qtbot.waitUntil(lambda: desk.drafts.held[only(desk)].fir_text == "123/26", timeout=2000)
    qtbot.waitUntil(lambda: editor.saved.text() == "Saved on this PC 14:05:00")
    assert all(one.startswith("bridge") for one in desk.drafts.threads)


def test_leaving_a_field_saves_at_once(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """Going to the next field does not wait for the clock."""
    editor.activateWindow()
    qtbot.keyClicks(editor.form.fir, "9/2026")
    editor.form.description.setFocus()
    qtbot.waitUntil(lambda: desk.drafts.held[only(desk)].fir_text == "9/2026", timeout=700)


def test_a_save_in_flight_survives_the_end(desk: Desk, face: Face, qtbot: QtBot, dressed: QApplication) -> None:
    """The last keystrokes are kept though the screen is left and the bridge closed while a save is under way."""
    assert dressed is not None
    bridge = Bridge(face.bus)
    editor = EditorScreen(desk.verbs, bridge)
    qtbot.addWidget(editor)
    editor.show_one("")
    qtbot.waitUntil(editor.isEnabled)
    desk.drafts.gate.clear()
    editor.form.fir.setText("1/2026")
    editor.leave()
    editor.form.description.setPlainText(TEXT)
    editor.leave()
    editor.sleep()
    desk.drafts.gate.set()
    bridge.close()
    kept = desk.drafts.held[only(desk)]
    assert (kept.fir_text, kept.description) == ("1/2026", TEXT)


def test_after_the_lock_the_draft_comes_back(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """The lock takes the case off the screen; unlocking brings the same draft."""
    fill(editor)
    editor.sleep()
    assert editor.form.description.toPlainText() == ""
    assert not editor.isEnabled()
    qtbot.waitUntil(lambda: desk.drafts.held[only(desk)].description == TEXT)
    editor.activate()
    qtbot.waitUntil(lambda: editor.form.description.toPlainText() == TEXT)


def test_coming_back_to_the_place_goes_on_with_the_draft(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """Leaving for another place and coming back does not begin a new alert; asking again here does."""
    fill(editor)
    editor.leave()
    editor.show_one("")
    editor.activate()
    assert editor.form.description.toPlainText() == TEXT
    editor.show_one("")
    qtbot.waitUntil(lambda: len(desk.drafts.held) == 2 and editor.isEnabled())
    assert editor.form.description.toPlainText() == ""


def test_a_full_disk_is_said_and_tried_again(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """What could not be saved stays on the screen, is said plainly, and goes through when there is room."""
    desk.drafts.wrong = DiskFullError("test")
    fill(editor)
    editor.leave()
    qtbot.waitUntil(lambda: "disk is full" in editor.banner.text())
    assert editor.saved.text() == "Not saved yet"
    editor.banner.acted.emit()
    qtbot.waitUntil(lambda: desk.drafts.held[only(desk)].description == TEXT)
    qtbot.waitUntil(lambda: editor.banner.text() == "")


def test_what_the_lock_could_not_save_comes_back(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """A save that fails while the program is being locked is not forgotten."""
    desk.drafts.wrong = DiskFullError("test")
    fill(editor)
    editor.sleep()
    qtbot.waitUntil(lambda: desk.drafts.wrong is None)
    editor.activate()
    qtbot.waitUntil(lambda: editor.form.description.toPlainText() == TEXT)
    qtbot.waitUntil(lambda: desk.drafts.held[only(desk)].description == TEXT, timeout=3000)


def test_submit_shows_every_problem_at_once(editor: EditorScreen, qtbot: QtBot) -> None:
    """An empty alert is refused with a sentence under each field; mending one takes its sentence away."""
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(editor.form.errors["fir"].text()))
    wrong = {name for name, error in editor.form.errors.items() if error.text()}
    assert wrong == {"fir", "category", "description"}
    assert "0123/2026" in editor.form.fir_hint.text()
    qtbot.keyClicks(editor.form.fir, "1")
    assert not editor.form.errors["fir"].text()
    assert editor.form.errors["category"].text()


def test_submit_queues_and_leads_to_my_work(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """A complete alert goes into the outbox with its last keystroke, and is called queued, not sent."""
    fill(editor)
    told: list[str] = []
    editor.notice.connect(lambda _kind, sentence: told.append(sentence))
    with qtbot.waitSignal(editor.go):
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told[0].startswith("0123/2026 is queued on this PC")
    assert [one.description for one in desk.outbox.items()] == [TEXT]
    assert not editor.isEnabled()


def test_without_a_fir_the_gd_entry_and_a_reason_are_wanted(editor: EditorScreen, qtbot: QtBot) -> None:
    """A GD number without its reason is marked at the reason."""
    fill(editor)
    editor.form.fir.clear()
    editor.form.no_fir.setChecked(True)
    editor.form.gd_number.setText("048")
    editor.submit()
    qtbot.waitUntil(lambda: bool(editor.form.errors["gd-reason"].text()))
    assert not editor.form.errors["gd-number"].text()


def test_the_fir_is_looked_up_while_it_is_typed(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """A number in this PC's copy is named with its station, half a number is not scolded."""
    desk.firs.held["a"] = protected_fir()
    editor.form.fir.setText("12")
    assert editor.form.fir_hint.text().startswith("Not an FIR number yet")
    assert not editor.form.errors["fir"].text()
    editor.form.fir.setText("१२३/२०२६")
    qtbot.waitUntil(lambda: "Rampur Kalan" in editor.form.fir_hint.text())


def test_files_are_attached_refused_and_removed(editor: EditorScreen, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """Good files take their places, a warned one says why, a bad one is refused in words; any can go again."""
    for name in ("scene.jpg", "locked.pdf", "bad.jpg"):
        (tmp_path / name).write_bytes(name.encode())
    editor.attaching.add([tmp_path / "scene.jpg", tmp_path / "locked.pdf", tmp_path / "bad.jpg"])
    assert not editor.submit_button.isEnabled()
    qtbot.waitUntil(lambda: "bad.jpg" in editor.places.error.text())
    assert "scene.jpg · Picture (JPEG)" in editor.places.places[0].text()
    assert "password" in editor.places.places[1].text()
    assert editor.submit_button.isEnabled()
    editor.places.places[0].remove.click()
    qtbot.waitUntil(lambda: len(desk.drafts.held[only(desk)].files) == 1)
    qtbot.waitUntil(lambda: "locked.pdf" in editor.places.places[0].text())


def test_typing_goes_on_while_files_are_checked(editor: EditorScreen, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """A file that is attached does not take back what was typed meanwhile."""
    (tmp_path / "scene.jpg").write_bytes(b"x")
    editor.attaching.add([tmp_path / "scene.jpg"])
    fill(editor)
    editor.leave()
    qtbot.waitUntil(lambda: len(desk.drafts.held[only(desk)].files) == 1)
    qtbot.waitUntil(lambda: desk.drafts.held[only(desk)].description == TEXT)
    assert editor.form.description.toPlainText() == TEXT


def test_a_copied_picture_is_pasted(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """A picture on the clipboard becomes a PNG; an empty clipboard is said."""
    QGuiApplication.clipboard().clear()
    editor.places.take_clipboard()
    assert "no picture" in editor.places.error.text()
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("navy"))
    QGuiApplication.clipboard().setImage(image)
    editor.places.take_clipboard()
    qtbot.waitUntil(lambda: len(desk.drafts.held[only(desk)].files) == 1)
    assert desk.drafts.held[only(desk)].files[0].name == "pasted picture.png"


def test_the_limits_are_said_before_the_dialog(editor: EditorScreen) -> None:
    """How many, how large and which kinds stands beside the button; five places are seen."""
    said = editor.places.findChildren(type(editor.saved))
    words = " ".join(one.text() for one in said)
    assert "Up to 5 files of 25.0 MB each" in words
    assert len(editor.places.places) == 5


def test_discard_asks_once(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """Keeping is the way out; discarding throws the draft away and says so."""
    fill(editor)
    editor.discard()
    editor.findChildren(DiscardQuestion)[-1].reject()
    assert desk.drafts.held
    editor.discard()
    with qtbot.waitSignal(editor.go):
        editor.findChildren(DiscardQuestion)[-1].discard.click()
    assert not desk.drafts.held


def test_only_categories_the_officer_may_send(editor: EditorScreen) -> None:
    """Every category of the officer's rights is offered by the dashboard's own names."""
    names = [editor.form.category.itemText(at) for at in range(1, editor.form.category.count())]
    assert names[0] == "High Alerts"
    assert len(names) == len(Category)


def test_the_preview_shows_what_others_will_see(editor: EditorScreen) -> None:
    """Headline, FIR and place stand as they will stand in a list."""
    fill(editor)
    words = " ".join(one.text() for one in editor.preview.findChildren(type(editor.saved)))
    assert "FIR 0123/2026 · Thana Rampur, Dist. Hardoi" in words
    assert TEXT.rstrip(".") in words


def test_every_field_has_a_name_in_both_languages(editor: EditorScreen, speech: Speech, qtbot: QtBot) -> None:
    """A screen reader finds a name on everything that takes the focus; switching keeps what is typed."""
    fill(editor)
    assert nameless(editor) == []
    speech.use("hi")
    qtbot.waitUntil(lambda: editor.submit_button.text() != "&Submit")
    assert nameless(editor) == []
    assert editor.form.description.toPlainText() == TEXT
