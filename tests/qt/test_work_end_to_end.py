"""The working screens over the real house: encrypted stores, the real engine, a real centre in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from station_client.domain.alert import Category
from station_client.services.verbs import Verbs
from station_client.services.views import SearchQuery
from tests.support.centre import PASSWORD, SI_A, small_centre
from tests.support.houses import Pc
from tests.support.sample_files import pdf, picture
from ui.bridge import Bridge
from ui.language import Speech
from ui.screens.editor import EditorScreen
from ui.screens.my_work import MyWorkScreen
from ui.screens.receipt import ReceiptScreen
from ui.screens.search import SearchScreen

TEXT = "Child of seven missing since the evening market. Last seen near the canal road."


@pytest.fixture
def verbs(tmp_path: Path) -> Iterator[Verbs]:
    """Sign an officer in on a fresh PC."""
    with small_centre(tmp_path / "centre") as centre, Pc(tmp_path / "pc", centre.centre).house() as made:
        made.session.sign_in(SI_A, PASSWORD)
        yield made


@pytest.fixture
def desk_bridge(verbs: Verbs, speech: Speech) -> Iterator[Bridge]:
    """Give the way to the pool, closed before the stores are."""
    assert speech.code == "en"
    made = Bridge(verbs.bus)
    yield made
    made.close()


def write(editor: EditorScreen, qtbot: QtBot, folder: Path) -> None:
    """Write an alert with two files and one that is refused."""
    editor.show()
    editor.show_one("")
    qtbot.waitUntil(editor.isEnabled)
    editor.form.fir.setText("FIR No. 0123 of 2026")
    editor.form.category.setCurrentIndex(editor.form.category.findData(str(Category.HIGH_ALERT)))
    editor.form.description.setPlainText(TEXT)
    (folder / "scene.png").write_bytes(picture("PNG"))
    (folder / "statement.pdf").write_bytes(pdf())
    (folder / "false.jpg").write_bytes(pdf())
    editor.attaching.add([folder / name for name in ("scene.png", "statement.pdf", "false.jpg")])
    qtbot.waitUntil(lambda: "false.jpg" in editor.places.error.text(), timeout=20_000)


def test_an_alert_from_the_first_key_to_the_receipt(
    verbs: Verbs, desk_bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    """Written, refused one file, submitted, queued, sent, receipted, printed, and found again."""
    editor = EditorScreen(verbs, desk_bridge)
    work = MyWorkScreen(verbs, desk_bridge)
    receipt = ReceiptScreen(verbs, desk_bridge)
    search = SearchScreen(verbs, desk_bridge)
    for screen in (editor, work, receipt, search):
        qtbot.addWidget(screen)
    write(editor, qtbot, tmp_path)
    with qtbot.waitSignal(editor.go):
        editor.submit()
    work.show()
    work.activate()
    qtbot.waitUntil(lambda: work.outbox.chip.text() == "Queued on this PC")
    verbs.sync.sync_once()
    qtbot.waitUntil(lambda: work.outbox.chip.text().startswith("Received №"))
    with qtbot.waitSignal(work.open_receipt) as asked:
        work.outbox.receipt_button.click()
    assert asked.args is not None
    receipt.show()
    receipt.show_one(asked.args[0])
    qtbot.waitUntil(lambda: receipt.model.rowCount() == 2)
    with qtbot.waitSignal(receipt.notice):
        receipt.print_to(tmp_path / "receipt.pdf")
    assert len(PdfReader(tmp_path / "receipt.pdf").pages) == 1
    verbs.sync.sync_once()
    search.show()
    search.use(SearchQuery(words="canal"))
    qtbot.waitUntil(lambda: search.count.text() == "1 found, newest first")
    search.use(SearchQuery(fir_number="123/26"))
    qtbot.waitUntil(lambda: search.count.text() == "1 found, newest first")


def test_a_draft_is_there_after_the_house_was_left(verbs: Verbs, desk_bridge: Bridge, qtbot: QtBot) -> None:
    """What was typed last before the lock is in the drafts, and opens again."""
    editor = EditorScreen(verbs, desk_bridge)
    work = MyWorkScreen(verbs, desk_bridge)
    for screen in (editor, work):
        qtbot.addWidget(screen)
    editor.show_one("")
    qtbot.waitUntil(editor.isEnabled)
    editor.form.description.setPlainText(TEXT)
    editor.sleep()
    work.show()
    work.activate()
    qtbot.waitUntil(lambda: work.drafts.model.rowCount() == 1)
    work.drafts.table.selectRow(0)
    with qtbot.waitSignal(work.edit_draft) as asked:
        work.drafts.open_button.click()
    assert asked.args is not None
    editor.show_one(asked.args[0])
    qtbot.waitUntil(lambda: editor.form.description.toPlainText() == TEXT)
