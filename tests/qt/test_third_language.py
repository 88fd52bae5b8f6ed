"""A further language comes with one file; one that is written from right to left turns the window round."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # published without types
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QStyle
from pytestqt.qtbot import QtBot

import resources
from resources import build
from station_client.domain.alert import Category
from station_client.domain.ids import ItemId
from station_client.domain.message import Channel, Message, Recipient
from station_client.domain.redaction import redacted
from tests.support.entering import come_in
from tests.support.faces import NOW, OFFICER, Face, alert
from tests.support.printed_firs import printing_officer, protected_fir
from tests.support.seen import lines, text
from tests.support.work import Desk
from ui import language
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow
from ui.printing.fir_pdf import Occasion, save_fir
from ui.screens.alert import AlertScreen
from ui.screens.sent_page import SentPage
from ui.screens.settings import SettingsScreen
from ui.widgets.alert_row import AlertDelegate

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def urdu(dressed: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Speech]:
    """Put the documented file beside the others, as whoever translates does, and speak it."""
    there = resources.path("")
    for one in there.iterdir():
        if one.name != "translations":
            (tmp_path / one.name).symlink_to(one)
    shutil.copytree(there / "translations", tmp_path / "translations")
    shutil.copy(ROOT / "docs" / "examples" / "station_client_ur.ts", tmp_path / "translations")
    monkeypatch.setattr(resources, "_ROOT", tmp_path)
    build.main()
    language.offered.cache_clear()
    speaking = Speech("ur")
    dressed.processEvents()
    yield speaking
    speaking.use("en")
    language.offered.cache_clear()
    dressed.processEvents()


def test_a_language_whose_file_is_taken_away_is_offered_no_more(urdu: Speech) -> None:
    """What was compiled of it goes with it; the others stay."""
    assert "ur" in language.offered()
    (resources.path("translations") / "station_client_ur.ts").unlink()
    build.main()
    language.offered.cache_clear()
    urdu.use("en")
    assert sorted(language.offered()) == ["en", "hi"]


def test_one_file_is_offered_in_its_own_words(urdu: Speech, face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """The settings, the switch and the command line know it; the switch goes round."""
    assert dict(language.offered()) == {"en": "English", "hi": "हिन्दी", "ur": "اردو"}
    assert resources.languages() == ("en", "hi", "ur")
    screen = SettingsScreen(Desk(face).verbs, bridge)
    qtbot.addWidget(screen)
    box = screen.boxes["language"]
    assert [box.itemText(at) for at in range(box.count())] == ["English", "हिन्दी", "اردو"]
    assert [urdu.code, urdu.other(), language.following("en"), language.following("hi")] == ["ur", "en", "hi", "ur"]
    assert screen.tr("Settings") == "ترتیبات"


def test_words_begin_where_lines_do(urdu: Speech, face: Face, bridge: Bridge, qtbot: QtBot) -> None:
    """Latin words too stand beside their names in a window that is read from the right, and go back with it."""
    assert urdu.code == "ur"
    face.alerts.put(alert(1))
    screen = AlertScreen(Desk(face).verbs, bridge)
    qtbot.addWidget(screen)
    screen.show()
    screen.show_one("alert-1")
    qtbot.waitUntil(lambda: "R. K. Verma" in lines(screen))
    author = text(screen, "R. K. Verma")

    def begins() -> Qt.AlignmentFlag:  # as a label of Qt does it for words in Latin letters
        return QStyle.visualAlignment(Qt.LayoutDirection.LeftToRight, author.alignment())

    assert begins() & Qt.AlignmentFlag.AlignRight
    urdu.use("hi")
    qtbot.waitUntil(lambda: bool(begins() & Qt.AlignmentFlag.AlignLeft))


def test_a_row_is_chosen_where_one_reads_from_the_right(urdu: Speech, qtbot: QtBot) -> None:
    """The first message stands chosen, with its recipients below it, also where the columns fill the table."""
    assert urdu.code == "ur"
    page = SentPage(lambda: NOW)
    qtbot.addWidget(page)
    page.retranslate()
    page.resize(1100, 600)
    page.show()
    sent = Message(ItemId("m"), OFFICER.login, Channel.EMAIL, (Recipient("a@up.gov.in"),), "Help.", NOW, 0.0, "Help")
    page.show_messages((sent,), sent.author)
    page.table.clearSelection()
    page.table.selectRow(0)
    assert page.table.selectionModel().selectedRows()
    assert page.recipients.rowCount() == 1


def test_paper_reads_as_the_form_whatever_the_window_speaks(urdu: Speech, tmp_path: Path) -> None:
    """The section 318(4) is no )4(318, and no item's number goes behind its words."""
    fir = redacted(replace(protected_fir(), victim_protected=False))
    own = "یہ ایک اردو بیان ہے (عملی)"
    fir = replace(fir, form=replace(fir.form, contents=own))
    occasion = Occasion(printing_officer(), NOW, NOW, "ur")
    save_fir(fir, tmp_path / "right.pdf", occasion)
    urdu.use("en")
    save_fir(fir, tmp_path / "left.pdf", occasion)
    assert pictures(tmp_path / "right.pdf") == pictures(tmp_path / "left.pdf")


def pictures(path: Path) -> list[bytes]:
    """Give what is seen of each page of a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return [page.render().to_pil().tobytes() for page in document]


def test_the_window_is_turned_round_and_back(
    urdu: Speech, face: Face, bridge: Bridge, qtbot: QtBot, dressed: QApplication
) -> None:
    """The rail stands at the right; a row of a list begins there, and its FIR is clicked where it is seen."""
    desk = Desk(face)
    face.alerts.put(*(replace(alert(number), category=Category.HIGH_ALERT) for number in range(3)))
    window = MainWindow(desk.verbs, bridge)
    window.resize(1366, 768)
    face.session.now = None
    come_in(window, qtbot)
    dashboard = window.workplace.places.screens["dashboard"]
    view = dashboard.windows[Category.HIGH_ALERT].view  # type: ignore[attr-defined] # the dashboard
    qtbot.waitUntil(lambda: view.model().rowCount() == 3)
    assert dressed.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.workplace.rail.mapTo(window, QPoint(0, 0)).x() > window.width() // 2
    index = view.model().index(0, 0)
    row, delegate = view.visualRect(index), view.itemDelegate()
    assert isinstance(delegate, AlertDelegate)
    link = delegate.fir_rect(row, index.data(Qt.ItemDataRole.UserRole))
    assert link.center().x() > row.center().x()
    with qtbot.waitSignal(view.fir_opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=link.center())
    urdu.use("hi")
    dressed.processEvents()
    assert window.workplace.rail.mapTo(window, QPoint(0, 0)).x() < window.width() // 2
