"""Where the keyboard stands: a page takes it when an officer comes, Tab goes on as one reads, nothing steals it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from benchmarks.gallery.correspondence import with_messages
from station_client.domain.alert import AttachedFile
from station_client.domain.ids import Sha256
from station_client.domain.outbox import ItemState
from station_client.events import Part, StoreChanged
from tests.support.diagnoses import FakeDiagnosis
from tests.support.entering import come_in, give_password
from tests.support.faces import Face, alert
from tests.support.hands import named
from tests.support.seen import held, offered
from tests.support.work import Desk, item, receipt
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.screens.alert import AlertScreen
from ui.screens.editor import EditorScreen
from ui.screens.messages import MessagesScreen
from ui.screens.my_work import MyWorkScreen
from ui.screens.places import _SCREENS, OWN_WINDOWS, PLACES
from ui.screens.receipt import ReceiptScreen
from ui.widgets.button import button
from ui.widgets.column_area import ColumnArea

PICTURE = AttachedFile(Sha256("ab" * 32), 488, "front.jpg", "jpeg")


class Shown(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's own name
        """Note it, and let it pass."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_what_has_just_got_the_keyboard_may_go(qtbot: QtBot, speech: Speech) -> None:
    """A field that is removed in the same moment, as behind the lock, leaves nothing to scroll to."""
    assert speech.code == "en"
    inside = QWidget()
    column = QVBoxLayout(inside)
    stays, goes = QLineEdit(), QLineEdit()
    for field in (stays, goes):
        column.addWidget(field)
    area = ColumnArea(inside)
    qtbot.addWidget(area)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    for field in (stays, goes):
        field.setFocus()
    delete(goes)
    for _round in range(3):
        QApplication.processEvents()
    assert stays.isVisible()


