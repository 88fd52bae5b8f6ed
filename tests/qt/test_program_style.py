"""The program is begun in its own style, whatever the PC's settings would give it."""

from __future__ import annotations

import os
import subprocess
import sys

ASKS = "from ui import theme; print(theme.program().style().objectName())"


def test_the_program_begins_in_fusion_whatever_the_pc_prefers() -> None:
    """A program of its own: one process has one QApplication."""
    around = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_STYLE_OVERRIDE": "Windows"}
    told = subprocess.run([sys.executable, "-c", ASKS], env=around, capture_output=True, text=True, check=True)
    assert told.stdout.strip().lower() == "fusion"
