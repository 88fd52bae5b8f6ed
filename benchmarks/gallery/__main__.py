"""Takes the pictures: `python -m benchmarks.gallery [--only dashboard,alert] [--language hi] [--folder …]`."""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from benchmarks.gallery.held import asked, let_go
from benchmarks.gallery.scene import Scene, enter
from benchmarks.gallery.scenes import SCENES
from benchmarks.gallery.waiting import until, until_calm
from resources import build
from ui import theme
from ui.bridge import Bridge
from ui.language import Speech
from ui.main_window import MainWindow

SIZE: Final = QSize(1366, 768)
LANGUAGES: Final = ("en", "hi")
SCALES: Final = (1.0, 1.45)
COLOURS: Final = 256


def main(argv: Sequence[str] | None = None) -> int:
    """Take every picture that is asked for and print how many there are."""
    asked = _arguments(argv)
    build.main()
    app = QApplication([])
    asked.folder.mkdir(parents=True, exist_ok=True)
    only = tuple(filter(None, asked.only.split(",")))
    scenes = [one for one in SCENES if not only or any(f"{one.name}-".startswith(f"{name}-") for name in only)]
    languages, themes = asked.language.split(","), asked.theme.split(",")
    scales = [float(one) for one in asked.scale.split(",")]
    taken = 0
    for language, name, scale in itertools.product(languages, themes, scales):
        named = ((one, asked.folder / f"{one.name}--{language}-{name}-{scale}.png") for one in scenes)
        wanted = [(scene, file) for scene, file in named if file.exists() or not asked.again]
        if wanted:
            theme.wear(app, scale=scale, name=name)
            _take_all(wanted, language)
            taken += len(wanted)
            if asked.again:
                _slim([file for _scene, file in wanted])
    print(f"{taken} pictures in {asked.folder}")
    return 0


def _take_all(wanted: Sequence[tuple[Scene, Path]], language: str) -> None:
    speech = Speech(language)
    for scene, file in wanted:
        try:
            _take(scene, file)
        except Exception as error:
            error.add_note(f"at {file.name}")
            raise
    speech.stop()


def _slim(files: Sequence[Path]) -> None:
    """Keep pictures that stand with the program in few colours, the rare ones too: a third of their size."""
    for file in files:
        with Image.open(file) as picture:
            few = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few.save(file, optimize=True)


def _take(scene: Scene, file: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = scene.prepare(Path(folder))
        held = partial(asked, desk)
        bridge = Bridge(desk.face.bus)
        window = MainWindow(desk.verbs, bridge)
        try:
            window.resize(SIZE)
            window.show()
            window.activateWindow()
            until_calm(window)  # who may sign in here is listed
            if scene.signed:
                desk.face.session.now = None
                enter(window)
                until("the desk behind the gate", lambda: not window.locked())
                until_calm(window, held)
            shown = scene.act(window, desk) or window
            if scene.under_way:
                until("the question whose answer is held back", held)
            until_calm(window, held)
            shown.grab().save(str(file))
        finally:
            let_go(desk)
            window.close()
            bridge.close()
            delete(window)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.gallery", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("docs/gallery/all"))
    parser.add_argument("--again", action="store_true", help="only the pictures that stand in the folder already")
    parser.add_argument("--only", default="", help="names of scenes, or of screens, with commas")
    parser.add_argument("--language", default=",".join(LANGUAGES))
    parser.add_argument("--theme", default=",".join(theme.SETS))
    parser.add_argument("--scale", default=",".join(map(str, SCALES)))
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
