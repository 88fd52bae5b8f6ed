"""An alert's particulars on the screen: folded until wanted, by the keyboard, with the order of events and the law."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from tests.qt.test_editor import fill, only
from tests.support.seen import lines
from tests.support.spoken import nameless
from tests.support.work import Desk
from ui.screens.editor import EditorScreen


def test_particulars_are_filled_by_the_keyboard_and_kept_with_the_draft(
    editor: EditorScreen, desk: Desk, qtbot: QtBot
) -> None:
    """Folded until asked for; Enter unfolds them and stands in the first; all of it is in the draft and the preview."""
    fill(editor)
    form = editor.form.particulars
    assert not next(iter(form.fields.values())).isVisible()
    form.fold.setFocus()
    qtbot.keyClick(form.fold, Qt.Key.Key_Return)
    assert form.fields["person"].hasFocus()
    qtbot.keyClicks(form.fields["person"], "boy, answers to Chhotu")
    qtbot.keyClick(form.fields["person"], Qt.Key.Key_Tab)
    assert form.fields["age-sex"].hasFocus()
    editor.form.description.clear()
    editor.leave()
    qtbot.waitUntil(lambda: bool(desk.drafts.one(only(desk)).particulars))
    assert dict(desk.drafts.one(only(desk)).particulars) == {"person": "boy, answers to Chhotu", "language": "en"}
    assert "Looked for: boy, answers to Chhotu" in lines(editor.preview)
    assert nameless(editor) == []


def test_another_category_asks_for_other_things_and_keeps_what_was_typed(editor: EditorScreen) -> None:
    """The vehicle of a High Alert is the vehicle of a seizure; the rest waits for its category."""
    fill(editor)
    fields = editor.form.particulars
    fields.fields["vehicle"].setText("UP 32 AB 1234")
    fields.fields["person"].setText("Ramesh")
    editor.form.category.setCurrentIndex(editor.form.category.findData(str(Category.SEIZURE)))
    assert fields.fields["vehicle"].text() == "UP 32 AB 1234"
    assert "person" not in fields.fields
    editor.form.category.setCurrentIndex(editor.form.category.findData(str(Category.HIGH_ALERT)))
    assert fields.fields["person"].text() == "Ramesh"


def whole(widget: QWidget) -> bool:
    """Tell whether all of it can be seen."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_an_arrest_before_the_fir_asks_why(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """The field comes with the dates; without its reason nothing is sent, with it the alert goes and says it."""
    fill(editor)
    editor.resize(900, 420)
    editor.form.category.setCurrentIndex(editor.form.category.findData(str(Category.SEIZURE)))
    fields = editor.form.particulars.fields
    assert editor.form.order.isHidden()
    fields["fir-at"].setText("27/11/2026")
    fields["arrested-at"].setText("26/11/2026")
    assert not editor.form.order.isHidden()
    editor.form.particulars.fold.setChecked(True)
    qtbot.waitUntil(lambda: not whole(editor.form.order.field))
    editor.submit()
    qtbot.waitUntil(lambda: bool(editor.form.order.error.text()))
    assert editor.form.order.field.hasFocus()
    qtbot.waitUntil(lambda: whole(editor.form.order.field))  # brought into sight, wherever it stands on the page
    editor.form.order.field.setText("caught on the spot")
    editor.submit()
    qtbot.waitUntil(lambda: bool(desk.outbox.held))
    (item,) = desk.outbox.items()
    assert item.description.endswith("The arrest is before the FIR. Reason: caught on the spot")


def test_the_law_follows_the_date_of_occurrence(editor: EditorScreen) -> None:
    """An old section for a new offence is shown where it stands now; a date that is none is marked."""
    fill(editor)
    form = editor.form.particulars
    form.fold.click()
    form.fields["sections"].setText("302 IPC")
    form.fields["occurred"].setText("02/07/2024")
    assert "An offence of that day falls under BNS and BNSS. IPC 302 → BNS 103(1)" in lines(form)
    form.fields["occurred"].setText("30/06/2024")
    assert "An offence of that day falls under IPC and CrPC." in lines(form)
    form.fields["occurred"].setText("31/06/2024")
    QApplication.sendEvent(form.fields["occurred"], QFocusEvent(QEvent.Type.FocusOut))
    assert form.fields["occurred"].property("wrong") == "yes"


def test_one_drafts_particulars_never_enter_another(editor: EditorScreen, desk: Desk, qtbot: QtBot) -> None:
    """Neither a new alert nor a saved draft shows, keeps or sends what was typed for the alert before it."""
    fill(editor)
    first = only(desk)
    editor.form.particulars.fields["person"].setText("Ramesh")
    editor.leave()
    qtbot.waitUntil(lambda: dict(desk.drafts.one(first).particulars).get("person") == "Ramesh")
    editor.sleep()
    assert editor.form.particulars.fields == {}
    editor.show_one("")
    qtbot.waitUntil(editor.isEnabled)
    fill(editor)
    assert editor.form.particulars.fields["person"].text() == ""
    editor.form.particulars.fields["person"].setText("Suresh")
    editor.leave()
    second = next(one for one in desk.drafts.held if one != first)
    qtbot.waitUntil(lambda: dict(desk.drafts.one(second).particulars).get("person") == "Suresh")
    editor.show_one(str(first))
    qtbot.waitUntil(lambda: "person" in editor.form.particulars.fields)
    assert editor.form.particulars.fields["person"].text() == "Ramesh"
    editor.leave()
    assert dict(desk.drafts.one(first).particulars)["person"] == "Ramesh"
