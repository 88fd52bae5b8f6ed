"""The fingers on the keyboard: keys by name, and text on the layout that its script needs. There is no mouse.

Hindi is typed as stations type it, on the InScript layout that the desktop switches to.
"""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from itertools import groupby
from typing import Final

LATIN, HINDI = "us", "in"
BETWEEN_KEYS: Final = "25"  # milliseconds
SWITCH_SECONDS: Final = 0.2


@dataclass
class Fingers:
    """Presses keys on one display, in whatever window has the focus; ``pressed`` counts them."""

    display: str
    pressed: int = 0
    _layout: str = LATIN

    def press(self, *keys: str) -> None:
        """Press keys one after another, by their X names: ``Tab``, ``ctrl+n``."""
        self._switch(LATIN)
        self._xdotool("key", "--clearmodifiers", "--delay", BETWEEN_KEYS, *keys)
        self.pressed += len(keys)

    def write(self, text: str) -> None:
        """Type a text; it goes in by a pipe, for a password must stand in no argument."""
        for latin, part in groupby(text, lambda sign: sign.isascii() and not sign.isspace()):
            self._switch(LATIN if latin or text.isascii() else HINDI)
            self._xdotool("type", "--clearmodifiers", "--delay", BETWEEN_KEYS, "--file", "-", typed="".join(part))
        self.pressed += len(text)

    def title(self) -> str:
        """Give the title of the window that has the focus."""
        return self._xdotool("getactivewindow", "getwindowname", check=False).strip()

    def _switch(self, layout: str) -> None:
        if layout != self._layout:
            subprocess.run(["setxkbmap", "-display", self.display, "-layout", layout], check=True, timeout=20)
            time.sleep(SWITCH_SECONDS)  # the server tells the windows of it, and says to nobody when they have heard
            self._layout = layout

    def _xdotool(self, *words: str, typed: str = "", check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env={**os.environ, "DISPLAY": self.display, "LC_ALL": "C.UTF-8"},
            input=typed,
            capture_output=True,
            text=True,
            check=check,
            timeout=120,
        )
        return done.stdout
