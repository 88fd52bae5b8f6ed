"""What is pictured: each screen in each state, as somebody who signs in and goes there sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from benchmarks.gallery import made_up
from benchmarks.gallery.correspondence import with_messages
from station_client.domain.alert import Category
from station_client.domain.ids import AlertUid, DraftId
from station_client.errors import CentreUnreachableError, StoreDamagedError
from station_client.services.views import SearchQuery
from tests.support.faces import PASSWORD
from tests.support.held_firs import FakeDisclosure
from tests.support.printed_firs import protected_fir
from tests.support.work import Desk
from ui.main_window import MainWindow

SHOWN: Final = 300
DRAWN: Final = 3_000
NARROW: Final = QSize(800, 560)

Prepare = Callable[[Path], Desk]
Act = Callable[[MainWindow, Desk], QWidget | None]


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture's name, the data behind it, and what is done before it is taken; ``signed`` goes past the gate."""

    name: str
    prepare: Prepare
    act: Act
    signed: bool = True


def _go(place: str, key: str = "") -> Act:
    def act(window: MainWindow, _desk: Desk) -> None:
        window.show_place(place, key)

    return act


def _tab(number: int) -> Act:
    def act(window: MainWindow, _desk: Desk) -> None:
        window.show_place("my-work")
        QTest.qWait(SHOWN)
        window.places.screens["my-work"].tabs.setCurrentIndex(number)  # type: ignore[attr-defined] # My work

    return act


def _broken(window: MainWindow, desk: Desk) -> None:
    desk.face.alerts.error = StoreDamagedError()
    window.places.screens["dashboard"].activate()


def _together(window: MainWindow, desk: Desk) -> None:
    high = desk.face.alerts.stored[AlertUid("high-0")]
    for number in range(3):
        place = f"THANA {'ABC'[number]}"
        desk.face.alerts.put(
            replace(high, uid=AlertUid(f"also-{number}"), office_name=place, sequence=999_990 - number)
        )
    dashboard = window.places.screens["dashboard"]
    QTest.qWait(SHOWN)
    dashboard.windows[Category.HIGH_ALERT].view.unfold_asked.emit("high-0")  # type: ignore[attr-defined] # the dashboard


def _opened(place: int) -> Act:
    def act(window: MainWindow, desk: Desk) -> None:
        window.show_place("alert", "high-0")
        alert = window.places.screens["alert"]
        QTest.qWait(SHOWN)
        file = desk.face.alerts.stored[AlertUid("high-0")].files[place]
        alert._files.open_asked.emit(file.sha256)  # type: ignore[attr-defined] # noqa: SLF001 as a click does
        QTest.qWait(DRAWN)

    return act


def _particulars(window: MainWindow, desk: Desk) -> None:
    draft = desk.drafts.one(DraftId("draft-1"))
    desk.drafts.save(replace(draft, category=Category.INTERSTATE, particulars=made_up.TOLD))
    window.show_place("new-alert", "draft-1")


def _found(words: str, *, save: bool = False) -> Act:
    def act(window: MainWindow, _desk: Desk) -> QWidget | None:
        window.show_place("search")
        search = window.places.screens["search"]
        search.use(SearchQuery(words=words, office_code="31682099", place="MAHILA THANA, Sitapur"))  # type: ignore[attr-defined] # the search
        QTest.qWait(SHOWN)
        return search.exporting.ask(SearchQuery(words=words)) if save else None  # type: ignore[attr-defined] # as above

    return act


def _disclosed(window: MainWindow, desk: Desk) -> QWidget:
    asked = FakeDisclosure(may=True, told=protected_fir())
    window.places._verbs = replace(desk.verbs, disclosure=asked)  # type: ignore[arg-type] # noqa: SLF001 a fake
    shown = _fir(window, desk)
    QTest.qWait(SHOWN)
    window.places.windows[-1].screen_shown.why.given.emit("Identification parade on Monday")  # type: ignore[attr-defined] # a FIR
    return shown


def _asked_why(window: MainWindow, desk: Desk) -> QWidget:
    window.places._verbs = replace(desk.verbs, disclosure=FakeDisclosure(may=True))  # type: ignore[arg-type] # noqa: SLF001 a fake
    shown = _fir(window, desk)
    QTest.qWait(SHOWN)
    window.places.windows[-1].screen_shown.why.begin.click()  # type: ignore[attr-defined] # a FIR
    return shown


def _alert_whole(window: MainWindow, desk: Desk) -> None:
    whole = replace(desk.face.alerts.stored[AlertUid("high-1")], uid=AlertUid("sensitive"))
    asked = FakeDisclosure(may=True, whole=whole)
    window.places._verbs = replace(desk.verbs, disclosure=asked)  # type: ignore[arg-type] # noqa: SLF001 a fake
    window.show_place("alert", whole.uid)
    QTest.qWait(SHOWN)
    window.places.screens["alert"]._whole.why.given.emit("Identification parade on Monday")  # type: ignore[attr-defined] # noqa: SLF001 an alert