def test_each_place_takes_the_keyboard(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Whoever comes to a page by its shortcut stands on it: Tab goes on from there, not from the top bar."""
    assert speech.code == "en"
    face.alerts.put(alert(1, files=(PICTURE,)))
    window = MainWindow(replace(Desk(face).verbs, diagnosis=FakeDiagnosis()), bridge)  # type: ignore[arg-type] # in memory
    come_in(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for place, key in (*((one.key, "") for one in PLACES), ("trail", ""), ("officers", ""), ("alert", "alert-1")):
        window.workplace.top.setFocus()
        window.show_place(place, key)
        qtbot.waitUntil(bridge.idle)
        qtbot.waitUntil(
            partial(has_the_keyboard, window.workplace.places.screens[place])
        )  # lists are filled one by one
    window.close()


def has_the_keyboard(screen: QWidget) -> bool:
    """Tell whether the focus is somewhere on it."""
    here = QApplication.focusWidget()
    return here is not None and screen.isAncestorOf(here)


def test_tab_goes_as_one_reads(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """An alert's files before its paper; all of a message, its words too, before it is sent."""
    assert speech.code == "en"
    face.alerts.put(alert(1, files=(PICTURE,)))
    window = MainWindow(with_messages(Desk(face), filled=True).verbs, bridge)
    come_in(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_place("alert", "alert-1")
    shown = window.workplace.places.screens["alert"]
    assert isinstance(shown, AlertScreen)
    read = ("FIR 0001/2026", "Open front.jpg", "Save a copy of front.jpg", "Print…", "Save as PDF…")
    qtbot.waitUntil(lambda: set(read) <= set(offered(shown)))
    in_turn(qtbot, *(named(shown, one) for one in read))
    window.show_place("messages")
    page = window.workplace.places.screens["messages"]
    assert isinstance(page, MessagesScreen)
    qtbot.waitUntil(lambda: len(page.sms.words) == 2)
    in_turn(qtbot, page.mail.picker.words, page.mail.subject, page.mail.content, page.mail.send, page.mail.discard)
    sms = page.sms
    page.tabs.setCurrentWidget(sms)
    in_turn(qtbot, sms.picker.words, sms.template, *sms.words, sms.preview, sms.send, sms.discard)
    window.close()


def in_turn(qtbot: QtBot, *parts: QWidget) -> None:
    """Hold that Tab comes to these in their order, whatever stands between."""
    parts[0].setFocus()
    met: list[QWidget] = []
    for _press in range(60):
        here = QApplication.focusWidget()
        assert here is not None
        if here in met:
            break
        met.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert [one for one in met if one in parts] == list(parts)


def test_after_the_lock_one_writes_on_where_one_wrote(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """In the same field, at the same place of its text; of another draft one begins at its beginning."""
    assert speech.code == "en"
    desk = Desk(face)
    window = MainWindow(desk.verbs, bridge)
    come_in(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_place("new-alert")
    editor = window.workplace.places.screens["new-alert"]
    assert isinstance(editor, EditorScreen)
    qtbot.waitUntil(editor.form.fir.hasFocus)
    words = editor.form.description
    words.setFocus()
    qtbot.keyClicks(words, "A white tempo was left on the canal road.")
    for _letter in range(5):
        qtbot.keyClick(words, Qt.Key.Key_Left)
    window.lock()
    assert not words.toPlainText()
    give_password(window)
    qtbot.waitUntil(words.hasFocus)
    qtbot.keyClicks(words, "X")
    assert words.toPlainText() == "A white tempo was left on the canal Xroad."
    window.lock()
    give_password(window)
    qtbot.waitUntil(words.hasFocus)
    editor.show_one(desk.drafts.begin().draft_id)
    window.lock()
    give_password(window)
    qtbot.waitUntil(editor.form.fir.hasFocus)
    window.close()


def test_my_work_is_entered_at_its_rows(face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot) -> None:
    """Whoever comes from a submission opens its receipt by Enter; Tab from the row of tabs is not needed."""
    assert speech.code == "en"
    desk = Desk(face)
    done = item(3, ItemState.COMPLETE, record_number="2026-000123")
    desk.outbox.put(done)
    desk.outbox.confirm(receipt(done))
    window = MainWindow(desk.verbs, bridge)
    come_in(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_place("my-work")
    shown = window.workplace.places.screens["my-work"]
    assert isinstance(shown, MyWorkScreen)
    qtbot.waitUntil(shown.outbox.table.hasFocus)
    shown.tabs.tabBar().setFocus()
    face.bus.tell(StoreChanged(frozenset({Part.OUTBOX})))
    qtbot.waitUntil(bridge.idle)
    assert shown.tabs.tabBar().hasFocus()
    shown.outbox.table.setFocus()
    with qtbot.waitSignal(shown.open_receipt):
        qtbot.keyClick(shown.outbox.table, Qt.Key.Key_Return)
    opened = window.workplace.places.windows[-1]
    paper = opened.screen_shown
    assert isinstance(paper, ReceiptScreen)
    qtbot.waitUntil(lambda: opened.focusWidget() is paper.print_button)
    window.close()


def test_no_part_of_a_page_is_a_window_for_a_moment(
    face: Face, bridge: Bridge, speech: Speech, qtbot: QtBot, dressed: QApplication
) -> None:
    """A part that is shown before it has its place flashes over the program and takes the keyboard from it."""
    assert speech.code == "en"
    face.alerts.put(alert(1, files=(PICTURE,)))
    window = MainWindow(replace(Desk(face).verbs, diagnosis=FakeDiagnosis()), bridge)  # type: ignore[arg-type] # in memory
    come_in(window, qtbot)
    seen = Shown()
    dressed.installEventFilter(seen)
    for place in sorted(set(_SCREENS) - OWN_WINDOWS):
        window.show_place(place, {"alert": "alert-1"}.get(place, ""))
        qtbot.waitUntil(bridge.idle)
    dressed.removeEventFilter(seen)
    told = window.workplace.places.screens["alert"]
    assert isinstance(told, AlertScreen)
    assert "front.jpg" in held(told)
    assert seen.windows == []
    window.close()


def test_what_is_held_down_presses_nothing_new(qtbot: QtBot, speech: Speech) -> None:
    """The Enter that opened a page, held a moment too long, does not press the button that it comes to."""
    assert speech.code == "en"
    pressed = button()
    qtbot.addWidget(pressed)
    pressed.show()
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    with qtbot.assertNotEmitted(pressed.clicked):
        QApplication.sendEvent(pressed, again)
