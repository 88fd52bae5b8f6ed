"""Files on their way into a draft while the window locks, or another draft is shown: none is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from station_client.domain.ids import DraftId
from tests.support.work import Desk
from ui.screens.editor import EditorScreen


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Lay out two good files and a bad one."""
    made = [tmp_path / name for name in ("one.jpg", "two.pdf", "bad.jpg")]
    for path in made:
        path.write_bytes(path.name.encode())
    return made


def fill(editor: EditorScreen) -> None:
    """Fill in what an alert needs."""
    editor.form.fir.setText("123/26")
    editor.form.category.setCurrentIndex(editor.form.category.findData(str(Category.HIGH_ALERT)))
    editor.form.description.setPlainText("A white van without a number plate.")


def names(desk: Desk, draft_id: DraftId) -> list[str]:
    """Give the names of a draft's files."""
    return [one.name for one in desk.drafts.held[draft_id].files]


def test_files_chosen_before_the_lock_are_attached_after_it(
    editor: EditorScreen, desk: Desk, qtbot: QtBot, files: list[Path]
) -> None:
    """The one under way is finished, the others wait for their officer; all are on the screen then."""
    draft_id = next(iter(desk.drafts.held))
    desk.drafts.look.clear()
    editor.attaching.add(files)
    qtbot.waitUntil(desk.drafts.looking.is_set)
    editor.sleep()
    desk.drafts.locked = True
    desk.drafts.look.set()
    qtbot.waitUntil(lambda: names(desk, draft_id) == ["one.jpg"])
    desk.drafts.locked = False
    editor.activate()
    qtbot.waitUntil(lambda: names(desk, draft_id) == ["one.jpg", "two.pdf"])
    qtbot.waitUntil(lambda: "two.pdf" in editor.places.places[1].text())
    qtbot.waitUntil(lambda: "bad.jpg" in editor.places.error.text())
    assert editor.submit_button.isEnabled()


def test_a_draft_cannot_be_submitted_under_its_files(
    editor: EditorScreen, desk: Desk, qtbot: QtBot, files: list[Path]
) -> None:
    """Also not after a lock that came in between."""
    desk.drafts.look.clear()
    editor.attaching.add(files[:1])
    editor.sleep()
    editor.activate()
    qtbot.waitUntil(editor.isEnabled)
    qtbot.waitUntil(lambda: not editor.submit_button.isEnabled())
    desk.drafts.look.set()
    qtbot.waitUntil(editor.submit_button.isEnabled)
    assert "one.jpg" in editor.places.places[0].text()


def test_submitting_under_a_check_is_said_and_done_after_it(
    editor: EditorScreen, desk: Desk, qtbot: QtBot, files: list[Path]
) -> None:
    """The keys say at once that it waits; the check's end submits, with the file."""
    fill(editor)
    desk.drafts.look.clear()
    editor.attaching.add(files[:1])
    qtbot.waitUntil(lambda: not editor.submit_button.isEnabled())
    editor.submit()
    assert "still being checked" in editor.banner.text()
    with qtbot.waitSignal(editor.go, check_params_cb=lambda place: place == "my-work"):
        desk.drafts.look.set()
    assert len(desk.outbox.items()) == 1


@pytest.mark.parametrize("what", ["typed", "refused", "another"])
def test_a_wish_to_submit_is_taken_back(
    editor: EditorScreen, desk: Desk, qtbot: QtBot, files: list[Path], what: str
) -> None:
    """By a word that is typed, a file that is refused, another draft: nothing goes out unasked."""
    fill(editor)
    desk.drafts.look.clear()
    editor.attaching.add(files[2:] if what == "refused" else files[:1])
    qtbot.waitUntil(lambda: not editor.submit_button.isEnabled())
    editor.submit()
    if what == "typed":
        qtbot.keyClicks(editor.form.description, "x")
        assert "still being checked" not in editor.banner.text()
    if what == "another":
        editor.sleep()
        editor.activate()
        qtbot.waitUntil(editor.isEnabled)
        qtbot.waitUntil(lambda: not editor.submit_button.isEnabled())
    with qtbot.assertNotEmitted(editor.go):
        desk.drafts.look.set()
        qtbot.waitUntil(editor.submit_button.isEnabled)
        qtbot.waitUntil(lambda: not editor.attaching.checking())
    assert desk.outbox.items() == ()
    assert ("Not submitted" in editor.banner.text()) is (what == "refused")


def test_files_go_into_the_draft_they_were_chosen_for(
    editor: EditorScreen, desk: Desk, qtbot: QtBot, files: list[Path]
) -> None:
    """Another draft that is shown meanwhile gets none of them; a refusal is told when theirs is shown again."""
    first = next(iter(desk.drafts.held))
    editor.form.description.setPlainText("begun first")
    desk.drafts.look.clear()
    editor.attaching.add(files)
    editor.show_one("")
    editor.leave()
    qtbot.waitUntil(lambda: desk.drafts.held[first].description == "begun first")
    second = desk.drafts.begin().draft_id
    assert second != first
    editor.show_one(str(second))
    qtbot.waitUntil(editor.isEnabled)
    desk.drafts.look.set()
    qtbot.waitUntil(lambda: names(desk, first) == ["one.jpg", "two.pdf"])
    assert names(desk, second) == []
    editor.show_one(str(first))
    qtbot.waitUntil(lambda: "two.pdf" in editor.places.places[1].text())
    qtbot.waitUntil(lambda: "bad.jpg" in editor.places.error.text())