def _messages(number: int, *, filled: bool = True) -> tuple[Prepare, Act]:
    def prepare(folder: Path) -> Desk:
        return with_messages(made_up.filled(folder) if filled else made_up.empty(folder), filled=filled)

    def act(window: MainWindow, _desk: Desk) -> None:
        window.show_place("messages")
        QTest.qWait(SHOWN)
        screen = window.places.screens["messages"]
        screen.tabs.setCurrentIndex(number)  # type: ignore[attr-defined] # Messages
        if filled and number == 0:
            screen.mail.picker.words.setText("dehradun")  # type: ignore[attr-defined] # as above
            QTest.qWait(SHOWN)

    return prepare, act


def _receipt(window: MainWindow, _desk: Desk) -> QWidget:
    window.show_place("receipt", "item-3")
    return window.places.windows[-1]


def _preview(window: MainWindow, desk: Desk) -> QWidget:
    shown = _fir(window, desk)
    QTest.qWait(SHOWN)
    window.places.windows[-1].screen_shown.print_button.click()  # type: ignore[attr-defined] # a FIR
    QTest.qWait(DRAWN)
    dialog = shown.findChildren(QDialog)[-1]
    dialog.resize(NARROW)
    return dialog


def _reports_offline(folder: Path) -> Desk:
    desk = made_up.offline(folder)
    desk.face.reports.error = CentreUnreachableError()
    return desk


def _training(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.verbs = replace(desk.verbs, settings=replace(desk.verbs.settings, training=True))
    return desk


def _fir(window: MainWindow, _desk: Desk) -> QWidget:
    window.show_place("fir", protected_fir().key)
    return window.places.windows[-1]


def _locked(window: MainWindow, _desk: Desk) -> None:
    window.lock()


def _high_alert(window: MainWindow, _desk: Desk) -> None:
    window.says.high_alert("high-0")


def _wrong_password(window: MainWindow, desk: Desk) -> None:
    desk.face.session.wrong = 4
    window.gate.sign_in._form.submitted.emit("not this one")  # noqa: SLF001 as the officer's Enter does


def _nothing(_window: MainWindow, _desk: Desk) -> None:
    """Take it as it comes."""


def _many(folder: Path) -> Desk:
    return made_up.filled(folder, made_up.MANY)


SCENES: Final = (
    Scene("sign-in", made_up.filled, _nothing, signed=False),
    Scene("sign-in-locked-out", made_up.filled, _wrong_password, signed=False),
    Scene("lock", made_up.filled, _locked),
    Scene("dashboard", made_up.filled, _nothing),
    Scene("dashboard-empty", made_up.empty, _nothing),
    Scene("dashboard-offline", made_up.offline, _nothing),
    Scene("dashboard-error", made_up.filled, _broken),
    Scene("dashboard-thousands", _many, _nothing),
    Scene("dashboard-together", made_up.filled, _together),
    Scene("dashboard-high-alert", made_up.filled, _high_alert),
    Scene("alert", made_up.filled, _go("alert", "high-1")),
    Scene("alert-picture", made_up.filled, _opened(0)),
    Scene("alert-pdf", made_up.filled, _opened(1)),
    Scene("alert-missing", made_up.filled, _go("alert", "no-such")),
    Scene("alert-whole", made_up.filled, _alert_whole),
    Scene("new-alert", made_up.empty, _go("new-alert")),
    Scene("new-alert-written", made_up.filled, _go("new-alert", "draft-1")),
    Scene("new-alert-particulars", made_up.filled, _particulars),
    Scene("my-work-empty", made_up.empty, _go("my-work")),
    Scene("my-work-drafts", made_up.filled, _tab(0)),
    Scene("my-work-outbox", made_up.offline, _tab(1)),
    Scene("my-work-receipts", made_up.filled, _tab(2)),
    Scene("search-empty", made_up.empty, _go("search")),
    Scene("search-words", made_up.filled, _found("a")),
    Scene("search-thousands", _many, _found("a")),
    Scene("search-nothing", made_up.offline, _found("unicorn")),
    Scene("search-table", made_up.filled, _found("a", save=True)),
    Scene("reports", made_up.filled, _go("reports")),
    Scene("reports-offline", _reports_offline, _go("reports")),
    Scene("messages-mail", *_messages(0)),
    Scene("messages-sms", *_messages(1)),
    Scene("messages-written", *_messages(2)),
    Scene("messages-empty", *_messages(2, filled=False)),
    Scene("trail-empty", made_up.empty, _go("trail")),
    Scene("training-gate", _training, _nothing, signed=False),
    Scene("training", _training, _nothing),
    Scene("what-is-wrong", made_up.offline, _go("what-is-wrong")),
    Scene("settings", made_up.filled, _go("settings")),
    Scene("help", made_up.filled, _go("help")),
    Scene("add-officer", made_up.filled, _go("add-officer")),
    Scene("fir", made_up.filled, _fir),
    Scene("fir-asked-why", made_up.filled, _asked_why),
    Scene("fir-disclosed", made_up.filled, _disclosed),
    Scene("fir-missing", made_up.empty, _fir),
    Scene("fir-preview", made_up.filled, _preview),
    Scene("receipt", made_up.filled, _receipt),
)


def enter(window: MainWindow) -> None:
    """Sign in as an officer does."""
    window.gate.sign_in._form.submitted.emit(PASSWORD)  # noqa: SLF001 as the officer's Enter does
