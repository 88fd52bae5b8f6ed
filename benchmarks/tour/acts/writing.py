"""Writing an alert: the form, the files, the draft that is saved as it is typed, and the submission."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton

from benchmarks.tour import hands
from benchmarks.tour.acts.desk import go
from benchmarks.tour.scene import Scene
from station_client.domain.ids import DraftId
from station_client.domain.outbox import OutboxItem
from ui.screens.editor import EditorScreen

CHECK_SECONDS = 60.0


def begin(scene: Scene) -> dict[str, object]:
    """Choose *New alert* and look whether the form is empty."""
    go(scene, "New alert")
    page = _editor(scene)
    typed = (page.form.fir.text(), page.form.description.toPlainText())
    return {"empty": not any(typed) and not _taken(page), "places": len(page.places.places)}


def fill(scene: Scene, *, fir: str, category: str, description: str) -> dict[str, object]:
    """Type the FIR number, choose the category, type the description; wait until all of it is saved."""
    page = _editor(scene)
    form = page.form
    begun = time.monotonic()
    hands.write(form.fir, fir)
    chosen = hands.choose(form.category, category)
    hands.write(form.description, description)
    typed = time.monotonic()
    if form.description.toPlainText() != description:
        raise hands.NotSeenError("the description on the screen is not what was typed")
    drafts = scene.verbs.drafts
    saved = hands.until(
        lambda: next((one for one in drafts.mine() if one.description == description), None),
        "the last letter to be saved",
        seconds=5,
    )
    waited = time.monotonic() - typed
    hands.settle()
    return {
        "draft": saved.draft_id,
        "chars": len(description),
        "typing_seconds": typed - begun,
        "saved_after_seconds": waited,
        "saves": saved.version,
        "said": page.saved.text(),
        "category": chosen,
        "fir_hint": form.fir_hint.text(),
    }


def add_words(scene: Scene, *, words: str) -> dict[str, object]:
    """Type on at the end of the description and tell at once, before anything else can happen."""
    page = _editor(scene)
    box = page.form.description
    box.setFocus()
    hands.key(box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hands.add(box, words)
    return {"chars": len(box.toPlainText())}


def attach(scene: Scene, *, draft: str, path: str) -> dict[str, object]:
    """Choose one file in the file dialog; tell whether it was taken, and in which words."""
    page = _editor(scene)
    places = page.places
    before = _taken(page)
    begun = time.monotonic()
    hands.name_file(lambda: hands.press("Attach files…", inside=places), path)
    hands.until(
        lambda: page.submit_button.isEnabled() and (_taken(page) > before or places.error.text()),
        f"{Path(path).name} to be taken or refused",
        seconds=CHECK_SECONDS,
    )
    took = time.monotonic() - begun
    if _taken(page) == before:
        return {"taken": False, "said": places.error.text(), "seconds": took}
    kept = scene.verbs.drafts.one(DraftId(draft)).files[-1]
    return {
        "taken": True,
        "said": places.places[before].text(),
        "sha256": kept.sha256,
        "size": kept.size,
        "kind": kept.kind,
        "verdict": kept.verdict,
        "seconds": took,
    }


def read(scene: Scene, *, draft: str) -> dict[str, object]:
    """Read the form as it stands on the screen, and the hashes of the files that are kept."""
    page = _editor(scene)
    hands.until(page.form.description.toPlainText, "a description on the screen")
    kept = scene.verbs.drafts.one(DraftId(draft))
    return {
        "fir": page.form.fir.text(),
        "category": page.form.category.currentData(),
        "description": page.form.description.toPlainText(),
        "files": [{"name": one.name, "sha256": one.sha256, "size": one.size} for one in kept.files],
        "places": [place.text() for place in page.places.places][: _taken(page)],
        "said": page.saved.text(),
    }


def submit(scene: Scene, *, draft: str) -> dict[str, object]:
    """Press *Submit*; tell whether the alert went to the outbox, and in which words."""
    page = _editor(scene)
    begun = time.monotonic()
    hands.press("Submit", inside=page)
    outbox = scene.verbs.outbox

    def queued() -> OutboxItem | None:
        return next((one for one in outbox.items() if one.draft_id == draft), None)

    hands.until(lambda: queued() or page.banner.text(), "the alert in the outbox, or words why not")
    item = queued()
    if item is None:
        return {"queued": False, "said": page.banner.text()}
    hands.until(lambda: not page.isVisible(), "the editor to give way to the outbox")
    return {
        "queued": True,
        "item": item.item_id,
        "state": item.state,
        "said": scene.window.workplace.banner.text(),
        "seconds": time.monotonic() - begun,
    }


def discard(scene: Scene) -> dict[str, object]:
    """Throw the draft away, and say so when asked."""
    page = _editor(scene)
    hands.press("Discard draft…", inside=page)
    question = hands.find(QMessageBox)
    asked = question.text()
    hands.click(next(one for one in hands.seen(QPushButton, "Discard", inside=question)))
    hands.until(lambda: not page.isVisible(), "the discarded draft to be gone")
    return {"asked": asked, "dialogs": len(list(hands.seen(QDialog)))}


def _editor(scene: Scene) -> EditorScreen:
    page = scene.page(EditorScreen)
    hands.until(page.isEnabled, "a draft in the editor")
    return page


def _taken(page: EditorScreen) -> int:
    """Count the places that hold a file: those that offer to remove it."""
    return sum(place.remove.isVisible() for place in page.places.places)
