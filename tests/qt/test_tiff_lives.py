"""A TIFF is opened and the program lives: Qt's reader must be gone before the bytes it reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys, threading
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from ui.widgets.picture import decode
app = QGuiApplication(["-platform", "offscreen"])
content, sizes = Path(sys.argv[1]).read_bytes(), []
for _ in range(20):
    thread = threading.Thread(target=lambda: sizes.append(decode(content).size().width()))
    thread.start()
    thread.join()
print(set(sizes))
"""


def test_opening_a_tiff_does_not_end_the_program(tmp_path: Path) -> None:
    """Twenty times on a thread of the pool; in a process of its own, since a failure would take pytest with it."""
    Image.new("RGB", (40, 30), "#2f6f4f").save(tmp_path / "scan.tif", compression="tiff_lzw")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "scan.tif")],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "{40}"), done.stderr
