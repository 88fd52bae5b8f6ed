"""What is pictured: each screen in each state, as somebody who signs in and goes there sees it."""

from __future__ import annotations

from typing import Final

from benchmarks.gallery import (
    messages,
    own_work,
    papers,
    searching,
    the_alert,
    the_dashboard,
    the_fault,
    the_gate,
    this_pc,
    writing,
)
from benchmarks.gallery.scene import Scene

SCENES: Final[tuple[Scene, ...]] = (
    *the_gate.SCENES,
    *the_dashboard.SCENES,
    *the_alert.SCENES,
    *writing.SCENES,
    *own_work.SCENES,
    *searching.SCENES,
    *messages.SCENES,
    *papers.SCENES,
    *the_fault.SCENES,
    *this_pc.SCENES,
)
