"""Writing an alert: begun, filled in, wrong in its fields and files, brought back, thrown away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QMessageBox, QWidget

from benchmarks.gallery import made_up
from benchmarks.gallery.scene import Prepare, Scene, at, go
from benchmarks.gallery.waiting import opened, until, until_calm
from station_client.domain.alert import Category
from station_client.domain.draft import Draft
from station_client.domain.ids import DraftId
from station_client.errors import DiskFullError
from tests.support.work import Desk
from ui.main_window import MainWindow
from ui.screens.editor import EditorScreen

ONE: Final = DraftId("draft-1")
BACKWARDS: Final = (
    *(one for one in made_up.TOLD if one[0] not in ("fir-at", "arrested-at")),
    ("gd-at", "27/11/2026 12:00"),
    ("fir-at", "27/11/2026 10:00"),
    ("arrested-at", "26/11/2026 23:50"),
)
WHOLE: Final = (
    "Wanted: Ramesh s/o Mohan, called Kallu, about 35, lean, scar on the left cheek, speaks Bhojpuri.\n"
    "He works trains between Lucknow and Kanpur with two others, offers tea and robs who drinks it. "
    "He left Charbagh on the evening of 26/11/2026 by the 20:40 towards Kanpur with a blue bag.\n"
    "चारबाग़ से रात आठ बजकर चालीस मिनट की गाड़ी से कानपुर की ओर गया है। देखते ही थाने को सूचित करें।"
)


def _draft(**changes: object) -> Prepare:
    """Prepare a desk on which the draft says something else."""

    def prepared(folder: Path) -> Desk:
        desk = made_up.filled(folder)
        desk.drafts.save(replace(desk.drafts.one(ONE), **changes))  # type: ignore[arg-type] # a draft's own fields
        return desk

    return prepared


def _scanned(folder: Path) -> Desk:
    desk = made_up.filled(folder)
    desk.drafts.scan_folder = folder
    for place, one in enumerate(("Scan 2026-11-27 0012.pdf", "मेडिकल रिपोर्ट.jpg", "Seizure memo.tif")):
        (folder / one).write_bytes(b"made up" * 40_000 * (place + 1))
    return desk


def _written(window: MainWindow) -> EditorScreen:
    return at(window, "new-alert", EditorScreen, ONE)


def _wrong(window: MainWindow, _desk: Desk) -> None:
    """Submit where nothing can stand as it is."""
    screen = at(window, "new-alert", EditorScreen)
    screen.form.fir.setText("12 of this year")
    screen.form.description.setPlainText("Theft")
    screen.submit_button.click()


def _wrong_entry(window: MainWindow, _desk: Desk) -> None:
    """Submit a GD entry without its number and reason."""
    screen = at(window, "new-alert", EditorScreen)
    screen.form.no_fir.click()
    screen.submit_button.click()


def _disordered(window: MainWindow, _desk: Desk) -> None:
    screen = _written(window)
    screen.submit_button.click()
    until_calm(window)
    screen.form.order.field.setFocus()


def _refused_file(window: MainWindow, desk: Desk) -> None:
    screen = _written(window)
    bad = desk.verbs.settings.profile / "bad statement.docx"
    bad.write_bytes(b"made up")
    screen.attaching.add([bad])


def _checked(window: MainWindow, desk: Desk) -> None:
    """Submit while a file is still being checked."""
    screen = _written(window)
    desk.drafts.look.clear()
    file = desk.verbs.settings.profile / "Video still 1.png"
    file.write_bytes(b"made up")
    screen.attaching.add([file])
    until("the look at the file", desk.drafts.looking.is_set)
    screen.submit()


def _not_saved(window: MainWindow, desk: Desk) -> None:
    screen = _written(window)
    desk.drafts.wrong = DiskFullError()
    screen.form.fir.setText("0124/2026")
    screen.saving.flush()


def _discarded(window: MainWindow, _desk: Desk) -> QWidget:
    screen = _written(window)
    screen.discard()
    return opened(screen, QMessageBox)


def _earlier(window: MainWindow, desk: Desk) -> QWidget:
    kept: Draft = desk.drafts.one(ONE)
    for words in ("Two men on a motorcycle", "हाथीपुर मेले से बालक लापता", WHOLE):
        desk.drafts.save(replace(kept, description=words))
    screen = _written(window)
    screen.earlier.ask()
    until("the earlier versions", screen.earlier.menu.isVisible)
    return screen.earlier.menu


def _scans(window: MainWindow, _desk: Desk) -> QWidget:
    screen = _written(window)
    screen.attaching.scans.ask()
    until("the newest scans", screen.attaching.scans.menu.isVisible)
    return screen.attaching.scans.menu


_INTERSTATE: Final = Category.INTERSTATE

SCENES: Final = (
    Scene("new-alert", made_up.empty, go("new-alert")),
    Scene("new-alert-written", made_up.filled, go("new-alert", ONE)),
    Scene("new-alert-particulars", _draft(category=_INTERSTATE, particulars=made_up.TOLD), go("new-alert", ONE)),
    Scene("new-alert-long", _draft(category=_INTERSTATE, description=WHOLE, files=()), go("new-alert", ONE)),
    Scene("new-alert-entry", _draft(fir_text="", gd_number="48", gd_reason="Inquiry goes on"), go("new-alert", ONE)),
    Scene("new-alert-correction", _draft(edits="high-1", base_version=1), go("new-alert", ONE)),
    Scene("new-alert-wrong", made_up.empty, _wrong),
    Scene("new-alert-wrong-entry", made_up.empty, _wrong_entry),
    Scene("new-alert-order", _draft(category=_INTERSTATE, particulars=BACKWARDS), _disordered),
    Scene("new-alert-file-refused", made_up.filled, _refused_file),
    Scene("new-alert-checking", made_up.filled, _checked, under_way=True),
    Scene("new-alert-not-saved", made_up.filled, _not_saved),
    Scene("new-alert-discard", made_up.filled, _discarded),
    Scene("new-alert-earlier", made_up.filled, _earlier),
    Scene("new-alert-scans", _scanned, _scans),
)
