"""Hindi is whole: every word of the window is there, fits its English, and the file is not stale."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from resources import path
from resources.build import qt_tool
from ui.language import Speech

ROOT = Path(__file__).resolve().parent.parent.parent
HINDI = path("translations/station_client_hi.ts")
QT = path("translations/qt_hi.ts")
DEVANAGARI_DIGITS = set("०१२३४५६७८९")


class Said(NamedTuple):
    """One source text and what stands for it."""

    context: str
    source: str
    translations: tuple[str, ...]
    finished: bool


def messages(file: Path) -> Iterator[Said]:
    """Read a translation file."""
    for context in ET.parse(file).getroot().findall("context"):  # noqa: S314 our own file
        for message in context.findall("message"):
            said = message.find("translation")
            assert said is not None
            forms = tuple(form.text or "" for form in said.findall("numerusform")) or (said.text or "",)
            yield Said(
                context.findtext("name") or "", message.findtext("source") or "", forms, said.get("type") is None
            )


@pytest.mark.parametrize("file", [HINDI, QT, path("translations/station_client_en.ts")], ids=lambda file: file.stem)
def test_every_text_is_translated(file: Path) -> None:
    """Finished, not empty."""
    open_ones = [said for said in messages(file) if not said.finished or not all(said.translations)]
    assert open_ones == []


def test_english_is_written_as_it_is_read_aloud() -> None:
    """An FIR, an SMS: the letters are spoken one by one."""
    said = [*(one.source for one in messages(HINDI)), *path("help/en.md").read_text(encoding="utf-8").splitlines()]
    assert any("an FIR" in one for one in said)
    assert [one for one in said if re.search(r"\b[Aa] (FIR|SMS|SHO|SP|NCRB)\b", one)] == []


@pytest.mark.parametrize("file", [HINDI, QT], ids=lambda file: file.stem)
def test_a_translation_keeps_what_is_filled_in(file: Path) -> None:
    """The same ``{names}``, ``%n`` and ``%1``; a mnemonic where there is one; Latin digits."""
    for said in messages(file):
        for form in said.translations:
            for pattern in (r"\{\w*\}", r"%n", r"%\d"):
                assert sorted(re.findall(pattern, form)) == sorted(re.findall(pattern, said.source)), said
            assert ("&" in form) == ("&" in said.source and said.source != "Important Seizures & Recoveries"), said
            assert not DEVANAGARI_DIGITS & set(form), said


@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_help_calls_everything_by_its_name(language: str) -> None:
    """What stands in bold there is what stands on the window: whoever reads it looks for that very word."""
    shown = {as_shown(word) for said in messages(HINDI) for word in (said.source, *said.translations)}
    named = re.findall(r"\*\*(.+?)\*\*", path(f"help/{language}.md").read_text(encoding="utf-8"))
    assert named
    assert [one for one in named if as_shown(one) not in shown] == []


def as_shown(word: str) -> str:
    """Give a word without its key and its dots."""
    return re.sub(r"\s*\(&.\)", "", word).replace("&", "").rstrip("…")


def test_the_file_is_not_stale(tmp_path: Path) -> None:
    """Qt's extractor finds the same texts in the sources as stand in the file."""
    fresh = tmp_path / "station_client_hi.ts"
    shutil.copy(HINDI, fresh)
    sources = [str(one) for one in sorted((ROOT / "ui").rglob("*.py"))]
    command = [str(qt_tool("lupdate")), "-noobsolete", "-locations", "none", *sources, "-ts", str(fresh)]
    subprocess.run(command, check=True, capture_output=True)
    listed = {(said.context, said.source) for said in messages(HINDI)}
    found = {(said.context, said.source) for said in messages(fresh)}
    assert found - listed == set()
    assert listed - found == set()


def test_qt_speaks_hindi_too(speech: Speech, dressed: QApplication, qtbot: QtBot) -> None:
    """The standard buttons, which Qt ships in no Indian language."""
    assert dressed is not None
    speech.use("hi")
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Save | kinds.Discard | kinds.Yes | kinds.No | kinds.Close)
    qtbot.addWidget(box)
    for one in box.buttons():
        plain = re.sub(r"\(&\w\)", "", one.text())
        assert not re.search(r"[A-Za-z]", plain), one.text()
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "कॉपी करें (&C)"


def test_plurals_are_right_in_english(speech: Speech, dressed: QApplication) -> None:
    """``%n`` is a number and its noun fits."""
    assert dressed is not None
    assert speech.code == "en"
    assert QCoreApplication.translate("DraftPreview", "%n file(s)", "", 1) == "1 file"
    assert QCoreApplication.translate("DraftPreview", "%n file(s)", "", 3) == "3 files"
